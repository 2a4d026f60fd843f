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

/* Puts an image where a rectangle of whole pixels is. */
static void
put (cairo_t *cr, cairo_surface_t *surface, TrlRect to, double width, double height)
{
  cairo_save (cr);
  cairo_translate (cr, to.x, to.y);
  if (to.width != width || to.height != height)
    cairo_scale (cr, to.width / width, to.height / height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
put_tile (cairo_t *cr, const TrellisTilesView *view, const TrellisTile *tile, double by)
{
  double x = round (view->camera.x), y = round (view->camera.y);
  double side = TRELLIS_TILE * by;
  double left = round (x + tile->column * side), top = round (y + tile->row * side);
  double right = round (x + (tile->column + 1) * side);
  double bottom = round (y + (tile->row + 1) * side);
  if (right > left && bottom > top)
    put (cr, tile->surface, (TrlRect){ left, top, right - left, bottom - top },
         TRELLIS_TILE, TRELLIS_TILE);
}

static void
paint_generation (TrellisTiles           *tiles,
                  gboolean                previous,
                  const TrellisTilesView *view,
                  cairo_t                *cr)
{
  double scale =
    previous ? trellis_tiles_get_previous_scale (tiles) : trellis_tiles_get_scale (tiles);
  if (scale <= 0)
    return;
  double by = view->camera.scale / scale;
  Range  range = find_range (view, by, 0);
  g_autoptr (GPtrArray) list = trellis_tiles_list (tiles, previous);
  for (guint i = 0; i < list->len; i++)
    {
      TrellisTile *tile = g_ptr_array_index (list, i);
      if (is_in (&range, tile))
        {
          trellis_tiles_find (tiles, previous, tile->column, tile->row); /* it is used */
          put_tile (cr, view, tile, by);
        }
    }
}

/* Whether tiles of the generation cover the view. */
static gboolean
is_covered (TrellisTiles *tiles, const TrellisTilesView *view)
{
  double scale = trellis_tiles_get_scale (tiles);
  if (scale <= 0)
    return FALSE;
  Range range = find_range (view, view->camera.scale / scale, 0);
  if ((double) (range.right - range.left) * (range.bottom - range.top) > 1000)
    return FALSE;
  for (int row = range.top; row <= range.bottom; row++)
    for (int column = range.left; column <= range.right; column++)
      if (!trellis_tiles_find (tiles, FALSE, column, row))
        return FALSE;
  return TRUE;
}

gboolean
trellis_tiles_paint (TrellisTiles           *tiles,
                     TrellisTiles           *far,
                     const TrellisTilesView *view,
                     cairo_t                *cr)
{
  const TrlColour *back = &view->background;
  gboolean         covered = is_covered (tiles, view);
  if (!covered)
    {
      cairo_set_source_rgb (cr, back->r, back->g, back->b);
      cairo_paint (cr);
      if (far)
        paint_generation (far, FALSE, view, cr);
      paint_generation (tiles, TRUE, view, cr);
    }
  paint_generation (tiles, FALSE, view, cr);
  return covered;
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
