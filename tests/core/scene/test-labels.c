/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "scene/trl-labels.h"

#define MAX_LABELS 64

static guint
fill_rim (GRand *random, TrlRimLabel *labels)
{
  guint n = (guint) g_rand_int_range (random, 1, 40);

  for (guint i = 0; i < n; i++)
    labels[i] = (TrlRimLabel){
      .width = g_rand_double_range (random, 8, 120),
      .height = g_rand_int_range (random, 1, 5) * 11,
      .line = 11,
      .angle = g_rand_double_range (random, -G_PI, G_PI),
    };
  return n;
}

static double
nearest_to (const TrlRect *box, double x, double y)
{
  return trl_rect_distance (box, x, y);
}

static void
test_rim_is_clear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 400; round++)
    {
      TrlRimLabel labels[MAX_LABELS];
      double      rim = g_rand_double_range (random, 30, 220);
      guint       n = fill_rim (random, labels);

      trl_labels_place_rim (labels, n, 10, -20, rim, 3);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (nearest_to (&labels[i].box, 10, -20), >=, rim - 1e-6);
          for (guint j = 0; j < i; j++)
            g_assert_false (trl_rect_overlaps (&labels[i].box, &labels[j].box));
        }
    }
}

static void
test_rim_keeps_order (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint round = 0; round < 100; round++)
    {
      TrlRimLabel labels[MAX_LABELS];
      guint       n = fill_rim (random, labels);

      trl_labels_place_rim (labels, n, 0, 0, 100, 3);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          if (labels[i].side * labels[j].side > 0 &&
              sin (labels[i].angle) < sin (labels[j].angle) - 1e-9)
            g_assert_cmpfloat (labels[i].box.y, <, labels[j].box.y);
    }
}

/* With room enough every label stands at its own direction. */
static void
test_rim_is_near (void)
{
  TrlRimLabel labels[18];

  for (guint i = 0; i < 18; i++)
    labels[i] = (TrlRimLabel){
      .width = 70, .height = 22, .line = 11, .angle = (i + 0.5) * G_PI / 9
    };
  trl_labels_place_rim (labels, 18, 0, 0, 190, 3);
  for (guint i = 0; i < 18; i++)
    g_assert_cmpfloat (
      hypot (labels[i].at_x - labels[i].rim_x, labels[i].at_y - labels[i].rim_y), <, 20);
}

static guint
fill_free (GRand *random, TrlFreeLabel *labels, TrlLabelDisc *discs, double side, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double x = g_rand_double_range (random, 0, side);
      double y = g_rand_double_range (random, 0, side);
      double r = g_rand_double_range (random, 5, 12);

      discs[i] = (TrlLabelDisc){ x, y, r };
      labels[i] = (TrlFreeLabel){ .x = x,
                                  .y = y,
                                  .radius = r,
                                  .width = g_rand_double_range (random, 10, 90),
                                  .height = g_rand_int_range (random, 1, 3) * 11,
                                  .line = 11,
                                  .priority = g_rand_int_range (random, 0, 4) };
    }
  return n;
}

static void
check_free (const TrlFreeLabel *labels,
            const TrlLabelDisc *discs,
            guint               n,
            guint               left_out)
{
  guint unplaced = 0;

  for (guint i = 0; i < n; i++)
    {
      unplaced += !labels[i].placed;
      for (guint j = 0; labels[i].placed && j < n; j++)
        {
          g_assert_cmpfloat (trl_rect_distance (&labels[i].box, discs[j].x, discs[j].y),
                             >=, discs[j].radius);
          if (j != i && labels[j].placed)
            g_assert_false (trl_rect_overlaps (&labels[i].box, &labels[j].box));
        }
    }
  g_assert_cmpuint (unplaced, ==, left_out);
}

static void
test_free_is_clear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint round = 0; round < 100; round++)
    {
      TrlFreeLabel labels[MAX_LABELS];
      TrlLabelDisc discs[MAX_LABELS];
      guint        n = fill_free (random, labels, discs, 300, 60);

      check_free (labels, discs, n,
                  trl_labels_place_free (labels, n, discs, n, NULL, 0, NULL));
    }
}

/* Twenty discs on a page 180 mm wide: every one is named. */
static void
test_free_names_twenty (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (10);

  for (guint round = 0; round < 200; round++)
    {
      TrlFreeLabel labels[20];
      TrlLabelDisc discs[20];

      fill_free (random, labels, discs, 460, 20);
      g_assert_cmpuint (trl_labels_place_free (labels, 20, discs, 20, NULL, 0, NULL), ==,
                        0);
      check_free (labels, discs, 20, 0);
    }
}

/* Who cannot stand even without letters is not placed with them, and to know it ahead
 * changes nothing for the others. */
static void
test_free_hemmed_in (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  guint hemmed_in = 0;

  for (guint round = 0; round < 100; round++)
    {
      TrlFreeLabel labels[MAX_LABELS], known[MAX_LABELS];
      TrlLabelDisc discs[MAX_LABELS];
      guint        n = fill_free (random, labels, discs, 60 + 3 * round, MAX_LABELS);

      for (guint i = 0; i < n; i++)
        {
          known[i] = labels[i];
          known[i].width = labels[i].width / 3;
          known[i].height = labels[i].line;
        }
      trl_labels_find_hemmed_in (known, n, discs, n, NULL);
      for (guint i = 0; i < n; i++)
        {
          known[i].width = labels[i].width;
          known[i].height = labels[i].height;
          hemmed_in += known[i].hemmed_in;
        }
      g_assert_cmpuint (trl_labels_place_free (labels, n, discs, n, NULL, 0, NULL), ==,
                        trl_labels_place_free (known, n, discs, n, NULL, 0, NULL));
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (labels[i].placed, ==, known[i].placed);
          g_assert_false (known[i].placed && known[i].hemmed_in);
          if (labels[i].placed)
            g_assert_cmpmem (&labels[i].box, sizeof (TrlRect), &known[i].box,
                             sizeof (TrlRect));
        }
    }
  g_assert_cmpuint (hemmed_in, >, 50);
}

static void
test_free_prefers_important (void)
{
  TrlLabelDisc discs[2] = { { 0, 0, 5 }, { 0, 14, 5 } };
  TrlFreeLabel labels[2] = {
    { .x = 0, .y = 0, .radius = 5, .width = 50, .height = 11, .line = 11, .priority = 1 },
    { .x = 0,
      .y = 14,
      .radius = 5,
      .width = 50,
      .height = 11,
      .line = 11,
      .priority = 2 },
  };
  TrlRect area = { -10, 5, 70, 20 }; /* room for one */

  g_assert_cmpuint (trl_labels_place_free (labels, 2, discs, 2, NULL, 0, &area), ==, 1);
  g_assert_false (labels[0].placed);
  g_assert_true (labels[1].placed);
}

static void
test_free_keeps_off_lines (void)
{
  TrlLabelDisc disc = { 0, 0, 5 };
  TrlLabelLine line = { 0, 0, 100, 0, 1 };
  TrlFreeLabel label = { .radius = 5, .width = 50, .height = 11, .line = 11 };

  trl_labels_place_free (&label, 1, &disc, 1, NULL, 0, NULL);
  g_assert_cmpint (label.side, ==, 1);
  trl_labels_place_free (&label, 1, &disc, 1, &line, 1, NULL);
  g_assert_cmpfloat (trl_rect_covered (&label.box, 0, 0, 100, 0), ==, 0);
}

static void
test_free_is_repeatable (void)
{
  TrlFreeLabel first[MAX_LABELS] = { 0 }, second[MAX_LABELS] = { 0 };
  TrlLabelDisc discs[MAX_LABELS];

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (11);
      TrlFreeLabel *labels = turn ? second : first;

      fill_free (random, labels, discs, 220, 60);
      trl_labels_place_free (labels, 60, discs, 60, NULL, 0, NULL);
    }
  for (guint i = 0; i < 60; i++)
    {
      g_assert_cmpint (first[i].placed, ==, second[i].placed);
      g_assert_cmpfloat (first[i].box.x, ==, second[i].box.x);
      g_assert_cmpfloat (first[i].box.y, ==, second[i].box.y);
    }
}

static void
test_covered_length (void)
{
  TrlRect box = { 0, 0, 10, 10 };

  g_assert_cmpfloat_with_epsilon (trl_rect_covered (&box, -5, 5, 15, 5), 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (trl_rect_covered (&box, 0, 0, 20, 20), 10 * G_SQRT2,
                                  1e-9);
  g_assert_cmpfloat (trl_rect_covered (&box, -5, 12, 15, 12), ==, 0);
  g_assert_cmpfloat (trl_rect_covered (&box, 12, -5, 12, 15), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/labels/rim/nothing-overlaps", test_rim_is_clear);
  g_test_add_func ("/scene/labels/rim/order-is-kept", test_rim_keeps_order);
  g_test_add_func ("/scene/labels/rim/eighteen-stand-at-their-angle", test_rim_is_near);
  g_test_add_func ("/scene/labels/free/nothing-overlaps", test_free_is_clear);
  g_test_add_func ("/scene/labels/free/twenty-are-all-named", test_free_names_twenty);
  g_test_add_func ("/scene/labels/free/who-has-no-place-is-known-ahead",
                   test_free_hemmed_in);
  g_test_add_func ("/scene/labels/free/important-ones-stay", test_free_prefers_important);
  g_test_add_func ("/scene/labels/free/lines-are-avoided", test_free_keeps_off_lines);
  g_test_add_func ("/scene/labels/free/same-again", test_free_is_repeatable);
  g_test_add_func ("/scene/labels/covered-length", test_covered_length);
  return g_test_run ();
}
