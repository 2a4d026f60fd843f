/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows one below another. */
#include <math.h>

#include "inputs.h"
#include "layout/trl-layers.h"

static TrlLayoutResult *
run_by (const TrlLayoutInput *input, const char *by)
{
  const TrlLayout *layout = trl_layout_find ("layers");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);

  g_assert_true (trl_options_set (options, "by", by, NULL));
  return trl_layout_place (layout, input, options, 0, NULL, NULL);
}

/* A tree hangs from its root without a crossing, its leaves below their parents. */
static void
test_tree (void)
{
  static const guint ties[][2] = { { 5, 0 }, { 5, 1 }, { 5, 2 }, { 6, 1 }, { 7, 0 },
                                   { 8, 2 }, { 9, 0 }, { 3, 2 }, { 4, 1 } };
  g_autoptr (TrlLayoutInput) input = input_new (10, 9, ties);
  g_autoptr (TrlLayoutResult) result = NULL;

  input->hub = 5;
  result = run_by (input, "distance");
  for (guint e = 0; e < 9; e++)
    g_assert_cmpfloat (fabs (result->points[ties[e][0]].y - result->points[ties[e][1]].y),
                       ==, fabs (result->points[5].y - result->points[0].y));
  for (guint i = 0; i < 10; i++)
    if (i != 5)
      g_assert_cmpfloat (result->points[i].y, >, result->points[5].y);
  for (guint e = 0; e < 9; e++)
    for (guint f = 0; f < e; f++)
      {
        TrlPoint a = result->points[ties[e][0]], b = result->points[ties[e][1]];
        TrlPoint c = result->points[ties[f][0]], d = result->points[ties[f][1]];
        TrlPoint up = a.y < b.y ? a : b, down = a.y < b.y ? b : a;
        TrlPoint over = c.y < d.y ? c : d, under = c.y < d.y ? d : c;

        if (up.y == over.y)
          g_assert_cmpfloat ((up.x - over.x) * (down.x - under.x), >=, 0);
      }
  assert_apart (input, result);
}

static void
test_crossings (void)
{
  static const guint ties[][2] = { { 0, 3 }, { 1, 2 }, { 0, 4 }, { 1, 4 } };
  static const guint layer[] = { 0, 0, 1, 1, 1 };
  static const guint plain[] = { 0, 1, 2, 3, 4 }, better[] = { 1, 0, 2, 4, 3 };
  g_autoptr (TrlLayoutInput) input = input_new (5, 4, ties);
  g_autoptr (TrlPart) part = input_to_whole (input);
  TrlLayers         layers = { part, layer, 2, input->radius, 10, 10, NULL };
  g_autofree guint *order = trl_layers_order (&layers, NULL);

  g_assert_cmpuint (trl_layers_count_crossings (&layers, plain), ==, 2);
  g_assert_cmpuint (trl_layers_count_crossings (&layers, better), ==, 0);
  g_assert_cmpuint (trl_layers_count_crossings (&layers, order), ==, 0);
}

/* Counted two ties at a time. */
static guint64
count_plainly (const TrlLayoutInput *input, const guint *layer, const guint *order)
{
  g_autofree guint *at = g_new (guint, input->n);
  guint64           count = 0;

  for (guint k = 0; k < input->n; k++)
    at[order[k]] = k;
  for (guint e = 0; e < input->m; e++)
    for (guint f = 0; f < e; f++)
      {
        guint a = input->from[e], b = input->to[e], c = input->from[f], d = input->to[f];

        if (layer[a] > layer[b])
          a = input->to[e], b = input->from[e];
        if (layer[c] > layer[d])
          c = input->to[f], d = input->from[f];
        if (layer[a] == layer[b] || layer[a] != layer[c] || layer[b] != layer[d])
          continue;
        count += (at[a] < at[c] && at[b] > at[d]) || (at[a] > at[c] && at[b] < at[d]);
      }
  return count;
}

static void
test_counting (void)
{
  TrlRandom random;

  trl_random_init (&random, 2, 0);
  for (guint t = 0; t < 20; t++)
    {
      g_autoptr (TrlLayoutInput) input = input_new_random (&random, 40, 40);
      g_autoptr (TrlPart) part = input_to_whole (input);
      g_autofree guint *layer = g_new (guint, 40);
      guint             plain[40], n = 0;

      for (guint i = 0; i < 40; i++)
        layer[i] = i % 5;
      for (guint l = 0; l < 5; l++)
        for (guint i = l; i < 40; i += 5)
          plain[n++] = i;
      TrlLayers         layers = { part, layer, 5, input->radius, 10, 10, NULL };
      g_autofree guint *order = trl_layers_order (&layers, NULL);

      g_assert_cmpuint (trl_layers_count_crossings (&layers, plain), ==,
                        count_plainly (input, layer, plain));
      g_assert_cmpuint (trl_layers_count_crossings (&layers, order), ==,
                        count_plainly (input, layer, order));
      g_assert_cmpuint (trl_layers_count_crossings (&layers, order) * 10, <,
                        9 * trl_layers_count_crossings (&layers, plain));
    }
}

/* The deeper, the higher; the hub on top. */
static void
test_depth (void)
{
  TrlRandom random;

  trl_random_init (&random, 3, 0);
  g_autoptr (TrlLayoutInput) input = input_new_hub (&random, 30, ANY_RANK, TRUE);
  g_autoptr (TrlLayoutResult) result = run_by (input, "depth");

  for (guint i = 1; i < 30; i++)
    {
      g_assert_cmpfloat (result->points[i].y, >, result->points[0].y);
      for (guint j = 1; j < 30; j++)
        if (input->rank[i] > input->rank[j] && input->rank[j] > 0)
          g_assert_cmpfloat (result->points[i].y, <, result->points[j].y);
    }
}

/* A star of a thousand is no line of a thousand. */
static void
test_star (void)
{
  guint ties[999][2];

  for (guint e = 0; e < 999; e++)
    {
      ties[e][0] = 0;
      ties[e][1] = e + 1;
    }
  g_autoptr (TrlLayoutInput) input = input_new (1000, 999, ties);
  g_autoptr (TrlLayoutResult) result = run_by (input, "distance");
  double wide = 0, high = 0;

  for (guint i = 0; i < 1000; i++)
    {
      wide = fmax (wide, 2 * fabs (result->points[i].x));
      high = fmax (high, 2 * fabs (result->points[i].y));
    }
  g_assert_cmpfloat (wide / high, <, 4);
  assert_apart (input, result);
}

static void
test_large (void)
{
  TrlRandom random;
  g_autoptr (GTimer) timer = g_timer_new ();

  trl_random_init (&random, 4, 0);
  g_autoptr (TrlLayoutInput) input = input_new_random (&random, 100000, 100000);
  g_timer_start (timer);
  for (guint k = 0; k < 3; k++)
    {
      static const char *const bys[] = { "distance", "type", "depth" };
      g_autoptr (TrlLayoutResult) result = run_by (input, bys[k]);

      for (guint i = 0; i < input->n; i++)
        g_assert_true (isfinite (result->points[i].x + result->points[i].y));
    }
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layers/a-tree-does-not-cross", test_tree);
  g_test_add_func ("/layers/finds-the-order-without-crossings", test_crossings);
  g_test_add_func ("/layers/counts-crossings-as-they-are", test_counting);
  g_test_add_func ("/layers/the-deeper-the-higher", test_depth);
  g_test_add_func ("/layers/folds-a-wide-row", test_star);
  g_test_add_func ("/layers/bears-a-hundred-thousand", test_large);
  return g_test_run ();
}
