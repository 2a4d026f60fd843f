/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget: properties, size, camera and clock.  What it does lies in the files named
 * trellis-canvas-*.c beside it, what drags do in trellis-tool-*.c. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrellisCanvas, trellis_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_NETWORK_ID,
  PROP_ROLLED_UP,
  PROP_LOCKED,
  PROP_ZOOM,
  PROP_LAYOUT_RUNNING,
  PROP_NAMES_HIDDEN,
  PROP_REVEAL,
  PROP_LABEL_SCALE,
  PROP_SPOTLIGHT,
  N_PROPS
};

enum
{
  ACTIVATED,
  OPEN_TYPE,
  CONNECT_REQUESTED,
  CLICKED,
  NOTICE,
  DRAWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* --- what is shown --- */

static void
on_document_changed (TrlDocument *document, guint mask, TrellisCanvas *self)
{
  if (mask == TRL_CHANGE_FIGURES)
    return;
  trellis_canvas_stop_tool (self);
  if (mask == TRL_CHANGE_POSITIONS && trellis_canvas_follow_moves (self))
    return;
  trellis_canvas_refresh (self);
  if (self->entry && trellis_canvas_find_row (self, self->entry_id) == TRL_NO_ROW)
    trellis_canvas_end_rename (self, FALSE);
  trellis_selection_prune (self->selection, trellis_canvas_get_real (self));
  trellis_canvas_update_actions (self);
}

static void
on_looks_changed (TrellisCanvas *self)
{
  trellis_canvas_rebuild (self);
  trellis_canvas_update_proxies (self);
}

/* One partner that was selected, here or in a list, is what keys mean from now on. */
static void
follow_selection (TrellisCanvas *self)
{
  if (self->keeps_focus ||
      trellis_selection_get_n (self->selection, TRL_KIND_NODE) != 1 ||
      trellis_selection_get_n (self->selection, TRL_KIND_EDGE) != 0)
    return;
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (self->selection);
  const char *id = g_ptr_array_index (ids, 0);
  guint       row = trellis_canvas_find_row (self, id);
  if (row == TRL_NO_ROW || g_strcmp0 (self->focus_id, id) == 0)
    return;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) && !self->entry)
    trellis_canvas_take_focus (self, row);
  else
    {
      g_free (self->focus_id);
      self->focus_id = g_strdup (id);
    }
}

static void
on_selection_changed (TrellisCanvas *self)
{
  trellis_canvas_forget_selected (self);
  follow_selection (self);
  trellis_canvas_mark_proxies (self);
  trellis_canvas_update_actions (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Another network: nothing moves over from the one before. */
static void
start_over (TrellisCanvas *self)
{
  trellis_canvas_stop_tool (self);
  trellis_canvas_end_rename (self, FALSE);
  trellis_canvas_drop_picture (self);
  g_clear_pointer (&self->focus_id, g_free);
  self->hover_row = self->hover_edge = TRL_NO_ROW;
  trellis_canvas_refresh (self);
  trellis_canvas_update_actions (self);
  trellis_canvas_fit (self, FALSE);
}

void
trellis_canvas_set_document (TrellisCanvas *self, TrlDocument *document, const char *id)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (self->document == document && g_strcmp0 (self->network_id, id) == 0)
    return;
  gboolean other = self->document != document;
  if (other && self->document)
    g_clear_signal_handler (&self->document_changed, self->document);
  g_set_object (&self->document, document);
  if (other && document)
    self->document_changed =
      g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), self);
  g_free (self->network_id);
  self->network_id = g_strdup (id);
  start_over (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NETWORK_ID]);
}

void
trellis_canvas_set_network_id (TrellisCanvas *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  trellis_canvas_set_document (self, self->document, id);
}

const char *
trellis_canvas_get_network_id (TrellisCanvas *self)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self), NULL);
  return self->network_id;
}

const TrlNetwork *
trellis_canvas_get_shown (TrellisCanvas *self)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self), NULL);
  return self->shown;
}

void
trellis_canvas_set_rolled_up (TrellisCanvas *self, gboolean rolled_up)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (self->rolled_up == rolled_up)
    return;
  self->rolled_up = rolled_up;
  start_over (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROLLED_UP]);
}

void
trellis_canvas_set_locked (TrellisCanvas *self, gboolean locked)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (self->locked == locked)
    return;
  self->locked = locked;
  trellis_canvas_stop_tool (self);
  trellis_canvas_end_rename (self, FALSE);
  trellis_canvas_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCKED]);
}

gboolean
trellis_canvas_get_locked (TrellisCanvas *self)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self), FALSE);
  return self->locked;
}

void
trellis_canvas_set_reveal (TrellisCanvas *self, int rank)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  self->reveal = rank;
  on_looks_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEAL]);
}

void
trellis_canvas_set_label_scale (TrellisCanvas *self, double scale)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self) && scale > 0);
  self->label_scale = scale;
  on_looks_changed (self);
  if (self->fits)
    trellis_canvas_fit (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL_SCALE]);
}

void
trellis_canvas_set_spotlight (TrellisCanvas *self, const char *node)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  if (g_strcmp0 (node, self->spotlight) == 0)
    return;
  g_free (self->spotlight);
  self->spotlight = g_strdup (node);
  on_looks_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOTLIGHT]);
}

void
trellis_canvas_show_node (TrellisCanvas *self, const char *id)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  guint row = trellis_canvas_find_row (self, id);
  if (row == TRL_NO_ROW)
    return;
  g_autoptr (GPtrArray) ids =
    trellis_canvas_get_ids (self, (TrlOwner){ TRL_OWNER_NODE, row });
  trellis_selection_set_all (self->selection, TRL_KIND_NODE, ids);
  trellis_canvas_take_focus (self, row);
  trellis_canvas_reveal_row (self, row);
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                TRUE);
}

void
trellis_canvas_add_partner (TrellisCanvas *self)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  trellis_viewport_to_scene (&self->view, &x, &y);
  if (!trellis_canvas_is_live (self))
    trellis_canvas_find_free_place (self, &x, &y);
  trellis_canvas_add_partner_at (self, x, y, NULL);
}

/* --- signals --- */

void
trellis_canvas_notice (TrellisCanvas *self, const char *text, gboolean can_undo)
{
  g_signal_emit (self, signals[NOTICE], 0, text, can_undo);
}

void
trellis_canvas_emit_activated (TrellisCanvas *self, TrlKind kind, const char *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, kind, id);
}

void
trellis_canvas_emit_open_type (TrellisCanvas *self, const char *type)
{
  g_signal_emit (self, signals[OPEN_TYPE], 0, type);
}

void
trellis_canvas_emit_connect (TrellisCanvas *self, const char *node)
{
  g_signal_emit (self, signals[CONNECT_REQUESTED], 0, node);
}

void
trellis_canvas_emit_clicked (TrellisCanvas *self, const char *id)
{
  g_signal_emit (self, signals[CLICKED], 0, id);
}

void
trellis_canvas_emit_drawn (TrellisCanvas *self)
{
  g_signal_emit (self, signals[DRAWN], 0);
}

/* --- vfuncs --- */

static void
trellis_canvas_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  /* Proxies and the entry lie where the picture says; they ask for nothing. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
}

static void
trellis_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  if (self->fits && (width != self->width || height != self->height))
    {
      trellis_viewport_go (&self->view, trellis_canvas_get_fitting_camera (self), 0, 0);
      trellis_canvas_suit_names_later (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
    }
  self->width = width;
  self->height = height;
  trellis_canvas_allocate_proxies (self);
  trellis_canvas_allocate_entry (self);
  if (self->menu)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
trellis_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trellis_canvas_parent_class)->map (widget);
  trellis_canvas_go_on (TRELLIS_CANVAS (widget));
  trellis_canvas_name_near_later (TRELLIS_CANVAS (widget));
}

static void
trellis_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrellisCanvas *self = TRELLIS_CANVAS (object);
  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_NETWORK_ID:
      g_value_set_string (value, self->network_id);
      break;
    case PROP_ROLLED_UP:
      g_value_set_boolean (value, self->rolled_up);
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, self->locked);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, trellis_canvas_get_zoom (self));
      break;
    case PROP_LAYOUT_RUNNING:
      g_value_set_boolean (value, self->job != NULL);
      break;
    case PROP_NAMES_HIDDEN:
      g_value_set_uint (value, trellis_canvas_get_names_hidden (self));
      break;
    case PROP_REVEAL:
      g_value_set_int (value, self->reveal);
      break;
    case PROP_LABEL_SCALE:
      g_value_set_double (value, self->label_scale);
      break;
    case PROP_SPOTLIGHT:
      g_value_set_string (value, self->spotlight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_canvas_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TrellisCanvas *self = TRELLIS_CANVAS (object);
  switch (id)
    {
    case PROP_DOCUMENT:
      trellis_canvas_set_document (self, g_value_get_object (value), self->network_id);
      break;
    case PROP_NETWORK_ID:
      trellis_canvas_set_network_id (self, g_value_get_string (value));
      break;
    case PROP_ROLLED_UP:
      trellis_canvas_set_rolled_up (self, g_value_get_boolean (value));
      break;
    case PROP_LOCKED:
      trellis_canvas_set_locked (self, g_value_get_boolean (value));
      break;
    case PROP_REVEAL:
      trellis_canvas_set_reveal (self, g_value_get_int (value));
      break;
    case PROP_LABEL_SCALE:
      trellis_canvas_set_label_scale (self, g_value_get_double (value));
      break;
    case PROP_SPOTLIGHT:
      trellis_canvas_set_spotlight (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
trellis_canvas_dispose (GObject *object)
{
  TrellisCanvas *self = TRELLIS_CANVAS (object);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_handle_id (&self->zoom_later, g_source_remove);
  trellis_canvas_stop_tool (self);
  trellis_canvas_end_rename (self, FALSE);
  if (self->document)
    g_clear_signal_handler (&self->document_changed, self->document);
  trellis_canvas_drop_picture (self);
  trellis_canvas_drop_proxies (self);
  trellis_canvas_forget_selected (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->backdrop, trellis_backdrop_free);
  g_clear_object (&self->job);
  g_clear_pointer (&self->job_share, trellis_share_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->network_id, g_free);
  g_clear_pointer (&self->spotlight, g_free);
  g_clear_pointer (&self->texts, trl_text_cache_free);
  g_clear_pointer (&self->focus_id, g_free);
  g_clear_pointer (&self->around_id, g_free);
  G_OBJECT_CLASS (trellis_canvas_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const GParamFlags get = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  properties[PROP_DOCUMENT] =
    g_param_spec_object ("document", NULL, NULL, TRL_TYPE_DOCUMENT, both);
  properties[PROP_NETWORK_ID] =
    g_param_spec_string ("network-id", NULL, NULL, NULL, both);
  properties[PROP_ROLLED_UP] =
    g_param_spec_boolean ("rolled-up", NULL, NULL, FALSE, both);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, both);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, get);
  properties[PROP_LAYOUT_RUNNING] =
    g_param_spec_boolean ("layout-running", NULL, NULL, FALSE, get);
  properties[PROP_NAMES_HIDDEN] =
    g_param_spec_uint ("names-hidden", NULL, NULL, 0, G_MAXUINT, 0, get);
  properties[PROP_REVEAL] =
    g_param_spec_int ("reveal", NULL, NULL, -1, G_MAXINT, -1, both);
  properties[PROP_LABEL_SCALE] =
    g_param_spec_double ("label-scale", NULL, NULL, 0.1, 10, 1, both);
  properties[PROP_SPOTLIGHT] = g_param_spec_string ("spotlight", NULL, NULL, NULL, both);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static guint
new_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name, TRELLIS_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n, first, second);
}

static void
trellis_canvas_class_init (TrellisCanvasClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trellis_canvas_get_property;
  object_class->set_property = trellis_canvas_set_property;
  object_class->dispose = trellis_canvas_dispose;
  widget_class->measure = trellis_canvas_measure;
  widget_class->size_allocate = trellis_canvas_size_allocate;
  widget_class->map = trellis_canvas_map;
  widget_class->snapshot = trellis_canvas_snapshot;
  widget_class->focus = trellis_canvas_focus;
  widget_class->query_tooltip = trellis_canvas_query_tooltip;

  install_properties (object_class);
  signals[ACTIVATED] = new_signal ("activated", 2, G_TYPE_INT, G_TYPE_STRING);
  signals[OPEN_TYPE] = new_signal ("open-type", 1, G_TYPE_STRING, 0);
  signals[CONNECT_REQUESTED] = new_signal ("connect-requested", 1, G_TYPE_STRING, 0);
  signals[CLICKED] = new_signal ("clicked", 1, G_TYPE_STRING, 0);
  signals[NOTICE] = new_signal ("notice", 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[DRAWN] = new_signal ("drawn", 0, 0, 0);

  gtk_widget_class_set_css_name (widget_class, "trellis-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  trellis_canvas_install_actions (widget_class);
  trellis_canvas_install_keys (widget_class);
}

static void
trellis_canvas_init (TrellisCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  self->reveal = -1;
  self->label_scale = 1;
  self->names_zoom = 1;
  self->hover_row = self->hover_edge = TRL_NO_ROW;
  self->walk = g_array_new (FALSE, FALSE, sizeof (guint));
  self->proxies = g_ptr_array_new ();
  self->backdrop = trellis_backdrop_new (widget);
  self->fits = TRUE;
  trellis_viewport_init (&self->view);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Partnership map"), -1);
  trellis_canvas_init_input (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (on_looks_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
trellis_canvas_new (TrellisSelection *selection, TrellisFilter *filter)
{
  TrellisCanvas *self = g_object_new (TRELLIS_TYPE_CANVAS, NULL);
  self->selection = selection ? g_object_ref (selection) : trellis_selection_new ();
  self->filter = filter ? g_object_ref (filter) : trellis_filter_new ();
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_looks_changed), self,
                           G_CONNECT_SWAPPED);
  trellis_canvas_update_actions (self);
  return GTK_WIDGET (self);
}
