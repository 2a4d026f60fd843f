/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the figure that is shown goes, and where all saved figures do. */

#include "config.h"

#include "figures/trellis-figure-studio-private.h"

#include "dialogs/trellis-dialog.h"
#include "figures/trellis-figure-output.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* --- the file --- */

static void
write_figure (TrellisFigureStudio *self, const char *path)
{
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  trellis_figure_maker_write (self->maker, studio_document (self), settings,
                              trellis_figure_controls_get_format (self->controls)->id,
                              trellis_figure_controls_get_beside (self->controls), path);
}

void
trellis_figure_studio_written (TrellisFigureStudio *self,
                               const char          *path,
                               const char          *reason)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = NULL;

  if (reason)
    trellis_figure_output_tell_failed (studio_window (self), reason, 0);
  if (reason || !gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  trellis_figure_controls_keep (self->controls);
  text = g_strdup_printf (_ ("Exported “%s”"), name);
  trellis_figure_studio_tell_exported (self, text, path);
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autofree char *target = g_steal_pointer (&self->target);

  if (g_str_equal (answer, "replace") && gtk_widget_get_root (GTK_WIDGET (self)))
    write_figure (self, target);
}

void
trellis_figure_studio_save_to (TrellisFigureStudio *self, const char *path)
{
  gboolean         whole = trellis_figure_controls_take_ending (self->controls, path);
  g_autofree char *full =
    whole ? g_strdup (path)
          : g_strdup_printf ("%s.%s", path,
                             trellis_figure_controls_get_format (self->controls)->id);
  g_autoptr (GPtrArray) taken = trellis_figure_output_list_taken (
    trellis_figure_controls_get_figure (self->controls),
    trellis_figure_controls_get_beside (self->controls), full);

  if (!whole && g_file_test (full, G_FILE_TEST_EXISTS))
    g_ptr_array_insert (taken, 0, g_file_new_for_path (full));
  if (taken->len == 0)
    {
      write_figure (self, full);
      return;
    }
  g_free (self->target);
  self->target = g_steal_pointer (&full);
  trellis_dialog_ask_replace_all (studio_window (self), taken, on_replace,
                                  g_object_ref (self));
}

/* What waits for an answer may be answered after the window has gone. */
static void
on_file_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path && gtk_widget_get_mapped (GTK_WIDGET (self)))
    trellis_figure_studio_save_to (self, path);
}

/* A saved figure is called as it is; others as what they show. */
static char *
dup_file_name (TrellisFigureStudio *self, const char *format)
{
  TrlFigureRequest      request;
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (studio_document (self), self->saved) : NULL;
  const char      *title = saved ? saved->name : NULL;
  TrlScene        *scene = trellis_figure_preview_get_scene (self->preview);
  char            *name;
  g_autofree char *short_title = NULL;

  trellis_figure_controls_fill_request (self->controls, &request);
  if (!title && scene && request.title)
    title = trl_scene_get_name (scene);
  if (!title || !*title)
    {
      request.title = NULL;
      title = trl_figure_get_title (&request);
    }
  short_title = trl_text_shorten (title && *title ? title : _ ("Figure"), 60);
  name = g_strdup_printf ("%s.%s", short_title, format);
  return g_strdelimit (name, "/\n", '-');
}

static GListModel *
make_filters (const TrlFigureFormat *format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (format->label));
  gtk_file_filter_add_suffix (filter, format->id);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

void
trellis_figure_studio_export (TrellisFigureStudio *self)
{
  const TrlFigureFormat *format = trellis_figure_controls_get_format (self->controls);
  g_autoptr (GListModel) filters = make_filters (format);
  g_autofree char *name = dup_file_name (self, format->id);

  trellis_compat_save_file (studio_window (self), _ ("Export Figure"), name, filters,
                            on_file_chosen, g_object_ref (self));
}

/* --- all saved figures --- */

static void
on_book_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  const char *path = file ? g_file_peek_path (file) : NULL;
  if (path && gtk_widget_get_mapped (GTK_WIDGET (self)))
    trellis_figure_studio_save_all_to (self, path);
}

static void
write_saved (TrellisFigureStudio *self, const char *path)
{
  trellis_figure_maker_write_saved (
    self->maker, studio_document (self),
    trellis_figure_controls_get_format (self->controls)->id,
    trellis_figure_controls_get_beside (self->controls), path);
}

static void
on_replace_book (const char *answer, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autofree char *target = g_steal_pointer (&self->target);

  if (g_str_equal (answer, "replace") && gtk_widget_get_root (GTK_WIDGET (self)))
    write_saved (self, target);
}

void
trellis_figure_studio_save_all_to (TrellisFigureStudio *self, const char *path)
{
  gboolean         whole;
  g_autofree char *full = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self));
  whole = g_file_test (path, G_FILE_TEST_IS_DIR) || g_str_has_suffix (path, ".pdf");
  full = g_strconcat (path, whole ? "" : ".pdf", NULL);
  if (whole || !g_file_test (full, G_FILE_TEST_EXISTS))
    {
      write_saved (self, full);
      return;
    }
  file = g_file_new_for_path (full);
  g_free (self->target);
  self->target = g_steal_pointer (&full);
  trellis_dialog_ask_replace (studio_window (self), file, on_replace_book,
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
on_export_book (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio   *self = TRELLIS_FIGURE_STUDIO (widget);
  guint                  n;
  const TrlFigureFormat *pdf = trl_figure_formats (&n); /* the first */
  g_autoptr (GListModel) filters = make_filters (pdf);
  g_autofree char *file =
    g_strdup_printf ("%s.pdf", trellis_session_get_title (self->session));

  g_strdelimit (file, "/", '-');
  trellis_compat_save_file (studio_window (self), _ ("Export Saved Figures"), file,
                            filters, on_book_chosen, g_object_ref (self));
}

static void
on_export_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  trellis_compat_choose_folder (studio_window (self), _ ("Folder for the Figures"),
                                on_book_chosen, g_object_ref (self));
}

/* --- clipboard, drag and paper --- */

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);
  g_autoptr (GdkContentProvider) content =
    trellis_figure_maker_copy (self->maker, studio_document (self), settings);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

void
trellis_figure_studio_copied (TrellisFigureStudio *self,
                              GdkContentProvider  *content,
                              const char          *reason)
{
  GdkClipboard *clipboard;

  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (!reason)
    {
      studio_say (self, _ ("Figure copied"), FALSE);
      return;
    }
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  if (gdk_clipboard_get_content (clipboard) == content)
    gdk_clipboard_set_content (clipboard, NULL);
  trellis_compat_tell (studio_window (self), _ ("Could Not Copy"), reason);
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  TrlScene            *scene = trellis_figure_preview_get_scene (self->preview);

  if (scene)
    trellis_figure_output_print (scene, trl_scene_get_name (scene), studio_window (self));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trellis_figure_studio_export (TRELLIS_FIGURE_STUDIO (widget));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
free_folder (gpointer path)
{
  remove_folder (path);
  g_free (path);
}

/* Who reads the file now may go on to do so; what is not written yet never will be. */
static void
leave_drag (TrellisFigureStudio *self)
{
  trellis_figure_maker_end_loan (self->maker);
  g_clear_object (&self->drag);
}

void
trellis_figure_studio_end_drag (TrellisFigureStudio *self)
{
  const char *folder =
    self->drag ? g_object_get_data (G_OBJECT (self->drag), "folder") : NULL;

  if (folder)
    remove_folder (folder);
  leave_drag (self);
}

/* The file is made while it is dragged.  Whoever gets it may read it later: it stays
 * until the next one, or until the window goes. */
GdkContentProvider *
trellis_figure_studio_drag (TrellisFigureStudio *self)
{
  const char      *format = trellis_figure_controls_get_format (self->controls)->id;
  g_autofree char *name = dup_file_name (self, format);
  g_autofree char *path = NULL;
  char            *folder;
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  leave_drag (self);
  folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  if (!folder)
    return NULL;
  path = g_build_filename (folder, name, NULL);
  self->drag = trellis_figure_maker_lend (self->maker, studio_document (self), settings,
                                          format, path);
  g_object_set_data_full (G_OBJECT (self->drag), "folder", folder, free_folder);
  return g_object_ref (self->drag);
}

static const TrellisFigureShortcut shortcuts[] = {
  { "<Control>c", "figure.copy" },
  { "<Control>p", "figure.print" },
  { "F2", "figure.rename" },
};

const TrellisFigureShortcut *
trellis_figure_studio_shortcuts (guint *n)
{
  *n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

static const struct
{
  const char *name;
  void (*activate) (GtkWidget *widget, const char *name, GVariant *parameter);
} actions[] = {
  { "figure.copy", on_copy },
  { "figure.print", on_print },
  { "figure.export", on_export },
  { "figure.export-book", on_export_book },
  { "figure.export-folder", on_export_folder },
};

void
trellis_figure_studio_install_output (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      guint           key;
      GdkModifierType modifiers;

      gtk_accelerator_parse (shortcuts[i].accelerators, &key, &modifiers);
      gtk_widget_class_add_binding_action (widget_class, key, modifiers,
                                           shortcuts[i].action, NULL);
    }
}
