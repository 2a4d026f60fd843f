/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Room between discs, beside a look at each of them. */

#include "layout/trl-random.h"
#include "layout/trl-room.h"

#include <math.h>

#define DISCS 400
#define REACH 22.0

static double
measure (const TrlPoint *points, const double *radius, TrlPoint at, double own)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < DISCS; i++)
    least =
      fmin (least, hypot (points[i].x - at.x, points[i].y - at.y) - radius[i] - own);
  return least;
}

/* What is within reach is told as it is; of all else only that it is farther. */
static void
test_measures (void)
{
  g_autoptr (TrlRoom) room = trl_room_new (REACH);
  TrlPoint  points[DISCS];
  double    radius[DISCS];
  TrlRandom random;
  guint     near = 0;

  trl_random_init (&random, 5, 0);
  g_assert_cmpfloat (trl_room_measure (room, (TrlPoint){ 3, 4 }, 1), ==, G_MAXDOUBLE);
  for (guint i = 0; i < DISCS; i++)
    {
      points[i] = (TrlPoint){ 500 * trl_random_unit (&random) - 250,
                              500 * trl_random_unit (&random) - 250 };
      radius[i] = 2 + 6 * trl_random_unit (&random);
      trl_room_add (room, points[i], radius[i]);
    }
  for (guint i = 0; i < 2000; i++)
    {
      TrlPoint at = { 600 * trl_random_unit (&random) - 300,
                      600 * trl_random_unit (&random) - 300 };
      double   own = 2 + 6 * trl_random_unit (&random);
      double   known = measure (points, radius, at, own);
      double   told = trl_room_measure (room, at, own);

      if (known < REACH - 16)
        g_assert_cmpfloat (told, ==, known);
      else
        g_assert_cmpfloat (told, >=, REACH - 16);
      for (double gap = 0; gap <= REACH - 16; gap += 2)
        g_assert_true (trl_room_is_clear (room, at, own, gap) == (known >= gap));
      near += known < REACH - 16;
    }
  g_assert_cmpuint (near, >, 500);
}

static void
test_far_away (void)
{
  g_autoptr (TrlRoom) room = trl_room_new (REACH);

  trl_room_add (room, (TrlPoint){ 1e300, -1e300 }, 5);
  g_assert_cmpfloat (trl_room_measure (room, (TrlPoint){ 0, 0 }, 5), >, REACH);
}

static void
test_spiral (void)
{
  TrlPoint middle = { 7, -2 };

  g_assert_cmpfloat (trl_spiral (middle, 12, 0).x, ==, 7);
  for (guint i = 0; i < 500; i++)
    for (guint k = 0; k < i; k++)
      {
        TrlPoint a = trl_spiral (middle, 12, i), b = trl_spiral (middle, 12, k);

        g_assert_cmpfloat (hypot (a.x - b.x, a.y - b.y), >=, 12 - 1e-9);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room/is-that-beside-the-nearest", test_measures);
  g_test_add_func ("/room/is-anywhere", test_far_away);
  g_test_add_func ("/room/a-spiral-keeps-its-step", test_spiral);
  return g_test_run ();
}
