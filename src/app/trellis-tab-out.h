/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * trellis_tab_out:
 * @list: whose rows are chosen by the arrow keys
 *
 * Tab and Shift+Tab leave the list, as from any list of which one row is chosen; GTK
 * would go from row to row and choose each.
 */
void trellis_tab_out (GtkListBox *list);

G_END_DECLS
