/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two descriptions of one picture must give the same pixels.  Without texts, so that no
 * font matters. */

#include "draw-compare.h"
#include "draw-samples.h"

#include <string.h>

static cairo_surface_t *
new_image (int width, int height)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (image);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return image;
}

static cairo_surface_t *
paint (const TrlScene *scene, double zoom, double dx, TrlDrawFlags flags)
{
  cairo_surface_t *image = new_image ((int) (WIDTH * zoom), (int) (HEIGHT * zoom));
  cairo_t         *cr = cairo_create (image);
  cairo_translate (cr, dx, 0);
  cairo_scale (cr, zoom, zoom);
  trl_draw_scene_filtered (scene, cr, NULL, zoom, flags, NULL, NULL);
  cairo_destroy (cr);
  return image;
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;
  if (length > bytes->len)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  g_byte_array_remove_range (bytes, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
paint_png (const TrlScene *scene, double dpi)
{
  g_autoptr (GError) error = NULL;
  GBytes *file = trl_draw_png (scene, NULL, dpi, &error);
  g_assert_no_error (error);
  GByteArray      *bytes = g_bytes_unref_to_array (file);
  cairo_surface_t *png = cairo_image_surface_create_from_png_stream (read_bytes, bytes);
  g_assert_cmpint (cairo_surface_status (png), ==, CAIRO_STATUS_SUCCESS);
  g_byte_array_unref (bytes);
  return png;
}

static void
test_png (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  cairo_surface_t *out = paint_png (scene, 144),
                  *ref = paint (scene, 2, 0, TRL_DRAW_DEFAULT);
  assert_same_picture ("png", out, ref, 0, 0);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

static void
test_screen (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  cairo_surface_t *out = paint (scene, 1, 0, TRL_DRAW_SCREEN);
  cairo_surface_t *ref = paint (scene, 1, 0, TRL_DRAW_DEFAULT);
  assert_same_picture ("screen", out, ref, 0.12, 32);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

/* What the comparison of the screen with a picture is good for. */
static void
test_offset (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  guint            most;
  cairo_surface_t *out = paint (scene, 1, 0.5, TRL_DRAW_SCREEN);
  cairo_surface_t *ref = paint (scene, 1, 0, TRL_DRAW_DEFAULT);
  g_assert_cmpfloat (compare_images (out, ref, &most), >, 1);
  g_assert_cmpuint (most, >, 96);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

static TrlItem
mirror (TrlItem item)
{
  gboolean ends = item.kind == TRL_ITEM_LINE || item.kind == TRL_ITEM_CURVE;
  item.x = WIDTH - item.x - (item.kind == TRL_ITEM_RECT ? item.x2 : 0);
  if (ends)
    item.x2 = WIDTH - item.x2;
  if (item.kind == TRL_ITEM_CURVE)
    item.cx = WIDTH - item.cx;
  if (item.kind == TRL_ITEM_SECTOR)
    {
      double from = G_PI - item.y2;
      item.y2 = G_PI - item.x2;
      item.x2 = from;
    }
  item.angle = -item.angle;
  item.dash[0] = 0;
  return item;
}

static TrlScene *
mirrored (const TrlScene *scene)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);
  TrlScene      *other = trl_scene_new ();
  trl_scene_set_page (other, sample_white, WIDTH, HEIGHT);
  for (guint i = 0; i < n; i++)
    {
      TrlItem item = mirror (items[i]);
      trl_scene_add (other, &item);
    }
  trl_scene_freeze (other);
  return other;
}

static cairo_surface_t *
flip (cairo_surface_t *image)
{
  int width = cairo_image_surface_get_width (image),
      height = cairo_image_surface_get_height (image);
  cairo_surface_t *flipped = new_image (width, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      *(guint32 *) compare_pixel (flipped, width - 1 - x, y) =
        *(guint32 *) compare_pixel (image, x, y);
  cairo_surface_mark_dirty (flipped);
  return flipped;
}

/* Twice mirrored has lost its dashes, nothing else. */
static void
test_mirror (gconstpointer flags)
{
  g_autoptr (TrlScene) scene = sample_scene (FALSE, FALSE);
  g_autoptr (TrlScene) mirror_image = mirrored (scene);
  g_autoptr (TrlScene) original = mirrored (mirror_image);
  cairo_surface_t *ref = paint (original, 1, 0, GPOINTER_TO_UINT (flags));
  cairo_surface_t *turned = paint (mirror_image, 1, 0, GPOINTER_TO_UINT (flags));
  cairo_surface_t *out = flip (turned);
  assert_same_picture ("mirror", out, ref, 0.4, 40);
  cairo_surface_destroy (turned);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

static void
test_zoom (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  g_autoptr (TrlScene) large = trl_scene_new ();
  trl_scene_append (large, scene, 0, 0, 2);
  trl_scene_freeze (large);
  cairo_surface_t *ref = paint (scene, 2, 0, TRL_DRAW_DEFAULT),
                  *out = new_image (2 * WIDTH, 2 * HEIGHT);
  cairo_t *cr = cairo_create (out);
  trl_draw_scene (large, cr);
  cairo_destroy (cr);
  assert_same_picture ("zoom", out, ref, 0.15, 64);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

#define TILE 48

static void
paint_tile (
  const TrlScene *scene, cairo_surface_t *image, int x, int y, TrlDrawFlags flags)
{
  cairo_surface_t *tile = new_image (TILE, TILE);
  cairo_t         *cr = cairo_create (tile);
  cairo_translate (cr, -x, -y);
  cairo_scale (cr, 2, 2);
  trl_draw_scene_region (scene, cr, x / 2.0, y / 2.0, TILE / 2.0, TILE / 2.0, 2, flags);
  cairo_destroy (cr);
  cr = cairo_create (image);
  cairo_set_source_surface (cr, tile, x, y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (tile);
}

static void
test_tiles (gconstpointer data)
{
  TrlDrawFlags flags = GPOINTER_TO_UINT (data);
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  cairo_surface_t *ref = paint (scene, 2, 0, flags),
                  *out = new_image (2 * WIDTH, 2 * HEIGHT);
  for (int y = 0; y < 2 * HEIGHT; y += TILE)
    for (int x = 0; x < 2 * WIDTH; x += TILE)
      paint_tile (scene, out, x, y, flags);
  assert_same_picture ("tiles", out, ref, 0.05, 24);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
}

static gboolean
is_second_node (const TrlItem *item, gpointer data)
{
  return (item->owner.kind == TRL_OWNER_NODE && item->owner.row == 2) ==
         GPOINTER_TO_INT (data);
}

/* What is dragged is left out, and painted alone. */
static void
test_filter (void)
{
  g_autoptr (TrlScene) scene = sample_scene (FALSE, FALSE);
  TrlRect          area;
  guint            most;
  TrlOwner         owner = { TRL_OWNER_NODE, 2 };
  cairo_surface_t *all = paint (scene, 1, 0, 0), *without = new_image (WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (without);
  trl_draw_scene_filtered (scene, cr, NULL, 1, 0, is_second_node,
                           GINT_TO_POINTER (FALSE));
  trl_scene_get_owner_bounds (scene, owner, &area);
  g_assert_cmpfloat (compare_images (all, without, &most), >, 0.5);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (x < area.x - 1 || x > area.x + area.width || y < area.y - 1 ||
          y > area.y + area.height)
        g_assert_cmpuint (compare_difference (all, without, x, y), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (all);
  cairo_surface_destroy (without);
}

/* A thin line by our own hand beside the stroke that cairo would draw. */
static void
test_hairlines (void)
{
  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (TrlScene) scene = trl_scene_new ();
      double angle = i * G_PI / 12 + 0.05, width = 0.4 + 0.05 * i;
      trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                        .x = 100.3,
                                        .y = 90.2,
                                        .x2 = 100.3 + 80 * cos (angle),
                                        .y2 = 90.2 + 80 * sin (angle),
                                        .stroke = sample_black,
                                        .width = width });
      cairo_surface_t *out = paint (scene, 1, 0, TRL_DRAW_SCREEN);
      cairo_surface_t *ref = paint (scene, 1, 0, TRL_DRAW_DEFAULT);
      assert_same_picture ("hairline", out, ref, 0.07, 64);
      cairo_surface_destroy (out);
      cairo_surface_destroy (ref);
    }
}

static void
test_far_lines (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint i = 0; i < 200; i++)
    trl_scene_add (scene,
                   &(TrlItem){ .kind = TRL_ITEM_LINE,
                               .x = g_rand_double_range (random, -9e6, 9e6),
                               .y = g_rand_double_range (random, -9e6, 9e6),
                               .x2 = i % 3 ? g_rand_double_range (random, -9e6, 9e6) : 5,
                               .y2 = g_rand_double_range (random, -50, 50),
                               .stroke = sample_black,
                               .width = 0.1 });
  cairo_surface_t *image = paint (scene, 8, 0, TRL_DRAW_SCREEN);
  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (image);
}

/* Outside the clip nothing is written, though the pixels are reached beside cairo. */
static void
test_clip (void)
{
  g_autoptr (TrlScene) scene = sample_scene (FALSE, FALSE);
  cairo_surface_t *image = new_image (WIDTH, HEIGHT), *blank = new_image (WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (image);
  cairo_rectangle (cr, 100, 80, 40, 30);
  cairo_clip (cr);
  trl_draw_scene_filtered (scene, cr, NULL, 1, TRL_DRAW_SCREEN, NULL, NULL);
  cairo_destroy (cr);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (x < 100 || x >= 140 || y < 80 || y >= 110)
        g_assert_cmpuint (compare_difference (image, blank, x, y), ==, 0);
  cairo_surface_destroy (image);
  cairo_surface_destroy (blank);
}

static gpointer
paint_in_thread (gpointer scene)
{
  cairo_surface_t *image = NULL;
  for (guint i = 0; i < 5; i++)
    {
      g_clear_pointer (&image, cairo_surface_destroy);
      image = paint (scene, 1, 0, TRL_DRAW_SCREEN);
    }
  trl_scene_unref (scene);
  return image;
}

static void
test_threads (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  cairo_surface_t *ref = paint (scene, 1, 0, TRL_DRAW_SCREEN);
  GThread         *threads[4];
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("paint", paint_in_thread, trl_scene_ref (scene));
  for (guint i = 0; i < 4; i++)
    {
      cairo_surface_t *out = g_thread_join (threads[i]);
      assert_same_picture ("thread", out, ref, 0, 0);
      cairo_surface_destroy (out);
    }
  cairo_surface_destroy (ref);
}

static void
test_path (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  cairo_surface_t *image = new_image (WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (image);
  trl_draw_scene (scene, cr);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/painter/png-is-the-picture", test_png);
  g_test_add_func ("/draw/painter/screen-is-the-picture", test_screen);
  g_test_add_func ("/draw/painter/half-a-pixel-is-noticed", test_offset);
  g_test_add_data_func ("/draw/painter/mirrored-is-mirrored", GUINT_TO_POINTER (0),
                        test_mirror);
  g_test_add_data_func ("/draw/painter/mirrored-is-mirrored-on-the-screen",
                        GUINT_TO_POINTER (TRL_DRAW_SCREEN), test_mirror);
  g_test_add_func ("/draw/painter/a-scaled-scene-is-a-zoomed-one", test_zoom);
  g_test_add_data_func ("/draw/painter/tiles-make-the-whole", GUINT_TO_POINTER (0),
                        test_tiles);
  g_test_add_data_func ("/draw/painter/tiles-make-the-whole-on-the-screen",
                        GUINT_TO_POINTER (TRL_DRAW_SCREEN), test_tiles);
  g_test_add_func ("/draw/painter/a-filter-leaves-items-out", test_filter);
  g_test_add_func ("/draw/painter/hairlines-look-like-strokes", test_hairlines);
  g_test_add_func ("/draw/painter/far-lines-do-no-harm", test_far_lines);
  g_test_add_func ("/draw/painter/respects-the-clip", test_clip);
  g_test_add_func ("/draw/painter/threads-see-the-same", test_threads);
  g_test_add_func ("/draw/painter/leaves-no-path", test_path);
  return g_test_run ();
}
