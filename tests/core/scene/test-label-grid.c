/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid by itself: what is near is found, and what was removed is not. */

#include "scene/trl-label-grid.h"

#define N 4

static const TrlRect bounds = { 100, 200, 400, 300 };

static gboolean
count (guint index, gpointer data)
{
  ((guint *) data)[index]++;
  return TRUE;
}

static gboolean
count_one (guint index, gpointer data)
{
  ++*(guint *) data;
  return FALSE;
}

static gboolean
finds (const TrlLabelGrid *grid, TrlRect box, guint index)
{
  guint seen[N] = { 0 };

  trl_label_grid_visit (grid, &box, count, seen);
  return seen[index] > 0;
}

static void
test_near (void)
{
  const TrlRect one = { 110, 210, 20, 20 }, other = { 450, 450, 40, 40 };
  TrlLabelGrid  grid;

  trl_label_grid_init (&grid, &bounds);
  trl_label_grid_add (&grid, &one, 0);
  trl_label_grid_add (&grid, &other, 1);
  g_assert_true (finds (&grid, (TrlRect){ 125, 225, 1, 1 }, 0));
  g_assert_false (finds (&grid, (TrlRect){ 125, 225, 1, 1 }, 1));
  g_assert_true (finds (&grid, (TrlRect){ 489, 489, 1, 1 }, 1));
  g_assert_false (finds (&grid, (TrlRect){ 300, 300, 1, 1 }, 0));
  g_assert_true (finds (&grid, bounds, 0) && finds (&grid, bounds, 1));
  trl_label_grid_clear (&grid);
}

/* Of many in a cell one goes, and the others stay. */
static void
test_remove (void)
{
  const TrlRect wide = { 90, 190, 300, 200 }, small = { 105, 205, 10, 10 };
  TrlLabelGrid  grid;

  trl_label_grid_init (&grid, &bounds);
  for (guint i = 0; i < N; i++)
    trl_label_grid_add (&grid, i % 2 ? &small : &wide, i);
  trl_label_grid_remove (&grid, &wide, 0);
  g_assert_false (finds (&grid, bounds, 0));
  for (guint i = 1; i < N; i++)
    g_assert_true (finds (&grid, small, i));
  g_assert_true (finds (&grid, (TrlRect){ 380, 380, 5, 5 }, 2));
  trl_label_grid_remove (&grid, &small, 3);
  g_assert_false (finds (&grid, bounds, 3));
  g_assert_true (finds (&grid, small, 1));
  trl_label_grid_remove (&grid, &small, 3); /* is not there: nothing happens */
  trl_label_grid_add (&grid, &wide, 0);
  g_assert_true (finds (&grid, (TrlRect){ 380, 380, 5, 5 }, 0));
  trl_label_grid_clear (&grid);
}

/* What lies outside is looked for, and removed, where the border is nearest. */
static void
test_outside (void)
{
  static const TrlRect boxes[N] = { { -1e9, 250, 10, 10 },
                                    { 2000, 250, 10, 10 },
                                    { 300, -5000, 10, 10 },
                                    { 1e6, 1e6, 50, 50 } };
  static const TrlRect borders[N] = {
    { 100, 250, 1, 1 }, { 499, 250, 1, 1 }, { 300, 200, 1, 1 }, { 499, 499, 1, 1 }
  };
  TrlLabelGrid grid;

  trl_label_grid_init (&grid, &bounds);
  for (guint i = 0; i < N; i++)
    trl_label_grid_add (&grid, &boxes[i], i);
  for (guint i = 0; i < N; i++)
    {
      g_assert_true (finds (&grid, boxes[i], i));
      g_assert_true (finds (&grid, borders[i], i));
      g_assert_false (finds (&grid, (TrlRect){ 300, 350, 1, 1 }, i));
      trl_label_grid_remove (&grid, &boxes[i], i);
      g_assert_false (finds (&grid, boxes[i], i));
    }
  trl_label_grid_clear (&grid);
}

static void
assert_along (const TrlRect *of, TrlLabelLine line, double reach)
{
  TrlLabelGrid grid;

  trl_label_grid_init (&grid, of);
  trl_label_grid_add_line (&grid, &line, 0);
  for (guint i = 0; i <= 5000; i++)
    {
      double x = line.x1 + (line.x2 - line.x1) * i / 5000;
      double y = line.y1 + (line.y2 - line.y1) * i / 5000;

      g_assert_true (
        finds (&grid, (TrlRect){ x - reach, y - reach, 2 * reach, 2 * reach }, 0));
    }
  trl_label_grid_clear (&grid);
}

/* A line is found everywhere along it: also on a map so wide that cells have grown, and
 * where it leaves the bounds. */
static void
test_long_lines (void)
{
  const TrlRect wide = { 0, 0, 1e6, 1e6 };

  assert_along (&bounds, (TrlLabelLine){ .x1 = 100, .y1 = 201, .x2 = 500, .y2 = 201 }, 0);
  assert_along (&bounds, (TrlLabelLine){ .x1 = 101, .y1 = 500, .x2 = 101, .y2 = 200 }, 0);
  assert_along (&bounds, (TrlLabelLine){ .x1 = 300, .y1 = 300, .x2 = 300, .y2 = 300 }, 0);
  assert_along (&bounds, (TrlLabelLine){ .x1 = -9000, .y1 = 350, .x2 = 9000, .y2 = 350 },
                0);
  assert_along (&wide, (TrlLabelLine){ .x1 = 0, .y1 = 5, .x2 = 1e6, .y2 = 5 }, 0);
  /* Of cells that a slanting line only cuts, the next one may have to do. */
  assert_along (&bounds, (TrlLabelLine){ .x1 = 110, .y1 = 210, .x2 = 490, .y2 = 470 },
                10);
  assert_along (&wide, (TrlLabelLine){ .x1 = 0, .y1 = 3, .x2 = 1e6, .y2 = 7e5 }, 2000);
}

static void
test_wide_map (void)
{
  const TrlRect wide = { 0, 0, 1e9, 10 }, point = { 5, 5, 0, 0 };
  const TrlRect whole = { 0, 0, 1e9, 10 };
  guint         n = 0;
  TrlLabelGrid  grid;

  trl_label_grid_init (&grid, &wide);
  g_assert_cmpint (grid.columns, <=, 256);
  g_assert_cmpint (grid.rows, ==, 1);
  trl_label_grid_add (&grid, &point, 0);
  trl_label_grid_add (&grid, &point, 1);
  trl_label_grid_visit (&grid, &whole, count_one, &n);
  g_assert_cmpuint (n, ==, 1); /* a visit ends when it is told to */
  trl_label_grid_clear (&grid);
  trl_label_grid_init (&grid, &point); /* no room at all is one cell */
  trl_label_grid_add (&grid, &whole, 3);
  g_assert_true (finds (&grid, point, 3));
  trl_label_grid_clear (&grid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/label-grid/what-is-near-is-found", test_near);
  g_test_add_func ("/scene/label-grid/one-is-removed-and-others-stay", test_remove);
  g_test_add_func ("/scene/label-grid/border-holds-what-is-outside", test_outside);
  g_test_add_func ("/scene/label-grid/lines-are-found-along-them", test_long_lines);
  g_test_add_func ("/scene/label-grid/cells-grow-on-a-wide-map", test_wide_map);
  return g_test_run ();
}
