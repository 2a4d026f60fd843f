/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "inputs.h"

static void
assert_in_bands (const TrlLayoutInput *input, const TrlLayoutResult *result)
{
  for (guint i = 0; i < input->n; i++)
    if (i != input->hub)
      {
        int wanted = MAX (input->rank[i], TRL_RANK_NOT_REPORTED);

        if (input->rank[i] == TRL_RANK_NO_TIE)
          wanted = 0;
        g_assert_cmpint (
          trl_layout_rank_at (result, result->points[i].x, result->points[i].y), ==,
          wanted);
        g_assert_cmpfloat (result->rim, >,
                           hypot (result->points[i].x, result->points[i].y) +
                             input->radius[i]);
      }
}

static void
assert_rings (const TrlLayoutResult *result)
{
  g_assert_cmpuint (result->n_rings, ==, 6);
  for (guint i = 0; i < result->n_rings; i++)
    {
      g_assert_cmpfloat (result->ring_inner[i], <, result->ring_radius[i]);
      g_assert_cmpfloat (result->ring_radius[i], <, result->ring_outer[i]);
      if (i > 0)
        g_assert_cmpfloat (result->ring_inner[i], ==, result->ring_outer[i - 1]);
    }
}

static void
test_property (void)
{
  TrlRandom random;

  trl_random_init (&random, 20, 0);
  for (guint n = 1; n <= 61; n++)
    for (guint kind = 0; kind < 6; kind++)
      {
        g_autoptr (TrlLayoutInput) input =
          input_new_hub (&random, n, kind < 2 ? ANY_RANK : (int) kind - 1, kind % 2);
        g_autoptr (TrlLayoutResult) result = run_layout ("rings", input, 0);

        assert_rings (result);
        assert_apart (input, result);
        assert_in_bands (input, result);
      }
}

/* The angle from the centre, 0 … 2 pi. */
static double
get_angle (TrlPoint point)
{
  double angle = atan2 (point.y, point.x);

  return angle < 0 ? angle + 2 * G_PI : angle;
}

static void
test_angles_fixed (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) full = NULL;
  g_autoptr (TrlLayoutResult) all = NULL;

  trl_random_init (&random, 21, 0);
  full = input_new_hub (&random, 19, ANY_RANK, TRUE);
  all = run_layout ("rings", full, 0);
  for (guint n = 2; n < 19; n++)
    {
      g_autoptr (TrlLayoutInput) input = input_new_hub (&random, n, ANY_RANK, TRUE);
      g_autoptr (TrlLayoutResult) rings = run_layout ("rings", input, 0);
      g_autoptr (TrlLayoutResult) spokes = run_layout ("spokes", input, 0);

      for (guint i = 1; i < n; i++)
        {
          g_assert_cmpfloat (rings->angle[i], ==, all->angle[i]);
          g_assert_cmpfloat (spokes->angle[i], ==, all->angle[i]);
          g_assert_cmpfloat (
            fabs (get_angle (rings->points[i]) - get_angle (all->points[i])), <, 1e-9);
        }
    }
}

static void
test_families (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;
  int   last = -1;
  guint changes = 0;

  trl_random_init (&random, 22, 0);
  input = input_new_hub (&random, 19, 4, TRUE);
  result = run_layout ("rings", input, 0);
  /* Clockwise from the top. */
  for (double at = -G_PI / 2; at < 1.5 * G_PI; at += 0.001)
    for (guint i = 1; i < 19; i++)
      if (result->angle[i] >= at && result->angle[i] < at + 0.001)
        {
          int family = input->sector_family[input->sector[i]];

          changes += family != last;
          last = family;
        }
  g_assert_cmpuint (changes, ==, 4);
  g_assert_cmpfloat (result->angle[1], >, -G_PI / 2);
  g_assert_cmpfloat (result->angle[1], <, -G_PI / 2 + 0.4);
}

/* While nothing is crowded, rings are where they were asked to be. */
static void
test_calm (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;

  trl_random_init (&random, 23, 0);
  input = input_new_hub (&random, 9, 1, TRUE);
  for (guint i = 1; i < 9; i++)
    ((double *) input->radius)[i] = 10;
  result = run_layout ("rings", input, 0);
  g_assert_cmpint (result->ring_rank[0], ==, 4);
  g_assert_cmpint (result->ring_rank[3], ==, 1);
  g_assert_cmpint (result->ring_rank[4], ==, TRL_RANK_NOT_REPORTED);
  g_assert_cmpint (result->ring_rank[5], ==, 0);
  g_assert_cmpuint (result->ring_used[3], ==, 8);
  g_assert_cmpfloat (fabs (result->ring_radius[3] - 170), <, 1e-9);
  for (guint i = 1; i < 9; i++)
    g_assert_cmpfloat (fabs (hypot (result->points[i].x, result->points[i].y) - 170), <,
                       1e-9);
  g_assert_cmpint (trl_layout_rank_at (result, 0, 5), ==, G_MININT);
  g_assert_cmpint (trl_layout_rank_at (result, 0, 5000), ==, G_MININT);
  g_assert_cmpint (trl_layout_rank_at (result, -170, 0), ==, 1);
  g_assert_cmpint (trl_layout_rank_at (result, 0, result->ring_radius[4]), ==, -1);
}

static void
test_many (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;

  trl_random_init (&random, 24, 0);
  input = input_new_hub (&random, 400, ANY_RANK, FALSE);
  result = run_layout ("rings", input, 0);
  assert_apart (input, result);
  assert_in_bands (input, result);
  g_assert_cmpfloat (result->rim, <, 1500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/rings/discs-are-apart-and-in-their-band", test_property);
  g_test_add_func ("/layout/rings/a-type-has-one-angle-in-every-network",
                   test_angles_fixed);
  g_test_add_func ("/layout/rings/families-stand-together", test_families);
  g_test_add_func ("/layout/rings/stays-at-its-size-while-there-is-room", test_calm);
  g_test_add_func ("/layout/rings/holds-hundreds", test_many);
  return g_test_run ();
}
