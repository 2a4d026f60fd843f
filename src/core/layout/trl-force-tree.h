/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-lanes.h"

G_BEGIN_DECLS

/**
 * TrlForceTree:
 *
 * Squares within squares over places, so that what is far off pushes as one.
 */
typedef struct TrlForceTree TrlForceTree;

/**
 * trl_force_tree_new:
 * @most: the most nodes that it will ever hold
 */
TrlForceTree *trl_force_tree_new (guint most);

/**
 * trl_force_tree_free:
 * @tree: (nullable)
 */
void trl_force_tree_free (TrlForceTree *tree);

/**
 * trl_force_tree_fill:
 * @x, @y, @mass: n, of each node
 *
 * Takes the places of now.  Cost: O(n).
 */
void trl_force_tree_fill (
  TrlForceTree *tree, guint n, const float *x, const float *y, const float *mass);

/**
 * trl_force_tree_repel:
 * @soft: as in trl_lanes_repel()
 * @fx, @fy: (out): n, by node of the last filling
 *
 * The push of all others on each node: away, by mass over distance.  A square whose side
 * is not much longer than it is far is looked into.
 * Cost: O(n log n).
 * Source: Barnes and Hut 1986, doi:10.1038/324446a0.
 */
void trl_force_tree_repel (
  TrlForceTree *tree, TrlLanes lanes, float soft, float *fx, float *fy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlForceTree, trl_force_tree_free)

G_END_DECLS
