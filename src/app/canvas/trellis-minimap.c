/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture is drawn by a thread, once a scene, and kept; a frame copies it and adds
 * the rectangle of the view.  What the canvas draws is looked at in an idle: sizes and
 * places of widgets must not change while a frame is made. */
#include "canvas/trellis-minimap.h"

#include "canvas/trellis-canvas-private.h"
#include "draw/trl-draw.h"
#include "job/trellis-pace.h"

#include <glib/gi18n.h>
#include <math.h>

#define WIDTH 176
#define HEIGHT 144
#define MARGIN 12 /* pixels from the sides of the canvas */
#define PADDING 6.0
#define FEWEST 200     /* partners */
#define MOST (1.0 / 3) /* of the picture that is in view */
#define ROOM_WIDTH 480 /* of the canvas; with less it would cover too much */
#define ROOM_HEIGHT 360
#define LEAST_VIEW 4.0 /* pixels a side of the rectangle */

struct _TrellisMinimap
{
  GtkWidget parent_instance;

  TrellisCanvas   *canvas;
  gboolean         enabled;
  guint            later; /* looks at the canvas */
  TrellisJob      *job;   /* draws the picture */
  TrlScene        *scene; /* that is drawn or being drawn */
  cairo_surface_t *picture;
  TrellisCamera    camera; /* of the picture */
  TrellisCamera    seen;   /* of the canvas, in the last frame */
  gboolean         dragging;
  double           press_x, press_y;
  double grab_x, grab_y; /* points, from the pointer to the middle of the view */
};

G_DEFINE_FINAL_TYPE (TrellisMinimap, trellis_minimap, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void look_later (TrellisMinimap *self);

/* --- the picture, in a thread --- */

typedef struct
{
  TrlScene     *scene;
  TrellisCamera camera;
  int           factor;
  TrlColour     background;
} Order;

typedef struct
{
  GCancellable *cancellable;
  TrellisPace   pace;
} Work;

typedef struct
{
  TrellisMinimap *minimap;
  TrellisCamera   camera;
} Ticket;

static void
order_free (gpointer data)
{
  Order *order = data;
  trl_scene_unref (order->scene);
  g_free (order);
}

/* What is left of a picture that nobody wants is skipped. */
static gboolean
rest (const TrlItem *item, gpointer data)
{
  Work *work = data;
  if (!trellis_pace_is_due (&work->pace))
    return TRUE;
  if (g_cancellable_is_cancelled (work->cancellable))
    return FALSE;
  trellis_pace_go_on (&work->pace, TRELLIS_REST_LONG);
  return TRUE;
}

static gpointer
draw_order (gpointer input, GCancellable *cancellable, GError **error)
{
  Order           *order = input;
  Work             work = { cancellable, { 0, trellis_pace_get_work () } };
  int              factor = order->factor;
  double           scale = order->camera.scale;
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * factor, HEIGHT * factor);
  cairo_t *cr = cairo_create (picture);
  cairo_set_source_rgb (cr, order->background.r, order->background.g,
                        order->background.b);
  cairo_paint (cr);
  cairo_scale (cr, factor, factor);
  cairo_translate (cr, order->camera.x, order->camera.y);
  cairo_scale (cr, scale, scale);
  trl_draw_scene_filtered (order->scene, cr, NULL, scale * factor,
                           TRL_DRAW_SCREEN | TRL_DRAW_BARE | TRL_DRAW_QUICK, rest, &work);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  cairo_surface_set_device_scale (picture, factor, factor);
  return picture;
}

static void
on_drawn (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisMinimap) self = ticket->minimap;
  g_clear_object (&self->job);
  if (self->scene)
    {
      g_clear_pointer (&self->picture, cairo_surface_destroy);
      self->picture = g_steal_pointer (&result);
      self->camera = ticket->camera;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  g_clear_pointer (&result, cairo_surface_destroy);
  look_later (self);
}

/* As small as it takes: the canvas itself has a least scale. */
static TrellisCamera
fit (const TrlRect *bounds)
{
  double scale = MIN ((WIDTH - 2 * PADDING) / MAX (bounds->width, 1),
                      (HEIGHT - 2 * PADDING) / MAX (bounds->height, 1));
  return (TrellisCamera){ scale, WIDTH / 2.0 - scale * (bounds->x + bounds->width / 2),
                          HEIGHT / 2.0 - scale * (bounds->y + bounds->height / 2) };
}

/* The newest scene is drawn after the one that is being drawn. */
static void
draw_picture (TrellisMinimap *self)
{
  TrlScene *scene = self->canvas->scene;
  if (!scene || scene == self->scene || self->job)
    return;
  g_clear_pointer (&self->scene, trl_scene_unref);
  self->scene = trl_scene_ref (scene);
  Order  *order = g_new0 (Order, 1);
  Ticket *ticket = g_new0 (Ticket, 1);
  order->scene = trl_scene_ref (scene);
  order->camera = fit (&self->canvas->bounds);
  order->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  order->background = trellis_backdrop_get_colour (GTK_WIDGET (self));
  ticket->minimap = g_object_ref (self);
  ticket->camera = order->camera;
  self->job = trellis_job_start (_ ("Drawing the map"), draw_order, order, order_free,
                                 on_drawn, ticket);
}

static void
drop_picture (TrellisMinimap *self)
{
  if (self->job)
    trellis_job_cancel (self->job);
  g_clear_pointer (&self->scene, trl_scene_unref);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
}

/* --- whether and where it is seen --- */

/* What is in view, points. */
static TrlRect
get_view (TrellisMinimap *self)
{
  const TrellisViewport *view = &self->canvas->view;
  double                 left = 0, top = 0;
  trellis_viewport_to_scene (view, &left, &top);
  return (TrlRect){ left, top, self->canvas->width / view->now.scale,
                    self->canvas->height / view->now.scale };
}

/* Of the picture, the share that is in view, 0 … 1. */
static double
find_share (TrellisMinimap *self)
{
  const TrlRect *all = &self->canvas->bounds;
  TrlRect        view = get_view (self);
  double width = MIN (view.x + view.width, all->x + all->width) - MAX (view.x, all->x);
  double height = MIN (view.y + view.height, all->y + all->height) - MAX (view.y, all->y);
  double area = all->width * all->height;
  return area > 0 ? MAX (width, 0) * MAX (height, 0) / area : 1;
}

static gboolean
is_wanted (TrellisMinimap *self)
{
  TrellisCanvas *canvas = self->canvas;
  if (!self->enabled || !canvas || !canvas->graph || canvas->graph->n < FEWEST)
    return FALSE;
  if (!canvas->has_bounds || canvas->width < ROOM_WIDTH || canvas->height < ROOM_HEIGHT)
    return FALSE;
  return self->dragging || find_share (self) < MOST;
}

/* Whether the partner that has the focus would lie under the lower corner. */
static gboolean
hides_focus (TrellisMinimap *self)
{
  TrellisCanvas *canvas = self->canvas;
  guint          row = trellis_canvas_get_focus_row (canvas);
  double         x, y;
  if (row == TRL_NO_ROW || !gtk_widget_get_focus_child (GTK_WIDGET (canvas)) ||
      !trellis_canvas_get_place (canvas, row, &x, &y))
    return FALSE;
  double away = trellis_canvas_get_radius (canvas, row) +
                trellis_canvas_get_ring_gap (canvas) + MARGIN;
  gboolean left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double   across = left ? x : canvas->width - x;
  return across < WIDTH + MARGIN + away && canvas->height - y < HEIGHT + MARGIN + away;
}

/* An overlay has to be told that it must place its child anew. */
static void
set_corner (TrellisMinimap *self, GtkAlign corner)
{
  if (gtk_widget_get_valign (GTK_WIDGET (self)) == corner)
    return;
  gtk_widget_set_valign (GTK_WIDGET (self), corner);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
look (gpointer data)
{
  TrellisMinimap *self = data;
  GtkWidget      *widget = GTK_WIDGET (self);
  gboolean        wanted = is_wanted (self);
  self->later = 0;
  /* It comes and goes when the view is at rest: a window laid out anew takes longer than
   * a frame. */
  if (trellis_canvas_is_moving (self->canvas))
    wanted = gtk_widget_get_visible (widget);
  gtk_widget_set_visible (widget, wanted);
  if (!wanted)
    {
      drop_picture (self);
      return G_SOURCE_REMOVE;
    }
  if (!self->dragging)
    set_corner (self, hides_focus (self) ? GTK_ALIGN_START : GTK_ALIGN_END);
  draw_picture (self);
  const TrellisCamera *now = &self->canvas->view.now;
  if (now->scale != self->seen.scale || now->x != self->seen.x || now->y != self->seen.y)
    gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static void
look_later (TrellisMinimap *self)
{
  if (self->canvas && self->later == 0)
    self->later = g_idle_add_full (G_PRIORITY_DEFAULT, look, self, NULL);
}

/* --- drawing --- */

static void
trace_view (TrellisMinimap *self, cairo_t *cr)
{
  TrlRect view = get_view (self);
  double  scale = self->camera.scale;
  double  width = MAX (view.width * scale, LEAST_VIEW);
  double  height = MAX (view.height * scale, LEAST_VIEW);
  double  x = self->camera.x + (view.x + view.width / 2) * scale;
  double  y = self->camera.y + (view.y + view.height / 2) * scale;
  cairo_rectangle (cr, x - width / 2, y - height / 2, width, height);
}

static void
trellis_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisMinimap *self = TRELLIS_MINIMAP (widget);
  TrlColour       accent;
  if (!self->canvas || !self->picture)
    return;
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  trace_view (self, cr);
  trellis_canvas_get_accent (self->canvas, &accent);
  cairo_set_source_rgba (cr, accent.r, accent.g, accent.b, 0.15);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, accent.r, accent.g, accent.b);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
  self->seen = self->canvas->view.now;
}

/* --- moving the view --- */

static void
to_scene (TrellisMinimap *self, double *x, double *y)
{
  *x = (*x - self->camera.x) / self->camera.scale;
  *y = (*y - self->camera.y) / self->camera.scale;
}

/* Puts the middle of the view where the pointer has it. */
static void
go_to (TrellisMinimap *self, double x, double y)
{
  TrellisCanvas *canvas = self->canvas;
  double         scale = canvas->view.now.scale;
  to_scene (self, &x, &y);
  canvas->fits = FALSE;
  trellis_canvas_go (canvas,
                     (TrellisCamera){ scale,
                                      canvas->width / 2.0 - scale * (x + self->grab_x),
                                      canvas->height / 2.0 - scale * (y + self->grab_y) },
                     FALSE);
}

/* The rectangle is held where it is taken; beside it, it comes to the pointer. */
static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, TrellisMinimap *self)
{
  if (!self->canvas || !self->picture)
    {
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  TrlRect view = get_view (self);
  double  px = x, py = y;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  to_scene (self, &px, &py);
  self->dragging = TRUE;
  self->press_x = x;
  self->press_y = y;
  self->grab_x = view.x + view.width / 2 - px;
  self->grab_y = view.y + view.height / 2 - py;
  if (fabs (self->grab_x) <= view.width / 2 && fabs (self->grab_y) <= view.height / 2)
    return;
  self->grab_x = self->grab_y = 0;
  go_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, TrellisMinimap *self)
{
  if (self->dragging && self->canvas && self->picture)
    go_to (self, self->press_x + dx, self->press_y + dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, TrellisMinimap *self)
{
  self->dragging = FALSE;
  look_later (self);
}

/* --- life --- */

static void
trellis_minimap_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
trellis_minimap_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENABLED)
    g_value_set_boolean (value, TRELLIS_MINIMAP (object)->enabled);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trellis_minimap_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TrellisMinimap *self = TRELLIS_MINIMAP (object);
  if (id != PROP_ENABLED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->enabled == g_value_get_boolean (value))
    return;
  self->enabled = g_value_get_boolean (value);
  look_later (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
trellis_minimap_dispose (GObject *object)
{
  trellis_minimap_set_canvas (TRELLIS_MINIMAP (object), NULL);
  G_OBJECT_CLASS (trellis_minimap_parent_class)->dispose (object);
}

static void
trellis_minimap_class_init (TrellisMinimapClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = trellis_minimap_get_property;
  object_class->set_property = trellis_minimap_set_property;
  object_class->dispose = trellis_minimap_dispose;
  widget_class->measure = trellis_minimap_measure;
  widget_class->snapshot = trellis_minimap_snapshot;

  properties[PROP_ENABLED] = g_param_spec_boolean (
    "enabled", NULL, NULL, TRUE,
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "trellis-minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trellis_minimap_init (TrellisMinimap *self)
{
  GtkWidget  *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  self->enabled = TRUE;
  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_start (widget, MARGIN);
  gtk_widget_set_margin_end (widget, MARGIN);
  gtk_widget_set_margin_top (widget, MARGIN);
  gtk_widget_set_margin_bottom (widget, MARGIN);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (widget, "grab");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE,
                               -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

void
trellis_minimap_set_canvas (TrellisMinimap *self, TrellisCanvas *canvas)
{
  g_return_if_fail (TRELLIS_IS_MINIMAP (self));
  if (self->canvas)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_handle_id (&self->later, g_source_remove);
  drop_picture (self);
  self->dragging = FALSE;
  g_set_object (&self->canvas, canvas);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (canvas)
    g_signal_connect_swapped (canvas, "drawn", G_CALLBACK (look_later), self);
  look_later (self);
}
