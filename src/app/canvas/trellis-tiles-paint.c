/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every square goes to whole pixels, its far sides to where the next begins, so that no
 * seam shows at any stretch; pixels are copied, never mixed. */
#include "canvas/trellis-tiles-paint.h"

#include <math.h>

#define MOST_STRETCHED (2 + 1e-6)

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
  trellis_tiles_begin_look (tiles);
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

/* Puts a tile where a rectangle of whole pixels is, unless all of that is painted.
 * Returns whether it did. */
static gboolean
put (const Canvas *canvas, const TrellisTile *tile, const cairo_rectangle_int_t *to)
{
  cairo_t               *cr = canvas->cr;
  cairo_region_overlap_t overlap = cairo_region_contains_rectangle (canvas->left, to);
  if (overlap == CAIRO_REGION_OVERLAP_OUT)
    return FALSE;
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
  return TRUE;
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

/* A generation of a store. */
typedef struct
{
  TrellisTiles *tiles;
  gboolean      previous;
  double        by; /* how much it is stretched */
} Layer;

/* Paints where nothing was painted yet: tiles of one generation never overlap. */
static TrellisLacks
paint_layer (const Layer *layer, const TrellisTilesView *view, const Canvas *canvas)
{
  TrellisLacks lacks = TRELLIS_LACKS_NOTHING;
  Range        range = find_range (view, layer->by, 0);
  g_autoptr (GPtrArray) list = trellis_tiles_list (layer->tiles, layer->previous);
  cairo_region_t *painted = cairo_region_create ();
  for (guint i = 0; i < list->len; i++)
    {
      TrellisTile          *tile = g_ptr_array_index (list, i);
      cairo_rectangle_int_t to = find_place (view, tile, layer->by);
      if (!is_in (&range, tile) || to.width <= 0 || to.height <= 0 ||
          !put (canvas, tile, &to))
        continue;
      trellis_tiles_find (layer->tiles, layer->previous, tile->column, tile->row);
      cairo_region_union_rectangle (painted, &to);
      if (!trellis_tile_is_ready (tile))
        lacks |= TRELLIS_LACKS_NEW;
    }
  cairo_region_subtract (canvas->left, painted);
  cairo_region_destroy (painted);
  return lacks;
}

/* A picture made smaller or a little larger is better than one blown up. */
static double
rate (const Layer *layer)
{
  double off = log2 (layer->by);
  return layer->by <= MOST_STRETCHED ? fabs (off) : 100 + off;
}

static int
compare_layers (gconstpointer a, gconstpointer b)
{
  double x = rate (a), y = rate (b);
  return (x > y) - (x < y);
}

static GArray *
list_layers (TrellisTiles *const *stores, guint n, double scale)
{
  GArray *layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  for (guint i = 0; i < 2 * n; i++)
    {
      Layer  layer = { stores[i / 2], i % 2, 0 };
      double own = layer.previous ? trellis_tiles_get_previous_scale (layer.tiles)
                                  : trellis_tiles_get_scale (layer.tiles);
      if (own <= 0)
        continue;
      layer.by = scale / own;
      g_array_append_val (layers, layer);
    }
  g_array_sort (layers, compare_layers);
  return layers;
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

/* Whether something belongs where nothing was painted. */
static gboolean
lacks_any (const Canvas *canvas, const TrellisTilesView *view, const TrlRect *bounds)
{
  const TrellisCamera  *c = &view->camera;
  cairo_rectangle_int_t all = { (int) floor (bounds->x * c->scale + c->x),
                                (int) floor (bounds->y * c->scale + c->y),
                                (int) ceil (bounds->width * c->scale) + 1,
                                (int) ceil (bounds->height * c->scale) + 1 };
  return cairo_region_contains_rectangle (canvas->left, &all) != CAIRO_REGION_OVERLAP_OUT;
}

TrellisLacks
trellis_tiles_paint (TrellisTiles *const    *stores,
                     guint                   n,
                     const TrellisTilesView *view,
                     const TrlRect          *bounds,
                     cairo_t                *cr)
{
  cairo_rectangle_int_t all = { 0, 0, view->width, view->height };
  Canvas                canvas = { cr, cairo_region_create_rectangle (&all) };
  TrellisLacks          lacks = TRELLIS_LACKS_NOTHING;
  g_autoptr (GArray) layers = list_layers (stores, n, view->camera.scale);
  for (guint i = 0; i < layers->len && !cairo_region_is_empty (canvas.left); i++)
    {
      const Layer *layer = &g_array_index (layers, Layer, i);
      if (layer->by > MOST_STRETCHED && lacks_any (&canvas, view, bounds))
        lacks |= TRELLIS_LACKS_FINE;
      lacks |= paint_layer (layer, view, &canvas);
    }
  if (lacks_any (&canvas, view, bounds))
    lacks |= TRELLIS_LACKS_ANY;
  paint_background (view, &canvas);
  cairo_region_destroy (canvas.left);
  return lacks;
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
