/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and columns. */
#include <math.h>

#include "inputs.h"

static TrlLayoutResult *
run_order (const TrlLayoutInput *input, const char *order)
{
  const TrlLayout *layout = trl_layout_find ("grid");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);

  g_assert_true (trl_options_set (options, "order", order, NULL));
  return trl_layout_place (layout, input, options, 0, NULL, NULL);
}

static void
test_lists (void)
{
  TrlRandom random;

  trl_random_init (&random, 1, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 200, ANY_RANK, FALSE);
  g_autoptr (TrlLayoutResult) result = run_order (input, "drawing");
  double widest = 0, width, height;

  for (guint i = 1; i < 200; i++)
    {
      gboolean same_row = result->points[i].y == result->points[i - 1].y;

      g_assert_true (same_row ? result->points[i].x > result->points[i - 1].x
                              : result->points[i].y > result->points[i - 1].y);
      widest = fmax (widest, fabs (result->points[i].x));
    }
  width = 2 * widest;
  height = result->points[199].y - result->points[0].y;
  g_assert_cmpfloat (width / height, >, 1.2);
  g_assert_cmpfloat (width / height, <, 1.8);
  assert_apart (input, result);
}

/* No row holds two types, and a type is not taken up again further down. */
static void
test_types (void)
{
  TrlRandom random;
  double    top[19], bottom[19];

  trl_random_init (&random, 2, 0);
  for (guint s = 0; s < 19; s++)
    {
      top[s] = G_MAXDOUBLE;
      bottom[s] = -G_MAXDOUBLE;
    }
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 200, ANY_RANK, FALSE);
  g_autoptr (TrlLayoutResult) result = run_order (input, "type");

  for (guint i = 0; i < 200; i++)
    {
      guint s = input->sector[i] < 0 ? 18 : (guint) input->sector[i];

      top[s] = fmin (top[s], result->points[i].y);
      bottom[s] = fmax (bottom[s], result->points[i].y);
    }
  for (guint s = 0; s < 19; s++)
    for (guint t = 0; t < s; t++)
      g_assert_true (bottom[s] < top[t] || bottom[t] < top[s]);
}

/* As many types as partners are no column. */
static void
test_few (void)
{
  TrlRandom random;

  trl_random_init (&random, 3, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 19, ANY_RANK, TRUE);
  g_autoptr (TrlLayoutResult) result = run_order (input, "type");

  g_assert_cmpfloat (fabs (result->points[1].x), >, 1);
  assert_apart (input, result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/reads-like-a-list", test_lists);
  g_test_add_func ("/grid/gives-each-type-rows-of-its-own", test_types);
  g_test_add_func ("/grid/is-no-column-when-types-differ", test_few);
  return g_test_run ();
}
