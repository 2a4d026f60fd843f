/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Discs are kept sorted by x; only those within two radii along x are compared.  Each
 * overlapping pair is pushed apart along the line of its centres. */
#include "config.h"

#include "layout/trl-separate.h"

#include <math.h>

/* The page that discs with their gaps need, to their squares, so that they can be pushed
 * apart without piling up. */
#define ROOM 1.6
#define FEW 50           /* so few find room by themselves */
#define THIN 0.25        /* a picture counts as at least so high for its width */
#define MOST_STRETCH 1.6 /* beyond that, to free single pairs */
#define MOST_PAIRWISE 1000
#define CLEARED 0.8 /* share of overlaps that a stretch is for */
#define STEPS 60    /* between two stretches */
#define STRETCHES 12
#define ENOUGH 1e-6 /* points of overlap that are none */
/* Pairs to compare before patience ends: about a second. */
#define PATIENCE 200000000
/* More than the overlap, so that a chain of discs settles in fewer steps. */
#define PUSH 1.05

typedef struct
{
  guint           n;
  TrlPoint       *points;
  const double   *radius;
  const gboolean *fixed;
  double          gap;
  double          widest;
  guint          *order; /* n, by x */
  gint64          patience;
} Crowd;

/* Insertion: steps leave the order nearly as it was. */
static void
sort_nearly (Crowd *crowd)
{
  for (guint k = 1; k < crowd->n; k++)
    {
      guint node = crowd->order[k], at = k;

      for (; at > 0 && crowd->points[crowd->order[at - 1]].x > crowd->points[node].x;
           at--)
        crowd->order[at] = crowd->order[at - 1];
      crowd->order[at] = node;
    }
}

static int
compare_by_x (gconstpointer a, gconstpointer b, gpointer points)
{
  guint    one = *(const guint *) a, two = *(const guint *) b;
  TrlPoint p = ((TrlPoint *) points)[one], q = ((TrlPoint *) points)[two];

  if (p.x != q.x)
    return p.x < q.x ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
sort_first (Crowd *crowd)
{
  crowd->order = g_new (guint, crowd->n + 1);
  crowd->widest = 0;
  for (guint i = 0; i < crowd->n; i++)
    {
      crowd->order[i] = i;
      crowd->widest = fmax (crowd->widest, crowd->radius[i]);
    }
  g_qsort_with_data (crowd->order, (int) crowd->n, sizeof (guint), compare_by_x,
                     crowd->points);
}

static gboolean
is_fixed (const Crowd *crowd, guint i)
{
  return crowd->fixed != NULL && crowd->fixed[i];
}

/* Returns the overlap, points. */
static double
push_apart (const Crowd *crowd, guint i, guint j)
{
  TrlPoint *a = &crowd->points[i], *b = &crowd->points[j];
  double    dx = b->x - a->x, dy = b->y - a->y;
  double    wanted = crowd->radius[i] + crowd->radius[j] + crowd->gap;
  double    apart = sqrt (dx * dx + dy * dy), push, share;

  if (apart >= wanted - ENOUGH || (is_fixed (crowd, i) && is_fixed (crowd, j)))
    return 0;
  push = (wanted - apart) * PUSH;
  if (apart < ENOUGH)
    {
      /* Any direction will do, if it is another for each pair. */
      dx = cos (2.4 * i + j);
      dy = sin (2.4 * i + j);
      apart = 1;
    }
  share = is_fixed (crowd, i) ? 0 : is_fixed (crowd, j) ? 1 : 0.5;
  a->x -= share * push * dx / apart;
  a->y -= share * push * dy / apart;
  b->x += (1 - share) * push * dx / apart;
  b->y += (1 - share) * push * dy / apart;
  return push;
}

static double
step_all (Crowd *crowd)
{
  double reach = 2 * crowd->widest + crowd->gap, worst = 0;

  sort_nearly (crowd);
  for (guint k = 0; k < crowd->n; k++)
    for (guint l = k + 1; l < crowd->n; l++)
      {
        guint i = crowd->order[k], j = crowd->order[l];

        crowd->patience--;
        if (crowd->points[j].x - crowd->points[i].x > reach)
          break;
        worst = fmax (worst, push_apart (crowd, i, j));
      }
  return worst;
}

static void
stretch (Crowd *crowd, double by)
{
  for (guint i = 0; i < crowd->n; i++)
    {
      crowd->points[i].x *= by;
      crowd->points[i].y *= by;
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
find_room (guint n, const TrlPoint *points, const double *radius, double gap)
{
  TrlPoint least = points[0], most = points[0];
  double   wanted = 0, area;

  for (guint i = 0; i < n; i++)
    {
      double side = 2 * radius[i] + gap;

      least = (TrlPoint){ fmin (least.x, points[i].x), fmin (least.y, points[i].y) };
      most = (TrlPoint){ fmax (most.x, points[i].x), fmax (most.y, points[i].y) };
      wanted += side * side * ROOM;
    }
  most.x -= least.x;
  most.y -= least.y;
  area = fmax (most.x * most.y, pow (fmax (most.x, most.y), 2) * THIN);
  return n >= FEW && area > 0 ? fmax (sqrt (wanted / area), 1) : 1;
}

/* What each overlapping pair of the picture, stretched by @room, asks for. */
static GArray *
collect_wishes (const Crowd *crowd, double room)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint k = 0; k < crowd->n; k++)
    for (guint l = k + 1; l < crowd->n; l++)
      {
        guint  i = crowd->order[k], j = crowd->order[l];
        double dx = (crowd->points[j].x - crowd->points[i].x) * room;
        double dy = (crowd->points[j].y - crowd->points[i].y) * room;
        double wanted = crowd->radius[i] + crowd->radius[j] + crowd->gap;
        double wish = wanted / fmax (sqrt (dx * dx + dy * dy), 1e-9);

        if (dx > 2 * crowd->widest + crowd->gap)
          break;
        if (wish > 1)
          g_array_append_val (wishes, wish);
      }
  g_array_sort (wishes, compare_doubles);
  return wishes;
}

double
trl_separate_find_stretch (guint           n,
                           const TrlPoint *points,
                           const double   *radius,
                           double          gap)
{
  Crowd crowd = { n, (TrlPoint *) points, radius, NULL, gap };
  g_autoptr (GArray) wishes = NULL;
  g_autofree guint *order = NULL;
  double            room = n > 0 ? find_room (n, points, radius, gap) : 1;

  if (n > MOST_PAIRWISE)
    return room;
  sort_first (&crowd);
  order = crowd.order;
  wishes = collect_wishes (&crowd, room);
  if (wishes->len == 0)
    return room;
  return room *
         fmin (g_array_index (wishes, double, (guint) (CLEARED * (wishes->len - 1))),
               MOST_STRETCH);
}

gboolean
trl_separate (guint           n,
              TrlPoint       *points,
              const double   *radius,
              const gboolean *fixed,
              double          gap,
              GCancellable   *cancellable,
              GError        **error)
{
  Crowd             crowd = { n, points, radius, fixed, gap, 0, NULL, PATIENCE };
  g_autofree guint *order = NULL;

  sort_first (&crowd);
  order = crowd.order;
  for (guint k = 0; k < STEPS * STRETCHES && crowd.patience > 0; k++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (step_all (&crowd) == 0)
        break;
      if (fixed == NULL && k % STEPS == STEPS - 1)
        stretch (&crowd, 1.08);
    }
  return TRUE;
}
