/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One image a little larger than the view.  It holds as long as scene, scale and what is
 * left out are the same and the view lies inside. */
#include "canvas/trellis-picture.h"

#include <math.h>

#define MARGIN 160    /* pixels drawn beyond each side of the view */
#define SLOW_COST 9.0 /* milliseconds; what costs more is not drawn while moving */

void
trellis_picture_clear (TrellisPicture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_clear_pointer (&picture->scene, trl_scene_unref);
}

static gboolean
is_same (const TrellisPicture *picture,
         TrlScene             *scene,
         int                   factor,
         TrlDrawFilter         shows,
         gpointer              data)
{
  return picture->surface && picture->scene == scene && picture->factor == factor &&
         picture->shows == shows && picture->shows_data == data;
}

/* Whether the view lies within the image, drawn at the scale of the camera. */
static gboolean
covers (const TrellisPicture *picture, TrellisCamera camera, int width, int height)
{
  double left = camera.x - picture->x, top = camera.y - picture->y;
  return fabs (picture->scale - camera.scale) < 1e-9 && left <= 0 && top <= 0 &&
         left + picture->width >= width && top + picture->height >= height;
}

static void
draw (TrellisPicture *picture,
      TrlScene       *scene,
      TrellisCamera   camera,
      int             width,
      int             height,
      int             factor)
{
  gint64 start = g_get_monotonic_time ();
  picture->scene = trl_scene_ref (scene);
  picture->scale = camera.scale;
  /* Whole pixels, so that copying never blurs. */
  picture->x = round (camera.x) + MARGIN;
  picture->y = round (camera.y) + MARGIN;
  picture->width = width + 2 * MARGIN;
  picture->height = height + 2 * MARGIN;
  picture->factor = factor;
  picture->surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, picture->width * factor, picture->height * factor);
  cairo_surface_set_device_scale (picture->surface, factor, factor);
  cairo_t *cr = cairo_create (picture->surface);
  cairo_translate (cr, picture->x, picture->y);
  cairo_scale (cr, camera.scale, camera.scale);
  TrlRect area = { -picture->x / camera.scale, -picture->y / camera.scale,
                   picture->width / camera.scale, picture->height / camera.scale };
  trl_draw_scene_filtered (scene, cr, &area, camera.scale * factor,
                           TRL_DRAW_SCREEN | TRL_DRAW_BARE, picture->shows,
                           picture->shows_data);
  cairo_destroy (cr);
  picture->cost = (g_get_monotonic_time () - start) / 1000.0;
}

static void
paint (const TrellisPicture *picture, cairo_t *cr, TrellisCamera camera)
{
  double by = camera.scale / picture->scale;
  cairo_save (cr);
  if (fabs (by - 1) < 1e-9)
    cairo_translate (cr, round (camera.x) - picture->x, round (camera.y) - picture->y);
  else
    {
      cairo_translate (cr, camera.x - picture->x * by, camera.y - picture->y * by);
      cairo_scale (cr, by, by);
    }
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

gboolean
trellis_picture_paint (TrellisPicture *picture,
                       cairo_t        *cr,
                       TrlScene       *scene,
                       TrellisCamera   camera,
                       int             width,
                       int             height,
                       int             factor,
                       gboolean        moving,
                       TrlDrawFilter   shows,
                       gpointer        shows_data)
{
  gboolean same = is_same (picture, scene, factor, shows, shows_data);
  gboolean sharp = same && covers (picture, camera, width, height);
  if (!sharp && !(same && moving && picture->cost > SLOW_COST))
    {
      trellis_picture_clear (picture);
      picture->shows = shows;
      picture->shows_data = shows_data;
      draw (picture, scene, camera, width, height, factor);
      sharp = TRUE;
    }
  paint (picture, cr, camera);
  return sharp;
}
