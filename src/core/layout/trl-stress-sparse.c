/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A pivot stands for the nodes that are nearer to it than to any other pivot: what it
 * asks of a node weighs as many of those as are within half the way.  Pivot terms move
 * the node alone; ties, and pairs that share a neighbour, move both ends.  Nodes are
 * numbered as a search finds them, so that neighbours are near in memory, and stand in
 * tiles.
 *
 * The same pivots in each sweep give a quiet descent, but fit the picture to them; the
 * last sweeps each take others, of which each stands for as many nodes. */
#include "config.h"

#include "layout/trl-distances.h"
#include "layout/trl-parallel.h"
#include "layout/trl-pivot-mds.h"
#include "layout/trl-stress-lanes.h"
#include "layout/trl-stress-terms.h"
#include "layout/trl-stress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PIVOTS 200
#define QUICK_PIVOTS 128
#define MDS_PIVOTS 50
#define MDS_SAMPLE 4096
#define SWEEPS 22
#define QUICK_SWEEPS 20
#define FRESH 4 /* sweeps, the last ones, with pivots of their own */
#define FRESH_MANY 6
#define MANY 50000
#define FIRST_RATE 2.0
/* Times what a pivot stands for: with more, the choice of pivots shows in the picture. */
#define LAST_RATE 0.1
#define MOST_LAST_RATE 0.01
#define SETTLED 0.1 /* of the rate, where nodes are nearly where they should be */
#define GRAIN 64    /* tiles */
/* Of the work, to measure from the pivots: where ties have lengths, and along a chain. */
#define MEASURED 0.7
#define MEASURED_HOPS 0.35

typedef struct
{
  const TrlStress *stress;
  TrlPart         *part; /* its nodes as they are numbered here */
  guint           *node; /* n, which node of the part given that is */
  TrlLanes         lanes;
  guint            n, tiles, n_pivots;
  guint           *pivots;
  TrlDistances    *distances;
  guint           *within; /* 256 a pivot: nodes of its region that are so near; NULL:
                            * each stands for as many */
  float          *x, *y;
  TrlStressTerms *terms;
} Sparse;

static void
clear_sparse (Sparse *sparse)
{
  trl_part_free (sparse->part);
  trl_distances_free (sparse->distances);
  trl_stress_terms_free (sparse->terms);
  g_free (sparse->node);
  g_free (sparse->pivots);
  g_free (sparse->within);
  free (sparse->x);
  free (sparse->y);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sparse, clear_sparse)

/* In the order of a search from the first node. */
static void
number_nodes (Sparse *sparse)
{
  const TrlPart     *part = sparse->stress->part;
  g_autofree guint8 *seen = g_new0 (guint8, part->n);
  guint              last = 1;

  sparse->node = g_new (guint, part->n);
  sparse->node[0] = 0;
  seen[0] = TRUE;
  for (guint i = 0; i < last; i++)
    for (guint k = part->first[sparse->node[i]]; k < part->first[sparse->node[i] + 1];
         k++)
      if (!seen[part->neighbour[k]])
        {
          seen[part->neighbour[k]] = TRUE;
          sparse->node[last++] = part->neighbour[k];
        }
  sparse->part = trl_part_renumber (part, sparse->node);
}

static gboolean
choose_pivots (Sparse *sparse, const TrlProgress *progress, GError **error)
{
  g_autofree guint *all = g_new (guint, sparse->n);

  for (guint i = 0; i < sparse->n; i++)
    all[i] = i;
  for (guint p = 0; p < sparse->n_pivots; p++)
    {
      guint other = p + trl_random_below (sparse->stress->random, sparse->n - p);
      guint kept = all[p];

      all[p] = all[other];
      all[other] = kept;
    }
  g_free (sparse->pivots);
  sparse->pivots = g_renew (guint, g_steal_pointer (&all), sparse->n_pivots);
  g_clear_pointer (&sparse->within, g_free);
  return trl_distances_measure (sparse->distances, sparse->part, sparse->pivots, progress,
                                sparse->stress->cancellable, error);
}

static void
count_regions (Sparse *sparse)
{
  sparse->within = g_new0 (guint, (gsize) sparse->n_pivots * 256);
  for (guint i = 0; i < sparse->n; i++)
    {
      const guint8 *row = sparse->distances->rows + i * sparse->distances->stride;
      guint         nearest = 0;

      for (guint p = 1; p < sparse->n_pivots; p++)
        if (row[p] < row[nearest])
          nearest = p;
      sparse->within[nearest * 256 + row[nearest]]++;
    }
  for (guint p = 0; p < sparse->n_pivots; p++)
    for (guint d = 1; d < 256; d++)
      sparse->within[p * 256 + d] += sparse->within[p * 256 + d - 1];
}

/* From a row a node to a row a pivot within each tile, where it stands. */
static void
turn_tiles (guint from, guint to, gpointer data)
{
  const Sparse      *sparse = data;
  gsize              stride = sparse->distances->stride;
  g_autofree guint8 *turned = g_malloc (stride * TRL_TILE);

  for (guint tile = from; tile < to; tile++)
    {
      guint8 *rows = sparse->distances->rows + tile * TRL_TILE * stride;

      for (guint k = 0; k < TRL_TILE; k++)
        for (gsize p = 0; p < stride; p++)
          turned[p * TRL_TILE + k] = rows[k * stride + p];
      memcpy (rows, turned, stride * TRL_TILE);
    }
}

/* Every so many nodes stand for all of them. */
static void
start_plane (const Sparse *sparse, TrlPivotPlane *plane, guint q)
{
  guint             every = sparse->n / MDS_SAMPLE + 1;
  guint             n = (sparse->n + every - 1) / every;
  g_autofree float *rows = g_new (float, (gsize) q *n);

  for (guint p = 0; p < q; p++)
    for (guint i = 0; i < n; i++)
      rows[(gsize) p * n + i] =
        (float) (sparse->distances
                   ->rows[(gsize) i * every * sparse->distances->stride + p] *
                 sparse->distances->unit);
  trl_pivot_plane_fit (plane, n, rows, q, sparse->stress->random);
}

static void
project (const Sparse *sparse, const TrlPivotPlane *plane, TrlPoint *points)
{
  g_autofree float *row = g_new (float, plane->q);

  for (guint i = 0; i < sparse->n; i++)
    {
      const guint8 *at = sparse->distances->rows + i * sparse->distances->stride;

      for (guint p = 0; p < plane->q; p++)
        row[p] = (float) (at[p] * sparse->distances->unit);
      points[i] = trl_pivot_plane_project (plane, row);
    }
}

/* What makes drawn distances fit those to the first pivots. */
static double
find_scale (const Sparse *sparse, const TrlPoint *points, guint q)
{
  guint  every = sparse->n / MDS_SAMPLE + 1;
  double sum = 0, squares = 0;

  for (guint i = 0; i < sparse->n; i += every)
    for (guint p = 0; p < q; p++)
      {
        TrlPoint from = points[sparse->pivots[p]];
        double   d = sparse->distances->rows[i * sparse->distances->stride + p] *
                   sparse->distances->unit;
        double drawn = hypot (points[i].x - from.x, points[i].y - from.y);

        if (d > 0)
          {
            sum += drawn / d;
            squares += drawn / d * drawn / d;
          }
      }
  return squares > 1e-12 ? sum / squares : 1;
}

/* Returns by what the points given were multiplied. */
static double
start (const Sparse *sparse, const TrlPoint *points)
{
  const TrlStress     *stress = sparse->stress;
  guint                q = MIN (sparse->n_pivots, MDS_PIVOTS);
  g_autofree TrlPoint *own = g_new (TrlPoint, sparse->n);
  g_autofree TrlPoint *given = g_new (TrlPoint, sparse->n);
  double               scale = 1, by = stress->settled ? 0 : 0.1;

  for (guint i = 0; i < sparse->n; i++)
    own[i] = points[sparse->node[i]];
  if (!stress->settled)
    {
      g_auto (TrlPivotPlane) plane = { 0 };

      start_plane (sparse, &plane, q);
      project (sparse, &plane, own);
    }
  scale = find_scale (sparse, own, q);
  for (guint i = 0; i < sparse->n; i++)
    given[sparse->node[i]] = (TrlPoint){ own[i].x * scale, own[i].y * scale };
  if (stress->fixed && !stress->settled)
    trl_stress_fit (stress, points, given);
  for (guint i = 0; i < sparse->n; i++)
    {
      sparse->x[i] = (float) (given[sparse->node[i]].x +
                              by * (trl_random_unit (stress->random) - 0.5));
      sparse->y[i] = (float) (given[sparse->node[i]].y +
                              by * (trl_random_unit (stress->random) - 0.5));
    }
  return stress->settled ? scale : 1;
}

static void
hold_fixed (const Sparse *sparse, const TrlPoint *points, double scale)
{
  for (guint i = 0; sparse->stress->fixed && i < sparse->n; i++)
    if (sparse->stress->fixed[sparse->node[i]])
      {
        sparse->x[i] = (float) (points[sparse->node[i]].x * scale);
        sparse->y[i] = (float) (points[sparse->node[i]].y * scale);
      }
}

static double
count_near (const Sparse *sparse, guint pivot, guint d)
{
  return sparse->within ? sparse->within[pivot * 256 + d]
                        : (double) sparse->n / sparse->n_pivots;
}

/* Ties are seen to by themselves. */
static void
tabulate_shares (const Sparse *sparse, guint n_shares, double rate, float *share)
{
  double unit = sparse->distances->unit;

  for (guint p = 0; p < sparse->n_pivots; p++)
    for (guint d = 0; d < n_shares; d++)
      share[p * n_shares + d] =
        d < 2
          ? 0
          : (float) fmin (rate * count_near (sparse, p, d / 2) / pow (d * unit, 2), 1);
}

typedef struct
{
  TrlLanes     lanes;
  TrlPivotWork work;
} Follow;

static void
follow (guint from, guint to, gpointer data)
{
  const Follow *follow = data;

  trl_lanes_follow_pivots (follow->lanes, &follow->work, from, to);
}

static void
sweep (const Sparse *sparse, double rate, guint *order)
{
  guint             n_shares = sparse->distances->farthest < 32 ? 32 : 256;
  g_autofree float *share = g_new (float, (gsize) sparse->n_pivots *n_shares);
  g_autofree float *stand = g_new (float, 2 * sparse->n_pivots);
  Follow            all = { sparse->lanes, { sparse->x, sparse->y } };

  for (guint p = 0; p < sparse->n_pivots; p++)
    {
      stand[p] = sparse->x[sparse->pivots[p]];
      stand[sparse->n_pivots + p] = sparse->y[sparse->pivots[p]];
    }
  tabulate_shares (sparse, n_shares, rate, share);
  trl_random_shuffle (sparse->stress->random, order, sparse->n_pivots);
  all.work.distances = sparse->distances->rows;
  all.work.stride = sparse->distances->stride;
  all.work.unit = (float) sparse->distances->unit;
  all.work.n_pivots = sparse->n_pivots;
  all.work.order = order;
  all.work.pivot_x = stand;
  all.work.pivot_y = stand + sparse->n_pivots;
  all.work.share = share;
  all.work.n_shares = n_shares;
  trl_parallel_run (sparse->tiles, GRAIN, follow, &all);
  trl_stress_terms_step (sparse->terms, sparse->x, sparse->y, rate,
                         sparse->stress->random);
}

/* Of the work, to measure from the first pivots; where they share a search, it is over at
 * once. */
static double
get_measured (const Sparse *sparse)
{
  if (!sparse->distances->singly)
    return 0;
  return sparse->part->length ? MEASURED : MEASURED_HOPS;
}

static gboolean
take_fresh_pivots (Sparse *sparse, GError **error)
{
  if (!choose_pivots (sparse, NULL, error))
    return FALSE;
  trl_parallel_run (sparse->tiles, GRAIN, turn_tiles, sparse);
  return TRUE;
}

static gboolean
descend (Sparse *sparse, const TrlPoint *points, double scale, GError **error)
{
  g_autofree guint *order = g_new (guint, sparse->n_pivots);
  double            rate = FIRST_RATE * (sparse->stress->settled ? SETTLED : 1);
  double last = fmin (LAST_RATE * sparse->n_pivots / sparse->n, MOST_LAST_RATE);
  guint  sweeps = sparse->stress->quick ? QUICK_SWEEPS : SWEEPS;
  double cooling = pow (last / rate, 1.0 / (sweeps - 1));
  guint  fresh = sparse->n < MANY || sparse->stress->quick ? FRESH : FRESH_MANY;
  /* Not where each pivot is a search of its own: that would take long. */
  guint       first_fresh = sparse->distances->singly ? sweeps : sweeps - fresh;
  TrlProgress progress =
    trl_progress_part (sparse->stress->progress, get_measured (sparse), 1);

  for (guint p = 0; p < sparse->n_pivots; p++)
    order[p] = p;
  for (guint s = 0; s < sweeps; s++, rate *= cooling)
    {
      if (g_cancellable_set_error_if_cancelled (sparse->stress->cancellable, error) ||
          (s >= first_fresh && !take_fresh_pivots (sparse, error)))
        return FALSE;
      sweep (sparse, rate, order);
      hold_fixed (sparse, points, scale);
      trl_progress_report (&progress, (s + 1.0) / sweeps);
    }
  return TRUE;
}

gboolean
trl_stress_solve_sparse (const TrlStress *stress, TrlPoint *points, GError **error)
{
  g_auto (Sparse) sparse = { stress };
  TrlProgress measured;
  double      scale;

  sparse.lanes = trl_lanes_best ();
  sparse.n = stress->part->n;
  sparse.tiles = (sparse.n + TRL_TILE - 1) / TRL_TILE;
  sparse.x = trl_lanes_allocate (sparse.tiles * TRL_TILE * sizeof (float));
  sparse.y = trl_lanes_allocate (sparse.tiles * TRL_TILE * sizeof (float));
  number_nodes (&sparse);
  sparse.n_pivots = MIN (stress->quick ? QUICK_PIVOTS : PIVOTS, sparse.n);
  sparse.distances = trl_distances_new (sparse.part, sparse.n_pivots);
  measured = trl_progress_part (stress->progress, 0, get_measured (&sparse));
  if (!choose_pivots (&sparse, &measured, error))
    return FALSE;
  count_regions (&sparse);
  scale = start (&sparse, points);
  trl_parallel_run (sparse.tiles, GRAIN, turn_tiles, &sparse);
  sparse.terms = trl_stress_terms_new (sparse.part, stress->random);
  if (!descend (&sparse, points, scale, error))
    return FALSE;
  for (guint i = 0; i < sparse.n; i++)
    points[sparse.node[i]] = (TrlPoint){ sparse.x[i] / scale, sparse.y[i] / scale };
  return TRUE;
}
