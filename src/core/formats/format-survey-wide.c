/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A survey as survey tools export it: one row a site, columns for each partner type.
 * Nothing is known of a type whose cells are all empty. */

#include "config.h"

#include "formats/trl-survey-row.h"
#include "formats/trl-type-words.h"
#include "formats/trl-wide.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TrlMeaning used[] = {
  TRL_MEANING_SITE,     TRL_MEANING_WAVE,      TRL_MEANING_HUB,
  TRL_MEANING_PLACE,    TRL_MEANING_CITY,      TRL_MEANING_STATE,
  TRL_MEANING_LATITUDE, TRL_MEANING_LONGITUDE, TRL_MEANING_RESPONSIBILITY,
  TRL_MEANING_STAGE,    TRL_MEANING_ECOSYSTEM, TRL_MEANING_NOTE,
  TRL_MEANING_SOURCE,   TRL_MEANING_PARTNER,   TRL_MEANING_COUNT,
  TRL_MEANING_LEVEL,    TRL_N_MEANINGS
};

static guint
score (const TrlSource *source)
{
  g_autoptr (GPtrArray) types = trl_wide_find (source);
  gboolean site = trl_source_has (source, TRL_MEANING_SITE) ||
                  trl_source_has (source, TRL_MEANING_PARTNER);

  if (types->len < 3 || trl_source_has (source, TRL_MEANING_FROM))
    return types->len == 2 && site ? 40 : 0;
  return site ? 95 : 75;
}

/* The columns of types are taken; the others are of the site. */
static void
take_columns (TrlSource *source, const GPtrArray *types)
{
  for (guint i = 0; i < types->len; i++)
    {
      const TrlWideType *type = types->pdata[i];
      int                columns[] = { type->count, type->level };
      for (guint k = 0; k < 2; k++)
        {
          if (columns[k] < 0)
            continue;
          TrlColumn *column = trl_source_get_column (source, (guint) columns[k]);
          if (source->of[column->meaning] == columns[k])
            source->of[column->meaning] = -1;
          column->meaning = k == 0 ? TRL_MEANING_COUNT : TRL_MEANING_LEVEL;
          column->certainty = 1;
        }
    }
}

static TrlLevelWords *
read_levels (TrlDraft *draft, const TrlSource *source, const GPtrArray *types)
{
  TrlLevelWords *words = trl_level_words_new (
    draft->vocabulary->scales->pdata[0], draft->request->values, source->sheet->comma);

  for (guint i = 0; i < types->len; i++)
    {
      int column = ((TrlWideType *) types->pdata[i])->level;
      for (guint row = trl_source_get_first (source);
           column >= 0 && row < trl_source_get_end (source); row++)
        trl_level_words_add (words, trl_sheet_get (source->sheet, row, (guint) column),
                             NULL);
    }
  trl_draft_choose_scale (draft, words, source->stem);
  return words;
}

static const char *
get_cell (const TrlSource *source, guint row, int column)
{
  return column < 0 ? "" : trl_sheet_get (source->sheet, row, (guint) column);
}

static double
read_count (TrlDraft *draft, const TrlSource *source, guint row, int column)
{
  const char *cell = get_cell (source, row, column);
  double count = column < 0 ? NAN : trl_source_get_number (source, row, (guint) column);

  if (cell[0] == '\0' || (isfinite (count) && count >= 0 && count == floor (count)))
    return count;
  trl_read_report_add (draft->report, TRL_ISSUE_UNKNOWN_VALUE, source->name,
                       trl_source_get_line (source, row), (guint) column + 1,
                       _ ("“%s” is not a number of partners; it is left out"), cell);
  return NAN;
}

static void
read_type (TrlDraft            *draft,
           TrlDraftNetwork     *network,
           const TrlSource     *source,
           guint                row,
           const TrlWideType   *wide,
           const TrlLevelWords *words)
{
  const char *id = trl_draft_type (draft, source, source->header, wide->name);

  if (get_cell (source, row, wide->count)[0] == '\0' &&
      get_cell (source, row, wide->level)[0] == '\0')
    return;
  const char *name = trl_vocabulary_find_type (draft->vocabulary, id)->name;
  TrlRecord  *node = trl_draft_node_new (network, id, name);
  double      count = read_count (draft, source, row, wide->count);

  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (id));
  if (isfinite (count))
    trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  guint added = trl_draft_add_node (draft, network, id, node);
  guint hub = trl_draft_need_hub (draft, network);
  if (added == TRL_NO_ROW || hub == TRL_NO_ROW)
    return;
  TrlRecord *edge = trl_draft_edge_new (network, hub, added);
  if (wide->level >= 0)
    trl_draft_set_level (draft, source, row, (guint) wide->level, words, edge,
                         TRL_EDGE_LEVEL);
  trl_survey_settle_tie (edge, count, TRUE);
  trl_draft_add_edge (draft, network, edge);
}

static char *
site_of_row (TrlDraft *draft, const TrlSource *source, guint row)
{
  const char *site = trl_source_get (source, row, TRL_MEANING_SITE);

  if (!trl_source_has (source, TRL_MEANING_SITE))
    site = trl_source_get (source, row, TRL_MEANING_PARTNER);
  if (site[0] != '\0')
    return g_strdup (site);
  draft->report->n_completed++;
  guint number = row - source->header;
  trl_read_report_add (draft->report, TRL_ISSUE_COMPLETED, source->name,
                       trl_source_get_line (source, row), 0,
                       _ ("The row names no site; it is called Site %u"), number);
  return g_strdup_printf (_ ("Site %u"), number);
}

/* A site that answered twice is two networks, unless the answers are the same. */
static TrlDraftNetwork *
start_site (TrlDraft *draft, const TrlSource *source, guint row)
{
  g_autofree char *site = site_of_row (draft, source, row);
  const char      *wave = trl_source_get (source, row, TRL_MEANING_WAVE);
  TrlDraftNetwork *network = trl_draft_get_network (draft, site, wave);
  guint            first = trl_draft_first_row (network, source, row, "");

  if (first == row)
    return network;
  guint line = trl_source_get_line (source, first);
  if (trl_draft_is_same_row (source, first, row))
    {
      trl_draft_merge_row (draft, source, row,
                           _ ("The row of “%s” is the same as in line %u"), site, line);
      return NULL;
    }
  trl_read_report_add (
    draft->report, TRL_ISSUE_NOTE, source->name, trl_source_get_line (source, row), 0,
    _ ("“%s” is also in line %u, with other answers; both are kept"), site, line);
  return trl_draft_add_network (draft, site);
}

static void
read_row (TrlDraft            *draft,
          TrlSource           *source,
          guint                row,
          const GPtrArray     *types,
          const TrlLevelWords *words)
{
  TrlDraftNetwork *network = start_site (draft, source, row);

  if (network == NULL)
    return;
  network->by_type = TRUE;
  trl_draft_need_hub (draft, network);
  for (guint i = 0; i < types->len; i++)
    read_type (draft, network, source, row, types->pdata[i], words);
  trl_draft_set_site (draft, source, row, network);
  trl_draft_set_text (source, row, TRL_MEANING_NOTE, network->record, TRL_NETWORK_NOTE);
  trl_draft_set_text (source, row, TRL_MEANING_SOURCE, network->record,
                      TRL_NETWORK_SOURCE);
  trl_draft_keep_fields (draft, source, row, network->record);
  trl_draft_keep_row (draft);
}

static gboolean
read_survey (TrlDraft *draft, TrlSource *source, GError **error)
{
  g_autoptr (GPtrArray) types = trl_wide_find (source);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < types->len; i++)
    g_hash_table_add (names, ((TrlWideType *) types->pdata[i])->name);
  take_columns (source, types);
  trl_draft_use (draft, source, used);
  trl_draft_choose_types (draft, names);
  g_autoptr (TrlLevelWords) words = read_levels (draft, source, types);
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      if (!trl_draft_step (draft, error))
        return FALSE;
      read_row (draft, source, row, types, words);
    }
  return TRUE;
}

const TrlFormat trl_format_survey_wide = {
  .id = "survey-wide",
  .label = N_ ("Survey, one row a site"),
  .extension = "csv",
  .mime = "text/csv",
  .score = score,
  .read = read_survey,
};
