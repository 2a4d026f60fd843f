/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Discs straight into the pixels of an image: a pixel is covered by as much as its middle
 * is within the rim, which is right to a fiftieth for all but the smallest discs. */

#include "config.h"

#include "draw/trl-draw-pixels.h"

#include <math.h>

/* In device pixels. */
#define SMALLEST 1.5
#define LARGEST 64

/* @hole: the radius of what is left out in the middle, as in all lengths in pixels */
static void
fill_ring (const TrlPixels *image,
           double           x,
           double           y,
           double           radius,
           double           hole,
           TrlColour        colour)
{
  guint32 pixel = trl_pixels_convert (colour);

  for (int row = (int) (y - radius - 0.5); row < y + radius + 0.5; row++)
    {
      double dy = row + 0.5 - y, rest = (radius + 0.5) * (radius + 0.5) - dy * dy;
      double reach = rest > 0 ? sqrt (rest) : 0;

      for (int column = (int) (x - reach - 0.5); column < x + reach; column++)
        {
          double dx = column + 0.5 - x, far = sqrt (dx * dx + dy * dy);
          double share = CLAMP (radius + 0.5 - far, 0, 1);

          if (hole > 0)
            share -= CLAMP (hole + 0.5 - far, 0, 1);
          trl_pixels_blend (image, column, row, pixel,
                            (guint) (256 * colour.a * share + 0.5));
        }
    }
}

static gboolean
is_dot (const TrlPainter *painter, const TrlItem *item)
{
  double radius = item->radius * painter->zoom;

  return (painter->flags & TRL_DRAW_QUICK) && item->kind == TRL_ITEM_DISC &&
         !item->hatch && item->dash[0] <= 0 && radius >= SMALLEST && radius <= LARGEST &&
         item->width <= item->radius;
}

gboolean
trl_painter_draw_dot (TrlPainter *painter, const TrlItem *item)
{
  const TrlPixels *pixels = NULL;
  double           x = item->x, y = item->y, radius = item->radius * painter->zoom;
  double           half = item->width * painter->zoom / 2;

  if (is_dot (painter, item))
    pixels = trl_painter_begin_direct (painter);
  if (!pixels)
    return FALSE;
  cairo_matrix_transform_point (&pixels->matrix, &x, &y);
  if (item->fill.a > 0)
    fill_ring (pixels, x, y, radius, 0, item->fill);
  if (item->stroke.a > 0 && half > 0)
    fill_ring (pixels, x, y, radius + half, radius - half, item->stroke);
  return TRUE;
}
