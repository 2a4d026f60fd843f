/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The studio of figures in a window of its own, for who wants a file of what is on show.
 */

#include "config.h"

#include "dialogs/trellis-export-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "figures/trellis-figure-studio.h"

#include <glib/gi18n.h>

static TrellisFigureStudio *
get_studio (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "studio");
}

static void
on_exported (GtkWindow *window, const char *text, const char *uri)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);

  if (parent)
    trellis_window_tell_file (TRELLIS_WINDOW (parent), text, uri);
  gtk_window_close (window);
}

static void
on_export (GtkWindow *window)
{
  trellis_figure_studio_export (get_studio (window));
}

static GtkWidget *
make_header (GtkWindow *window)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));

  gtk_widget_add_css_class (export, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), export);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  g_signal_connect_swapped (export, "clicked", G_CALLBACK (on_export), window);
  g_object_bind_property (get_studio (window), "ready", export, "sensitive",
                          G_BINDING_SYNC_CREATE);
  gtk_window_set_default_widget (window, export);
  return header;
}

GtkWindow *
trellis_export_dialog_show (TrellisWindow *parent, TrellisSession *session)
{
  GSettings *settings = trellis_application_get_settings (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (parent))));
  GtkWindow *window =
    trellis_dialog_new (GTK_WINDOW (parent), _ ("Export Figure"), 1000, 680);
  GtkWidget *studio = trellis_figure_studio_new (settings, session, FALSE);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data (G_OBJECT (window), "studio", studio);
  g_signal_connect_swapped (studio, "exported", G_CALLBACK (on_exported), window);
  gtk_box_append (GTK_BOX (box), make_header (window));
  gtk_box_append (GTK_BOX (box), studio);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (window);
  gtk_widget_grab_focus (studio);
  return window;
}

void
trellis_export_dialog_save_to (GtkWindow *window, const char *path)
{
  trellis_figure_studio_save_to (get_studio (window), path);
}
