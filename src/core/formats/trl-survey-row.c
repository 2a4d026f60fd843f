/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row, one partner of the hub.  What is named is engaged, at a level that may not be
 * reported; what is neither counted nor leveled, though both were asked, is not known. */

#include "config.h"

#include "formats/trl-survey-row.h"

#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_unanswered (const TrlSource *source, guint row)
{
  static const TrlMeaning answers[] = { TRL_MEANING_COUNT,    TRL_MEANING_LEVEL,
                                        TRL_MEANING_MISSING,  TRL_MEANING_NOTE,
                                        TRL_MEANING_PRESENCE, TRL_MEANING_PLANNED,
                                        TRL_MEANING_INTENDED };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (trl_source_get (source, row, answers[i])[0] != '\0')
      return FALSE;
  return TRUE;
}

/* A row may be about its site alone; a type that was asked about may have no answer. */
static gboolean
says_nothing (const TrlSource *source, guint row, const char *partner, const char *type)
{
  if (partner[0] != '\0' || !is_unanswered (source, row))
    return FALSE;
  return trl_source_has (source, TRL_MEANING_COUNT) || type[0] == '\0';
}

/* A count that is no number, or less than none, is listed and left out. */
static double
read_count (TrlDraft *draft, const TrlSource *source, guint row)
{
  int    column = source->of[TRL_MEANING_COUNT];
  double count = column < 0 ? NAN : trl_source_get_number (source, row, (guint) column);

  if (column < 0 || trl_source_get (source, row, TRL_MEANING_COUNT)[0] == '\0')
    return NAN;
  if (isfinite (count) && count >= 0 && count == floor (count))
    return count;
  trl_read_report_add (draft->report, TRL_ISSUE_UNKNOWN_VALUE, source->name,
                       trl_source_get_line (source, row), (guint) column + 1,
                       _ ("“%s” is not a number of partners; it is left out"),
                       trl_source_get (source, row, TRL_MEANING_COUNT));
  return NAN;
}

void
trl_survey_settle_tie (TrlRecord *edge, double count, gboolean said)
{
  if (trl_record_get_text (edge, TRL_EDGE_LEVEL) != NULL ||
      trl_record_get_text (edge, TRL_EDGE_PRESENCE) != NULL)
    return;
  if (count == 0)
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT ("absent"));
  else if (isnan (count) &&
           (!said || trl_record_get_text (edge, TRL_EDGE_MISSING) != NULL))
    trl_record_set (edge, TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
}

static const char *
type_name (const TrlDraft *draft, const char *type)
{
  return trl_vocabulary_find_type (draft->vocabulary, type)->name;
}

static guint
add_partner (TrlDraft        *draft,
             TrlDraftNetwork *network,
             const TrlSource *source,
             guint            row,
             const char      *type,
             const char      *partner,
             double           count)
{
  const char *id = trl_source_get (source, row, TRL_MEANING_ID);
  const char *name = partner[0] != '\0' ? partner : type_name (draft, type);
  const char *key = id[0] != '\0' ? id : partner[0] != '\0' ? partner : type;
  TrlRecord  *node = trl_draft_node_new (network, key, name);

  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  trl_draft_set_text (source, row, TRL_MEANING_NOTE, node, TRL_NODE_NOTE);
  trl_draft_set_text (source, row, TRL_MEANING_SOURCE, node, TRL_NODE_SOURCE);
  trl_draft_set_roles (draft, source, row, node);
  trl_draft_keep_fields (draft, source, row, node);
  if (isfinite (count))
    trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  return trl_draft_add_node (draft, network, key, node);
}

/* Whether the row is the same as one before; if it is only about the same, both stay. */
static gboolean
is_repeated (TrlDraft        *draft,
             TrlDraftNetwork *network,
             const TrlSource *source,
             guint            row,
             const char      *type,
             const char      *partner)
{
  g_autofree char *about = g_strconcat (type ? type : "", "\n", partner, NULL);
  guint            first = trl_draft_first_row (network, source, row, about);
  const char      *name = partner[0] != '\0' ? partner : type_name (draft, type);

  if (first == row)
    return FALSE;
  guint line = trl_source_get_line (source, first);
  if (trl_draft_is_same_row (source, first, row))
    {
      trl_draft_merge_row (draft, source, row,
                           _ ("The row of “%s” is the same as in line %u"), name, line);
      return TRUE;
    }
  trl_read_report_add (
    draft->report, TRL_ISSUE_NOTE, source->name, trl_source_get_line (source, row), 0,
    _ ("“%s” is also in line %u, with other answers; both are kept"), name, line);
  return FALSE;
}

static gboolean
is_engaged (const TrlSource *source, guint row)
{
  return trl_source_get (source, row, TRL_MEANING_LEVEL)[0] != '\0' ||
         trl_word_answer (trl_source_get (source, row, TRL_MEANING_PRESENCE)) == 1;
}

void
trl_survey_read_partner (TrlDraft            *draft,
                         TrlDraftNetwork     *network,
                         const TrlSource     *source,
                         guint                row,
                         const TrlLevelWords *words)
{
  const char *partner = trl_source_get (source, row, TRL_MEANING_PARTNER);
  const char *word = trl_source_get (source, row, TRL_MEANING_TYPE);

  const char *type = trl_draft_type (draft, source, row, word);

  if (says_nothing (source, row, partner, word))
    {
      trl_draft_blank_row (draft);
      return;
    }
  if (partner[0] == '\0' && word[0] == '\0')
    {
      trl_draft_skip_row (draft, source, row, _ ("The row names no partner and no type"));
      return;
    }
  if (is_repeated (draft, network, source, row, type, partner))
    return;

  double count = read_count (draft, source, row);
  guint  hub = trl_draft_need_hub (draft, network);
  guint  node = add_partner (draft, network, source, row, type, partner, count);
  if (hub == TRL_NO_ROW || node == TRL_NO_ROW)
    return;
  TrlRecord *edge = trl_draft_edge_new (network, hub, node);
  trl_draft_set_tie (draft, source, row, words, edge);
  if (partner[0] == '\0' && trl_source_has (source, TRL_MEANING_COUNT))
    trl_survey_settle_tie (edge, count, is_engaged (source, row));
  trl_draft_add_edge (draft, network, edge);
  trl_draft_keep_row (draft);
}
