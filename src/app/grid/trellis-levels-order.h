/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrellisLevelsTotal:
 * @n_engaged: cells with a partnership, at whatever level, reported or not, not planned
 * @n_cells: cells that there are
 * @depth: mean rank of the reported levels above none; NAN: none is
 */
typedef struct
{
  guint  n_engaged;
  guint  n_cells;
  double depth;
} TrellisLevelsTotal;

/**
 * trellis_levels_count:
 *
 * Cost: O(rows × columns).
 *
 * Returns: (transfer full): a #TrellisLevelsTotal a row or column
 */
GArray *trellis_levels_count (const TrlGrid *grid, TrlGridAxis axis);

/**
 * trellis_levels_sort:
 * @by: name, family, total, depth; what is equal stays in its order
 *
 * Sorted by totals on both sides, a grid is nested as far as it can be.
 *
 * Returns: (transfer full): a permutation for trl_grid_reorder(); %NULL for an order that
 *   is not known
 */
guint *trellis_levels_sort (const TrlGrid *grid, TrlGridAxis axis, const char *by);

G_END_DECLS
