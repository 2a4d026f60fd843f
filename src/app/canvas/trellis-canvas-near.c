/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of a large network: those of what is in view, as many as find room, best
 * connected first.  A thread places and draws them once the view is at rest; the image
 * goes along when the view is moved and is left out while it is zoomed. */
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-picture-input.h"
#include "draw/trl-draw.h"
#include "scene/trl-scene-build.h"

#include <glib/gi18n.h>
#include <math.h>

#define PAUSE_MS 150
#define MARGIN 96       /* pixels beyond the view that have names, too */
#define NAME_PIXELS 9.5 /* of a name on the screen, at least */
#define GAP 3.0         /* pixels around a name that is taken away */

/* What a thread makes, and what it makes it from. */
typedef struct
{
  TrellisPictureInput *input;
  TrellisCamera        camera;
  int                  width, height, factor;
} NearInput;

struct TrellisNear
{
  cairo_surface_t *surface;
  TrlScene        *scene; /* the names */
  TrellisCamera    camera;
  guint            hidden;
};

typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
} Ticket;

static void
near_input_free (gpointer data)
{
  NearInput *near = data;
  trellis_picture_input_free (near->input);
  g_free (near);
}

static void
near_free (TrellisNear *near)
{
  cairo_surface_destroy (near->surface);
  trl_scene_unref (near->scene);
  g_free (near);
}

static gpointer
work_near (gpointer data, GCancellable *cancellable, GError **error)
{
  NearInput    *from = data;
  TrellisNear  *near = g_new0 (TrellisNear, 1);
  TrellisCamera c = from->camera;
  TrlSceneNotes notes;
  TrlRect       area = { -(c.x + MARGIN) / c.scale, -(c.y + MARGIN) / c.scale,
                         (from->width + 2 * MARGIN) / c.scale,
                         (from->height + 2 * MARGIN) / c.scale };
  TrlRect       view = { -c.x / c.scale, -c.y / c.scale, from->width / c.scale,
                         from->height / c.scale };
  near->camera = c;
  near->scene = trl_scene_build_names (from->input->network, from->input->places,
                                       &from->input->options, &area, &view, &notes);
  near->hidden = notes.unnamed;
  near->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              (from->width + 2 * MARGIN) * from->factor,
                                              (from->height + 2 * MARGIN) * from->factor);
  cairo_surface_set_device_scale (near->surface, from->factor, from->factor);
  cairo_t *cr = cairo_create (near->surface);
  cairo_translate (cr, round (c.x) + MARGIN, round (c.y) + MARGIN);
  cairo_scale (cr, c.scale, c.scale);
  trl_draw_scene_filtered (near->scene, cr, NULL, c.scale * from->factor,
                           TRL_DRAW_SCREEN | TRL_DRAW_BARE, NULL, NULL);
  cairo_destroy (cr);
  return near;
}

static void
set_near (TrellisCanvas *self, TrellisNear *near)
{
  guint before = trellis_canvas_get_names_hidden (self);
  g_clear_pointer (&self->near_node, gsk_render_node_unref);
  g_clear_pointer (&self->near, near_free);
  self->near = near;
  if (trellis_canvas_get_names_hidden (self) != before)
    g_object_notify (G_OBJECT (self), "names-hidden");
}

static void
on_near_done (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisCanvas) self = ticket->canvas;
  TrellisNear *near = result;
  self->working = FALSE;
  if (near && ticket->serial == self->near_serial && self->scene && !self->lifted)
    {
      set_near (self, near);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else if (near)
    near_free (near);
  trellis_canvas_go_on (self);
}

static void
start (TrellisCanvas *self)
{
  NearInput      *near = g_new0 (NearInput, 1);
  Ticket         *ticket = g_new0 (Ticket, 1);
  TrlSceneOptions options;
  trellis_canvas_fill_options (self, &options);
  near->camera = self->view.now;
  options.text_size = MAX (options.text_size, NAME_PIXELS / near->camera.scale);
  near->width = self->width;
  near->height = self->height;
  near->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  near->input =
    trellis_picture_input_new (trellis_canvas_ref_copy (self), self->now, &options);
  ticket->canvas = g_object_ref (self);
  ticket->serial = self->near_serial;
  self->working = TRUE;
  g_object_unref (trellis_job_start (_ ("Placing names"), work_near, near,
                                     near_input_free, on_near_done, ticket));
}

static gboolean
on_pause (gpointer data)
{
  TrellisCanvas *self = data;
  self->names_later = 0;
  if (self->tool || self->view.began || self->settle || self->working)
    trellis_canvas_name_near_later (self);
  else if (self->scene && self->now && self->width > 0 &&
           gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
  return G_SOURCE_REMOVE;
}

void
trellis_canvas_name_near_later (TrellisCanvas *self)
{
  if (!trellis_canvas_is_large (self))
    return;
  self->near_serial++;
  g_clear_handle_id (&self->names_later, g_source_remove);
  self->names_later = g_timeout_add (PAUSE_MS, on_pause, self);
}

void
trellis_canvas_forget_near (TrellisCanvas *self)
{
  self->near_serial++;
  g_clear_handle_id (&self->names_later, g_source_remove);
  set_near (self, NULL);
}

guint
trellis_canvas_get_names_hidden (TrellisCanvas *self)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self), 0);
  return self->near ? self->near->hidden : 0;
}

/* A name does not stay behind when its partner is dragged. */
void
trellis_canvas_take_name (TrellisCanvas *self, guint row)
{
  TrlOwner owner = { TRL_OWNER_NODE, row };
  TrlRect  box;
  if (!self->near || !trl_scene_get_owner_bounds (self->near->scene, owner, &box))
    return;
  TrellisCamera c = self->near->camera;
  cairo_t      *cr = cairo_create (self->near->surface);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_rectangle (cr, box.x * c.scale + round (c.x) + MARGIN - GAP,
                   box.y * c.scale + round (c.y) + MARGIN - GAP,
                   box.width * c.scale + 2 * GAP, box.height * c.scale + 2 * GAP);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_clear_pointer (&self->near_node, gsk_render_node_unref);
}

gboolean
trellis_canvas_has_near_name (TrellisCanvas *self, guint row)
{
  TrlOwner owner = { TRL_OWNER_NODE, row };
  TrlRect  box;
  double   zoom = trellis_canvas_get_zoom (self);
  return self->near && fabs (self->near->camera.scale - zoom) <= 1e-9 &&
         trl_scene_get_owner_bounds (self->near->scene, owner, &box);
}

void
trellis_canvas_snapshot_near (TrellisCanvas *self, GtkSnapshot *snapshot)
{
  TrellisNear *near = self->near;
  if (!near || fabs (near->camera.scale - self->view.now.scale) > 1e-9)
    return;
  double x = round (self->view.now.x) - round (near->camera.x) - MARGIN;
  double y = round (self->view.now.y) - round (near->camera.y) - MARGIN;
  if (self->near_node && (x != self->near_x || y != self->near_y))
    g_clear_pointer (&self->near_node, gsk_render_node_unref);
  if (!self->near_node)
    {
      self->near_node =
        gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, self->width, self->height));
      cairo_t *cr = gsk_cairo_node_get_draw_context (self->near_node);
      cairo_set_source_surface (cr, near->surface, x, y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
      self->near_x = x;
      self->near_y = y;
    }
  gtk_snapshot_append_node (snapshot, self->near_node);
}
