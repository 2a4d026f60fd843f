/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* The roles that partners hold; a press selects those who hold one. */
#define TRELLIS_TYPE_ROLES_PANEL (trellis_roles_panel_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisRolesPanel, trellis_roles_panel, TRELLIS, ROLES_PANEL, GtkBox)

void trellis_roles_panel_set_session (TrellisRolesPanel *panel, TrellisSession *session);

/**
 * trellis_roles_find_holders:
 *
 * Returns: (transfer full) (element-type utf8): ids of the partners that hold a role
 */
GPtrArray *trellis_roles_find_holders (const TrlNetwork *network, const char *role);

G_END_DECLS
