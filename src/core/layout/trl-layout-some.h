/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_layout_run_some:
 * @layout: not a live one
 * @places: n, in graph order, where all nodes are, points
 * @moves: n, which nodes are to be placed anew
 * @progress: (nullable): who is told how far it is
 *
 * Lays out some nodes among the others, which stay to the bit, as do those that are
 * pinned.  Layouts that can start from places see the others as pinned, at the scale that
 * they are drawn at; of all other layouts, the nodes get a picture of their own, about
 * the middle of where they were.  None of them overlaps another disc, unless there is no
 * room far around it, or patience ends in a network of many.
 * Cost: that of the layout, and O(k n) for k nodes to place, up to about a second.
 * Errors: G_IO_ERROR_CANCELLED, TRL_ENGINE_ERROR.
 *
 * Returns: (transfer full): the places of all nodes
 */
TrlLayoutResult *trl_layout_run_some (const TrlNetwork  *network,
                                      const TrlLayout   *layout,
                                      const TrlPoint    *places,
                                      const gboolean    *moves,
                                      const TrlProgress *progress,
                                      GCancellable      *cancellable,
                                      GError           **error);

G_END_DECLS
