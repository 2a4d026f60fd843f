/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/**
 * trellis_codebook_dialog_show:
 *
 * Opens the words of a document: scales, partner types, roles, fields, kinds of
 * partnership.  Each change is a step that Undo takes back, here and in the window.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_codebook_dialog_show (GtkWindow *parent, TrellisSession *session);

G_END_DECLS
