/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the figure that is shown goes, and where all saved figures do. */

#include "config.h"

#include "figures/trellis-figure-studio-private.h"

#include "dialogs/trellis-dialog.h"
#include "figure/trl-figure-saved.h"
#include "figures/trellis-figure-output.h"
#include "store/trl-save.h"
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
trellis_figure_studio_written (TrellisFigureStudio *self, const char *reason)
{
  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (reason)
    {
      trellis_compat_tell (studio_window (self), _ ("Could Not Export"), reason);
      return;
    }
  trellis_figure_controls_keep (self->controls);
  trellis_figure_studio_tell_exported (self);
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
  g_autoptr (GFile) taken = NULL;

  if (!whole && g_file_test (full, G_FILE_TEST_EXISTS))
    taken = g_file_new_for_path (full);
  if (!taken)
    taken = trellis_figure_output_find_taken (
      full, trellis_figure_controls_get_beside (self->controls));
  if (!taken)
    {
      write_figure (self, full);
      return;
    }
  g_free (self->target);
  self->target = g_steal_pointer (&full);
  trellis_dialog_ask_replace (studio_window (self), taken, on_replace,
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
  const char      *path = file ? g_file_peek_path (file) : NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;

  if (!path || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR) && !g_str_has_suffix (path, ".pdf"))
    whole = g_strconcat (path, ".pdf", NULL);
  if (whole && g_file_test (whole, G_FILE_TEST_EXISTS))
    g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_EXIST, _ ("“%s” exists already"),
                 whole);
  else
    trellis_figure_studio_save_all_to (self, whole ? whole : path, &error);
  if (error)
    trellis_compat_tell (studio_window (self), _ ("Could Not Export"), error->message);
}

gboolean
trellis_figure_studio_save_all_to (TrellisFigureStudio *self,
                                   const char          *path,
                                   GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint            n = trl_document_get_n_figures (studio_document (self));
  gboolean         done;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    done = trellis_figure_output_write_all (
      studio_document (self), trellis_figure_controls_get_format (self->controls)->id,
      trellis_figure_controls_get_beside (self->controls), path, &n, error);
  else
    {
      bytes = trl_figure_export_saved (studio_document (self), NULL, error);
      done = bytes && trl_save_file (path, bytes, TRL_SAVE_FORCE, error);
    }
  if (!done)
    return FALSE;
  text = g_strdup_printf (ngettext ("%u figure exported", "%u figures exported", n), n);
  studio_say (self, text, FALSE);
  return TRUE;
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
    trellis_figure_output_get_content (settings, studio_document (self));

  if (!content)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  studio_say (self, _ ("Figure copied"), FALSE);
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

void
trellis_figure_studio_forget_drag (TrellisFigureStudio *self)
{
  g_autoptr (GDir) folder = self->drag ? g_dir_open (self->drag, 0, NULL) : NULL;
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (self->drag, name, NULL);

      g_unlink (path);
    }
  if (self->drag)
    g_rmdir (self->drag);
  g_clear_pointer (&self->drag, g_free);
}

/* Whoever gets the file may read it later: it stays until the next one, or until the
 * window goes. */
GFile *
trellis_figure_studio_drag_file (TrellisFigureStudio *self)
{
  const char      *format = trellis_figure_controls_get_format (self->controls)->id;
  g_autofree char *name = dup_file_name (self, format);
  g_autofree char *path = NULL;
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  trellis_figure_studio_forget_drag (self);
  self->drag = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  if (!self->drag)
    return NULL;
  path = g_build_filename (self->drag, name, NULL);
  if (!trellis_figure_output_write (settings, studio_document (self), format, 0, path,
                                    NULL, NULL))
    return NULL;
  return g_file_new_for_path (path);
}

static const TrellisFigureShortcut shortcuts[] = {
  { "<Control>c", "figure.copy" },
  { "<Control>p", "figure.print" },
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
