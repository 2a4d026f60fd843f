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

/**
 * trellis_export_dialog_save_to:
 * @path: as a person chose it, who was asked about a file of just that name
 *
 * Writes the figure and closes the dialog.  An ending that is known decides about the
 * format; else that of the chosen one is added, and what is there already is replaced
 * only after a question.
 */
void trellis_export_dialog_save_to (GtkWindow *dialog, const char *path);

G_END_DECLS
