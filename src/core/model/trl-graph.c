/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The structure of a network in compressed rows: neighbours of i are neighbour[first[i]]
 * up to neighbour[first[i + 1]]. */

#include "model/trl-graph-private.h"

TrlGraph *
trl_graph_ref (TrlGraph *graph)
{
  g_atomic_ref_count_inc (&graph->ref);
  return graph;
}

void
trl_graph_unref (TrlGraph *graph)
{
  if (!graph || !g_atomic_ref_count_dec (&graph->ref))
    return;
  g_free (graph->node_row);
  g_free (graph->edge_row);
  g_free (graph->node_index);
  g_free (graph->from);
  g_free (graph->to);
  g_free (graph->first);
  g_free (graph->neighbour);
  g_free (graph->via);
  g_free (graph);
}

static void
add_neighbours (TrlGraph *graph)
{
  g_autofree guint *at = NULL;

  graph->first = g_new0 (guint, graph->n + 1);
  for (guint e = 0; e < graph->m; e++)
    {
      graph->first[graph->from[e] + 1]++;
      graph->first[graph->to[e] + 1]++;
    }
  for (guint i = 0; i < graph->n; i++)
    graph->first[i + 1] += graph->first[i];

  at = g_memdup2 (graph->first, (graph->n + 1) * sizeof (guint));
  graph->neighbour = g_new (guint, 2 * (gsize) graph->m);
  graph->via = g_new (guint, 2 * (gsize) graph->m);
  for (guint e = 0; e < graph->m; e++)
    {
      graph->via[at[graph->from[e]]] = e;
      graph->neighbour[at[graph->from[e]]++] = graph->to[e];
      graph->via[at[graph->to[e]]] = e;
      graph->neighbour[at[graph->to[e]]++] = graph->from[e];
    }
}

TrlGraph *
trl_graph_new (const TrlTable *nodes, const TrlTable *edges)
{
  TrlGraph    *graph = g_new0 (TrlGraph, 1);
  guint        capacity = trl_table_get_capacity (nodes);
  const guint *rows;

  g_atomic_ref_count_init (&graph->ref);
  rows = trl_table_get_rows (nodes, &graph->n);
  graph->node_row = g_memdup2 (rows, graph->n * sizeof (guint));
  rows = trl_table_get_rows (edges, &graph->m);
  graph->edge_row = g_memdup2 (rows, graph->m * sizeof (guint));
  graph->node_index = g_new (guint, capacity);
  for (guint row = 0; row < capacity; row++)
    graph->node_index[row] = G_MAXUINT;
  for (guint i = 0; i < graph->n; i++)
    graph->node_index[graph->node_row[i]] = i;

  graph->from = g_new (guint, graph->m);
  graph->to = g_new (guint, graph->m);
  for (guint e = 0; e < graph->m; e++)
    {
      graph->from[e] =
        graph->node_index[trl_table_get_end (edges, graph->edge_row[e], 0)];
      graph->to[e] = graph->node_index[trl_table_get_end (edges, graph->edge_row[e], 1)];
    }
  add_neighbours (graph);
  return graph;
}
