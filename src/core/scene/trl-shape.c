/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every shape but the circle is a regular polygon, whose size follows from the area.  A
 * picture asks for thousands of them, so what can be known ahead is written down. */

#include "config.h"

#include "scene/trl-shape.h"

#include <math.h>

#define SIN_18 0.30901699437494742410
#define COS_18 0.95105651629515357212
#define COS_36 0.80901699437494742410
#define SIN_36 0.58778525229247312917
#define SIN_45 0.70710678118654752440
#define SIN_60 0.86602540378443864676

/* Corners are on a circle of radius 1, clockwise.  A polygon with the area of a disc of
 * radius 1 has them at @reach: √(2π ∕ (n sin (2π ∕ n))).  @side is how far its sides are
 * from the centre, in reaches, times the length of the sum of two neighbouring corners,
 * which points to where the side between them faces: 2 cos² (π ∕ n). */
static const struct
{
  const char *name;
  guint       corners;
  double      reach, side;
  double      at[TRL_SHAPE_MAX_CORNERS][2];
} shapes[TRL_N_SHAPES] = {
  [TRL_SHAPE_CIRCLE] = { "circle", 0, 1 },
  [TRL_SHAPE_SQUARE] = { "square",
                         4,
                         1.2533141373155003,
                         1,
                         { { SIN_45, -SIN_45 },
                           { SIN_45, SIN_45 },
                           { -SIN_45, SIN_45 },
                           { -SIN_45, -SIN_45 } } },
  [TRL_SHAPE_DIAMOND] = { "diamond",
                          4,
                          1.2533141373155003,
                          1,
                          { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } } },
  [TRL_SHAPE_HEXAGON] = { "hexagon",
                          6,
                          1.0996361107912678,
                          1.5,
                          { { 1, 0 },
                            { 0.5, SIN_60 },
                            { -0.5, SIN_60 },
                            { -1, 0 },
                            { -0.5, -SIN_60 },
                            { 0.5, -SIN_60 } } },
  [TRL_SHAPE_TRIANGLE] = { "triangle",
                           3,
                           1.5551203015562142,
                           0.5,
                           { { 0, -1 }, { SIN_60, 0.5 }, { -SIN_60, 0.5 } } },
  [TRL_SHAPE_PENTAGON] = { "pentagon",
                           5,
                           1.1494809261913177,
                           1.3090169943749475,
                           { { 0, -1 },
                             { COS_18, -SIN_18 },
                             { SIN_36, COS_36 },
                             { -SIN_36, COS_36 },
                             { -COS_18, -SIN_18 } } },
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
  return radius * shapes[shape].reach;
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
  double reach = radius * shapes[shape].reach;
  double right = angle == 0 ? reach : reach * cos (angle);
  double down = angle == 0 ? 0 : reach * sin (angle);
  for (guint i = 0; i < n; i++)
    {
      const double *at = shapes[shape].at[i];
      x[i] = at[0] * right - at[1] * down;
      y[i] = at[0] * down + at[1] * right;
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

/* The side that faces the direction most is the one that is met. */
double
trl_shape_get_outline (TrlShape shape, double radius, double dx, double dy)
{
  g_return_val_if_fail (shape < TRL_N_SHAPES, radius);
  guint  n = shapes[shape].corners;
  double most = 0;
  if (n == 0)
    return radius;
  for (guint i = 0; i < n; i++)
    {
      const double *at = shapes[shape].at[i], *next = shapes[shape].at[(i + 1) % n];
      most = MAX (most, (at[0] + next[0]) * dx + (at[1] + next[1]) * dy);
    }
  return radius * shapes[shape].reach * shapes[shape].side * hypot (dx, dy) / most;
}
