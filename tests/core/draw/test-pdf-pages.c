/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF of several pages: each of its own size, and an outline that leads to them. */

#include "draw-compare.h"
#include "draw-samples.h"
#include "draw-tools.h"

#include <string.h>

#define N_PAGES 3

static const double      widths[N_PAGES] = { 200, 842, 120 };
static const double      heights[N_PAGES] = { 300, 595, 110 };
static const char *const names[N_PAGES] = { "منظمة one", "Line\nbreak (2)",
                                            "Third \\ ✓" };

static void
make_pages (TrlScene **scenes)
{
  for (guint i = 0; i < N_PAGES; i++)
    {
      scenes[i] = trl_scene_new ();
      trl_scene_set_page (scenes[i], sample_white, widths[i], heights[i]);
      trl_scene_add (scenes[i], &(TrlItem){ .kind = TRL_ITEM_RECT,
                                            .x = widths[i] - 20,
                                            .y = heights[i] - 20,
                                            .x2 = 20,
                                            .y2 = 20,
                                            .fill = sample_black });
      trl_scene_add_text (
        scenes[i], (TrlOwner){ 0 }, 20, 20,
        &(TrlTextSpec){ .string = sample_texts[i], .halo = sample_white }, sample_black);
      trl_scene_freeze (scenes[i]);
    }
}

static GBytes *
write_pages (const char *const *titles)
{
  TrlScene *scenes[N_PAGES];
  g_autoptr (GError) error = NULL;
  make_pages (scenes);
  GBytes *bytes = trl_draw_pdf_pages ((const TrlScene *const *) scenes, titles, N_PAGES,
                                      &sample_info, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PAGES; i++)
    trl_scene_unref (scenes[i]);
  return bytes;
}

static void
test_sizes (void)
{
  if (tool_is_missing ("pdfinfo") || tool_is_missing ("qpdf"))
    return;
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = write_pages (names);
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  g_autofree char *info = tool_run ("pdfinfo", "-l", "9", path, NULL);
  g_autofree char *check = tool_run ("qpdf", "--check", path, NULL);
  g_assert_nonnull (strstr (info, "Pages:           3"));
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *size =
        g_strdup_printf ("Page %4u size:  %g x %g pts", i + 1, widths[i], heights[i]);
      g_assert_nonnull (strstr (info, size));
    }
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
  tool_remove (folder);
}

/* Returns: all objects of the file, one a line as JSON */
static char *
read_outline (GBytes *bytes)
{
  g_autofree char *folder = tool_folder ();
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  char            *json = tool_run ("qpdf", "--json", "--json-key=outlines", path, NULL);
  tool_remove (folder);
  return json;
}

static void
test_outline (void)
{
  if (tool_is_missing ("qpdf"))
    return;
  g_autoptr (GBytes) bytes = write_pages (names);
  g_autofree char *outline = read_outline (bytes);
  const char      *at = outline;
  for (guint i = 0; i < N_PAGES; i++)
    {
      static const char *const titles[] = { "منظمة one", "Line break (2)",
                                            "Third \\\\ ✓" };
      g_autofree char         *page = g_strdup_printf ("\"destpageposfrom1\": %u", i + 1);
      g_autofree char         *title = g_strdup_printf ("\"title\": \"%s\"", titles[i]);
      at = strstr (at, page);
      g_assert_nonnull (at);
      g_assert_nonnull (strstr (outline, title));
    }
}

static void
test_some_titles (void)
{
  static const char *const some[N_PAGES] = { "First", NULL, "" };
  if (tool_is_missing ("qpdf"))
    return;
  g_autoptr (GBytes) bytes = write_pages (some);
  g_autoptr (GBytes) plain = write_pages (NULL);
  g_autofree char *outline = read_outline (bytes);
  g_autofree char *none = read_outline (plain);
  g_assert_nonnull (strstr (outline, "\"destpageposfrom1\": 1"));
  g_assert_null (strstr (outline, "\"destpageposfrom1\": 2"));
  g_assert_null (strstr (outline, "\"destpageposfrom1\": 3"));
  g_assert_nonnull (strstr (none, "\"outlines\": []"));
}

static void
test_one (void)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  const TrlScene *scenes[] = { scene };
  g_autoptr (GBytes) a = trl_draw_pdf (scene, &sample_info, NULL);
  g_autoptr (GBytes) b = trl_draw_pdf_pages (scenes, NULL, 1, &sample_info, NULL);
  g_autoptr (GBytes) c = write_pages (names);
  g_autoptr (GBytes) d = write_pages (names);
  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (c, d));
}

/* Nothing of a page is cut to the size of another: its last corner is painted. */
static void
test_whole_pages (void)
{
  if (tool_is_missing ("pdftoppm"))
    return;
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = write_pages (names);
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *base = g_build_filename (folder, "page", NULL);
      g_autofree char *png = g_strconcat (base, ".png", NULL);
      g_free (tool_run ("pdftoppm", "-r", "72", "-png", "-singlefile", "-f", number, "-l",
                        number, path, base, NULL));
      cairo_surface_t *page = cairo_image_surface_create_from_png (png);
      int              width = (int) widths[i], height = (int) heights[i];
      g_assert_cmpint (cairo_image_surface_get_width (page), ==, width);
      g_assert_cmpint (cairo_image_surface_get_height (page), ==, height);
      g_assert_cmpuint (*compare_pixel (page, width - 3, height - 3), ==, 0);
      g_assert_cmpuint (*compare_pixel (page, width - 30, height - 3), ==, 255);
      cairo_surface_destroy (page);
    }
  tool_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/pages/each-has-its-own-size", test_sizes);
  g_test_add_func ("/draw/pages/the-outline-leads-to-them", test_outline);
  g_test_add_func ("/draw/pages/only-titles-are-entries", test_some_titles);
  g_test_add_func ("/draw/pages/one-is-a-file-as-ever", test_one);
  g_test_add_func ("/draw/pages/nothing-is-cut", test_whole_pages);
  return g_test_run ();
}
