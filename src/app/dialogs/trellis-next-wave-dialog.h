/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * trellis_next_wave_dialog_show:
 * @parent: has the action `win.tell`
 *
 * Asks how to add the next wave of the network on show, adds it in one step and shows it.
 *
 * Returns: (transfer none): the window of the dialog
 */
GtkWindow *trellis_next_wave_dialog_show (GtkWindow *parent, TrellisSession *session);

G_END_DECLS
