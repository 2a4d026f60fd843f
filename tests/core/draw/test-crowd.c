/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of very many edges a file is made by short cuts: the picture stays what it is. */

#include "draw-compare.h"
#include "draw-samples.h"
#include "draw-tools.h"
#include "draw/trl-draw-private.h"

#include <string.h>

#define N_NODES 60
#define N_EDGES 600

static const TrlColour colours[] = { { 0.8, 0.5, 0.2, 1 }, { 0.1, 0.2, 0.5, 1 } };

static TrlItem
make_edge (GRand *random, guint i)
{
  return (TrlItem){ .kind = i % 7 ? TRL_ITEM_LINE : TRL_ITEM_CURVE,
                    .owner = { TRL_OWNER_EDGE, i },
                    .stroke = colours[i * 2 / N_EDGES],
                    .width = 0.4 + 0.4 * (i * 2 / N_EDGES),
                    .x = g_rand_double_range (random, 10, WIDTH - 10),
                    .y = g_rand_double_range (random, 10, HEIGHT - 10),
                    .x2 = g_rand_double_range (random, 10, WIDTH - 10),
                    .y2 = g_rand_double_range (random, 10, HEIGHT - 10),
                    .cx = g_rand_double_range (random, 10, WIDTH - 10),
                    .cy = g_rand_double_range (random, 10, HEIGHT - 10) };
}

static void
add_nodes (TrlScene *scene, GRand *random)
{
  for (guint i = 0; i < N_NODES; i++)
    {
      TrlItem disc = { .kind = TRL_ITEM_DISC,
                       .owner = { TRL_OWNER_NODE, i },
                       .fill = colours[i % 2],
                       .stroke = sample_black,
                       .width = i % 3 ? 0.6 : 0,
                       .x = g_rand_double_range (random, 10, WIDTH - 10),
                       .y = g_rand_double_range (random, 10, HEIGHT - 10),
                       .radius = 1 + 0.1 * i };
      TrlItem dot = disc;

      dot.fill = sample_white;
      dot.width = 0;
      dot.radius = disc.radius / 4;
      trl_scene_set_title (scene, disc.owner, NULL, "Partner");
      trl_scene_add (scene, &disc);
      trl_scene_add (scene, &dot);
    }
}

/* @dx: how far everything is off, in points */
static TrlScene *
make_crowd (double dx)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlScene *moved = trl_scene_new ();
  GRand    *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < N_EDGES; i++)
    {
      TrlItem edge = make_edge (random, i);

      trl_scene_set_title (scene, edge.owner, NULL, "Partnership");
      trl_scene_add (scene, &edge);
    }
  add_nodes (scene, random);
  g_rand_free (random);
  trl_scene_set_page (moved, sample_white, WIDTH, HEIGHT);
  trl_scene_append (moved, scene, dx, 0, 1);
  return moved;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at; at = strstr (at + 1, what))
    n++;
  return n;
}

static char *
svg_of (const TrlScene *scene)
{
  g_autoptr (GBytes) bytes = trl_draw_svg (scene, NULL, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Three hundred of one stroke are three paths; nodes stay groups with a title. */
static void
test_svg_joins (void)
{
  g_autoptr (TrlScene) scene = make_crowd (0);
  g_autofree char *svg = svg_of (scene);

  g_assert_cmpuint (count (svg, "<path class=\"edge\""), ==, 6);
  g_assert_cmpuint (count (svg, "<g id=\"edge-"), ==, 0);
  g_assert_cmpuint (count (svg, "class=\"node\"><title>Partner</title>"), ==, N_NODES);
}

/* Numbers are short, and ends are told from where an edge begins. */
static void
test_svg_numbers (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autofree char *svg = NULL;

  for (guint i = 0; i <= N_EDGES; i++)
    trl_scene_add (scene, &(TrlItem){ .kind = i == 1 ? TRL_ITEM_CURVE : TRL_ITEM_LINE,
                                      .owner = { TRL_OWNER_EDGE, i },
                                      .stroke = sample_black,
                                      .width = 1,
                                      .x = 10.004,
                                      .y = -0.05,
                                      .x2 = 9.5,
                                      .y2 = 120,
                                      .cx = 1e6,
                                      .cy = -1 });
  svg = svg_of (scene);
  g_assert_nonnull (strstr (svg, " d=\"M10-0.05l-0.5 120.05M10-0.05q999990-0.95 -0.5 "
                                 "120.05M10-0.05l-0.5 120.05M"));
}

static void
test_runs (void)
{
  TrlItem items[4];

  for (guint i = 0; i < 4; i++)
    items[i] = (TrlItem){ .kind = TRL_ITEM_LINE,
                          .owner = { TRL_OWNER_EDGE, i },
                          .stroke = sample_black,
                          .width = 1 };
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 4);
  g_assert_cmpuint (trl_draw_count_run (items, 2), ==, 2);
  items[3].stroke.g = 0.5;
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 3);
  items[2].width = 2;
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 2);
  items[1].dash[0] = items[1].dash[1] = 3;
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 1);
  items[1] = items[0];
  items[1].owner.kind = TRL_OWNER_NODE; /* a leader is of its node */
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 1);
  items[1] = items[0];
  items[0].stroke.a = 0.5;
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 1);
  items[1].stroke.a = 0.5;
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 2);
  items[0].stroke.a = items[1].stroke.a = 0; /* is not drawn */
  g_assert_cmpuint (trl_draw_count_run (items, 4), ==, 1);
}

static cairo_surface_t *
paint (const TrlScene *scene, TrlDrawFlags flags)
{
  cairo_surface_t *image =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH, 2 * HEIGHT);
  cairo_t *cr = cairo_create (image);

  cairo_scale (cr, 2, 2);
  trl_draw_scene_filtered (scene, cr, NULL, 2, flags, NULL, NULL);
  cairo_destroy (cr);
  return image;
}

static cairo_surface_t *
load (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = tool_write (folder, name, bytes);
  g_autofree char *base = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (base, ".png", NULL);

  if (g_str_has_suffix (name, ".png"))
    return cairo_image_surface_create_from_png (path);
  if (g_str_has_suffix (name, ".svg"))
    g_free (tool_run ("rsvg-convert", "-w", "480", "-h", "360", path, "-o", png, NULL));
  else
    g_free (tool_run ("pdftoppm", "-r", "144", "-png", "-singlefile", path, base, NULL));
  return cairo_image_surface_create_from_png (png);
}

/* The file of a crowd beside the picture that cairo paints of it, item by item. */
static double
difference (const char *name, GBytes *bytes)
{
  g_autoptr (TrlScene) scene = make_crowd (0);
  g_autofree char *folder = tool_folder ();
  cairo_surface_t *ref = paint (scene, TRL_DRAW_DEFAULT);
  cairo_surface_t *out = load (folder, name, bytes);
  guint            most;
  double           mean = compare_images (out, ref, &most);

  g_test_message ("%s: mean %.3f, most %u", name, mean, most);
  if (mean > 4)
    compare_save_all (name, out, ref);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
  tool_remove (folder);
  return mean;
}

static void
test_png_picture (void)
{
  g_autoptr (TrlScene) scene = make_crowd (0), moved = make_crowd (0.25);
  g_autoptr (GBytes) same = trl_draw_png (scene, NULL, 144, NULL);
  g_autoptr (GBytes) off = trl_draw_png (moved, NULL, 144, NULL);

  g_assert_cmpfloat (difference ("a.png", same), <, 3);
  g_assert_cmpfloat (difference ("a.png", off), >, 4);
}

static void
test_svg_picture (void)
{
  if (tool_is_missing ("rsvg-convert"))
    return;
  g_autoptr (TrlScene) scene = make_crowd (0), moved = make_crowd (0.25);
  g_autoptr (GBytes) same = trl_draw_svg (scene, NULL, NULL);
  g_autoptr (GBytes) off = trl_draw_svg (moved, NULL, NULL);

  g_assert_cmpfloat (difference ("a.svg", same), <, 3);
  g_assert_cmpfloat (difference ("a.svg", off), >, 6);
}

static void
test_pdf_picture (void)
{
  if (tool_is_missing ("pdftoppm"))
    return;
  g_autoptr (TrlScene) scene = make_crowd (0), moved = make_crowd (0.5);
  g_autoptr (GBytes) same = trl_draw_pdf (scene, NULL, NULL);
  g_autoptr (GBytes) off = trl_draw_pdf (moved, NULL, NULL);

  g_assert_cmpfloat (difference ("a.pdf", same), <, 8);
  g_assert_cmpfloat (difference ("a.pdf", off), >, 12);
}

/* A disc written by our own hand beside the one that cairo fills and strokes. */
static void
test_dots (void)
{
  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (TrlScene) scene = trl_scene_new ();

      trl_scene_set_page (scene, sample_white, WIDTH, HEIGHT);
      trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                        .fill = colours[0],
                                        .stroke = sample_black,
                                        .width = i % 3 * 0.5,
                                        .x = 100.3 + 0.11 * i,
                                        .y = 90.2 + 0.07 * i,
                                        .radius = 1 + i });
      cairo_surface_t *out = paint (scene, TRL_DRAW_QUICK);
      cairo_surface_t *ref = paint (scene, TRL_DRAW_DEFAULT);
      assert_same_picture ("dot", out, ref, 0.03, 32);
      cairo_surface_destroy (out);
      cairo_surface_destroy (ref);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/crowd/edges-of-one-stroke-are-one-path", test_svg_joins);
  g_test_add_func ("/draw/crowd/numbers-are-short", test_svg_numbers);
  g_test_add_func ("/draw/crowd/only-what-is-alike-is-joined", test_runs);
  g_test_add_func ("/draw/crowd/png-is-the-picture", test_png_picture);
  g_test_add_func ("/draw/crowd/svg-is-the-picture", test_svg_picture);
  g_test_add_func ("/draw/crowd/pdf-is-the-picture", test_pdf_picture);
  g_test_add_func ("/draw/crowd/dots-look-like-discs", test_dots);
  return g_test_run ();
}
