/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * TrlForceLevel:
 * @n: number of nodes, or of clusters of nodes
 * @first: n + 1, where the ties of each begin
 * @neighbour: of each tie, from both ends
 * @weight: of each tie, from both ends
 * @strength: n, sum of the weights of its ties
 * @mass: n, by which it pushes others away
 * @cluster: (nullable): n, which node of the next, coarser level it is in
 *
 * A network of forces, or a coarser one in its stead.
 */
typedef struct
{
  guint  n;
  guint *first;
  guint *neighbour;
  float *weight;
  float *strength;
  float *mass;
  guint *cluster;
} TrlForceLevel;

/**
 * trl_force_level_new:
 *
 * The part itself.  A tie weighs 1 over its wished length; a node, one more than its ties
 * together.  Cost: O(n + m).
 */
TrlForceLevel *trl_force_level_new (const TrlPart *part);

/**
 * trl_force_level_free:
 * @level: (nullable)
 */
void trl_force_level_free (TrlForceLevel *level);

/**
 * trl_force_level_cluster:
 *
 * Joins each node, those of few ties first, to the neighbour to which it is tied most for
 * the mass of both, as long as no cluster grows much heavier than the mean, and sets
 * @cluster.
 * Cost: O(n + m).
 * Source: heavy edges, Karypis and Kumar 1998, doi:10.1137/S1064827595287997.
 *
 * Returns: how many clusters there are
 */
guint trl_force_level_cluster (TrlForceLevel *level, TrlRandom *random);

/**
 * trl_force_level_coarsen:
 * @n: number of clusters that @cluster of the level names
 *
 * Cost: O(n + m).
 *
 * Returns: (transfer full): clusters as nodes, with the ties between them
 */
TrlForceLevel *trl_force_level_coarsen (const TrlForceLevel *level, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlForceLevel, trl_force_level_free)

G_END_DECLS
