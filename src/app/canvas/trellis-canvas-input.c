/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From events to tools.  A press that moves beyond the drag threshold is given to the
 * first tool of the table that claims it; one that does not is a click. */
#include "canvas/trellis-canvas-private.h"

#include <math.h>

#define WHEEL_STEP 60.0 /* pixels a notch of the wheel */
#define WHEEL_ZOOM 1.2  /* factor a notch */

static const TrellisTool *const tools[] = {
  &trellis_tool_pan, /* middle button or Space: before all others */
  &trellis_tool_connect, &trellis_tool_select, &trellis_tool_box,
  &trellis_tool_lasso,   &trellis_tool_drift, /* what is left: the background */
};

/* --- hover --- */

static void
update_cursor (TrellisCanvas *self)
{
  const char *name = NULL;
  if (self->tool)
    name = self->tool->cursor;
  else if (self->space_held)
    name = "grab";
  else if (self->hover_rim)
    name = "crosshair";
  else if (self->hover_row != TRL_NO_ROW || self->hover_edge != TRL_NO_ROW)
    name = "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
set_hover (TrellisCanvas *self, guint row, guint edge, gboolean rim)
{
  gboolean moved = row != TRL_NO_ROW; /* the handle follows the pointer */
  if (self->hover_row == row && self->hover_edge == edge && self->hover_rim == rim &&
      !moved)
    return;
  self->hover_row = row;
  self->hover_edge = edge;
  self->hover_rim = rim;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trellis_canvas_update_hover (TrellisCanvas *self)
{
  TrlOwner owner;
  guint    rim = TRL_NO_ROW;
  if (!self->pointer_inside || self->tool || !self->scene)
    {
      set_hover (self, TRL_NO_ROW, TRL_NO_ROW, FALSE);
      return;
    }
  if (trellis_canvas_may_edit (self) && !self->rolled_up)
    rim = trellis_canvas_pick_rim (self, self->pointer_x, self->pointer_y);
  if (rim != TRL_NO_ROW)
    set_hover (self, rim, TRL_NO_ROW, TRUE);
  else if (!trellis_canvas_pick (self, self->pointer_x, self->pointer_y, &owner))
    set_hover (self, TRL_NO_ROW, TRL_NO_ROW, FALSE);
  else
    set_hover (self, owner.kind == TRL_OWNER_NODE ? owner.row : TRL_NO_ROW,
               owner.kind == TRL_OWNER_EDGE ? owner.row : TRL_NO_ROW, FALSE);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, TrellisCanvas *self)
{
  self->pointer_x = x;
  self->pointer_y = y;
  self->pointer_inside = TRUE;
  trellis_canvas_update_hover (self);
}

static void
on_leave (GtkEventControllerMotion *motion, TrellisCanvas *self)
{
  self->pointer_inside = FALSE;
  trellis_canvas_update_hover (self);
}

/* --- drags --- */

static const TrellisTool *
find_tool (TrellisCanvas *self, const TrellisPointer *at)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (tools[i]->claims (self, at))
      return tools[i];
  return NULL;
}

static void
start_tool (TrellisCanvas *self)
{
  const TrellisTool *tool = find_tool (self, &self->press);
  gpointer           data = tool ? tool->begin (self, &self->press) : NULL;
  if (!data)
    return;
  self->tool = tool;
  self->tool_data = data;
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
  trellis_canvas_update_hover (self);
  update_cursor (self);
}

/* Ends the tool at work; with @at it does what it is for, else it puts all back. */
static void
finish_tool (TrellisCanvas *self, const TrellisPointer *at)
{
  if (!self->tool)
    return;
  const TrellisTool *tool = self->tool;
  gpointer           data = self->tool_data;
  self->tool = NULL;
  self->tool_data = NULL;
  g_clear_pointer (&self->lifted, trl_scene_unref);
  if (trellis_canvas_is_large (self))
    trellis_canvas_go_on (self);
  if (at)
    tool->end (self, data, at);
  else if (tool->cancel)
    tool->cancel (self, data);
  tool->free (data);
  trellis_canvas_update_hover (self);
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trellis_canvas_stop_tool (TrellisCanvas *self)
{
  finish_tool (self, NULL);
}

static TrellisPointer
get_pointer (TrellisCanvas *self, GtkGestureDrag *drag, double dx, double dy)
{
  TrellisPointer at = self->press;
  at.x += dx;
  at.y += dy;
  at.state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  return at;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, TrellisCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag));
  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  trellis_canvas_end_rename (self, TRUE);
  self->press = (TrellisPointer){
    x, y, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag)),
    button
  };
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, TrellisCanvas *self)
{
  TrellisPointer at = get_pointer (self, drag, dx, dy);
  if (!self->tool && self->press.button &&
      gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy))
    {
      start_tool (self);
      /* A drag that no tool wants stays refused until the next press. */
      if (!self->tool)
        self->press.button = 0;
    }
  if (!self->tool)
    return;
  self->pointer_x = at.x;
  self->pointer_y = at.y;
  self->tool->update (self, self->tool_data, &at);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, TrellisCanvas *self)
{
  TrellisPointer at = get_pointer (self, drag, dx, dy);
  finish_tool (self, &at);
}

static void
on_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, TrellisCanvas *self)
{
  trellis_canvas_stop_tool (self);
}

/* --- clicks --- */

static void
select_owner (TrellisCanvas *self, TrlOwner owner, gboolean toggle)
{
  TrlKind kind = owner.kind == TRL_OWNER_NODE ? TRL_KIND_NODE : TRL_KIND_EDGE;
  g_autoptr (GPtrArray) ids = trellis_canvas_get_ids (self, owner);
  if (!toggle)
    trellis_selection_set_all (self->selection, kind, ids);
  else if (trellis_canvas_is_selected (self, owner))
    trellis_selection_remove_all (self->selection, kind, ids);
  else
    trellis_selection_add_all (self->selection, kind, ids);
}

static void
click (TrellisCanvas *self, double x, double y, GdkModifierType state)
{
  gboolean toggle = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  TrlOwner owner = { TRL_OWNER_NONE, TRL_NO_ROW };
  gboolean hit = trellis_canvas_pick (self, x, y, &owner);
  gboolean node = hit && owner.kind == TRL_OWNER_NODE;
  if (self->locked)
    trellis_canvas_emit_clicked (
      self,
      node ? trl_table_get_id (trl_network_get_nodes (self->shown), owner.row) : NULL);
  if (hit)
    select_owner (self, owner, toggle);
  else if (!toggle)
    trellis_selection_clear (self->selection);
  if (node)
    trellis_canvas_take_focus (self, owner.row);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
trellis_canvas_open_row (TrellisCanvas *self, guint row)
{
  const char *id = trl_table_get_id (trl_network_get_nodes (self->shown), row);
  if (self->rolled_up && row != trl_network_get_hub (self->shown))
    trellis_canvas_emit_open_type (self, id);
  else
    trellis_canvas_emit_activated (self, TRL_KIND_NODE, id);
}

static void
double_click (TrellisCanvas *self, double x, double y)
{
  TrlOwner owner;
  if (!trellis_canvas_pick (self, x, y, &owner))
    {
      double sx = x, sy = y;
      trellis_viewport_to_scene (&self->view, &sx, &sy);
      if (trellis_canvas_may_edit (self))
        trellis_canvas_add_partner_at (self, sx, sy, NULL);
    }
  else if (owner.kind == TRL_OWNER_EDGE)
    trellis_canvas_emit_activated (
      self, TRL_KIND_EDGE,
      trl_table_get_id (trl_network_get_edges (self->shown), owner.row));
  else if (self->rolled_up || !trellis_canvas_may_edit (self))
    trellis_canvas_open_row (self, owner.row);
  else
    trellis_canvas_rename (self, owner.row, NULL);
}

static void
on_released (GtkGestureClick *gesture, int n, double x, double y, TrellisCanvas *self)
{
  if (self->tool || !self->shown)
    return;
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  if (n == 2 && !(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)))
    double_click (self, x, y);
  else
    click (self, x, y, state);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n, double x, double y, TrellisCanvas *self)
{
  TrlOwner owner;
  if (!self->shown)
    return;
  trellis_canvas_end_rename (self, TRUE);
  if (!trellis_canvas_pick (self, x, y, &owner))
    trellis_selection_clear (self->selection);
  else if (!trellis_canvas_is_selected (self, owner))
    click (self, x, y, 0);
  trellis_canvas_popup (self, x, y);
}

/* A finger that stays asks for the menu. */
static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, TrellisCanvas *self)
{
  if (self->tool)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  on_menu_pressed (NULL, 1, x, y, self);
}

/* --- wheel, touch pad and touch --- */

static void
zoom_by (TrellisCanvas *self, double factor, double x, double y)
{
  self->fits = FALSE;
  trellis_canvas_go (self, trellis_camera_zoom (self->view.now, factor, x, y), FALSE);
  trellis_canvas_settle_later (self);
}

/* What lies under the pointer is looked for when the view is at rest: from afar that is
 * one of very many.
 */
static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, TrellisCanvas *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double unit = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL
                  ? WHEEL_STEP
                  : 1;
  if (self->tool)
    return TRUE;
  if (state & GDK_CONTROL_MASK)
    zoom_by (self, pow (WHEEL_ZOOM, -dy * unit / WHEEL_STEP), self->pointer_x,
             self->pointer_y);
  else
    {
      if (state & GDK_SHIFT_MASK)
        dx = dy, dy = 0;
      self->fits = FALSE;
      trellis_viewport_pan (&self->view, -dx * unit, -dy * unit);
      trellis_canvas_go (self, self->view.now, FALSE);
      trellis_canvas_settle_later (self);
    }
  return TRUE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, TrellisCanvas *self)
{
  trellis_canvas_stop_tool (self);
  self->press.button = 0;
  self->pinch = 1;
  self->pinch_x = self->pointer_x;
  self->pinch_y = self->pointer_y;
  gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &self->pinch_y);
}

/* Two fingers zoom about the point between them, and carry it along. */
static void
on_pinch (GtkGestureZoom *gesture, double factor, TrellisCanvas *self)
{
  double x = self->pinch_x, y = self->pinch_y;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  trellis_viewport_pan (&self->view, x - self->pinch_x, y - self->pinch_y);
  zoom_by (self, factor / self->pinch, x, y);
  self->pinch = factor;
  self->pinch_x = x;
  self->pinch_y = y;
}

/* --- setting up --- */

static void
on_focus_left (GtkEventControllerFocus *focus, TrellisCanvas *self)
{
  self->space_held = FALSE;
  update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TrellisCanvas         *self)
{
  if (key == GDK_KEY_Escape && self->tool)
    {
      /* Refusing the gesture ends it, which must find no tool to finish. */
      trellis_canvas_stop_tool (self);
      self->press.button = 0;
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
      return TRUE;
    }
  if (key == GDK_KEY_space && !self->entry)
    {
      self->space_pans = self->space_pans && self->space_held; /* keys repeat */
      self->space_held = TRUE;
      update_cursor (self);
    }
  return FALSE;
}

static void
on_key_released (GtkEventControllerKey *keys,
                 guint                  key,
                 guint                  code,
                 GdkModifierType        state,
                 TrellisCanvas         *self)
{
  if (key != GDK_KEY_space || !self->space_held)
    return;
  /* Space selects, unless it was held to move the view. */
  if (!self->space_pans && !self->entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.select", NULL);
  self->space_held = FALSE;
  update_cursor (self);
}

static void
add_pointer (TrellisCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  GtkGesture *pinch = gtk_gesture_zoom_new ();
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
add_buttons (TrellisCanvas *self)
{
  GtkGesture *click_gesture = gtk_gesture_click_new ();
  g_signal_connect (click_gesture, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click_gesture));

  GtkGesture *menu = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));

  GtkGesture *stay = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (stay), TRUE);
  g_signal_connect (stay, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (stay));

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

void
trellis_canvas_init_input (TrellisCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_pointer (self);
  add_buttons (self);
}
