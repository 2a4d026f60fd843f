/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where all saved figures go: into one book, or into a folder. */

#include "config.h"

#include "figures/trellis-figure-studio-private.h"

#include "dialogs/trellis-dialog.h"
#include "figures/trellis-figure-output.h"

#include <glib/gi18n.h>

static void
write_saved (TrellisFigureStudio *self, const char *path)
{
  trellis_figure_maker_write_saved (
    self->maker, studio_document (self),
    trellis_figure_controls_get_format (self->controls)->id,
    trellis_figure_controls_get_beside (self->controls), path);
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autofree char *target = g_steal_pointer (&self->target);

  if (g_str_equal (answer, "replace") && gtk_widget_get_root (GTK_WIDGET (self)))
    write_saved (self, target);
}

/* What nobody was asked about yet. */
static GPtrArray *
list_taken (TrellisFigureStudio *self, const char *path, gboolean whole)
{
  GPtrArray *taken;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return trellis_figure_output_list_saved_taken (
      studio_document (self), trellis_figure_controls_get_format (self->controls)->id,
      trellis_figure_controls_get_beside (self->controls), path);
  taken = g_ptr_array_new_with_free_func (g_object_unref);
  if (!whole && g_file_test (path, G_FILE_TEST_EXISTS))
    g_ptr_array_add (taken, g_file_new_for_path (path));
  return taken;
}

void
trellis_figure_studio_save_all_to (TrellisFigureStudio *self, const char *path)
{
  gboolean         whole;
  g_autofree char *full = NULL;
  g_autoptr (GPtrArray) taken = NULL;

  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self));
  whole = g_file_test (path, G_FILE_TEST_IS_DIR) || g_str_has_suffix (path, ".pdf");
  full = g_strconcat (path, whole ? "" : ".pdf", NULL);
  taken = list_taken (self, full, whole);
  if (taken->len == 0)
    {
      write_saved (self, full);
      return;
    }
  g_free (self->target);
  self->target = g_steal_pointer (&full);
  trellis_dialog_ask_replace_all (studio_window (self), taken, on_replace,
                                  g_object_ref (self));
}

void
trellis_figure_studio_saved_written (TrellisFigureStudio *self,
                                     const char          *path,
                                     guint                n,
                                     const char          *reason)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (reason)
    trellis_figure_output_tell_failed (studio_window (self), reason, n);
  if (reason || !gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  /* Translators: the last is the name of a file or of a folder. */
  text = g_strdup_printf (
    ngettext ("Exported %u figure: “%s”", "Exported %u figures: “%s”", n), n, name);
  trellis_figure_studio_tell_exported (self, text, path);
}

static void
on_book_chosen (GFile *file, guint kind, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path && gtk_widget_get_mapped (GTK_WIDGET (self)))
    trellis_figure_studio_save_all_to (self, path);
}

static void
on_folder_chosen (GFile *file, guint kind, gpointer data)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (data);

  if (file)
    trellis_figure_controls_set_format (self->controls, kind);
  on_book_chosen (file, kind, data);
}

static void
on_export_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *file =
    g_strdup_printf ("%s.pdf", trellis_session_get_title (self->session));
  TrellisFileAsk ask = {
    .title = _ ("Export Saved Figures"),
    .accept = _ ("_Export"),
    .name = g_strdelimit (file, "/\n", '-'),
    .n_kinds = 1, /* PDF, the first */
  };

  trellis_figure_studio_ask (self, &ask, on_book_chosen);
}

static void
on_export_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  guint                n = trl_document_get_n_figures (studio_document (self));
  g_autofree char     *title =
    g_strdup_printf (ngettext ("Folder for %u Figure", "Folder for %u Figures", n), n);
  TrellisFileAsk ask = { .title = title, .accept = _ ("_Export Here") };

  trellis_figure_studio_ask (self, &ask, on_folder_chosen);
}

void
trellis_figure_studio_install_book (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "figure.export-book", NULL,
                                   on_export_book);
  gtk_widget_class_install_action (widget_class, "figure.export-folder", NULL,
                                   on_export_folder);
}
