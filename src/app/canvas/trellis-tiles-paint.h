/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-tiles.h"
#include "canvas/trellis-viewport.h"

G_BEGIN_DECLS

/**
 * TrellisTilesView:
 * @camera: where the picture stands; it is painted on whole pixels
 * @width, @height: of the view, pixels
 * @background: opaque
 */
typedef struct
{
  TrellisCamera camera;
  int           width, height;
  TrlColour     background;
} TrellisTilesView;

/**
 * trellis_tiles_look:
 * @margin: tiles beyond the view that are looked at, too
 *
 * The tiles of the generation that are in the view but not as the scene is, whoever draws
 * them: those without pixels first, then those near the middle.
 *
 * Returns: (transfer container) (element-type TrellisTile): good until tiles are put
 */
GPtrArray *
trellis_tiles_look (TrellisTiles *tiles, const TrellisTilesView *view, int margin);

/**
 * trellis_tiles_shows:
 *
 * Returns: whether a tile of the generation lies in the view
 */
gboolean trellis_tiles_shows (TrellisTiles           *tiles,
                              const TrellisTilesView *view,
                              int                     column,
                              int                     row);

/**
 * trellis_tiles_paint:
 * @far: (nullable): the whole picture in a few tiles
 * @cr: of the view, in pixels
 *
 * Copies what there is: the tiles of the generation, stretched where the camera has
 * another scale; where some are missing, those of the generation before, else of @far.
 * Every pixel is painted once.
 *
 * Returns: whether the tiles of the generation were enough
 */
gboolean trellis_tiles_paint (TrellisTiles           *tiles,
                              TrellisTiles           *far,
                              const TrellisTilesView *view,
                              cairo_t                *cr);

G_END_DECLS
