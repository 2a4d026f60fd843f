/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls fill a request; the preview is built from it, and so is the file, by the same
 * functions that the command line calls.
 */

#include "config.h"

#include "figures/trellis-figure-studio.h"

#include "dialogs/trellis-dialog.h"
#include "dialogs/trellis-page-view.h"
#include "figures/trellis-figure-controls.h"
#include "figures/trellis-figure-gallery.h"
#include "store/trl-save.h"
#include "trellis-compat.h"

#include <glib/gi18n.h>

#define DELAY 120          /* ms, from a choice to its page */
#define CONTROLS_WIDTH 350 /* pixels */
#define PAGE_HEIGHT 220    /* pixels, where it stands above the controls */

struct _TrellisFigureStudio
{
  GtkBox                 parent_instance;
  TrellisFigureGallery  *gallery; /* or NULL */
  GtkStack              *stack;   /* the page, or why there is none */
  TrellisPageView       *page;
  AdwStatusPage         *problem;
  TrellisFigureControls *controls;
  TrellisSession        *session;
  GFile                 *replaced; /* while a person is asked whether it may be */
  guint                  timer;
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

/* --- the page --- */

static gboolean
update_page (gpointer data)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (data);
  TrlFigureRequest     request;
  g_autoptr (TrlScene) scene = NULL;
  g_autoptr (GError) error = NULL;

  self->timer = 0;
  trellis_figure_controls_fill_request (self->controls, &request);
  scene = trl_figure_build (&request, NULL, &error);
  trellis_page_view_set_scene (self->page, scene);
  if (error)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, scene ? "page" : "problem");
  self->ready = scene != NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
  return G_SOURCE_REMOVE;
}

static void
queue_page (TrellisFigureStudio *self)
{
  if (!self->timer && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timer = g_timeout_add (DELAY, update_page, self);
}

static void
on_document_changed (TrellisFigureStudio *self)
{
  trellis_figure_controls_update (self->controls);
  queue_page (self);
}

/* --- the file --- */

static GtkWindow *
get_window (TrellisFigureStudio *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
write_figure (TrellisFigureStudio *self, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TrlFigureRequest request;

  trellis_figure_controls_fill_request (self->controls, &request);
  bytes = trl_figure_export (
    &request, trellis_figure_controls_get_format (self->controls)->id, NULL, &error);
  if (!bytes || !trl_save_file (path, bytes, TRL_SAVE_FORCE, &error))
    {
      trellis_compat_tell (get_window (self), _ ("Could Not Export"), error->message);
      return;
    }
  trellis_figure_controls_keep (self->controls);
  g_signal_emit (self, signals[EXPORTED], 0);
}

static void
on_replace (const char *answer, gpointer data)
{
  g_autoptr (TrellisFigureStudio) self = TRELLIS_FIGURE_STUDIO (data);
  g_autoptr (GFile) file = g_steal_pointer (&self->replaced);

  if (g_str_equal (answer, "replace") && gtk_widget_get_root (GTK_WIDGET (self)))
    write_figure (self, g_file_peek_path (file));
}

void
trellis_figure_studio_save_to (TrellisFigureStudio *self, const char *path)
{
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
  trellis_dialog_ask_replace (get_window (self), file, on_replace, g_object_ref (self));
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

void
trellis_figure_studio_export (TrellisFigureStudio *self)
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
  trellis_compat_save_file (get_window (self), _ ("Export Figure"), name,
                            G_LIST_MODEL (filters), on_file_chosen, g_object_ref (self));
}

/* --- the widget --- */

static void
trellis_figure_studio_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_figure_studio_parent_class)->map (widget);
  queue_page (TRELLIS_FIGURE_STUDIO (widget));
}

static gboolean
trellis_figure_studio_grab_focus (GtkWidget *widget)
{
  TrellisFigureStudio *self = TRELLIS_FIGURE_STUDIO (widget);

  if (self->gallery && gtk_widget_get_mapped (GTK_WIDGET (self->gallery)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->gallery));
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
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->replaced);
  G_OBJECT_CLASS (trellis_figure_studio_parent_class)->dispose (object);
}

static void
trellis_figure_studio_class_init (TrellisFigureStudioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trellis_figure_studio_dispose;
  object_class->get_property = trellis_figure_studio_get_property;
  GTK_WIDGET_CLASS (klass)->map = trellis_figure_studio_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = trellis_figure_studio_grab_focus;
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
  self->page = g_object_new (TRELLIS_TYPE_PAGE_VIEW, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "view");
  self->problem = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_title (self->problem, _ ("Nothing to Show"));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "page");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem), "problem");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
}

static GtkWidget *
make_button (TrellisFigureStudio *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Export…"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "trellis-foot");
  g_object_bind_property (self, "ready", button, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (trellis_figure_studio_export),
                            self);
  return button;
}

static GtkWidget *
make_side (TrellisFigureStudio *self, GSettings *settings, gboolean with_gallery)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->controls = TRELLIS_FIGURE_CONTROLS (
    trellis_figure_controls_new (settings, self->session, !with_gallery));
  g_signal_connect_swapped (self->controls, "changed", G_CALLBACK (queue_page), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (self->controls));
  gtk_widget_set_size_request (scrolled, CONTROLS_WIDTH, -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, FALSE); /* whatever its rows would like */
  gtk_box_append (GTK_BOX (box), scrolled);
  if (with_gallery)
    gtk_box_append (GTK_BOX (box), make_button (self));
  return box;
}

GtkWidget *
trellis_figure_studio_new (GSettings      *settings,
                           TrellisSession *session,
                           gboolean        with_gallery)
{
  TrellisFigureStudio *self = g_object_new (TRELLIS_TYPE_FIGURE_STUDIO, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (on_document_changed), self);
  if (with_gallery)
    {
      self->gallery = TRELLIS_FIGURE_GALLERY (trellis_figure_gallery_new (session));
      g_signal_connect_swapped (self->gallery, "chosen",
                                G_CALLBACK (trellis_figure_studio_show_figure), self);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->gallery));
      gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self), make_side (self, settings, with_gallery));
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, "network");
  return GTK_WIDGET (self);
}

void
trellis_figure_studio_show_figure (TrellisFigureStudio *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self));
  if (self->controls)
    trellis_figure_controls_set_figure (self->controls, id);
  if (self->gallery)
    trellis_figure_gallery_choose (self->gallery, id);
}

void
trellis_figure_studio_set_narrow (TrellisFigureStudio *self, gboolean narrow)
{
  g_return_if_fail (TRELLIS_IS_FIGURE_STUDIO (self) && self->gallery);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), narrow
                                                           ? GTK_ORIENTATION_VERTICAL
                                                           : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_size_request (GTK_WIDGET (self->stack), -1, narrow ? PAGE_HEIGHT : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->gallery), !narrow);
  trellis_figure_controls_show_choice (self->controls, narrow);
  if (!narrow) /* the row may have chosen another */
    trellis_figure_gallery_choose (
      self->gallery, trellis_figure_controls_get_figure (self->controls)->id);
}
