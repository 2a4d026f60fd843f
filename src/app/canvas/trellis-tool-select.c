/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drags partners.  While they move, the picture is drawn without them and the tool draws
 * them above it; what that is, is listed once when the drag begins.  Where they are let
 * go means a place, or in rings a level: see the table of meanings. */
#include "canvas/trellis-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define NEAR 24.0      /* points from its centre: what is written in a disc */
#define FEW_ITEMS 500  /* whose bounds are found in every frame */
#define MANY_TIES 200  /* with more, they are drawn as pixels, not as paths */
#define MOST_TIES 4000 /* with more, only a share of them is seen in the drag */

typedef struct
{
  GArray         *rows;  /* what moves */
  GArray         *discs; /* items that go along as they are */
  GArray         *ties;  /* lines with an end that goes along */
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

/* The ties as they run now. */
static TrlScene *
stretch_ties (TrellisCanvas *self, const Move *move)
{
  TrlScene *ties = trl_scene_new ();
  guint     step = move->ties->len / MOST_TIES + 1;
  for (guint i = 0; i < move->ties->len; i += step)
    {
      TrlItem item =
        *trl_scene_get_item (self->scene, g_array_index (move->ties, guint, i));
      drag_tie (self, move, &item);
      trl_scene_add (ties, &item);
    }
  trl_scene_freeze (ties);
  return ties;
}

/* Thin lines are quick to draw on an image, and on nothing else. */
static void
draw_as_pixels (TrellisCanvas *self, const TrlScene *ties, cairo_t *cr)
{
  cairo_surface_t *image =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width, self->height);
  cairo_t      *own = cairo_create (image);
  TrellisCamera camera = self->view.now;
  cairo_translate (own, camera.x, camera.y);
  cairo_scale (own, camera.scale, camera.scale);
  trl_draw_scene_filtered (ties, own, NULL, camera.scale, TRL_DRAW_SCREEN | TRL_DRAW_BARE,
                           NULL, NULL);
  cairo_destroy (own);
  cairo_save (cr);
  cairo_scale (cr, 1 / camera.scale, 1 / camera.scale);
  cairo_translate (cr, -camera.x, -camera.y);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

static void
draw_ties (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  g_autoptr (TrlScene) ties = stretch_ties (self, move);
  if (move->ties->len > MANY_TIES)
    draw_as_pixels (self, ties, cr);
  else
    trl_draw_scene (ties, cr);
}

static void
draw_nodes (TrellisCanvas *self, const Move *move, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, move->dx, move->dy);
  trl_draw_scene_items (self->scene, cr, (const guint *) move->discs->data,
                        move->discs->len, self->view.now.scale, TRL_DRAW_BARE);
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

static void
grow (TrlRect *box, double x, double y)
{
  double right = MAX (box->x + box->width, x), bottom = MAX (box->y + box->height, y);
  box->x = MIN (box->x, x);
  box->y = MIN (box->y, y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* From the grabbed partner to all ends of ties, pixels; all where bands are drawn. */
static TrlRect
find_box (TrellisCanvas *self, gpointer data)
{
  Move  *move = data;
  double pad = 12;
  if (trellis_canvas_has_rings (self) || move->network != self->shown ||
      move->ties->len + move->discs->len > FEW_ITEMS)
    return (TrlRect){ 0, 0, self->width, self->height };
  TrlRect box = { self->pointer_x, self->pointer_y, 0, 0 };
  for (guint i = 0; i < move->ties->len; i++)
    {
      TrlItem item =
        *trl_scene_get_item (self->scene, g_array_index (move->ties, guint, i));
      drag_tie (self, move, &item);
      trellis_viewport_to_widget (&self->view, &item.x, &item.y);
      trellis_viewport_to_widget (&self->view, &item.x2, &item.y2);
      grow (&box, item.x, item.y);
      grow (&box, item.x2, item.y2);
      pad = MAX (pad, 24 * self->view.now.scale); /* bends, widths */
    }
  for (guint i = 0; i < move->discs->len; i++)
    {
      TrlRect disc;
      double  scale = self->view.now.scale;
      trl_scene_get_item_bounds (self->scene, g_array_index (move->discs, guint, i),
                                 &disc);
      double x = disc.x + move->dx, y = disc.y + move->dy;
      trellis_viewport_to_widget (&self->view, &x, &y);
      grow (&box, x, y);
      grow (&box, x + disc.width * scale, y + disc.height * scale);
    }
  return (TrlRect){ box.x - pad, box.y - pad, box.width + 2 * pad, box.height + 2 * pad };
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
  GArray *selected = trellis_canvas_get_selected (self, TRL_KIND_NODE);
  for (guint i = 0; i < selected->len; i++)
    {
      guint row = g_array_index (selected, guint, i);
      if (can_move (self, row))
        {
          g_array_append_val (move->rows, row);
          move->moves[row] = TRUE;
        }
    }
}

static void
list_disc (TrellisCanvas *self, Move *move, guint row, GArray *lifted)
{
  guint        n;
  const guint *own =
    trl_scene_get_owner_items (self->scene, (TrlOwner){ TRL_OWNER_NODE, row }, &n);
  for (guint i = 0; i < n; i++)
    if (goes_along (move, trl_scene_get_item (self->scene, own[i])))
      {
        g_array_append_val (move->discs, own[i]);
        g_array_append_val (lifted, own[i]);
      }
}

/* What is drawn of a tie besides its line, arrows say, is not seen in the drag. */
static void
list_tie (TrellisCanvas *self, Move *move, guint row, GArray *lifted)
{
  guint        n;
  const guint *own =
    trl_scene_get_owner_items (self->scene, (TrlOwner){ TRL_OWNER_EDGE, row }, &n);
  for (guint i = 0; i < n; i++)
    {
      const TrlItem *item = trl_scene_get_item (self->scene, own[i]);
      g_array_append_val (lifted, own[i]);
      if (item->kind == TRL_ITEM_LINE || item->kind == TRL_ITEM_CURVE)
        g_array_append_val (move->ties, own[i]);
    }
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;
  return (x > y) - (x < y);
}

/* A tie of two that both move is come by twice. */
static void
keep_once (GArray *items)
{
  guint kept = 0;
  g_array_sort (items, by_number);
  for (guint i = 0; i < items->len; i++)
    if (kept == 0 ||
        g_array_index (items, guint, i) != g_array_index (items, guint, kept - 1))
      g_array_index (items, guint, kept++) = g_array_index (items, guint, i);
  g_array_set_size (items, kept);
}

/* Lists what goes along and takes it out of the picture. */
static void
list_items (TrellisCanvas *self, Move *move)
{
  const TrlGraph *graph = self->graph;
  g_autoptr (GArray) lifted = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < move->rows->len; i++)
    {
      guint row = g_array_index (move->rows, guint, i), node = graph->node_index[row];
      list_disc (self, move, row, lifted);
      trellis_canvas_take_name (self, row);
      for (guint k = graph->first[node]; k < graph->first[node + 1]; k++)
        list_tie (self, move, graph->edge_row[graph->via[k]], lifted);
    }
  keep_once (move->discs);
  keep_once (move->ties);
  keep_once (lifted);
  trellis_canvas_lift (self, lifted);
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
  move->discs = g_array_new (FALSE, FALSE, sizeof (guint));
  move->ties = g_array_new (FALSE, FALSE, sizeof (guint));
  move->start_x = at->x;
  move->start_y = at->y;
  move->was = trl_network_get_node_rank (self->shown, owner.row, NULL);
  move->rank = G_MININT;
  move->rim = self->goal->rim > 0;
  move->points = self->now->points;
  move->index = self->graph->node_index;
  collect (self, move);
  trellis_canvas_catch_nodes (self, move->rows);
  list_items (self, move);
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
  g_array_unref (move->discs);
  g_array_unref (move->ties);
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
  .find_box = find_box,
  .free = move_free,
};
