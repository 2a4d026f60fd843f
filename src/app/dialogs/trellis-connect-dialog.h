/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "canvas/trellis-canvas.h"
#include "trellis-session.h"

G_BEGIN_DECLS

/**
 * trellis_connect_dialog_show:
 *
 * Connects two partners without dragging: from, to, level.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_connect_dialog_show (GtkWindow      *parent,
                                        TrellisSession *session,
                                        TrellisCanvas  *canvas);

G_END_DECLS
