/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far each kind of item reaches when it is painted.  Joins are round, ends are flat:
 * a stroke reaches half its width beyond the outline, never further. */

#include "config.h"

#include "scene/trl-scene-private.h"

#include <math.h>

static TrlRect
from_corners (double x1, double y1, double x2, double y2, double pad)
{
  return (TrlRect){
    MIN (x1, x2) - pad,
    MIN (y1, y2) - pad,
    fabs (x2 - x1) + 2 * pad,
    fabs (y2 - y1) + 2 * pad,
  };
}

static double
stroke_reach (const TrlItem *item)
{
  return item->stroke.a > 0 ? item->width / 2 : 0;
}

static TrlRect
box_line (const TrlItem *item, const TrlTextBlock *text)
{
  return from_corners (item->x, item->y, item->x2, item->y2, stroke_reach (item));
}

/* The coordinate at which a curve turns, or its start if it does not. */
static double
turning_point (double from, double control, double to)
{
  double bend = from - 2 * control + to;
  double t = fabs (bend) > 1e-9 ? (from - control) / bend : 0;
  if (t <= 0 || t >= 1)
    return from;
  return (1 - t) * (1 - t) * from + 2 * t * (1 - t) * control + t * t * to;
}

static TrlRect
box_curve (const TrlItem *item, const TrlTextBlock *text)
{
  double x = turning_point (item->x, item->cx, item->x2);
  double y = turning_point (item->y, item->cy, item->y2);
  double left = MIN (x, MIN (item->x, item->x2)),
         right = MAX (x, MAX (item->x, item->x2));
  double top = MIN (y, MIN (item->y, item->y2)),
         bottom = MAX (y, MAX (item->y, item->y2));
  return from_corners (left, top, right, bottom, stroke_reach (item));
}

static TrlRect
box_disc (const TrlItem *item, const TrlTextBlock *text)
{
  double reach = item->radius + stroke_reach (item);
  return from_corners (item->x, item->y, item->x, item->y, reach);
}

static TrlRect
box_shape (const TrlItem *item, const TrlTextBlock *text)
{
  double x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS];
  guint  n = trl_shape_get_corners (item->shape, item->radius, item->angle, x, y);
  double left = 0, top = 0, right = 0, bottom = 0;
  if (n == 0)
    return box_disc (item, text);
  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }
  return from_corners (item->x + left, item->y + top, item->x + right, item->y + bottom,
                       stroke_reach (item));
}

static TrlRect
box_rect (const TrlItem *item, const TrlTextBlock *text)
{
  return from_corners (item->x, item->y, item->x + item->x2, item->y + item->y2,
                       stroke_reach (item));
}

static TrlRect
box_text (const TrlItem *item, const TrlTextBlock *text)
{
  double pad = text->halo.a > 0 ? text->halo_width : 0;
  double left = -text->anchor_x * text->width, top = -text->anchor_y * text->height;
  double right = left + text->width, bottom = top + text->height;
  double c = cos (text->angle), s = sin (text->angle);
  double x1 = MIN (left * c, right * c) + MIN (-top * s, -bottom * s);
  double x2 = MAX (left * c, right * c) + MAX (-top * s, -bottom * s);
  double y1 = MIN (left * s, right * s) + MIN (top * c, bottom * c);
  double y2 = MAX (left * s, right * s) + MAX (top * c, bottom * c);
  return from_corners (item->x + x1, item->y + y1, item->x + x2, item->y + y2, pad);
}

TrlRect
trl_item_get_box (const TrlItem *item, const TrlTextBlock *text)
{
  static TrlRect (*const boxes[TRL_N_ITEM_KINDS]) (const TrlItem *,
                                                   const TrlTextBlock *) = {
    [TRL_ITEM_LINE] = box_line, [TRL_ITEM_CURVE] = box_curve,
    [TRL_ITEM_DISC] = box_disc, [TRL_ITEM_SHAPE] = box_shape,
    [TRL_ITEM_RECT] = box_rect, [TRL_ITEM_SECTOR] = box_disc,
    [TRL_ITEM_TEXT] = box_text,
  };
  return boxes[item->kind](item, text);
}
