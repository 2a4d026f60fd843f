/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On the ray of one disc, every disc that stands forbids an open interval of distances.
 * The nearest free distance to the wish is the wish itself or an end of an interval. */
#include "config.h"

#include "layout/trl-band.h"

#include <math.h>

/* Discs that touch do not overlap, whatever rounding says. */
#define TOUCH 1e-9

typedef struct
{
  double from;
  double to;
} Interval;

TrlDisc
trl_disc (guint node, double angle, double radius)
{
  return (TrlDisc){ node, angle, radius, 0, cos (angle), sin (angle) };
}

static int
compare_discs (gconstpointer a, gconstpointer b)
{
  const TrlDisc *one = a, *two = b;

  if (one->radius != two->radius)
    return one->radius > two->radius ? -1 : 1;
  if (one->angle != two->angle)
    return one->angle < two->angle ? -1 : 1;
  return one->node < two->node ? -1 : 1;
}

void
trl_band_sort (GArray *discs)
{
  g_array_sort (discs, compare_discs);
}

static void
add_forbidden (GArray        *intervals,
               const TrlBand *band,
               const TrlDisc *disc,
               const TrlDisc *other)
{
  double clear = disc->radius + other->radius;
  double along =
    other->distance * (disc->east * other->east + disc->south * other->south);
  double aside =
    other->distance * (disc->east * other->south - disc->south * other->east);
  double   half;
  Interval interval;

  if (fabs (aside) >= clear)
    return;
  half = sqrt (clear * clear - aside * aside);
  interval = (Interval){ along - half, along + half };
  if (interval.to > band->least && interval.from < band->most)
    g_array_append_val (intervals, interval);
}

static gboolean
is_free (const GArray *intervals, double distance)
{
  for (guint i = 0; i < intervals->len; i++)
    {
      const Interval *it = &g_array_index (intervals, Interval, i);

      if (distance > it->from + TOUCH && distance < it->to - TOUCH)
        return FALSE;
    }
  return TRUE;
}

/* NAN: none.  Of two equally near places, the outer one. */
static double
find_free (const GArray *intervals, const TrlBand *band)
{
  double best = NAN;

  if (is_free (intervals, band->wish))
    return band->wish;
  for (guint i = 0; i < 2 * intervals->len; i++)
    {
      const Interval *it = &g_array_index (intervals, Interval, i / 2);
      double          at = i % 2 == 0 ? it->to : it->from;

      if (at < band->least || at > band->most)
        continue;
      if (!isnan (best) && fabs (at - band->wish) >= fabs (best - band->wish))
        continue;
      if (is_free (intervals, at))
        best = at;
    }
  return best;
}

static void
add_all_forbidden (GArray        *intervals,
                   const TrlBand *band,
                   const TrlDisc *disc,
                   const GArray  *others,
                   guint          n)
{
  for (guint i = 0; i < n; i++)
    add_forbidden (intervals, band, disc, &g_array_index (others, TrlDisc, i));
}

gboolean
trl_band_place (const TrlBand *band, GArray *discs, const GArray *others)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (Interval));

  for (guint i = 0; i < discs->len; i++)
    {
      TrlDisc *disc = &g_array_index (discs, TrlDisc, i);

      g_array_set_size (intervals, 0);
      add_all_forbidden (intervals, band, disc, others, others->len);
      add_all_forbidden (intervals, band, disc, discs, i);
      disc->distance = find_free (intervals, band);
      if (isnan (disc->distance))
        return FALSE;
    }
  return TRUE;
}
