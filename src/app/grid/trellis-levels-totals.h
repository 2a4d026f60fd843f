/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrellisLevelsTotal:
 * @n_engaged: cells with a partnership, at whatever level, reported or not, not planned;
 *   of what is intended: cells that are meant to have one
 * @n_cells: cells about which something is known, or was said
 * @sum: of the ranks
 * @depth: mean of the reported levels above none; NAN: none is
 */
typedef struct
{
  guint  n_engaged;
  guint  n_cells;
  guint  sum;
  double depth;
} TrellisLevelsTotal;

/**
 * TrellisLevelsTotals:
 *
 * What the rows and columns of a grid come to.  Where a row is a network and a column a
 * type, a row is counted as everywhere else in the program, by its profile.
 */
typedef struct TrellisLevelsTotals TrellisLevelsTotals;

TrellisLevelsTotals *trellis_levels_totals_new (void);
void                 trellis_levels_totals_free (TrellisLevelsTotals *totals);

/**
 * trellis_levels_totals_forget:
 *
 * To be called when rows or columns are others, or stand in another order.
 */
void trellis_levels_totals_forget (TrellisLevelsTotals *totals);

/**
 * trellis_levels_totals_update:
 * @intended: counts what is meant in place of what is
 * @until: monotonic time, microseconds, at which to stop, having counted some
 *
 * Counts the rows whose network has changed since the last time; where all rows are of
 * one network, those of changed partnerships, or all after some came or went.
 * Cost: O(rows + cells of these rows); of one network, O(partnerships of these rows).
 *
 * Returns: whether all is counted; if not, the next call goes on
 */
gboolean trellis_levels_totals_update (TrellisLevelsTotals *totals,
                                       const TrlGrid       *grid,
                                       gboolean             intended,
                                       gint64               until);

/**
 * trellis_levels_totals_get:
 *
 * Cost: O(1); of a row of one network, O(partnerships of the row).
 *
 * Returns: of a row or column, as of the last update
 */
TrellisLevelsTotal
trellis_levels_totals_get (TrellisLevelsTotals *totals, TrlGridAxis axis, guint index);

/**
 * trellis_levels_totals_count_meant:
 *
 * Returns: how many cells stand so to what is intended
 */
gsize trellis_levels_totals_count_meant (const TrellisLevelsTotals *totals,
                                         TrlMeant                   meant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisLevelsTotals, trellis_levels_totals_free)

G_END_DECLS
