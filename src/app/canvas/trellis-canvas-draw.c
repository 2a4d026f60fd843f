/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture, and above it what belongs to the screen alone: hover, selection, focus and
 * whatever the tool at work draws.  Everything above the picture is in pixels. */
#include "canvas/trellis-canvas-private.h"

#include <math.h>

#define SETTLE_MS 80
#define FEW 50 /* selected partners whose bounds are found in every frame */
#define FOCUS_WIDTH 2.0
#define HALO 4.0   /* pixels at each side of a partnership */
#define HANDLE 5.0 /* pixels, radius of the handle at a rim */

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

void
trellis_canvas_get_accent (TrellisCanvas *self, TrlColour *colour)
{
  static const TrlColour accents[2] = { { 0x1c / 255., 0x71 / 255., 0xd8 / 255., 1 },
                                        { 0x62 / 255., 0xa0 / 255., 0xea / 255., 1 } };
  *colour = accents[is_dark ()];
}

static void
set_accent (TrellisCanvas *self, cairo_t *cr, double alpha)
{
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, alpha);
}

static void
set_ink (TrellisCanvas *self, cairo_t *cr, double alpha)
{
  double v = is_dark () ? 1 : 0;
  cairo_set_source_rgba (cr, v, v, v, alpha);
}

/* --- pieces --- */

/* The lines of an edge, as they are drawn. */
static void
trace_edge (TrellisCanvas *self, cairo_t *cr, guint row)
{
  guint        n_own;
  const guint *own =
    trl_scene_get_owner_items (self->scene, (TrlOwner){ TRL_OWNER_EDGE, row }, &n_own);
  for (guint i = 0; i < n_own; i++)
    {
      TrlItem item = *trl_scene_get_item (self->scene, own[i]);
      if (item.kind != TRL_ITEM_LINE && item.kind != TRL_ITEM_CURVE)
        continue;
      trellis_viewport_to_widget (&self->view, &item.x, &item.y);
      trellis_viewport_to_widget (&self->view, &item.x2, &item.y2);
      trellis_viewport_to_widget (&self->view, &item.cx, &item.cy);
      cairo_move_to (cr, item.x, item.y);
      if (item.kind == TRL_ITEM_LINE)
        cairo_line_to (cr, item.x2, item.y2);
      else
        cairo_curve_to (cr, item.x + (item.cx - item.x) * 2 / 3,
                        item.y + (item.cy - item.y) * 2 / 3,
                        item.x2 + (item.cx - item.x2) * 2 / 3,
                        item.y2 + (item.cy - item.y2) * 2 / 3, item.x2, item.y2);
    }
}

/* The width of an edge as it is drawn, pixels. */
static double
get_edge_width (TrellisCanvas *self, guint row)
{
  guint        n_own;
  double       width = 0;
  const guint *own =
    trl_scene_get_owner_items (self->scene, (TrlOwner){ TRL_OWNER_EDGE, row }, &n_own);
  for (guint i = 0; i < n_own; i++)
    {
      const TrlItem *item = trl_scene_get_item (self->scene, own[i]);
      if (item->kind == TRL_ITEM_LINE || item->kind == TRL_ITEM_CURVE)
        width = MAX (width, item->width);
    }
  return MAX (width * self->view.now.scale, 1);
}

static void
draw_edge_glow (TrellisCanvas *self, cairo_t *cr, guint row, double more)
{
  cairo_new_path (cr);
  trace_edge (self, cr, row);
  cairo_set_line_width (cr, get_edge_width (self, row) + more);
  cairo_stroke (cr);
}

/* What is drawn from here to end_halo() lies beside partnerships, which stay free: their
 * colour is their level. */
static void
begin_halo (TrellisCanvas *self, cairo_t *cr)
{
  cairo_push_group (cr);
  set_accent (self, cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
}

static void
begin_gap (cairo_t *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
end_halo (cairo_t *cr, double alpha)
{
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, alpha);
}

/* --- hover --- */

static void
draw_neighbours (TrellisCanvas *self, cairo_t *cr, guint row)
{
  guint index = self->graph->node_index[row];
  if (index == G_MAXUINT)
    return;
  cairo_new_path (cr);
  for (guint k = self->graph->first[index]; k < self->graph->first[index + 1]; k++)
    trellis_canvas_trace_ring (self, cr, self->graph->node_row[self->graph->neighbour[k]],
                               trellis_canvas_get_ring_gap (self));
  set_ink (self, cr, 0.35);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Where a partnership is dragged from: a dot at the rim, towards the pointer. */
static void
draw_handle (TrellisCanvas *self, cairo_t *cr)
{
  double x, y;
  if (!trellis_canvas_get_place (self, self->hover_row, &x, &y) ||
      !trellis_canvas_may_edit (self) || self->rolled_up)
    return;
  double dx = self->pointer_x - x, dy = self->pointer_y - y, away = hypot (dx, dy);
  double radius =
    MAX (trellis_canvas_get_radius (self, self->hover_row), TRELLIS_TARGET) + 2;
  if (away < 1)
    dx = 1, dy = 0, away = 1;
  cairo_new_path (cr);
  cairo_arc (cr, x + dx / away * radius, y + dy / away * radius,
             self->hover_rim ? HANDLE + 1.5 : HANDLE - 1, 0, 2 * G_PI);
  set_accent (self, cr, 1);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, is_dark () ? 0.12 : 1, is_dark () ? 0.12 : 1,
                        is_dark () ? 0.12 : 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_hovered_edge (TrellisCanvas *self, cairo_t *cr)
{
  if (self->hover_edge == TRL_NO_ROW)
    return;
  begin_halo (self, cr);
  draw_edge_glow (self, cr, self->hover_edge, 2 * HALO);
  begin_gap (cr);
  draw_edge_glow (self, cr, self->hover_edge, 0);
  end_halo (cr, 0.35);
}

static void
draw_hover (TrellisCanvas *self, cairo_t *cr)
{
  if (self->tool)
    return;
  draw_hovered_edge (self, cr);
  if (!trellis_canvas_is_shown (self, self->hover_row))
    return;
  draw_neighbours (self, cr, self->hover_row);
  cairo_new_path (cr);
  trellis_canvas_trace_ring (self, cr, self->hover_row,
                             trellis_canvas_get_ring_gap (self));
  set_accent (self, cr, 0.6);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  draw_handle (self, cr);
}

/* --- selection and focus --- */

static void
trace_selected_edges (TrellisCanvas *self, cairo_t *cr, double more)
{
  GArray *rows = trellis_canvas_get_selected (self, TRL_KIND_EDGE);
  for (guint i = 0; i < rows->len; i++)
    draw_edge_glow (self, cr, g_array_index (rows, guint, i), more);
}

static void
draw_selected_edges (TrellisCanvas *self, cairo_t *cr)
{
  if (trellis_selection_get_n (self->selection, TRL_KIND_EDGE) == 0)
    return;
  begin_halo (self, cr);
  trace_selected_edges (self, cr, 2 * HALO);
  begin_gap (cr);
  trace_selected_edges (self, cr, 0);
  end_halo (cr, 0.8);
}

static gboolean
shows_focus (TrellisCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  return GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
}

/* Where a partner is selected too, dashes on the ring of the selection: a second ring
 * would lie on the name.  The map as a whole has no frame. */
static void
draw_focus (TrellisCanvas *self, cairo_t *cr)
{
  guint row = trellis_canvas_get_focus_row (self);
  if (!shows_focus (self) || self->entry || row == TRL_NO_ROW ||
      !gtk_widget_get_focus_child (GTK_WIDGET (self)))
    return;
  self->focus_seen = TRUE;
  cairo_new_path (cr);
  trellis_canvas_trace_ring (self, cr, row, trellis_canvas_get_ring_gap (self));
  set_ink (self, cr, 1);
  cairo_set_line_width (cr, FOCUS_WIDTH);
  cairo_save (cr);
  if (trellis_canvas_is_selected (self, (TrlOwner){ TRL_OWNER_NODE, row }))
    cairo_set_dash (cr, (double[]){ 4, 4 }, 2, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Above a point and beside it, as far as that is in view; pixels. */
static TrlRect
place_label (TrellisCanvas *self, PangoLayout *layout, double x, double y)
{
  int width, height;
  pango_layout_get_pixel_size (layout, &width, &height);
  return (TrlRect){ CLAMP (x + 16, 4, MAX (self->width - width - 20, 4)),
                    CLAMP (y - height - 24, 4, MAX (self->height - height - 16, 4)),
                    width + 16, height + 10 };
}

void
trellis_canvas_draw_label (
  TrellisCanvas *self, cairo_t *cr, double x, double y, const char *text)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  TrlRect box = place_label (self, layout, x, y);
  double  left = box.x, top = box.y, radius = 6;
  double  right = left + box.width, bottom = top + box.height;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, 0.13, 0.13, 0.15, 0.94);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.35);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, left + 8, top + 5);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/* --- all together --- */

static gboolean
on_settled (gpointer data)
{
  TrellisCanvas *self = data;
  self->settle = 0;
  trellis_canvas_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static TrlScene *
get_drawn (TrellisCanvas *self)
{
  if (self->lifted)
    return self->lifted;
  return self->scene ? self->scene : self->stale;
}

static void
draw_picture (TrellisCanvas *self, GtkSnapshot *snapshot)
{
  gboolean moving = trellis_canvas_is_moving (self);
  gboolean sharp = trellis_backdrop_snapshot (
    self->backdrop, snapshot, get_drawn (self), self->view.now, self->width, self->height,
    gtk_widget_get_scale_factor (GTK_WIDGET (self)), moving);
  if (!sharp && self->settle == 0)
    self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

gboolean
trellis_canvas_was_drawn (TrellisCanvas *self, gboolean *late)
{
  g_return_val_if_fail (TRELLIS_IS_CANVAS (self) && late, FALSE);
  gboolean drawn = self->drawn != self->drawn_told;
  self->drawn_told = self->drawn;
  *late = trellis_backdrop_is_late (self->backdrop);
  return drawn;
}

void
trellis_canvas_settle_later (TrellisCanvas *self)
{
  g_clear_handle_id (&self->settle, g_source_remove);
  self->settle = g_timeout_add (SETTLE_MS, on_settled, self);
}

/* Pixels; empty where nothing is hovered. */
static void
grow (TrlRect *box, double x, double y, double away)
{
  double right = MAX (box->x + box->width, x + away);
  double bottom = MAX (box->y + box->height, y + away);
  if (box->width <= 0)
    *box = (TrlRect){ x - away, y - away, 2 * away, 2 * away };
  else
    {
      box->x = MIN (box->x, x - away);
      box->y = MIN (box->y, y - away);
      box->width = right - box->x;
      box->height = bottom - box->y;
    }
}

static void
grow_by_node (TrellisCanvas *self, guint row, TrlRect *box)
{
  double x, y;
  if (trellis_canvas_get_place (self, row, &x, &y))
    grow (box, x, y, MAX (trellis_canvas_get_radius (self, row), TRELLIS_TARGET) + 16);
}

/* Where hovering draws: only there a frame differs from the one before. */
static TrlRect
find_hovered (TrellisCanvas *self)
{
  TrlRect box = { 0 };
  guint   index =
    self->hover_row != TRL_NO_ROW ? self->graph->node_index[self->hover_row] : G_MAXUINT;
  if (self->hover_edge != TRL_NO_ROW)
    return (TrlRect){ 0, 0, self->width, self->height };
  if (self->tool || index == G_MAXUINT)
    return box;
  grow_by_node (self, self->hover_row, &box);
  for (guint k = self->graph->first[index]; k < self->graph->first[index + 1]; k++)
    grow_by_node (self, self->graph->node_row[self->graph->neighbour[k]], &box);
  return box;
}

typedef void (*DrawFunc) (TrellisCanvas *self, cairo_t *cr);

static void
append (TrellisCanvas *self, GtkSnapshot *snapshot, TrlRect box, DrawFunc draw)
{
  double left = CLAMP (floor (box.x), 0, self->width),
         top = CLAMP (floor (box.y), 0, self->height);
  double right = CLAMP (ceil (box.x + box.width), 0, self->width);
  double bottom = CLAMP (ceil (box.y + box.height), 0, self->height);
  if (right <= left || bottom <= top)
    return;
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
  draw (self, cr);
  cairo_destroy (cr);
}

/* What was found or chosen from a list is to be told from the others around it. */
static const char *
find_nameless (TrellisCanvas *self, double *x, double *y)
{
  guint row = trellis_canvas_get_nameless (self);
  if (!trellis_canvas_get_place (self, row, x, y) || *x < 0 || *y < 0 ||
      *x > self->width || *y > self->height)
    return NULL;
  return trellis_canvas_get_name (self, row);
}

static void
draw_nameless (TrellisCanvas *self, cairo_t *cr)
{
  double      x, y;
  const char *name = find_nameless (self, &x, &y);
  if (name)
    trellis_canvas_draw_label (self, cr, x, y, name);
}

static void
grow_by_nameless (TrellisCanvas *self, TrlRect *box)
{
  double      x, y;
  const char *name = find_nameless (self, &x, &y);
  if (!name)
    return;
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  TrlRect label = place_label (self, layout, x, y);
  grow (box, label.x, label.y, 1);
  grow (box, label.x + label.width, label.y + label.height, 1);
}

/* A tool that moves nodes draws them with their rings. */
static void
draw_selected (TrellisCanvas *self, cairo_t *cr)
{
  draw_selected_edges (self, cr);
  if (!self->lifted)
    {
      trellis_canvas_draw_marks (self, cr);
      draw_focus (self, cr);
      draw_nameless (self, cr);
    }
}

static TrlRect
find_selected (TrellisCanvas *self)
{
  GArray *rows = trellis_canvas_get_selected (self, TRL_KIND_NODE);
  TrlRect box = { 0 };
  if (rows->len > FEW || trellis_selection_get_n (self->selection, TRL_KIND_EDGE) > 0)
    return (TrlRect){ 0, 0, self->width, self->height };
  for (guint i = 0; i < rows->len; i++)
    grow_by_node (self, g_array_index (rows, guint, i), &box);
  grow_by_node (self, trellis_canvas_get_focus_row (self), &box);
  grow_by_nameless (self, &box);
  return box;
}

static void
draw_tool (TrellisCanvas *self, cairo_t *cr)
{
  self->tool->draw (self, self->tool_data, cr);
}

static TrlRect
find_tool_box (TrellisCanvas *self)
{
  if (!self->tool || !self->tool->draw)
    return (TrlRect){ 0 };
  if (self->tool->find_box)
    return self->tool->find_box (self, self->tool_data);
  return (TrlRect){ 0, 0, self->width, self->height };
}

/* Each layer is a node of its own, no larger than what it draws: GTK paints anew where
 * nodes differ from those of the frame before. */
void
trellis_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TrellisCanvas *self = TRELLIS_CANVAS (widget);
  gboolean       sized = self->width > 0 && self->height > 0;
  self->focus_seen = FALSE;
  self->drawn++;
  if (get_drawn (self) && sized)
    {
      draw_picture (self, snapshot);
      trellis_canvas_snapshot_near (self, snapshot);
    }
  if (self->scene && sized)
    {
      append (self, snapshot, find_hovered (self), draw_hover);
      append (self, snapshot, find_selected (self), draw_selected);
      append (self, snapshot, find_tool_box (self), draw_tool);
    }
  if (self->entry)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  trellis_canvas_tell_zoom (self);
  trellis_canvas_emit_drawn (self);
}
