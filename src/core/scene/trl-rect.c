/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rectangles as labels need them: what is apart, how far, how much of a line is inside.
 */
#include "scene/trl-labels.h"

#include <math.h>

gboolean
trl_rect_overlaps (const TrlRect *a, const TrlRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

double
trl_rect_distance (const TrlRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, 0), x - rect->x - rect->width);
  double dy = MAX (MAX (rect->y - y, 0), y - rect->y - rect->height);

  return hypot (dx, dy);
}

/* Narrows the share of a line that is between two borders of one axis. */
static void
clip_axis (
  double start, double step, double low, double high, double *first, double *last)
{
  double a, b;

  if (fabs (step) < 1e-12)
    {
      if (start <= low || start >= high)
        *last = *first;
      return;
    }
  a = (low - start) / step;
  b = (high - start) / step;
  *first = MAX (*first, MIN (a, b));
  *last = MIN (*last, MAX (a, b));
}

double
trl_rect_covered (const TrlRect *rect, double x1, double y1, double x2, double y2)
{
  double first = 0, last = 1;

  /* Nearly all that are asked about pass by. */
  if (MAX (x1, x2) <= rect->x || MIN (x1, x2) >= rect->x + rect->width ||
      MAX (y1, y2) <= rect->y || MIN (y1, y2) >= rect->y + rect->height)
    return 0;
  clip_axis (x1, x2 - x1, rect->x, rect->x + rect->width, &first, &last);
  clip_axis (y1, y2 - y1, rect->y, rect->y + rect->height, &first, &last);
  return last > first ? (last - first) * hypot (x2 - x1, y2 - y1) : 0;
}
