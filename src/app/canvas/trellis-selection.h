/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/trl-network.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_SELECTION (trellis_selection_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSelection, trellis_selection, TRELLIS, SELECTION, GObject)

/**
 * TrellisSelection:
 *
 * The partners and partnerships that are selected in one window, in the order in which
 * they were chosen.  Canvas, panels and tables share it.  It holds ids of the document,
 * also where partners are shown by type: a type is selected when all its partners are.
 */

/**
 * TrellisSelection::changed:
 *
 * Emitted once for each call that changed something.
 */

TrellisSelection *trellis_selection_new (void);

/**
 * trellis_selection_set:
 * @id: (nullable): %NULL selects nothing
 *
 * Selects this alone.
 */
void trellis_selection_set (TrellisSelection *selection, TrlKind kind, const char *id);

/**
 * trellis_selection_set_all:
 * @ids: (element-type utf8): the only things selected from now on
 */
void
trellis_selection_set_all (TrellisSelection *selection, TrlKind kind, GPtrArray *ids);

/**
 * trellis_selection_add_all:
 *
 * Selects these besides what is selected.
 */
void
trellis_selection_add_all (TrellisSelection *selection, TrlKind kind, GPtrArray *ids);
void
trellis_selection_remove_all (TrellisSelection *selection, TrlKind kind, GPtrArray *ids);
void trellis_selection_toggle (TrellisSelection *selection, TrlKind kind, const char *id);
void trellis_selection_clear (TrellisSelection *selection);
gboolean
trellis_selection_contains (TrellisSelection *selection, TrlKind kind, const char *id);

guint trellis_selection_get_n (TrellisSelection *selection, TrlKind kind);

/**
 * trellis_selection_get_nodes:
 *
 * Returns: (transfer container) (element-type utf8): ids, good until the next change
 */
GPtrArray *trellis_selection_get_nodes (TrellisSelection *selection);
GPtrArray *trellis_selection_get_edges (TrellisSelection *selection);

/**
 * trellis_selection_prune:
 * @network: (nullable): what ids must be in
 *
 * Lets go of what is no longer there.
 */
void trellis_selection_prune (TrellisSelection *selection, const TrlNetwork *network);

G_END_DECLS
