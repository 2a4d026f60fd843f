/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every square goes to whole pixels, its far sides to where the next begins, so that no
 * seam shows at any stretch; pixels are copied, never mixed. */
#include "canvas/trellis-tiles-paint.h"

#include <math.h>

/* The tiles that a view touches. */
typedef struct
{
  int left, top, right, bottom; /* columns and rows, all of them within */
} Range;

static Range
find_range (const TrellisTilesView *view, double by, int margin)
{
  double side = TRELLIS_TILE * by;
  double x = round (view->camera.x), y = round (view->camera.y);
  return (Range){ (int) floor (-x / side) - margin, (int) floor (-y / side) - margin,
                  (int) ceil ((view->width - x) / side) - 1 + margin,
                  (int) ceil ((view->height - y) / side) - 1 + margin };
}

static gboolean
is_in (const Range *range, const TrellisTile *tile)
{
  return tile->column >= range->left && tile->column <= range->right &&
         tile->row >= range->top && tile->row <= range->bottom;
}

typedef struct
{
  double column, row; /* the middle of the view */
} Middle;

static double
away (const Middle *middle, const TrellisTile *tile)
{
  return hypot (tile->column + 0.5 - middle->column, tile->row + 0.5 - middle->row);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrellisTile *s = *(TrellisTile *const *) a, *t = *(TrellisTile *const *) b;
  if (!s->surface != !t->surface)
    return s->surface ? 1 : -1;
  double x = away (data, s), y = away (data, t);
  return (x > y) - (x < y);
}

GPtrArray *
trellis_tiles_look (TrellisTiles *tiles, const TrellisTilesView *view, int margin)
{
  GPtrArray *list = g_ptr_array_new ();
  Range      range = find_range (view, 1, margin);
  Middle     middle = { (view->width / 2.0 - view->camera.x) / TRELLIS_TILE,
                        (view->height / 2.0 - view->camera.y) / TRELLIS_TILE };
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      {
        TrellisTile *tile = trellis_tiles_get (tiles, column, row);
        if (!trellis_tile_is_ready (tile))
          g_ptr_array_add (list, tile);
      }
  g_ptr_array_sort_with_data (list, compare, &middle);
  return list;
}

/* What is still to be painted, of a view in pixels. */
typedef struct
{
  cairo_t        *cr;
  cairo_region_t *left;
} Canvas;

/* Limits painting to what is left. */
static void
clip_to_left (const Canvas *canvas)
{
  int n = cairo_region_num_rectangles (canvas->left);
  for (int i = 0; i < n; i++)
    {
      cairo_rectangle_int_t r;
      cairo_region_get_rectangle (canvas->left, i, &r);
      cairo_rectangle (canvas->cr, r.x, r.y, r.width, r.height);
    }
  cairo_clip (canvas->cr);
}

/* Puts a tile where a rectangle of whole pixels is, unless all of that is painted. */
static void
put (const Canvas *canvas, const TrellisTile *tile, const cairo_rectangle_int_t *to)
{
  cairo_t               *cr = canvas->cr;
  cairo_region_overlap_t overlap = cairo_region_contains_rectangle (canvas->left, to);
  if (overlap == CAIRO_REGION_OVERLAP_OUT)
    return;
  cairo_save (cr);
  if (overlap == CAIRO_REGION_OVERLAP_PART)
    clip_to_left (canvas);
  cairo_translate (cr, to->x, to->y);
  if (to->width != TRELLIS_TILE || to->height != TRELLIS_TILE)
    cairo_scale (cr, (double) to->width / TRELLIS_TILE,
                 (double) to->height / TRELLIS_TILE);
  cairo_set_source_surface (cr, tile->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  /* A window drawn between two pixels would mix edges with what is beneath, or take them
   * from beyond the tile. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_rectangle (cr, 0, 0, TRELLIS_TILE, TRELLIS_TILE);
  cairo_fill (cr);
  cairo_restore (cr);
}

static cairo_rectangle_int_t
find_place (const TrellisTilesView *view, const TrellisTile *tile, double by)
{
  double x = round (view->camera.x), y = round (view->camera.y), side = TRELLIS_TILE * by;
  int    left = (int) round (x + tile->column * side);
  int    top = (int) round (y + tile->row * side);
  int    right = (int) round (x + (tile->column + 1) * side);
  int    bottom = (int) round (y + (tile->row + 1) * side);
  return (cairo_rectangle_int_t){ left, top, right - left, bottom - top };
}

/* Paints where nothing was painted yet: tiles of one generation never overlap. */
static void
paint_generation (TrellisTiles           *tiles,
                  gboolean                previous,
                  const TrellisTilesView *view,
                  const Canvas           *canvas)
{
  double scale =
    previous ? trellis_tiles_get_previous_scale (tiles) : trellis_tiles_get_scale (tiles);
  if (scale <= 0 || cairo_region_is_empty (canvas->left))
    return;
  double by = view->camera.scale / scale;
  Range  range = find_range (view, by, 0);
  g_autoptr (GPtrArray) list = trellis_tiles_list (tiles, previous);
  cairo_region_t *painted = cairo_region_create ();
  for (guint i = 0; i < list->len; i++)
    {
      TrellisTile          *tile = g_ptr_array_index (list, i);
      cairo_rectangle_int_t to = find_place (view, tile, by);
      if (!is_in (&range, tile) || to.width <= 0 || to.height <= 0)
        continue;
      trellis_tiles_find (tiles, previous, tile->column, tile->row); /* it is used */
      put (canvas, tile, &to);
      cairo_region_union_rectangle (painted, &to);
    }
  cairo_region_subtract (canvas->left, painted);
  cairo_region_destroy (painted);
}

static void
paint_background (const TrellisTilesView *view, const Canvas *canvas)
{
  const TrlColour *back = &view->background;
  if (cairo_region_is_empty (canvas->left))
    return;
  cairo_save (canvas->cr);
  clip_to_left (canvas);
  cairo_set_source_rgb (canvas->cr, back->r, back->g, back->b);
  cairo_paint (canvas->cr);
  cairo_restore (canvas->cr);
}

gboolean
trellis_tiles_paint (TrellisTiles           *tiles,
                     TrellisTiles           *far,
                     const TrellisTilesView *view,
                     cairo_t                *cr)
{
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };
  Canvas                canvas = { cr, cairo_region_create_rectangle (&all) };
  paint_generation (tiles, FALSE, view, &canvas);
  gboolean enough = cairo_region_is_empty (canvas.left);
  paint_generation (tiles, TRUE, view, &canvas);
  if (far)
    paint_generation (far, FALSE, view, &canvas);
  paint_background (view, &canvas);
  cairo_region_destroy (canvas.left);
  return enough;
}

gboolean
trellis_tiles_shows (TrellisTiles           *tiles,
                     const TrellisTilesView *view,
                     int                     column,
                     int                     row)
{
  Range range =
    find_range (view, view->camera.scale / trellis_tiles_get_scale (tiles), 0);
  TrellisTile tile = { .column = column, .row = row };
  return is_in (&range, &tile);
}
