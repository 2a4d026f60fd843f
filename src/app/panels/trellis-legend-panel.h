/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* Levels and partner types of the network on show: key, counts and filter in one. */
#define TRELLIS_TYPE_LEGEND_PANEL (trellis_legend_panel_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLegendPanel, trellis_legend_panel, TRELLIS, LEGEND_PANEL, GtkBox)

void trellis_legend_panel_set_session (TrellisLegendPanel *panel,
                                       TrellisSession     *session);

/**
 * trellis_legend_counts:
 * @hub: row of the hub, or %TRL_NO_ROW
 *
 * Returns: whether a node counts as a partner of its type: it has no tie with the hub
 * that says otherwise, and is no hub that the data only imply
 */
gboolean trellis_legend_counts (const TrlNetwork *network, guint row, guint hub);

G_END_DECLS
