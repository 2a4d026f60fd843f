/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pixels beneath a cairo context, where they can be reached: those of an image that
 * is neither turned nor clipped but to a rectangle. */

#include "config.h"

#include "draw/trl-draw-pixels.h"

#include <math.h>

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

const TrlPixels *
trl_painter_begin_direct (TrlPainter *painter)
{
  if (!painter->pixels.known)
    find_pixels (painter);
  if (!painter->pixels.pixels)
    return NULL;
  if (!painter->direct)
    cairo_surface_flush (cairo_get_group_target (painter->cr));
  painter->direct = TRUE;
  return &painter->pixels;
}

void
trl_painter_end_direct (TrlPainter *painter)
{
  if (painter->direct)
    cairo_surface_mark_dirty (cairo_get_group_target (painter->cr));
  painter->direct = FALSE;
}
