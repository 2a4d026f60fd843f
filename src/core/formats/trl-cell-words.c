/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the grid as a text, and a text as a cell.  What can be read in two ways is
 * not read at all. */

#include "config.h"

#include "formats/trl-cell-words.h"

#include "formats/trl-level-words.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The text before the number of partners, which is NAN where there is none. */
static char *
take_count (const char *text, double *count)
{
  g_autofree char *cell = g_strstrip (g_strdup (text));
  char            *open = strrchr (cell, '(');
  char            *end;

  *count = NAN;
  if (open == NULL || !g_ascii_isdigit (open[1]))
    return g_steal_pointer (&cell);
  guint64 number = g_ascii_strtoull (open + 1, &end, 10);
  if (strcmp (end, ")") != 0 || number > G_MAXINT)
    return g_steal_pointer (&cell);
  *count = (double) number;
  *open = '\0';
  return g_strdup (g_strchomp (cell));
}

static gboolean
is_word (const char *text, const char *english, const char *translated)
{
  g_autofree char *key = trl_fold (text);
  g_autofree char *a = trl_fold (english);
  g_autofree char *b = trl_fold (translated);

  return strcmp (key, a) == 0 || strcmp (key, b) == 0;
}

static gboolean
set_level (TrlCellEdit *edit, TrlCellState state, int rank)
{
  edit->mask |= TRL_CELL_SET_LEVEL;
  edit->state = state;
  edit->rank = rank;
  return TRUE;
}

static gboolean
set_rank (TrlCellEdit *edit, int rank)
{
  if (rank < 0)
    return set_level (edit, TRL_CELL_NOT_REPORTED, -1);
  return set_level (edit, rank > 0 ? TRL_CELL_LEVEL : TRL_CELL_NONE, rank);
}

static gboolean
read_beginning (const TrlScale *scale, const char *word, TrlCellEdit *edit)
{
  g_autoptr (GArray) ranks = trl_cell_words_match (scale, word);

  if (ranks->len != 1 || g_ascii_isdigit (word[0]))
    return FALSE;
  return set_rank (edit, g_array_index (ranks, int, 0));
}

static gboolean
read_level (const TrlScale *scale, const char *word, gboolean comma, TrlCellEdit *edit)
{
  if (is_word (word, "N", "N") || is_word (word, "Not reported", _ ("Not reported")))
    return set_level (edit, TRL_CELL_NOT_REPORTED, -1);
  if (is_word (word, "Absent", _ ("Absent")))
    return set_level (edit, TRL_CELL_ABSENT, -1);
  TrlLevelAnswer answer = trl_level_words_read_on (scale, word, comma);
  if (answer.kind == TRL_LEVEL_GIVEN)
    return set_rank (edit, trl_scale_get_rank (scale, answer.level));
  if (answer.kind == TRL_LEVEL_MISSING)
    return set_level (edit, TRL_CELL_NOT_REPORTED, -1);
  return read_beginning (scale, word, edit);
}

gboolean
trl_cell_words_read (const TrlScale *scale,
                     const char     *text,
                     gboolean        comma,
                     TrlCellEdit    *edit)
{
  double           count;
  g_autofree char *word = take_count (text, &count);

  *edit = (TrlCellEdit){ .scale = scale, .rank = -1, .count = NAN, .intended = -1 };
  if (isfinite (count) || word[0] == '\0')
    edit->mask |= TRL_CELL_SET_COUNT;
  edit->count = count;
  if (word[0] == '\0')
    return isnan (count) && set_level (edit, TRL_CELL_EMPTY, -1);
  return read_level (scale, word, comma, edit);
}

void
trl_cell_words_get_form (const char *text, gboolean comma, TrlCellForm *form)
{
  double           count, number;
  g_autofree char *word = take_count (text, &count);

  form->counts |= isfinite (count);
  form->names |= word[0] != '\0' && !is_word (word, "N", "N") &&
                 !trl_word_number (word, comma, &number);
}

static char *
write_rank (const TrlScale *scale, int rank, gboolean by_name)
{
  if (by_name && rank < (int) trl_scale_get_n_levels (scale))
    return g_strdup (trl_scale_get_level (scale, (guint) rank)->name);
  return g_strdup_printf ("%d", rank);
}

static char *
write_level (const TrlCell *cell, const TrlCellForm *form)
{
  switch (cell->state)
    {
    case TRL_CELL_ABSENT:
      return g_strdup (_ ("Absent"));
    case TRL_CELL_NOT_REPORTED:
      return g_strdup (form->names ? _ ("Not reported") : "N");
    case TRL_CELL_NONE:
    case TRL_CELL_LEVEL:
      return write_rank (cell->scale, cell->rank, form->names);
    default:
      return g_strdup ("");
    }
}

char *
trl_cell_words_write (const TrlCell *cell, const TrlCellForm *form)
{
  if (form->intended)
    return cell->intended < 0 ? g_strdup ("")
                              : write_rank (cell->scale, cell->intended, form->names);
  char *level = write_level (cell, form);

  if (!form->counts || level[0] == '\0' || !isfinite (cell->count) || cell->count < 0 ||
      cell->count > G_MAXINT)
    return level;
  char *both = g_strdup_printf ("%s (%u)", level, (guint) cell->count);
  g_free (level);
  return both;
}

static gboolean
begins (const char *name, const char *key)
{
  g_autofree char *folded = trl_fold (name);
  return g_str_has_prefix (folded, key);
}

static void
add_rank (GArray *ranks, int rank)
{
  g_array_append_val (ranks, rank);
}

static void
add_named (GArray *ranks, const TrlScale *scale, guint rank, const char *key)
{
  const TrlLevel *level = trl_scale_get_level (scale, rank);

  if (begins (level->name, key) || begins (level->id, key))
    add_rank (ranks, (int) rank);
}

static void
match_name (GArray *ranks, const TrlScale *scale, const char *key)
{
  gboolean alone = strcmp (key, "n") == 0;
  guint    n = trl_scale_get_n_levels (scale);

  if (alone)
    add_rank (ranks, -1);
  for (guint rank = 1; rank < n; rank++)
    add_named (ranks, scale, rank, key);
  if (n > 0)
    add_named (ranks, scale, 0, key);
  if (!alone && (begins ("Not reported", key) || begins (_ ("Not reported"), key)))
    add_rank (ranks, -1);
}

GArray *
trl_cell_words_match (const TrlScale *scale, const char *typed)
{
  GArray          *ranks = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *key = trl_fold (typed);
  double           number;

  if (key[0] == '\0')
    return ranks;
  if (!trl_word_number (key, FALSE, &number))
    match_name (ranks, scale, key);
  if (ranks->len > 0)
    return ranks;
  TrlLevelAnswer answer = trl_level_words_read_on (scale, typed, FALSE);
  if (answer.kind == TRL_LEVEL_GIVEN)
    add_rank (ranks, trl_scale_get_rank (scale, answer.level));
  else if (answer.kind == TRL_LEVEL_MISSING)
    add_rank (ranks, -1);
  return ranks;
}
