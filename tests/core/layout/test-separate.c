/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "inputs.h"
#include "layout/trl-separate.h"

#define PILED 6000
#define MANY 1500

typedef struct
{
  TrlPoint points[MANY];
  double   radius[MANY];
  gboolean fixed[MANY];
} Crowd;

/* Clumps of thirty discs, each on less room than two need. */
static Crowd *
new_crowd (void)
{
  Crowd    *crowd = g_new0 (Crowd, 1);
  TrlRandom random;

  trl_random_init (&random, 80, 0);
  for (guint i = 0; i < MANY; i++)
    {
      guint clump = i / 30;

      crowd->radius[i] = 5 + trl_random_below (&random, 8);
      crowd->points[i].x = clump % 7 * 300 + 20 * trl_random_unit (&random);
      crowd->points[i].y = clump / 7 * 300 + 20 * trl_random_unit (&random);
    }
  return crowd;
}

static void
assert_discs_apart (const Crowd *crowd, double gap)
{
  for (guint i = 0; i < MANY; i++)
    for (guint j = 0; j < i; j++)
      if (!crowd->fixed[i] || !crowd->fixed[j])
        g_assert_cmpfloat (get_distance (crowd->points[i], crowd->points[j]), >=,
                           crowd->radius[i] + crowd->radius[j] + gap - 1e-5);
}

/* All come free, and no farther from where they were than a clump needs. */
static void
test_many (void)
{
  g_autofree Crowd *crowd = new_crowd (), *before = g_memdup2 (crowd, sizeof (Crowd));
  double            stretch = 0, off = 0;

  g_assert_true (
    trl_separate (MANY, crowd->points, crowd->radius, NULL, 4, 0, NULL, NULL));
  assert_discs_apart (crowd, 4);
  stretch = (crowd->points[6 * 30].x - crowd->points[0].x) /
            (before->points[6 * 30].x - before->points[0].x);
  for (guint i = 0; i < MANY; i++)
    off += hypot (crowd->points[i].x - before->points[i].x * stretch,
                  crowd->points[i].y - before->points[i].y * stretch);
  g_assert_cmpfloat (off / MANY, <, 150);
}

static void
test_fixed (void)
{
  g_autofree Crowd *crowd = new_crowd (), *before = NULL;

  for (guint i = 0; i < MANY; i += 60)
    crowd->fixed[i] = TRUE;
  before = g_memdup2 (crowd, sizeof (Crowd));
  g_assert_true (
    trl_separate (MANY, crowd->points, crowd->radius, crowd->fixed, 2, 30, NULL, NULL));
  for (guint i = 0; i < MANY; i += 60)
    g_assert_cmpfloat (get_distance (crowd->points[i], before->points[i]), ==, 0);
  assert_discs_apart (crowd, 2);
}

/* No room at all, and one far off: the grid must not be wider than memory. */
static void
test_heap (void)
{
  g_autofree Crowd *crowd = new_crowd ();

  for (guint i = 0; i < MANY; i++)
    crowd->points[i] = (TrlPoint){ i == 7 ? 1e12 : 0, i == 7 ? -1e12 : 0 };
  g_assert_true (
    trl_separate (MANY, crowd->points, crowd->radius, NULL, 0, 30, NULL, NULL));
  for (guint i = 0; i < MANY; i++)
    g_assert_true (isfinite (crowd->points[i].x) && isfinite (crowd->points[i].y));
}

/* More pairs than anybody could push apart, on one spot and nearly. */
static void
test_piles (void)
{
  static TrlPoint points[PILED];
  static double   radius[PILED];

  for (double wide = 0; wide < 2; wide++)
    {
      for (guint i = 0; i < PILED; i++)
        {
          radius[i] = 9.6;
          points[i] = (TrlPoint){ 70 + wide * sin (i), -40 + wide * cos (2.3 * i) };
        }
      g_assert_true (trl_separate (PILED, points, radius, NULL, 3, 0, NULL, NULL));
      for (guint i = 0; i < PILED; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpfloat (get_distance (points[i], points[j]), >=, 2 * 9.6 + 3 - 1e-5);
    }
}

#define CROWD 20000

/* In many rows of cells, which threads share: all come apart, and as many threads as one
 * find the same places. */
static void
test_threads (void)
{
  g_autofree TrlPoint *first = NULL;
  g_autofree double   *radius = g_new (double, CROWD);

  for (guint i = 0; i < CROWD; i++)
    radius[i] = 4 + i % 5;
  for (guint threads = 1; threads <= 3; threads++)
    {
      g_autofree char     *number = g_strdup_printf ("%u", threads);
      g_autofree TrlPoint *points = g_new (TrlPoint, CROWD);
      g_autoptr (GRand) random = g_rand_new_with_seed (5);

      for (guint i = 0; i < CROWD; i++)
        points[i] = (TrlPoint){ g_rand_double_range (random, 0, 1000),
                                g_rand_double_range (random, 0, 3000) };
      g_setenv ("TRL_THREADS", number, TRUE);
      g_assert_true (trl_separate (CROWD, points, radius, NULL, 2, 0, NULL, NULL));
      g_unsetenv ("TRL_THREADS");
      if (!first)
        first = g_steal_pointer (&points);
      else
        g_assert_cmpmem (points, CROWD * sizeof (TrlPoint), first,
                         CROWD * sizeof (TrlPoint));
    }
  for (guint i = 0; i < CROWD; i += 40)
    for (guint k = 0; k < CROWD; k++)
      if (k != i)
        g_assert_cmpfloat (get_distance (first[i], first[k]), >=,
                           radius[i] + radius[k] + 2 - 1e-5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/separate/many-discs-part-and-stay-near", test_many);
  g_test_add_func ("/layout/separate/fixed-discs-stay", test_fixed);
  g_test_add_func ("/layout/separate/a-heap-comes-to-an-end", test_heap);
  g_test_add_func ("/layout/separate/piles-come-apart", test_piles);
  g_test_add_func ("/layout/separate/threads-find-the-same", test_threads);
  return g_test_run ();
}
