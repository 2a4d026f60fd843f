/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of actions: what menus, keys and the window ask the canvas to do. */
#include "canvas/trellis-canvas-private.h"

#define ZOOM_STEP 1.25

typedef enum
{
  NEEDS_NETWORK = 1 << 0,
  NEEDS_EDIT = 1 << 1
} Needs;

typedef struct
{
  const char *name;
  const char *parameter;
  Needs       needs;
  void (*activate) (TrellisCanvas *self, GVariant *parameter);
} Action;

/* --- view --- */

static void
zoom (TrellisCanvas *self, double factor)
{
  double x = self->width / 2.0, y = self->height / 2.0;
  self->fits = FALSE;
  trellis_canvas_go (
    self, trellis_camera_zoom (trellis_viewport_get_goal (&self->view), factor, x, y),
    TRUE);
}

static void
zoom_in (TrellisCanvas *self, GVariant *parameter)
{
  zoom (self, ZOOM_STEP);
}

static void
zoom_out (TrellisCanvas *self, GVariant *parameter)
{
  zoom (self, 1 / ZOOM_STEP);
}

static void
zoom_100 (TrellisCanvas *self, GVariant *parameter)
{
  zoom (self, 1 / trellis_canvas_get_zoom (self));
}

static void
zoom_fit (TrellisCanvas *self, GVariant *parameter)
{
  trellis_canvas_zoom_fit (self);
}

/* --- selection and focus --- */

static void
select_all (TrellisCanvas *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->graph->n; i++)
    {
      guint row = self->graph->node_row[i];
      if (!trellis_canvas_is_shown (self, row))
        continue;
      g_autoptr (GPtrArray) own =
        trellis_canvas_get_ids (self, (TrlOwner){ TRL_OWNER_NODE, row });
      g_ptr_array_set_free_func (own, NULL);
      g_ptr_array_extend (ids, own, NULL, NULL);
    }
  trellis_selection_set_all (self->selection, TRL_KIND_NODE, ids);
}

static void
select_none (TrellisCanvas *self, GVariant *parameter)
{
  trellis_selection_clear (self->selection);
  if (self->locked)
    trellis_canvas_emit_clicked (self, NULL);
}

static void
select_focused (TrellisCanvas *self, GVariant *parameter)
{
  guint row = trellis_canvas_get_focus_row (self);
  if (row == TRL_NO_ROW)
    return;
  g_autoptr (GPtrArray) ids =
    trellis_canvas_get_ids (self, (TrlOwner){ TRL_OWNER_NODE, row });
  trellis_selection_set_all (self->selection, TRL_KIND_NODE, ids);
  if (self->locked)
    trellis_canvas_emit_clicked (self, self->focus_id);
}

static void
toggle_focused (TrellisCanvas *self, GVariant *parameter)
{
  TrlOwner owner = { TRL_OWNER_NODE, trellis_canvas_get_focus_row (self) };
  if (owner.row == TRL_NO_ROW)
    return;
  g_autoptr (GPtrArray) ids = trellis_canvas_get_ids (self, owner);
  self->keeps_focus = TRUE;
  if (trellis_canvas_is_selected (self, owner))
    trellis_selection_remove_all (self->selection, TRL_KIND_NODE, ids);
  else
    trellis_selection_add_all (self->selection, TRL_KIND_NODE, ids);
  self->keeps_focus = FALSE;
}

/* The node that an action for one node means: the focused one, else the selected one. */
static guint
get_subject (TrellisCanvas *self)
{
  guint row = trellis_canvas_get_focus_row (self);
  if (row != TRL_NO_ROW || trellis_selection_get_n (self->selection, TRL_KIND_NODE) == 0)
    return row;
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (self->selection);
  return trellis_canvas_find_row (self, g_ptr_array_index (ids, 0));
}

/* With the keyboard, what has the focus is meant where nothing is selected. */
static void
select_if_none (TrellisCanvas *self)
{
  if (trellis_selection_get_n (self->selection, TRL_KIND_NODE) +
        trellis_selection_get_n (self->selection, TRL_KIND_EDGE) ==
      0)
    select_focused (self, NULL);
}

/* What changes data asks for more: only a focus that was seen before the key is meant. */
static void
select_if_seen (TrellisCanvas *self)
{
  if (self->focus_seen)
    select_if_none (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* As select_if_seen(), for partners alone: the hub is meant only where it is selected. */
static void
select_partner_if_seen (TrellisCanvas *self)
{
  guint row = trellis_canvas_get_focus_row (self);
  if (row != TRL_NO_ROW && row != trl_network_get_hub (self->shown))
    select_if_seen (self);
}

static void
open_subject (TrellisCanvas *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) edges = trellis_selection_get_edges (self->selection);
  guint row = get_subject (self);
  if (edges->len > 0)
    trellis_canvas_emit_activated (self, TRL_KIND_EDGE, g_ptr_array_index (edges, 0));
  else if (row != TRL_NO_ROW)
    {
      select_focused (self, NULL);
      trellis_canvas_open_row (self, row);
    }
}

static void
go (TrellisCanvas *self, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    double      dx, dy;
  } ways[] = { { "left", -1, 0 }, { "right", 1, 0 }, { "up", 0, -1 }, { "down", 0, 1 } };
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].name, g_variant_get_string (parameter, NULL)))
      trellis_canvas_walk_towards (self, ways[i].dx, ways[i].dy);
}

static void
go_to_neighbour (TrellisCanvas *self, GVariant *parameter)
{
  trellis_canvas_walk_neighbours (self, g_variant_get_int32 (parameter));
}

static void
open_menu (TrellisCanvas *self, GVariant *parameter)
{
  select_if_none (self);
  trellis_canvas_popup_at_focus (self);
}

/* --- editing --- */

static void
rename_subject (TrellisCanvas *self, GVariant *parameter)
{
  guint row = get_subject (self);
  if (row != TRL_NO_ROW)
    trellis_canvas_rename (self, row, NULL);
}

static void
remove_selected (TrellisCanvas *self, GVariant *parameter)
{
  select_partner_if_seen (self);
  if (!self->rolled_up)
    trellis_canvas_remove_selected (self);
}

static void
add_partner (TrellisCanvas *self, GVariant *parameter)
{
  if (!self->menu_is_at)
    {
      trellis_canvas_add_partner (self);
      return;
    }
  double x = self->menu_x, y = self->menu_y;
  self->menu_is_at = FALSE;
  trellis_viewport_to_scene (&self->view, &x, &y);
  trellis_canvas_add_partner_at (self, x, y, NULL);
}

/* Two that are selected are connected; one asks whom with. */
static void
connect_selected (TrellisCanvas *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) nodes = trellis_selection_get_nodes (self->selection);
  guint row = get_subject (self);
  if (nodes->len == 2)
    {
      g_autofree char *from = g_strdup (g_ptr_array_index (nodes, 0));
      g_autofree char *to = g_strdup (g_ptr_array_index (nodes, 1));
      g_autofree char *edge = trellis_canvas_connect_partners (self, from, to, -1);
    }
  else if (row != TRL_NO_ROW && !self->rolled_up)
    trellis_canvas_emit_connect (
      self, trl_table_get_id (trl_network_get_nodes (self->shown), row));
}

static void
set_level (TrellisCanvas *self, GVariant *parameter)
{
  select_partner_if_seen (self);
  trellis_canvas_apply_level (self, g_variant_get_int32 (parameter));
}

static void
toggle_pin (TrellisCanvas *self, GVariant *parameter)
{
  select_if_seen (self);
  trellis_canvas_toggle_pin (self);
}

static void
nudge (TrellisCanvas *self, GVariant *parameter)
{
  double dx, dy;
  g_variant_get (parameter, "(dd)", &dx, &dy);
  select_if_seen (self);
  trellis_canvas_nudge (self, dx, dy);
}

static void
lay_out (TrellisCanvas *self, GVariant *parameter)
{
  trellis_canvas_lay_out (self, NULL);
}

static void
lay_out_selection (TrellisCanvas *self, GVariant *parameter)
{
  select_partner_if_seen (self);
  trellis_canvas_lay_out_selection (self);
}

static const Action actions[] = {
  { "canvas.zoom-in", NULL, NEEDS_NETWORK, zoom_in },
  { "canvas.zoom-out", NULL, NEEDS_NETWORK, zoom_out },
  { "canvas.zoom-100", NULL, NEEDS_NETWORK, zoom_100 },
  { "canvas.zoom-fit", NULL, NEEDS_NETWORK, zoom_fit },
  { "canvas.select-all", NULL, NEEDS_NETWORK, select_all },
  { "canvas.select-none", NULL, NEEDS_NETWORK, select_none },
  { "canvas.select", NULL, NEEDS_NETWORK, select_focused },
  { "canvas.toggle", NULL, NEEDS_NETWORK, toggle_focused },
  { "canvas.open", NULL, NEEDS_NETWORK, open_subject },
  { "canvas.go", "s", NEEDS_NETWORK, go },
  { "canvas.neighbour", "i", NEEDS_NETWORK, go_to_neighbour },
  { "canvas.menu", NULL, NEEDS_NETWORK, open_menu },
  { "canvas.rename", NULL, NEEDS_NETWORK | NEEDS_EDIT, rename_subject },
  { "canvas.delete", NULL, NEEDS_NETWORK | NEEDS_EDIT, remove_selected },
  { "canvas.add-partner", NULL, NEEDS_NETWORK | NEEDS_EDIT, add_partner },
  { "canvas.connect", NULL, NEEDS_NETWORK | NEEDS_EDIT, connect_selected },
  { "canvas.set-level", "i", NEEDS_NETWORK | NEEDS_EDIT, set_level },
  { "canvas.pin", NULL, NEEDS_NETWORK | NEEDS_EDIT, toggle_pin },
  { "canvas.nudge", "(dd)", NEEDS_NETWORK | NEEDS_EDIT, nudge },
  { "canvas.lay-out", NULL, NEEDS_NETWORK | NEEDS_EDIT, lay_out },
  { "canvas.lay-out-selection", NULL, NEEDS_NETWORK | NEEDS_EDIT, lay_out_selection },
};

static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name) && self->shown && self->graph)
      {
        actions[i].activate (self, parameter);
        return;
      }
}

void
trellis_canvas_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter,
                                     activate);
}

void
trellis_canvas_update_actions (TrellisCanvas *self)
{
  gboolean network = self->shown != NULL, edit = trellis_canvas_may_edit (self);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (network || !(actions[i].needs & NEEDS_NETWORK)) &&
                                     (edit || !(actions[i].needs & NEEDS_EDIT)));
}
