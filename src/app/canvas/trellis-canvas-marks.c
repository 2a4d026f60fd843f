/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, as rows, and the rings around it.  The rings of many go into an image
 * a little larger than the view, pixel by pixel, which holds until something else is
 * selected, the picture changes or the view leaves it. */
#include "canvas/trellis-canvas-private.h"

#include <math.h>

#define RING_GAP 3.5   /* pixels from a disc to the middle of its ring, at most */
#define RING_LEAST 1.4 /* the same in small pictures: names begin near the disc */
#define RING_WIDTH 2.5 /* pixels */
#define MANY 200       /* rings, from which on they are pixels */
#define MARGIN 160     /* pixels beyond each side of the view */

void
trellis_canvas_forget_selected (TrellisCanvas *self)
{
  for (guint kind = 0; kind < TRL_N_KINDS; kind++)
    g_clear_pointer (&self->selected[kind], g_array_unref);
  g_clear_pointer (&self->marks, cairo_surface_destroy);
  g_clear_pointer (&self->marks_scene, trl_scene_unref);
}

/* Where types are drawn there are few rows, and each stands for several ids. */
static void
list_rolled_up (TrellisCanvas *self, TrlKind kind, GArray *rows)
{
  gboolean     node = kind == TRL_KIND_NODE;
  guint        n = node ? self->graph->n : self->graph->m;
  const guint *all = node ? self->graph->node_row : self->graph->edge_row;
  for (guint i = 0; i < n; i++)
    if (trellis_canvas_is_selected (
          self, (TrlOwner){ node ? TRL_OWNER_NODE : TRL_OWNER_EDGE, all[i] }))
      g_array_append_val (rows, all[i]);
}

GArray *
trellis_canvas_get_selected (TrellisCanvas *self, TrlKind kind)
{
  if (self->selected[kind])
    return self->selected[kind];
  GArray *rows = self->selected[kind] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!self->shown)
    return rows;
  if (self->rolled_up)
    {
      list_rolled_up (self, kind, rows);
      return rows;
    }
  const TrlTable *table = trl_network_get_table (self->shown, kind);
  g_autoptr (GPtrArray) ids = kind == TRL_KIND_NODE
                                ? trellis_selection_get_nodes (self->selection)
                                : trellis_selection_get_edges (self->selection);
  for (guint i = 0; i < ids->len; i++)
    {
      guint row = trl_table_find (table, g_ptr_array_index (ids, i));
      if (row != TRL_NO_ROW)
        g_array_append_val (rows, row);
    }
  return rows;
}

double
trellis_canvas_get_ring_gap (TrellisCanvas *self)
{
  return CLAMP (RING_LEAST * self->view.now.scale, RING_LEAST, RING_GAP);
}

/* Where the ring of a node runs, pixels of the view grown by @margin. */
static gboolean
find_ring (TrellisCanvas *self, guint row, double away, double margin, TrlRect *ring)
{
  double x, y, radius;
  if (!trellis_canvas_get_place (self, row, &x, &y) || x < -margin - 200 ||
      y < -margin - 200 || x > self->width + margin + 200 ||
      y > self->height + margin + 200 || !trellis_canvas_is_shown (self, row))
    return FALSE;
  radius = MAX (trellis_canvas_get_radius (self, row), 3) + away;
  *ring = (TrlRect){ x - radius, y - radius, 2 * radius, 2 * radius };
  return x + radius >= -margin && y + radius >= -margin &&
         x - radius <= self->width + margin && y - radius <= self->height + margin;
}

void
trellis_canvas_trace_ring (TrellisCanvas *self, cairo_t *cr, guint row, double away)
{
  TrlRect ring;
  if (!find_ring (self, row, away, 0, &ring))
    return;
  double radius = ring.width / 2;
  cairo_new_sub_path (cr);
  cairo_arc (cr, ring.x + radius, ring.y + radius, radius, 0, 2 * G_PI);
}

/* --- many --- */

/* The premultiplied accent, for covers of 0 … 255. */
static void
fill_shades (TrellisCanvas *self, guint32 *shades)
{
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  for (guint a = 0; a < 256; a++)
    shades[a] = a << 24 | (guint32) (c.r * a + 0.5) << 16 |
                (guint32) (c.g * a + 0.5) << 8 | (guint32) (c.b * a + 0.5);
}

/* Where two rings meet, the stronger pixel stays. */
static void
stamp (cairo_surface_t *image, const TrlRect *ring, const guint32 *shades)
{
  int      width = cairo_image_surface_get_width (image), stride;
  int      height = cairo_image_surface_get_height (image);
  double   r = ring->width / 2, x = ring->x + r + MARGIN, y = ring->y + r + MARGIN;
  double   outer = r + RING_WIDTH / 2 + 0.5, inner = MAX (r - RING_WIDTH / 2 - 0.5, 0);
  guint32 *pixels = (guint32 *) cairo_image_surface_get_data (image);
  stride = cairo_image_surface_get_stride (image) / 4;
  for (int row = MAX ((int) (y - outer), 0); row < MIN ((int) (y + outer) + 1, height);
       row++)
    for (int at = MAX ((int) (x - outer), 0); at < MIN ((int) (x + outer) + 1, width);
         at++)
      {
        double dx = at + 0.5 - x, dy = row + 0.5 - y, square = dx * dx + dy * dy;
        if (square > outer * outer || square < inner * inner)
          continue;
        double   cover = RING_WIDTH / 2 + 0.5 - fabs (sqrt (square) - r);
        guint32  shade = shades[(guint) (CLAMP (cover, 0, 1) * 255)];
        guint32 *pixel = pixels + (gsize) row * stride + at;
        *pixel = MAX (*pixel, shade);
      }
}

static void
draw_many (TrellisCanvas *self, GArray *rows)
{
  guint32 shades[256];
  TrlRect ring;
  g_clear_pointer (&self->marks, cairo_surface_destroy);
  g_clear_pointer (&self->marks_scene, trl_scene_unref);
  self->marks = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width + 2 * MARGIN,
                                            self->height + 2 * MARGIN);
  self->marks_scene = trl_scene_ref (self->scene);
  self->marks_camera = self->view.now;
  fill_shades (self, shades);
  cairo_surface_flush (self->marks);
  for (guint i = 0; i < rows->len; i++)
    if (find_ring (self, g_array_index (rows, guint, i),
                   trellis_canvas_get_ring_gap (self), MARGIN, &ring))
      stamp (self->marks, &ring, shades);
  cairo_surface_mark_dirty (self->marks);
}

static gboolean
holds_many (TrellisCanvas *self)
{
  double dx = self->view.now.x - self->marks_camera.x;
  double dy = self->view.now.y - self->marks_camera.y;
  return self->marks && self->marks_scene == self->scene &&
         self->marks_camera.scale == self->view.now.scale && fabs (dx) <= MARGIN &&
         fabs (dy) <= MARGIN &&
         cairo_image_surface_get_width (self->marks) == self->width + 2 * MARGIN &&
         cairo_image_surface_get_height (self->marks) == self->height + 2 * MARGIN;
}

static void
draw_few (TrellisCanvas *self, GArray *rows, cairo_t *cr)
{
  TrlColour c;
  trellis_canvas_get_accent (self, &c);
  cairo_set_source_rgba (cr, c.r, c.g, c.b, 1);
  cairo_set_line_width (cr, RING_WIDTH);
  for (guint i = 0; i < rows->len; i++)
    {
      /* One path for all would cost more than one for each. */
      cairo_new_path (cr);
      trellis_canvas_trace_ring (self, cr, g_array_index (rows, guint, i),
                                 trellis_canvas_get_ring_gap (self));
      cairo_stroke (cr);
    }
}

void
trellis_canvas_draw_marks (TrellisCanvas *self, cairo_t *cr)
{
  GArray *rows = trellis_canvas_get_selected (self, TRL_KIND_NODE);
  if (rows->len <= MANY)
    {
      draw_few (self, rows, cr);
      return;
    }
  if (!holds_many (self))
    draw_many (self, rows);
  cairo_set_source_surface (cr, self->marks,
                            round (self->view.now.x - self->marks_camera.x) - MARGIN,
                            round (self->view.now.y - self->marks_camera.y) - MARGIN);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}
