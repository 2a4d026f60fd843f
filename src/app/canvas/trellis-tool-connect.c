/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rim of a partner a line is drawn to another, and they are connected; let go
 * over nothing, a new partner is added there, connected. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  guint  from;
  guint  to; /* TRL_NO_ROW over nothing */
  double x, y;
} Connect;

static gboolean
claims (TrellisCanvas *self, const TrellisPointer *at)
{
  return at->button == GDK_BUTTON_PRIMARY && !(at->state & GDK_SHIFT_MASK) &&
         trellis_canvas_may_edit (self) && !self->rolled_up &&
         trellis_canvas_pick_rim (self, at->x, at->y) != TRL_NO_ROW;
}

static void
update (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Connect *connect = data;
  guint    row = trellis_canvas_pick_node (self, at->x, at->y);
  connect->to = row == connect->from ? TRL_NO_ROW : row;
  connect->x = at->x;
  connect->y = at->y;
}

static gpointer
begin (TrellisCanvas *self, const TrellisPointer *at)
{
  Connect *connect = g_new0 (Connect, 1);
  connect->from = trellis_canvas_pick_rim (self, at->x, at->y);
  update (self, connect, at);
  return connect;
}

/* Near the disc that it came from, letting go means nothing. */
static gboolean
is_back (TrellisCanvas *self, const Connect *connect)
{
  double x, y;
  return !trellis_canvas_get_place (self, connect->from, &x, &y) ||
         hypot (connect->x - x, connect->y - y) <
           trellis_canvas_get_radius (self, connect->from) + 2 * TRELLIS_TARGET;
}

static void
end (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Connect *connect = data;
  update (self, connect, at);
  const TrlTable  *nodes = trl_network_get_nodes (self->shown);
  g_autofree char *from = g_strdup (trl_table_get_id (nodes, connect->from));
  if (connect->to != TRL_NO_ROW)
    {
      g_autofree char *to = g_strdup (trl_table_get_id (nodes, connect->to));
      g_autofree char *edge =
        trellis_canvas_connect_partners (self, from, to, TRL_RANK_NOT_REPORTED);
    }
  else if (!is_back (self, connect))
    {
      double x = at->x, y = at->y;
      trellis_viewport_to_scene (&self->view, &x, &y);
      trellis_canvas_add_partner_at (self, x, y, from);
    }
}

static char *
get_preview (TrellisCanvas *self, const Connect *connect)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  if (connect->to == TRL_NO_ROW)
    return is_back (self, connect) ? NULL : g_strdup (_ ("Add a partner here"));
  const char      *name = trl_table_get_text (nodes, connect->to, TRL_NODE_NAME);
  g_autofree char *isolated = trl_text_isolate (name ? name : _ ("Partner"));
  if (trl_network_get_node_edge (self->shown, connect->from, connect->to) != TRL_NO_ROW)
    return g_strdup_printf (_ ("Connected with %s already"), isolated);
  return g_strdup_printf (_ ("Connect with %s"), isolated);
}

static void
draw (TrellisCanvas *self, gpointer data, cairo_t *cr)
{
  Connect  *connect = data;
  TrlColour c;
  double    x, y, tx = connect->x, ty = connect->y;
  if (!trellis_canvas_get_place (self, connect->from, &x, &y))
    return;
  double radius = trellis_canvas_get_radius (self, connect->from);
  double angle = atan2 (ty - y, tx - x);
  trellis_canvas_get_accent (self, &c);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 1);
  cairo_set_line_width (cr, 2.5);
  if (connect->to != TRL_NO_ROW && trellis_canvas_get_place (self, connect->to, &tx, &ty))
    {
      double other = trellis_canvas_get_radius (self, connect->to) + 4;
      cairo_new_path (cr);
      cairo_arc (cr, tx, ty, MAX (other, TRELLIS_TARGET), 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  cairo_move_to (cr, x + radius * cos (angle), y + radius * sin (angle));
  cairo_line_to (cr, tx, ty);
  cairo_stroke (cr);
  cairo_arc (cr, connect->x, connect->y, 4, 0, 2 * G_PI);
  cairo_fill (cr);
  g_autofree char *text = get_preview (self, connect);
  if (text)
    trellis_canvas_draw_label (self, cr, connect->x, connect->y, text);
}

const TrellisTool trellis_tool_connect = {
  .cursor = "crosshair",
  .claims = claims,
  .begin = begin,
  .update = update,
  .end = end,
  .draw = draw,
  .free = g_free,
};
