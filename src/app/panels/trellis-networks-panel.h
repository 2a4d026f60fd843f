/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* The networks of the document: sites, waves. */
#define TRELLIS_TYPE_NETWORKS_PANEL (trellis_networks_panel_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisNetworksPanel, trellis_networks_panel, TRELLIS, NETWORKS_PANEL, GtkBox)

void trellis_networks_panel_set_session (TrellisNetworksPanel *panel,
                                         TrellisSession       *session);

/**
 * trellis_networks_panel_add:
 *
 * Adds an empty network in one step and shows it.
 */
void trellis_networks_panel_add (TrellisNetworksPanel *panel);

G_END_DECLS
