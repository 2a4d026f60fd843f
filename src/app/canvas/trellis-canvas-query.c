/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is where.  A node is a target of at least 24 pixels at any zoom; nodes come before
 * edges, discs before names, the nearest before others. */
#include "canvas/trellis-canvas-private.h"
#include "model/trl-rollup.h"

#include <math.h>

#define RIM_INSIDE 4.0 /* pixels of the disc that belong to its rim */
#define FREE_GAP 16.0  /* points between the discs of new partners: room for a name */
#define FREE_TRIES 2000
#define RIM_OUTSIDE 10.0 /* pixels around the target where a partnership begins */

static TrlOwner
node_owner (guint row)
{
  return (TrlOwner){ TRL_OWNER_NODE, row };
}

guint
trellis_canvas_find_row (TrellisCanvas *self, const char *id)
{
  if (!self->shown || !id)
    return TRL_NO_ROW;
  return trl_table_find (trl_network_get_nodes (self->shown), id);
}

gboolean
trellis_canvas_is_shown (TrellisCanvas *self, guint row)
{
  guint n = 0;
  if (self->scene && row != TRL_NO_ROW)
    trl_scene_get_owner_items (self->scene, node_owner (row), &n);
  return n > 0;
}

gboolean
trellis_canvas_get_place (TrellisCanvas *self, guint row, double *x, double *y)
{
  guint index = self->graph && self->now && row != TRL_NO_ROW
                  ? self->graph->node_index[row]
                  : G_MAXUINT;
  if (index == G_MAXUINT)
    return FALSE;
  *x = self->now->points[index].x;
  *y = self->now->points[index].y;
  trellis_viewport_to_widget (&self->view, x, y);
  return TRUE;
}

double
trellis_canvas_get_radius (TrellisCanvas *self, guint row)
{
  guint        n = 0;
  const guint *own =
    self->scene ? trl_scene_get_owner_items (self->scene, node_owner (row), &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      const TrlItem *item = trl_scene_get_item (self->scene, own[i]);
      if (item->kind == TRL_ITEM_DISC || item->kind == TRL_ITEM_SHAPE)
        return item->radius * self->view.now.scale;
    }
  return 0;
}

static double
get_scene_radius (TrellisCanvas *self, guint row)
{
  return trellis_canvas_get_radius (self, row) / self->view.now.scale;
}

static gboolean
is_free (TrellisCanvas *self, double x, double y)
{
  double radius = trl_layout_disc_radius (1);
  for (guint i = 0; i < self->graph->n; i++)
    {
      TrlPoint p = self->goal->points[i];
      double   near = radius + FREE_GAP;
      if (fabs (p.x - x) > 64 + near || fabs (p.y - y) > 64 + near)
        continue;
      near += MAX (get_scene_radius (self, self->graph->node_row[i]), radius);
      if (hypot (p.x - x, p.y - y) < near)
        return FALSE;
    }
  return TRUE;
}

void
trellis_canvas_find_free_place (TrellisCanvas *self, double *x, double *y)
{
  double step = trl_layout_disc_radius (1) + FREE_GAP / 2;
  for (guint i = 0; self->graph && self->goal && i < FREE_TRIES; i++)
    {
      /* Golden angle: points that lie evenly on the plane. */
      double angle = i * G_PI * (3 - sqrt (5)), away = step * sqrt (i);
      double at_x = *x + away * cos (angle), at_y = *y + away * sin (angle);
      if (!is_free (self, at_x, at_y))
        continue;
      *x = at_x;
      *y = at_y;
      return;
    }
}

/* How far from the centre, in pixels, a point is; INFINITY where the node is not drawn.
 */
static double
get_distance (TrellisCanvas *self, guint row, double x, double y)
{
  double nx, ny;
  if (!trellis_canvas_get_place (self, row, &nx, &ny))
    return INFINITY;
  return hypot (nx - x, ny - y);
}

/* The items that reach so near to a point, pixels. */
static GArray *
find_near (TrellisCanvas *self, double x, double y, double more)
{
  double away = (TRELLIS_TARGET + more) / self->view.now.scale;
  trellis_viewport_to_scene (&self->view, &x, &y);
  return trl_scene_find_items (self->scene,
                               &(TrlRect){ x - away, y - away, 2 * away, 2 * away });
}

/* The node that lies nearest among those whose radius, grown by @more, holds the point.
 */
static guint
pick (TrellisCanvas *self, double x, double y, double more)
{
  guint  best = TRL_NO_ROW;
  double least = INFINITY;
  if (!self->scene || !self->graph)
    return best;
  g_autoptr (GArray) near = find_near (self, x, y, more);
  for (guint i = 0; i < near->len; i++)
    {
      const TrlItem *item =
        trl_scene_get_item (self->scene, g_array_index (near, guint, i));
      guint row = item->owner.row;
      if (item->owner.kind != TRL_OWNER_NODE ||
          (item->kind != TRL_ITEM_DISC && item->kind != TRL_ITEM_SHAPE))
        continue;
      double away = get_distance (self, row, x, y);
      double radius = MAX (trellis_canvas_get_radius (self, row), TRELLIS_TARGET) + more;
      if (away <= radius && away - radius < least)
        {
          best = row;
          least = away - radius;
        }
    }
  return best;
}

guint
trellis_canvas_pick_node (TrellisCanvas *self, double x, double y)
{
  return pick (self, x, y, 0);
}

guint
trellis_canvas_pick_rim (TrellisCanvas *self, double x, double y)
{
  guint row = pick (self, x, y, 0);
  if (row == TRL_NO_ROW)
    return pick (self, x, y, RIM_OUTSIDE);
  double inner = MAX (trellis_canvas_get_radius (self, row) - RIM_INSIDE, TRELLIS_TARGET);
  return get_distance (self, row, x, y) >= inner ? row : TRL_NO_ROW;
}

gboolean
trellis_canvas_pick (TrellisCanvas *self, double x, double y, TrlOwner *owner)
{
  guint row = trellis_canvas_pick_node (self, x, y);
  if (row != TRL_NO_ROW)
    {
      *owner = node_owner (row);
      return TRUE;
    }
  if (!self->scene)
    return FALSE;
  double sx = x, sy = y;
  trellis_viewport_to_scene (&self->view, &sx, &sy);
  return trl_scene_hit (self->scene, sx, sy, TRELLIS_TARGET / self->view.now.scale,
                        owner) &&
         (owner->kind == TRL_OWNER_NODE || owner->kind == TRL_OWNER_EDGE);
}

guint
trellis_canvas_get_focus_row (TrellisCanvas *self)
{
  guint row = trellis_canvas_find_row (self, self->focus_id);
  return trellis_canvas_is_shown (self, row) ? row : TRL_NO_ROW;
}

gboolean
trellis_canvas_has_rings (TrellisCanvas *self)
{
  return self->goal && self->goal->n_rings > 0;
}

/* --- from the picture to ids of the document --- */

/* Where types are drawn, the partners of the type. */
static void
add_members (TrellisCanvas *self, const char *type, GPtrArray *ids)
{
  TrlNetwork *real = trellis_canvas_get_real (self);
  g_autoptr (GArray) rows = trl_network_get_type_members (real, type);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (trl_table_get_id (trl_network_get_nodes (real),
                                                      g_array_index (rows, guint, i))));
}

/* The ties between the hub and the partners of a type. */
static void
add_member_ties (TrellisCanvas *self, const char *type, GPtrArray *ids)
{
  TrlNetwork *real = trellis_canvas_get_real (self);
  guint       hub = trl_network_get_hub (real);
  if (hub == TRL_NO_ROW)
    return;
  g_autoptr (GArray) rows = trl_network_get_type_members (real, type);
  for (guint i = 0; i < rows->len; i++)
    {
      guint edge = trl_network_get_node_edge (real, hub, g_array_index (rows, guint, i));
      if (edge != TRL_NO_ROW)
        g_ptr_array_add (
          ids, g_strdup (trl_table_get_id (trl_network_get_edges (real), edge)));
    }
}

static void
add_rolled_up (TrellisCanvas *self, TrlOwner owner, GPtrArray *ids)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  guint           hub = trl_network_get_hub (self->shown);
  if (owner.kind == TRL_OWNER_NODE)
    {
      const char *id = trl_table_get_id (nodes, owner.row);
      if (owner.row != hub)
        add_members (self, id, ids);
      else if (trl_table_find (trl_network_get_nodes (trellis_canvas_get_real (self)),
                               id) != TRL_NO_ROW)
        g_ptr_array_add (ids, g_strdup (id));
      return;
    }
  const TrlTable *edges = trl_network_get_edges (self->shown);
  guint           from = trl_table_get_end (edges, owner.row, 0);
  guint           type = from == hub ? trl_table_get_end (edges, owner.row, 1) : from;
  add_member_ties (self, trl_table_get_id (nodes, type), ids);
}

GPtrArray *
trellis_canvas_get_ids (TrellisCanvas *self, TrlOwner owner)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  if (self->rolled_up)
    add_rolled_up (self, owner, ids);
  else
    {
      const TrlTable *table = owner.kind == TRL_OWNER_NODE
                                ? trl_network_get_nodes (self->shown)
                                : trl_network_get_edges (self->shown);
      g_ptr_array_add (ids, g_strdup (trl_table_get_id (table, owner.row)));
    }
  return ids;
}

GPtrArray *
trellis_canvas_get_node_ids (TrellisCanvas *self, GArray *owners)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < owners->len; i++)
    {
      TrlOwner owner = g_array_index (owners, TrlOwner, i);
      if (owner.kind != TRL_OWNER_NODE)
        continue;
      g_autoptr (GPtrArray) more = trellis_canvas_get_ids (self, owner);
      g_ptr_array_set_free_func (more, NULL);
      g_ptr_array_extend (ids, more, NULL, NULL);
    }
  return ids;
}

gboolean
trellis_canvas_is_selected (TrellisCanvas *self, TrlOwner owner)
{
  TrlKind kind = owner.kind == TRL_OWNER_NODE ? TRL_KIND_NODE : TRL_KIND_EDGE;
  if (trellis_selection_get_n (self->selection, kind) == 0)
    return FALSE;
  if (!self->rolled_up)
    return trellis_selection_contains (
      self->selection, kind,
      trl_table_get_id (trl_network_get_table (self->shown, kind), owner.row));
  g_autoptr (GPtrArray) ids = trellis_canvas_get_ids (self, owner);
  for (guint i = 0; i < ids->len; i++)
    if (!trellis_selection_contains (self->selection, kind, g_ptr_array_index (ids, i)))
      return FALSE;
  return ids->len > 0;
}
