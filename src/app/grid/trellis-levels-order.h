/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-levels-totals.h"

G_BEGIN_DECLS

/**
 * trellis_levels_sort:
 * @totals: of the grid, up to date
 * @by: document, name, family, total, depth, nested; what is equal stays in its order
 * @reversed: what is not known comes last all the same
 *
 * In the nested order, rows and columns with more engaged cells come first, of equal ones
 * those with the higher sum of levels, then by name.  A grid that is sorted so on both
 * sides is packed: it is nested as far as its margins can show.
 * Source: Atmar and Patterson 1993, doi:10.1007/BF00317508.
 *
 * Returns: (transfer full): a permutation for trl_grid_reorder(); %NULL for an order that
 *   is not known
 */
guint *trellis_levels_sort (const TrlGrid       *grid,
                            TrellisLevelsTotals *totals,
                            TrlGridAxis          axis,
                            const char          *by,
                            gboolean             reversed);

G_END_DECLS
