/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG whose letters are paths: no font is needed, and the words can still be read aloud.
 */

#include "draw-compare.h"
#include "draw-samples.h"
#include "draw-tools.h"

#include <string.h>

#define EMOJI "🌱🏥"

static const TrlDrawInfo outlined = { .title = "Partners", .outlines = TRUE };

static char *
svg_of (const TrlScene *scene)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_draw_svg (scene, &outlined, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static TrlScene *
scene_of (const TrlTextSpec *spec, double x, double y)
{
  TrlScene *scene = trl_scene_new ();
  trl_scene_add_text (scene, (TrlOwner){ TRL_OWNER_NODE, 0 }, x, y, spec, sample_black);
  return scene;
}

static char *
xpath (const char *svg, const char *query)
{
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = g_bytes_new (svg, strlen (svg));
  g_autofree char *path = tool_write (folder, "a.svg", bytes);
  char            *found = tool_run ("xmllint", "--nonet", "--xpath", query, path, NULL);
  tool_remove (folder);
  return g_strchomp (found);
}

/* The box of all points of the paths of letters, control points included. */
static TrlRect
box_of (const char *svg)
{
  const char *at = strstr (svg, "<path class=\"text\"");
  double low[2] = { G_MAXDOUBLE, G_MAXDOUBLE }, high[2] = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  g_assert_nonnull (at);
  at = strstr (at, " d=\"") + 4;
  for (guint i = 0; *at != '"'; i++)
    {
      char  *end;
      double value;
      at += strspn (at, " MLCZ");
      if (*at == '"')
        break;
      value = g_ascii_strtod (at, &end);
      g_assert_true (end > at);
      at = end;
      low[i % 2] = MIN (low[i % 2], value);
      high[i % 2] = MAX (high[i % 2], value);
    }
  return (TrlRect){ low[0], low[1], high[0] - low[0], high[1] - low[1] };
}

static void
test_no_text (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  g_autofree char *svg = svg_of (scene);
  g_autofree char *again = svg_of (scene);
  g_assert_null (strstr (svg, "<text"));
  g_assert_cmpstr (svg, ==, again);
}

/* The first of them has two lines, and its words are one label. */
static void
test_labels (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  g_autoptr (TrlScene) scene = sample_scene (FALSE, TRUE);
  g_autofree char *svg = svg_of (scene);
  g_autofree char *halos = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sample_texts); i++)
    {
      g_autofree char *query = g_strdup_printf (
        "count(//*[local-name()='path'][@role='img'][@aria-label=\"%s\"])",
        sample_texts[i]);
      g_autofree char *found = xpath (svg, query);
      g_assert_cmpstr (found, ==, "1");
    }
  halos = xpath (svg, "count(//*[@class='halo'][@aria-hidden='true'])");
  g_assert_cmpstr (halos, ==, "2");
}

static void
test_place (void)
{
  static const char *const texts[] = { "HxpÄ", "منظمة الصحة", "स्वास्थ्य संगठन" };
  static const double      places[] = { 0, 100, 90000 };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint k = 0; k < G_N_ELEMENTS (places); k++)
      {
        TrlTextSpec spec = {
          .string = texts[i], .size = 10, .anchor_x = 0.5, .anchor_y = 0.5
        };
        g_autoptr (TrlScene) scene = scene_of (&spec, places[k], -places[k]);
        const TrlTextBlock *text = trl_scene_get_text (scene, 0);
        g_autofree char    *svg = svg_of (scene);
        TrlRect             box = box_of (svg);
        g_assert_cmpuint (text->unknown, ==, 0);
        g_assert_cmpfloat (fabs (box.width - text->width), <, 2.5);
        g_assert_cmpfloat (fabs (box.x + box.width / 2 - places[k]), <, 1.5);
        g_assert_cmpfloat (fabs (box.y + box.height / 2 + places[k]), <, 3);
      }
}

/* Cairo forgets letters that are far beside the surface. */
static void
test_regress_long (void)
{
  g_autofree char *words = g_strnfill (400, 'H');
  TrlTextSpec      spec = { .string = words, .size = 20 };
  g_autoptr (TrlScene) scene = scene_of (&spec, 0, 0);
  const TrlTextBlock *text = trl_scene_get_text (scene, 0);
  g_autofree char    *svg = svg_of (scene);
  g_assert_cmpfloat (fabs (box_of (svg).width - text->width), <, 5);
}

/* A letter is as finely drawn far away as near, and at any size. */
static void
test_fine (void)
{
  g_autoptr (TrlScene) near = scene_of (&(TrlTextSpec){ .string = "O", .size = 1 }, 0, 0);
  g_autoptr (TrlScene) large =
    scene_of (&(TrlTextSpec){ .string = "O", .size = 100 }, 0, 0);
  g_autoptr (TrlScene) far =
    scene_of (&(TrlTextSpec){ .string = "O", .size = 1 }, 1e6, 0);
  char   *svgs[] = { svg_of (near), svg_of (large), svg_of (far) };
  TrlRect a = box_of (svgs[0]), b = box_of (svgs[1]), c = box_of (svgs[2]);
  g_assert_cmpfloat (fabs (a.width - b.width / 100), <, 0.002);
  g_assert_cmpfloat (fabs (a.x - b.x / 100), <, 0.002);
  g_assert_cmpfloat (fabs (a.width - c.width), <, 0.002);
  g_assert_cmpfloat (fabs (a.x + 1e6 - c.x), <, 0.002);
  for (guint i = 0; i < G_N_ELEMENTS (svgs); i++)
    g_free (svgs[i]);
}

/* With a font in colour they are text, else the boxes that stand for them. */
static void
test_emoji (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  TrlTextSpec spec = { .string = "Clinic\n" EMOJI, .halo = sample_white };
  g_autoptr (TrlScene) scene = scene_of (&spec, 0, 0);
  g_autofree char *svg = svg_of (scene);
  g_autofree char *label = xpath (svg, "string(//*[@role='img'][@class]/@aria-label)");
  g_autofree char *text =
    xpath (svg, "string(//*[local-name()='text'][not(@aria-hidden)])");
  if (*text)
    {
      g_assert_cmpstr (label, ==, "Clinic");
      g_assert_cmpstr (text, ==, EMOJI);
    }
  else
    g_assert_cmpstr (label, ==, "Clinic " EMOJI);
}

static void
test_hostile (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  g_autoptr (TrlScene) scene =
    scene_of (&(TrlTextSpec){ .string = "\" onload='x' <b>&amp;]]>" }, 0, 0);
  g_autofree char *svg = svg_of (scene);
  g_autofree char *label = xpath (svg, "string(//*[@class='text']/@aria-label)");
  g_assert_cmpstr (label, ==, "\" onload='x' <b>&amp;]]>");
}

static cairo_surface_t *
load (const char *folder, const TrlScene *scene)
{
  g_autoptr (GBytes) svg = trl_draw_svg (scene, &outlined, NULL);
  g_autofree char *path = tool_write (folder, "a.svg", svg);
  g_autofree char *png = g_build_filename (folder, "svg.png", NULL);
  g_free (tool_run ("rsvg-convert", "-w", "480", "-h", "360", path, "-o", png, NULL));
  return cairo_image_surface_create_from_png (png);
}

static TrlScene *
make_turned (double dx)
{
  TrlScene   *scene = trl_scene_new ();
  TrlTextSpec spec = {
    .string = "Turned by some",
    .size = 16,
    .angle = 0.5,
    .halo = { 0.9, 0.3, 0.1, 1 },
    .anchor_x = 0.3,
  };
  trl_scene_set_page (scene, sample_white, WIDTH, HEIGHT);
  sample_add_texts (scene);
  trl_scene_add_text (scene, (TrlOwner){ 0 }, 90 + dx, 60, &spec, sample_black);
  return scene;
}

static void
test_picture (void)
{
  if (tool_is_missing ("rsvg-convert"))
    return;
  g_autofree char *folder = tool_folder ();
  g_autoptr (TrlScene) scene = make_turned (0);
  g_autoptr (TrlScene) moved = make_turned (1);
  g_autoptr (GBytes) png = trl_draw_png (scene, NULL, 144, NULL);
  g_autofree char *path = tool_write (folder, "ref.png", png);
  cairo_surface_t *out = load (folder, scene), *off = load (folder, moved),
                  *ref = cairo_image_surface_create_from_png (path);
  guint  most;
  double same = compare_images (out, ref, &most);
  double other = compare_images (off, ref, &most);
  g_test_message ("same %.3f, moved %.3f", same, other);
  if (same > 2.6)
    compare_save_all ("svg-outline", out, ref);
  g_assert_cmpfloat (same, <, 2.6);
  g_assert_cmpfloat (other, >, 4);
  cairo_surface_destroy (out);
  cairo_surface_destroy (off);
  cairo_surface_destroy (ref);
  tool_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/outline/no-text-is-left", test_no_text);
  g_test_add_func ("/draw/outline/words-are-labels", test_labels);
  g_test_add_func ("/draw/outline/letters-stand-where-the-line-is", test_place);
  g_test_add_func ("/draw/outline/letters-are-fine-everywhere", test_fine);
  g_test_add_func ("/draw/outline/regress-long-lines", test_regress_long);
  g_test_add_func ("/draw/outline/emoji-keep-their-place", test_emoji);
  g_test_add_func ("/draw/outline/hostile-names-stay-names", test_hostile);
  g_test_add_func ("/draw/outline/looks-like-the-png", test_picture);
  return g_test_run ();
}
