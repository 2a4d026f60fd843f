/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"

G_BEGIN_DECLS

/**
 * trl_circle_order:
 * @whole: as of trl_parts_new_whole()
 * @block: n, what each node belongs to; nodes of a block stand together, blocks ascend
 * @first: the node to begin from, below n
 *
 * An order round a circle in which few ties cross: depth first, then each node in turn
 * moves to the place in its block where it crosses least, as long as that costs less than
 * some tenths of a second.
 * Cost: O(n + m) when large, else O(r (m log d + n d)) for r rounds, up to 10, and d
 * neighbours.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: circular sifting, Baur and Brandes 2004, doi:10.1007/978-3-540-30559-0_28.
 *
 * Returns: (transfer full): n, the nodes clockwise
 */
guint *trl_circle_order (const TrlPart *whole,
                         const guint   *block,
                         guint          first,
                         GCancellable  *cancellable,
                         GError       **error);

/**
 * trl_circle_count_crossings:
 * @order: n, the nodes clockwise
 *
 * Cost: O(m²).
 *
 * Returns: how many pairs of ties cross
 */
guint trl_circle_count_crossings (const TrlPart *whole, const guint *order);

G_END_DECLS
