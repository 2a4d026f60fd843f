/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * TrlRoom:
 *
 * Discs that stand, in cells, for who looks for room between them.
 */
typedef struct TrlRoom TrlRoom;

/**
 * trl_room_new:
 * @reach: points, above 0: the largest distance of two centres that matters, which is
 *   that of the widest discs that just keep their gap
 */
TrlRoom *trl_room_new (double reach);
void     trl_room_free (TrlRoom *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlRoom, trl_room_free)

/**
 * trl_room_add:
 * @radius: points
 *
 * Cost: O(1).
 */
void trl_room_add (TrlRoom *room, TrlPoint at, double radius);

/**
 * trl_room_measure:
 * @radius: points, of a disc that would stand at @at
 *
 * Cost: O(1) where discs do not lie on each other.
 *
 * Returns: points that are free around it, if they are less than the reach leaves; a
 *   large number if nobody is near; below 0: it would overlap another
 */
double trl_room_measure (const TrlRoom *room, TrlPoint at, double radius);

/**
 * trl_room_is_clear:
 * @radius: points, of a disc that would stand at @at
 * @gap: points, not more than the reach leaves
 *
 * Cost: as that of trl_room_measure(), but O(1) on a heap of discs, too.
 *
 * Returns: whether at least so much is free around it
 */
gboolean trl_room_is_clear (const TrlRoom *room, TrlPoint at, double radius, double gap);

/**
 * trl_spiral:
 * @step: points: each place has about so much room to every side
 * @k: 0: the middle itself
 *
 * Returns: the k-th place of many that are spread evenly about a middle, as the seeds of
 * a sunflower are
 */
TrlPoint trl_spiral (TrlPoint middle, double step, guint k);

G_END_DECLS
