/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways from partner to partner for the keyboard: in list order, towards a side, along
 * partnerships. */
#include "canvas/trellis-canvas-private.h"

#include <math.h>

#define MARGIN 48.0 /* pixels kept between the focus and the side of the view */

/* How far a place must move to lie in view; 0 when it does. */
static double
get_push (double at, double size)
{
  double margin = MIN (MARGIN, size / 4);
  if (at < margin)
    return margin - at;
  return at > size - margin ? size - margin - at : 0;
}

void
trellis_canvas_pan_to (TrellisCanvas *self, guint row)
{
  double x, y;
  if (!trellis_canvas_get_place (self, row, &x, &y) || self->width == 0)
    return;
  TrellisCamera camera = self->view.now;
  double        dx = get_push (x, self->width), dy = get_push (y, self->height);
  if (dx == 0 && dy == 0)
    return;
  camera.x += dx;
  camera.y += dy;
  self->fits = FALSE;
  trellis_canvas_go (self, camera, TRUE);
}

void
trellis_canvas_take_focus (TrellisCanvas *self, guint row)
{
  g_clear_pointer (&self->around_id, g_free);
  g_free (self->focus_id);
  self->focus_id = g_strdup (trl_table_get_id (trl_network_get_nodes (self->shown), row));
  self->keeps_view = TRUE;
  trellis_canvas_grab_proxy (self, row);
  self->keeps_view = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
trellis_canvas_focus_row (TrellisCanvas *self, guint row)
{
  if (row == TRL_NO_ROW)
    return;
  trellis_canvas_take_focus (self, row);
  trellis_canvas_pan_to (self, row);
}

gboolean
trellis_canvas_walk (TrellisCanvas *self, int steps)
{
  int at = trellis_canvas_find_in_walk (self, trellis_canvas_get_focus_row (self));
  int next = at + steps;
  if (at < 0)
    next = steps > 0 ? 0 : (int) self->walk->len - 1;
  if (next < 0 || next >= (int) self->walk->len)
    return FALSE;
  trellis_canvas_focus_row (self, g_array_index (self->walk, guint, next));
  return TRUE;
}

/* The cost of going from one place to another in a direction: distance, with what lies
 * aside counting more; INFINITY for what lies behind or too far aside. */
static double
get_cost (double x, double y, double dx, double dy)
{
  double along = x * dx + y * dy, aside = fabs (x * dy - y * dx);
  if (along < 1 || aside > 2 * along)
    return INFINITY;
  return along + 2 * aside;
}

gboolean
trellis_canvas_walk_towards (TrellisCanvas *self, double dx, double dy)
{
  guint  row = trellis_canvas_get_focus_row (self), best = TRL_NO_ROW;
  double x, y, least = INFINITY;
  if (!trellis_canvas_get_place (self, row, &x, &y))
    return trellis_canvas_walk (self, 1);
  for (guint i = 0; i < self->walk->len; i++)
    {
      guint  other = g_array_index (self->walk, guint, i);
      double ox, oy;
      if (other == row || !trellis_canvas_get_place (self, other, &ox, &oy))
        continue;
      double cost = get_cost (ox - x, oy - y, dx, dy);
      if (cost < least)
        {
          least = cost;
          best = other;
        }
    }
  trellis_canvas_focus_row (self, best);
  return best != TRL_NO_ROW;
}

/* The place of a node among the neighbours of another, or -1. */
static int
find_among (const TrlGraph *graph, guint centre, guint node)
{
  for (guint k = graph->first[centre]; k < graph->first[centre + 1]; k++)
    if (graph->neighbour[k] == node)
      return k - graph->first[centre];
  return -1;
}

static int
count_neighbours (const TrlGraph *graph, guint node)
{
  return graph->first[node + 1] - graph->first[node];
}

/* Goes around the node that the walk began at, as long as there is another beside it;
 * from its only neighbour it goes on. */
gboolean
trellis_canvas_walk_neighbours (TrellisCanvas *self, int steps)
{
  guint row = trellis_canvas_get_focus_row (self);
  if (row == TRL_NO_ROW)
    return FALSE;
  const TrlGraph *graph = self->graph;
  guint           here = graph->node_index[row], centre = here;
  guint           around = trellis_canvas_find_row (self, self->around_id);
  int             at = -1;
  if (around != TRL_NO_ROW && count_neighbours (graph, graph->node_index[around]) > 1)
    at = find_among (graph, graph->node_index[around], here);
  if (at >= 0)
    centre = graph->node_index[around];
  int n = count_neighbours (graph, centre);
  if (n == 0)
    return FALSE;
  int              next = at < 0 ? (steps > 0 ? 0 : n - 1) : (at + steps + n) % n;
  g_autofree char *id = g_strdup (
    trl_table_get_id (trl_network_get_nodes (self->shown), graph->node_row[centre]));
  trellis_canvas_focus_row (
    self, graph->node_row[graph->neighbour[graph->first[centre] + next]]);
  g_free (self->around_id);
  self->around_id = g_steal_pointer (&id);
  return TRUE;
}
