/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all dialogs of the program have in common. */

#include "config.h"

#include "dialogs/trellis-dialog.h"

GtkWindow *
trellis_dialog_new (GtkWindow *parent, const char *title, int width, int height)
{
  GtkWidget          *window = adw_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  g_object_set (window, "transient-for", parent, "modal", TRUE, "default-width", width,
                "default-height", height, "title", title, NULL);
  return GTK_WINDOW (window);
}
