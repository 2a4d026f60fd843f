/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drags partners.  While they move, the picture is drawn without them and the tool draws
 * them above it.  Where they are let go means a place, or in rings a level: see the table
 * of meanings. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define NEAR 24.0 /* points from its centre: what is written in a disc */

typedef struct
{
  GArray         *rows;  /* what moves */
  gboolean       *moves; /* by node row */
  guint           n_moves;
  guint           grabbed;
  double          dx, dy;           /* points moved */
  double          start_x, start_y; /* pixels */
  int             was;              /* level before, in rings */
  int             rank;             /* level where it is now, or G_MININT */
  TrlNetwork     *network;
  gboolean        rim;    /* names stand at a rim */
  const TrlPoint *points; /* of the picture, by index */
  const guint    *index;  /* by node row */
} Move;

/* --- what is drawn above the picture --- */

static gboolean
is_moving (const Move *move, guint row)
{
  return row < move->n_moves && move->moves[row];
}

static gboolean
touches (const Move *move, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (move->network);
  return is_moving (move, trl_table_get_end (edges, edge, 0)) ||
         is_moving (move, trl_table_get_end (edges, edge, 1));
}

/* Whether an item of a node which moves goes with it.  At a rim names stay, and so do the
 * lines that lead to them. */
static gboolean
goes_along (const Move *move, const TrlItem *item)
{
  if (!move->rim)
    return TRUE;
  TrlPoint p = move->points[move->index[item->owner.row]];
  return item->kind != TRL_ITEM_LINE &&
         (item->kind != TRL_ITEM_TEXT || hypot (item->x - p.x, item->y - p.y) < NEAR);
}

/* Whether an item stays in the picture. */
static gboolean
shows (const TrlItem *item, gpointer data)
{
  const Move *move = data;
  if (item->owner.kind == TRL_OWNER_NODE)
    return !is_moving (move, item->owner.row) || !goes_along (move, item);
  return item->owner.kind != TRL_OWNER_EDGE || !touches (move, item->owner.row);
}

static gboolean
is_moving_item (const TrlItem *item, gpointer data)
{
  const Move *move = data;
  return item->owner.kind == TRL_OWNER_NODE && is_moving (move, item->owner.row) &&
         goes_along (move, item);
}

/* Moves the end of a tie that belongs to a node which moves. */
static void
drag_tie (TrellisCanvas *self, const Move *move, TrlItem *item)
{
  const TrlTable *edges = trl_network_get_edges (move->network);
  for (guint end = 0; end < 2; end++)
    {
      guint row = trl_table_get_end (edges, item->owner.row, end);
      if (!is_moving (move, row))
        continue;
      TrlPoint p = self->now->points[self->graph->node_index[row]];
      gboolean first =
        hypot (item->x - p.x, item->y - p.y) < hypot (item->x2 - p.x, item->y2 - p.y);
      double *x = first ? &item->x : &item->x2, *y = first ? &item->y : &item->y2;
      *x += move->dx;
      *y += move->dy;
      item->cx += move->dx / 2;
      item->cy += move->dy / 2;
    }
}

static void
draw_ties (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (self->scene, &n);
  g_autoptr (TrlScene) ties = trl_scene_new ();
  for (guint i = 0; i < n; i++)
    {
      TrlItem item = items[i];
      if (item.owner.kind != TRL_OWNER_EDGE || !touches (move, item.owner.row) ||
          (item.kind != TRL_ITEM_LINE && item.kind != TRL_ITEM_CURVE))
        continue;
      drag_tie (self, move, &item);
      trl_scene_add (ties, &item);
    }
  trl_scene_freeze (ties);
  trl_draw_scene (ties, cr);
}

static void
draw_nodes (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, move->dx, move->dy);
  trl_draw_scene_filtered (self->scene, cr, NULL, self->view.now.scale, TRL_DRAW_BARE,
                           is_moving_item, (gpointer) move);
  cairo_restore (cr);
}

static void
draw_rings (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  cairo_new_path (cr);
  for (guint i = 0; i < move->rows->len; i++)
    {
      guint    row = g_array_index (move->rows, guint, i);
      TrlPoint p = move->points[move->index[row]];
      double   scale = self->view.now.scale;
      cairo_new_sub_path (cr);
      cairo_arc (cr, p.x + move->dx, p.y + move->dy,
                 (trellis_canvas_get_radius (self, row) + 3.5) / scale, 0, 2 * G_PI);
    }
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 1);
  cairo_set_line_width (cr, 3 / self->view.now.scale);
  cairo_stroke (cr);
}

/* --- levels --- */

static const char arrow[] = " → ";

static char *
get_preview (TrellisCanvas *self, const Move *move)
{
  if (move->rank == G_MININT || move->rank == move->was)
    return NULL;
  g_autofree char *from = trellis_canvas_level_name (self, move->was);
  g_autofree char *to = trellis_canvas_level_name (self, move->rank);
  if (move->rows->len > 1)
    return g_strdup_printf (
      ngettext ("%u partner → %s", "%u partners → %s", move->rows->len), move->rows->len,
      to);
  return g_strconcat (from, arrow, to, NULL);
}

/* The band under the pointer, lightly. */
static void
draw_band (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  for (guint i = 0; i < self->goal->n_rings; i++)
    {
      if (self->goal->ring_rank[i] != move->rank || move->rank == move->was)
        continue;
      cairo_new_path (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_arc (cr, self->goal->centre.x, self->goal->centre.y,
                 self->goal->ring_outer[i], 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, self->goal->centre.x, self->goal->centre.y,
                 self->goal->ring_inner[i], 0, 2 * G_PI);
      cairo_set_source_rgba (cr, c.r, c.g, c.b, 0.14);
      cairo_fill (cr);
    }
}

static void
draw (TrellisCanvas *self, gpointer data, cairo_t *cr)
{
  Move *move = data;
  if (!self->scene || move->network != self->shown)
    return;
  cairo_save (cr);
  cairo_translate (cr, self->view.now.x, self->view.now.y);
  cairo_scale (cr, self->view.now.scale, self->view.now.scale);
  if (trellis_canvas_has_rings (self))
    draw_band (self, move, cr);
  draw_ties (self, move, cr);
  draw_nodes (self, move, cr);
  draw_rings (self, move, cr);
  cairo_restore (cr);
  g_autofree char *text =
    trellis_canvas_has_rings (self) ? get_preview (self, move) : NULL;
  if (text)
    trellis_canvas_draw_label (self, cr, self->pointer_x, self->pointer_y, text);
}

/* --- the drag --- */

static gboolean
can_move (TrellisCanvas *self, guint row)
{
  return !trellis_canvas_is_live (self) || row != trl_network_get_hub (self->shown);
}

static gboolean
claims (TrellisCanvas *self, const TrellisPointer *at)
{
  TrlOwner owner;
  return at->button == GDK_BUTTON_PRIMARY && trellis_canvas_may_edit (self) &&
         !self->rolled_up && self->now && !(at->state & GDK_SHIFT_MASK) &&
         trellis_canvas_pick (self, at->x, at->y, &owner) &&
         owner.kind == TRL_OWNER_NODE && can_move (self, owner.row);
}

/* The selected partners when the one that is grabbed is of them; else it alone. */
static void
collect (TrellisCanvas *self, Move *move)
{
  TrlOwner grabbed = { TRL_OWNER_NODE, move->grabbed };
  if (!trellis_canvas_is_selected (self, grabbed))
    {
      g_autoptr (GPtrArray) ids = trellis_canvas_get_ids (self, grabbed);
      trellis_selection_set_all (self->selection, TRL_KIND_NODE, ids);
    }
  for (guint i = 0; i < self->graph->n; i++)
    {
      guint row = self->graph->node_row[i];
      if (can_move (self, row) &&
          trellis_canvas_is_selected (self, (TrlOwner){ TRL_OWNER_NODE, row }))
        {
          g_array_append_val (move->rows, row);
          move->moves[row] = TRUE;
        }
    }
}

static gpointer
begin (TrellisCanvas *self, const TrellisPointer *at)
{
  TrlOwner owner;
  if (!trellis_canvas_pick (self, at->x, at->y, &owner))
    return NULL;
  Move *move = g_new0 (Move, 1);
  move->network = trl_network_ref (self->shown);
  move->grabbed = owner.row;
  move->n_moves = trl_table_get_capacity (trl_network_get_nodes (self->shown));
  move->moves = g_new0 (gboolean, move->n_moves + 1);
  move->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  move->start_x = at->x;
  move->start_y = at->y;
  move->was = trl_network_get_node_rank (self->shown, owner.row, NULL);
  move->rank = G_MININT;
  move->rim = self->goal->rim > 0;
  move->points = self->now->points;
  move->index = self->graph->node_index;
  collect (self, move);
  trellis_canvas_take_focus (self, owner.row);
  return move;
}

static void
update (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Move    *move = data;
  TrlPoint p = self->now->points[self->graph->node_index[move->grabbed]];
  move->dx = (at->x - move->start_x) / self->view.now.scale;
  move->dy = (at->y - move->start_y) / self->view.now.scale;
  move->rank = trellis_canvas_rank_at (self, p.x + move->dx, p.y + move->dy);
}

/* Draws what moved where it was let go, to go on from there. */
static void
leave_there (TrellisCanvas *self, const Move *move)
{
  for (guint i = 0; i < move->rows->len; i++)
    {
      TrlPoint *p =
        &self->now->points[self->graph->node_index[g_array_index (move->rows, guint, i)]];
      *p = (TrlPoint){ p->x + move->dx, p->y + move->dy };
    }
}

static void
end (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Move *move = data;
  update (self, move, at);
  if (!trellis_canvas_has_rings (self))
    trellis_canvas_move_nodes (self, move->rows, move->dx, move->dy, NULL);
  else
    {
      leave_there (self, move);
      if (move->rank != G_MININT && move->rank != move->was)
        trellis_canvas_drop_on_ring (self, move->rows, move->rank);
      else
        trellis_canvas_refresh (self);
    }
}

/* They go back to where they belong. */
static void
cancel (TrellisCanvas *self, gpointer data)
{
  Move *move = data;
  if (move->network != self->shown || !self->now)
    return;
  leave_there (self, move);
  trellis_canvas_refresh (self);
}

static void
move_free (gpointer data)
{
  Move *move = data;
  trl_network_unref (move->network);
  g_array_unref (move->rows);
  g_free (move->moves);
  g_free (move);
}

const TrellisTool trellis_tool_select = {
  .cursor = "move",
  .claims = claims,
  .begin = begin,
  .update = update,
  .end = end,
  .cancel = cancel,
  .draw = draw,
  .shows = shows,
  .free = move_free,
};
