/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window is a session and widgets that follow it.  It owns no data: panels and canvas
 * talk to the session, what they cannot do alone is an action.
 */

#include "config.h"

#include "trellis-window-private.h"

#include "trellis-bench.h"
#include "trellis-recent.h"
#include "trellis-toast.h"
#include "trellis-welcome.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrellisWindow, trellis_window, ADW_TYPE_APPLICATION_WINDOW)

GSettings *
trellis_window_get_settings (TrellisWindow *self)
{
  return trellis_application_get_settings (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static void
update_title (TrellisWindow *self)
{
  g_autofree char *subtitle = NULL;
  const char      *title = _ ("Trellis");

  if (self->session)
    {
      title = trellis_session_get_title (self->session);
      subtitle = trellis_session_dup_subtitle (self->session);
    }
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle ? subtitle : "");
  adw_window_title_set_title (self->start_title, title);
  adw_window_title_set_subtitle (self->start_title, subtitle ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_hint (TrellisWindow *self)
{
  const TrlNetwork *network =
    self->session ? trellis_session_get_network (self->session) : NULL;

  gtk_widget_set_visible (
    self->hint, network && trl_table_get_size (trl_network_get_nodes (network)) == 0);
}

static void
update_canvas (TrellisWindow *self)
{
  trellis_canvas_set_network_id (self->canvas,
                                 trellis_session_get_network_id (self->session));
  trellis_canvas_set_rolled_up (self->canvas,
                                trellis_session_is_rolled_up (self->session));
}

static guint64
get_revision (TrellisWindow *self)
{
  return trl_document_get_revision (trellis_session_get_document (self->session));
}

/* An offer to undo is about one step; after another one it would undo that. */
static void
withdraw_undo (TrellisWindow *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->undo_toast);

  if (toast)
    adw_toast_dismiss (toast);
}

static void
on_undo_dismissed (AdwToast *toast, TrellisWindow *self)
{
  if (self->undo_toast == toast)
    g_clear_object (&self->undo_toast);
}

static void
on_session_changed (TrellisSession *session, guint mask, TrellisWindow *self)
{
  if (self->undo_toast && self->undo_revision != get_revision (self))
    withdraw_undo (self);
  update_title (self);
  update_hint (self);
  update_canvas (self);
  trellis_window_update_actions (self);
}

static gboolean
show_zoom (gpointer data)
{
  TrellisWindow *self = TRELLIS_WINDOW (data);

  self->zoom_idle = 0;
  trellis_status_set_zoom (self->status, trellis_canvas_get_zoom (self->canvas));
  return G_SOURCE_REMOVE;
}

/* It may change while sizes are handed out, when no label may ask for another. */
static void
on_zoom_changed (TrellisCanvas *canvas, GParamSpec *pspec, TrellisWindow *self)
{
  if (!self->zoom_idle)
    self->zoom_idle = g_idle_add_full (G_PRIORITY_DEFAULT, show_zoom, self, NULL);
}

static void
on_notice (TrellisCanvas *canvas,
           const char    *text,
           gboolean       can_undo,
           TrellisWindow *self)
{
  trellis_window_tell (self, text, can_undo);
}

static void
show_inspector (TrellisWindow *self)
{
  adw_flap_set_reveal_flap (self->right_flap, TRUE);
  trellis_inspector_focus (self->inspector);
}

static void
on_activated (TrellisCanvas *canvas, int kind, const char *id, TrellisWindow *self)
{
  show_inspector (self);
}

static void
on_open_type (TrellisCanvas *canvas, const char *type, TrellisWindow *self)
{
  trellis_inspector_show_type (self->inspector, type);
  show_inspector (self);
}

static void
on_connect_requested (TrellisCanvas *canvas, const char *node, TrellisWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.connect", NULL);
}

/* Tables show what is selected by themselves; small pictures of many networks do not. */
static void
on_found (TrellisFindBar *bar, const char *id, TrellisWindow *self)
{
  if (g_str_equal (adw_view_stack_get_visible_child_name (self->views), "compare"))
    adw_view_stack_set_visible_child_name (self->views, "map");
  trellis_canvas_show_node (self->canvas, id);
}

/* The keyboard goes on from what was found. */
static void
on_find_open (TrellisFindBar *bar, GParamSpec *pspec, TrellisWindow *self)
{
  gboolean open;

  g_object_get (bar, "open", &open, NULL);
  if (!open && self->session && gtk_widget_get_focus_child (GTK_WIDGET (bar)))
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->views),
                            GTK_DIR_TAB_FORWARD);
}

static void
on_view_changed (AdwViewStack *views, GParamSpec *pspec, TrellisWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (views);
  GtkWidget  *child = adw_view_stack_get_visible_child (views);

  trellis_status_set_map (self->status, g_strcmp0 (view, "map") == 0);
  trellis_window_fold_inspector (self);
  if (self->session &&
      (child == GTK_WIDGET (self->grid_view) || child == GTK_WIDGET (self->figures_view)))
    gtk_widget_grab_focus (child);
  else if (self->session)
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
on_names_hidden (TrellisCanvas *canvas, GParamSpec *pspec, TrellisWindow *self)
{
  trellis_status_set_names_hidden (self->status,
                                   trellis_canvas_get_names_hidden (canvas));
}

/* The canvas keeps selection and filter for life, so each session gets a canvas. */
static void
make_canvas (TrellisWindow *self)
{
  GtkWidget *canvas = trellis_canvas_new (trellis_session_get_selection (self->session),
                                          trellis_session_get_filter (self->session));

  self->canvas = TRELLIS_CANVAS (canvas);
  gtk_widget_set_hexpand (canvas, TRUE);
  gtk_widget_set_vexpand (canvas, TRUE);
  gtk_overlay_set_child (self->map, canvas);
  trellis_canvas_set_document (self->canvas, trellis_session_get_document (self->session),
                               trellis_session_get_network_id (self->session));
  trellis_minimap_set_canvas (self->minimap, self->canvas);
  g_signal_connect (canvas, "notify::zoom", G_CALLBACK (on_zoom_changed), self);
  g_signal_connect (canvas, "notify::names-hidden", G_CALLBACK (on_names_hidden), self);
  g_signal_connect_swapped (canvas, "notify::layout-running",
                            G_CALLBACK (trellis_window_show_work), self);
  g_signal_connect (canvas, "notice", G_CALLBACK (on_notice), self);
  g_signal_connect (canvas, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect (canvas, "open-type", G_CALLBACK (on_open_type), self);
  g_signal_connect (canvas, "connect-requested", G_CALLBACK (on_connect_requested), self);
  on_zoom_changed (self->canvas, NULL, self);
}

void
trellis_window_show_page (TrellisWindow *self)
{
  const char *page = self->session ? "map" : self->job ? "busy" : "empty";

  gtk_stack_set_visible_child_name (self->stack, page);
  /* One that turns where nobody sees it has the window laid out in every frame. */
  gtk_spinner_set_spinning (self->busy_spinner, g_str_equal (page, "busy"));
  gtk_widget_set_visible (self->foot, self->session != NULL);
  trellis_window_place_title (self);
  gtk_widget_set_visible (self->left_button, self->session != NULL);
  gtk_widget_set_visible (self->right_button, self->session != NULL);
}

static gboolean
on_drop (
  GtkDropTarget *target, const GValue *value, double x, double y, TrellisWindow *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  GSList *list = g_value_get_boxed (value);

  for (GSList *l = list; l; l = l->next)
    g_ptr_array_add (files, l->data);
  if (!files->len)
    return FALSE;
  trellis_application_open (
    TRELLIS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
    (GFile **) files->pdata, files->len, GTK_WINDOW (self));
  return TRUE;
}

static void
add_drop_target (TrellisWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
keep_size (TrellisWindow *self)
{
  GSettings *settings = trellis_window_get_settings (self);
  gboolean   maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int        width, height;

  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (maximized)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 360));
  g_settings_set_int (settings, "window-height", MAX (height, 294));
}

static gboolean
trellis_window_close_request (GtkWindow *window)
{
  TrellisWindow *self = TRELLIS_WINDOW (window);

  if (!trellis_window_may_close (self))
    return GDK_EVENT_STOP;
  keep_size (self);
  return GTK_WINDOW_CLASS (trellis_window_parent_class)->close_request (window);
}

static void
trellis_window_dispose (GObject *object)
{
  TrellisWindow *self = TRELLIS_WINDOW (object);

  g_clear_handle_id (&self->zoom_idle, g_source_remove);
  if (self->job)
    trellis_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->loading);
  g_clear_object (&self->replaced);
  g_clear_object (&self->save_next);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_pointer (&self->report, trl_read_report_free);
  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->canvas)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  self->canvas = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (trellis_window_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (TRELLIS_TYPE_ADAPTIVE);
  g_type_ensure (TRELLIS_TYPE_COMPARE_PAGE);
  g_type_ensure (TRELLIS_TYPE_FIGURES_VIEW);
  g_type_ensure (TRELLIS_TYPE_FIND_BAR);
  g_type_ensure (TRELLIS_TYPE_GRID_VIEW);
  g_type_ensure (TRELLIS_TYPE_INSPECTOR);
  g_type_ensure (TRELLIS_TYPE_LEGEND_PANEL);
  g_type_ensure (TRELLIS_TYPE_MINIMAP);
  g_type_ensure (TRELLIS_TYPE_NETWORKS_PANEL);
  g_type_ensure (TRELLIS_TYPE_RECENT);
  g_type_ensure (TRELLIS_TYPE_ROLES_PANEL);
  g_type_ensure (TRELLIS_TYPE_STATUS);
  g_type_ensure (TRELLIS_TYPE_WELCOME);
}

#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, TrellisWindow, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (adaptive);
  BIND (header);
  BIND (window_title);
  BIND (toasts);
  BIND (stack);
  BIND (busy_spinner);
  BIND (busy_page);
  BIND (left_flap);
  BIND (right_flap);
  BIND (start_title);
  BIND (switcher);
  BIND (switcher_bar);
  BIND (views);
  BIND (grid_view);
  BIND (compare_page);
  BIND (figures_view);
  BIND (map);
  BIND (hint);
  BIND (minimap);
  BIND (menu_button);
  BIND (left_button);
  BIND (right_button);
  BIND (add_button);
  BIND (undo_button);
  BIND (redo_button);
  BIND (find_button);
  BIND (present_button);
  BIND (open_button);
  BIND (find_bar);
  BIND (foot);
  BIND (status);
  BIND (inspector);
  BIND (networks_panel);
  BIND (legend_panel);
  BIND (roles_panel);
}

static void
trellis_window_class_init (TrellisWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ensure_types ();
  G_OBJECT_CLASS (klass)->dispose = trellis_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = trellis_window_close_request;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-window.ui");
  bind_children (widget_class);
}

static void
label_buttons (TrellisWindow *self)
{
  GtkWidget *buttons[] = { self->left_button,    self->right_button,
                           self->add_button,     self->undo_button,
                           self->redo_button,    self->find_button,
                           self->present_button, GTK_WIDGET (self->menu_button) };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_widget_get_tooltip_text (buttons[i]), -1);
}

static void
trellis_window_init (TrellisWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  label_buttons (self);
  trellis_window_install_actions (self);
  add_drop_target (self);
  g_signal_connect (self->find_bar, "found", G_CALLBACK (on_found), self);
  g_signal_connect (self->find_bar, "notify::open", G_CALLBACK (on_find_open), self);
  g_signal_connect (self->views, "notify::visible-child", G_CALLBACK (on_view_changed),
                    self);
  g_object_bind_property (self->find_button, "active", self->find_bar, "open",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->adaptive, "width-changed",
                            G_CALLBACK (trellis_window_suit_width), self);
}

TrellisWindow *
trellis_window_new (TrellisApplication *application)
{
  GSettings     *settings = trellis_application_get_settings (application);
  TrellisWindow *self =
    g_object_new (TRELLIS_TYPE_WINDOW, "application", application, "default-width",
                  g_settings_get_int (settings, "window-width"), "default-height",
                  g_settings_get_int (settings, "window-height"), "maximized",
                  g_settings_get_boolean (settings, "window-maximized"), NULL);
  GtkShortcutsWindow *help =
    gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (self));

  if (help) /* which would begin with any of its sections */
    g_object_set (help, "section-name", "general", NULL);
  g_settings_bind (settings, "show-minimap", self->minimap, "enabled",
                   G_SETTINGS_BIND_DEFAULT);
  trellis_window_suit_width (self);
  trellis_window_update_actions (self);
  trellis_window_show_page (self);
  return self;
}

gboolean
trellis_window_is_empty (TrellisWindow *self)
{
  return !self->session && !self->job && !self->titles;
}

gboolean
trellis_window_has_file (TrellisWindow *self, GFile *file)
{
  GFile *own = self->session ? trellis_session_get_file (self->session) : self->loading;

  return own && g_file_equal (own, file);
}

TrellisSession *
trellis_window_get_session (TrellisWindow *self)
{
  return self->session;
}

TrellisCanvas *
trellis_window_get_canvas (TrellisWindow *self)
{
  return self->canvas;
}

static void
give_session (TrellisWindow *self)
{
  trellis_networks_panel_set_session (self->networks_panel, self->session);
  trellis_legend_panel_set_session (self->legend_panel, self->session);
  trellis_roles_panel_set_session (self->roles_panel, self->session);
  trellis_inspector_set_session (self->inspector, self->session);
  trellis_status_set_session (self->status, self->session);
  trellis_find_bar_set_session (self->find_bar, self->session);
  trellis_grid_view_set_session (self->grid_view, self->session);
  trellis_compare_page_set_session (self->compare_page, self->session);
  trellis_figures_view_set_session (self->figures_view,
                                    trellis_window_get_settings (self), self->session);
}

void
trellis_window_set_session (TrellisWindow *self, TrellisSession *session)
{
  g_return_if_fail (TRELLIS_IS_SESSION (session));

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  make_canvas (self);
  give_session (self);
  g_signal_connect (session, "changed", G_CALLBACK (on_session_changed), self);
  g_signal_connect_object (trellis_session_get_selection (session), "changed",
                           G_CALLBACK (trellis_window_update_selected), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (session, 0, self);
  trellis_window_suit_width (self);
  trellis_window_show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  if (trellis_bench_is_on ())
    trellis_bench_watch (GTK_WIDGET (self), self->canvas);
}

void
trellis_window_tell_report (TrellisWindow *self, const char *text, TrlReadReport *report)
{
  AdwToast *toast = trellis_toast_new (text);

  g_clear_pointer (&self->report, trl_read_report_free);
  self->report = report;
  trellis_window_update_actions (self);
  adw_toast_set_timeout (toast, 0); /* what was not read as it stood is not passed over */
  adw_toast_set_button_label (toast, _ ("_Details"));
  adw_toast_set_action_name (toast, "win.import-report");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
trellis_window_tell (TrellisWindow *self, const char *text, gboolean can_undo)
{
  AdwToast *toast = trellis_toast_new (text);

  if (can_undo)
    {
      withdraw_undo (self);
      self->undo_toast = g_object_ref (toast);
      self->undo_revision = get_revision (self);
      /* It does not wait for a report to be closed. */
      adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_dismissed), self,
                               0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
trellis_window_tell_file (TrellisWindow *self, const char *text, const char *uri)
{
  AdwToast *toast = trellis_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Show in _Folder"));
  adw_toast_set_action_name (toast, "win.show-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
