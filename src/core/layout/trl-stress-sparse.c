/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pivot stands for the nodes that are nearer to it than to any other pivot: what it
 * asks of a node weighs as many of those as are within half the way.  Pivot terms move
 * the node alone; ties, and pairs that share a neighbour, move both ends. */
#include "config.h"

#include "layout/trl-pivot-mds.h"
#include "layout/trl-stress.h"

#include <math.h>

#define MOST_PIVOTS 200
#define MDS_PIVOTS 50
#define SWEEPS 30
#define FIRST_RATE 2.0
#define LAST_RATE 0.002
#define SECOND_NEIGHBOURS 8
/* Numbers of distances kept for all pivots together: 64 MiB. */
#define MOST_DISTANCES (1 << 24)
#define MOST_HOPS 256

typedef struct
{
  guint from;
  guint to;
  float length;
  float weight;
} Term;

typedef struct
{
  const TrlStress *stress;
  TrlPoint        *points;
  guint            n_pivots;
  guint           *pivots;
  float           *distance; /* n_pivots rows of n */
  guint           *within;   /* n_pivots rows of MOST_HOPS: nodes of the region so near */
  GArray          *terms;    /* Term */
} Sparse;

static void
clear_sparse (Sparse *sparse)
{
  g_free (sparse->pivots);
  g_free (sparse->distance);
  g_free (sparse->within);
  g_array_unref (sparse->terms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sparse, clear_sparse)

static inline gboolean
is_fixed (const Sparse *sparse, guint i)
{
  return sparse->stress->fixed != NULL && sparse->stress->fixed[i];
}

static void
choose_pivots (Sparse *sparse)
{
  guint n = sparse->stress->part->n;

  sparse->n_pivots = MIN (MOST_PIVOTS, MIN (n, MAX (20, MOST_DISTANCES / n)));
  sparse->pivots = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    sparse->pivots[i] = i;
  trl_random_shuffle (sparse->stress->random, sparse->pivots, n);
}

static void
count_regions (Sparse *sparse)
{
  guint n = sparse->stress->part->n;

  sparse->within = g_new0 (guint, (gsize) sparse->n_pivots * MOST_HOPS);
  for (guint i = 0; i < n; i++)
    {
      guint nearest = 0;

      for (guint p = 1; p < sparse->n_pivots; p++)
        if (sparse->distance[(gsize) p * n + i] <
            sparse->distance[(gsize) nearest * n + i])
          nearest = p;
      sparse->within[nearest * MOST_HOPS +
                     (guint) fmin (ceil (sparse->distance[(gsize) nearest * n + i]),
                                   MOST_HOPS - 1)]++;
    }
  for (guint p = 0; p < sparse->n_pivots; p++)
    for (guint h = 1; h < MOST_HOPS; h++)
      sparse->within[p * MOST_HOPS + h] += sparse->within[p * MOST_HOPS + h - 1];
}

static double
get_length (const TrlPart *part, guint at)
{
  return part->length != NULL ? part->length[at] : 1;
}

static void
add_second_neighbours (Sparse *sparse, guint node)
{
  const TrlPart *part = sparse->stress->part;
  guint          degree = part->first[node + 1] - part->first[node];

  for (guint k = 0; k < SECOND_NEIGHBOURS; k++)
    {
      guint via = part->first[node] + trl_random_below (sparse->stress->random, degree);
      guint middle = part->neighbour[via];
      guint choice = part->first[middle + 1] - part->first[middle];
      guint on = part->first[middle] + trl_random_below (sparse->stress->random, choice);
      Term  term = { node, part->neighbour[on], 0, 0.25f };

      term.length = (float) (get_length (part, via) + get_length (part, on));
      if (term.to != node)
        g_array_append_val (sparse->terms, term);
    }
}

static void
collect_terms (Sparse *sparse)
{
  const TrlPart *part = sparse->stress->part;
  Term          *terms;

  for (guint i = 0; i < part->n; i++)
    {
      for (guint k = part->first[i]; k < part->first[i + 1]; k++)
        if (i < part->neighbour[k])
          {
            Term term = { i, part->neighbour[k], (float) get_length (part, k), 1 };

            g_array_append_val (sparse->terms, term);
          }
      add_second_neighbours (sparse, i);
    }
  terms = (Term *) (gpointer) sparse->terms->data;
  for (guint k = sparse->terms->len; k > 1; k--)
    {
      guint other = trl_random_below (sparse->stress->random, k);
      Term  kept = terms[k - 1];

      terms[k - 1] = terms[other];
      terms[other] = kept;
    }
}

/* The share of its gap that a node closes for each whole distance to a pivot. */
static void
tabulate_shares (const Sparse *sparse, guint pivot, double rate, double *share)
{
  for (guint h = 0; h < MOST_HOPS; h++)
    {
      double weight = sparse->within[pivot * MOST_HOPS + h / 2] / (double) MAX (h * h, 1);

      share[h] = h < 2 ? 0 : fmin (rate * weight, 1);
    }
}

static void
follow_pivot (const Sparse *sparse, guint pivot, TrlPoint at, double rate)
{
  guint        n = sparse->stress->part->n;
  const float *row = sparse->distance + (gsize) pivot * n;
  double       share[MOST_HOPS];

  tabulate_shares (sparse, pivot, rate, share);
  for (guint i = 0; i < n; i++)
    {
      double d = row[i], dx, dy, drawn, step;

      if (is_fixed (sparse, i))
        continue;
      dx = sparse->points[i].x - at.x;
      dy = sparse->points[i].y - at.y;
      drawn = sqrt (dx * dx + dy * dy + 1e-12);
      step =
        share[d < MOST_HOPS - 1 ? (guint) (d + 0.5) : MOST_HOPS - 1] * (1 - d / drawn);
      sparse->points[i].x -= step * dx;
      sparse->points[i].y -= step * dy;
    }
}

static void
step_term (const Sparse *sparse, const Term *term, double rate)
{
  TrlPoint *a = &sparse->points[term->from], *b = &sparse->points[term->to];
  double    dx = a->x - b->x, dy = a->y - b->y;
  double    drawn = sqrt (dx * dx + dy * dy + 1e-12);
  double    share = fmin (rate * term->weight, 1) * (1 - term->length / drawn) / 2;

  if (!is_fixed (sparse, term->from))
    {
      a->x -= share * dx;
      a->y -= share * dy;
    }
  if (!is_fixed (sparse, term->to))
    {
      b->x += share * dx;
      b->y += share * dy;
    }
}

/* Pivots ask from where they were when the sweep began. */
static gboolean
sweep (const Sparse *sparse, double rate, guint *order, TrlPoint *stand, GError **error)
{
  for (guint p = 0; p < sparse->n_pivots; p++)
    stand[p] = sparse->points[sparse->pivots[p]];
  trl_random_shuffle (sparse->stress->random, order, sparse->n_pivots);
  for (guint k = 0; k < sparse->n_pivots; k++)
    {
      if (g_cancellable_set_error_if_cancelled (sparse->stress->cancellable, error))
        return FALSE;
      follow_pivot (sparse, order[k], stand[order[k]], rate);
    }
  for (guint k = 0; k < sparse->terms->len; k++)
    step_term (sparse, &g_array_index (sparse->terms, Term, k), rate);
  return TRUE;
}

static gboolean
descend (const Sparse *sparse, GError **error)
{
  g_autofree guint    *order = g_new (guint, sparse->n_pivots);
  g_autofree TrlPoint *stand = g_new (TrlPoint, sparse->n_pivots);
  double               rate = sparse->stress->settled ? FIRST_RATE / 10 : FIRST_RATE;
  double               cooling = pow (LAST_RATE / rate, 1.0 / (SWEEPS - 1));

  for (guint p = 0; p < sparse->n_pivots; p++)
    order[p] = p;
  for (guint s = 0; s < SWEEPS; s++, rate *= cooling)
    if (!sweep (sparse, rate, order, stand, error))
      return FALSE;
  return TRUE;
}

static void
start (const Sparse *sparse, TrlPoint *points)
{
  const TrlStress     *stress = sparse->stress;
  g_autofree TrlPoint *own = g_new (TrlPoint, stress->part->n);

  trl_pivot_mds (stress->part->n, sparse->distance, sparse->pivots,
                 MIN (sparse->n_pivots, MDS_PIVOTS), stress->random, own);
  for (guint i = 0; i < stress->part->n; i++)
    {
      own[i].x += 0.1 * (trl_random_unit (stress->random) - 0.5);
      own[i].y += 0.1 * (trl_random_unit (stress->random) - 0.5);
    }
  if (stress->fixed != NULL)
    trl_stress_fit (stress, points, own);
  memcpy (points, own, stress->part->n * sizeof (TrlPoint));
}

static void
scale_points (const Sparse *sparse, double by)
{
  for (guint i = 0; i < sparse->stress->part->n; i++)
    {
      sparse->points[i].x *= by;
      sparse->points[i].y *= by;
    }
}

gboolean
trl_stress_solve_sparse (const TrlStress *stress, TrlPoint *points, GError **error)
{
  g_auto (Sparse) sparse = { stress, points };
  double scale = 1;

  sparse.terms = g_array_new (FALSE, FALSE, sizeof (Term));
  choose_pivots (&sparse);
  sparse.distance = trl_part_measure_from (stress->part, sparse.pivots, sparse.n_pivots,
                                           stress->cancellable, error);
  if (sparse.distance == NULL)
    return FALSE;
  count_regions (&sparse);
  collect_terms (&sparse);
  if (!stress->settled)
    start (&sparse, points);
  else
    scale = trl_pivot_find_scale (stress->part->n, sparse.distance, sparse.pivots,
                                  sparse.n_pivots, points);
  scale_points (&sparse, scale);
  if (!descend (&sparse, error))
    return FALSE;
  scale_points (&sparse, 1 / scale);
  return TRUE;
}
