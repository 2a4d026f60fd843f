/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order round a circle, and the circle. */
#include <math.h>

#include "inputs.h"
#include "layout/trl-circle-order.h"

static TrlOptions *
make_options (const char *order)
{
  const TrlLayout *layout = trl_layout_find ("circle");
  TrlOptions      *options = trl_options_new (layout->options, layout->n_options);

  g_assert_true (trl_options_set (options, "order", order, NULL));
  return options;
}

static guint *
order_all (const TrlPart *whole, const guint *block)
{
  guint               *order = trl_circle_order (whole, block, 0, NULL, NULL);
  g_autofree gboolean *seen = g_new0 (gboolean, whole->n);

  for (guint k = 0; k < whole->n; k++)
    {
      g_assert_false (seen[order[k]]);
      seen[order[k]] = TRUE;
    }
  return order;
}

/* A ring whose nodes come in any order is unrolled. */
static void
test_ring (void)
{
  enum
  {
    N = 30
  };
  guint           ties[N][2], shuffled[N];
  TrlRandom       random;
  const guint     block[N] = { 0 };
  TrlLayoutInput *input;

  trl_random_init (&random, 4, 0);
  for (guint i = 0; i < N; i++)
    shuffled[i] = i;
  trl_random_shuffle (&random, shuffled, N);
  for (guint i = 0; i < N; i++)
    {
      ties[i][0] = shuffled[i];
      ties[i][1] = shuffled[(i + 1) % N];
    }
  input = input_new (N, N, ties);
  g_autoptr (TrlPart) whole = input_to_whole (input);
  g_autofree guint *order = order_all (whole, block);

  g_assert_cmpuint (trl_circle_count_crossings (whole, order), ==, 0);
  trl_layout_input_free (input);
}

/* A chord network for which depth first alone is no good. */
static void
test_fewer (void)
{
  TrlRandom         random;
  guint             sifted = 0, drawn = 0;
  const guint       block[40] = { 0 };
  g_autofree guint *own = g_new (guint, 40);

  trl_random_init (&random, 5, 0);
  for (guint i = 0; i < 40; i++)
    own[i] = i;
  for (guint t = 0; t < 10; t++)
    {
      g_autoptr (TrlLayoutInput) input = input_new_random (&random, 40, 15);
      g_autoptr (TrlPart) whole = input_to_whole (input);
      g_autofree guint *order = order_all (whole, block);
      g_autofree guint *walked = order_all (whole, own);

      sifted += trl_circle_count_crossings (whole, order);
      drawn += trl_circle_count_crossings (whole, walked);
    }
  g_assert_cmpuint (sifted * 5, <, drawn);
}

static void
test_blocks (void)
{
  TrlRandom random;

  trl_random_init (&random, 6, 0);
  g_autoptr (TrlLayoutInput) input = input_new_random (&random, 60, 40);
  g_autoptr (TrlPart) whole = input_to_whole (input);
  guint block[60];

  for (guint i = 0; i < 60; i++)
    block[i] = i % 4;
  g_autofree guint *order = order_all (whole, block);

  for (guint k = 1; k < 60; k++)
    g_assert_cmpuint (block[order[k - 1]], <=, block[order[k]]);
}

static void
test_large (void)
{
  TrlRandom         random;
  g_autofree guint *block = g_new0 (guint, 100000);
  g_autoptr (GTimer) timer = g_timer_new ();

  trl_random_init (&random, 7, 0);
  g_autoptr (TrlLayoutInput) input = input_new_random (&random, 100000, 200000);
  g_autoptr (TrlPart) whole = input_to_whole (input);
  g_timer_start (timer);
  g_autofree guint *order = order_all (whole, block);

  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
}

/* All at one distance, types together, a label for each. */
static void
test_rim (void)
{
  TrlRandom random;

  trl_random_init (&random, 8, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 25, ANY_RANK, FALSE);
  g_autoptr (TrlLayoutResult) result = run_layout ("circle", input, 0);
  double radius = hypot (result->points[0].x, result->points[0].y);

  for (guint i = 0; i < 25; i++)
    {
      g_assert_cmpfloat_with_epsilon (hypot (result->points[i].x, result->points[i].y),
                                      radius, 1e-6);
      if (i == 0)
        g_assert_true (isnan (result->angle[i]));
      else
        g_assert_cmpfloat_with_epsilon (
          cos (result->angle[i] - atan2 (result->points[i].y, result->points[i].x)), 1,
          1e-9);
    }
  g_assert_cmpfloat (result->rim, >, radius);
  assert_apart (input, result);
}

/* In the order of lists the angles go up with the nodes. */
static void
test_drawing (void)
{
  TrlRandom random;

  trl_random_init (&random, 9, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 25, ANY_RANK, FALSE);
  g_autoptr (TrlOptions) options = make_options ("drawing");
  g_autoptr (TrlLayoutResult) result =
    trl_layout_place (trl_layout_find ("circle"), input, options, 0, NULL, NULL);

  for (guint i = 2; i < 25; i++)
    g_assert_cmpfloat (result->angle[i], >, result->angle[i - 1]);
}

/* Names of a crowd at the rim are those of types, which must stand together. */
static void
test_crowd (void)
{
  TrlRandom random;

  trl_random_init (&random, 10, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 80, ANY_RANK, FALSE);
  g_autoptr (TrlOptions) options = make_options ("crossings");
  g_autoptr (TrlLayoutResult) mixed =
    trl_layout_place (trl_layout_find ("circle"), input, options, 0, NULL, NULL);
  g_autoptr (TrlLayoutResult) typed = run_layout ("circle", input, 0);

  g_assert_cmpfloat (mixed->rim, ==, 0);
  g_assert_cmpfloat (typed->rim, >, 0);
}

static void
test_pinned (void)
{
  TrlRandom random;
  TrlPoint  start[12] = { 0 };
  guint8    flags[12] = { 0 };

  trl_random_init (&random, 11, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 12, ANY_RANK, FALSE);
  start[3] = (TrlPoint){ 170, 2 };
  flags[3] = TRL_LAYOUT_PINNED;
  input->start = g_memdup2 (start, sizeof start);
  input->flags = g_memdup2 (flags, sizeof flags);
  for (guint l = 0; l < 3; l++)
    {
      static const char *const layouts[] = { "circle", "grid", "layers" };
      g_autoptr (TrlLayoutResult) result = run_layout (layouts[l], input, 0);

      g_assert_cmpfloat (result->points[3].x, ==, 170);
      g_assert_cmpfloat (result->points[3].y, ==, 2);
      g_assert_true (isnan (result->angle[3]));
      assert_apart (input, result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/circle/unrolls-a-ring", test_ring);
  g_test_add_func ("/circle/crosses-less-than-as-drawn", test_fewer);
  g_test_add_func ("/circle/keeps-blocks-together", test_blocks);
  g_test_add_func ("/circle/orders-a-hundred-thousand", test_large);
  g_test_add_func ("/circle/is-round-with-a-label-for-each", test_rim);
  g_test_add_func ("/circle/follows-lists-when-asked", test_drawing);
  g_test_add_func ("/circle/names-a-crowd-by-type-only", test_crowd);
  g_test_add_func ("/circle/leaves-pinned-nodes-alone", test_pinned);
  return g_test_run ();
}
