/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the figure that is shown goes. */

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
on_file_chosen (GFile *file, guint kind, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (!path || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  trellis_figure_controls_set_format (self->controls, kind);
  trellis_figure_studio_save_to (self, path);
}

/* What the figure is of, and which it is: the figures of one document differ. */
static char *
dup_made_name (TrlFigureRequest *request)
{
  const char      *label = _ (trl_figure_find (request->figure)->label);
  const char      *title;
  g_autofree char *short_title = NULL;

  request->title = NULL;
  title = trl_figure_get_title (request);
  if (!title || !*title)
    return g_strdup (label);
  short_title = trl_text_shorten (title, 60);
  return g_strdup_printf ("%s – %s", short_title, label);
}

/* A saved figure is called as it is, and so is one with a title of its own. */
static char *
dup_file_name (TrellisFigureStudio *self, const char *format)
{
  TrlFigureRequest      request;
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (studio_document (self), self->saved) : NULL;
  const char      *title = saved ? saved->name : NULL;
  TrlScene        *scene = trellis_figure_preview_get_scene (self->preview);
  char            *name;
  g_autofree char *base = NULL;

  trellis_figure_controls_fill_request (self->controls, &request);
  if (!title && scene && request.title)
    title = trl_scene_get_name (scene);
  base = title && *title ? trl_text_shorten (title, 60) : dup_made_name (&request);
  name = g_strdup_printf ("%s.%s", base, format);
  return g_strdelimit (name, "/\n", '-');
}

void
trellis_figure_studio_ask (TrellisFigureStudio *self,
                           TrellisFileAsk      *ask,
                           TrellisFileAskFunc   func)
{
  guint                       n;
  const TrlFigureFormat      *formats = trl_figure_formats (&n);
  g_autofree TrellisFileKind *kinds = g_new0 (TrellisFileKind, n);
  GFile                      *file = trellis_session_get_file (self->session);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder =
    file ? g_file_get_parent (file)
         : g_file_new_for_path (documents ? documents : g_get_home_dir ());

  for (guint i = 0; i < n; i++)
    kinds[i] = (TrellisFileKind){ _ (formats[i].label), formats[i].id };
  ask->folder = folder;
  ask->kinds = kinds;
  if (ask->n_kinds == 0)
    {
      ask->n_kinds = n;
      ask->kind = (guint) (trellis_figure_controls_get_format (self->controls) - formats);
    }
  trellis_compat_ask_file (studio_window (self), ask, func, g_object_ref (self));
}

void
trellis_figure_studio_export (TrellisFigureStudio *self)
{
  g_autofree char *name =
    dup_file_name (self, trellis_figure_controls_get_format (self->controls)->id);
  TrellisFileAsk ask = { .title = _ ("Export Figure"),
                         .accept = _ ("_Export"),
                         .name = name };

  trellis_figure_studio_ask (self, &ask, on_file_chosen);
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
