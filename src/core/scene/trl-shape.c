/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every shape but the circle is a regular polygon: a count of corners, and where the
 * first one points.  Its size follows from the area. */

#include "config.h"

#include "scene/trl-shape.h"

#include <math.h>

static const struct
{
  const char *name;
  guint       corners;
  double      first; /* radians, clockwise from the right */
} shapes[TRL_N_SHAPES] = {
  [TRL_SHAPE_CIRCLE] = { "circle", 0, 0 },
  [TRL_SHAPE_SQUARE] = { "square", 4, -G_PI_4 },
  [TRL_SHAPE_DIAMOND] = { "diamond", 4, -G_PI_2 },
  [TRL_SHAPE_HEXAGON] = { "hexagon", 6, 0 },
  [TRL_SHAPE_TRIANGLE] = { "triangle", 3, -G_PI_2 },
  [TRL_SHAPE_PENTAGON] = { "pentagon", 5, -G_PI_2 },
};

TrlShape
trl_shape_from_name (const char *name)
{
  for (guint i = 0; name && i < TRL_N_SHAPES; i++)
    if (g_ascii_strcasecmp (name, shapes[i].name) == 0)
      return i;
  return TRL_SHAPE_CIRCLE;
}

const char *
trl_shape_get_name (TrlShape shape)
{
  g_return_val_if_fail (shape < TRL_N_SHAPES, shapes[0].name);
  return shapes[shape].name;
}

double
trl_shape_get_reach (TrlShape shape, double radius)
{
  g_return_val_if_fail (shape < TRL_N_SHAPES, radius);
  guint n = shapes[shape].corners;
  return n == 0 ? radius : radius * sqrt (2 * G_PI / (n * sin (2 * G_PI / n)));
}

guint
trl_shape_get_corners (TrlShape shape,
                       double   radius,
                       double   angle,
                       double   x[TRL_SHAPE_MAX_CORNERS],
                       double   y[TRL_SHAPE_MAX_CORNERS])
{
  g_return_val_if_fail (shape < TRL_N_SHAPES, 0);
  guint  n = shapes[shape].corners;
  double reach = trl_shape_get_reach (shape, radius);
  for (guint i = 0; i < n; i++)
    {
      double at = shapes[shape].first + angle + i * 2 * G_PI / n;
      x[i] = reach * cos (at);
      y[i] = reach * sin (at);
    }
  return n;
}

double
trl_shape_get_distance (TrlShape shape, double radius, double angle, double dx, double dy)
{
  double   x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS], nearest = G_MAXDOUBLE;
  guint    n = trl_shape_get_corners (shape, radius, angle, x, y);
  gboolean inside = TRUE;
  for (guint i = 0; i < n; i++)
    {
      double ex = x[(i + 1) % n] - x[i], ey = y[(i + 1) % n] - y[i];
      double px = dx - x[i], py = dy - y[i];
      double t = CLAMP ((px * ex + py * ey) / MAX (ex * ex + ey * ey, 1e-12), 0, 1);
      nearest = MIN (nearest, hypot (px - t * ex, py - t * ey));
      inside = inside && ex * py - ey * px >= 0;
    }
  return n == 0 ? hypot (dx, dy) - radius : inside ? -nearest : nearest;
}

double
trl_shape_get_outline (TrlShape shape, double radius, double dx, double dy)
{
  g_return_val_if_fail (shape < TRL_N_SHAPES, radius);
  guint n = shapes[shape].corners;
  if (n == 0)
    return radius;
  double side = 2 * G_PI / n;
  double turn = fmod (atan2 (dy, dx) - shapes[shape].first + 2 * G_PI, side);
  return trl_shape_get_reach (shape, radius) * cos (side / 2) / cos (turn - side / 2);
}
