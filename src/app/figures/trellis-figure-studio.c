/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls fill a request; the preview is built from it, and so is the file, by the same
 * functions that the command line calls.  A figure that is saved follows its controls, as
 * steps of the document.
 */

#include "config.h"

#include "figures/trellis-figure-studio.h"

#include "dialogs/trellis-dialog.h"
#include "figures/trellis-figure-choice.h"
#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-gallery.h"
#include "figures/trellis-figure-maker.h"
#include "figures/trellis-figure-output.h"
#include "figures/trellis-figure-preview.h"
#include "figures/trellis-figure-shelf.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define DELAY 120          /* ms, from a choice to its page */
#define STORE_DELAY 700    /* ms, from a choice to the document */
#define CONTROLS_WIDTH 350 /* pixels */
#define PAGE_HEIGHT 260    /* pixels, where it stands above the controls */

struct _TrellisFigureStudio
{
  GtkBox                 parent_instance;
  TrellisFigureGallery  *gallery; /* or NULL */
  TrellisFigurePreview  *preview;
  TrellisFigureControls *controls;
  TrellisFigureMaker    *maker;
  TrellisFigureChoice   *choice;
  GtkWidget             *name_group; /* of the saved figure that is shown, or NULL */
  AdwEntryRow           *name;
  GtkWidget             *save;
  AdwClamp              *clamp; /* around the controls */
  TrellisSession        *session;
  char                  *saved;   /* id of the saved figure that is shown */
  char                  *unknown; /* why the saved figure cannot be shown */
  char                  *target;  /* what is written once a person agrees */
  char                  *drag;    /* folder of the file that is dragged out */
  guint                  timer;
  guint                  store_timer;
  gboolean               ready;
};

enum
{
  PROP_READY = 1,
  N_PROPS
};

enum
{
  EXPORTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrellisFigureStudio, trellis_figure_studio, GTK_TYPE_BOX)

static TrlDocument *
get_document (TrellisFigureStudio *self)
{
  return trellis_session_get_document (self->session);
}

static GtkWindow *
get_window (TrellisFigureStudio *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
say (TrellisFigureStudio *self, const char *text, gboolean can_undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "(sb)", text, can_undo);
}

/* --- the page --- */

/* Levels that look alike are none of the page's own faults. */
static char *
make_remark (TrellisFigureStudio *self, const TrlFigureRequest *request)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (get_document (self)), NULL);
  g_autofree char *text = NULL;
  TrlPalette       palette;
  gboolean         good;

  if (!scale)
    return NULL;
  trl_palette_init (&palette, scale, request->theme, request->palette);
  text = trl_palette_say_step (&palette, scale, &good);
  return good ? NULL : g_steal_pointer (&text);
}

static void
on_made (TrellisFigureStudio *self, TrlScene *scene, const char *reason)
{
  TrlFigureRequest request;
  g_autofree char *remark = NULL;

  trellis_figure_controls_fill_request (self->controls, &request);
  remark = make_remark (self, &request);
  trellis_figure_preview_show (self->preview, scene, reason, remark);
  trellis_figure_controls_show_page (self->controls, scene);
  self->ready = scene != NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static gboolean
update_page (gpointer data)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  self->timer = 0;
  if (self->unknown)
    on_made (self, NULL, self->unknown);
  else
    trellis_figure_maker_make (self->maker, get_document (self), settings);
  return G_SOURCE_REMOVE;
}

static void
on_busy (TrellisFigureStudio *self)
{
  trellis_figure_preview_set_busy (self->preview,
                                   trellis_figure_maker_is_busy (self->maker));
}

static void
queue_page (TrellisFigureStudio *self)
{
  if (!self->timer && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = g_timeout_add (DELAY, update_page, self);
}

/* --- saved figures --- */

static void
show_saved (TrellisFigureStudio *self)
{
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (get_document (self), self->saved) : NULL;
  static const char *const actions[] = { "figure.duplicate", "figure.remove",
                                         "figure.move-up", "figure.move-down" };

  trellis_figure_choice_show (
    self->choice, trellis_figure_controls_get_figure (self->controls)->id, self->saved);
  if (self->name_group)
    gtk_widget_set_visible (self->name_group, saved != NULL);
  if (self->save)
    gtk_widget_set_visible (self->save, saved == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], saved != NULL);
  if (saved && self->name &&
      !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->name)), saved->name))
    gtk_editable_set_text (GTK_EDITABLE (self->name), saved->name);
}

static gboolean
store (gpointer data)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  self->store_timer = 0;
  if (self->saved && !self->unknown)
    trellis_figure_shelf_store (get_document (self), self->saved, settings);
  return G_SOURCE_REMOVE;
}

/* What was chosen last goes into the document before anything else happens to it. */
static void
flush (TrellisFigureStudio *self)
{
  if (!self->store_timer)
    return;
  g_clear_handle_id (&self->store_timer, g_source_remove);
  store (self);
}

static void
on_controls_changed (TrellisFigureStudio *self)
{
  queue_page (self);
  if (self->saved && !self->store_timer)
    self->store_timer = g_timeout_add (STORE_DELAY, store, self);
}

/* One of a newer version stays as it is, and can be neither shown nor changed. */
static void
load (TrellisFigureStudio *self)
{
  const TrlSavedFigure *saved =
    self->saved ? trl_document_find_figure (get_document (self), self->saved) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlFigureSettings) settings =
    saved ? trl_figure_settings_new_from_saved (saved, &error) : NULL;

  if (settings)
    trellis_figure_controls_set_settings (self->controls, settings);
  g_free (self->unknown);
  self->unknown = error ? g_strdup (error->message) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self->controls), !self->unknown);
}

static void
on_opened (TrellisFigureStudio *self, const char *id)
{
  if (g_strcmp0 (self->saved, id) == 0)
    return;
  flush (self);
  g_free (self->saved);
  self->saved = g_strdup (id);
  load (self);
  show_saved (self);
  queue_page (self);
}

static void
on_chosen (TrellisFigureStudio *self, const char *id)
{
  flush (self);
  g_clear_pointer (&self->saved, g_free);
  load (self);
  trellis_figure_controls_set_figure (self->controls, id);
  show_saved (self);
  queue_page (self);
}

/* A figure that is gone, by undo for instance, leaves what it looked like. */
static void
follow_saved (TrellisFigureStudio *self)
{
  g_autoptr (TrlFigureSettings) settings = NULL;

  if (self->saved && !trl_document_find_figure (get_document (self), self->saved))
    {
      g_clear_handle_id (&self->store_timer, g_source_remove);
      g_clear_pointer (&self->saved, g_free);
      trellis_figure_gallery_choose (
        self->gallery, trellis_figure_controls_get_figure (self->controls)->id);
    }
  else if (self->saved && !self->store_timer && !self->unknown)
    {
      settings = trellis_figure_controls_dup_settings (self->controls);
      if (trellis_figure_shelf_differs (get_document (self), self->saved, settings))
        load (self);
    }
  show_saved (self);
}

static void
on_document_changed (TrellisFigureStudio *self)
{
  trellis_figure_controls_update (self->controls);
  follow_saved (self);
  queue_page (self);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);
  g_autofree char *id = trellis_figure_shelf_add (get_document (self), settings, NULL);

  if (!id)
    {
      say (self, _ ("The document cannot hold more figures"), FALSE);
      return;
    }
  trellis_figure_gallery_open (self->gallery, id);
  say (self, _ ("Figure saved in the document"), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_renamed (TrellisFigureStudio *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name));

  flush (self);
  if (self->saved && *name)
    trellis_figure_shelf_rename (get_document (self), self->saved, name);
  show_saved (self);
}

static void
on_duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *id = NULL;

  flush (self);
  id = trellis_figure_shelf_duplicate (get_document (self), self->saved);
  if (id)
    trellis_figure_gallery_open (self->gallery, id);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *text = g_strdup_printf (
        _ ("Removed “%s”"), gtk_editable_get_text (GTK_EDITABLE (self->name)));

  flush (self);
  trellis_figure_shelf_remove (get_document (self), self->saved);
  say (self, text, TRUE);
}

static void
on_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  g_autofree char     *id = g_strdup (self->saved);

  flush (self);
  trellis_figure_shelf_move (get_document (self), id,
                             g_str_equal (name, "figure.move-up") ? -1 : 1);
  trellis_figure_gallery_open (self->gallery, id);
}

/* --- the file --- */

static void
write_figure (TrellisFigureStudio *self, const char *path)
{
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  trellis_figure_maker_write (self->maker, get_document (self), settings,
                              trellis_figure_controls_get_format (self->controls)->id,
                              trellis_figure_controls_get_beside (self->controls), path);
}

static void
on_written (TrellisFigureStudio *self, const char *reason)
{
  if (!gtk_widget_get_root (GTK_WIDGET (self)))
    return;
  if (reason)
    {
      trellis_compat_tell (get_window (self), _ ("Could Not Export"), reason);
      return;
    }
  trellis_figure_controls_keep (self->controls);
  g_signal_emit (self, signals[EXPORTED], 0);
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
  trellis_dialog_ask_replace (get_window (self), taken, on_replace, g_object_ref (self));
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
    self->saved ? trl_document_find_figure (get_document (self), self->saved) : NULL;
  const char *title = saved ? saved->name : NULL;
  TrlScene   *scene = trellis_figure_preview_get_scene (self->preview);
  char       *name;

  trellis_figure_controls_fill_request (self->controls, &request);
  if (!title && scene && request.title)
    title = trl_scene_get_name (scene);
  if (!title || !*title)
    {
      request.title = NULL;
      title = trl_figure_get_title (&request);
    }
  name = g_strdup_printf ("%.100s.%s", title && *title ? title : _ ("Figure"), format);
  return g_strdelimit (name, "/", '-');
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

  trellis_compat_save_file (get_window (self), _ ("Export Figure"), name, filters,
                            on_file_chosen, g_object_ref (self));
}

/* --- all saved figures --- */

static void
on_book_chosen (GListModel *files, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (GFile) file = files ? g_list_model_get_item (files, 0) : NULL;
  g_autoptr (GError) error = NULL;

  if (!file || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  trellis_figure_studio_save_all_to (self, g_file_peek_path (file), &error);
  if (error)
    trellis_compat_tell (get_window (self), _ ("Could Not Export"), error->message);
}

gboolean
trellis_figure_studio_save_all_to (TrellisFigureStudio *self,
                                   const char          *path,
                                   GError             **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  guint            n = trl_document_get_n_figures (get_document (self));
  gboolean         done;

  flush (self);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    done = trellis_figure_output_write_all (
      get_document (self), trellis_figure_controls_get_format (self->controls)->id, path,
      &n, error);
  else
    {
      bytes = trl_figure_export_saved (get_document (self), NULL, error);
      done = bytes && trl_save_file (path, bytes, TRL_SAVE_FORCE, error);
    }
  if (!done)
    return FALSE;
  text = g_strdup_printf (ngettext ("%u figure exported", "%u figures exported", n), n);
  say (self, text, FALSE);
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
  trellis_compat_save_file (get_window (self), _ ("Export Saved Figures"), file, filters,
                            on_book_chosen, g_object_ref (self));
}

static void
on_export_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  trellis_compat_choose_folder (get_window (self), _ ("Folder for the Figures"),
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
    trellis_figure_output_get_content (settings, get_document (self));

  if (!content)
    return;
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  say (self, _ ("Figure copied"), FALSE);
}

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);
  TrlScene            *scene = trellis_figure_preview_get_scene (self->preview);

  if (scene)
    trellis_figure_output_print (scene, trl_scene_get_name (scene), get_window (self));
}

static void
on_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trellis_figure_studio_export (TRELLIS_FIGURE_STUDIO (widget));
}

static void
forget_drag (TrellisFigureStudio *self)
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
static GFile *
on_drag_file (TrellisFigureStudio *self)
{
  const char      *format = trellis_figure_controls_get_format (self->controls)->id;
  g_autofree char *name = dup_file_name (self, format);
  g_autofree char *path = NULL;
  g_autoptr (TrlFigureSettings) settings =
    trellis_figure_controls_dup_settings (self->controls);

  forget_drag (self);
  self->drag = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  if (!self->drag)
    return NULL;
  path = g_build_filename (self->drag, name, NULL);
  if (!trellis_figure_output_write (settings, get_document (self), format, 0, path, NULL,
                                    NULL))
    return NULL;
  return g_file_new_for_path (path);
}

/* --- the widget --- */

static void
trellis_figure_studio_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->map (widget);
  queue_page (TRELLIS_FIGURE_STUDIO (widget));
}

static void
trellis_figure_studio_unmap (GtkWidget *widget)
{
  flush (TRELLIS_FIGURE_STUDIO (widget));
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->unmap (widget);
}

static void
trellis_figure_studio_unroot (GtkWidget *widget)
{
  forget_drag (TRELLIS_FIGURE_STUDIO (widget));
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->unroot (widget);
}

static gboolean
trellis_figure_studio_grab_focus (GtkWidget *widget)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  if (self->gallery && gtk_widget_get_mapped (GTK_WIDGET (self->gallery)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->gallery));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->choice)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  return gtk_widget_child_focus (GTK_WIDGET (self->controls), GTK_DIR_TAB_FORWARD);
}

static void
trellis_figure_studio_get_property (GObject    *object,
                                    guint       id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  g_value_set_boolean (value, TRELLIS_FIGURE_STUDIO (object)->ready);
}

static void
trellis_figure_studio_dispose (GObject *object)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->store_timer, g_source_remove);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->maker)
    g_signal_handlers_disconnect_by_data (self->maker, self);
  g_clear_object (&self->maker);
  forget_drag (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->unknown, g_free);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (trellis_figure_studio_parent_class)->dispose (object);
}

static const struct
{
  const char *name;
  void (*activate) (GtkWidget *widget, const char *name, GVariant *parameter);
} actions[] = {
  { "figure.save", on_save },
  { "figure.duplicate", on_duplicate },
  { "figure.remove", on_remove },
  { "figure.move-up", on_move },
  { "figure.move-down", on_move },
  { "figure.copy", on_copy },
  { "figure.print", on_print },
  { "figure.export", on_export },
  { "figure.export-book", on_export_book },
  { "figure.export-folder", on_export_folder },
};

static void
trellis_figure_studio_class_init (TrellisFigureStudioClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_figure_studio_dispose;
  object_class->get_property = trellis_figure_studio_get_property;
  widget_class->map = trellis_figure_studio_map;
  widget_class->unmap = trellis_figure_studio_unmap;
  widget_class->unroot = trellis_figure_studio_unroot;
  widget_class->grab_focus = trellis_figure_studio_grab_focus;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                     actions[i].activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "figure.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "figure.print", NULL);
  properties[PROP_READY] = g_param_spec_boolean (
    "ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EXPORTED] =
    g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);
}

static void
trellis_figure_studio_init (TrellisFigureStudio *self)
{
  self->preview = TRELLIS_FIGURE_PREVIEW (trellis_figure_preview_new ());
  g_signal_connect_swapped (self->preview, "drag-file", G_CALLBACK (on_drag_file), self);
  self->maker = trellis_figure_maker_new ();
  g_signal_connect_swapped (self->maker, "made", G_CALLBACK (on_made), self);
  g_signal_connect_swapped (self->maker, "written", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->maker, "notify::busy", G_CALLBACK (on_busy), self);
  g_signal_connect_swapped (self->preview, "stop", G_CALLBACK (trellis_figure_maker_stop),
                            self->maker);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) page = g_menu_new ();
  g_autoptr (GMenu) saved = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  g_menu_append (page, _ ("_Copy Figure"), "figure.copy");
  g_menu_append (page, _ ("_Print…"), "figure.print");
  g_menu_append (saved, _ ("_Duplicate"), "figure.duplicate");
  g_menu_append (saved, _ ("Move _Up"), "figure.move-up");
  g_menu_append (saved, _ ("Move Do_wn"), "figure.move-down");
  g_menu_append (saved, _ ("_Remove"), "figure.remove");
  g_menu_append (all, _ ("All Saved Figures as One _PDF…"), "figure.export-book");
  g_menu_append (all, _ ("All Saved Figures as _Files…"), "figure.export-folder");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (page));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (saved));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_foot (TrellisFigureStudio *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *export = gtk_button_new_with_mnemonic (_ ("_Export…"));
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = make_menu ();

  self->save = gtk_button_new_with_mnemonic (_ ("Sa_ve Figure"));
  gtk_widget_set_tooltip_text (self->save, _ ("Keep the figure in the document"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "figure.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "figure.export");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "view-more-symbolic");
  gtk_widget_set_tooltip_text (menu, _ ("More"));
  gtk_widget_add_css_class (export, "suggested-action");
  gtk_widget_set_hexpand (export, TRUE);
  gtk_widget_add_css_class (box, "trellis-foot");
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_box_append (GTK_BOX (box), export);
  gtk_box_append (GTK_BOX (box), menu);
  return box;
}

static void
show_choice (TrellisFigureStudio *self, gboolean visible)
{
  gtk_widget_set_visible (
    gtk_widget_get_ancestor (GTK_WIDGET (self->choice), ADW_TYPE_PREFERENCES_GROUP),
    visible);
}

/* A gallery has room for more about each figure, and takes the place of the row. */
static GtkWidget *
make_choice (TrellisFigureStudio *self, gboolean with_gallery)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->choice =
    TRELLIS_FIGURE_CHOICE (trellis_figure_choice_new (self->session, with_gallery));
  g_signal_connect_swapped (self->choice, "chosen",
                            G_CALLBACK (trellis_figure_studio_show_figure), self);
  if (with_gallery)
    g_signal_connect_swapped (self->choice, "opened",
                              G_CALLBACK (trellis_figure_gallery_open), self->gallery);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->choice));
  gtk_widget_add_css_class (group, "trellis-figure-name");
  show_choice (self, !with_gallery);
  return group;
}

static GtkWidget *
make_name (TrellisFigureStudio *self)
{
  self->name_group = adw_preferences_group_new ();
  self->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name),
                                 _ ("Name of the Saved Figure"));
  adw_entry_row_set_show_apply_button (self->name, TRUE);
  g_signal_connect_swapped (self->name, "apply", G_CALLBACK (on_renamed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->name_group),
                             GTK_WIDGET (self->name));
  gtk_widget_add_css_class (self->name_group, "trellis-figure-name");
  return self->name_group;
}

static GtkWidget *
make_side (TrellisFigureStudio *self, GSettings *settings, gboolean with_gallery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->controls =
    TRELLIS_FIGURE_CONTROLS (trellis_figure_controls_new (settings, self->session));
  g_signal_connect_swapped (self->controls, "changed", G_CALLBACK (on_controls_changed),
                            self);
  gtk_box_append (GTK_BOX (rows), make_choice (self, with_gallery));
  if (with_gallery)
    gtk_box_append (GTK_BOX (rows), make_name (self));
  gtk_box_append (GTK_BOX (rows), GTK_WIDGET (self->controls));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  /* Whatever its rows would like; below the page they may be wider. */
  adw_clamp_set_child (ADW_CLAMP (clamp), rows);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CONTROLS_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CONTROLS_WIDTH);
  self->clamp = ADW_CLAMP (clamp);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_size_request (scrolled, CONTROLS_WIDTH, -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  if (with_gallery)
    gtk_box_append (GTK_BOX (box), make_foot (self));
  gtk_widget_set_hexpand (box, FALSE); /* whatever its parts would like */
  return box;
}

static void
on_ready (TrellisFigureStudio *self)
{
  static const char *const needing[] = { "figure.save", "figure.copy", "figure.print",
                                         "figure.export" };

  for (guint i = 0; i < G_N_ELEMENTS (needing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing[i], self->ready);
}

GtkWidget *
trellis_figure_studio_new (GSettings      *settings,
                           TrellisSession *session,
                           gboolean        with_gallery)
{
  TrellisFigureStudio *self = g_object_new (TRELLIS_TYPE_FIGURE_STUDIO, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_document_changed), self);
  g_signal_connect (self, "notify::ready", G_CALLBACK (on_ready), NULL);
  if (with_gallery)
    {
      self->gallery = TRELLIS_FIGURE_GALLERY (trellis_figure_gallery_new (session));
      g_signal_connect_swapped (self->gallery, "chosen", G_CALLBACK (on_chosen), self);
      g_signal_connect_swapped (self->gallery, "opened", G_CALLBACK (on_opened), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->gallery));
      gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self), make_side (self, settings, with_gallery));
  on_ready (self);
  show_saved (self);
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, "network");
  return GTK_WIDGET (self);
}

void
trellis_figure_studio_show_figure (TrellisFigureStudio *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self));
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, id);
  else
    on_chosen (self, id);
}

void
trellis_figure_studio_set_narrow (TrellisFigureStudio *self, gboolean narrow)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self) && self->gallery);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), narrow
                                                           ? GTK_ORIENTATION_VERTICAL
                                                           : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, narrow ? PAGE_HEIGHT : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->preview), !narrow);
  adw_clamp_set_maximum_size (self->clamp, narrow ? 600 : CONTROLS_WIDTH);
  gtk_widget_set_visible (GTK_WIDGET (self->gallery), !narrow);
  show_choice (self, narrow);
}
