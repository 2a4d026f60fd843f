/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A network is its own record, a table of nodes and a table of edges.  Every writer moves
 * the revision on, and one that adds or removes drops the cached graph. */

#include "config.h"

#include "model/trl-graph-private.h"
#include "model/trl-network-private.h"
#include "model/trl-table-private.h"

#include <glib/gi18n-lib.h>

#define N_TOUCHES 128 /* that are remembered */

struct TrlNetwork
{
  gatomicrefcount ref;
  TrlRecord      *record;
  TrlTable       *nodes;
  TrlTable       *edges;
  GArray         *degrees; /* guint a node row: ends of edges at it */
  TrlVocabulary  *vocabulary;
  TrlLevelRule    level_rule;
  TrlRollUpRule   roll_up_rule;
  guint64         revision;
  TrlTouch        touches[N_TOUCHES]; /* by revision; of a network: all of it */
  TrlGraph       *graph;              /* NULL when the structure changed */
  guint64         hub_revision;       /* for which is_hub_network holds */
  gboolean        is_hub_network;
  GArray         *edge_ranks; /* gint16 an edge row, TRL_RANK_UNKNOWN until asked for */
  GArray         *node_ranks; /* TrlNodeRank a node row */
  guint64         node_ranks_revision; /* for which they hold */
};

TrlNetwork *
trl_network_new (const TrlRecord *record)
{
  TrlNetwork *network = g_new0 (TrlNetwork, 1);

  g_atomic_ref_count_init (&network->ref);
  network->record =
    record ? trl_record_copy (record) : trl_record_new (TRL_KIND_NETWORK, NULL);
  network->nodes = trl_table_new (TRL_KIND_NODE);
  network->edges = trl_table_new (TRL_KIND_EDGE);
  network->degrees = g_array_new (FALSE, TRUE, sizeof (guint));
  network->vocabulary = trl_vocabulary_new_empty ();
  network->hub_revision = G_MAXUINT64;
  network->edge_ranks = g_array_new (FALSE, FALSE, sizeof (gint16));
  network->node_ranks = g_array_new (FALSE, FALSE, sizeof (TrlNodeRank));
  return network;
}

TrlNetwork *
trl_network_copy (const TrlNetwork *network)
{
  TrlNetwork *copy = g_new0 (TrlNetwork, 1);

  *copy = *network;
  g_atomic_ref_count_init (&copy->ref);
  copy->record = trl_record_copy (network->record);
  copy->nodes = trl_table_copy (network->nodes);
  copy->edges = trl_table_copy (network->edges);
  copy->degrees = g_array_copy (network->degrees);
  trl_vocabulary_ref (copy->vocabulary);
  copy->graph = network->graph ? trl_graph_ref (network->graph) : NULL;
  copy->edge_ranks = g_array_copy (network->edge_ranks);
  copy->node_ranks = g_array_copy (network->node_ranks);
  return copy;
}

TrlNetwork *
trl_network_ref (TrlNetwork *network)
{
  g_atomic_ref_count_inc (&network->ref);
  return network;
}

void
trl_network_unref (TrlNetwork *network)
{
  if (!network || !g_atomic_ref_count_dec (&network->ref))
    return;
  trl_record_free (network->record);
  trl_table_free (network->nodes);
  trl_table_free (network->edges);
  g_array_unref (network->degrees);
  trl_vocabulary_unref (network->vocabulary);
  trl_graph_unref (network->graph);
  g_array_unref (network->edge_ranks);
  g_array_unref (network->node_ranks);
  g_free (network);
}

const char *
trl_network_get_id (const TrlNetwork *network)
{
  return network->record->id;
}

const char *
trl_network_get_name (const TrlNetwork *network)
{
  const char *name = trl_network_get_text (network, TRL_NETWORK_NAME);

  if (!name || !*name)
    name = trl_network_get_text (network, TRL_NETWORK_SITE);
  return name && *name ? name : _ ("Unnamed network");
}

const char *
trl_network_get_text (const TrlNetwork *network, guint prop)
{
  return trl_record_get_text (network->record, prop);
}

double
trl_network_get_number (const TrlNetwork *network, guint prop)
{
  return trl_record_get_number (network->record, prop);
}

gboolean
trl_network_get_flag (const TrlNetwork *network, guint prop)
{
  return trl_record_get_number (network->record, prop) == 1;
}

const char *
trl_network_get_field (const TrlNetwork *network, const char *field)
{
  return trl_record_get_field (network->record, field);
}

const TrlRecord *
trl_network_get_record (const TrlNetwork *network)
{
  return network->record;
}

const TrlTable *
trl_network_get_nodes (const TrlNetwork *network)
{
  return network->nodes;
}

const TrlTable *
trl_network_get_edges (const TrlNetwork *network)
{
  return network->edges;
}

static TrlTable *
table_of (const TrlNetwork *network, TrlKind kind)
{
  g_return_val_if_fail (kind == TRL_KIND_NODE || kind == TRL_KIND_EDGE, NULL);

  return kind == TRL_KIND_NODE ? network->nodes : network->edges;
}

const TrlTable *
trl_network_get_table (const TrlNetwork *network, TrlKind kind)
{
  return table_of (network, kind);
}

const TrlVocabulary *
trl_network_get_vocabulary (const TrlNetwork *network)
{
  return network->vocabulary;
}

guint64
trl_network_get_revision (const TrlNetwork *network)
{
  return network->revision;
}

gboolean
trl_network_list_touches (const TrlNetwork *network, guint64 since, GArray *touches)
{
  if (since > network->revision || network->revision - since > N_TOUCHES)
    return FALSE;
  for (guint64 i = since + 1; i <= network->revision; i++)
    {
      const TrlTouch *touch = &network->touches[i % N_TOUCHES];

      if (touch->of == TRL_KIND_NETWORK)
        return FALSE;
      g_array_append_vals (touches, touch, 1);
    }
  return TRUE;
}

gboolean
trl_network_is_touched (const TrlNetwork *network, guint64 since, TrlKind of)
{
  if (since > network->revision || network->revision - since > N_TOUCHES)
    return TRUE;
  for (guint64 i = since + 1; i <= network->revision; i++)
    {
      const TrlTouch *touch = &network->touches[i % N_TOUCHES];

      if (touch->of == TRL_KIND_NETWORK || touch->of == of)
        return TRUE;
    }
  return FALSE;
}

/* The graph is a cache: asking for it changes nothing that can be seen. */
TrlGraph *
trl_network_get_graph (const TrlNetwork *network)
{
  if (!network->graph)
    ((TrlNetwork *) network)->graph = trl_graph_new (network->nodes, network->edges);
  return trl_graph_ref (network->graph);
}

guint
trl_network_get_hub (const TrlNetwork *network)
{
  return trl_table_find (network->nodes, trl_network_get_text (network, TRL_NETWORK_HUB));
}

guint
trl_network_count_partners (const TrlNetwork *network)
{
  guint        n, partners = 0;
  const guint *rows = trl_table_get_rows (network->nodes, &n);

  for (guint i = 0; i < n; i++)
    partners += !trl_table_get_flag (network->nodes, rows[i], TRL_NODE_IMPLIED);
  return partners;
}

guint
trl_network_get_node_edge (const TrlNetwork *network, guint a, guint b)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  guint from, to;

  g_return_val_if_fail (trl_table_has_row (network->nodes, a), TRL_NO_ROW);
  g_return_val_if_fail (trl_table_has_row (network->nodes, b), TRL_NO_ROW);

  from = graph->node_index[a];
  to = graph->node_index[b];
  for (guint i = graph->first[from]; i < graph->first[from + 1]; i++)
    if (graph->neighbour[i] == to)
      return graph->edge_row[graph->via[i]];
  return TRL_NO_ROW;
}

/* Half of the others is where the hub explains more of the picture than it hides. */
static gboolean
is_tied_with_half (const TrlNetwork *network, guint hub)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autofree gboolean *tied = g_new0 (gboolean, graph->n);
  guint                index = graph->node_index[hub], n = 0;

  tied[index] = TRUE;
  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    {
      n += !tied[graph->neighbour[i]];
      tied[graph->neighbour[i]] = TRUE;
    }
  return 2 * n >= graph->n - 1;
}

/* As with the graph, what is kept changes nothing that can be seen. */
gboolean
trl_network_is_hub_network (const TrlNetwork *network)
{
  TrlNetwork *cache = (TrlNetwork *) network;
  guint       hub;

  if (network->hub_revision != network->revision)
    {
      hub = trl_network_get_hub (network);
      cache->is_hub_network = hub != TRL_NO_ROW && is_tied_with_half (network, hub);
      cache->hub_revision = network->revision;
    }
  return network->is_hub_network;
}

gint16 *
trl_network_get_rank_slot (const TrlNetwork *network, guint edge)
{
  GArray *ranks = network->edge_ranks;
  guint   known = ranks->len;

  if (edge >= known)
    {
      g_array_set_size (ranks, trl_table_get_capacity (network->edges));
      for (guint i = known; i < ranks->len; i++)
        g_array_index (ranks, gint16, i) = TRL_RANK_UNKNOWN;
    }
  return &g_array_index (ranks, gint16, edge);
}

TrlNodeRank *
trl_network_get_node_rank_slot (const TrlNetwork *network, guint node)
{
  TrlNetwork *cache = (TrlNetwork *) network;
  GArray     *ranks = network->node_ranks;

  if (node >= ranks->len || network->node_ranks_revision != network->revision)
    {
      g_array_set_size (ranks, trl_table_get_capacity (network->nodes));
      for (guint i = 0; i < ranks->len; i++)
        g_array_index (ranks, TrlNodeRank, i).rank = TRL_RANK_UNKNOWN;
      cache->node_ranks_revision = network->revision;
    }
  return &g_array_index (ranks, TrlNodeRank, node);
}

/* ---- writers ---- */

static void
touch (TrlNetwork *network, TrlTouch touch)
{
  network->revision++;
  network->touches[network->revision % N_TOUCHES] = touch;
}

/* More than rows. */
static void
touch_all (TrlNetwork *network)
{
  touch (network, (TrlTouch){ .of = TRL_KIND_NETWORK });
}

static void
touch_structure (TrlNetwork *network, TrlKind of, guint row)
{
  g_clear_pointer (&network->graph, trl_graph_unref);
  touch (network, (TrlTouch){ of, row, TRUE });
}

static void
forget_rank (TrlNetwork *network, TrlKind of, guint row)
{
  if (of == TRL_KIND_EDGE && row < network->edge_ranks->len)
    g_array_index (network->edge_ranks, gint16, row) = TRL_RANK_UNKNOWN;
}

static guint
find_word (const char *word, const char *const *words)
{
  for (guint i = 0; words[i]; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return i;
  return 0;
}

void
trl_network_set_words (TrlNetwork    *network,
                       TrlVocabulary *vocabulary,
                       const char    *level_rule,
                       const char    *roll_up_rule)
{
  static const char *const level_rules[] = { "mean", "lower", "higher", "first", NULL };
  static const char *const roll_up_rules[] = { "deepest", "median", NULL };

  trl_vocabulary_ref (vocabulary);
  trl_vocabulary_unref (network->vocabulary);
  network->vocabulary = vocabulary;
  network->level_rule = (TrlLevelRule) find_word (level_rule, level_rules);
  network->roll_up_rule = (TrlRollUpRule) find_word (roll_up_rule, roll_up_rules);
  g_array_set_size (network->edge_ranks, 0);
  touch_all (network);
}

TrlLevelRule
trl_network_get_level_rule (const TrlNetwork *network)
{
  return network->level_rule;
}

TrlRollUpRule
trl_network_get_roll_up_rule (const TrlNetwork *network)
{
  return network->roll_up_rule;
}

/* Counts an edge at both ends, once more or once less. */
static void
count_ends (TrlNetwork *network, const guint *ends, int step)
{
  for (guint end = 0; end < 2; end++)
    {
      if (ends[end] >= network->degrees->len)
        g_array_set_size (network->degrees, ends[end] + 1);
      g_array_index (network->degrees, guint, ends[end]) += (guint) step;
    }
}

guint
trl_network_count_ends (const TrlNetwork *network, guint node)
{
  return node < network->degrees->len ? g_array_index (network->degrees, guint, node) : 0;
}

guint
trl_network_add_row (TrlNetwork *network, const TrlRecord *record)
{
  guint ends[2];
  guint row;

  if (record->kind == TRL_KIND_NODE)
    row = trl_table_add (network->nodes, record, NULL);
  else
    {
      for (guint end = 0; end < 2; end++)
        ends[end] = trl_table_find (network->nodes, record->ends[end]);
      if (ends[0] == TRL_NO_ROW || ends[1] == TRL_NO_ROW)
        return TRL_NO_ROW;
      row = trl_table_add (network->edges, record, ends);
      if (row != TRL_NO_ROW)
        count_ends (network, ends, 1);
    }
  if (row != TRL_NO_ROW)
    touch_structure (network, record->kind, row);
  return row;
}

void
trl_network_remove_row (TrlNetwork *network, TrlKind of, guint row)
{
  if (of == TRL_KIND_EDGE)
    count_ends (network,
                (guint[]){ trl_table_get_end (network->edges, row, 0),
                           trl_table_get_end (network->edges, row, 1) },
                -1);
  trl_table_remove (table_of (network, of), row);
  forget_rank (network, of, row);
  touch_structure (network, of, row);
}

void
trl_network_set_row (
  TrlNetwork *network, TrlKind of, guint row, guint prop, const TrlValue *value)
{
  trl_table_set (table_of (network, of), row, prop, value);
  forget_rank (network, of, row);
  touch (network, (TrlTouch){ of, row, FALSE });
}

void
trl_network_set_row_field (
  TrlNetwork *network, TrlKind of, guint row, const char *field, const char *text)
{
  trl_table_set_field (table_of (network, of), row, field, text);
  touch (network, (TrlTouch){ of, row, FALSE });
}

void
trl_network_set_own (TrlNetwork *network, guint prop, const TrlValue *value)
{
  trl_record_set (network->record, prop, *value);
  touch_all (network);
}

void
trl_network_set_own_field (TrlNetwork *network, const char *field, const char *text)
{
  trl_record_set_field (network->record, field, text);
  touch_all (network);
}

void
trl_network_set_record (TrlNetwork *network, const TrlRecord *record)
{
  g_return_if_fail (g_str_equal (network->record->id, record->id));

  trl_record_free (network->record);
  network->record = trl_record_copy (record);
  touch_all (network);
}

void
trl_network_set_order (TrlNetwork *network, TrlKind of, guint row, gint64 order)
{
  trl_table_set_order (table_of (network, of), row, order);
  touch_structure (network, of, row);
}

void
trl_network_pack (TrlNetwork *network)
{
  trl_table_pack (network->nodes);
  trl_table_pack (network->edges);
  touch_structure (network, TRL_KIND_NETWORK, TRL_NO_ROW);
}
