/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * TrlPart:
 * @n: number of nodes
 * @m: number of ties, without self-ties
 * @node: n, the index of each in the whole network, ascending
 * @first: n + 1, where the neighbours of a node begin
 * @neighbour: 2m, indexes within the part
 * @length: (nullable): 2m, of the tie to each neighbour; %NULL: 1 each
 *
 * A part of a network, connected unless said otherwise, with indexes of its own.
 */
typedef struct
{
  guint   n;
  guint   m;
  guint  *node;
  guint  *first;
  guint  *neighbour;
  double *length;
} TrlPart;

/**
 * trl_parts_new:
 *
 * Cost: O(n + m).
 *
 * Returns: (transfer full) (element-type TrlPart): the connected parts by their first
 *   node; each node is in one
 */
GPtrArray *trl_parts_new (const TrlLayoutInput *input);

/**
 * trl_parts_new_whole:
 *
 * Cost: O(n + m).
 *
 * Returns: (transfer full) (element-type TrlPart): all nodes as one part, connected or
 *   not; empty when there are none
 */
GPtrArray *trl_parts_new_whole (const TrlLayoutInput *input);

/**
 * trl_part_free:
 * @part: (nullable)
 */
void trl_part_free (TrlPart *part);

/**
 * trl_part_renumber:
 * @node: n, which node stands where in the new order
 *
 * Cost: O(n + m).
 *
 * Returns: (transfer full): the same part in that order, without @node
 */
TrlPart *trl_part_renumber (const TrlPart *part, const guint *node);

/**
 * trl_part_measure_from:
 * @sources: (nullable): n_sources; %NULL: all nodes
 *
 * The lengths of the shortest paths.
 * Cost: O(n_sources (n + m)), with lengths O(n_sources m log n); 4 n n_sources bytes.
 * Errors: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): n_sources rows of n
 */
float *trl_part_measure_from (const TrlPart *part,
                              const guint   *sources,
                              guint          n_sources,
                              GCancellable  *cancellable,
                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlPart, trl_part_free)

G_END_DECLS
