/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * trellis_preferences_show:
 *
 * What people may choose once for all documents; it holds at once.
 */
void trellis_preferences_show (GtkWindow *parent, GSettings *settings);

G_END_DECLS
