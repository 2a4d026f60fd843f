/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * trl_network_roll_up:
 *
 * Turns a network of organizations into one of partner types about its hub: one node a
 * type, whose id is the id of the type, whose count is the number of its organizations,
 * and whose tie has the deepest (or median, by the rule of the document) level that the
 * organizations have with the hub, or, without a hub, with anyone.  A type with
 * organizations of which none has a tie to the hub is present at a level not reported.
 * The hub keeps its id and name; without one an implied hub is made.  Planned ties do not
 * count.  Nodes without a type are gathered under a type with the id "" and no name.
 *
 * Cost: O(n + m log m).
 *
 * Returns: (transfer full): a network of its own, which no document holds
 */
TrlNetwork *trl_network_roll_up (const TrlNetwork *network);

/**
 * trl_network_has_types_once:
 *
 * Returns: whether no two partners share a type and every partner has one, or is one of a
 * few without among partners most of which stand for their type
 */
gboolean trl_network_has_types_once (const TrlNetwork *network);

/**
 * trl_network_is_grained_by_type:
 *
 * Returns: whether the nodes are partner types rather than organizations: each has a type
 * of its own, and some are called as their type or say how many they stand for.  A few
 * may have no type where most others do so; each of these is a kind of its own
 */
gboolean trl_network_is_grained_by_type (const TrlNetwork *network);

/**
 * trl_network_get_type_members:
 * @type: (nullable): id of a type; %NULL or "" for nodes without one
 *
 * Returns: (transfer full) (element-type guint): rows of the nodes of a type, without the
 * hub
 */
GArray *trl_network_get_type_members (const TrlNetwork *network, const char *type);

G_END_DECLS
