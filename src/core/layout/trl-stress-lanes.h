/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-lanes.h"

G_BEGIN_DECLS

/* Nodes stand in tiles of so many.  Every processor takes them in the same steps,
 * whatever the width of its registers, so that places are the same to the last bit. */
#define TRL_TILE 16

/* The 256 pairs of two tiles are met in 16 steps of 16 pairs, in which each node is met
 * once: in step s a node at k meets the one at k ^ s. */
#define TRL_TILE_PAIRS (TRL_TILE * TRL_TILE)

/* Two tiles, and where their distances begin. */
typedef struct
{
  guint a, b;
  gsize block;
} TrlTilePair;

/**
 * TrlTileWork:
 * @x, @y: 16 numbers a tile, 64-byte aligned
 * @blocks: distances, 16 bytes a step, in the order of their steps; 0: no pair
 * @unit: of a distance
 * @rate: of the descent
 */
typedef struct
{
  float        *x, *y;
  const guint8 *blocks;
  float         unit;
  float         rate;
} TrlTileWork;

/**
 * TrlPivotWork:
 * @x, @y: 16 numbers a tile, 64-byte aligned
 * @distances: a tile has 16 @stride bytes: for each pivot how far its 16 nodes are
 * @unit: of a distance
 * @order: n_pivots, in which they are met
 * @pivot_x, @pivot_y: n_pivots, where they stand
 * @share: n_shares a pivot: what a node that far closes of its gap
 * @n_shares: 32, or 256 where distances are longer
 */
typedef struct
{
  float        *x, *y;
  const guint8 *distances;
  gsize         stride;
  float         unit;
  guint         n_pivots;
  const guint  *order;
  const float  *pivot_x, *pivot_y;
  const float  *share;
  guint         n_shares;
} TrlPivotWork;

/**
 * trl_lanes_allocate:
 *
 * Returns: (transfer full): that many bytes, aligned for the widest registers and zero;
 *   for free()
 */
gpointer trl_lanes_allocate (gsize size);

/**
 * trl_lanes_step_pairs:
 * @pairs: n, no tile in two of them
 *
 * All pairs of nodes of each pair of tiles: two nodes move towards their distance, each
 * half of the way or, where the rate is low, less.
 * Cost: O(256 n).
 * Source: Zheng, Pawar and Goodman 2018, doi:10.1109/TVCG.2018.2859997.
 */
void trl_lanes_step_pairs (TrlLanes           lanes,
                           const TrlTileWork *work,
                           const TrlTilePair *pairs,
                           guint              n);

/**
 * trl_lanes_step_within:
 * @block: where the distances within the tile begin
 *
 * All pairs of one tile.
 */
void
trl_lanes_step_within (TrlLanes lanes, const TrlTileWork *work, guint tile, gsize block);

/**
 * trl_lanes_follow_pivots:
 * @from, @to: which tiles, the last not included
 *
 * The nodes of each tile move towards, or away from, one pivot after the other, which
 * stand still.  Tiles are independent of each other.
 * Cost: O(16 n_pivots) a tile.
 * Source: Ortmann, Klimenta and Brandes 2016, doi:10.1007/978-3-319-50106-2_2.
 */
void
trl_lanes_follow_pivots (TrlLanes lanes, const TrlPivotWork *work, guint from, guint to);

G_END_DECLS
