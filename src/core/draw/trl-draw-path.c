/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlines of items as cairo paths: no colours, no strokes. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <math.h>

#define MOST_HATCH_LINES 4000

static void
trace_line (cairo_t *cr, const TrlItem *item)
{
  cairo_move_to (cr, item->x, item->y);
  cairo_line_to (cr, item->x2, item->y2);
}

/* cairo has cubic curves only. */
static void
trace_curve (cairo_t *cr, const TrlItem *item)
{
  cairo_move_to (cr, item->x, item->y);
  cairo_curve_to (cr, item->x + (item->cx - item->x) * 2 / 3,
                  item->y + (item->cy - item->y) * 2 / 3,
                  item->x2 + (item->cx - item->x2) * 2 / 3,
                  item->y2 + (item->cy - item->y2) * 2 / 3, item->x2, item->y2);
}

static void
trace_disc (cairo_t *cr, const TrlItem *item)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x, item->y, item->radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
trace_shape (cairo_t *cr, const TrlItem *item)
{
  double x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS];
  guint  n = trl_shape_get_corners (item->shape, item->radius, item->angle, x, y);
  if (n == 0)
    {
      trace_disc (cr, item);
      return;
    }
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, item->x + x[i], item->y + y[i]);
  cairo_close_path (cr);
}

static void
trace_rect (cairo_t *cr, const TrlItem *item)
{
  double r = MIN (item->radius, MIN (fabs (item->x2), fabs (item->y2)) / 2);
  if (r <= 0)
    {
      cairo_rectangle (cr, item->x, item->y, item->x2, item->y2);
      return;
    }
  double right = item->x + item->x2, bottom = item->y + item->y2;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, item->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, item->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, item->x + r, item->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_sector (cairo_t *cr, const TrlItem *item)
{
  double   from = item->x2, to = MIN (item->y2, from + 2 * G_PI);
  gboolean whole = to - from >= 2 * G_PI - 1e-9;
  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x, item->y, item->radius, from, to);
  if (whole)
    {
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
  if (item->cx > 0)
    cairo_arc_negative (cr, item->x, item->y, item->cx, to, from);
  else if (!whole)
    cairo_line_to (cr, item->x, item->y);
  cairo_close_path (cr);
}

void
trl_painter_trace (TrlPainter *painter, const TrlItem *item)
{
  static void (*const tracers[TRL_N_ITEM_KINDS]) (cairo_t *, const TrlItem *) = {
    [TRL_ITEM_LINE] = trace_line, [TRL_ITEM_CURVE] = trace_curve,
    [TRL_ITEM_DISC] = trace_disc, [TRL_ITEM_SHAPE] = trace_shape,
    [TRL_ITEM_RECT] = trace_rect, [TRL_ITEM_SECTOR] = trace_sector,
  };
  g_return_if_fail (tracers[item->kind] != NULL);
  tracers[item->kind](painter->cr, item);
}

void
trl_painter_trace_hatch (TrlPainter *painter, const TrlItem *item)
{
  double left, top, right, bottom, gap = trl_item_get_hatch_gap (item);
  trl_painter_trace (painter, item);
  cairo_path_extents (painter->cr, &left, &top, &right, &bottom);
  cairo_new_path (painter->cr);
  /* All points of a line have the same x + y. */
  double step = MAX (gap * sqrt (2), (right - left + bottom - top) / MOST_HATCH_LINES);
  gint64 last = (gint64) ceil ((right + bottom) / step);
  for (gint64 i = (gint64) floor ((left + top) / step); i <= last; i++)
    {
      cairo_move_to (painter->cr, i * step - top, top);
      cairo_line_to (painter->cr, i * step - bottom, bottom);
    }
}
