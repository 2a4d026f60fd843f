/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thin lines straight into the pixels of a tile.  A line is walked along its longer axis;
 * in each step the two or three pixels that it crosses get the share of them that it
 * covers. For the screen and for pictures of a crowd: cairo's strokes take ten times as
 * long. */

#include "config.h"

#include "draw/trl-draw-pixels.h"

#include <math.h>

/* In device pixels.  A network of many lines, seen as a whole, must not fade away on the
 * screen; a file is looked at from nearby.  Ends are cut along an axis, which shows on
 * lines that are thick and end beside a disc. */
#define THICKEST 1.6
#define THICKEST_IN_FILE 5
#define THINNEST 0.4

typedef struct
{
  double x1, y1, x2, y2;
} Segment;

static gboolean
clip_side (double step, double room, double *from, double *to)
{
  if (step == 0)
    return room >= 0;
  if (step < 0)
    *from = MAX (*from, room / step);
  else
    *to = MIN (*to, room / step);
  return *from <= *to;
}

/* Liang and Barsky 1984, doi:10.1145/357332.357333; a pixel of margin. */
static gboolean
clip (Segment *s, const TrlPixels *image)
{
  double dx = s->x2 - s->x1, dy = s->y2 - s->y1, from = 0, to = 1, x = s->x1, y = s->y1;
  if (!clip_side (-dx, x - image->left + 1, &from, &to) ||
      !clip_side (dx, image->right + 1 - x, &from, &to) ||
      !clip_side (-dy, y - image->top + 1, &from, &to) ||
      !clip_side (dy, image->bottom + 1 - y, &from, &to))
    return FALSE;
  *s = (Segment){ x + from * dx, y + from * dy, x + to * dx, y + to * dy };
  return TRUE;
}

static Segment
along_x (Segment s, gboolean steep)
{
  if (steep)
    s = (Segment){ s.y1, s.x1, s.y2, s.x2 };
  return s.x1 <= s.x2 ? s : (Segment){ s.x2, s.y2, s.x1, s.y1 };
}

/* What the line covers of one column of pixels, or of a row if it is @steep. */
static inline void
cross (const TrlPixels *image,
       gboolean         steep,
       int              x,
       double           from,
       double           to,
       double           share,
       guint32          colour)
{
  /* Rounded towards zero, which leaves out what is above the image. */
  for (int y = (int) from; y < to; y++)
    {
      double part = MIN (y + 1, to) - MAX (y, from);
      guint  cover = (guint) (256 * share * part + 0.5);
      trl_pixels_blend (image, steep ? y : x, steep ? x : y, colour, cover);
    }
}

/* @width: in pixels; @alpha: 0…1 */
static void
walk (const TrlPixels *image, Segment segment, double width, guint32 colour, double alpha)
{
  gboolean steep = fabs (segment.y2 - segment.y1) > fabs (segment.x2 - segment.x1);
  Segment  s = along_x (segment, steep);
  double   slope = s.x2 - s.x1 > 1e-9 ? (s.y2 - s.y1) / (s.x2 - s.x1) : 0;
  double   half = width * sqrt (1 + slope * slope) / 2;
  for (int x = (int) floor (s.x1); x < s.x2; x++)
    {
      double from = MAX (x, s.x1), to = MIN (x + 1, s.x2);
      double y = s.y1 + slope * ((from + to) / 2 - s.x1);
      cross (image, steep, x, y - half, y + half, alpha * (to - from), colour);
    }
}

static gboolean
is_hairline (const TrlPainter *painter, const TrlItem *item)
{
  double thickest = painter->flags & TRL_DRAW_QUICK ? THICKEST_IN_FILE : THICKEST;

  return (painter->flags & (TRL_DRAW_SCREEN | TRL_DRAW_QUICK)) &&
         item->kind == TRL_ITEM_LINE && item->dash[0] <= 0 && item->inline_width <= 0 &&
         item->width * painter->zoom <= thickest;
}

gboolean
trl_painter_draw_hairline (TrlPainter *painter, const TrlItem *item)
{
  const TrlPixels *pixels;
  Segment          s = { item->x, item->y, item->x2, item->y2 };
  double           width = item->width * painter->zoom;

  if (!is_hairline (painter, item))
    return FALSE;
  pixels = trl_painter_begin_direct (painter);
  if (!pixels)
    return FALSE;
  if (painter->flags & TRL_DRAW_SCREEN)
    width = MAX (width, THINNEST);
  cairo_matrix_transform_point (&pixels->matrix, &s.x1, &s.y1);
  cairo_matrix_transform_point (&pixels->matrix, &s.x2, &s.y2);
  if (item->width > 0 && item->stroke.a > 0 && clip (&s, pixels))
    walk (pixels, s, width, trl_pixels_convert (item->stroke), item->stroke.a);
  return TRUE;
}
