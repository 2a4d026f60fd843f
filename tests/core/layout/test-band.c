/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Discs that look for their distance on a ray of their own, beside what each of them is
 * to find: nobody touched, and nothing free that is nearer to the wish. */

#include "layout/trl-band.h"
#include "layout/trl-random.h"

#include <math.h>

#define OTHERS 120
#define DISCS 200
#define SLACK 1e-6

static GArray *
make_discs (TrlRandom *random, guint n, double least, double most)
{
  GArray *discs = g_array_new (FALSE, FALSE, sizeof (TrlDisc));

  for (guint i = 0; i < n; i++)
    {
      /* Directions are any number, not only once around. */
      TrlDisc disc = trl_disc (i, 20 * trl_random_unit (random) - 10,
                               2 + 6 * trl_random_unit (random));

      disc.distance = least + (most - least) * trl_random_unit (random);
      g_array_append_val (discs, disc);
    }
  return discs;
}

static gboolean
touches (const TrlDisc *disc, double distance, const TrlDisc *other)
{
  double dx = distance * disc->east - other->distance * other->east;
  double dy = distance * disc->south - other->distance * other->south;

  return hypot (dx, dy) < disc->radius + other->radius - SLACK;
}

static gboolean
is_free (const TrlDisc *disc,
         double         distance,
         const GArray  *others,
         const GArray  *discs,
         guint          n)
{
  for (guint i = 0; i < others->len; i++)
    if (touches (disc, distance, &g_array_index (others, TrlDisc, i)))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (touches (disc, distance, &g_array_index (discs, TrlDisc, i)))
      return FALSE;
  return TRUE;
}

/* By small steps from the wish, on both sides. */
static void
check_nearest (const TrlBand *band, const GArray *others, const GArray *discs, guint i)
{
  const TrlDisc *disc = &g_array_index (discs, TrlDisc, i);
  double         away = fabs (disc->distance - band->wish);

  for (double step = 0; step < away - 0.01; step += 0.01)
    for (int side = -1; side <= 1; side += 2)
      {
        double at = band->wish + side * step;

        if (at >= band->least && at <= band->most)
          g_assert_false (is_free (disc, at, others, discs, i));
      }
}

static void
check_band (const TrlBand *band, guint32 seed)
{
  TrlRandom random;
  g_autoptr (GArray) others = NULL;
  g_autoptr (GArray) discs = NULL;

  trl_random_init (&random, seed, 0);
  others = make_discs (&random, OTHERS, 0, band->most);
  discs = make_discs (&random, DISCS, 0, 0);
  trl_band_sort (discs);
  g_assert_true (trl_band_place (band, discs, others));
  for (guint i = 0; i < discs->len; i++)
    {
      const TrlDisc *disc = &g_array_index (discs, TrlDisc, i);

      g_assert_cmpfloat (disc->distance, >=, band->least);
      g_assert_cmpfloat (disc->distance, <=, band->most);
      g_assert_true (is_free (disc, disc->distance, others, discs, i));
      check_nearest (band, others, discs, i);
    }
}

static void
test_nearest (void)
{
  /* Far from the centre, near it, and about it: then any direction may be in the way. */
  check_band (&(TrlBand){ 500, 400, 640 }, 1);
  check_band (&(TrlBand){ 400, 200, 500 }, 2);
  check_band (&(TrlBand){ 20, 0, 600 }, 3);
}

static void
test_no_room (void)
{
  TrlRandom random;
  g_autoptr (GArray) nobody = g_array_new (FALSE, FALSE, sizeof (TrlDisc));
  g_autoptr (GArray) discs = NULL;

  trl_random_init (&random, 4, 0);
  discs = make_discs (&random, DISCS, 0, 0);
  g_assert_false (trl_band_place (&(TrlBand){ 100, 100, 101 }, discs, nobody));
  g_array_set_size (discs, 0);
  g_assert_true (trl_band_place (&(TrlBand){ 100, 100, 101 }, discs, nobody));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/band/each-is-as-near-as-can-be", test_nearest);
  g_test_add_func ("/band/says-when-there-is-no-room", test_no_room);
  return g_test_run ();
}
