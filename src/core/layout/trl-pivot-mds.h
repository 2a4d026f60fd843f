/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * TrlPivotPlane:
 * @q: number of pivots
 * @u, @v: q, the directions of the plane
 * @mean: q, of the squared distances from each pivot
 * @all: of all of them
 *
 * The plane in which nodes lie best as seen from pivots.
 */
typedef struct
{
  guint   q;
  double *u, *v;
  double *mean;
  double  all;
} TrlPivotPlane;

/**
 * trl_pivot_plane_fit:
 * @plane: (out caller-allocates): for trl_pivot_plane_clear()
 * @n: nodes that stand for all
 * @distance: q rows of n
 *
 * Cost: O(n q^2).
 * Source: Brandes and Pich 2006, doi:10.1007/978-3-540-70904-6_6.
 */
void trl_pivot_plane_fit (
  TrlPivotPlane *plane, guint n, const float *distance, guint q, TrlRandom *random);

/**
 * trl_pivot_plane_project:
 * @distance: q, of a node from each pivot
 *
 * Returns: where it lies in the plane; the shape is right, the size is not
 */
TrlPoint trl_pivot_plane_project (const TrlPivotPlane *plane, const float *distance);

/**
 * trl_pivot_plane_clear:
 *
 * Frees what a plane holds.
 */
void trl_pivot_plane_clear (TrlPivotPlane *plane);

/**
 * trl_pivot_mds:
 * @distance: n_pivots rows of n
 * @pivots: n_pivots, the node of each row
 * @points: (out caller-allocates): n, in units of the distances
 *
 * Projects nodes onto the plane in which they lie best as seen from some of them.
 * Cost: O(n q^2) for q pivots.
 */
void trl_pivot_mds (guint        n,
                    const float *distance,
                    const guint *pivots,
                    guint        n_pivots,
                    TrlRandom   *random,
                    TrlPoint    *points);

/**
 * trl_pivot_find_scale:
 * @distance: n_pivots rows of n
 * @pivots: (nullable): n_pivots, the node of each row; %NULL: the first ones
 *
 * Returns: what to multiply points by, so that drawn distances fit those given; 1 when
 *   all lie on one place
 */
double trl_pivot_find_scale (guint           n,
                             const float    *distance,
                             const guint    *pivots,
                             guint           n_pivots,
                             const TrlPoint *points);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlPivotPlane, trl_pivot_plane_clear)

G_END_DECLS
