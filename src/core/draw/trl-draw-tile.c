/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tile is a square cut out of the whole picture at some zoom.  It lies on whole pixels
 * of that picture, so that neighbours meet without a seam. */

#include "config.h"

#include "draw/trl-draw.h"

#define CROWD 2000 /* items, of which nobody sees how each line ends */

cairo_surface_t *
trl_draw_tile (const TrlScene *scene,
               double          scale,
               int             column,
               int             row,
               int             side,
               int             factor,
               TrlColour       background,
               TrlDrawFilter   filter,
               gpointer        data)
{
  g_return_val_if_fail (scene && trl_scene_is_frozen (scene), NULL);
  g_return_val_if_fail (scale > 0 && side > 0 && factor > 0, NULL);
  gboolean     crowd = trl_scene_count_items (scene) > CROWD;
  TrlDrawFlags flags =
    TRL_DRAW_SCREEN | TRL_DRAW_BARE | (crowd ? TRL_DRAW_QUICK : TRL_DRAW_DEFAULT);
  double           left = (double) column * side, top = (double) row * side;
  TrlRect          area = { left / scale, top / scale, side / scale, side / scale };
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, side * factor, side * factor);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, background.r, background.g, background.b);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, scale, scale);
  trl_draw_scene_filtered (scene, cr, &area, scale * factor, flags, filter, data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  cairo_surface_set_device_scale (surface, factor, factor);
  return surface;
}
