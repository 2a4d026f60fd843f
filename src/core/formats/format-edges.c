/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of ties, with or without a table of partners beside it.  A tie that both ends
 * report is one tie with two answers; ends that no table lists are made and listed. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"
#include "model/trl-network-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TrlMeaning used[] = {
  TRL_MEANING_FROM,    TRL_MEANING_TO,       TRL_MEANING_LEVEL,   TRL_MEANING_LEVEL_LABEL,
  TRL_MEANING_BACK,    TRL_MEANING_INTENDED, TRL_MEANING_MISSING, TRL_MEANING_PRESENCE,
  TRL_MEANING_PLANNED, TRL_MEANING_KIND,     TRL_MEANING_SINCE,   TRL_MEANING_UNTIL,
  TRL_MEANING_NOTE,    TRL_MEANING_TIE_NOTE, TRL_MEANING_SOURCE,  TRL_MEANING_DIRECTION,
  TRL_MEANING_SITE,    TRL_MEANING_WAVE,     TRL_N_MEANINGS
};

typedef struct
{
  TrlDraft        *draft;
  TrlSource       *source;
  TrlDraftNetwork *network; /* of all rows, unless they have sites */
  TrlLevelWords   *words;
  guint            made; /* ends made without a table of partners */
} Reader;

static guint
score (const TrlSource *source)
{
  return trl_source_has (source, TRL_MEANING_FROM) &&
             trl_source_has (source, TRL_MEANING_TO)
           ? 90
           : 0;
}

/* The ids stay, so that one partner has one id in all networks of a document; the rows
 * stay too, since nothing is ever taken from a pool. */
static void
copy_pool (TrlDraft *draft, TrlDraftNetwork *network)
{
  TrlDraftNetwork *pool = draft->pool;

  if (pool == NULL || trl_table_get_size (trl_network_get_nodes (network->network)) > 0)
    return;
  const TrlTable *nodes = trl_network_get_nodes (pool->network);
  for (guint row = 0; row < trl_table_get_capacity (nodes); row++)
    {
      g_autoptr (TrlRecord) copy = trl_table_get_record (nodes, row, NULL);
      trl_network_add_row (network->network, copy);
    }
  network->pool = pool;
  network->hub = pool->hub;
  draft->n_records += trl_table_get_size (nodes);
  draft->pool_used = TRUE;
}

static TrlDraftNetwork *
network_of_row (Reader *reader, guint row)
{
  const char *site = trl_source_get (reader->source, row, TRL_MEANING_SITE);
  const char *wave = trl_source_get (reader->source, row, TRL_MEANING_WAVE);

  if (site[0] == '\0' && wave[0] == '\0')
    {
      if (reader->network == NULL)
        reader->network = trl_draft_add_network (reader->draft, reader->source->stem);
      copy_pool (reader->draft, reader->network);
      return reader->network;
    }
  TrlDraftNetwork *network =
    trl_draft_get_network (reader->draft, site[0] ? site : reader->source->stem, wave);
  copy_pool (reader->draft, network);
  return network;
}

static guint
need_end (Reader *reader, TrlDraftNetwork *network, guint row, const char *name)
{
  guint node = trl_draft_find_node (network, name);

  if (node != TRL_NO_ROW)
    return node;
  if (reader->draft->pool == NULL)
    reader->made++;
  else
    {
      reader->draft->report->n_completed++;
      trl_read_report_add (reader->draft->report, TRL_ISSUE_COMPLETED,
                           reader->source->name,
                           trl_source_get_line (reader->source, row), 0,
                           _ ("“%s” is in no table of partners; it is added"), name);
    }
  return trl_draft_add_node (reader->draft, network, name,
                             trl_draft_node_new (network, name, name));
}

static gboolean
is_directed (const TrlSource *source, guint row)
{
  const char *cell = trl_source_get (source, row, TRL_MEANING_DIRECTION);

  if (cell[0] == '\0')
    return FALSE;
  g_autofree char *word = trl_fold (cell);
  return strcmp (word, "directed") == 0 || strcmp (word, "dirigido") == 0 ||
         trl_word_answer (cell) == 1;
}

static guint
tie_word (const Reader *reader, TrlDraftNetwork *network, guint row)
{
  return trl_ties_word (network->ties,
                        trl_source_get (reader->source, row, TRL_MEANING_KIND),
                        is_directed (reader->source, row));
}

/* What the second row says and the first does not is added; what differs stands beside.
 */
static void
merge_fields (Reader *reader, guint row, TrlRecord *edge)
{
  g_autoptr (TrlRecord) other = trl_record_new_edge (NULL, edge->ends[0], edge->ends[1]);
  GHashTableIter iter;
  gpointer       field, text;

  trl_draft_keep_fields (reader->draft, reader->source, row, other);
  if (other->fields == NULL)
    return;
  g_hash_table_iter_init (&iter, other->fields);
  while (g_hash_table_iter_next (&iter, &field, &text))
    {
      const char      *there = trl_record_get_field (edge, field);
      g_autofree char *both = there == NULL || strcmp (there, text) == 0
                                ? g_strdup (text)
                                : g_strdup_printf ("%s / %s", there, (char *) text);
      trl_record_set_field (edge, field, both);
    }
}

static void
merge_note (Reader *reader, guint row, TrlRecord *edge)
{
  const char *note = trl_source_get (reader->source, row, TRL_MEANING_NOTE);
  const char *there = trl_record_get_text (edge, TRL_EDGE_NOTE);

  if (note[0] == '\0' || g_strcmp0 (note, there) == 0)
    return;
  g_autofree char *both =
    there == NULL ? g_strdup (note) : g_strdup_printf ("%s / %s", there, note);
  trl_record_set (edge, TRL_EDGE_NOTE, TRL_TEXT (both));
}

/* The edge that the other end told of before, when it has no second answer yet. */
static TrlRecord *
find_waiting (Reader *reader, TrlDraftNetwork *network, guint row, const TrlTie *back)
{
  const TrlTable *edges = trl_network_get_edges (network->network);

  if (back == NULL || back->edge == TRL_NO_ROW || is_directed (reader->source, row) ||
      trl_table_get_text (edges, back->edge, TRL_EDGE_BACK) != NULL)
    return NULL;
  return trl_table_get_record (edges, back->edge,
                               trl_network_get_nodes (network->network));
}

static gboolean
merge_answer (Reader *reader, TrlDraftNetwork *network, guint row, guint from, guint to)
{
  TrlSource *source = reader->source;
  TrlTie *back = trl_ties_find (network->ties, to, from, tie_word (reader, network, row));
  g_autoptr (TrlRecord) edge = find_waiting (reader, network, row, back);

  if (edge == NULL)
    return FALSE;
  if (trl_source_has (source, TRL_MEANING_LEVEL))
    trl_draft_set_level (reader->draft, source, row,
                         (guint) source->of[TRL_MEANING_LEVEL], reader->words, edge,
                         TRL_EDGE_BACK);
  merge_note (reader, row, edge);
  merge_fields (reader, row, edge);
  trl_draft_merge_row (reader->draft, source, row,
                       _ ("“%s” and “%s” name each other; one partnership holds both "
                          "answers"),
                       trl_draft_node_name (network, to),
                       trl_draft_node_name (network, from));
  trl_draft_replace_edge (reader->draft, network, back->edge, g_steal_pointer (&edge));
  back->edge = TRL_NO_ROW;
  return TRUE;
}

/* Whether the table has the same row above; the tie remembers where it was told first. */
static gboolean
is_repeated (Reader *reader, TrlTie *tie, guint row, const char *to)
{
  TrlSource *source = reader->source;

  if (tie->first == TRL_NO_ROW || tie->source != source->index)
    {
      tie->source = source->index;
      tie->first = row;
      return FALSE;
    }
  guint line = trl_source_get_line (source, tie->first);
  if (trl_draft_is_same_row (source, tie->first, row))
    {
      trl_draft_merge_row (reader->draft, source, row,
                           _ ("The partnership is the same as in line %u"), line);
      return TRUE;
    }
  trl_read_report_add (reader->draft->report, TRL_ISSUE_NOTE, source->name,
                       trl_source_get_line (source, row), 0,
                       _ ("A partnership with “%s” is in line %u already; both are kept"),
                       to, line);
  return FALSE;
}

static void
add_tie (Reader *reader, TrlDraftNetwork *network, guint row, TrlTie *tie)
{
  TrlSource *source = reader->source;
  TrlRecord *edge = trl_draft_edge_new (network, tie->from, tie->to);

  trl_draft_set_tie (reader->draft, source, row, reader->words, edge);
  if (is_directed (source, row))
    trl_record_set (edge, TRL_EDGE_DIRECTED, TRL_FLAG (TRUE));
  trl_draft_set_text (source, row, TRL_MEANING_NOTE, edge, TRL_EDGE_NOTE);
  trl_draft_set_text (source, row, TRL_MEANING_SOURCE, edge, TRL_EDGE_SOURCE);
  trl_draft_keep_fields (reader->draft, source, row, edge);
  guint added = trl_draft_add_edge (reader->draft, network, edge);
  if (tie->edge == TRL_NO_ROW)
    tie->edge = added;
  trl_draft_keep_row (reader->draft);
}

static void
read_tie (Reader *reader, TrlDraftNetwork *network, guint row, guint from, guint to)
{
  const char *to_name = trl_source_get (reader->source, row, TRL_MEANING_TO);
  TrlTie *tie = trl_ties_need (network->ties, from, to, tie_word (reader, network, row));

  if (!is_repeated (reader, tie, row, to_name) &&
      !merge_answer (reader, network, row, from, to))
    add_tie (reader, network, row, tie);
}

static void
read_row (Reader *reader, guint row)
{
  const char *from_name = trl_source_get (reader->source, row, TRL_MEANING_FROM);
  const char *to_name = trl_source_get (reader->source, row, TRL_MEANING_TO);

  if (from_name[0] == '\0' || to_name[0] == '\0')
    {
      trl_draft_skip_row (reader->draft, reader->source, row,
                          _ ("The partnership has only one end"));
      return;
    }
  TrlDraftNetwork *network = network_of_row (reader, row);
  guint            from = need_end (reader, network, row, from_name);
  guint            to = need_end (reader, network, row, to_name);
  if (from == TRL_NO_ROW || to == TRL_NO_ROW)
    return;
  if (from == to)
    trl_draft_skip_row (reader->draft, reader->source, row,
                        _ ("“%s” is named as a partner of itself"), from_name);
  else
    read_tie (reader, network, row, from, to);
}

static gboolean
read_edges (TrlDraft *draft, TrlSource *source, GError **error)
{
  trl_draft_use (draft, source, used);
  g_autoptr (TrlLevelWords) words = trl_draft_levels_new (draft, source, source->stem);
  Reader reader = { draft, source, NULL, words, 0 };

  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      if (!trl_draft_step (draft, error))
        return FALSE;
      read_row (&reader, row);
    }
  draft->report->n_completed += reader.made;
  if (reader.made > 0)
    trl_read_report_add (
      draft->report, TRL_ISSUE_COMPLETED, source->name, 0, 0,
      _ ("%u partners are made from the ends of partnerships, since no "
         "table lists them"),
      reader.made);
  return TRUE;
}

const TrlFormat trl_format_edges = {
  .id = "edges",
  .label = N_ ("Table of partnerships"),
  .extension = "csv",
  .mime = "text/csv",
  .score = score,
  .read = read_edges,
};
