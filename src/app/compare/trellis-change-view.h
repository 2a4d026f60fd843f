/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"
#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CHANGE_VIEW (trellis_change_view_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisChangeView, trellis_change_view, TRELLIS, CHANGE_VIEW, GtkBox)

/**
 * TrellisChangeView:
 *
 * What changed from one network to another, as between two waves of a site: one map with
 * marks or two maps, a list, and a table of levels.  Its actions: `change.joined`
 * (whether one map), `change.layout` (id of a layout, "" what suits both), `change.swap`,
 * `change.clear`, `change.export-ties`, `change.export-table`.
 */

/**
 * trellis_change_view_set_session:
 * @session: (nullable)
 */
void trellis_change_view_set_session (TrellisChangeView *view, TrellisSession *session);

/**
 * trellis_change_view_set_networks:
 * @from, @to: ids
 *
 * Until this is called, or a person chooses, the network on show is compared with the
 * wave before it.
 */
void trellis_change_view_set_networks (TrellisChangeView *view,
                                       const char        *from,
                                       const char        *to);

/**
 * trellis_change_view_get_comparison:
 *
 * Returns: (transfer none) (nullable): what is on show, good until it changes
 */
TrellisComparison *trellis_change_view_get_comparison (TrellisChangeView *view);

G_END_DECLS
