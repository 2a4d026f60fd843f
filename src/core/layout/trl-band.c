/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On the ray of one disc, every disc that stands forbids an open interval of distances.
 * The nearest free distance to the wish is the wish itself or an end of an interval. */
#include "config.h"

#include "layout/trl-band.h"

#include <math.h>

/* Discs that touch do not overlap, whatever rounding says. */
#define TOUCH 1e-9
/* Of a crowd that found its places in a wide band. */
#define USUAL_DENSITY 0.55

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
is_within (const Interval *interval, double distance)
{
  return distance > interval->from + TOUCH && distance < interval->to - TOUCH;
}

/* From the wish over each interval that is in the way, until none is.  They are mostly in
 * the order in which they lie outward, so that one or two rounds do. */
static double
go_outward (const GArray *intervals, const TrlBand *band)
{
  double at = band->wish, before;

  do
    {
      before = at;
      for (guint i = 0; i < intervals->len; i++)
        if (is_within (&g_array_index (intervals, Interval, i), at))
          at = g_array_index (intervals, Interval, i).to;
    }
  while (at > before && at <= band->most);
  return at;
}

static double
go_inward (const GArray *intervals, const TrlBand *band)
{
  double at = band->wish, before;

  do
    {
      before = at;
      for (guint i = intervals->len; i > 0; i--)
        if (is_within (&g_array_index (intervals, Interval, i - 1), at))
          at = g_array_index (intervals, Interval, i - 1).from;
    }
  while (at < before && at >= band->least);
  return at;
}

/* NAN: none.  Of two equally near places, the outer one. */
static double
find_free (const GArray *intervals, const TrlBand *band)
{
  double outer = go_outward (intervals, band), inner;

  if (outer == band->wish)
    return outer;
  inner = go_inward (intervals, band);
  if (outer <= band->most &&
      (inner < band->least || outer - band->wish <= band->wish - inner))
    return outer;
  return inner >= band->least ? inner : (double) NAN;
}

/* Discs that stand, by direction: those that can touch one on its ray are in the slice of
 * that ray or beside it. */
typedef struct
{
  guint   n;     /* slices of the circle; 1: nothing is known of directions */
  guint  *first; /* of each slice the disc that came first, as a number + 1; 0: none */
  guint  *last;  /* … and the one that came last */
  guint  *next;  /* by number, the one that came after it; 0: none */
  GArray *found; /* guint */
} Slices;

static void
slices_clear (Slices *slices)
{
  g_free (slices->first);
  g_free (slices->last);
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
  slices->last = g_new (guint, slices->n);
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
  guint slice = find_slice (slices, angle);

  slices->next[number] = 0;
  if (slices->first[slice] == 0)
    slices->first[slice] = number + 1;
  else
    slices->next[slices->last[slice]] = number + 1;
  slices->last[slice] = number;
}

/* In the order in which they came to each slice. */
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
}

/* Whether a disc may be in the way of one whose radius is at most @widest. */
static gboolean
counts (const TrlBand *band, const TrlDisc *other, double widest)
{
  double clear = other->radius + widest;

  return other->distance + clear > band->least && other->distance - clear < band->most;
}

/* The area of the discs, as a share of where they may be; above 1 they have no room. */
static double
measure_density (const TrlBand *band, const GArray *discs)
{
  double widest = find_widest (discs), area = 0;
  double inner = fmax (band->least - widest, 0), outer = band->most + widest;

  for (guint i = 0; i < discs->len; i++)
    area += pow (g_array_index (discs, TrlDisc, i).radius, 2);
  return area > 0 ? area / (outer * outer - inner * inner) : 0;
}

double
trl_band_guess_share (const TrlBand *band, const GArray *discs)
{
  return CLAMP ((1 - measure_density (band, discs)) / (1 - USUAL_DENSITY), 0, 1);
}

gboolean
trl_band_place (const TrlBand *band, GArray *discs, const GArray *others)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
  g_auto (Slices) slices = { 0 };
  double widest = find_widest (discs);

  if (measure_density (band, discs) > 1)
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
