/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * trellis_paste_report_show:
 * @title: whether something was pasted, or nothing
 * @problems: (element-type utf8): a sentence each
 *
 * Lists what a paste left out; the list can be copied.
 *
 * Returns: (transfer none): the window, which closes itself
 */
GtkWindow *
trellis_paste_report_show (GtkWindow *parent, const char *title, GPtrArray *problems);

G_END_DECLS
