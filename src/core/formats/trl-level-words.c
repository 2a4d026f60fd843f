/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which scale a level column speaks of is decided by all of its cells together: names
 * choose among the known scales, since the same word may stand at another rank in each,
 * and only numbers that no known column has make a scale of their own. */

#include "config.h"

#include "formats/trl-level-words.h"

#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_NUMBER 10
#define MAX_LEVELS 9 /* with none */
#define MAX_NAMES 4096
#define LONGEST_NAME 80 /* bytes; what is longer is prose */

typedef struct
{
  gboolean has_number;
  double   number;
  char    *name; /* folded */
} Cell;

struct TrlLevelWords
{
  const TrlScale *preset;
  const TrlScale *scale;
  TrlScale       *own;
  GPtrArray      *known;
  GHashTable     *values;
  GHashTable     *names;
  GHashTable     *shown;   /* cells that were added */
  GHashTable     *answers; /* cell → TrlLevelAnswer */
  char           *labels[MAX_NUMBER + 1];
  gboolean        seen[MAX_NUMBER + 1];
  guint           n_amounts;
  gboolean        comma;
};

typedef struct
{
  const char *id;
  const char *words; /* folded, separated by spaces */
} Synonyms;

/* By level id, whatever the scale. */
static const Synonyms synonyms[] = {
  { "none", "no none nointeraction nocontact norelationship notengaged ninguna ninguno "
            "ningun sininteraccion nointeraccion sincontacto" },
  { "networking", "network networks enred trabajoenred redes" },
  { "cooperation", "cooperate cooperacion cooperar" },
  { "coordination", "coordinate coordinated coordinacion coordinar" },
  { "coalition", "coalicion" },
  { "collaboration", "collaborate colaboracion colaborar" },
  { "awareness", "aware conocimiento" },
  { "integration", "integrated integracion" },
};

static const Synonyms missing_words[] = {
  { "not-asked", "notasked noasked nopreguntado nosepregunto skipped" },
  { "dont-know",
    "dontknow donotknow dk unknown notsure unsure na nosabe nosabemos nose ns "
    "nsnc desconocido" },
  { "", "notreported nr nolevel noinformado noreportado nocontesta sinrespuesta noanswer "
        "noresponse null" },
};

/* What surveys write for an answer that was not given. */
static const int missing_numbers[] = { 77, 88, 99, 777, 888, 999, -1, -7, -8, -9, -99 };

static gboolean
has_word (const char *words, const char *key)
{
  gsize n = strlen (key);

  for (const char *p = words; n > 0 && (p = strstr (p, key)) != NULL; p++)
    if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
      return TRUE;
  return FALSE;
}

/* A level is often followed by its definition: only what stands before that counts. */
static char *
fold_head (const char *text)
{
  const char *end = text;

  while (*end != '\0' && strchr (":(;,", *end) == NULL && strncmp (end, " - ", 3) != 0 &&
         !g_str_has_prefix (end, "–") && !g_str_has_prefix (end, "—"))
    end++;
  g_autofree char *head = g_strndup (text, (gsize) (end - text));
  char            *folded = trl_fold (head);
  if (folded[0] != '\0')
    return folded;
  g_free (folded);
  return trl_fold (text);
}

static gboolean
is_level_prefix (const char *name)
{
  return name[0] == '\0' || strcmp (name, "level") == 0 || strcmp (name, "nivel") == 0;
}

/* `3`, `3 - Coordination`, `Coordination (3)`, `Level 3`, `Coordination: we align …` */
static void
parse_cell (const char *text, gboolean comma, Cell *cell)
{
  const char *digits = strpbrk (text, "0123456789");
  char       *end;

  cell->has_number = trl_word_number (text, comma, &cell->number);
  if (cell->has_number)
    {
      cell->name = g_strdup ("");
      return;
    }
  cell->name = fold_head (text);
  if (digits == NULL)
    return;
  double           number = g_ascii_strtod (digits, &end);
  g_autofree char *before = g_strndup (text, (gsize) (digits - text));
  g_autofree char *word = trl_fold (before);
  gboolean         leads = is_level_prefix (word) && !g_ascii_isalpha (*end);
  gboolean         trails = digits > text && digits[-1] == '(' && *end == ')';

  if (!leads && !trails)
    return;
  cell->has_number = TRUE;
  cell->number = number;
  if (leads)
    {
      g_free (cell->name);
      cell->name = fold_head (end + strspn (end, " .:)-"));
    }
}

static gboolean
is_missing_number (double number)
{
  for (guint i = 0; i < G_N_ELEMENTS (missing_numbers); i++)
    if (number == missing_numbers[i])
      return TRUE;
  return FALSE;
}

static gboolean
level_has_name (const TrlLevel *level, const char *name)
{
  g_autofree char *own = trl_fold (level->name);
  g_autofree char *id = trl_fold (level->id);

  if (strcmp (own, name) == 0 || strcmp (id, name) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (synonyms[i].id, level->id) == 0 && has_word (synonyms[i].words, name))
      return TRUE;
  return FALSE;
}

/* A beginning of four letters or more, if only one level begins so. */
static const TrlLevel *
find_beginning (const TrlScale *scale, const char *name)
{
  const TrlLevel *found = NULL;

  if (strlen (name) < 4)
    return NULL;
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const TrlLevel  *level = scale->levels->pdata[i];
      g_autofree char *own = trl_fold (level->name);
      if (!g_str_has_prefix (own, name) && !g_str_has_prefix (level->id, name))
        continue;
      if (found != NULL)
        return NULL;
      found = level;
    }
  return found;
}

static const TrlLevel *
find_name (const TrlScale *scale, const char *name)
{
  if (name[0] == '\0')
    return NULL;
  for (guint i = 0; i < scale->levels->len; i++)
    if (level_has_name (scale->levels->pdata[i], name))
      return scale->levels->pdata[i];
  return find_beginning (scale, name);
}

static const char *
find_missing (const char *text, const char *name)
{
  if (strcmp (text, "-") == 0 || strcmp (text, "?") == 0 || strcmp (text, "–") == 0)
    return "dont-know";
  for (guint i = 0; i < G_N_ELEMENTS (missing_words); i++)
    if (has_word (missing_words[i].words, name))
      return missing_words[i].id;
  return NULL;
}

TrlLevelWords *
trl_level_words_new (const TrlScale *scale, GHashTable *values, gboolean comma)
{
  TrlLevelWords *words = g_new0 (TrlLevelWords, 1);

  words->preset = words->scale = scale;
  words->values = values;
  words->comma = comma;
  words->known = trl_known_scales ();
  words->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return words;
}

void
trl_level_words_free (TrlLevelWords *words)
{
  g_clear_pointer (&words->own, trl_scale_free);
  g_ptr_array_unref (words->known);
  g_hash_table_unref (words->names);
  g_hash_table_unref (words->shown);
  g_hash_table_unref (words->answers);
  for (guint i = 0; i <= MAX_NUMBER; i++)
    g_free (words->labels[i]);
  g_free (words);
}

static void
add_number (TrlLevelWords *words, double number, const char *label)
{
  if (is_missing_number (number))
    return;
  if (number < 0 || number > MAX_NUMBER || number != floor (number))
    {
      words->n_amounts++;
      return;
    }
  guint i = (guint) number;
  words->seen[i] = TRUE;
  if (label != NULL && label[0] != '\0' && words->labels[i] == NULL)
    words->labels[i] = g_strdup (label);
}

/* Columns repeat a few cells: each is looked at once. */
static gboolean
is_shown (TrlLevelWords *words, const char *text, const char *label)
{
  g_autofree char *key = g_strconcat (text, "\n", label, NULL);

  if (g_hash_table_contains (words->shown, key))
    return TRUE;
  if (g_hash_table_size (words->shown) < MAX_NAMES)
    g_hash_table_add (words->shown, g_steal_pointer (&key));
  return FALSE;
}

void
trl_level_words_add (TrlLevelWords *words, const char *text, const char *label)
{
  Cell cell;

  if (text[0] == '\0' || is_shown (words, text, label))
    return;
  g_autofree char *whole = trl_fold (text);
  if (words->values != NULL && g_hash_table_contains (words->values, whole))
    return;
  parse_cell (text, words->comma, &cell);
  g_autofree char *name = cell.name;
  if (find_missing (text, name) != NULL)
    return;
  if (name[0] != '\0' && g_hash_table_size (words->names) < MAX_NAMES)
    g_hash_table_add (words->names, g_steal_pointer (&name));
  else if (name[0] == '\0' && cell.has_number)
    add_number (words, cell.number, label);
}

static guint
count_fits (const TrlLevelWords *words, const TrlScale *scale)
{
  GHashTableIter iter;
  gpointer       name;
  guint          n = 0;

  g_hash_table_iter_init (&iter, words->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += find_name (scale, name) != NULL;
  return n;
}

static const TrlScale *
choose_by_names (const TrlLevelWords *words)
{
  const TrlScale *best = words->preset;
  guint           most = count_fits (words, best);

  for (guint i = 0; i < words->known->len; i++)
    {
      const TrlScale *scale = words->known->pdata[i];
      guint           n = count_fits (words, scale);
      if (n > most)
        {
          best = scale;
          most = n;
        }
    }
  return best;
}

static int
highest (const TrlLevelWords *words)
{
  for (int i = MAX_NUMBER; i >= 0; i--)
    if (words->seen[i])
      return i;
  return -1;
}

static void
add_own_level (TrlLevelWords *words, int number)
{
  g_autofree char *id = g_strdup_printf ("%d", number);
  const char      *label = words->labels[number];

  trl_scale_add (words->own, id, label != NULL ? label : id, NULL);
}

/* No scale of a file may pass for a known one. */
static char *
make_id (const TrlLevelWords *words, const char *name)
{
  g_autofree char *slug = trl_slug (name);
  gboolean         taken = strcmp (slug, words->preset->id) == 0;

  for (guint i = 0; i < words->known->len; i++)
    taken |= strcmp (slug, ((TrlScale *) words->known->pdata[i])->id) == 0;
  return taken ? g_strconcat (slug, "-scale", NULL) : g_steal_pointer (&slug);
}

/* All numbers from 1 up, or only those that occur when that would be too many. */
static gboolean
make_own (TrlLevelWords *words, const char *name)
{
  int   top = highest (words);
  guint n_seen = 0;

  for (int i = 1; i <= top; i++)
    n_seen += words->seen[i];
  gboolean all = top < MAX_LEVELS;
  if (n_seen >= MAX_LEVELS)
    return FALSE;

  g_autofree char *id = make_id (words, name);
  const TrlLevel  *none = trl_scale_get_level (words->preset, 0);
  words->own = trl_scale_new (id, name);
  trl_scale_add (words->own, "none", words->labels[0] ? words->labels[0] : none->name,
                 NULL);
  for (int i = 1; i <= top; i++)
    if (all || words->seen[i])
      add_own_level (words, i);
  words->scale = words->own;
  return TRUE;
}

/* Of the labels beside the numbers: how many are levels of a scale at just that number;
 * -1 when one of them stands at another. */
static int
count_labels (const TrlLevelWords *words, const TrlScale *scale)
{
  int n = 0;

  for (guint i = 0; i <= MAX_NUMBER; i++)
    {
      g_autofree char *name = words->labels[i] ? fold_head (words->labels[i]) : NULL;
      const TrlLevel  *level = name ? find_name (scale, name) : NULL;

      if (level && trl_scale_get_rank (scale, level->id) != (int) i)
        return -1;
      n += level != NULL;
    }
  return n;
}

/* The same number means another level on another scale: where labels say which, they
 * are believed. */
static const TrlScale *
choose_by_labels (const TrlLevelWords *words)
{
  const TrlScale *best = NULL;
  int             most = count_labels (words, words->preset);

  if (most >= 0)
    best = words->preset;
  for (guint i = 0; i < words->known->len; i++)
    {
      int n = count_labels (words, words->known->pdata[i]);

      if (n <= MAX (most, 0))
        continue;
      best = words->known->pdata[i];
      most = n;
    }
  return best;
}

static gboolean
choose_by_numbers (TrlLevelWords *words, const char *name)
{
  guint n_steps = 0;

  for (guint i = 0; i <= MAX_NUMBER; i++)
    n_steps += words->seen[i];
  if (words->n_amounts > n_steps)
    return FALSE;
  words->scale = choose_by_labels (words);
  if (words->scale && highest (words) < (int) trl_scale_get_n_levels (words->scale))
    return TRUE;
  words->scale = words->preset;
  return make_own (words, name);
}

gboolean
trl_level_words_choose (TrlLevelWords *words, const char *name)
{
  words->scale = words->preset;
  g_clear_pointer (&words->own, trl_scale_free);
  if (g_hash_table_size (words->names) == 0)
    return choose_by_numbers (words, name);
  words->scale = choose_by_names (words);
  if (count_fits (words, words->scale) > 0 || highest (words) < 0)
    return TRUE;
  return choose_by_numbers (words, name);
}

const TrlScale *
trl_level_words_get_scale (const TrlLevelWords *words)
{
  return words->scale;
}

gboolean
trl_level_words_uses_labels (const TrlLevelWords *words)
{
  return words->own != NULL;
}

gboolean
trl_level_words_has_other_names (const TrlLevelWords *words)
{
  for (guint i = 0; words->own == NULL && i <= MAX_NUMBER; i++)
    {
      g_autofree char *name = words->labels[i] ? fold_head (words->labels[i]) : NULL;

      if (words->seen[i] && name && *name && find_name (words->scale, name) == NULL)
        return TRUE;
    }
  return FALSE;
}

static const TrlLevel *
find_number (const TrlLevelWords *words, double number)
{
  if (number < 0 || number > MAX_NUMBER || number != floor (number))
    return NULL;
  if (words->own == NULL || number == 0)
    return trl_scale_get_n_levels (words->scale) > (guint) number
             ? trl_scale_get_level (words->scale, (guint) number)
             : NULL;
  g_autofree char *id = g_strdup_printf ("%d", (int) number);
  int              rank = trl_scale_get_rank (words->scale, id);
  return rank < 0 ? NULL : trl_scale_get_level (words->scale, (guint) rank);
}

static gboolean
read_settled (const TrlLevelWords *words, const char *text, TrlLevelAnswer *answer)
{
  g_autofree char *key = trl_fold (text);
  const char      *id;

  if (words->values == NULL || (id = g_hash_table_lookup (words->values, key)) == NULL)
    return FALSE;
  int rank = trl_scale_get_rank (words->scale, id);
  if (rank < 0)
    *answer = (TrlLevelAnswer){ TRL_LEVEL_MISSING, NULL, NULL };
  else
    *answer =
      (TrlLevelAnswer){ TRL_LEVEL_GIVEN,
                        trl_scale_get_level (words->scale, (guint) rank)->id, NULL };
  return TRUE;
}

static TrlLevelAnswer
read_cell (const TrlLevelWords *words, const char *text)
{
  TrlLevelAnswer answer = { TRL_LEVEL_EMPTY, NULL, NULL };
  Cell           cell;

  if (text[0] == '\0' || read_settled (words, text, &answer))
    return answer;
  parse_cell (text, words->comma, &cell);
  g_autofree char *name = cell.name;
  const char      *missing = find_missing (text, name);
  if (missing != NULL)
    return (TrlLevelAnswer){ TRL_LEVEL_MISSING, NULL, missing[0] ? missing : NULL };
  const TrlLevel *level = find_name (words->scale, name);
  if (level == NULL && name[0] == '\0' && cell.has_number)
    level = find_number (words, cell.number);
  if (level == NULL)
    return (TrlLevelAnswer){ TRL_LEVEL_UNKNOWN, NULL, NULL };
  return (TrlLevelAnswer){ TRL_LEVEL_GIVEN, level->id, NULL };
}

TrlLevelAnswer
trl_level_words_read_on (const TrlScale *scale, const char *text, gboolean comma)
{
  TrlLevelWords words = { .preset = scale, .scale = scale, .comma = comma };

  return read_cell (&words, text);
}

TrlLevelAnswer
trl_level_words_read (const TrlLevelWords *words, const char *text)
{
  const TrlLevelAnswer *known = g_hash_table_lookup (words->answers, text);

  if (known != NULL)
    return *known;
  TrlLevelAnswer answer = read_cell (words, text);
  if (g_hash_table_size (words->answers) < MAX_NAMES)
    g_hash_table_insert (words->answers, g_strdup (text),
                         g_memdup2 (&answer, sizeof answer));
  return answer;
}

gboolean
trl_level_words_is_name (const TrlLevelWords *words, const char *text)
{
  Cell cell;

  if (strlen (text) > LONGEST_NAME)
    return FALSE;
  parse_cell (text, words->comma, &cell);
  g_autofree char *name = cell.name;
  gboolean         found = find_name (words->preset, name) != NULL;
  for (guint i = 0; i < words->known->len && !found; i++)
    found = find_name (words->known->pdata[i], name) != NULL;
  return found;
}
