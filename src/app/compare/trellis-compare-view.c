/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every change makes a new comparison; the one on show is replaced when the new one is
 * complete.  Nothing is made while nobody sees it.
 */

#include "config.h"

#include "compare/trellis-compare-view.h"

#include "compare/trellis-compare-chooser.h"
#include "compare/trellis-compare-fit.h"
#include "compare/trellis-compare-legend.h"
#include "compare/trellis-compare-panel.h"
#include "compare/trellis-comparison-loader.h"
#include "model/trl-rollup.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TrellisCompareView
{
  GtkBox                   parent;
  TrellisCompareChooser   *chooser;
  GtkMenuButton           *type_button;
  GtkSpinner              *spinner;
  GtkWidget               *hint;
  GtkStack                *stack;
  AdwStatusPage           *empty_page;
  GtkWidget               *add_button;
  GtkWidget               *all_button;
  GtkWidget               *scroller;
  GtkFlowBox              *flow;
  TrellisCompareLegend    *legend;
  TrellisSession          *session;
  TrellisComparison       *comparison; /* on show */
  TrellisComparisonLoader *loader;
  gboolean                 dirty; /* what is on show is out of date */
  char                    *layout;
  char                    *order;
  char                    *type; /* in the spotlight, or "" */
  char                    *key;  /* the same of a partner without a type */
};

enum
{
  PROP_LAYOUT = 1,
  PROP_ORDER,
  PROP_TYPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrellisCompareView, trellis_compare_view, GTK_TYPE_BOX)

static const char *const orders[TRL_N_PANELS_ORDERS] = {
  [TRL_PANELS_BY_DOCUMENT] = "document",
  [TRL_PANELS_BY_NAME] = "name",
  [TRL_PANELS_BY_DIVERSITY] = "diversity",
  [TRL_PANELS_BY_DEPTH] = "depth",
  [TRL_PANELS_BY_RESPONSIBILITY] = "responsibility",
};

/* --- what is on show --- */

static void on_picked (TrellisComparePanel *panel, guint row, TrellisCompareView *self);

static void
fill_types (TrellisCompareView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  guint                n;
  const TrlPanelsType *types =
    trl_panels_get_types (trellis_comparison_get_panels (self->comparison), &n);

  g_menu_append (menu, _ ("_Nothing"), "compare.type::");
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (types[i].name, "_", -1);
      g_autofree char *name = g_strjoinv ("__", parts);
      g_autofree char *label = g_strdup_printf ("%s  %s", types[i].letter, name);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "compare.type", "s", types[i].id);
      g_menu_append_item (list, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  gtk_menu_button_set_menu_model (self->type_button, G_MENU_MODEL (menu));
}

static void
fit (TrellisCompareView *self)
{
  if (!self->comparison)
    return;
  trellis_compare_fit_panels (self->flow, self->scroller,
                              trellis_comparison_get_panels (self->comparison));
  if (gtk_flow_box_get_child_at_index (self->flow, 0))
    trellis_compare_legend_set_zoom (
      self->legend,
      trellis_compare_picture_get_zoom (trellis_compare_panel_get_picture (
        TRELLIS_COMPARE_PANEL (gtk_flow_box_get_child_at_index (self->flow, 0)))));
}

static void
set_n_panels (TrellisCompareView *self, guint n)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->flow, (int) n)))
    gtk_flow_box_remove (self->flow, GTK_WIDGET (child));
  for (guint i = 0; i < n; i++)
    if (!gtk_flow_box_get_child_at_index (self->flow, (int) i))
      {
        GtkWidget *panel = trellis_compare_panel_new ();

        g_signal_connect (panel, "picked", G_CALLBACK (on_picked), self);
        g_signal_connect_swapped (
          trellis_compare_panel_get_picture (TRELLIS_COMPARE_PANEL (panel)), "resized",
          G_CALLBACK (fit), self);
        gtk_flow_box_append (self->flow, panel);
      }
}

static void
show_panels (TrellisCompareView *self)
{
  guint n = trl_panels_get_n (trellis_comparison_get_panels (self->comparison));

  set_n_panels (self, n);
  for (guint i = 0; i < n; i++)
    trellis_compare_panel_set (
      TRELLIS_COMPARE_PANEL (gtk_flow_box_get_child_at_index (self->flow, (int) i)),
      self->comparison, i, *self->type ? self->type : NULL);
  trellis_compare_legend_set (self->legend, self->comparison);
  fit (self);
  gtk_widget_set_visible (self->hint, n == 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->type_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "panels");
}

static void
on_built (TrellisCompareView *self, TrellisComparison *comparison)
{
  TrellisComparison *old = self->comparison;

  self->comparison = trellis_comparison_ref (comparison);
  fill_types (self);
  show_panels (self);
  g_clear_pointer (&old, trellis_comparison_unref);
}

static void
show_empty (TrellisCompareView *self)
{
  gboolean any = self->session && trl_document_get_n_networks (
                                    trellis_session_get_document (self->session)) > 0;

  set_n_panels (self, 0);
  trellis_compare_legend_set (self->legend, NULL);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_visible (self->add_button, !any);
  gtk_widget_set_visible (self->all_button, any);
  gtk_widget_set_sensitive (GTK_WIDGET (self->type_button), FALSE);
  adw_status_page_set_title (self->empty_page,
                             any ? _ ("No Network Is Chosen") : _ ("No Networks Yet"));
  adw_status_page_set_description (
    self->empty_page, any ? _ ("Choose the networks that you want to see side by side.")
                          : _ ("Networks that you add are shown here side by side."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* --- making it --- */

static void
set_look (TrellisCompareView *self, TrellisComparison *comparison)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  trellis_comparison_set_look (comparison, dark ? TRL_THEME_DARK : TRL_THEME_LIGHT,
                               trellis_session_get_filter (self->session),
                               *self->type ? self->type : NULL, self->key);
}

static TrellisComparison *
make (TrellisCompareView *self)
{
  TrlDocument   *document = trellis_session_get_document (self->session);
  TrlPanelsOrder order = TRL_PANELS_BY_DOCUMENT;
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  TrellisComparison *comparison;

  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      if (!trellis_compare_chooser_is_hidden (self->chooser,
                                              trl_network_get_id (network)))
        g_ptr_array_add (networks, network);
    }
  if (networks->len == 0)
    return NULL;
  for (guint i = 0; i < TRL_N_PANELS_ORDERS; i++)
    if (g_str_equal (self->order, orders[i]))
      order = i;
  comparison =
    trellis_comparison_new (networks, *self->layout ? self->layout : NULL, order);
  set_look (self, comparison);
  return comparison;
}

static void
rebuild (TrellisCompareView *self)
{
  g_autoptr (TrellisComparison) comparison = NULL;

  self->dirty = !gtk_widget_get_mapped (GTK_WIDGET (self));
  trellis_comparison_loader_drop (self->loader);
  if (self->dirty)
    return;
  comparison = self->session ? make (self) : NULL;
  if (comparison)
    trellis_comparison_loader_load (self->loader, comparison);
  else
    show_empty (self);
}

/* Places stay, where they are known and there is little to draw. */
static void
redraw (TrellisCompareView *self)
{
  if (!self->comparison || trellis_comparison_loader_is_busy (self->loader) ||
      self->dirty || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      trellis_comparison_is_large (self->comparison))
    {
      rebuild (self);
      return;
    }
  set_look (self, self->comparison);
  show_panels (self);
}

/* --- the spotlight --- */

static void
set_spotlight (TrellisCompareView *self, const char *type, const char *key)
{
  if (g_strcmp0 (self->type, type) == 0 && g_strcmp0 (self->key, key) == 0)
    return;
  g_free (self->type);
  self->type = g_strdup (type);
  g_free (self->key);
  self->key = g_strdup (key);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPE]);
  redraw (self);
}

static void
select_type (TrellisCompareView *self, const char *type)
{
  const TrlNetwork *network = trellis_session_get_network (self->session);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  g_autoptr (GArray) rows = trl_network_get_type_members (network, type);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids,
                     (char *) trl_table_get_id (nodes, g_array_index (rows, guint, i)));
  trellis_selection_set_all (trellis_session_get_selection (self->session), TRL_KIND_NODE,
                             ids);
}

static void
clear (TrellisCompareView *self)
{
  set_spotlight (self, "", NULL);
  if (self->session)
    trellis_selection_clear (trellis_session_get_selection (self->session));
}

static gboolean
is_in_spotlight (TrellisCompareView *self, guint panel, guint row, const char *type)
{
  const TrlPanels *panels = trellis_comparison_get_panels (self->comparison);

  if (type && *type && g_str_equal (type, self->type))
    return TRUE;
  return self->key && g_strcmp0 (self->key, trl_panels_get_key (panels, panel, row)) == 0;
}

static gboolean
is_on_map (TrellisCompareView *self, const TrlPanel *panel)
{
  return g_strcmp0 (trl_network_get_id (panel->source),
                    trellis_session_get_network_id (self->session)) == 0;
}

/* An organization is looked for in all networks, not all that are like it. */
static void
follow_partner (TrellisCompareView *self, guint index, guint row)
{
  const TrlPanels *panels = trellis_comparison_get_panels (self->comparison);
  const TrlPanel  *panel = trl_panels_get_panel (panels, index);
  g_autofree char *id =
    is_on_map (self, panel)
      ? g_strdup (trl_table_get_id (trl_network_get_nodes (panel->network), row))
      : NULL;

  set_spotlight (self, "", trl_panels_get_key (panels, index, row));
  if (id)
    trellis_selection_set (trellis_session_get_selection (self->session), TRL_KIND_NODE,
                           id);
}

static void
on_picked (TrellisComparePanel *child, guint row, TrellisCompareView *self)
{
  guint index = (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child));
  const TrlPanels *panels = trellis_comparison_get_panels (self->comparison);
  const TrlPanel  *panel = trl_panels_get_panel (panels, index);
  g_autofree char *type = NULL;

  if (row != TRL_NO_ROW)
    type = g_strdup (
      trl_table_get_text (trl_network_get_nodes (panel->network), row, TRL_NODE_TYPE));
  if (row == TRL_NO_ROW || is_in_spotlight (self, index, row, type))
    clear (self);
  else if (!type || !*type || !trl_network_is_grained_by_type (panel->network))
    follow_partner (self, index, row);
  else
    {
      set_spotlight (self, type, NULL);
      if (is_on_map (self, panel))
        select_type (self, type);
    }
}

/* A partnership that is looked at meanwhile changes nothing. */
static void
on_selection_changed (TrellisSelection *selection, TrellisCompareView *self)
{
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (selection);
  TrlNetwork *network = trellis_session_get_network (self->session);
  const char *key =
    self->comparison && ids->len == 1
      ? trellis_comparison_find_key (
          self->comparison, trellis_session_get_network_id (self->session), ids->pdata[0])
      : NULL;
  const char *type = network ? trellis_comparison_find_type (network, ids) : NULL;

  if (key)
    set_spotlight (self, "", key);
  else if (type)
    set_spotlight (self, type, NULL);
  else if (ids->len == 0 && trellis_selection_get_n (selection, TRL_KIND_EDGE) == 0)
    set_spotlight (self, "", NULL);
}

/* --- what a person does --- */

static void
on_activated (TrellisCompareView *self, GtkFlowBoxChild *child)
{
  const TrlPanel *panel =
    trl_panels_get_panel (trellis_comparison_get_panels (self->comparison),
                          (guint) gtk_flow_box_child_get_index (child));
  g_autofree char *id = g_strdup (trl_network_get_id (panel->source));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-network", "s", id);
}

static void
on_chooser_opened (TrellisCompareView *self)
{
  trellis_compare_chooser_fill (
    self->chooser, self->session ? trellis_session_get_document (self->session) : NULL);
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear (TRELLIS_COMPARE_VIEW (widget));
}

static void
on_show_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trellis_compare_chooser_show_all (TRELLIS_COMPARE_VIEW (widget)->chooser);
}

static void
on_pressed_beside (
  GtkGestureClick *gesture, int n_press, double x, double y, TrellisCompareView *self)
{
  GtkWidget *there = gtk_widget_pick (self->scroller, x, y, GTK_PICK_DEFAULT);

  if (!there || (!gtk_widget_get_ancestor (there, TRELLIS_TYPE_COMPARE_PANEL) &&
                 !gtk_widget_get_ancestor (there, GTK_TYPE_SCROLLBAR)))
    clear (self);
}

/* Mask 0: another network is on show on the map, or the file is saved. */
static void
on_changed (TrellisSession *session, guint mask, TrellisCompareView *self)
{
  if (mask & ~(guint) TRL_CHANGE_FIGURES)
    rebuild (self);
}

static void
trellis_compare_view_map (GtkWidget *widget)
{
  TrellisCompareView *self = TRELLIS_COMPARE_VIEW (widget);

  GTK_WIDGET_CLASS (trellis_compare_view_parent_class)->map (widget);
  if (self->dirty)
    rebuild (self);
}

static void
trellis_compare_view_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TrellisCompareView *self = TRELLIS_COMPARE_VIEW (object);
  const char         *text = g_value_get_string (value);
  char              **field = id == PROP_LAYOUT ? &self->layout : &self->order;

  if (id == PROP_TYPE)
    {
      set_spotlight (self, text ? text : "", NULL);
      return;
    }
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text ? text : "");
  g_object_notify_by_pspec (object, pspec);
  rebuild (self);
}

static void
trellis_compare_view_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrellisCompareView *self = TRELLIS_COMPARE_VIEW (object);

  g_value_set_string (value, id == PROP_LAYOUT  ? self->layout
                             : id == PROP_ORDER ? self->order
                                                : self->type);
}

static void
let_go (TrellisCompareView *self)
{
  if (!self->session)
    return;
  trellis_comparison_loader_drop (self->loader);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (trellis_session_get_selection (self->session),
                                        self);
  g_signal_handlers_disconnect_by_data (trellis_session_get_filter (self->session), self);
  g_clear_object (&self->session);
}

static void
trellis_compare_view_dispose (GObject *object)
{
  TrellisCompareView *self = TRELLIS_COMPARE_VIEW (object);

  let_go (self);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->comparison, trellis_comparison_unref);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->order, g_free);
  g_clear_pointer (&self->type, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (trellis_compare_view_parent_class)->dispose (object);
}

#define BIND(name)                                                                       \
  gtk_widget_class_bind_template_child (widget_class, TrellisCompareView, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TRELLIS_TYPE_COMPARE_CHOOSER);
  g_type_ensure (TRELLIS_TYPE_COMPARE_LEGEND);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/trellis_networks/Trellis/ui/trellis-compare-view.ui");
  BIND (chooser);
  BIND (type_button);
  BIND (spinner);
  BIND (hint);
  BIND (stack);
  BIND (empty_page);
  BIND (add_button);
  BIND (all_button);
  BIND (scroller);
  BIND (flow);
  BIND (legend);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chooser_opened);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_chosen",
                                                G_CALLBACK (rebuild));
}

static void
install_properties (TrellisCompareViewClass *klass)
{
  static const char *const names[N_PROPS] = { NULL, "layout", "order", "type" };
  static const char *const actions[N_PROPS] = { NULL, "compare.layout", "compare.order",
                                                "compare.type" };

  for (guint i = 1; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (names[i], NULL, NULL, "",
                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                           G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  for (guint i = 1; i < N_PROPS; i++)
    gtk_widget_class_install_property_action (GTK_WIDGET_CLASS (klass), actions[i],
                                              names[i]);
}

static void
trellis_compare_view_class_init (TrellisCompareViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trellis_compare_view_dispose;
  object_class->set_property = trellis_compare_view_set_property;
  object_class->get_property = trellis_compare_view_get_property;
  widget_class->map = trellis_compare_view_map;
  install_properties (klass);
  gtk_widget_class_install_action (widget_class, "compare.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "compare.show-all", NULL, on_show_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "compare.clear",
                                       NULL);
  bind_template (widget_class);
}

static void
trellis_compare_view_init (TrellisCompareView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->layout = g_strdup ("");
  self->order = g_strdup (orders[TRL_PANELS_BY_DOCUMENT]);
  self->type = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loader = trellis_comparison_loader_new ();
  g_signal_connect_swapped (self->loader, "built", G_CALLBACK (on_built), self);
  g_object_bind_property (self->loader, "busy", self->spinner, "spinning",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->loader, "busy", self->spinner, "visible",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_beside), self);
  gtk_widget_add_controller (self->scroller, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

void
trellis_compare_view_set_session (TrellisCompareView *self, TrellisSession *session)
{
  g_return_if_fail (TRELLIS_IS_COMPARE_VIEW (self));
  if (self->session == session)
    return;
  let_go (self);
  if (session)
    {
      self->session = g_object_ref (session);
      g_signal_connect (session, "changed", G_CALLBACK (on_changed), self);
      g_signal_connect (trellis_session_get_selection (session), "changed",
                        G_CALLBACK (on_selection_changed), self);
      g_signal_connect_swapped (trellis_session_get_filter (session), "changed",
                                G_CALLBACK (redraw), self);
    }
  g_clear_pointer (&self->type, g_free);
  self->type = g_strdup ("");
  g_clear_pointer (&self->key, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TYPE]);
  rebuild (self);
}

void
trellis_compare_view_set_shown (TrellisCompareView *self,
                                const char         *network,
                                gboolean            shown)
{
  g_return_if_fail (TRELLIS_IS_COMPARE_VIEW (self));
  trellis_compare_chooser_set_hidden (self->chooser, network, !shown);
  rebuild (self);
}

const TrlPanels *
trellis_compare_view_get_panels (TrellisCompareView *self)
{
  g_return_val_if_fail (TRELLIS_IS_COMPARE_VIEW (self), NULL);
  return self->comparison ? trellis_comparison_get_panels (self->comparison) : NULL;
}
