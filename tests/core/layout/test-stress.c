/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "inputs.h"
#include "karate.h"
#include "layout/trl-part.h"
#include "layout/trl-stress.h"

/* The measure of Kruiger et al. 2017 on a connected network. */
static double
measure (const TrlLayoutInput *input, const TrlLayoutResult *result)
{
  g_autoptr (GPtrArray) parts = trl_parts_new (input);
  const TrlPart    *part = g_ptr_array_index (parts, 0);
  g_autofree float *distance = NULL;

  g_assert_cmpuint (parts->len, ==, 1);
  distance = trl_part_measure_from (part, NULL, part->n, NULL, NULL);
  return trl_stress_measure (part->n, distance, result->points);
}

/* Bounds within 1 % of the best of seventeen programs. */
static void
test_karate (void)
{
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);

  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (TrlLayoutResult) result = run_layout ("stress", input, seed);

      g_assert_cmpfloat (measure (input, result), <=, 0.0687);
      assert_apart (input, result);
    }
}

static void
test_star (void)
{
  guint ties[19][2];
  g_autoptr (TrlLayoutInput) input = NULL;

  for (guint i = 0; i < 19; i++)
    {
      ties[i][0] = 0;
      ties[i][1] = i + 1;
    }
  input = input_new (20, 19, ties);
  for (guint32 seed = 0; seed < 8; seed++)
    {
      g_autoptr (TrlLayoutResult) result = run_layout ("stress", input, seed);

      g_assert_cmpfloat (measure (input, result), <=, 0.1392);
    }
}

static void
test_path (void)
{
  static const guint ties[3][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 } };
  double            *length = g_new (double, 3);
  g_autoptr (TrlLayoutInput) input = input_new (4, 3, ties);
  g_autoptr (TrlLayoutResult) even = run_layout ("stress", input, 0);
  g_autoptr (TrlLayoutResult) uneven = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (fabs (get_distance (even->points[i], even->points[i + 1]) - 64), <,
                       0.5);
  g_assert_cmpfloat (fabs (even->points[0].y), <, 3);
  length[0] = 1;
  length[1] = 2.5;
  length[2] = 0.75;
  input->length = length;
  uneven = run_layout ("stress", input, 0);
  g_assert_cmpfloat (fabs (get_distance (uneven->points[1], uneven->points[2]) - 160), <,
                     1);
  g_assert_cmpfloat (fabs (get_distance (uneven->points[2], uneven->points[3]) - 48), <,
                     1);
}

/* As long as it has nodes: no search may look at all of them in every step. */
static void
test_chain (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_path (60000);
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutResult) result = NULL;

  trl_options_set (options, "separate", "no", NULL);
  result = trl_layout_place (layout, input, options, 0, NULL, NULL);
  g_assert_cmpfloat (get_distance (result->points[0], result->points[input->n - 1]), >,
                     0.95 * 64 * input->m);
}

static void
test_apart (void)
{
  TrlRandom random;

  trl_random_init (&random, 40, 0);
  for (guint n = 1; n < 120; n += 9)
    {
      g_autoptr (TrlLayoutInput) input = input_new_random (&random, n, n);
      g_autoptr (TrlLayoutResult) result = NULL;

      for (guint i = 0; i < n; i++)
        ((double *) input->radius)[i] = 7 + trl_random_below (&random, 17);
      input->m -= n / 3;
      result = run_layout ("stress", input, n);
      assert_apart (input, result);
    }
}

/* Three parts and two loners: boxes around the parts do not meet. */
static void
test_parts (void)
{
  static const guint ties[][2] = { { 0, 1 }, { 1, 2 }, { 2, 0 },
                                   { 3, 4 }, { 5, 6 }, { 6, 7 } };
  static const guint part_of[] = { 0, 0, 0, 1, 1, 2, 2, 2, 3, 4 };
  g_autoptr (TrlLayoutInput) input = input_new (10, 6, ties);
  g_autoptr (TrlLayoutResult) result = run_layout ("stress", input, 0);

  for (guint a = 0; a < 5; a++)
    for (guint b = 0; b < a; b++)
      {
        double gap_x = -G_MAXDOUBLE, gap_y = -G_MAXDOUBLE;
        double low[2][2] = { { 1e9, 1e9 }, { 1e9, 1e9 } };
        double high[2][2] = { { -1e9, -1e9 }, { -1e9, -1e9 } };

        for (guint i = 0; i < 10; i++)
          if (part_of[i] == a || part_of[i] == b)
            {
              guint k = part_of[i] == b;

              low[k][0] = fmin (low[k][0], result->points[i].x - 9.6);
              low[k][1] = fmin (low[k][1], result->points[i].y - 9.6);
              high[k][0] = fmax (high[k][0], result->points[i].x + 9.6);
              high[k][1] = fmax (high[k][1], result->points[i].y + 9.6);
            }
        gap_x = fmax (low[0][0] - high[1][0], low[1][0] - high[0][0]);
        gap_y = fmax (low[0][1] - high[1][1], low[1][1] - high[0][1]);
        g_assert_cmpfloat (fmax (gap_x, gap_y), >, 10);
      }
}

static void
set_starts (TrlLayoutInput *input, const TrlPoint *start, guint8 flags)
{
  guint8 *all = g_new (guint8, input->n);

  memset (all, flags, input->n);
  input->start = g_memdup2 (start, input->n * sizeof (TrlPoint));
  input->flags = all;
}

static void
test_pinned (void)
{
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) free_result = run_layout ("stress", input, 0);
  g_autoptr (TrlLayoutResult) result = NULL;
  static const guint pinned[] = { 0, 33, 5, 2, 7, 8, 11, 13, 19, 23, 27, 30 };
  guint8            *flags;

  /* Turned by a quarter and moved away: the others must come along. */
  for (guint i = 0; i < KARATE_MEMBERS; i++)
    {
      TrlPoint was = free_result->points[i];

      free_result->points[i] = (TrlPoint){ 1000 - was.y, was.x };
    }
  set_starts (input, free_result->points, TRL_LAYOUT_PLACED);
  flags = (guint8 *) input->flags;
  for (guint k = 0; k < G_N_ELEMENTS (pinned); k++)
    flags[pinned[k]] |= TRL_LAYOUT_PINNED;
  /* A length that divides nothing evenly: places must come back to the bit. */
  g_assert_true (trl_options_set (options, "edge-length", "61.3", NULL));
  result = trl_layout_place (layout, input, options, 0, NULL, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (pinned); k++)
    {
      g_assert_cmpfloat (result->points[pinned[k]].x, ==, input->start[pinned[k]].x);
      g_assert_cmpfloat (result->points[pinned[k]].y, ==, input->start[pinned[k]].y);
    }
  assert_apart (input, result);
  g_assert_cmpfloat (measure (input, result), <, 0.1);
}

static void
test_from_current (void)
{
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutInput) input = input_new (KARATE_MEMBERS, 78, karate);
  g_autoptr (TrlLayoutResult) before = run_layout ("stress", input, 0);
  g_autoptr (TrlLayoutResult) after = NULL;
  g_autoptr (TrlLayoutResult) again = NULL;

  for (guint i = 0; i < KARATE_MEMBERS; i++)
    before->points[i] = (TrlPoint){ 500 - before->points[i].y, before->points[i].x };
  set_starts (input, before->points, TRL_LAYOUT_PLACED);
  ((guint8 *) input->flags)[11] = 0;
  ((TrlPoint *) input->start)[11] = (TrlPoint){ 9999, 9999 };
  g_assert_true (trl_options_set (options, "from-current", "yes", NULL));
  after = trl_layout_place (layout, input, options, 5, NULL, NULL);
  for (guint i = 0; i < KARATE_MEMBERS; i++)
    g_assert_cmpfloat (get_distance (before->points[i], after->points[i]), <,
                       i == 11 ? 80 : 40);
  assert_apart (input, after);

  /* Again from there: it neither creeps nor shrinks. */
  ((guint8 *) input->flags)[11] = TRL_LAYOUT_PLACED;
  memcpy ((TrlPoint *) input->start, after->points, KARATE_MEMBERS * sizeof (TrlPoint));
  again = trl_layout_place (layout, input, options, 5, NULL, NULL);
  for (guint i = 0; i < KARATE_MEMBERS; i++)
    g_assert_cmpfloat (get_distance (again->points[i], after->points[i]), <, 12);
}

static void
test_sparse (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (TrlLayoutResult) anywhere = trl_layout_result_new (1500);

  trl_random_init (&random, 41, 0);
  input = input_new_random (&random, 1500, 900);
  result = run_layout ("stress", input, 0);
  for (guint i = 0; i < 1500; i++)
    anywhere->points[i] =
      (TrlPoint){ trl_random_unit (&random), trl_random_unit (&random) };
  assert_apart (input, result);
  g_assert_cmpfloat (measure (input, result), <, measure (input, anywhere) * 2 / 3);
}

/* As the program places them when it is asked for such distances; NULL: not asked. */
static TrlLayoutResult *
run_solver (const TrlLayoutInput *input, const char *solver)
{
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (GError) error = NULL;
  TrlLayoutResult *result;

  g_assert_true (!solver || trl_options_set (options, "solver", solver, NULL));
  result = trl_layout_place (layout, input, options, 0, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
check_solvers (guint n, const char *same, const char *other)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) usual = NULL;
  g_autoptr (TrlLayoutResult) asked = NULL;
  g_autoptr (TrlLayoutResult) different = NULL;

  trl_random_init (&random, 42, n);
  input = input_new_random (&random, n, n);
  usual = run_solver (input, NULL);
  asked = run_solver (input, same);
  g_assert_cmpmem (usual->points, n * sizeof (TrlPoint), asked->points,
                   n * sizeof (TrlPoint));
  different = other ? run_solver (input, other) : NULL;
  g_assert_true (!different ||
                 memcmp (usual->points, different->points, n * sizeof (TrlPoint)) != 0);
}

static void
test_solvers (void)
{
  check_solvers (200, "all", "pivots");
  check_solvers (600, "all", "pivots");
  check_solvers (TRL_STRESS_MOST_DENSE + 1, "pivots", "all");
  check_solvers (TRL_STRESS_MOST_DENSE + 1, "pivots", "few");
  check_solvers (TRL_STRESS_MOST_ALL + 1, "all", NULL);
}

static void
test_pivots_of_few (void)
{
  TrlRandom random;

  trl_random_init (&random, 43, 0);
  for (guint n = 2; n < 12; n++)
    {
      g_autoptr (TrlLayoutInput) input = input_new_random (&random, n, 0);
      g_autoptr (TrlLayoutResult) result = run_solver (input, n % 2 ? "pivots" : "few");

      for (guint i = 0; i < n; i++)
        g_assert_true (isfinite (result->points[i].x) && isfinite (result->points[i].y));
      assert_apart (input, result);
    }
}

/* More distances, better places. */
static void
test_all_is_better (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) all = NULL;
  g_autoptr (TrlLayoutResult) pivots = NULL;

  trl_random_init (&random, 44, 0);
  input = input_new_random (&random, 1000, 1500);
  all = run_solver (input, "all");
  pivots = run_solver (input, "pivots");
  g_assert_cmpfloat (measure (input, all), <, measure (input, pivots));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/stress/karate-is-as-good-as-the-best", test_karate);
  g_test_add_func ("/layout/stress/a-star-is-as-good-as-the-best", test_star);
  g_test_add_func ("/layout/stress/a-path-is-straight-with-its-lengths", test_path);
  g_test_add_func ("/layout/stress/a-long-chain-is-straight-and-soon", test_chain);
  g_test_add_func ("/layout/stress/discs-are-apart", test_apart);
  g_test_add_func ("/layout/stress/parts-stand-side-by-side", test_parts);
  g_test_add_func ("/layout/stress/pinned-nodes-never-move", test_pinned);
  g_test_add_func ("/layout/stress/from-current-keeps-the-picture", test_from_current);
  g_test_add_func ("/layout/stress/above-the-exact-size-it-is-still-sane", test_sparse);
  g_test_add_func ("/layout/stress/the-distances-asked-for-are-used", test_solvers);
  g_test_add_func ("/layout/stress/few-nodes-bear-pivots", test_pivots_of_few);
  g_test_add_func ("/layout/stress/all-distances-are-better-than-some",
                   test_all_is_better);
  return g_test_run ();
}
