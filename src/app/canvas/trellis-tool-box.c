/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selects the partners in a rectangle that is drawn on the background with Ctrl held. */
#include "canvas/trellis-canvas-private.h"

#include <math.h>

typedef struct
{
  double x, y, x2, y2; /* opposite corners, pixels */
} Box;

static gboolean
claims (TrellisCanvas *self, const TrellisPointer *at)
{
  return at->button == GDK_BUTTON_PRIMARY && (at->state & GDK_CONTROL_MASK) &&
         !(at->state & GDK_SHIFT_MASK) && self->scene &&
         trellis_canvas_pick_node (self, at->x, at->y) == TRL_NO_ROW;
}

static gpointer
begin (TrellisCanvas *self, const TrellisPointer *at)
{
  Box *box = g_new (Box, 1);
  *box = (Box){ at->x, at->y, at->x, at->y };
  return box;
}

static void
update (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Box *box = data;
  box->x2 = at->x;
  box->y2 = at->y;
}

static TrlRect
get_rect (const Box *box)
{
  return (TrlRect){ MIN (box->x, box->x2), MIN (box->y, box->y2), fabs (box->x2 - box->x),
                    fabs (box->y2 - box->y) };
}

static void
end (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  update (self, data, at);
  TrlRect area = get_rect (data);
  if (!self->scene)
    return;
  trellis_viewport_to_scene (&self->view, &area.x, &area.y);
  area.width /= self->view.now.scale;
  area.height /= self->view.now.scale;
  g_autoptr (GArray) owners = trl_scene_hit_rect (self->scene, &area);
  g_autoptr (GPtrArray) ids = trellis_canvas_get_node_ids (self, owners);
  trellis_selection_add_all (self->selection, TRL_KIND_NODE, ids);
}

static void
draw (TrellisCanvas *self, gpointer data, cairo_t *cr)
{
  TrlRect   area = get_rect (data);
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  cairo_rectangle (cr, round (area.x) + 0.5, round (area.y) + 0.5, round (area.width),
                   round (area.height));
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

const TrellisTool trellis_tool_box = {
  .cursor = "crosshair",
  .claims = claims,
  .begin = begin,
  .update = update,
  .end = end,
  .draw = draw,
  .free = g_free,
};
