/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shapes of one radius weigh the same and are what their names say. */

#include "scene/trl-shape.h"

#include <math.h>

static double
area_of (TrlShape shape, double radius, double angle)
{
  double x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS], twice = 0;
  guint  n = trl_shape_get_corners (shape, radius, angle, x, y);
  for (guint i = 0; i < n; i++)
    twice += x[i] * y[(i + 1) % n] - x[(i + 1) % n] * y[i];
  return n ? twice / 2 : G_PI * radius * radius;
}

static void
test_areas (void)
{
  for (guint shape = 0; shape < TRL_N_SHAPES; shape++)
    g_assert_cmpfloat_with_epsilon (area_of (shape, 7, 0.3), G_PI * 49, 1e-9);
}

static void
test_names (void)
{
  for (guint shape = 0; shape < TRL_N_SHAPES; shape++)
    g_assert_cmpint (trl_shape_from_name (trl_shape_get_name (shape)), ==, shape);
  g_assert_cmpint (trl_shape_from_name ("banana"), ==, TRL_SHAPE_CIRCLE);
  g_assert_cmpint (trl_shape_from_name (NULL), ==, TRL_SHAPE_CIRCLE);
}

static void
test_corners (void)
{
  double x[TRL_SHAPE_MAX_CORNERS], y[TRL_SHAPE_MAX_CORNERS];
  g_assert_cmpint (trl_shape_get_corners (TRL_SHAPE_SQUARE, 1, 0, x, y), ==, 4);
  g_assert_cmpfloat_with_epsilon (fabs (x[0]), sqrt (G_PI) / 2, 1e-12);
  g_assert_cmpfloat_with_epsilon (y[0], y[3], 2);
  trl_shape_get_corners (TRL_SHAPE_TRIANGLE, 1, 0, x, y);
  g_assert_cmpfloat_with_epsilon (x[0], 0, 1e-12);
  g_assert_cmpfloat (y[0], <, 0);
  g_assert_cmpfloat_with_epsilon (-y[0], trl_shape_get_reach (TRL_SHAPE_TRIANGLE, 1),
                                  1e-12);
}

static void
test_distances (void)
{
  double half = sqrt (G_PI) / 2 * 10;
  g_assert_cmpfloat_with_epsilon (
    trl_shape_get_distance (TRL_SHAPE_SQUARE, 10, 0, half + 3, 0), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    trl_shape_get_distance (TRL_SHAPE_SQUARE, 10, 0, half - 3, 0), -3, 1e-9);
  g_assert_cmpfloat_with_epsilon (
    trl_shape_get_distance (TRL_SHAPE_SQUARE, 10, G_PI_4, half + 3, half + 3),
    sqrt (2) * (half + 3) - half, 1e-9);
  g_assert_cmpfloat_with_epsilon (trl_shape_get_distance (TRL_SHAPE_CIRCLE, 10, 0, 0, 4),
                                  -6, 1e-9);
}

/* What lies at that distance is on the outline, whatever the direction. */
static void
test_outlines (void)
{
  for (TrlShape shape = 0; shape < TRL_N_SHAPES; shape++)
    for (int i = 0; i < 360; i++)
      {
        double dx = cos (i * G_PI / 180), dy = sin (i * G_PI / 180);
        double far = trl_shape_get_outline (shape, 10, dx, dy);
        g_assert_cmpfloat_with_epsilon (
          trl_shape_get_distance (shape, 10, 0, dx * far, dy * far), 0, 1e-9);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/shape/all-cover-the-same-area", test_areas);
  g_test_add_func ("/scene/shape/names-come-back", test_names);
  g_test_add_func ("/scene/shape/corners-are-where-they-belong", test_corners);
  g_test_add_func ("/scene/shape/distance-is-negative-inside", test_distances);
  g_test_add_func ("/scene/shape/outline-is-met-in-every-direction", test_outlines);
  return g_test_run ();
}
