/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * TrlForce:
 * @part: at least two nodes
 * @fixed: (nullable): n, which nodes must not move
 * @settled: the points given are nearly where they should be
 * @tight: ties pull alike however long they are, so that groups draw together; else they
 *   pull as springs do
 * @group: (nullable): n, 0 … n_groups - 1; nodes of a group draw together as if by ties,
 *   and a part may then be of several that are not connected
 * @progress: (nullable): who is told how far it is
 *
 * One part to place by forces: ties pull, and nodes push one another by their ties.
 * Points are in units of the mean length of ties.
 */
typedef struct
{
  const TrlPart     *part;
  const gboolean    *fixed;
  gboolean           settled;
  gboolean           tight;
  const guint       *group;
  guint              n_groups;
  TrlRandom         *random;
  GCancellable      *cancellable;
  const TrlProgress *progress;
} TrlForce;

/**
 * trl_force_solve:
 * @points: (inout): n; read when a node is fixed or @settled
 *
 * From a coarse network of some dozen clusters to ever finer ones, each cooling down in
 * its turn.  The same points for all processors.
 * Cost: O(s (n log n + m)) for s sweeps, 50 of all nodes; 180 n + 32 m bytes.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Noack 2007, doi:10.7155/jgaa.00154 (LinLog and the push by ties); Jacomy et al.
 * 2014, doi:10.1371/journal.pone.0098679; Walshaw 2003, doi:10.7155/jgaa.00070.
 */
gboolean trl_force_solve (const TrlForce *force, TrlPoint *points, GError **error);

G_END_DECLS
