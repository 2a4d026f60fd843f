/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Our own SVG: well-formed whatever people call their partners, and the same picture. */

#include "draw-compare.h"
#include "draw-samples.h"
#include "draw-tools.h"

#include <string.h>

static char *
svg_of (const TrlScene *scene, const TrlDrawInfo *info)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_draw_svg (scene, info, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
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

#define assert_xpath(svg, query, expected)                                               \
  G_STMT_START                                                                           \
  {                                                                                      \
    g_autofree char *found_ = xpath (svg, query);                                        \
    g_assert_cmpstr (found_, ==, expected);                                              \
  }                                                                                      \
  G_STMT_END

#define LOCAL(name) "*[local-name()='" name "']"

static void
test_text (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  g_autofree char *svg = svg_of (scene, &sample_info);
  for (guint i = 0; i < G_N_ELEMENTS (sample_texts); i++)
    {
      g_autofree char *query = g_strdup_printf (
        "count(//" LOCAL ("text") "[not(@class)][normalize-space(.)='%s'])",
        sample_texts[i]);
      assert_xpath (svg, query, "1");
    }
  assert_xpath (svg, "count(//" LOCAL ("text") "[not(@class)])", "6");
  assert_xpath (svg, "string(//" LOCAL ("text") "[@class='halo'][1]/@aria-hidden)",
                "true");
}

static void
test_nodes (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  TrlScene *scene = trl_scene_new ();
  TrlOwner  node = { TRL_OWNER_NODE, 3 }, other = { TRL_OWNER_NODE, 4 },
           edge = { TRL_OWNER_EDGE, 3 };
  trl_scene_set_title (scene, node, "a b/c", "Café");
  trl_scene_set_title (scene, other, "a_b c", "Bar");
  trl_scene_set_title (scene, edge, NULL, "Café – Bar");
  trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                    .owner = edge,
                                    .x2 = 9,
                                    .stroke = sample_black,
                                    .width = 1 });
  trl_scene_add (
    scene, &(TrlItem){
             .kind = TRL_ITEM_DISC, .owner = node, .radius = 9, .fill = sample_black });
  trl_scene_add (
    scene, &(TrlItem){
             .kind = TRL_ITEM_DISC, .owner = node, .radius = 3, .fill = sample_white });
  trl_scene_add (
    scene, &(TrlItem){
             .kind = TRL_ITEM_DISC, .owner = other, .radius = 9, .fill = sample_black });
  trl_scene_add_text (scene, node, 0, 0, &(TrlTextSpec){ .string = "Café" },
                      sample_black);
  g_autofree char *svg = svg_of (scene, NULL);
  assert_xpath (svg, "string(//*[@id='node-a_b_c']/" LOCAL ("title") ")", "Café");
  assert_xpath (svg, "count(//*[@id='node-a_b_c']/" LOCAL ("circle") ")", "2");
  assert_xpath (svg, "string(//*[@id='node-a_b_c-2']/" LOCAL ("title") ")", "Bar");
  assert_xpath (svg, "string(//*[@id='node-a_b_c-3']/" LOCAL ("text") ")", "Café");
  assert_xpath (svg, "string(//*[@id='edge-3']/" LOCAL ("title") ")", "Café – Bar");
  trl_scene_unref (scene);
}

static void
test_accessible (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  g_autoptr (TrlScene) scene = sample_scene (FALSE, FALSE);
  g_autofree char *svg = svg_of (scene, &sample_info);
  assert_xpath (svg, "string(/*/@role)", "img");
  assert_xpath (svg, "string(/*/@aria-labelledby)", "figure-title figure-description");
  assert_xpath (svg, "string(//*[@id='figure-title'])", sample_info.title);
  assert_xpath (svg, "string(//*[@id='figure-description'])", sample_info.description);
  assert_xpath (svg, "string(/*/@width)", "240pt");
  assert_xpath (svg, "string(/*/@viewBox)", "0 0 240 180");
}

static const char *const hostile[] = {
  "<script>alert(1)</script>",
  "]]><![CDATA[",
  "a & b &amp; &#0;",
  "\"double\" 'single' `back`",
  "\x01\x02\x1b[31mred\x7f",
  "--><!-- \\ %s %n",
  "broken \xff\xfe utf8 \xed\xa0\x80",
  "&xxe; <!ENTITY x SYSTEM \"file:///etc/passwd\">",
  "\u202eoverride\u202c \u2068isolate\u2069",
};

static void
test_hostile (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlDrawInfo info = { hostile[0], hostile[1], hostile[2], hostile[3], hostile[3] };
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      TrlOwner node = { TRL_OWNER_NODE, i };
      trl_scene_add_text (scene, node, 0, 20 * i, &(TrlTextSpec){ .string = hostile[i] },
                          sample_black);
      trl_scene_set_title (scene, node, hostile[i], hostile[i]);
    }
  g_autofree char *svg = svg_of (scene, &info);
  assert_xpath (svg, "count(//" LOCAL ("script") ")", "0");
  assert_xpath (svg, "count(//" LOCAL ("text") ")", "9");
  assert_xpath (svg, "string(//*[@id='figure-title'])", hostile[0]);
  assert_xpath (svg, "string(//*[@id='figure-description'])", hostile[1]);
  assert_xpath (svg, "string(/*/@*[local-name()='lang'])", hostile[3]);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *query =
        g_strdup_printf ("string((//" LOCAL ("text") ")[%u])", i + 1);
      assert_xpath (svg, query, hostile[i]);
    }
  assert_xpath (svg, "string((//" LOCAL ("text") ")[5])", "[31mred");
}

static cairo_surface_t *
load_svg (const char *folder, GBytes *bytes)
{
  g_autofree char *path = tool_write (folder, "a.svg", bytes);
  g_autofree char *png = g_build_filename (folder, "svg.png", NULL);
  g_free (tool_run ("rsvg-convert", "-w", "480", "-h", "360", path, "-o", png, NULL));
  return cairo_image_surface_create_from_png (png);
}

/* @dx: how far the SVG is off, in points */
static double
difference (gboolean texts, double dx)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, texts);
  g_autoptr (TrlScene) moved = trl_scene_new ();
  trl_scene_set_page (moved, sample_white, WIDTH, HEIGHT);
  trl_scene_append (moved, scene, dx, 0, 1);
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) svg = trl_draw_svg (moved, &sample_info, NULL);
  g_autoptr (GBytes) png = trl_draw_png (scene, NULL, 144, NULL);
  g_autofree char *path = tool_write (folder, "ref.png", png);
  cairo_surface_t *out = load_svg (folder, svg),
                  *ref = cairo_image_surface_create_from_png (path);
  guint  most;
  double mean = compare_images (out, ref, &most);
  g_test_message ("mean %.3f, most %u", mean, most);
  if (mean > 3 && dx == 0)
    compare_save_all (texts ? "svg-text" : "svg", out, ref);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
  tool_remove (folder);
  return mean;
}

static void
test_picture (void)
{
  if (tool_is_missing ("rsvg-convert"))
    return;
  g_assert_cmpfloat (difference (FALSE, 0), <, 1.2);
  g_assert_cmpfloat (difference (FALSE, 0.5), >, 2.4);
}

/* Letters stand where the PNG has them, but for hinting. */
static void
test_picture_with_text (void)
{
  if (tool_is_missing ("rsvg-convert"))
    return;
  g_assert_cmpfloat (difference (TRUE, 0), <, 3);
  g_assert_cmpfloat (difference (TRUE, 1), >, 6);
}

/* The visual side of each alignment, in both directions. */
static void
test_alignment (void)
{
  if (tool_is_missing ("xmllint"))
    return;
  static const char *const anchors[2][5] = {
    { "start", "middle", "end", "start", "end" },
    { "start", "middle", "end", "end", "start" },
  };
  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint align = TRL_ALIGN_START; align <= TRL_ALIGN_RIGHT; align++)
      {
        g_autoptr (TrlScene) scene = trl_scene_new ();
        TrlTextSpec spec = { .string = rtl ? "ארגון" : "abc", .align = align };
        trl_scene_add_text (scene, (TrlOwner){ 0 }, 0, 0, &spec, sample_black);
        g_autofree char *svg = svg_of (scene, NULL);
        assert_xpath (svg, "string(//" LOCAL ("text") "/@text-anchor)",
                      anchors[rtl][align]);
        assert_xpath (svg, "string(//" LOCAL ("text") "/@direction)", rtl ? "rtl" : "");
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/svg/text-is-text", test_text);
  g_test_add_func ("/draw/svg/every-node-has-an-id-and-a-title", test_nodes);
  g_test_add_func ("/draw/svg/has-a-role-and-a-name", test_accessible);
  g_test_add_func ("/draw/svg/hostile-names-stay-names", test_hostile);
  g_test_add_func ("/draw/svg/lines-are-anchored-where-they-are-aligned", test_alignment);
  g_test_add_func ("/draw/svg/looks-like-the-png", test_picture);
  g_test_add_func ("/draw/svg/looks-like-the-png-with-text", test_picture_with_text);
  return g_test_run ();
}
