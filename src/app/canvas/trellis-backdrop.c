/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One store of tiles at the scale of the camera, one of a few tiles that hold the whole
 * picture, one pool of threads that draws for both.  While frames are painted the threads
 * take rests, so that a gesture has the processor when it needs it. */
#include "canvas/trellis-backdrop.h"

#include "canvas/trellis-levels.h"
#include "canvas/trellis-pixels.h"
#include "canvas/trellis-tiles-paint.h"
#include "draw/trl-draw.h"
#include "job/trellis-pace.h"
#include "job/trellis-pool.h"
#include "scene/trl-scene-patch.h"

#include <math.h>
#include <string.h>

#define SMALL 2000       /* items that are drawn at once */
#define SLOW_MS 9.0      /* at once, but not in every frame of a zoom */
#define LIMIT (96 << 20) /* bytes of pixels */
#define FAR_LIMIT (16 << 20)
#define LEVEL_LIMIT (24 << 20)
#define ROOM (192 << 20) /* bytes of addresses for the pixels of tiles */
#define MOST_FACTOR 4    /* device pixels a pixel */
#define FAR_SIDE 1024.0  /* pixels of the whole picture */
#define MOST_UNSEEN 200  /* items changed before the whole picture is drawn anew */
#define AHEAD 1          /* tiles around the view that are drawn before they are seen */
#define LEVELS_AHEAD 3   /* that a zoom from here may need */
#define CALM_MS 300      /* without a change, before they are drawn */

/* When a picture is late, microseconds after it was good last. */
#define COARSE_US (100 * G_TIME_SPAN_MILLISECOND)  /* blown up */
#define BLURRED_US (250 * G_TIME_SPAN_MILLISECOND) /* at rest, not at its own scale */
#define GESTURE_MS 150 /* after a frame, there may be another */

enum
{
  URGENCY_LEVELS,
  URGENCY_AHEAD,
  URGENCY_FAR,
  URGENCY_SEEN
};

struct TrellisBackdrop
{
  GtkWidget    *widget;
  TrellisTiles *tiles;
  TrellisTiles *far;
  TrellisLevels levels;
  TrellisTiles *level; /* that is drawn while a zoom goes on; at rest, the tiles */
  TrellisPool  *pool;
  TrlRect       bounds;      /* of the scene */
  guint         far_patched; /* items patched in what the far tiles show */
  double        cost;        /* milliseconds that drawing the view at once took */
  int           serial;      /* of what is drawn; threads read it */
  gboolean      grows;       /* the last zoom was one to nearby */
  guint         resting;     /* waits for rest */
  guint         missing;     /* tiles of the view, in the last frame */
  TrellisLacks  lacks;       /* of the node */
  gint64        fine, sharp; /* when the picture was so last, microseconds */
  int           painted;     /* when the last frame was, milliseconds; threads read it */

  /* what the last frame showed, to be shown again */
  GskRenderNode   *node;
  TrellisTilesView view;
  cairo_surface_t *images[2]; /* by turns: the frame before still has the other */
  guint            turn;

  /* what tiles and images are drawn on */
  TrellisPixels *tile_pixels[MOST_FACTOR]; /* by device pixels a pixel, less one */
  TrellisPixels *image_pixels;
};

/* --- in threads --- */

typedef struct
{
  TrellisBackdrop *backdrop;
  TrlScene        *scene;
  TrellisPixels   *pixels;
  int              serial;
  TrellisTiles    *tiles; /* that it is for; only to be told apart */
  double           scale;
  int              factor, column, row;
  guint            version;
  TrlColour        background;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;
  trl_scene_unref (order->scene);
  trellis_pixels_unref (order->pixels);
  g_free (order);
}

/* The clock in milliseconds; it may start again, which costs one rest. */
static int
now_ms (void)
{
  return (int) (g_get_monotonic_time () / 1000 & G_MAXINT);
}

typedef struct
{
  const Order *order;
  gboolean     given_up; /* nobody waits for the tile any more */
  TrellisPace  pace;
} Work;

/* A partner that is lifted leaves its old place soon, for the frames of a drag cost
 * little; what is only blurred may stay so while a gesture goes on. */
static TrellisRest
choose_rest (const Order *order)
{
  gboolean gesture =
    now_ms () - g_atomic_int_get (&order->backdrop->painted) < GESTURE_MS;
  if (!gesture)
    return TRELLIS_REST_NONE;
  return trl_scene_count_patched (order->scene) > 0 ? TRELLIS_REST_SHORT
                                                    : TRELLIS_REST_LONG;
}

static gboolean
rest (const TrlItem *item, gpointer data)
{
  Work            *work = data;
  TrellisBackdrop *backdrop = work->order->backdrop;
  if (work->given_up)
    return FALSE;
  if (!trellis_pace_is_due (&work->pace))
    return TRUE;
  work->given_up = work->order->serial != g_atomic_int_get (&backdrop->serial);
  trellis_pace_go_on (&work->pace, choose_rest (work->order));
  return TRUE;
}

static gpointer
draw_order (gpointer input)
{
  Order           *order = input;
  Work             work = { order, FALSE, { 0, trellis_pace_get_work () } };
  cairo_surface_t *surface = trellis_pixels_take (order->pixels);
  trl_draw_tile (order->scene, surface, order->scale, order->column, order->row,
                 order->factor, order->background, rest, &work);
  if (work.given_up)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/* --- what threads have drawn --- */

static void
forget_node (TrellisBackdrop *backdrop)
{
  g_clear_pointer (&backdrop->node, gsk_render_node_unref);
}

static void
on_drawn (gpointer input, gpointer result, gpointer data)
{
  TrellisBackdrop *backdrop = data;
  Order           *order = input;
  gboolean         fresh = trellis_tiles_put (order->tiles, order->scale, order->factor,
                                              order->column, order->row, order->version, result);
  if (!fresh && result)
    return;
  gboolean own = order->tiles == backdrop->tiles;
  if (own ? trellis_tiles_shows (backdrop->tiles, &backdrop->view, order->column,
                                 order->row)
          : result && (backdrop->missing || backdrop->lacks))
    {
      forget_node (backdrop);
      gtk_widget_queue_draw (backdrop->widget);
    }
}

static TrellisPixels *
get_pixels (TrellisBackdrop *backdrop, int factor)
{
  TrellisPixels **pixels = &backdrop->tile_pixels[CLAMP (factor, 1, MOST_FACTOR) - 1];
  int             side = TRELLIS_TILE * factor;
  if (*pixels && !trellis_pixels_fits (*pixels, side, side))
    g_clear_pointer (pixels, trellis_pixels_unref);
  if (!*pixels)
    *pixels = trellis_pixels_new (side, side, ROOM / (4 * side * side));
  return *pixels;
}

/* What was asked for is drawn no more. */
static void
skip (TrellisBackdrop *backdrop)
{
  g_atomic_int_inc (&backdrop->serial);
  trellis_pool_skip (backdrop->pool);
}

static void
ask (TrellisBackdrop *backdrop, TrellisTiles *tiles, TrellisTile *tile, int urgency)
{
  if (tile->asked)
    return;
  Order *order = g_new0 (Order, 1);
  order->backdrop = backdrop;
  order->scene = trl_scene_ref (trellis_tiles_get_scene (tiles));
  order->tiles = tiles;
  order->scale = trellis_tiles_get_scale (tiles);
  order->factor = trellis_tiles_get_factor (tiles);
  order->pixels = trellis_pixels_ref (get_pixels (backdrop, order->factor));
  order->column = tile->column;
  order->row = tile->row;
  order->version = tile->version;
  order->serial = backdrop->serial;
  order->background = backdrop->view.background;
  tile->asked = TRUE;
  trellis_pool_push (backdrop->pool, urgency, order);
}

static void
ask_all (TrellisBackdrop        *backdrop,
         TrellisTiles           *tiles,
         const TrellisTilesView *view,
         int                     margin,
         int                     urgency)
{
  g_autoptr (GPtrArray) list = trellis_tiles_look (tiles, view, margin);
  for (guint i = 0; i < list->len; i++)
    ask (backdrop, tiles, g_ptr_array_index (list, i), urgency);
}

/* --- drawing --- */

static void
draw_at_once (TrellisBackdrop *backdrop, GPtrArray *list)
{
  double         start = trellis_pace_get_work ();
  TrellisTiles  *tiles = backdrop->tiles;
  double         scale = trellis_tiles_get_scale (tiles);
  int            factor = trellis_tiles_get_factor (tiles);
  TrellisPixels *pixels = get_pixels (backdrop, factor);
  for (guint i = 0; i < list->len; i++)
    {
      TrellisTile     *tile = g_ptr_array_index (list, i);
      cairo_surface_t *surface = trellis_pixels_take (pixels);
      trl_draw_tile (trellis_tiles_get_scene (tiles), surface, scale, tile->column,
                     tile->row, factor, backdrop->view.background, NULL, NULL);
      trellis_tiles_put (tiles, scale, factor, tile->column, tile->row, tile->version,
                         surface);
    }
  if (list->len > 0)
    forget_node (backdrop);
  backdrop->cost = MAX (backdrop->cost, trellis_pace_get_work () - start);
}

static gboolean
is_large (TrellisBackdrop *backdrop)
{
  return trellis_backdrop_is_large (
    trl_scene_count_items (trellis_tiles_get_scene (backdrop->tiles)));
}

/* The whole picture as it is when it just fills the square. */
static void
ask_far (TrellisBackdrop *backdrop)
{
  TrlRect          bounds = backdrop->bounds;
  double           scale = FAR_SIDE / MAX (MAX (bounds.width, bounds.height), 1);
  TrellisTilesView view = { .camera = { scale, -bounds.x * scale, -bounds.y * scale },
                            .width = (int) ceil (bounds.width * scale),
                            .height = (int) ceil (bounds.height * scale) };
  trellis_tiles_set_scale (backdrop->far, scale, 1);
  ask_all (backdrop, backdrop->far, &view, 0, URGENCY_FAR);
}

/* Tiles of the view are drawn or asked for, then those around it. */
static void
get_tiles (TrellisBackdrop *backdrop)
{
  g_autoptr (GPtrArray) list = trellis_tiles_look (backdrop->tiles, &backdrop->view, 0);
  if (!is_large (backdrop))
    {
      draw_at_once (backdrop, list);
      return;
    }
  backdrop->missing = list->len;
  for (guint i = 0; i < list->len; i++)
    ask (backdrop, backdrop->tiles, g_ptr_array_index (list, i), URGENCY_SEEN);
  ask_far (backdrop);
  ask_all (backdrop, backdrop->tiles, &backdrop->view, AHEAD, URGENCY_AHEAD);
}

/* Of a level, what is seen of it in the view. */
static void
ask_level (TrellisBackdrop *backdrop, TrellisTiles *level, int urgency)
{
  TrellisTilesView view = trellis_levels_reach (
    &backdrop->view, trellis_tiles_get_scale (level), &backdrop->bounds);
  if (view.width > 0 && view.height > 0)
    ask_all (backdrop, level, &view, 0, urgency);
}

/* While a zoom goes on, one level at a time, and none that comes too late: those passed
 * by are not drawn, nor is a blur that soon passes. */
static void
ask_lacking (TrellisBackdrop *backdrop)
{
  double        scale = backdrop->view.camera.scale;
  TrellisTiles *level = NULL;
  if (backdrop->lacks & TRELLIS_LACKS_ANY || (backdrop->lacks && backdrop->grows))
    level = trellis_levels_find (&backdrop->levels, scale);
  if (level != backdrop->level)
    skip (backdrop);
  backdrop->level = level;
  if (level)
    ask_level (backdrop, level, URGENCY_SEEN);
}

/* What a zoom from here is going to need: from farther away, and from nearer. */
static gboolean
on_rest (gpointer data)
{
  TrellisBackdrop *backdrop = data;
  double           scale = backdrop->view.camera.scale, out = scale;
  double           least = trellis_tiles_get_scale (backdrop->far);
  TrellisTiles    *nearer = trellis_levels_find (&backdrop->levels, 2 * scale);
  backdrop->resting = 0;
  for (int i = 0; i < LEVELS_AHEAD; i++)
    {
      TrellisTiles *level = trellis_levels_find (&backdrop->levels, out * 0.99);
      out = trellis_tiles_get_scale (level);
      if (out > least)
        ask_level (backdrop, level, URGENCY_LEVELS);
    }
  if (trellis_tiles_get_scale (nearer) > MAX (scale, least))
    ask_level (backdrop, nearer, URGENCY_LEVELS);
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (TrellisBackdrop *backdrop)
{
  g_clear_handle_id (&backdrop->resting, g_source_remove);
  if (is_large (backdrop))
    backdrop->resting = g_timeout_add (CALM_MS, on_rest, backdrop);
}

TrlColour
trellis_backdrop_get_colour (GtkWidget *widget)
{
  GdkRGBA colour = { 1, 1, 1, 1 };
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "view_bg_color",
                                  &colour);
  return (TrlColour){ colour.red, colour.green, colour.blue, 1 };
}

/* A partner or two elsewhere make no other picture from afar; many do, and one that is
 * outside of what it was. */
static void
set_patch (TrellisBackdrop *backdrop, TrlScene *scene, const TrlRect *bounds)
{
  guint n = trl_scene_count_patched (scene);
  if (n < backdrop->far_patched + MOST_UNSEEN &&
      memcmp (bounds, &backdrop->bounds, sizeof *bounds) == 0)
    return;
  trellis_tiles_set_scene (backdrop->far, scene);
  backdrop->far_patched = n;
}

static void
set_scene (TrellisBackdrop *backdrop, TrlScene *scene)
{
  TrlRect bounds = { 0, 0, 1, 1 };
  if (trellis_tiles_get_scene (backdrop->tiles) == scene)
    return;
  if (!trl_scene_get_bounds (scene, &bounds))
    bounds = (TrlRect){ 0, 0, 1, 1 };
  trellis_levels_set_scene (&backdrop->levels, scene);
  if (trellis_tiles_set_scene (backdrop->tiles, scene))
    {
      trellis_tiles_set_scene (backdrop->far, scene);
      backdrop->far_patched = trl_scene_count_patched (scene);
      backdrop->cost = 0;
      skip (backdrop);
    }
  else
    set_patch (backdrop, scene, &bounds);
  backdrop->bounds = bounds;
  forget_node (backdrop);
}

/* Another scale, at once where that is quick or nothing moves. */
static void
set_scale (TrellisBackdrop *backdrop, double scale, int factor, gboolean moving)
{
  gboolean first = trellis_tiles_get_scale (backdrop->tiles) <= 0;
  if (!first && moving && (is_large (backdrop) || backdrop->cost > SLOW_MS))
    return;
  if (!trellis_tiles_set_scale (backdrop->tiles, scale, factor))
    return;
  backdrop->cost = 0;
  skip (backdrop);
  forget_node (backdrop);
}

static gboolean
is_same_view (const TrellisTilesView *a, const TrellisTilesView *b)
{
  return a->camera.scale == b->camera.scale &&
         round (a->camera.x) == round (b->camera.x) &&
         round (a->camera.y) == round (b->camera.y) && a->width == b->width &&
         a->height == b->height;
}

static void
set_view (TrellisBackdrop *backdrop, const TrellisTilesView *view)
{
  const TrlColour *old = &backdrop->view.background, *fresh = &view->background;
  if (old->r != fresh->r || old->g != fresh->g || old->b != fresh->b)
    {
      trellis_tiles_outdate (backdrop->tiles);
      trellis_tiles_outdate (backdrop->far);
      trellis_levels_outdate (&backdrop->levels);
      forget_node (backdrop);
    }
  if (!is_same_view (&backdrop->view, view))
    forget_node (backdrop);
  if (backdrop->view.camera.scale != view->camera.scale)
    backdrop->grows = view->camera.scale > backdrop->view.camera.scale;
  backdrop->view = *view;
}

static void
forget_images (TrellisBackdrop *backdrop)
{
  for (guint i = 0; i < G_N_ELEMENTS (backdrop->images); i++)
    g_clear_pointer (&backdrop->images[i], cairo_surface_destroy);
  g_clear_pointer (&backdrop->image_pixels, trellis_pixels_unref);
}

/* An image that is let go while a node has it is copied first. */
static cairo_surface_t *
get_image (TrellisBackdrop *backdrop)
{
  int               width = backdrop->view.width, height = backdrop->view.height;
  cairo_surface_t **image = &backdrop->images[backdrop->turn++ % 2];
  if (backdrop->image_pixels &&
      !trellis_pixels_fits (backdrop->image_pixels, width, height))
    forget_images (backdrop);
  if (!backdrop->image_pixels)
    backdrop->image_pixels =
      trellis_pixels_new (width, height, G_N_ELEMENTS (backdrop->images));
  if (!*image)
    *image = trellis_pixels_take (backdrop->image_pixels);
  return *image;
}

static TrellisLacks
paint_tiles (TrellisBackdrop *backdrop, cairo_t *cr)
{
  TrellisTiles *stores[2 + TRELLIS_N_LEVELS] = { backdrop->tiles, backdrop->far };
  for (guint i = 0; i < TRELLIS_N_LEVELS; i++)
    stores[2 + i] = backdrop->levels.tiles[i];
  return trellis_tiles_paint (stores, G_N_ELEMENTS (stores), &backdrop->view,
                              &backdrop->bounds, cr);
}

/* Stretched tiles are put together here: the display would get each as a whole first. */
static TrellisLacks
paint_stretched (TrellisBackdrop *backdrop, cairo_t *cr)
{
  cairo_surface_t *image = get_image (backdrop);
  cairo_t         *own = cairo_create (image);
  TrellisLacks     lacks = paint_tiles (backdrop, own);
  cairo_destroy (own);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  return lacks;
}

static void
paint (TrellisBackdrop *backdrop, gboolean sharp)
{
  GskRenderNode *node = gsk_cairo_node_new (
    &GRAPHENE_RECT_INIT (0, 0, backdrop->view.width, backdrop->view.height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  backdrop->lacks = sharp ? paint_tiles (backdrop, cr) : paint_stretched (backdrop, cr);
  cairo_destroy (cr);
  backdrop->node = node;
}

static gboolean
is_sharp (TrellisBackdrop *backdrop, double scale, int factor)
{
  return fabs (trellis_tiles_get_scale (backdrop->tiles) - scale) <= 1e-9 * scale &&
         trellis_tiles_get_factor (backdrop->tiles) == factor;
}

/* A zoom on its way is no blur. */
static void
note_time (TrellisBackdrop *backdrop)
{
  gint64 now = g_get_monotonic_time ();
  if (!(backdrop->lacks & TRELLIS_LACKS_FINE))
    backdrop->fine = now;
  if (backdrop->missing == 0)
    backdrop->sharp = now;
}

gboolean
trellis_backdrop_snapshot (TrellisBackdrop *backdrop,
                           GtkSnapshot     *snapshot,
                           TrlScene        *scene,
                           TrellisCamera    camera,
                           int              width,
                           int              height,
                           int              factor,
                           gboolean         moving)
{
  g_return_val_if_fail (scene && width > 0 && height > 0, TRUE);
  TrellisTilesView view = { camera, width, height,
                            trellis_backdrop_get_colour (backdrop->widget) };
  g_atomic_int_set (&backdrop->painted, now_ms ());
  set_view (backdrop, &view);
  set_scene (backdrop, scene);
  set_scale (backdrop, camera.scale, factor, moving);
  gboolean sharp = is_sharp (backdrop, camera.scale, factor);
  backdrop->missing = 0;
  if (sharp)
    get_tiles (backdrop);
  if (!backdrop->node)
    {
      paint (backdrop, sharp);
      wait_for_rest (backdrop);
    }
  if (sharp)
    backdrop->level = backdrop->tiles;
  else if (is_large (backdrop))
    ask_lacking (backdrop);
  note_time (backdrop);
  gtk_snapshot_append_node (snapshot, backdrop->node);
  return sharp;
}

gboolean
trellis_backdrop_is_late (TrellisBackdrop *backdrop)
{
  gint64 now = g_get_monotonic_time ();
  return (backdrop->lacks & (TRELLIS_LACKS_NEW | TRELLIS_LACKS_ANY)) ||
         now - backdrop->fine > COARSE_US || now - backdrop->sharp > BLURRED_US;
}

gboolean
trellis_backdrop_is_large (guint items)
{
  return items > SMALL;
}

/* --- life --- */

TrellisBackdrop *
trellis_backdrop_new (GtkWidget *widget)
{
  TrellisBackdrop *backdrop = g_new0 (TrellisBackdrop, 1);
  backdrop->widget = widget;
  backdrop->tiles = trellis_tiles_new (LIMIT);
  backdrop->far = trellis_tiles_new (FAR_LIMIT);
  trellis_levels_init (&backdrop->levels, LEVEL_LIMIT);
  backdrop->pool = trellis_pool_new (draw_order, on_drawn, backdrop, order_free,
                                     (GDestroyNotify) cairo_surface_destroy);
  return backdrop;
}

void
trellis_backdrop_clear (TrellisBackdrop *backdrop)
{
  skip (backdrop);
  trellis_tiles_clear (backdrop->tiles);
  trellis_tiles_clear (backdrop->far);
  trellis_levels_clear (&backdrop->levels);
  g_clear_handle_id (&backdrop->resting, g_source_remove);
  forget_node (backdrop);
}

void
trellis_backdrop_free (TrellisBackdrop *backdrop)
{
  skip (backdrop);
  trellis_pool_free (backdrop->pool);
  trellis_tiles_free (backdrop->tiles);
  trellis_tiles_free (backdrop->far);
  trellis_levels_free (&backdrop->levels);
  g_clear_handle_id (&backdrop->resting, g_source_remove);
  forget_node (backdrop);
  forget_images (backdrop);
  for (guint i = 0; i < MOST_FACTOR; i++)
    g_clear_pointer (&backdrop->tile_pixels[i], trellis_pixels_unref);
  g_free (backdrop);
}
