/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Across: each sweep moves a layer to the mean of its neighbours above, then below, as
 * far as the order and the discs allow; the nearest such places are found exactly, by
 * pooling those that would pass each other.  Down: layers, and rows within a folded
 * layer. */
#include "config.h"

#include "layout/trl-layers.h"

#include <math.h>

#define SWEEPS 6
/* Of the whole, width to height, beyond which layers are folded. */
#define ASPECT 1.8
/* The page that a disc takes with its share of the space between layers, to its square.
 */
#define ROOM 2.0
/* A layer of so many is never folded. */
#define FEW 16
/* What keeps a node without neighbours where it is, to the pull of one. */
#define INERTIA 0.05

typedef struct
{
  const TrlLayers *layers;
  const guint     *order;
  double          *x;     /* n */
  double          *shift; /* n, by place in the order: from the first of the layer */
  double           most;  /* how wide a layer may be, points */
} Across;

/* Nodes that stand as near together as they may. */
typedef struct
{
  double mean;
  double weight;
  guint  end; /* place after the last */
} Pool;

static double
find_widest (const Across *across, guint begin, guint end)
{
  double widest = 0;

  for (guint k = begin; k < end; k++)
    widest = fmax (widest, across->layers->radius[across->order[k]]);
  return widest;
}

static guint
find_end (const Across *across, guint begin)
{
  const TrlLayers *layers = across->layers;
  guint            end = begin;

  while (end < layers->part->n &&
         layers->layer[across->order[end]] == layers->layer[across->order[begin]])
    end++;
  return end;
}

static double
find_most (const Across *across)
{
  const TrlLayers *layers = across->layers;
  double           area = 0, widest = find_widest (across, 0, layers->part->n);

  for (guint i = 0; i < layers->part->n; i++)
    area += pow (2 * layers->radius[i] + layers->gap, 2) * ROOM;
  return fmax (sqrt (area * ASPECT), FEW * (2 * widest + layers->gap));
}

/* In how many rows a layer stands. */
static guint
count_rows (const Across *across, guint begin, guint end)
{
  double cell = 2 * find_widest (across, begin, end) + across->layers->gap;

  return MAX ((guint) ceil ((end - begin) * cell / across->most), 1);
}

static void
find_shifts (Across *across, guint begin, guint end)
{
  const TrlLayers *layers = across->layers;
  guint            rows = count_rows (across, begin, end);
  double           cell = 2 * find_widest (across, begin, end) + layers->gap;

  across->shift[begin] = 0;
  for (guint k = begin + 1; k < end; k++)
    {
      double apart = layers->radius[across->order[k - 1]] +
                     layers->radius[across->order[k]] + layers->gap;

      across->shift[k] = across->shift[k - 1] + (rows > 1 ? cell / rows : apart);
    }
  for (guint k = begin; k < end; k++)
    across->x[across->order[k]] = across->shift[k] - across->shift[end - 1] / 2;
}

/* Where a node would like to be, and how much; @side: -1 above, 1 below, 0 both. */
static double
find_wish (const Across *across, guint node, int side, double *weight)
{
  const TrlPart *part = across->layers->part;
  const guint   *layer = across->layers->layer;
  double         sum = INERTIA * across->x[node];

  *weight = INERTIA;
  for (guint k = part->first[node]; k < part->first[node + 1]; k++)
    {
      guint other = part->neighbour[k];

      if (layer[other] == layer[node] || (side < 0 && layer[other] > layer[node]) ||
          (side > 0 && layer[other] < layer[node]))
        continue;
      sum += across->x[other];
      *weight += 1;
    }
  return sum / *weight;
}

static void
move_layer (Across *across, guint begin, guint end, int side, GArray *pools)
{
  guint from = begin;

  g_array_set_size (pools, 0);
  for (guint k = begin; k < end; k++)
    {
      Pool pool = { .end = k + 1 };

      pool.mean = find_wish (across, across->order[k], side, &pool.weight);
      pool.mean -= across->shift[k];
      while (pools->len > 0)
        {
          const Pool *last = &g_array_index (pools, Pool, pools->len - 1);

          if (last->mean <= pool.mean)
            break;
          pool.mean = (pool.mean * pool.weight + last->mean * last->weight) /
                      (pool.weight + last->weight);
          pool.weight += last->weight;
          g_array_set_size (pools, pools->len - 1);
        }
      g_array_append_val (pools, pool);
    }
  for (guint p = 0; p < pools->len; p++)
    for (const Pool *pool = &g_array_index (pools, Pool, p); from < pool->end; from++)
      across->x[across->order[from]] = pool->mean + across->shift[from];
}

static void
sweep (Across *across, int side, GArray *pools)
{
  guint n = across->layers->part->n;
  g_autoptr (GArray) begins = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint begin = 0; begin < n; begin = find_end (across, begin))
    g_array_append_val (begins, begin);
  for (guint k = 0; k < begins->len; k++)
    {
      guint begin = g_array_index (begins, guint, side > 0 ? begins->len - 1 - k : k);

      move_layer (across, begin, find_end (across, begin), side, pools);
    }
}

static void
place_down (const Across *across, TrlPoint *points)
{
  const TrlLayers *layers = across->layers;
  double           y = 0;

  for (guint begin = 0, end; begin < layers->part->n; begin = end)
    {
      double widest, cell;
      guint  rows;

      end = find_end (across, begin);
      rows = count_rows (across, begin, end);
      widest = find_widest (across, begin, end);
      cell = 2 * widest + layers->gap;
      y += widest;
      for (guint k = begin; k < end; k++)
        points[across->order[k]] =
          (TrlPoint){ across->x[across->order[k]], y + (k - begin) % rows * cell };
      y += (rows - 1) * cell + widest + layers->drop;
    }
}

TrlPoint *
trl_layers_place (const TrlLayers *layers, const guint *order)
{
  guint              n = layers->part->n;
  TrlPoint          *points = g_new0 (TrlPoint, n + 1);
  g_autofree double *x = g_new0 (double, n + 1);
  g_autofree double *shift = g_new0 (double, n + 1);
  g_autoptr (GArray) pools = g_array_new (FALSE, FALSE, sizeof (Pool));
  Across across = { layers, order, x, shift };

  across.most = find_most (&across);
  for (guint begin = 0, end; begin < n; begin = end)
    {
      end = find_end (&across, begin);
      find_shifts (&across, begin, end);
    }
  for (guint s = 0; s < SWEEPS; s++)
    {
      sweep (&across, -1, pools);
      sweep (&across, 1, pools);
    }
  sweep (&across, 0, pools);
  place_down (&across, points);
  return points;
}
