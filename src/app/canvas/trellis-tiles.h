/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "scene/trl-scene.h"

G_BEGIN_DECLS

#define TRELLIS_TILE 256 /* pixels a side */

/**
 * TrellisTile:
 * @surface: (nullable): %NULL until it was drawn
 * @column, @row: where it lies, in tiles
 * @version: the number of the last change of the scene here
 * @drawn: the version that @surface shows; another than @version: it is out of date
 * @asked: somebody draws it
 *
 * A square of the picture at the zoom of its generation.
 */
typedef struct
{
  cairo_surface_t *surface;
  int              column, row;
  guint            version, drawn;
  gboolean         asked;
  guint64          used;
} TrellisTile;

/**
 * TrellisTiles:
 *
 * What was drawn of a scene, kept so that a frame copies it.  The tiles of one zoom are a
 * generation; that of the zoom before is kept to be seen until the new one is there.
 * Knows neither threads nor widgets.
 */
typedef struct TrellisTiles TrellisTiles;

/**
 * trellis_tiles_new:
 * @limit: bytes of pixels, about; what was not seen for longest is let go first, but
 * nothing that is in view
 */
TrellisTiles *trellis_tiles_new (gsize limit);
void          trellis_tiles_free (TrellisTiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisTiles, trellis_tiles_free)

/**
 * trellis_tiles_clear:
 *
 * Lets go of all that was drawn and of the scene.
 */
void trellis_tiles_clear (TrellisTiles *tiles);

/**
 * trellis_tiles_set_scene:
 *
 * Tiles in which the scene differs from the one before are out of date from now on; of a
 * scene that is no patch these are all.
 *
 * Returns: whether these are all
 */
gboolean  trellis_tiles_set_scene (TrellisTiles *tiles, TrlScene *scene);
TrlScene *trellis_tiles_get_scene (TrellisTiles *tiles);

/**
 * trellis_tiles_outdate:
 *
 * All tiles are out of date: they would look different now.
 */
void trellis_tiles_outdate (TrellisTiles *tiles);

/**
 * trellis_tiles_set_scale:
 * @scale: pixels a point
 * @factor: device pixels a pixel
 *
 * Begins a generation, or goes back to the one before.
 *
 * Returns: whether it is another than until now
 */
gboolean trellis_tiles_set_scale (TrellisTiles *tiles, double scale, int factor);
double   trellis_tiles_get_scale (TrellisTiles *tiles);
int      trellis_tiles_get_factor (TrellisTiles *tiles);

/**
 * trellis_tiles_begin_look:
 *
 * Tiles that are got or found from here on are in view: until the next look begins they
 * are kept, though they take more than the limit.
 */
void trellis_tiles_begin_look (TrellisTiles *tiles);

/**
 * trellis_tiles_get:
 *
 * Returns: (transfer none): a tile of the generation; good until the next look begins or
 *   the generation changes
 */
TrellisTile *trellis_tiles_get (TrellisTiles *tiles, int column, int row);

/**
 * trellis_tiles_find:
 * @previous: of the generation before
 *
 * Returns: (transfer none) (nullable): a tile that was drawn
 */
TrellisTile *
trellis_tiles_find (TrellisTiles *tiles, gboolean previous, int column, int row);

/**
 * trellis_tiles_list:
 *
 * Returns: (transfer container) (element-type TrellisTile): all that are drawn
 */
GPtrArray *trellis_tiles_list (TrellisTiles *tiles, gboolean previous);
double     trellis_tiles_get_previous_scale (TrellisTiles *tiles);

/**
 * trellis_tiles_put:
 * @scale, @factor: of the generation that it was drawn for
 * @version: of the tile when it was asked for; from before all was let go: it is too late
 * @surface: (transfer full) (nullable): %NULL: nobody draws it any more
 *
 * Returns: whether there are new pixels in the generation of now
 */
gboolean trellis_tiles_put (TrellisTiles    *tiles,
                            double           scale,
                            int              factor,
                            int              column,
                            int              row,
                            guint            version,
                            cairo_surface_t *surface);

/**
 * trellis_tiles_get_size:
 *
 * Returns: bytes of pixels that are kept
 */
gsize trellis_tiles_get_size (TrellisTiles *tiles);

/**
 * trellis_tile_is_ready:
 *
 * Returns: whether it shows the scene as it is
 */
gboolean trellis_tile_is_ready (const TrellisTile *tile);

G_END_DECLS
