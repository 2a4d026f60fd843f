/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls fill a figure request; the preview is built from it, and so is the file, by
 * the same functions that the command line calls.
 */

#include "config.h"

#include "dialogs/trellis-export-dialog.h"

#include "dialogs/trellis-dialog.h"
#include "dialogs/trellis-page-view.h"
#include "figures/trellis-figure-controls.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>

#define PREVIEW_DELAY 120 /* ms */

typedef struct
{
  GtkWindow             *window;
  TrellisWindow         *parent;
  TrellisSession        *session;
  GSettings             *settings;
  GtkStack              *stack; /* the page, or why there is none */
  AdwStatusPage         *problem;
  GtkWidget             *export_button;
  TrellisPageView       *view;
  TrellisFigureControls *controls;
  GFile                 *replaced; /* while a person is asked whether it may be */
  guint                  timer;
} Dialog;

static void
free_dialog (gpointer data, GObject *window)
{
  Dialog *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->replaced);
  g_object_unref (self->session);
  g_object_unref (self->parent);
  g_free (self);
}

static gboolean
update_preview (gpointer data)
{
  Dialog          *self = data;
  TrlFigureRequest request;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  self->timer = 0;
  trellis_figure_controls_fill_request (self->controls, &request);
  scene = trl_figure_build (&request, NULL, &error);
  trellis_page_view_set_scene (self->view, scene);
  if (error)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, scene ? "page" : "problem");
  gtk_widget_set_sensitive (self->export_button, scene != NULL);
  return G_SOURCE_REMOVE;
}

static void
on_changed (Dialog *self)
{
  if (!self->timer)
    self->timer = g_timeout_add (PREVIEW_DELAY, update_preview, self);
}

static void
write_figure (Dialog *self, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;

  trellis_figure_controls_fill_request (self->controls, &request);
  bytes = trl_figure_export (
    &request, trellis_figure_controls_get_format (self->controls)->id, NULL, &error);
  if (!bytes || !trl_save_file (path, bytes, TRL_SAVE_FORCE, &error))
    {
      trellis_compat_tell (self->window, _ ("Could Not Export"), error->message);
      return;
    }
  trellis_figure_controls_keep (self->controls);
  trellis_window_tell (self->parent, _ ("Figure exported"), FALSE);
  gtk_window_close (self->window);
}

/* What waits for an answer holds the window, with which the rest of a dialog goes. */
static Dialog *
get_dialog (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "dialog");
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (data);
  Dialog *self = get_dialog (window);
  g_autoptr (GFile) file = g_steal_pointer (&self->replaced);

  if (g_str_equal (answer, "replace"))
    write_figure (self, g_file_peek_path (file));
}

void
trellis_export_dialog_save_to (GtkWindow *window, const char *path)
{
  Dialog          *self = get_dialog (window);
  gboolean         whole = trellis_figure_controls_take_ending (self->controls, path);
  g_autofree char *full =
    whole ? g_strdup (path)
          : g_strdup_printf ("%s.%s", path,
                             trellis_figure_controls_get_format (self->controls)->id);
  g_autoptr (GFile) file = g_file_new_for_path (full);

  if (whole || !g_file_query_exists (file, NULL))
    {
      write_figure (self, full);
      return;
    }
  g_set_object (&self->replaced, file);
  trellis_dialog_ask_replace (window, file, on_replace, g_object_ref (window));
}

static void
on_file_chosen (GListModel *files, gpointer data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path && gtk_widget_get_visible (GTK_WIDGET (window)))
    trellis_export_dialog_save_to (window, path);
}

static void
on_export (GtkButton *button, Dialog *self)
{
  const TrlFigureFormat *format = trellis_figure_controls_get_format (self->controls);
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  TrlFigureRequest request;
  const char      *title;
  g_autofree char *name = NULL;

  trellis_figure_controls_fill_request (self->controls, &request);
  title = trl_figure_get_title (&request);
  name = g_strdup_printf ("%s.%s", title && *title ? title : _ ("Figure"), format->id);

  g_strdelimit (name, "/", '-');
  gtk_file_filter_set_name (filter, _ (format->label));
  gtk_file_filter_add_suffix (filter, format->id);
  g_list_store_append (filters, filter);
  trellis_compat_save_file (self->window, _ ("Export Figure"), name,
                            G_LIST_MODEL (filters), on_file_chosen,
                            g_object_ref (self->window));
}

static GtkWidget *
make_controls (Dialog *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->controls = TRELLIS_FIGURE_CONTROLS (
    trellis_figure_controls_new (self->settings, self->session, TRUE));
  g_signal_connect_swapped (self->controls, "changed", G_CALLBACK (on_changed), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (self->controls));
  gtk_widget_set_size_request (scrolled, 360, -1);
  gtk_widget_set_hexpand (scrolled, FALSE);
  return scrolled;
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));

  gtk_widget_add_css_class (export, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), export);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close),
                            self->window);
  g_signal_connect (export, "clicked", G_CALLBACK (on_export), self);
  gtk_window_set_default_widget (self->window, export);
  self->export_button = export;
  return header;
}

static void
fill_window (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->view = g_object_new (TRELLIS_TYPE_PAGE_VIEW, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "view");
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->problem, _ ("Nothing to Show"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "page");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (columns), make_controls (self));
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), columns);
  adw_window_set_content (ADW_WINDOW (self->window), box);
}

GtkWindow *
trellis_export_dialog_show (TrellisWindow *parent, TrellisSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->settings = trellis_application_get_settings (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (parent))));
  self->window = trellis_dialog_new (GTK_WINDOW (parent), _ ("Export Figure"), 1000, 680);
  g_object_set_data (G_OBJECT (self->window), "dialog", self);
  g_object_weak_ref (G_OBJECT (self->window), free_dialog, self);
  fill_window (self);
  on_changed (self);
  gtk_widget_child_focus (GTK_WIDGET (self->controls), GTK_DIR_TAB_FORWARD);
  gtk_window_present (self->window);
  return self->window;
}
