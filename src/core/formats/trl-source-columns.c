/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table mean: headers first, then a person's word, then the other
 * columns and the cells.  Each meaning is given once; what is left over is a field. */

#include "config.h"

#include "formats/trl-level-words.h"
#include "formats/trl-source.h"
#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

#include <string.h>

#define SAMPLE 200  /* rows */
#define GUESSED 0.6 /* certainty of what only cells say */
#define TOLD 1.0    /* certainty of what a person says */

typedef gboolean (*CellTest) (const char *cell, gpointer data);

typedef struct
{
  guint n;        /* cells that are not empty */
  guint passed;   /* of these */
  guint distinct; /* of these */
} Sample;

/* Each different cell is tested once. */
static Sample
sample_column (const TrlSource *source, guint column, CellTest test, gpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint  end = MIN (trl_source_get_end (source), trl_source_get_first (source) + SAMPLE);
  Sample sample = { 0, 0, 0 };

  for (guint row = trl_source_get_first (source); row < end; row++)
    {
      const char *cell = trl_sheet_get (source->sheet, row, column);
      gpointer    passed;
      if (cell[0] == '\0')
        continue;
      if (!g_hash_table_lookup_extended (seen, cell, NULL, &passed))
        {
          passed = GINT_TO_POINTER (test (cell, data));
          g_hash_table_insert (seen, (gpointer) cell, passed);
          sample.distinct++;
        }
      sample.n++;
      sample.passed += GPOINTER_TO_INT (passed) != 0;
    }
  return sample;
}

static gboolean
is_number (const char *cell, gpointer data)
{
  const TrlSource *source = data;
  double           number;
  return trl_word_number (cell, source->sheet->comma, &number);
}

static gboolean
is_answer (const char *cell, gpointer data)
{
  return trl_word_answer (cell) >= 0;
}

static gboolean
is_direction (const char *cell, gpointer data)
{
  static const char *const words[] = { "directed", "undirected", "mutual",
                                       "dirigido", "nodirigido", NULL };
  g_autofree char         *word = trl_fold (cell);
  return g_strv_contains (words, word);
}

static gboolean
is_level_name (const char *cell, gpointer data)
{
  return trl_level_words_is_name (data, cell);
}

static gboolean
is_type_name (const char *cell, gpointer data)
{
  g_autofree char *key = trl_fold_name (cell);
  return g_hash_table_contains (data, key);
}

static gboolean
mostly (Sample sample, double share)
{
  return sample.n > 0 && sample.passed >= share * sample.n;
}

static void
take_back (TrlColumn *column)
{
  column->meaning = TRL_MEANING_FIELD;
  column->certainty = 0;
}

static int
find_column (const TrlSource *source, TrlMeaning meaning)
{
  int best = -1;

  for (guint i = 0; i < source->columns->len; i++)
    {
      const TrlColumn *column = trl_source_get_column (source, i);
      if (column->meaning == meaning &&
          (best < 0 ||
           column->certainty > trl_source_get_column (source, (guint) best)->certainty))
        best = (int) i;
    }
  return best;
}

static void
turn (TrlSource *source, TrlMeaning from, TrlMeaning to)
{
  int i = find_column (source, from);
  if (i >= 0 && trl_source_get_column (source, (guint) i)->certainty < TOLD)
    trl_source_get_column (source, (guint) i)->meaning = to;
}

/* `source` beside `target` is an end; in a table of ties `type` and `label` are of ties.
 */
static void
settle_ties (TrlSource *source)
{
  int type = find_column (source, TRL_MEANING_TYPE);

  if (find_column (source, TRL_MEANING_TO) >= 0 &&
      find_column (source, TRL_MEANING_FROM) < 0)
    turn (source, TRL_MEANING_SOURCE, TRL_MEANING_FROM);
  if (find_column (source, TRL_MEANING_TO) < 0 ||
      find_column (source, TRL_MEANING_FROM) < 0)
    return;
  if (type >= 0 && mostly (sample_column (source, (guint) type, is_direction, NULL), 0.8))
    turn (source, TRL_MEANING_TYPE, TRL_MEANING_DIRECTION);
  else
    turn (source, TRL_MEANING_TYPE, TRL_MEANING_KIND);
  turn (source, TRL_MEANING_PARTNER, TRL_MEANING_FIELD);
  turn (source, TRL_MEANING_COUNT, TRL_MEANING_FIELD);
}

/* One end without the other is no tie. */
static void
settle_lone_ends (TrlSource *source)
{
  if (find_column (source, TRL_MEANING_TO) < 0)
    turn (source, TRL_MEANING_FROM, TRL_MEANING_FIELD);
  if (find_column (source, TRL_MEANING_FROM) < 0)
    turn (source, TRL_MEANING_TO, TRL_MEANING_FIELD);
}

/* A hub column says who it is, or of each partner whether it is. */
static void
settle_hub (TrlSource *source)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      if (column->certainty >= TOLD ||
          (column->meaning != TRL_MEANING_HUB && column->meaning != TRL_MEANING_HUB_FLAG))
        continue;
      Sample sample = sample_column (source, i, is_answer, NULL);
      if (mostly (sample, 1))
        column->meaning = TRL_MEANING_HUB_FLAG;
      else if (column->meaning == TRL_MEANING_HUB_FLAG && sample.n > 0)
        take_back (column);
    }
}

/* `Partners` over numbers counts them; over words it names them. */
static void
settle_count (TrlSource *source)
{
  int i = find_column (source, TRL_MEANING_COUNT);
  if (i < 0)
    return;
  Sample sample = sample_column (source, (guint) i, is_number, source);
  if (sample.n > 0 && sample.passed == 0)
    turn (source, TRL_MEANING_COUNT,
          find_column (source, TRL_MEANING_PARTNER) < 0 ? TRL_MEANING_PARTNER
                                                        : TRL_MEANING_FIELD);
}

/* A phrase inside a longer header counts only if the cells agree: names are no numbers.
 */
static void
settle_names (TrlSource *source)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      if (column->certainty <= 0.9 &&
          (column->meaning == TRL_MEANING_TYPE ||
           column->meaning == TRL_MEANING_PARTNER) &&
          sample_column (source, i, is_number, source).passed > 0)
        take_back (column);
    }
}

/* So do levels. */
static void
settle_level (TrlSource *source, TrlLevelWords *levels)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      if (column->meaning != TRL_MEANING_LEVEL || column->certainty > 0.9)
        continue;
      Sample names = sample_column (source, i, is_level_name, levels);
      Sample numbers = sample_column (source, i, is_number, source);
      if (names.n > 0 && !mostly (names, 0.5) && !mostly (numbers, 0.5))
        take_back (column);
    }
}

static void
guess_by_cells (
  TrlSource *source, TrlMeaning meaning, CellTest test, gpointer data, double share)
{
  int    best = -1;
  double best_share = share;

  if (find_column (source, meaning) >= 0)
    return;
  for (guint i = 0; i < source->columns->len; i++)
    {
      if (trl_source_get_column (source, i)->meaning != TRL_MEANING_FIELD)
        continue;
      Sample sample = sample_column (source, i, test, data);
      if (sample.n > 0 && sample.passed >= best_share * sample.n)
        {
          best = (int) i;
          best_share = (double) sample.passed / sample.n + 1e-9;
        }
    }
  if (best < 0)
    return;
  TrlColumn *column = trl_source_get_column (source, (guint) best);
  column->meaning = meaning;
  column->certainty = GUESSED;
}

/* Where types or levels have no name beside them, the first column of different words
 * that are no numbers may be it. */
static void
guess_partner (TrlSource *source)
{
  static const TrlMeaning others[] = { TRL_MEANING_PARTNER, TRL_MEANING_ID,
                                       TRL_MEANING_SITE, TRL_MEANING_FROM };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (find_column (source, others[i]) >= 0)
      return;
  if (find_column (source, TRL_MEANING_COUNT) >= 0 ||
      (find_column (source, TRL_MEANING_TYPE) < 0 &&
       find_column (source, TRL_MEANING_LEVEL) < 0))
    return;
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      Sample     sample = sample_column (source, i, is_number, source);
      if (column->meaning != TRL_MEANING_FIELD || sample.n == 0 || sample.passed > 0 ||
          sample.distinct * 10 < sample.n * 9)
        continue;
      column->meaning = TRL_MEANING_PARTNER;
      column->certainty = GUESSED;
      return;
    }
}

static void
apply_told (TrlSource *source, const TrlReadRequest *request)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn       *column = trl_source_get_column (source, i);
      g_autofree char *key = trl_fold (column->header);
      const char      *meaning = g_hash_table_lookup (request->map, key);
      if (meaning == NULL)
        continue;
      column->meaning = (TrlMeaning) trl_meaning_find (meaning);
      column->certainty = TOLD;
    }
}

/* The surest column keeps a meaning; of equals the first. */
static void
give_once (TrlSource *source)
{
  for (guint m = TRL_MEANING_SITE; m < TRL_N_MEANINGS; m++)
    source->of[m] = find_column (source, (TrlMeaning) m);
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      if (column->meaning >= TRL_MEANING_SITE && source->of[column->meaning] != (int) i)
        take_back (column);
    }
}

void
trl_source_understand (TrlSource *source, const TrlReadRequest *request)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();
  g_autoptr (GHashTable) types = trl_type_words_index (vocabulary);
  g_autoptr (TrlLevelWords) levels =
    trl_level_words_new (vocabulary->scales->pdata[0], NULL, source->sheet->comma);

  apply_told (source, request);
  settle_ties (source);
  settle_lone_ends (source);
  settle_hub (source);
  settle_count (source);
  settle_names (source);
  settle_level (source, levels);
  guess_by_cells (source, TRL_MEANING_LEVEL, is_level_name, levels, 0.8);
  guess_by_cells (source, TRL_MEANING_TYPE, is_type_name, types, 0.6);
  guess_partner (source);
  give_once (source);
}
