/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/* What can be chosen of the layout of the map; each choice is the action
 * `win.layout-options`. */
#define TRELLIS_TYPE_LAYOUT_OPTIONS (trellis_layout_options_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLayoutOptions, trellis_layout_options, TRELLIS, LAYOUT_OPTIONS, GtkPopover)

GtkWidget *trellis_layout_options_new (void);

/**
 * trellis_layout_options_set_session:
 * @session: (nullable): whose shown network is meant
 */
void trellis_layout_options_set_session (TrellisLayoutOptions *options,
                                         TrellisSession       *session);

G_END_DECLS
