/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of partners for tables of ties.  Its partners wait in the pool of the draft
 * until a table of ties takes them, all of them: those without a tie stay. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const TrlMeaning used[] = { TRL_MEANING_PARTNER, TRL_MEANING_ID,
                                   TRL_MEANING_TYPE,    TRL_MEANING_ROLES,
                                   TRL_MEANING_COUNT,   TRL_MEANING_NOTE,
                                   TRL_MEANING_SOURCE,  TRL_MEANING_HUB_FLAG,
                                   TRL_N_MEANINGS };

static guint
score (const TrlSource *source)
{
  if (trl_source_has (source, TRL_MEANING_FROM) ||
      (!trl_source_has (source, TRL_MEANING_PARTNER) &&
       !trl_source_has (source, TRL_MEANING_ID)))
    return 0;
  return source->beside_ties ? 90 : 50;
}

static TrlDraftNetwork *
need_pool (TrlDraft *draft, const TrlSource *source)
{
  if (draft->pool == NULL)
    {
      g_autofree char *id = trl_id_derive ("nodes", NULL);
      draft->pool = trl_draft_network_new (id);
      trl_record_set (draft->pool->record, TRL_NETWORK_NAME, TRL_TEXT (source->stem));
    }
  return draft->pool;
}

/* Only one partner can be the hub; a column that marks others too stays a field. */
static void
check_hub_column (TrlDraft *draft, TrlSource *source)
{
  int   column = source->of[TRL_MEANING_HUB_FLAG];
  guint n = 0;

  for (guint row = trl_source_get_first (source);
       column >= 0 && row < trl_source_get_end (source); row++)
    n += trl_word_answer (trl_source_get (source, row, TRL_MEANING_HUB_FLAG)) == 1;
  if (column < 0 || n == 1)
    return;
  TrlColumn *hub = trl_source_get_column (source, (guint) column);
  hub->meaning = TRL_MEANING_FIELD;
  source->of[TRL_MEANING_HUB_FLAG] = -1;
  if (n > 1)
    trl_read_report_add (draft->report, TRL_ISSUE_NOTE, source->name,
                         trl_source_get_line (source, source->header), (guint) column + 1,
                         _ ("“%s” marks %u partners; none is taken to be the hub"),
                         hub->header, n);
}

static gboolean
is_repeated (TrlDraft *draft, const TrlSource *source, guint row, const char *key)
{
  guint first = trl_draft_first_row (draft->pool, source, row, key);
  guint line = trl_source_get_line (source, first);

  if (first == row)
    return FALSE;
  if (trl_draft_is_same_row (source, first, row))
    {
      trl_draft_merge_row (draft, source, row,
                           _ ("The row of “%s” is the same as in line %u"), key, line);
      return TRUE;
    }
  trl_read_report_add (draft->report, TRL_ISSUE_NOTE, source->name,
                       trl_source_get_line (source, row), 0,
                       _ ("“%s” is also in line %u; both are kept, and ties are of the "
                          "first"),
                       key, line);
  return FALSE;
}

static void
read_row (TrlDraft *draft, const TrlSource *source, guint row)
{
  const char *id = trl_source_get (source, row, TRL_MEANING_ID);
  const char *name = trl_source_get (source, row, TRL_MEANING_PARTNER);
  const char *key = id[0] != '\0' ? id : name;
  int         count = source->of[TRL_MEANING_COUNT];

  if (key[0] == '\0')
    {
      trl_draft_skip_row (draft, source, row, _ ("The row names no partner"));
      return;
    }
  if (is_repeated (draft, source, row, key))
    return;
  TrlRecord  *node = trl_draft_node_new (draft->pool, key, name[0] ? name : key);
  const char *type =
    trl_draft_type (draft, source, row, trl_source_get (source, row, TRL_MEANING_TYPE));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  if (strcmp (key, trl_record_get_text (node, TRL_NODE_NAME)) != 0)
    trl_record_set (node, TRL_NODE_KEY, TRL_TEXT (key));
  if (count >= 0 && isfinite (trl_source_get_number (source, row, (guint) count)))
    trl_record_set (node, TRL_NODE_COUNT,
                    TRL_NUMBER (trl_source_get_number (source, row, (guint) count)));
  trl_draft_set_text (source, row, TRL_MEANING_NOTE, node, TRL_NODE_NOTE);
  trl_draft_set_text (source, row, TRL_MEANING_SOURCE, node, TRL_NODE_SOURCE);
  trl_draft_set_roles (draft, source, row, node);
  trl_draft_keep_fields (draft, source, row, node);
  guint added = trl_draft_add_node (draft, draft->pool, key, node);
  if (trl_word_answer (trl_source_get (source, row, TRL_MEANING_HUB_FLAG)) == 1)
    draft->pool->hub = added;
  trl_draft_keep_row (draft);
}

static gboolean
read_nodes (TrlDraft *draft, TrlSource *source, GError **error)
{
  need_pool (draft, source);
  trl_draft_use (draft, source, used);
  check_hub_column (draft, source);
  g_autoptr (GHashTable) types = trl_draft_collect_words (source, TRL_MEANING_TYPE);
  trl_draft_choose_types (draft, types);
  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      if (!trl_draft_step (draft, error))
        return FALSE;
      read_row (draft, source, row);
    }
  return TRUE;
}

const TrlFormat trl_format_nodes = {
  .id = "nodes",
  .label = N_ ("Table of partners"),
  .extension = "csv",
  .mime = "text/csv",
  .joins = TRUE,
  .score = score,
  .read = read_nodes,
};
