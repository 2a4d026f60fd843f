/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All pairs of a part of some thousand nodes.  Nodes are numbered anew at random and
 * stand in tiles; in each sweep, a tournament drawn anew lets every tile meet every
 * other, all their nodes at a time.  Its rounds come in random order: in the order of a
 * tournament neighbours on the wheel meet the same tiles one after the other, and adapt
 * to each other instead of to the rest. */
#include "config.h"

#include "layout/trl-distances.h"
#include "layout/trl-pivot-mds.h"
#include "layout/trl-stress-lanes.h"
#include "layout/trl-stress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MDS_PIVOTS 50
#define MDS_PIVOTS_FEW 16 /* of parts that are quickly placed */
#define FEW 300
#define SWEEPS 30
#define SWEEPS_MANY 45 /* a large part takes longer to settle */
#define MANY 2000
#define FIRST_RATE 2.0
#define LAST_RATE 0.01
#define SETTLED_SWEEPS 16
#define SETTLED_RATE 0.3

typedef struct
{
  const TrlStress *stress;
  TrlDistances    *distances; /* of the nodes in their new order, until blocks are made */
  TrlLanes         lanes;
  guint            n, tiles;
  guint           *node; /* n, which node of the part stands where */
  float           *x, *y;
  guint8          *blocks; /* of tiles a ≤ b, those of one b together */
  double           unit;
  guint           *seats, *rounds; /* of the tournament of tiles */
  guint            n_seats;
  TrlTilePair     *pairs;
} Dense;

static void
dense_clear (Dense *dense)
{
  trl_distances_free (dense->distances);
  g_free (dense->node);
  free (dense->x);
  free (dense->y);
  free (dense->blocks);
  g_free (dense->seats);
  g_free (dense->rounds);
  g_free (dense->pairs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dense, dense_clear)

static gsize
find_block (guint a, guint b)
{
  guint low = MIN (a, b), high = MAX (a, b);

  return ((gsize) high * (high + 1) / 2 + low) * TRL_TILE_PAIRS;
}

/* Step s of a block holds how far node k of the first tile is from node k ^ s of the
 * second. */
static void
fill_block (const Dense *dense, guint a, guint b)
{
  guint8 *block = dense->blocks + find_block (a, b);

  for (guint k = 0; k < TRL_TILE && a * TRL_TILE + k < dense->n; k++)
    {
      const guint8 *row = dense->distances->rows +
                          (a * TRL_TILE + k) * dense->distances->stride + b * TRL_TILE;

      for (guint s = 0; s < TRL_TILE; s++)
        if (b * TRL_TILE + (k ^ s) < dense->n)
          block[s * TRL_TILE + k] = row[k ^ s];
    }
}

static void
fill_blocks (Dense *dense)
{
  dense->blocks = trl_lanes_allocate (find_block (dense->tiles, dense->tiles));
  for (guint b = 0; b < dense->tiles; b++)
    for (guint a = 0; a <= b; a++)
      fill_block (dense, a, b);
  dense->unit = dense->distances->unit;
}

static float *
copy_rows (const Dense *dense, guint q)
{
  const TrlDistances *distances = dense->distances;
  float              *rows = g_new (float, (gsize) q * dense->n);

  for (guint p = 0; p < q; p++)
    for (guint i = 0; i < dense->n; i++)
      rows[(gsize) p * dense->n + i] =
        (float) (distances->rows[i * distances->stride + p] * distances->unit);
  return rows;
}

/* The first nodes are as good pivots as any, since their order is a random one. */
static void
start (Dense *dense, const TrlPoint *points, double *scale)
{
  const TrlStress     *stress = dense->stress;
  guint                q = MIN (dense->n, dense->n <= FEW ? MDS_PIVOTS_FEW : MDS_PIVOTS);
  g_autofree float    *rows = copy_rows (dense, q);
  g_autofree guint    *pivots = g_new (guint, q);
  g_autofree TrlPoint *own = g_new (TrlPoint, dense->n);
  g_autofree TrlPoint *fitted = g_new (TrlPoint, dense->n);

  for (guint p = 0; p < q; p++)
    pivots[p] = p;
  for (guint i = 0; i < dense->n; i++)
    own[i] = points[dense->node[i]];
  if (stress->settled)
    *scale = trl_pivot_find_scale (dense->n, rows, pivots, q, own);
  else
    trl_pivot_mds (dense->n, rows, pivots, q, stress->random, own);
  for (guint i = 0; i < dense->n; i++)
    {
      fitted[dense->node[i]].x = own[i].x * *scale;
      fitted[dense->node[i]].y = own[i].y * *scale;
    }
  if (stress->fixed && !stress->settled)
    trl_stress_fit (stress, points, fitted);
  for (guint i = 0; i < dense->n; i++)
    {
      double by = stress->settled ? 0 : 0.1;

      dense->x[i] = (float) (fitted[dense->node[i]].x +
                             by * (trl_random_unit (stress->random) - 0.5));
      dense->y[i] = (float) (fitted[dense->node[i]].y +
                             by * (trl_random_unit (stress->random) - 0.5));
    }
}

static void
hold_fixed (const Dense *dense, const TrlPoint *points, double scale)
{
  for (guint i = 0; dense->stress->fixed && i < dense->n; i++)
    if (dense->stress->fixed[dense->node[i]])
      {
        dense->x[i] = (float) (points[dense->node[i]].x * scale);
        dense->y[i] = (float) (points[dense->node[i]].y * scale);
      }
}

/* Who meets whom in a round; no tile is in two of the pairs. */
static guint
list_pairs (const Dense *dense, guint round)
{
  guint wheel = dense->n_seats - 1, up = round, down = round, n = 0;

  for (guint k = 0; k < dense->n_seats / 2; k++)
    {
      guint a = dense->seats[k == 0 ? wheel : up], b = dense->seats[down];

      if (a < dense->tiles && b < dense->tiles)
        dense->pairs[n++] = (TrlTilePair){ MIN (a, b), MAX (a, b), find_block (a, b) };
      up = up + 1 == wheel ? 0 : up + 1;
      down = down == 0 ? wheel - 1 : down - 1;
    }
  return n;
}

static void
step_all (const Dense *dense, const TrlTileWork *work)
{
  guint wheel = dense->n_seats - 1;

  for (guint tile = 0; tile < dense->tiles; tile++)
    trl_lanes_step_within (dense->lanes, work, tile, find_block (tile, tile));
  trl_random_shuffle (dense->stress->random, dense->seats, dense->n_seats);
  trl_random_shuffle (dense->stress->random, dense->rounds, wheel);
  for (guint r = 0; r < wheel; r++)
    {
      guint n = list_pairs (dense, dense->rounds[r]);

      trl_lanes_step_pairs (dense->lanes, work, dense->pairs, n);
    }
}

static gboolean
descend (const Dense *dense, const TrlPoint *points, double scale, GError **error)
{
  gboolean settled = dense->stress->settled;
  guint    usual = dense->n > MANY ? SWEEPS_MANY : SWEEPS;
  guint    sweeps = settled ? SETTLED_SWEEPS : usual;
  double   rate = settled ? SETTLED_RATE : FIRST_RATE;
  double   cooling = pow (LAST_RATE / rate, 1.0 / (sweeps - 1));

  for (guint s = 0; s < sweeps; s++, rate *= cooling)
    {
      TrlTileWork work = { dense->x, dense->y, dense->blocks, (float) dense->unit,
                           (float) rate };

      if (g_cancellable_set_error_if_cancelled (dense->stress->cancellable, error))
        return FALSE;
      step_all (dense, &work);
      hold_fixed (dense, points, scale);
      trl_progress_report (dense->stress->progress, (s + 1.0) / sweeps);
    }
  return TRUE;
}

static void
dense_init (Dense *dense, const TrlStress *stress)
{
  dense->stress = stress;
  dense->lanes = trl_lanes_best ();
  dense->n = stress->part->n;
  dense->tiles = (dense->n + TRL_TILE - 1) / TRL_TILE;
  dense->n_seats = dense->tiles + dense->tiles % 2;
  dense->node = g_new (guint, dense->n);
  dense->seats = g_new (guint, dense->n_seats);
  dense->rounds = g_new (guint, dense->n_seats);
  dense->pairs = g_new (TrlTilePair, dense->n_seats);
  dense->x = trl_lanes_allocate (dense->tiles * TRL_TILE * sizeof (float));
  dense->y = trl_lanes_allocate (dense->tiles * TRL_TILE * sizeof (float));
  for (guint i = 0; i < dense->n; i++)
    dense->node[i] = i;
  for (guint i = 0; i < dense->n_seats; i++)
    dense->seats[i] = dense->rounds[i] = i;
  trl_random_shuffle (stress->random, dense->node, dense->n);
}

static gboolean
measure (Dense *dense, GError **error)
{
  g_autoptr (TrlPart) own = trl_part_renumber (dense->stress->part, dense->node);

  dense->distances = trl_distances_new (own, dense->n);
  return trl_distances_measure (dense->distances, own, NULL, NULL,
                                dense->stress->cancellable, error);
}

gboolean
trl_stress_solve_dense (const TrlStress *stress, TrlPoint *points, GError **error)
{
  g_auto (Dense) dense = { 0 };
  double scale = 1;

  dense_init (&dense, stress);
  if (!measure (&dense, error))
    return FALSE;
  start (&dense, points, &scale);
  fill_blocks (&dense);
  g_clear_pointer (&dense.distances, trl_distances_free);
  if (!descend (&dense, points, scale, error))
    return FALSE;
  for (guint i = 0; i < dense.n; i++)
    points[dense.node[i]] = (TrlPoint){ dense.x[i] / scale, dense.y[i] / scale };
  return TRUE;
}
