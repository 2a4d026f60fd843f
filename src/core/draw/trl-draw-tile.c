/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tile is a square cut out of the whole picture at some zoom.  It lies on whole pixels
 * of that picture, so that neighbours meet without a seam. */

#include "config.h"

#include "draw/trl-draw.h"

#define CROWD 2000 /* items, of which nobody sees how each line ends */

void
trl_draw_tile (const TrlScene  *scene,
               cairo_surface_t *onto,
               double           scale,
               int              column,
               int              row,
               int              factor,
               TrlColour        background,
               TrlDrawFilter    filter,
               gpointer         data)
{
  g_return_if_fail (scene && trl_scene_is_frozen (scene));
  g_return_if_fail (onto && scale > 0 && factor > 0);
  gboolean     crowd = trl_scene_count_items (scene) > CROWD;
  TrlDrawFlags flags =
    TRL_DRAW_SCREEN | TRL_DRAW_BARE | (crowd ? TRL_DRAW_QUICK : TRL_DRAW_DEFAULT);
  int      side = cairo_image_surface_get_width (onto) / factor;
  double   left = (double) column * side, top = (double) row * side;
  TrlRect  area = { left / scale, top / scale, side / scale, side / scale };
  cairo_t *cr = cairo_create (onto);

  cairo_set_source_rgb (cr, background.r, background.g, background.b);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, scale, scale);
  trl_draw_scene_filtered (scene, cr, &area, scale * factor, flags, filter, data);
  cairo_destroy (cr);
  cairo_surface_flush (onto);
  cairo_surface_set_device_scale (onto, factor, factor);
}
