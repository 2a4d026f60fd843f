/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-window.h"

G_BEGIN_DECLS

/**
 * trellis_export_dialog_show:
 *
 * Shows the page that a figure of the network on show would be, lets it be changed, and
 * writes it.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_export_dialog_show (TrellisWindow *parent, TrellisSession *session);

G_END_DECLS
