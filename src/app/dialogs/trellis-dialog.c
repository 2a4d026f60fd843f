/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all dialogs of the program have in common. */

#include "config.h"

#include "dialogs/trellis-dialog.h"

#include <glib/gi18n.h>

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

void
trellis_dialog_ask_replace (GtkWindow        *parent,
                            GFile            *file,
                            TrellisAnswerFunc func,
                            gpointer          user_data)
{
  const TrellisAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *body = g_strdup_printf (
    _ ("There is a file “%s” already. Replacing it loses what is in it."), shown);

  trellis_compat_ask (parent, _ ("Replace the File?"), body, answers, "cancel", func,
                      user_data);
}
