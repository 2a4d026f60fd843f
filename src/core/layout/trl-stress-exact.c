/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The best of several pictures by trl_stress_solve_dense(), then majorization by the
 * distances as they are.  What is there already, or is held, is not drawn anew: it
 * descends in sweeps that meet every pair once, a round-robin tournament whose seats and
 * rounds are drawn anew, since a fixed order lets neighbours adapt to each other.  Fixed
 * nodes leave the whole step to their partner. */
#include "config.h"

#include "layout/trl-pivot-mds.h"
#include "layout/trl-stress.h"

#include <math.h>

#define MOST_PIVOTS 50
#define MOST_STARTS 16
/* Pairs that several starts may have together: some milliseconds. */
#define START_BUDGET 40000.0
#define HELD_SWEEPS 15
#define SETTLED_SWEEPS 16
/* Pairs that the polish may look at, each from both ends. */
#define POLISH_BUDGET 160000.0
#define LEAST_POLISH 4
#define MOST_POLISH 100

typedef struct
{
  const TrlStress *stress;
  const float     *distance;
  TrlPoint        *points;
  guint           *seats;  /* n, one more when n is odd */
  guint           *rounds; /* one less than seats */
  guint            n_seats;
} Descent;

static inline gboolean
is_fixed (const TrlStress *stress, guint i)
{
  return stress->fixed != NULL && stress->fixed[i];
}

/* Moves a pair towards its distance, all the way where the rate allows. */
static inline void
step_pair (const Descent *descent, guint i, guint j, double rate)
{
  const TrlStress *stress = descent->stress;
  TrlPoint        *a = &descent->points[i], *b = &descent->points[j];
  double           d = descent->distance[(gsize) i * stress->part->n + j];
  double           dx = a->x - b->x, dy = a->y - b->y;
  double           drawn = sqrt (dx * dx + dy * dy);
  double           share = fmin (rate / (d * d), 1);

  if (drawn < 1e-9)
    {
      dx = drawn = 1e-9;
      dy = 0;
    }
  share *= (drawn - d) / (2 * drawn);
  if (stress->fixed == NULL)
    {
      a->x -= share * dx;
      a->y -= share * dy;
      b->x += share * dx;
      b->y += share * dy;
      return;
    }
  if (!stress->fixed[i])
    {
      a->x -= (stress->fixed[j] ? 2 : 1) * share * dx;
      a->y -= (stress->fixed[j] ? 2 : 1) * share * dy;
    }
  if (!stress->fixed[j])
    {
      b->x += (stress->fixed[i] ? 2 : 1) * share * dx;
      b->y += (stress->fixed[i] ? 2 : 1) * share * dy;
    }
}

static void
sweep_pairs (Descent *descent, double rate)
{
  guint n = descent->stress->part->n;
  guint wheel = descent->n_seats - 1;

  trl_random_shuffle (descent->stress->random, descent->seats, descent->n_seats);
  trl_random_shuffle (descent->stress->random, descent->rounds, wheel);
  for (guint r = 0; r < wheel; r++)
    {
      guint up = descent->rounds[r], down = up;

      for (guint k = 0; k < descent->n_seats / 2; k++)
        {
          guint i = descent->seats[k == 0 ? wheel : up];
          guint j = descent->seats[down];

          if (i < n && j < n)
            step_pair (descent, i, j, rate);
          up = up + 1 == wheel ? 0 : up + 1;
          down = down == 0 ? wheel - 1 : down - 1;
        }
    }
}

static gboolean
descend (Descent *descent, guint sweeps, double first, double last, GError **error)
{
  double cooling = pow (last / first, 1.0 / MAX (sweeps - 1, 1));

  for (guint s = 0; s < sweeps; s++, first *= cooling)
    {
      if (g_cancellable_set_error_if_cancelled (descent->stress->cancellable, error))
        return FALSE;
      sweep_pairs (descent, first);
    }
  return TRUE;
}

/* Puts one node where the majorant of its share of the stress is least.  Returns how far
 * it moved, squared. */
static double
majorize_node (const Descent *descent, guint i)
{
  const float *row = descent->distance + (gsize) i * descent->stress->part->n;
  TrlPoint    *at = &descent->points[i];
  TrlPoint     sum = { 0, 0 };
  double       weights = 0, dx, dy;

  for (guint j = 0; j < descent->stress->part->n; j++)
    {
      double d = row[j], weight, drawn;

      if (j == i)
        continue;
      dx = at->x - descent->points[j].x;
      dy = at->y - descent->points[j].y;
      drawn = fmax (sqrt (dx * dx + dy * dy), 1e-9);
      weight = 1 / (d * d);
      weights += weight;
      sum.x += weight * (descent->points[j].x + d * dx / drawn);
      sum.y += weight * (descent->points[j].y + d * dy / drawn);
    }
  dx = sum.x / weights - at->x;
  dy = sum.y / weights - at->y;
  at->x += dx;
  at->y += dy;
  return dx * dx + dy * dy;
}

/* Never makes the stress larger. */
static gboolean
majorize (const Descent *descent, guint sweeps, GError **error)
{
  guint  n = descent->stress->part->n;
  double moved = n;

  for (guint s = 0; s < sweeps && moved > n * 1e-8; s++)
    {
      if (g_cancellable_set_error_if_cancelled (descent->stress->cancellable, error))
        return FALSE;
      moved = 0;
      for (guint i = 0; i < n; i++)
        if (!is_fixed (descent->stress, i))
          moved += majorize_node (descent, i);
    }
  return TRUE;
}

double
trl_stress_measure (guint n, const float *distance, const TrlPoint *points)
{
  double sum = 0, squares = 0, pairs = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        double d = distance[(gsize) i * n + j];
        double dx = points[i].x - points[j].x, dy = points[i].y - points[j].y;

        sum += sqrt (dx * dx + dy * dy) / d;
        squares += (dx * dx + dy * dy) / (d * d);
        pairs++;
      }
  return squares > 0 ? 1 - sum * sum / (pairs * squares) : (pairs > 0 ? 1 : 0);
}

static void
start_from_pivots (const Descent *descent)
{
  const TrlStress  *stress = descent->stress;
  guint             n = stress->part->n, q = MIN (n, MOST_PIVOTS);
  g_autofree guint *pivots = g_new (guint, n);
  g_autofree float *rows = g_new (float, (gsize) q *n);

  for (guint i = 0; i < n; i++)
    pivots[i] = i;
  trl_random_shuffle (stress->random, pivots, n);
  for (guint p = 0; p < q; p++)
    memcpy (rows + (gsize) p * n, descent->distance + (gsize) pivots[p] * n,
            n * sizeof (float));
  trl_pivot_mds (n, rows, pivots, q, stress->random, descent->points);
}

static void
jitter (const Descent *descent, double by)
{
  for (guint i = 0; i < descent->stress->part->n; i++)
    if (!is_fixed (descent->stress, i))
      {
        descent->points[i].x += by * (trl_random_unit (descent->stress->random) - 0.5);
        descent->points[i].y += by * (trl_random_unit (descent->stress->random) - 0.5);
      }
}

static gboolean
solve_afresh (Descent *descent, TrlPoint *best, GError **error)
{
  guint  n = descent->stress->part->n;
  guint  starts = (guint) CLAMP (START_BUDGET / (n * (n - 1.0) / 2), 1, MOST_STARTS);
  double least = G_MAXDOUBLE;

  for (guint s = 0; s < starts; s++)
    {
      double stress;

      if (!trl_stress_solve_dense (descent->stress, descent->points, error))
        return FALSE;
      stress = trl_stress_measure (n, descent->distance, descent->points);
      if (stress < least)
        {
          least = stress;
          memcpy (best, descent->points, n * sizeof (TrlPoint));
        }
    }
  memcpy (descent->points, best, n * sizeof (TrlPoint));
  return TRUE;
}

static void
scale_points (const Descent *descent, double by)
{
  for (guint i = 0; i < descent->stress->part->n; i++)
    {
      descent->points[i].x *= by;
      descent->points[i].y *= by;
    }
}

/* A picture that is there keeps its size. */
static gboolean
solve_settled (Descent *descent, const TrlPoint *points, double *scale, GError **error)
{
  guint n = descent->stress->part->n;

  memcpy (descent->points, points, n * sizeof (TrlPoint));
  *scale = trl_pivot_find_scale (n, descent->distance, NULL, n, points);
  scale_points (descent, *scale);
  return descend (descent, SETTLED_SWEEPS, 0.3, 0.01, error);
}

static gboolean
solve (Descent *descent, TrlPoint *points, GError **error)
{
  const TrlStress *stress = descent->stress;
  guint            n = stress->part->n;
  gboolean         any_fixed = stress->fixed != NULL;
  double           scale = 1;

  if (!stress->settled && !any_fixed)
    {
      if (!solve_afresh (descent, points, error))
        return FALSE;
    }
  else if (stress->settled)
    {
      if (!solve_settled (descent, points, &scale, error))
        return FALSE;
    }
  else
    {
      start_from_pivots (descent);
      trl_stress_fit (stress, points, descent->points);
      jitter (descent, 0.1);
      if (!descend (descent, HELD_SWEEPS, 5, 0.01, error))
        return FALSE;
    }
  if (!majorize (
        descent,
        (guint) CLAMP (POLISH_BUDGET / ((double) n * n), LEAST_POLISH, MOST_POLISH),
        error))
    return FALSE;
  scale_points (descent, 1 / scale);
  memcpy (points, descent->points, n * sizeof (TrlPoint));
  return TRUE;
}

gboolean
trl_stress_solve_exact (const TrlStress *stress, TrlPoint *points, GError **error)
{
  guint                n = stress->part->n;
  g_autofree float    *distance = NULL;
  g_autofree guint    *seats = g_new (guint, n + 1);
  g_autofree guint    *rounds = g_new (guint, n + 1);
  g_autofree TrlPoint *own = g_new0 (TrlPoint, n);
  Descent              descent = { stress, NULL, own, seats, rounds, n + n % 2 };

  distance = trl_part_measure_from (stress->part, NULL, n, stress->cancellable, error);
  if (distance == NULL)
    return FALSE;
  descent.distance = distance;
  for (guint i = 0; i < n + 1; i++)
    seats[i] = rounds[i] = i;
  return solve (&descent, points, error);
}
