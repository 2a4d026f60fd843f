/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/**
 * trl_pivot_mds:
 * @distance: n_pivots rows of n
 * @pivots: n_pivots, the node of each row
 * @points: (out caller-allocates): n, in units of the distances
 *
 * The plane in which nodes lie best as seen from some of them.
 * Cost: O(n q^2) for q pivots.
 * Source: Brandes and Pich 2006, doi:10.1007/978-3-540-70904-6_6.
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

G_END_DECLS
