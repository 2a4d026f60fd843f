/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlGraph:
 * @n: number of nodes
 * @m: number of edges
 * @node_row: n, the table row of each dense index
 * @edge_row: m
 * @node_index: by table row, the dense index, or %G_MAXUINT
 * @from: m, dense node indexes
 * @to: m
 * @first: n + 1, where the neighbours of a node begin
 * @neighbour: 2m, dense node indexes; a self-tie stands twice
 * @via: 2m, the dense edge index beside each neighbour
 *
 * The structure of a network with dense indexes in drawing order, for algorithms.
 * Immutable; may be read from any thread.
 */
typedef struct
{
  gatomicrefcount ref;
  guint           n;
  guint           m;
  guint          *node_row;
  guint          *edge_row;
  guint          *node_index;
  guint          *from;
  guint          *to;
  guint          *first;
  guint          *neighbour;
  guint          *via;
} TrlGraph;

/**
 * trl_graph_ref:
 * trl_graph_unref:
 *
 * Counts holders; the last one frees it.
 */
TrlGraph *trl_graph_ref (TrlGraph *graph);
void      trl_graph_unref (TrlGraph *graph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlGraph, trl_graph_unref)

G_END_DECLS
