/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Discs straight into the pixels of an image: a pixel is covered by as much as its middle
 * is within the rim, which is right to a fiftieth for all but the smallest discs. */

#include "config.h"

#include "draw/trl-draw-pixels.h"

#include <math.h>

/* In device pixels. */
#define SMALLEST 1.5
#define LARGEST 64
#define SMALL 3.0     /* on the screen always so */
#define LEAST 0.75    /* half a side, however small the partner is … */
#define FAINTEST 0.35 /* … and as much of the colour, for it covers less */

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

static double
overlap (double from, double to, int pixel)
{
  return MAX (0, MIN (to, pixel + 1) - MAX (from, pixel));
}

static void
fill_square (const TrlPixels *image, double x, double y, double half, TrlColour colour)
{
  guint32 pixel = trl_pixels_convert (colour);

  for (int row = (int) floor (y - half); row < y + half; row++)
    for (int column = (int) floor (x - half); column < x + half; column++)
      {
        double share =
          overlap (x - half, x + half, column) * overlap (y - half, y + half, row);

        trl_pixels_blend (image, column, row, pixel,
                          (guint) (256 * colour.a * share + 0.5));
      }
}

static gboolean
is_of_node (const TrlPainter *painter, const TrlItem *item)
{
  return (painter->flags & TRL_DRAW_SCREEN) && item->owner.kind == TRL_OWNER_NODE;
}

/* A partner of a pixel or two, whatever its shape. */
static gboolean
is_square (const TrlPainter *painter, const TrlItem *item)
{
  return is_of_node (painter, item) &&
         (item->kind == TRL_ITEM_DISC || item->kind == TRL_ITEM_SHAPE) &&
         item->radius * painter->zoom < SMALLEST;
}

static gboolean
is_dot (const TrlPainter *painter, const TrlItem *item)
{
  double   radius = item->radius * painter->zoom;
  gboolean small = is_of_node (painter, item) && radius < SMALL && item->fill.a > 0;

  return ((painter->flags & TRL_DRAW_QUICK) || small) && item->kind == TRL_ITEM_DISC &&
         !item->hatch && item->dash[0] <= 0 && radius >= SMALLEST && radius <= LARGEST &&
         item->width <= item->radius;
}

gboolean
trl_painter_draw_dot (TrlPainter *painter, const TrlItem *item)
{
  const TrlPixels *pixels = NULL;
  double           x = item->x, y = item->y, radius = item->radius * painter->zoom;
  double           half = item->width * painter->zoom / 2;

  if (is_square (painter, item) || is_dot (painter, item))
    pixels = trl_painter_begin_direct (painter);
  if (!pixels)
    return FALSE;
  cairo_matrix_transform_point (&pixels->matrix, &x, &y);
  if (is_square (painter, item))
    {
      TrlColour colour = item->fill.a > 0 ? item->fill : item->stroke;

      colour.a *= CLAMP (radius / LEAST, FAINTEST, 1);
      fill_square (pixels, x, y, MAX (radius, LEAST), colour);
      return TRUE;
    }
  if (item->fill.a > 0)
    fill_ring (pixels, x, y, radius, 0, item->fill);
  if (item->stroke.a > 0 && half > 0)
    fill_ring (pixels, x, y, radius + half, radius - half, item->stroke);
  return TRUE;
}
