/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "model/trl-union.h"

G_BEGIN_DECLS

/**
 * trl_layout_default_together:
 * @networks: (array length=n): at least one
 *
 * Returns: the id of the layout that suits all: the one that all of them name; else rings
 *   when it is the default of each; else stress
 */
const char *trl_layout_default_together (TrlNetwork *const *networks, guint n);

/**
 * trl_layout_together:
 * @networks: (array length=n): of one vocabulary, at least one
 * @partners: of the same networks
 * @id: (nullable): of a layout; %NULL or not known: trl_layout_default_together()
 * @options: (nullable): made from the table of that layout; %NULL: those that the first
 *   network holds for it
 *
 * Places several networks so that they can be compared, with the seed of the first.  In
 * rings and spokes each partner type has one direction in all, as has each partner that
 * comes back among others of its type, and rings, circle and rim are as large as the
 * fullest of the networks needs.  A layout that keeps places is run once, on the union of
 * all partners and ties, and each network takes the places of its own from there.
 *
 * The same networks give the same bits.
 * Shape: n results, each in the order of its network's graph.
 * Cost: that of the layout for the union.
 * Errors: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type TrlLayoutResult): in the order of @networks
 */
GPtrArray *trl_layout_together (TrlNetwork *const *networks,
                                guint              n,
                                const TrlUnion    *partners,
                                const char        *id,
                                const TrlOptions  *options,
                                GCancellable      *cancellable,
                                GError           **error);

G_END_DECLS
