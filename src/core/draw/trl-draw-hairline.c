/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Thin lines straight into the pixels of a tile.  A line is walked along its longer axis;
 * in each step the two or three pixels that it crosses get the share of them that it
 * covers. Only for the screen, where cairo's strokes take ten times as long. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <math.h>

/* In device pixels.  A network of many lines, seen as a whole, must not fade away. */
#define THICKEST 1.6
#define THINNEST 0.4

typedef struct
{
  double x1, y1, x2, y2;
} Segment;

static guint32
to_pixel (TrlColour c)
{
  return 0xff000000u | (guint32) (CLAMP (c.r, 0, 1) * 255 + 0.5) << 16 |
         (guint32) (CLAMP (c.g, 0, 1) * 255 + 0.5) << 8 |
         (guint32) (CLAMP (c.b, 0, 1) * 255 + 0.5);
}

/* @cover: 0…256.  The pixel is premultiplied, the colour opaque. */
static inline void
blend (const TrlPixels *image, int x, int y, guint32 colour, guint cover)
{
  if (x < image->left || y < image->top || x >= image->right || y >= image->bottom)
    return;
  guint32 *pixel = image->pixels + (gsize) y * image->stride + x;
  guint32  keep = 256 - MIN (cover, 256);
  guint32  a = (*pixel & 0xff00ff) * keep + (colour & 0xff00ff) * (256 - keep);
  guint32  b =
    ((*pixel >> 8) & 0xff00ff) * keep + ((colour >> 8) & 0xff00ff) * (256 - keep);
  *pixel = ((a >> 8) & 0xff00ff) | (b & 0xff00ff00);
}

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
  for (int y = (int) floor (from); y < to; y++)
    {
      double part = MIN (y + 1, to) - MAX (y, from);
      guint  cover = (guint) (256 * share * part + 0.5);
      blend (image, steep ? y : x, steep ? x : y, colour, cover);
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
is_plain_image (cairo_surface_t *target, const cairo_matrix_t *matrix)
{
  double dx, dy;
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;
  cairo_format_t format = cairo_image_surface_get_format (target);
  cairo_surface_get_device_offset (target, &dx, &dy);
  return (format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24) && dx == 0 &&
         dy == 0 && matrix->xy == 0 && matrix->yx == 0;
}

/* The clip in whole pixels; none if it is not one rectangle. */
static gboolean
find_clip (cairo_t *cr, TrlPixels *pixels)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean one = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;
  if (one)
    {
      double x1 = list->rectangles[0].x, x2 = x1 + list->rectangles[0].width;
      double y1 = list->rectangles[0].y, y2 = y1 + list->rectangles[0].height;
      cairo_user_to_device (cr, &x1, &y1);
      cairo_user_to_device (cr, &x2, &y2);
      pixels->left = (int) round (MIN (x1, x2));
      pixels->right = (int) round (MAX (x1, x2));
      pixels->top = (int) round (MIN (y1, y2));
      pixels->bottom = (int) round (MAX (y1, y2));
    }
  cairo_rectangle_list_destroy (list);
  return one;
}

static void
find_pixels (TrlPainter *painter)
{
  cairo_surface_t *target = cairo_get_group_target (painter->cr);
  TrlPixels       *pixels = &painter->pixels;
  pixels->known = TRUE;
  cairo_get_matrix (painter->cr, &pixels->matrix);
  if (!is_plain_image (target, &pixels->matrix) || !find_clip (painter->cr, pixels))
    return;
  pixels->left = MAX (pixels->left, 0);
  pixels->top = MAX (pixels->top, 0);
  pixels->right = MIN (pixels->right, cairo_image_surface_get_width (target));
  pixels->bottom = MIN (pixels->bottom, cairo_image_surface_get_height (target));
  pixels->stride = cairo_image_surface_get_stride (target) / 4;
  pixels->pixels = (guint32 *) cairo_image_surface_get_data (target);
}

static gboolean
is_hairline (const TrlPainter *painter, const TrlItem *item)
{
  return (painter->flags & TRL_DRAW_SCREEN) && item->kind == TRL_ITEM_LINE &&
         item->dash[0] <= 0 && item->inline_width <= 0 &&
         item->width * painter->zoom <= THICKEST;
}

gboolean
trl_painter_draw_hairline (TrlPainter *painter, const TrlItem *item)
{
  TrlPixels *pixels = &painter->pixels;
  Segment    s = { item->x, item->y, item->x2, item->y2 };
  double     width = MAX (item->width * painter->zoom, THINNEST);
  if (!is_hairline (painter, item))
    return FALSE;
  if (!pixels->known)
    find_pixels (painter);
  if (!pixels->pixels)
    return FALSE;
  if (!painter->direct)
    cairo_surface_flush (cairo_get_group_target (painter->cr));
  painter->direct = TRUE;
  cairo_matrix_transform_point (&pixels->matrix, &s.x1, &s.y1);
  cairo_matrix_transform_point (&pixels->matrix, &s.x2, &s.y2);
  if (item->width > 0 && item->stroke.a > 0 && clip (&s, pixels))
    walk (pixels, s, width, to_pixel (item->stroke), item->stroke.a);
  return TRUE;
}

void
trl_painter_end_direct (TrlPainter *painter)
{
  if (painter->direct)
    cairo_surface_mark_dirty (cairo_get_group_target (painter->cr));
  painter->direct = FALSE;
}
