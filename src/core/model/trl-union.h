/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * TrlUnion:
 *
 * Who is who across several networks of one vocabulary: each partner of any of them once.
 * Two nodes of different networks are one partner when they have the same id, else the
 * same key, else the same name (without regard to case) and type.  In a network of
 * partner types the type is the partner, and its hub is everybody's hub.  A network has
 * each partner once at most.
 */
typedef struct TrlUnion TrlUnion;

/**
 * trl_union_new:
 * @networks: (array length=n): held as long as the union lives
 *
 * Cost: O(nodes).
 *
 * Returns: (transfer full): partners in the order in which they are first met
 */
TrlUnion *trl_union_new (TrlNetwork *const *networks, guint n);

/**
 * trl_union_free:
 * @self: (nullable): lets go of the networks too
 */
void trl_union_free (TrlUnion *self);

/**
 * trl_union_get_n:
 *
 * Returns: how many different partners there are, hubs among them
 */
guint trl_union_get_n (const TrlUnion *self);

/**
 * trl_union_find:
 * @row: of the nodes of @network
 *
 * Returns: the partner, 0 … n - 1, or %TRL_NO_ROW when there is no such row
 */
guint trl_union_find (const TrlUnion *self, guint network, guint row);

/**
 * trl_union_get_row:
 *
 * Returns: the row of a partner in the nodes of @network, or %TRL_NO_ROW
 */
guint trl_union_get_row (const TrlUnion *self, guint network, guint partner);

/**
 * trl_union_get_key:
 *
 * Returns: (transfer none): what a partner is called across the networks: `type:` and an
 *   id of a type, `id:` and an id of a node, or `hub`
 */
const char *trl_union_get_key (const TrlUnion *self, guint partner);

/**
 * trl_union_find_key:
 *
 * Returns: the partner of that key, or %TRL_NO_ROW
 */
guint trl_union_find_key (const TrlUnion *self, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlUnion, trl_union_free)

G_END_DECLS
