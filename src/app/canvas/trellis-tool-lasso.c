/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shift and a drag over the background draws a line around what is to be selected,
 * besides what is selected already. */
#include "canvas/trellis-canvas-private.h"

#define STEP 3.0 /* pixels between two corners */

/* x and y by turns, in pixels */
typedef struct
{
  GArray *corners;
} Lasso;

static void
add_corner (Lasso *lasso, const TrellisPointer *at)
{
  guint n = lasso->corners->len;
  if (n >= 2)
    {
      double dx = at->x - g_array_index (lasso->corners, double, n - 2);
      double dy = at->y - g_array_index (lasso->corners, double, n - 1);
      if (dx * dx + dy * dy < STEP * STEP)
        return;
    }
  g_array_append_val (lasso->corners, at->x);
  g_array_append_val (lasso->corners, at->y);
}

static gboolean
claims (TrellisCanvas *self, const TrellisPointer *at)
{
  TrlOwner owner;
  return at->button == GDK_BUTTON_PRIMARY && (at->state & GDK_SHIFT_MASK) &&
         self->scene && trellis_canvas_pick_node (self, at->x, at->y) == TRL_NO_ROW &&
         (!trellis_canvas_pick (self, at->x, at->y, &owner) ||
          owner.kind == TRL_OWNER_EDGE);
}

static gpointer
begin (TrellisCanvas *self, const TrellisPointer *at)
{
  Lasso *lasso = g_new0 (Lasso, 1);
  lasso->corners = g_array_new (FALSE, FALSE, sizeof (double));
  add_corner (lasso, at);
  return lasso;
}

static void
update (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  add_corner (data, at);
}

static GPtrArray *
find_nodes (TrellisCanvas *self, Lasso *lasso)
{
  g_autoptr (GArray) xy = g_array_copy (lasso->corners);
  for (guint i = 0; i + 1 < xy->len; i += 2)
    trellis_viewport_to_scene (&self->view, &g_array_index (xy, double, i),
                               &g_array_index (xy, double, i + 1));
  g_autoptr (GArray) owners =
    trl_scene_hit_polygon (self->scene, (const double *) xy->data, xy->len / 2);
  return trellis_canvas_get_node_ids (self, owners);
}

static void
end (TrellisCanvas *self, gpointer data, const TrellisPointer *at)
{
  Lasso *lasso = data;
  add_corner (lasso, at);
  if (lasso->corners->len < 6 || !self->scene)
    return;
  g_autoptr (GPtrArray) ids = find_nodes (self, lasso);
  trellis_selection_add_all (self->selection, TRL_KIND_NODE, ids);
}

static void
draw (TrellisCanvas *self, gpointer data, cairo_t *cr)
{
  Lasso    *lasso = data;
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  cairo_new_path (cr);
  for (guint i = 0; i + 1 < lasso->corners->len; i += 2)
    cairo_line_to (cr, g_array_index (lasso->corners, double, i),
                   g_array_index (lasso->corners, double, i + 1));
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, (double[]){ 5, 4 }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
lasso_free (gpointer data)
{
  Lasso *lasso = data;
  g_array_unref (lasso->corners);
  g_free (lasso);
}

const TrellisTool trellis_tool_lasso = {
  .cursor = "crosshair",
  .claims = claims,
  .begin = begin,
  .update = update,
  .end = end,
  .draw = draw,
  .free = lasso_free,
};
