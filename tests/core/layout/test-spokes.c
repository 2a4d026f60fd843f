/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "inputs.h"

static void
test_one_circle (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;

  trl_random_init (&random, 30, 0);
  input = input_new_hub (&random, 19, ANY_RANK, TRUE);
  result = run_layout ("spokes", input, 0);
  g_assert_cmpfloat (result->points[0].x, ==, 0);
  g_assert_cmpfloat (result->points[0].y, ==, 0);
  g_assert_true (isnan (result->angle[0]));
  for (guint i = 1; i < 19; i++)
    g_assert_cmpfloat (fabs (hypot (result->points[i].x, result->points[i].y) - 170), <,
                       1e-9);
  g_assert_cmpuint (result->n_rings, ==, 0);
  g_assert_cmpint (trl_layout_rank_at (result, 170, 0), ==, G_MININT);
}

static void
test_crowds (void)
{
  TrlRandom random;

  trl_random_init (&random, 31, 0);
  for (guint n = 1; n <= 120; n += 7)
    {
      g_autoptr (TrlLayoutInput) input = input_new_hub (&random, n, ANY_RANK, FALSE);
      g_autoptr (TrlLayoutResult) result = NULL;

      if (n % 2 == 0)
        input->hub = TRL_NO_INDEX;
      result = run_layout ("spokes", input, 0);
      assert_apart (input, result);
      g_assert_cmpfloat (result->rim, <, 250 + 4 * n);
    }
}

static void
test_pinned (void)
{
  TrlRandom random;
  TrlPoint *start = g_new0 (TrlPoint, 19);
  guint8   *flags = g_new0 (guint8, 19);
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;

  trl_random_init (&random, 32, 0);
  input = input_new_hub (&random, 19, ANY_RANK, TRUE);
  start[3] = (TrlPoint){ -12.5, 300 };
  start[4] = (TrlPoint){ 1, 2 };
  flags[3] = TRL_LAYOUT_PLACED | TRL_LAYOUT_PINNED;
  flags[4] = TRL_LAYOUT_PLACED;
  input->start = start;
  input->flags = flags;
  result = run_layout ("spokes", input, 0);
  g_assert_cmpfloat (result->points[3].x, ==, -12.5);
  g_assert_cmpfloat (result->points[3].y, ==, 300);
  g_assert_cmpfloat (fabs (hypot (result->points[4].x, result->points[4].y) - 170), <,
                     1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/spokes/types-stand-on-one-circle", test_one_circle);
  g_test_add_func ("/layout/spokes/crowds-do-not-overlap", test_crowds);
  g_test_add_func ("/layout/spokes/pinned-nodes-keep-their-place", test_pinned);
  return g_test_run ();
}
