/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-tiles-paint.h"

G_BEGIN_DECLS

#define TRELLIS_N_LEVELS 12

/**
 * TrellisLevels:
 *
 * The picture at scales that are powers of two, in parts: what is seen, stretched to less
 * than twice its size, while a zoom goes on.
 */
typedef struct
{
  TrellisTiles *tiles[TRELLIS_N_LEVELS];
} TrellisLevels;

/**
 * trellis_levels_init:
 * @limit: bytes of pixels of each level, about
 */
void trellis_levels_init (TrellisLevels *levels, gsize limit);
void trellis_levels_free (TrellisLevels *levels);
void trellis_levels_clear (TrellisLevels *levels);
void trellis_levels_set_scene (TrellisLevels *levels, TrlScene *scene);
void trellis_levels_outdate (TrellisLevels *levels);

/**
 * trellis_levels_find:
 * @scale: pixels a point
 *
 * Returns: (transfer none): the level with the largest scale that is no larger, or the
 *   first
 */
TrellisTiles *trellis_levels_find (TrellisLevels *levels, double scale);

/**
 * trellis_levels_reach:
 * @scale: of a level
 * @bounds: points; nothing is outside
 *
 * What a level has to show for all views to which a zoom from this one, about any of its
 * points, can come until it has the scale of the level.
 *
 * Returns: a view of the level; without a pixel where there is nothing to be seen
 */
TrellisTilesView
trellis_levels_reach (const TrellisTilesView *view, double scale, const TrlRect *bounds);

G_END_DECLS
