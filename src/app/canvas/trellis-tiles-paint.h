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
 * TrellisLacks:
 * @TRELLIS_LACKS_NEW: a tile that was painted is out of date
 * @TRELLIS_LACKS_FINE: a tile was stretched to more than twice its size
 * @TRELLIS_LACKS_ANY: there was no tile
 *
 * What a picture lacks, where there should be something.
 */
typedef enum
{
  TRELLIS_LACKS_NOTHING = 0,
  TRELLIS_LACKS_NEW = 1 << 0,
  TRELLIS_LACKS_FINE = 1 << 1,
  TRELLIS_LACKS_ANY = 1 << 2
} TrellisLacks;

/**
 * trellis_tiles_paint:
 * @stores: (array length=n): whatever was drawn of the scene, at any scales
 * @bounds: points; outside is the background alone
 * @cr: of the view, in pixels
 *
 * Copies what there is, from both generations of each store: first tiles that are
 * stretched least, last those that are stretched to more than twice their size, the finer
 * the earlier.  Every pixel is painted once.
 */
TrellisLacks trellis_tiles_paint (TrellisTiles *const    *stores,
                                  guint                   n,
                                  const TrellisTilesView *view,
                                  const TrlRect          *bounds,
                                  cairo_t                *cr);

G_END_DECLS
