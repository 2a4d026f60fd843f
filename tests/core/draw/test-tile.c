/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles put side by side are the picture that is drawn at once. */
#include "draw-compare.h"
#include "draw-samples.h"

#define SIDE 64

static const TrlColour paper = { 0.98, 0.96, 0.9, 1 };

static TrlScene *
new_scene (void)
{
  TrlScene *scene = trl_scene_new ();
  sample_add_shapes (scene, TRUE);
  for (guint i = 0; i < 40; i++)
    trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                      .stroke = { 0.1, 0.3, 0.2, 1 },
                                      .width = 0.4 + i % 4 * 0.5,
                                      .x = i * 5,
                                      .y = 3,
                                      .x2 = 200 - i * 3,
                                      .y2 = 150 });
  for (guint i = 0; i < 60; i++)
    trl_scene_add (scene, &(TrlItem){ .kind = i % 3 ? TRL_ITEM_DISC : TRL_ITEM_SHAPE,
                                      .owner = { TRL_OWNER_NODE, i },
                                      .shape = TRL_SHAPE_SQUARE,
                                      .fill = { 0.7, 0.2, 0.3, 1 },
                                      .stroke = sample_black,
                                      .width = 0.5,
                                      .x = 7.3 * (i % 10) + 60,
                                      .y = 9.1 * (i / 10) + 40,
                                      .radius = 0.5 + i % 7 * 0.5 });
  trl_scene_freeze (scene);
  return scene;
}

static cairo_surface_t *
new_image (int width, int height, int factor)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * factor, height * factor);
}

static cairo_surface_t *
draw_at_once (const TrlScene *scene, double scale, int factor)
{
  cairo_surface_t *image = new_image (4 * SIDE, 3 * SIDE, factor);
  cairo_t         *cr = cairo_create (image);
  cairo_set_source_rgb (cr, paper.r, paper.g, paper.b);
  cairo_paint (cr);
  cairo_scale (cr, scale * factor, scale * factor);
  trl_draw_scene_region (scene, cr, 0, 0, 4 * SIDE / scale, 3 * SIDE / scale,
                         scale * factor, TRL_DRAW_SCREEN | TRL_DRAW_BARE);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static cairo_surface_t *
put_together (const TrlScene *scene, double scale, int factor)
{
  cairo_surface_t *image = new_image (4 * SIDE, 3 * SIDE, factor);
  cairo_t         *cr = cairo_create (image);
  cairo_scale (cr, factor, factor);
  for (int i = 0; i < 12; i++)
    {
      cairo_surface_t *tile =
        cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE * factor, SIDE * factor);
      trl_draw_tile (scene, tile, scale, i % 4, i / 4, factor, paper, NULL, NULL);
      cairo_set_source_surface (cr, tile, i % 4 * SIDE, i / 4 * SIDE);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_surface_destroy (tile);
    }
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

static void
check (const char *name, double scale, int factor)
{
  g_autoptr (TrlScene) scene = new_scene ();
  cairo_surface_t *once = draw_at_once (scene, scale, factor);
  cairo_surface_t *tiles = put_together (scene, scale, factor);
  /* Curves are flattened for the pixels that show, which differs in a shade or two. */
  assert_same_picture (name, tiles, once, 0.05, 16);
  cairo_surface_destroy (once);
  cairo_surface_destroy (tiles);
}

static void
test_small (void)
{
  check ("tile-small", 0.7, 1);
}

static void
test_large (void)
{
  check ("tile-large", 1.37, 1);
}

static void
test_sharp (void)
{
  check ("tile-sharp", 0.9, 2);
}

static double
draw_disc (double radius, gboolean on_screen, cairo_surface_t **image)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  cairo_t *cr;
  double   ink = 0;
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                    .owner = { TRL_OWNER_NODE, 0 },
                                    .fill = sample_black,
                                    .x = 10.3,
                                    .y = 9.6,
                                    .radius = radius });
  trl_scene_freeze (scene);
  *image = new_image (20, 20, 1);
  cr = cairo_create (*image);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  trl_draw_scene_region (scene, cr, 0, 0, 20, 20, 1,
                         on_screen ? TRL_DRAW_SCREEN : TRL_DRAW_DEFAULT);
  cairo_destroy (cr);
  cairo_surface_flush (*image);
  for (int y = 0; y < 20; y++)
    for (int x = 0; x < 20; x++)
      ink += 1 - compare_pixel (*image, x, y)[0] / 255.0;
  return ink;
}

/* Small discs have the ink that they would have, where they would have it. */
static void
test_dots (void)
{
  for (double radius = 1.6; radius < 3; radius += 0.3)
    {
      cairo_surface_t *quick, *exact;
      double           ink = draw_disc (radius, TRUE, &quick);
      double           due = draw_disc (radius, FALSE, &exact);
      guint            most;
      g_assert_cmpfloat (fabs (ink - due), <, 0.06 * due);
      compare_images (quick, exact, &most);
      g_assert_cmpuint (most, <, 60);
      g_assert_cmpuint (most, >, 0); /* else it is not the quick way */
      cairo_surface_destroy (quick);
      cairo_surface_destroy (exact);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/tile/seen-from-afar", test_small);
  g_test_add_func ("/draw/tile/seen-from-near", test_large);
  g_test_add_func ("/draw/tile/on-a-fine-display", test_sharp);
  g_test_add_func ("/draw/tile/small-discs-keep-their-ink", test_dots);
  return g_test_run ();
}
