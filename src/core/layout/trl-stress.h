/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * TrlStress:
 * @part: a connected part, of at least two nodes
 * @fixed: (nullable): n, which nodes must not move
 * @settled: the points given are nearly where they should be
 * @quick: for a first look at a large part, with fewer pivots and sweeps
 * @progress: (nullable): who is told how far it is
 *
 * One part to place so that drawn distances are those of the network.  Points are in
 * units of the ideal edge length.
 */
typedef struct
{
  const TrlPart     *part;
  const gboolean    *fixed;
  gboolean           settled;
  gboolean           quick;
  TrlRandom         *random;
  GCancellable      *cancellable;
  const TrlProgress *progress;
} TrlStress;

/* The largest parts that are placed by all their distances: from many starts and with all
 * care, once, or once when a person asks for it. */
#define TRL_STRESS_MOST_EXACT 300
#define TRL_STRESS_MOST_DENSE 5000
#define TRL_STRESS_MOST_ALL 20000

/**
 * trl_stress_solve_exact:
 * @points: (inout): n; read when a node is fixed or @settled
 *
 * The best of several pictures by trl_stress_solve_dense(), then majorization.
 * Cost: O(n m + s n^2) for s sweeps, 34 to 580, as many as 5 ms allow up to 200 nodes;
 * 4 n^2 bytes.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Zheng, Pawar and Goodman 2018, doi:10.1109/TVCG.2018.2859997; Gansner, Koren
 * and North 2004, doi:10.1007/978-3-540-31843-9_25.
 */
gboolean
trl_stress_solve_exact (const TrlStress *stress, TrlPoint *points, GError **error);

/**
 * trl_stress_solve_dense:
 * @points: (inout): n; read when a node is fixed or @settled
 *
 * Stochastic descent over all pairs, in steps as wide as the processor has registers;
 * the places are the same for all widths.
 * Cost: O(n m / 64 + s n^2) for s sweeps, 30 or 45; 1.5 n^2 bytes.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Zheng, Pawar and Goodman 2018, doi:10.1109/TVCG.2018.2859997.
 */
gboolean
trl_stress_solve_dense (const TrlStress *stress, TrlPoint *points, GError **error);

/**
 * trl_stress_solve_sparse:
 * @points: (inout): n; read when a node is fixed or @settled
 *
 * The same with the distances to some pivots, to neighbours and to some of their
 * neighbours; the last sweeps take pivots of their own.
 * Cost: that of trl_distances_measure() for p pivots, 200, three times or, from 50,000
 * nodes on, seven, but once where each of them is searched from singly; and
 * O(s (p n + m)) for s sweeps, 22; 0.5 KB a node.  If @quick, 128 pivots, three times,
 * and 20 sweeps.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Ortmann, Klimenta and Brandes 2016, doi:10.1007/978-3-319-50106-2_2.
 */
gboolean
trl_stress_solve_sparse (const TrlStress *stress, TrlPoint *points, GError **error);

/**
 * trl_stress_measure:
 * @distance: n rows of n
 *
 * Returns: the mean of ((s e - d) / d)^2 over all pairs, e their drawn distance, s the
 *   scale that makes it least: 0 perfect … 1
 */
double trl_stress_measure (guint n, const float *distance, const TrlPoint *points);

/**
 * trl_stress_fit:
 * @places: where the fixed nodes must be
 *
 * Turns, mirrors and shifts points as one, without stretching, so that fixed nodes come
 * near their places, and puts those exactly there.  Cost: O(n).
 */
void trl_stress_fit (const TrlStress *stress, const TrlPoint *places, TrlPoint *points);

G_END_DECLS
