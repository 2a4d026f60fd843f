/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrellisNameFunc:
 * @name: not empty, without blanks at its ends
 */
typedef void (*TrellisNameFunc) (const char *name, gpointer user_data);

/**
 * trellis_name_popover_show:
 * @at: where in @parent
 * @func: called once, when Return is pressed on a name
 * @free_func: (nullable): for @user_data, when the popover goes
 *
 * Asks for a name in place; Escape leaves everything as it is.
 *
 * Returns: (transfer none): the popover, shown
 */
GtkWidget *trellis_name_popover_show (GtkWidget          *parent,
                                      const GdkRectangle *at,
                                      const char         *title,
                                      const char         *name,
                                      TrellisNameFunc     func,
                                      gpointer            user_data,
                                      GDestroyNotify      free_func);

/**
 * trellis_popover_go_when_closed:
 *
 * Takes a popover off its parent after it has closed.
 */
void trellis_popover_go_when_closed (GtkWidget *popover);

G_END_DECLS
