/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_sectors_angles:
 * @band: (nullable): n, which band each node is in; nodes of one band are dealt out
 * evenly within their sector
 *
 * The direction of each node as seen from the centre: partner types clockwise from the
 * top in vocabulary order, families together with a gap between them, nodes without a
 * type at the very top.  While no type has two nodes, the direction of a type depends on
 * the vocabulary alone.  When one has, sectors grow with their crowd and every node gets
 * a direction of its own.
 *
 * Cost: O(n log n).
 *
 * Returns: (transfer full): n, radians from the right, clockwise; NAN for the hub
 */
double *trl_sectors_angles (const TrlLayoutInput *input, const guint *band);

/**
 * trl_sectors_angles_together:
 * @bands: (nullable): which band each node of each network is in
 *
 * The same for several networks: a sector is as wide as the network that crowds it most
 * needs, and in a sector whose partners come back each keeps its direction.
 *
 * Cost: O(n log n) for n nodes in all.
 *
 * Returns: (transfer full) (element-type double): an array of angles a network
 */
GPtrArray *trl_sectors_angles_together (const TrlLayoutSet *set, guint *const *bands);

/**
 * trl_sectors_rank:
 *
 * The order of partner types round a circle, families together, by node.
 * Cost: O(n + t²) for t types.
 *
 * Returns: (transfer full): n, 0 … n_sectors, which is for nodes without a type
 */
guint *trl_sectors_rank (const TrlLayoutInput *input);

G_END_DECLS
