/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"
#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_VIEW (trellis_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCompareView, trellis_compare_view, TRELLIS, COMPARE_VIEW, GtkBox)

/**
 * TrellisCompareView:
 *
 * Several networks beside each other, drawn alike.  Its actions: `compare.layout` (id of
 * a layout, "" what suits all), `compare.order`, `compare.type` (id of the partner type
 * in the spotlight, "" none), `compare.clear`, `compare.show-all`.
 */

/**
 * trellis_compare_view_set_session:
 * @session: (nullable)
 */
void trellis_compare_view_set_session (TrellisCompareView *view, TrellisSession *session);

/**
 * trellis_compare_view_set_shown:
 * @network: id
 *
 * Chooses whether a network is among those that are compared.
 */
void trellis_compare_view_set_shown (TrellisCompareView *view,
                                     const char         *network,
                                     gboolean            shown);

/**
 * trellis_compare_view_get_panels:
 *
 * Returns: (transfer none) (nullable): what is on show, good until it changes
 */
const TrlPanels *trellis_compare_view_get_panels (TrellisCompareView *view);

G_END_DECLS
