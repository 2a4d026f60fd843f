/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clicks, drags and menus.  A finger scrolls: it selects by tapping only. */
#include "grid/trellis-sheet-private.h"

#include <math.h>

#define EDGE 5.0        /* pixels at each side of the edge of a header */
#define LEAST_EDGE 40.0 /* pixels of a header */
#define SPEED 0.22      /* of the way beyond the edge, a frame */
#define MOST_SPEED 40.0 /* pixels a frame */

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkEvent *event = gtk_gesture_get_last_event (
    gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)));
  GdkDevice *device = event ? gdk_event_get_device (event) : NULL;
  return device && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* The headers that are hit: of rows, of columns, or %FALSE in corners and elsewhere. */
static gboolean
get_header (const TrellisSheetSpot *spot, TrlGridAxis *axis)
{
  for (guint a = 0; a < 2; a++)
    if (spot->part[a] == TRELLIS_SHEET_CELLS && spot->part[1 - a] == TRELLIS_SHEET_HEAD)
      {
        *axis = a;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_cell (const TrellisSheetSpot *spot)
{
  return spot->part[0] == TRELLIS_SHEET_CELLS && spot->part[1] == TRELLIS_SHEET_CELLS;
}

/* Whether a place is on the edge of the row headers (%TRL_GRID_COLUMN, the direction in
 * which they are wide) or of the column headers.  It is there all along the headers; what
 * lies beyond it belongs to the cells, and in the corner to nobody else. */
static gboolean
get_edge (TrellisSheet *self, double x, double y, TrlGridAxis *axis)
{
  double at[2] = { y, trellis_sheet_mirror (self, x, 0) };
  for (guint a = 0; a < 2; a++)
    {
      double   beyond = at[a] - self->track[a].head;
      gboolean corner = at[1 - a] < self->track[1 - a].head;
      if (beyond >= -EDGE && beyond <= (corner ? EDGE : 0))
        {
          *axis = a;
          return TRUE;
        }
    }
  return FALSE;
}

/* What is pressed on the editor is not for the cell below it. */
static gboolean
is_on_editor (TrellisSheet *self, double x, double y)
{
  graphene_rect_t bounds;
  return self->editor &&
         gtk_widget_compute_bounds (self->editor, GTK_WIDGET (self), &bounds) &&
         graphene_rect_contains_point (&bounds,
                                       &GRAPHENE_POINT_INIT ((float) x, (float) y));
}

/* --- clicks --- */

static void
press_cell (TrellisSheet *self, const TrellisSheetSpot *spot, gboolean extend)
{
  if (extend)
    trellis_sheet_select_extend (&self->select, spot->index[0], spot->index[1]);
  else
    trellis_sheet_select_cell (&self->select, spot->index[0], spot->index[1]);
  trellis_sheet_selected (self, TRUE);
}

static void
press (TrellisSheet *self, double x, double y, gboolean extend)
{
  TrellisSheetSpot spot;
  TrlGridAxis      axis;
  trellis_sheet_find (self, x, y, &spot);
  if (get_edge (self, x, y, &axis))
    return;
  if (is_cell (&spot))
    press_cell (self, &spot, extend);
  else if (get_header (&spot, &axis))
    {
      trellis_sheet_select_line (&self->select, axis, spot.index[axis], extend);
      trellis_sheet_selected (self, FALSE);
    }
  else if (spot.part[0] == TRELLIS_SHEET_HEAD && spot.part[1] == TRELLIS_SHEET_HEAD)
    {
      trellis_sheet_select_all (&self->select);
      trellis_sheet_selected (self, FALSE);
    }
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, TrellisSheet *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  TrellisSheetSpot spot;
  TrlGridAxis      axis;
  if (is_on_editor (self, x, y))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_touch (GTK_GESTURE (click)) && n_press == 1)
    return;
  trellis_sheet_find (self, x, y, &spot);
  if (n_press == 1)
    press (self, x, y, (state & GDK_SHIFT_MASK) != 0);
  else if (n_press == 2 && get_edge (self, x, y, &axis))
    {
      self->measures.head[axis] = 0;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  else if (n_press == 2 && is_cell (&spot))
    trellis_sheet_type (self, "");
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, TrellisSheet *self)
{
  if (is_touch (GTK_GESTURE (click)) && n_press == 1 && !is_on_editor (self, x, y))
    press (self, x, y, FALSE);
}

/* --- menus --- */

static void
open_menu_at (TrellisSheet *self, double x, double y)
{
  TrellisSheetSpot spot;
  TrellisSheetArea area;
  TrlGridAxis      axis;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  trellis_sheet_find (self, x, y, &spot);
  trellis_sheet_select_get_area (&self->select, &area);
  gboolean inside[2] = { spot.index[0] - area.row < area.n_rows,
                         spot.index[1] - area.column < area.n_columns };
  if (is_cell (&spot))
    {
      if (!inside[0] || !inside[1])
        press_cell (self, &spot, FALSE);
      trellis_sheet_open_menu (self, -1, 0, x, y);
    }
  else if (get_header (&spot, &axis))
    {
      if (trellis_sheet_select_get_axis (&self->select) != (int) axis || !inside[axis])
        {
          trellis_sheet_select_line (&self->select, axis, spot.index[axis], FALSE);
          trellis_sheet_selected (self, FALSE);
        }
      trellis_sheet_open_menu (self, (int) axis, spot.index[axis], x, y);
    }
}

static void
on_menu_pressed (
  GtkGestureClick *click, int n_press, double x, double y, TrellisSheet *self)
{
  if (is_on_editor (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
on_long_pressed (GtkGestureLongPress *press, double x, double y, TrellisSheet *self)
{
  if (is_on_editor (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

/* --- drags --- */

/* Brings the rectangle to where the pointer is; beyond the cells counts as their edge. */
static void
follow_pointer (TrellisSheet *self)
{
  double at[2] = { self->pointer[1], trellis_sheet_mirror (self, self->pointer[0], 0) };
  guint  to[2];
  for (guint a = 0; a < 2; a++)
    {
      double end = trellis_sheet_track_get_end (&self->track[a]);
      trellis_sheet_track_find (&self->track[a],
                                CLAMP (at[a], self->track[a].head, end - 1), &to[a]);
    }
  TrellisSheetSelect before = self->select;
  if (self->dragged == TRELLIS_SHEET_DRAG_CELLS)
    trellis_sheet_select_extend (&self->select, to[0], to[1]);
  else if (self->dragged == TRELLIS_SHEET_DRAG_LINES)
    trellis_sheet_select_line (&self->select, self->drag_axis, to[self->drag_axis], TRUE);
  if (memcmp (&before, &self->select, sizeof before) != 0)
    trellis_sheet_selected (self, FALSE);
}

static double
get_speed (double place, double begin, double end)
{
  double beyond = place < begin ? place - begin : place > end ? place - end : 0;
  return CLAMP (beyond * SPEED, -MOST_SPEED, MOST_SPEED);
}

static gboolean
on_autoscroll (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TrellisSheet *self = TRELLIS_SHEET (widget);
  double at[2] = { self->pointer[1], trellis_sheet_mirror (self, self->pointer[0], 0) };
  for (guint a = 0; a < 2; a++)
    {
      const TrellisSheetTrack *track = &self->track[a];
      double speed = get_speed (at[a], track->head, trellis_sheet_track_get_end (track));
      if (self->dragged == TRELLIS_SHEET_DRAG_LINES && a != self->drag_axis)
        speed = 0;
      if (speed < 0 || speed > 0)
        trellis_sheet_scroll_to (self, a, track->scroll + speed);
    }
  follow_pointer (self);
  return G_SOURCE_CONTINUE;
}

void
trellis_sheet_stop_autoscroll (TrellisSheet *self)
{
  if (self->autoscroll)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
  self->autoscroll = 0;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, TrellisSheet *self)
{
  TrellisSheetSpot spot;
  self->dragged = TRELLIS_SHEET_DRAG_NOTHING;
  if (is_touch (GTK_GESTURE (drag)) || is_on_editor (self, x, y) ||
      self->select.n[0] == 0 || self->select.n[1] == 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  trellis_sheet_find (self, x, y, &spot);
  self->press[0] = self->pointer[0] = x;
  self->press[1] = self->pointer[1] = y;
  if (get_edge (self, x, y, &self->drag_axis))
    {
      self->dragged = TRELLIS_SHEET_DRAG_EDGE;
      self->drag_start = self->track[self->drag_axis].head;
    }
  else if (get_header (&spot, &self->drag_axis))
    self->dragged = TRELLIS_SHEET_DRAG_LINES;
  else if (is_cell (&spot))
    self->dragged = TRELLIS_SHEET_DRAG_CELLS;
}

static void
drag_edge (TrellisSheet *self, double dx, double dy)
{
  double by = self->drag_axis == TRL_GRID_ROW    ? dy
              : trellis_sheet_is_mirrored (self) ? -dx
                                                 : dx;
  self->measures.head[self->drag_axis] = MAX (LEAST_EDGE, self->drag_start + by);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, TrellisSheet *self)
{
  if (self->dragged == TRELLIS_SHEET_DRAG_NOTHING)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->dragged == TRELLIS_SHEET_DRAG_EDGE)
    {
      drag_edge (self, dx, dy);
      return;
    }
  self->pointer[0] = self->press[0] + dx;
  self->pointer[1] = self->press[1] + dy;
  follow_pointer (self);
  if (!self->autoscroll)
    self->autoscroll =
      gtk_widget_add_tick_callback (GTK_WIDGET (self), on_autoscroll, NULL, NULL);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, TrellisSheet *self)
{
  trellis_sheet_stop_autoscroll (self);
  self->dragged = TRELLIS_SHEET_DRAG_NOTHING;
}

static void
on_drag_cancelled (GtkGesture *drag, GdkEventSequence *sequence, TrellisSheet *self)
{
  on_drag_end (GTK_GESTURE_DRAG (drag), 0, 0, self);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, TrellisSheet *self)
{
  TrlGridAxis axis = TRL_GRID_ROW;
  const char *name = !get_edge (self, x, y, &axis) ? NULL
                     : axis == TRL_GRID_ROW        ? "row-resize"
                                                   : "col-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
add_drag (TrellisSheet *self)
{
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

void
trellis_sheet_add_pointer (TrellisSheet *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu = gtk_gesture_click_new ();
  GtkGesture         *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (widget, motion);
  add_drag (self);
}
