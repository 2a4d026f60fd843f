/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/trl-random.h"

/* The first numbers of the reference program (pcg32-demo, seed 42, stream 54). */
static void
test_reference (void)
{
  static const guint32 expected[] = { 0xa15c02b7, 0x7b47f409, 0xba1d3330,
                                      0x83d2f293, 0xbfa4784b, 0xcbed606e };
  TrlRandom            random;

  trl_random_init (&random, 42, 54);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmphex (trl_random_next (&random), ==, expected[i]);
}

static void
test_ranges (void)
{
  TrlRandom random;
  guint     count[6] = { 0 };

  trl_random_init (&random, 1, 0);
  for (guint i = 0; i < 60000; i++)
    {
      double unit = trl_random_unit (&random);

      count[trl_random_below (&random, 6)]++;
      g_assert_true (unit >= 0 && unit < 1);
    }
  for (guint i = 0; i < 6; i++)
    g_assert_true (count[i] > 9600 && count[i] < 10400);
  g_assert_cmpuint (trl_random_below (&random, 1), ==, 0);
}

static void
test_shuffle (void)
{
  TrlRandom random;
  guint     items[50], seen[50] = { 0 }, moved = 0;

  trl_random_init (&random, 7, 0);
  for (guint i = 0; i < 50; i++)
    items[i] = i;
  trl_random_shuffle (&random, items, 50);
  for (guint i = 0; i < 50; i++)
    {
      seen[items[i]]++;
      moved += items[i] != i;
    }
  for (guint i = 0; i < 50; i++)
    g_assert_cmpuint (seen[i], ==, 1);
  g_assert_cmpuint (moved, >, 40);
  trl_random_shuffle (&random, items, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/random/gives-the-reference-numbers", test_reference);
  g_test_add_func ("/layout/random/fills-its-ranges-evenly", test_ranges);
  g_test_add_func ("/layout/random/shuffling-loses-nothing", test_shuffle);
  return g_test_run ();
}
