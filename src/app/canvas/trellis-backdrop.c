/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One store of tiles at the scale of the camera, one of a few tiles that hold the whole
 * picture, one pool of threads that draws for both.  While frames are painted the threads
 * take rests, so that a gesture has the processor when it needs it. */
#include "canvas/trellis-backdrop.h"

#include "canvas/trellis-pixels.h"
#include "canvas/trellis-tiles-paint.h"
#include "draw/trl-draw.h"
#include "job/trellis-pool.h"

#include <math.h>
#include <time.h>

#define SMALL 2000       /* items that are drawn at once */
#define SLOW_MS 9.0      /* at once, but not in every frame of a zoom */
#define LIMIT (96 << 20) /* bytes of pixels */
#define FAR_LIMIT (16 << 20)
#define ROOM (128 << 20) /* bytes of addresses for the pixels of tiles */
#define MOST_FACTOR 4    /* device pixels a pixel */
#define FAR_SIDE 1024.0  /* pixels of the whole picture */
#define AHEAD 1          /* tiles around the view that are drawn before they are seen */

/* How threads share the processor with a gesture. */
#define GESTURE_MS 150 /* after a frame, there may be another */
#define WORK_MS 1.2
#define REST_US 3600
#define ITEMS_A_LOOK 64

enum
{
  URGENCY_AHEAD,
  URGENCY_FAR,
  URGENCY_SEEN
};

struct TrellisBackdrop
{
  GtkWidget    *widget;
  TrellisTiles *tiles;
  TrellisTiles *far;
  TrellisPool  *pool;
  TrlRect       bounds; /* of the scene */
  double        cost;   /* milliseconds that drawing the view at once took */
  gboolean      late;
  int           painted; /* when the last frame was, milliseconds; threads read it */

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
  TrellisBackdrop *backdrop;
  guint            items;
  double           worked; /* of this thread, when the last rest ended, milliseconds */
} Pace;

static double
get_work (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
rest (const TrlItem *item, gpointer data)
{
  Pace *pace = data;
  if (++pace->items % ITEMS_A_LOOK != 0 || get_work () - pace->worked < WORK_MS)
    return TRUE;
  if (now_ms () - g_atomic_int_get (&pace->backdrop->painted) < GESTURE_MS)
    g_usleep (REST_US);
  pace->worked = get_work ();
  return TRUE;
}

static gpointer
work (gpointer input)
{
  Order           *order = input;
  Pace             pace = { order->backdrop, 0, get_work () };
  cairo_surface_t *surface = trellis_pixels_take (order->pixels);
  trl_draw_tile (order->scene, surface, order->scale, order->column, order->row,
                 order->factor, order->background, rest, &pace);
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
  if (order->tiles == backdrop->far ||
      trellis_tiles_shows (backdrop->tiles, &backdrop->view, order->column, order->row))
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
  double         start = get_work ();
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
  backdrop->cost = MAX (backdrop->cost, get_work () - start);
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
  backdrop->late = list->len > 0;
  for (guint i = 0; i < list->len; i++)
    ask (backdrop, backdrop->tiles, g_ptr_array_index (list, i), URGENCY_SEEN);
  ask_far (backdrop);
  ask_all (backdrop, backdrop->tiles, &backdrop->view, AHEAD, URGENCY_AHEAD);
}

static TrlColour
get_background (TrellisBackdrop *backdrop)
{
  GdkRGBA colour = { 1, 1, 1, 1 };
  gtk_style_context_lookup_color (gtk_widget_get_style_context (backdrop->widget),
                                  "view_bg_color", &colour);
  return (TrlColour){ colour.red, colour.green, colour.blue, 1 };
}

static void
set_scene (TrellisBackdrop *backdrop, TrlScene *scene)
{
  if (trellis_tiles_get_scene (backdrop->tiles) == scene)
    return;
  /* A partner or two elsewhere make no other picture from afar. */
  if (trellis_tiles_set_scene (backdrop->tiles, scene))
    {
      trellis_tiles_set_scene (backdrop->far, scene);
      backdrop->cost = 0;
      trellis_pool_skip (backdrop->pool);
      if (!trl_scene_get_bounds (scene, &backdrop->bounds))
        backdrop->bounds = (TrlRect){ 0, 0, 1, 1 };
    }
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
  trellis_pool_skip (backdrop->pool);
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
      forget_node (backdrop);
    }
  if (!is_same_view (&backdrop->view, view))
    forget_node (backdrop);
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

/* Stretched tiles are put together here: the display would get each as a whole first. */
static gboolean
paint_stretched (TrellisBackdrop *backdrop, cairo_t *cr)
{
  cairo_surface_t *image = get_image (backdrop);
  cairo_t         *own = cairo_create (image);
  gboolean         enough =
    trellis_tiles_paint (backdrop->tiles, backdrop->far, &backdrop->view, own);
  cairo_destroy (own);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  return enough;
}

/* Returns whether the tiles were enough. */
static gboolean
paint (TrellisBackdrop *backdrop, gboolean sharp)
{
  GskRenderNode *node = gsk_cairo_node_new (
    &GRAPHENE_RECT_INIT (0, 0, backdrop->view.width, backdrop->view.height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  gboolean enough =
    sharp ? trellis_tiles_paint (backdrop->tiles, backdrop->far, &backdrop->view, cr)
          : paint_stretched (backdrop, cr);
  cairo_destroy (cr);
  backdrop->node = node;
  return enough;
}

static gboolean
is_sharp (TrellisBackdrop *backdrop, double scale, int factor)
{
  return fabs (trellis_tiles_get_scale (backdrop->tiles) - scale) <= 1e-9 * scale &&
         trellis_tiles_get_factor (backdrop->tiles) == factor;
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
  TrellisTilesView view = { camera, width, height, get_background (backdrop) };
  g_atomic_int_set (&backdrop->painted, now_ms ());
  set_view (backdrop, &view);
  set_scene (backdrop, scene);
  set_scale (backdrop, camera.scale, factor, moving);
  gboolean sharp = is_sharp (backdrop, camera.scale, factor);
  backdrop->late = FALSE;
  if (sharp)
    get_tiles (backdrop);
  if (!backdrop->node && !paint (backdrop, sharp))
    backdrop->late = TRUE;
  gtk_snapshot_append_node (snapshot, backdrop->node);
  return sharp;
}

gboolean
trellis_backdrop_is_late (TrellisBackdrop *backdrop)
{
  return backdrop->late;
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
  backdrop->pool = trellis_pool_new (work, on_drawn, backdrop, order_free,
                                     (GDestroyNotify) cairo_surface_destroy);
  return backdrop;
}

void
trellis_backdrop_clear (TrellisBackdrop *backdrop)
{
  trellis_pool_skip (backdrop->pool);
  trellis_tiles_clear (backdrop->tiles);
  trellis_tiles_clear (backdrop->far);
  forget_node (backdrop);
}

void
trellis_backdrop_free (TrellisBackdrop *backdrop)
{
  trellis_pool_free (backdrop->pool);
  trellis_tiles_free (backdrop->tiles);
  trellis_tiles_free (backdrop->far);
  forget_node (backdrop);
  forget_images (backdrop);
  for (guint i = 0; i < MOST_FACTOR; i++)
    g_clear_pointer (&backdrop->tile_pixels[i], trellis_pixels_unref);
  g_free (backdrop);
}
