/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_GRID_VIEW (trellis_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (TrellisGridView, trellis_grid_view, TRELLIS, GRID_VIEW, GtkBox)

/**
 * TrellisGridView:
 *
 * The document as tables: levels, partners, partnerships, one at a time.
 */

/**
 * trellis_grid_view_set_session:
 * @session: (nullable)
 */
void trellis_grid_view_set_session (TrellisGridView *view, TrellisSession *session);

/**
 * trellis_grid_view_show_disagreements:
 *
 * Lists the partnerships that their two ends rated differently.
 */
void trellis_grid_view_show_disagreements (TrellisGridView *view);

G_END_DECLS
