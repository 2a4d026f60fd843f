/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "job/trellis-share.h"
#include "trellis-session.h"

G_BEGIN_DECLS

/* The line under the map: counts, what is running, layout, zoom. */
#define TRELLIS_TYPE_STATUS (trellis_status_get_type ())
G_DECLARE_FINAL_TYPE (TrellisStatus, trellis_status, TRELLIS, STATUS, GtkBox)

void trellis_status_set_session (TrellisStatus *status, TrellisSession *session);

/**
 * trellis_status_set_zoom:
 * @zoom: pixels a point
 */
void trellis_status_set_zoom (TrellisStatus *status, double zoom);

/**
 * trellis_status_set_names_hidden:
 * @n: partners in view whose name found no room
 */
void trellis_status_set_names_hidden (TrellisStatus *status, guint n);

/**
 * trellis_status_set_job:
 * @title: (nullable): what is running; %NULL when nothing is
 * @share: (nullable): how far it is
 *
 * Shown, with a way to cancel it, once it has lasted for a third of a second.
 */
void
trellis_status_set_job (TrellisStatus *status, const char *title, TrellisShare *share);

/**
 * trellis_status_show_options:
 *
 * Opens what can be chosen of the layout.
 */
void trellis_status_show_options (TrellisStatus *status);
void trellis_status_set_narrow (TrellisStatus *status, gboolean narrow);

/**
 * trellis_status_set_map:
 * @map: whether the map is on show, which layout and zoom are of
 */
void trellis_status_set_map (TrellisStatus *status, gboolean map);

G_END_DECLS
