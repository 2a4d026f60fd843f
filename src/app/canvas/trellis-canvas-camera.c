/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves with time: the camera on its way, nodes on theirs, and one tick that runs
 * while either does. */
#include "canvas/trellis-canvas-private.h"

#define CALM_TIME (250 * G_TIME_SPAN_MILLISECOND)
#define TELL_MS 100       /* listeners lay out text, which takes as long as a frame */
#define FIT_MARGIN 24.0   /* pixels */
#define NAMES_MARGIN 72.0 /* the same where names are no part of the picture */
#define FIT_MOST 2.5      /* small networks are not blown up beyond this */

gint64
trellis_canvas_time (TrellisCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  return clock ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

gboolean
trellis_canvas_animates (TrellisCanvas *self)
{
  gboolean animations = FALSE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &animations, NULL);
  return animations && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static gboolean
on_tell (gpointer data)
{
  TrellisCanvas *self = data;
  self->tell = 0;
  self->told_zoom = trellis_canvas_get_zoom (self);
  g_object_notify (G_OBJECT (self), "zoom");
  return G_SOURCE_REMOVE;
}

static void
tell_zoom_later (TrellisCanvas *self)
{
  if (self->tell != 0 || self->told_zoom == trellis_canvas_get_zoom (self))
    return;
  self->tell = g_timeout_add (TELL_MS, on_tell, self);
  self->tell_since = g_get_monotonic_time ();
}

/* Right after a frame, so that the next, which shows the text, is not one of the picture,
 * too: what a frame changes is painted as one rectangle. */
void
trellis_canvas_tell_zoom (TrellisCanvas *self)
{
  gint64 since = g_get_monotonic_time () - self->tell_since;
  if (self->tell == 0 || since < TELL_MS / 2 * G_TIME_SPAN_MILLISECOND)
    return;
  g_source_remove (self->tell);
  self->tell = g_idle_add_full (G_PRIORITY_DEFAULT, on_tell, self, NULL);
}

static void
on_camera_moved (TrellisCanvas *self)
{
  trellis_canvas_place_proxies (self);
  trellis_canvas_place_entry (self);
  trellis_canvas_suit_names_later (self);
  tell_zoom_later (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  gint64         time = gdk_frame_clock_get_frame_time (clock);
  gboolean       nodes = trellis_canvas_step_positions (self, time);
  gboolean       camera = self->view.began != 0;
  if (camera)
    {
      camera = trellis_viewport_step (&self->view, time);
      on_camera_moved (self);
    }
  if (nodes || camera)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  trellis_canvas_update_hover (self);
  return G_SOURCE_REMOVE;
}

void
trellis_canvas_start_tick (TrellisCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

gboolean
trellis_canvas_is_moving (TrellisCanvas *self)
{
  return self->view.began != 0 || self->settle != 0;
}

void
trellis_canvas_catch_nodes (TrellisCanvas *self, GArray *rows)
{
  if (!self->from)
    return;
  g_clear_pointer (&self->from, trl_layout_result_free);
  for (guint i = 0; i < rows->len; i++)
    {
      guint index = self->graph->node_index[g_array_index (rows, guint, i)];
      self->goal->points[index] = self->now->points[index];
    }
}

void
trellis_canvas_go (TrellisCanvas *self, TrellisCamera camera, gboolean calm)
{
  gboolean animate = calm && trellis_canvas_animates (self);
  trellis_viewport_go (&self->view, camera, trellis_canvas_time (self),
                       animate ? CALM_TIME : 0);
  if (animate)
    trellis_canvas_start_tick (self);
  on_camera_moved (self);
}

TrellisCamera
trellis_canvas_get_fitting_camera (TrellisCanvas *self)
{
  TrlRect bounds = self->bounds;
  int     width = gtk_widget_get_width (GTK_WIDGET (self));
  int     height = gtk_widget_get_height (GTK_WIDGET (self));
  if (!self->has_bounds)
    return (TrellisCamera){ 1, width / 2.0, height / 2.0 };
  return trellis_camera_fit (
    (double[4]){ bounds.x, bounds.y, bounds.width, bounds.height }, width, height,
    trellis_canvas_is_large (self) ? NAMES_MARGIN : FIT_MARGIN, FIT_MOST);
}

void
trellis_canvas_fit (TrellisCanvas *self, gboolean calm)
{
  self->fits = TRUE;
  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  trellis_canvas_suit_names (self);
  trellis_canvas_go (self, trellis_canvas_get_fitting_camera (self), calm);
}

void
trellis_canvas_fit_anew (TrellisCanvas *self)
{
  self->fits = TRUE;
  if (!trellis_canvas_is_large (self)) /* else the old picture is seen until then */
    self->has_bounds = FALSE;
}

void
trellis_canvas_zoom_fit (TrellisCanvas *self)
{
  g_return_if_fail (TRELLIS_IS_CANVAS (self));
  trellis_canvas_fit (self, self->scene != NULL);
}

double
trellis_canvas_get_zoom (TrellisCanvas *self)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self), 1);
  return trellis_viewport_get_goal (&self->view).scale;
}
