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

/* Discs that stand, by direction: those that can touch one on its ray are in the slice of
 * that ray or beside it. */
typedef struct
{
  guint   n;     /* slices of the circle; 1: nothing is known of directions */
  guint  *first; /* of each slice the disc that came last, as a number + 1; 0: none */
  guint  *next;  /* by number, the one that came before it */
  GArray *found; /* guint */
} Slices;

static void
slices_clear (Slices *slices)
{
  g_free (slices->first);
  g_free (slices->next);
  g_clear_pointer (&slices->found, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slices, slices_clear)

static double
find_widest (const GArray *discs)
{
  double widest = 0;

  for (guint i = 0; i < discs->len; i++)
    widest = fmax (widest, g_array_index (discs, TrlDisc, i).radius);
  return widest;
}

/* Whoever counts is at least so far from the centre that it shows under a small angle. */
static void
slices_init (Slices        *slices,
             const TrlBand *band,
             const GArray  *discs,
             const GArray  *others)
{
  double clear = find_widest (discs) + fmax (find_widest (discs), find_widest (others));
  double nearest = band->least - clear, n = 1;

  if (nearest > 2 * clear && clear > 0)
    n = floor (2 * G_PI / asin (clear / nearest));
  slices->n = (guint) fmin (n, discs->len + others->len + 1.0);
  slices->first = g_new0 (guint, slices->n);
  slices->next = g_new (guint, discs->len + others->len + 1);
  slices->found = g_array_new (FALSE, FALSE, sizeof (guint));
}

static guint
find_slice (const Slices *slices, double angle)
{
  double turn = angle / (2 * G_PI);

  return MIN ((guint) ((turn - floor (turn)) * slices->n), slices->n - 1);
}

static void
slices_add (Slices *slices, guint number, double angle)
{
  guint *first = &slices->first[find_slice (slices, angle)];

  slices->next[number] = *first;
  *first = number + 1;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

/* In the order in which they came. */
static void
slices_find (Slices *slices, double angle)
{
  guint middle = find_slice (slices, angle);

  g_array_set_size (slices->found, 0);
  for (guint k = 0; k < MIN (slices->n, 3); k++)
    {
      guint slice = slices->n > 2 ? (middle + slices->n - 1 + k) % slices->n : k;

      for (guint at = slices->first[slice]; at > 0; at = slices->next[at - 1])
        {
          guint number = at - 1;

          g_array_append_val (slices->found, number);
        }
    }
  g_array_sort (slices->found, compare_numbers);
}

/* Whether a disc may be in the way of one whose radius is at most @widest. */
static gboolean
counts (const TrlBand *band, const TrlDisc *other, double widest)
{
  double clear = other->radius + widest;

  return other->distance + clear > band->least && other->distance - clear < band->most;
}

/* FALSE: the discs have more area than there is where they may be. */
static gboolean
may_have_room (const TrlBand *band, const GArray *discs, double widest)
{
  double inner = fmax (band->least - widest, 0), outer = band->most + widest, area = 0;

  for (guint i = 0; i < discs->len; i++)
    area += pow (g_array_index (discs, TrlDisc, i).radius, 2);
  return area <= outer * outer - inner * inner;
}

gboolean
trl_band_place (const TrlBand *band, GArray *discs, const GArray *others)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_auto (Slices) slices = { 0 };
  double widest = find_widest (discs);

  if (!may_have_room (band, discs, widest))
    return FALSE;
  slices_init (&slices, band, discs, others);
  for (guint i = 0; i < others->len; i++)
    {
      const TrlDisc *other = &g_array_index (others, TrlDisc, i);

      if (counts (band, other, widest))
        slices_add (&slices, i, other->angle);
    }
  for (guint i = 0; i < discs->len; i++)
    {
      TrlDisc *disc = &g_array_index (discs, TrlDisc, i);

      g_array_set_size (intervals, 0);
      slices_find (&slices, disc->angle);
      for (guint k = 0; k < slices.found->len; k++)
        {
          guint number = g_array_index (slices.found, guint, k);

          add_forbidden (intervals, band, disc,
                         number < others->len
                           ? &g_array_index (others, TrlDisc, number)
                           : &g_array_index (discs, TrlDisc, number - others->len));
        }
      disc->distance = find_free (intervals, band);
      if (isnan (disc->distance))
        return FALSE;
      slices_add (&slices, others->len + i, disc->angle);
    }
  return TRUE;
}
