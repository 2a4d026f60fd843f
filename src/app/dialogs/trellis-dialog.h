/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * trellis_dialog_new:
 * @height: pixels; -1: by content
 *
 * Returns: (transfer none): an empty modal window above @parent that Esc closes
 */
GtkWindow *
trellis_dialog_new (GtkWindow *parent, const char *title, int width, int height);

G_END_DECLS
