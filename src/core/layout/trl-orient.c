/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The principal axis by second moments, the side by third moments; where a picture is
 * symmetrical, by its first node off the axis. */
#include "config.h"

#include "layout/trl-orient.h"

#include <math.h>

#define SYMMETRICAL 1e-6

static void
move_centre_to_origin (guint n, TrlPoint *points)
{
  TrlPoint centre = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      centre.x += points[i].x / n;
      centre.y += points[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      points[i].x -= centre.x;
      points[i].y -= centre.y;
    }
}

static void
turn_to_axis (guint n, TrlPoint *points)
{
  double xx = 0, xy = 0, yy = 0, angle, cosine, sine;

  for (guint i = 0; i < n; i++)
    {
      xx += points[i].x * points[i].x;
      xy += points[i].x * points[i].y;
      yy += points[i].y * points[i].y;
    }
  angle = atan2 (2 * xy, xx - yy) / 2;
  cosine = cos (angle);
  sine = sin (angle);
  for (guint i = 0; i < n; i++)
    {
      double x = points[i].x, y = points[i].y;

      points[i].x = cosine * x + sine * y;
      points[i].y = cosine * y - sine * x;
    }
}

/* The side, -1 or 1, from every other number: one coordinate of points. */
static double
find_side (guint n, const double *at)
{
  double third = 0, size = 0;

  for (guint i = 0; i < n; i++)
    {
      third += at[2 * i] * at[2 * i] * at[2 * i];
      size += fabs (at[2 * i] * at[2 * i] * at[2 * i]);
    }
  if (fabs (third) > SYMMETRICAL * size)
    return third > 0 ? 1 : -1;
  for (guint i = 0; i < n; i++)
    if (n * pow (fabs (at[2 * i]), 3) > SYMMETRICAL * size)
      return at[2 * i] > 0 ? 1 : -1;
  return 1;
}

void
trl_orient (guint n, TrlPoint *points)
{
  double right, down;

  G_STATIC_ASSERT (sizeof (TrlPoint) == 2 * sizeof (double));
  if (n == 0)
    return;
  move_centre_to_origin (n, points);
  turn_to_axis (n, points);
  right = find_side (n, &points[0].x);
  down = find_side (n, &points[0].y);
  for (guint i = 0; i < n; i++)
    {
      points[i].x *= right;
      points[i].y *= down;
    }
}
