/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store of tiles: what is kept, what is let go, what is out of date. */
#include "canvas/trellis-levels.h"
#include "scene/trl-scene-patch.h"

#define BYTES (TRELLIS_TILE * TRELLIS_TILE * 4)

static cairo_surface_t *
new_surface (double grey)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, TRELLIS_TILE, TRELLIS_TILE);
  cairo_t *cr = cairo_create (surface);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
put (TrellisTiles *tiles, int column, int row, double grey)
{
  TrellisTile *tile = trellis_tiles_get (tiles, column, row);
  trellis_tiles_put (tiles, trellis_tiles_get_scale (tiles), 1, column, row,
                     tile->version, new_surface (grey));
}

/* A disc in each of the tiles 0 … 3 of the first row, at a scale of 1. */
static TrlScene *
new_scene (void)
{
  TrlScene *scene = trl_scene_new ();
  for (guint i = 0; i < 4; i++)
    trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                      .fill = { 0, 0, 0, 1 },
                                      .x = i * TRELLIS_TILE + 128,
                                      .y = 128,
                                      .radius = 20 });
  trl_scene_freeze (scene);
  return scene;
}

static void
test_limit (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (5 * BYTES);
  trellis_tiles_set_scale (tiles, 1, 1);
  for (int column = 0; column < 12; column++)
    {
      put (tiles, column, 0, 0);
      trellis_tiles_find (tiles, FALSE, 0, 0); /* is used all the time */
    }
  g_assert_cmpuint (trellis_tiles_get_size (tiles), ==, 5 * BYTES);
  g_assert_nonnull (trellis_tiles_find (tiles, FALSE, 0, 0));
  g_assert_null (trellis_tiles_find (tiles, FALSE, 1, 0));
  g_assert_nonnull (trellis_tiles_find (tiles, FALSE, 11, 0));
}

/* As the canvas does: what is listed is put one by one. */
static void
draw_view (TrellisTiles *tiles, const TrellisTilesView *view)
{
  g_autoptr (GPtrArray) list = trellis_tiles_look (tiles, view, 0);
  for (guint i = 0; i < list->len; i++)
    {
      const TrellisTile *tile = g_ptr_array_index (list, i);
      trellis_tiles_put (tiles, 1, 1, tile->column, tile->row, tile->version,
                         new_surface (0));
    }
}

/* A view of nine tiles where there is room for four: all of them stay while it is seen,
 * and what was seen before goes. */
static void
test_large_view (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (4 * BYTES);
  TrellisTilesView view = {
    { 1, 0, 0 }, 3 * TRELLIS_TILE, 3 * TRELLIS_TILE, { 1, 1, 1, 1 }
  };
  trellis_tiles_set_scale (tiles, 1, 1);
  draw_view (tiles, &view);
  g_assert_cmpuint (trellis_tiles_get_size (tiles), ==, 9 * BYTES);
  g_autoptr (GPtrArray) again = trellis_tiles_look (tiles, &view, 0);
  g_assert_cmpuint (again->len, ==, 0);
  view.camera.x -= 3 * TRELLIS_TILE;
  draw_view (tiles, &view);
  g_assert_cmpuint (trellis_tiles_get_size (tiles), ==, 9 * BYTES);
  g_assert_null (trellis_tiles_find (tiles, FALSE, 0, 0));
  g_assert_nonnull (trellis_tiles_find (tiles, FALSE, 3, 0));
  view.width = view.height = TRELLIS_TILE;
  view.camera.x -= 4 * TRELLIS_TILE;
  draw_view (tiles, &view);
  g_assert_cmpuint (trellis_tiles_get_size (tiles), ==, 4 * BYTES);
}

/* What was begun for the document before is not shown in the next. */
static void
test_cleared (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  trellis_tiles_set_scale (tiles, 1, 1);
  guint late = trellis_tiles_get (tiles, 0, 0)->version;
  trellis_tiles_clear (tiles);
  TrellisTile *tile = trellis_tiles_get (tiles, 0, 0);
  tile->asked = TRUE;
  g_assert_false (trellis_tiles_put (tiles, 1, 1, 0, 0, late, new_surface (0)));
  g_assert_true (tile->asked);
  g_assert_null (tile->surface);
  g_assert_true (trellis_tiles_put (tiles, 1, 1, 0, 0, tile->version, new_surface (0)));
}

static void
test_generations (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  g_assert_true (trellis_tiles_set_scale (tiles, 1, 1));
  put (tiles, 3, 4, 0);
  g_assert_false (trellis_tiles_set_scale (tiles, 1, 1));
  g_assert_true (trellis_tiles_set_scale (tiles, 2, 1));
  g_assert_null (trellis_tiles_find (tiles, FALSE, 3, 4));
  g_assert_nonnull (trellis_tiles_find (tiles, TRUE, 3, 4));
  g_assert_cmpfloat (trellis_tiles_get_previous_scale (tiles), ==, 1);
  /* A generation of which nothing was seen takes no place. */
  g_assert_true (trellis_tiles_set_scale (tiles, 3, 1));
  g_assert_cmpfloat (trellis_tiles_get_previous_scale (tiles), ==, 1);
  /* Back again, all is there. */
  g_assert_true (trellis_tiles_set_scale (tiles, 1, 1));
  g_assert_nonnull (trellis_tiles_find (tiles, FALSE, 3, 4));
  g_assert_cmpuint (trellis_tiles_get_size (tiles), ==, BYTES);
}

/* Tiles come when the camera may be elsewhere. */
static void
test_late_tiles (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  trellis_tiles_set_scale (tiles, 1, 1);
  trellis_tiles_get (tiles, 0, 0)->asked = TRUE;
  g_assert_false (trellis_tiles_put (tiles, 7, 1, 0, 0, 0, new_surface (0)));
  g_assert_true (trellis_tiles_get (tiles, 0, 0)->asked);
  g_assert_false (trellis_tiles_put (tiles, 1, 1, 0, 0, 0, NULL)); /* given up */
  g_assert_false (trellis_tiles_get (tiles, 0, 0)->asked);
  g_assert_true (trellis_tiles_put (tiles, 1, 1, 0, 0, 0, new_surface (0)));
  g_assert_true (trellis_tile_is_ready (trellis_tiles_get (tiles, 0, 0)));
}

static guint
count_ready (TrellisTiles *tiles)
{
  guint n = 0;
  for (int column = 0; column < 4; column++)
    n += trellis_tile_is_ready (trellis_tiles_get (tiles, column, 0));
  return n;
}

static void
put_row (TrellisTiles *tiles)
{
  for (int column = 0; column < 4; column++)
    put (tiles, column, 0, 0);
}

static void
test_damage (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  g_autoptr (TrlScene) scene = new_scene ();
  g_autoptr (TrlScene) other = new_scene ();
  TrlItemChange change = { .item = 1, .value = *trl_scene_get_item (scene, 1) };
  change.value.x += TRELLIS_TILE; /* from the second tile to the third */
  g_autoptr (TrlScene) moved = trl_scene_patch (scene, &change, 1);

  trellis_tiles_set_scale (tiles, 1, 1);
  g_assert_true (trellis_tiles_set_scene (tiles, scene));
  put_row (tiles);
  g_assert_cmpuint (count_ready (tiles), ==, 4);
  g_assert_false (trellis_tiles_set_scene (tiles, moved));
  g_assert_cmpuint (count_ready (tiles), ==, 2);
  g_assert_false (trellis_tile_is_ready (trellis_tiles_get (tiles, 1, 0)));
  g_assert_false (trellis_tile_is_ready (trellis_tiles_get (tiles, 2, 0)));
  /* Out of date, they are still to be seen. */
  g_assert_nonnull (trellis_tiles_find (tiles, FALSE, 1, 0));
  put_row (tiles);
  g_assert_true (trellis_tiles_set_scene (tiles, other));
  g_assert_cmpuint (count_ready (tiles), ==, 0);
}

static guint
get_grey (cairo_surface_t *image, int x, int y)
{
  return cairo_image_surface_get_data (
    image)[y * cairo_image_surface_get_stride (image) + 4 * x];
}

static const TrlRect everywhere = { -1000, -1000, 3000, 3000 };

static cairo_surface_t *
paint (TrellisTiles           *tiles,
       TrellisTiles           *far,
       const TrellisTilesView *view,
       const TrlRect          *bounds,
       TrellisLacks           *lacks)
{
  TrellisTiles    *stores[2] = { tiles, far };
  cairo_surface_t *image =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, view->width, view->height);
  cairo_t *cr = cairo_create (image);
  *lacks = trellis_tiles_paint (stores, far ? 2 : 1, view, bounds, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* Tiles over the whole picture over the background. */
static void
test_paint (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  g_autoptr (TrellisTiles) far = trellis_tiles_new (50 * BYTES);
  TrellisTilesView view = { { 1, 100, 0 }, 600, 300, { 1, 1, 1, 1 } };
  cairo_surface_t *image;
  TrellisLacks     lacks;

  trellis_tiles_set_scale (tiles, 1, 1);
  trellis_tiles_set_scale (far, 0.5, 1);
  put (tiles, 0, 0, 0.2);
  put (far, 0, 0, 0.6);
  image = paint (tiles, far, &view, &everywhere, &lacks);
  g_assert_cmpuint (lacks, ==, TRELLIS_LACKS_ANY);
  g_assert_cmpuint (get_grey (image, 99, 10), ==, 255);
  g_assert_cmpuint (get_grey (image, 100, 10), ==, 51);
  g_assert_cmpuint (get_grey (image, 355, 255), ==, 51);
  g_assert_cmpuint (get_grey (image, 356, 10), ==, 153);
  g_assert_cmpuint (get_grey (image, 100, 256), ==, 153);
  cairo_surface_destroy (image);

  g_autoptr (GPtrArray) wanted = trellis_tiles_look (tiles, &view, 0);
  g_assert_cmpuint (wanted->len, ==, 3 * 2 - 1);
  for (int row = 0; row < 2; row++)
    for (int column = -1; column < 2; column++)
      put (tiles, column, row, 0.4);
  image = paint (tiles, far, &view, &everywhere, &lacks);
  g_assert_cmpuint (lacks, ==, TRELLIS_LACKS_NOTHING);
  g_assert_cmpuint (get_grey (image, 0, 0), ==, 102);
  g_assert_cmpuint (get_grey (image, 599, 299), ==, 102);
  cairo_surface_destroy (image);
}

static TrellisLacks
find_lacks (TrellisTiles *tiles, double scale, const TrlRect *bounds)
{
  TrellisTilesView view = { { scale, 0, 0 }, 256, 256, { 1, 1, 1, 1 } };
  TrellisLacks     lacks;
  cairo_surface_destroy (paint (tiles, NULL, &view, bounds, &lacks));
  return lacks;
}

static void
test_lacks (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  TrlRect inside = { 10, 10, 200, 200 };
  trellis_tiles_set_scale (tiles, 1, 1);
  g_assert_cmpuint (find_lacks (tiles, 1, &inside), ==, TRELLIS_LACKS_ANY);
  put (tiles, 0, 0, 0.2);
  g_assert_cmpuint (find_lacks (tiles, 1, &inside), ==, TRELLIS_LACKS_NOTHING);
  g_assert_cmpuint (find_lacks (tiles, 2, &inside), ==, TRELLIS_LACKS_NOTHING);
  g_assert_cmpuint (find_lacks (tiles, 2.1, &inside), ==, TRELLIS_LACKS_FINE);
  /* Made smaller, the tile leaves the rim to what is not there. */
  g_assert_cmpuint (find_lacks (tiles, 0.5, &inside), ==, TRELLIS_LACKS_NOTHING);
  g_assert_cmpuint (find_lacks (tiles, 0.5, &everywhere), ==, TRELLIS_LACKS_ANY);
  trellis_tiles_outdate (tiles);
  g_assert_cmpuint (find_lacks (tiles, 1, &inside), ==, TRELLIS_LACKS_NEW);
}

/* The level that is stretched least is seen, whatever the order of the stores. */
static void
test_least_stretched (void)
{
  g_autoptr (TrellisTiles) fine = trellis_tiles_new (50 * BYTES);
  g_autoptr (TrellisTiles) coarse = trellis_tiles_new (50 * BYTES);
  const struct
  {
    double scale;
    guint  grey;
  } cases[] = { { 4, 51 }, { 2.1, 51 }, { 1.3, 153 }, { 0.9, 153 } };
  trellis_tiles_set_scale (fine, 4, 1);
  trellis_tiles_set_scale (coarse, 1, 1);
  for (int i = 0; i < 16; i++)
    put (fine, i % 4, i / 4, 0.2);
  put (coarse, 0, 0, 0.6);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrellisTilesView view = { { cases[i].scale, 0, 0 }, 200, 200, { 1, 1, 1, 1 } };
      TrellisLacks     lacks;
      cairo_surface_t *image = paint (coarse, fine, &view, &everywhere, &lacks);
      g_assert_cmpuint (get_grey (image, 50, 50), ==, cases[i].grey);
      g_assert_cmpuint (lacks, ==, TRELLIS_LACKS_NOTHING);
      cairo_surface_destroy (image);
    }
}

static void
test_levels (void)
{
  TrellisLevels levels;
  trellis_levels_init (&levels, 50 * BYTES);
  g_assert_cmpfloat (trellis_tiles_get_scale (trellis_levels_find (&levels, 1)), ==, 1);
  g_assert_cmpfloat (trellis_tiles_get_scale (trellis_levels_find (&levels, 0.99)), ==,
                     0.5);
  g_assert_cmpfloat (trellis_tiles_get_scale (trellis_levels_find (&levels, 7.9)), ==, 4);
  g_assert_cmpfloat (trellis_tiles_get_scale (trellis_levels_find (&levels, 0.001)), ==,
                     1 / 128.);
  g_assert_cmpfloat (
    trellis_tiles_get_scale (trellis_levels_find (&levels, TRELLIS_ZOOM_MIN)), <=,
    TRELLIS_ZOOM_MIN);
  trellis_levels_free (&levels);
}

/* Every view to which a zoom out can come lies in the reach of its level. */
static void
test_reach (void)
{
  TrellisTilesView view = { { 1, -500, -300 }, 400, 200, { 1, 1, 1, 1 } };
  TrlRect          all = { -2000, -2000, 6000, 6000 }, few = { 550, 300, 50, 60 };
  TrellisTilesView found = trellis_levels_reach (&view, 0.5, &all);
  for (int corner = 0; corner < 4; corner++)
    {
      TrellisCamera out = trellis_camera_zoom (view.camera, 0.5, corner % 2 * view.width,
                                               corner / 2 * view.height);
      g_assert_cmpfloat (-out.x, >=, -found.camera.x);
      g_assert_cmpfloat (-out.y, >=, -found.camera.y);
      g_assert_cmpfloat (-out.x + view.width, <=, -found.camera.x + found.width);
      g_assert_cmpfloat (-out.y + view.height, <=, -found.camera.y + found.height);
    }
  found = trellis_levels_reach (&view, 2, &all);
  g_assert_cmpfloat (found.camera.x, ==, -1000);
  g_assert_cmpint (found.width, ==, 800);
  found = trellis_levels_reach (&view, 0.5, &few);
  g_assert_cmpfloat (found.camera.x, ==, -275);
  g_assert_cmpint (found.width, ==, 25);
  g_assert_cmpint (found.height, ==, 30);
}

/* While a zoom goes on, the squares meet at every stretch. */
static void
test_stretched (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  trellis_tiles_set_scale (tiles, 1, 1);
  for (int row = -1; row < 4; row++)
    for (int column = -1; column < 4; column++)
      put (tiles, column, row, 0.4);
  for (double scale = 0.5; scale < 2; scale *= 1.07)
    {
      TrellisTilesView view = { { scale, 40.4, 31.7 }, 300, 200, { 1, 1, 1, 1 } };
      TrellisLacks     lacks;
      cairo_surface_t *image = paint (tiles, NULL, &view, &everywhere, &lacks);
      g_assert_cmpuint (lacks, ==, TRELLIS_LACKS_NOTHING);
      for (int y = 0; y < 200; y++)
        for (int x = 0; x < 300; x++)
          g_assert_cmpuint (get_grey (image, x, y), ==, 102);
      cairo_surface_destroy (image);
    }
}

/* A window may be drawn a part of a pixel off. */
static void
test_between_pixels (void)
{
  g_autoptr (TrellisTiles) tiles = trellis_tiles_new (50 * BYTES);
  TrellisTilesView view = { { 1, 40, 31 }, 300, 200, { 1, 1, 1, 1 } };
  trellis_tiles_set_scale (tiles, 1, 1);
  for (int row = -1; row < 2; row++)
    for (int column = -1; column < 2; column++)
      put (tiles, column, row, 0.4);
  for (double off = 0; off < 1; off += 0.125)
    {
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);
      cairo_t         *cr = cairo_create (image);
      cairo_translate (cr, off, off);
      trellis_tiles_paint (&tiles, 1, &view, &everywhere, cr);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      for (int y = 1; y < 199; y++)
        for (int x = 1; x < 299; x++)
          g_assert_cmpuint (get_grey (image, x, y), ==, 102);
      cairo_surface_destroy (image);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/what-was-not-used-for-longest-goes", test_limit);
  g_test_add_func ("/tiles/a-view-larger-than-the-limit-stays", test_large_view);
  g_test_add_func ("/tiles/what-comes-after-clearing-is-late", test_cleared);
  g_test_add_func ("/tiles/two-generations-are-kept", test_generations);
  g_test_add_func ("/tiles/what-comes-too-late-is-dropped", test_late_tiles);
  g_test_add_func ("/tiles/only-what-changed-is-out-of-date", test_damage);
  g_test_add_func ("/tiles/lie-on-the-whole-picture", test_paint);
  g_test_add_func ("/tiles/what-a-picture-lacks-is-told", test_lacks);
  g_test_add_func ("/tiles/what-is-stretched-least-is-seen", test_least_stretched);
  g_test_add_func ("/tiles/a-level-is-no-larger-than-the-zoom", test_levels);
  g_test_add_func ("/tiles/a-zoom-out-stays-in-reach", test_reach);
  g_test_add_func ("/tiles/meet-while-they-are-stretched", test_stretched);
  g_test_add_func ("/tiles/meet-between-pixels", test_between_pixels);
  return g_test_run ();
}
