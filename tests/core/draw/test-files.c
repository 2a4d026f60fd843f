/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF, PNG and EPS: right for other programs, and the same bytes on every run. */

#define _GNU_SOURCE /* memmem */

#include "draw-compare.h"
#include "draw-samples.h"
#include "draw-tools.h"
#include "draw/trl-draw-private.h"

#include <string.h>

typedef GBytes *(*Writer) (const TrlScene    *scene,
                           const TrlDrawInfo *info,
                           GError           **error);

static GBytes *
write_png (const TrlScene *scene, const TrlDrawInfo *info, GError **error)
{
  return trl_draw_png (scene, info, 300, error);
}

static const struct
{
  const char *name;
  Writer      write;
} writers[] = {
  { "pdf", trl_draw_pdf },
  { "png", write_png },
  { "eps", trl_draw_eps },
  { "svg", trl_draw_svg },
};

static GBytes *
write_sample (Writer writer)
{
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = writer (scene, &sample_info, &error);
  g_assert_no_error (error);
  return bytes;
}

static char *
hash_of_all (void)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GBytes) bytes = write_sample (writers[i].write);
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_string_append_printf (out, "%s %s\n", writers[i].name, hash);
    }
  return g_string_free (out, FALSE);
}

/* In a process of its own: GLib and Pango ask only once for the user's languages. */
static void
test_elsewhere (void)
{
  g_autofree char *hashes = NULL;
  if (!g_test_subprocess ())
    return;
  hashes = hash_of_all ();
  g_print ("%s", hashes);
}

static void
test_same_bytes (void)
{
  g_autofree char *hashes = hash_of_all ();
  g_autofree char *pattern = g_strdup_printf ("*%s*", hashes);
  if (g_getenv ("TRL_LOCALES"))
    g_setenv ("LOCPATH", g_getenv ("TRL_LOCALES"), TRUE);
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  if (g_getenv ("TRL_LOCALES"))
    {
      g_setenv ("LOCPATH", g_getenv ("TRL_LOCALES"), TRUE);
      g_setenv ("LC_ALL", "de_DE.UTF-8", TRUE);
    }
  g_setenv ("LANGUAGE", "zh-cn:sr", TRUE);
  g_setenv ("PANGO_LANGUAGE", "zh-cn:sr", TRUE);
  g_usleep (1100000); /* dates in files count seconds */
  g_test_trap_subprocess ("/draw/files/subprocess/elsewhere", 0,
                          G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("PANGO_LANGUAGE");
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout (pattern);
}

static void
test_pdf_page (void)
{
  if (tool_is_missing ("pdfinfo") || tool_is_missing ("qpdf"))
    return;
  g_autoptr (TrlScene) scene = trl_scene_new ();
  trl_scene_set_page (scene, sample_white, 510.24, 321.5);
  sample_add_shapes (scene, TRUE);
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = trl_draw_pdf (scene, &sample_info, NULL);
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  g_autofree char *info = tool_run ("pdfinfo", "-enc", "UTF-8", path, NULL);
  g_autofree char *check = tool_run ("qpdf", "--check", path, NULL);
  g_assert_nonnull (strstr (info, "510.24 x 321.5 pts"));
  g_assert_nonnull (strstr (info, "Pages:           1"));
  g_assert_nonnull (strstr (info, sample_info.title));
  g_assert_nonnull (strstr (info, "Trellis user"));
  g_assert_nonnull (strstr (info, "network, partners"));
  g_assert_nonnull (strstr (check, "No syntax or stream encoding errors"));
  tool_remove (folder);
}

static void
test_pdf_text (void)
{
  if (tool_is_missing ("pdftotext"))
    return;
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = write_sample (trl_draw_pdf);
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  g_autofree char *text = tool_run ("pdftotext", "-enc", "UTF-8", path, "-", NULL);
  g_assert_nonnull (strstr (text, "Ärzte ohne"));
  g_assert_nonnull (strstr (text, "Grenzen e.V."));
  g_assert_nonnull (strstr (text, "منظمة الصحة العالمية"));
  g_assert_nonnull (strstr (text, "東京都健康財団"));
  g_assert_nonnull (strstr (text, "Δίκτυο ‘quotes’"));
  g_assert_nonnull (strstr (text, "ארגון"));
  tool_remove (folder);
}

static void
test_pdf_fonts (void)
{
  if (tool_is_missing ("pdffonts"))
    return;
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = write_sample (trl_draw_pdf);
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  g_autofree char *fonts = tool_run ("pdffonts", path, NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i]; i++) /* embedded, a subset, with its meaning as text */
    g_assert_nonnull (strstr (lines[i], "yes yes yes"));
  tool_remove (folder);
}

static cairo_surface_t *
load_pdf (const char *folder, GBytes *bytes, const char *dpi)
{
  g_autofree char *path = tool_write (folder, "a.pdf", bytes);
  g_autofree char *base = g_build_filename (folder, "page", NULL);
  g_autofree char *png = g_strconcat (base, ".png", NULL);
  g_free (tool_run ("pdftoppm", "-r", dpi, "-png", "-singlefile", path, base, NULL));
  return cairo_image_surface_create_from_png (png);
}

/* After a text the current point stays behind; a disc that continued from there would
 * draw a hairline, in PDF only. */
static void
test_regress_hairline (void)
{
  if (tool_is_missing ("pdftoppm"))
    return;
  g_autoptr (TrlScene) scene = trl_scene_new ();
  trl_scene_set_page (scene, sample_white, 200, 200);
  trl_scene_add_text (scene, (TrlOwner){ 0 }, 5, 5,
                      &(TrlTextSpec){ .string = "text", .halo = sample_white },
                      sample_black);
  for (guint kind = TRL_ITEM_DISC; kind <= TRL_ITEM_SECTOR; kind++)
    trl_scene_add (scene, &(TrlItem){ .kind = kind,
                                      .shape = TRL_SHAPE_HEXAGON,
                                      .x = 180,
                                      .y = 60 + 30 * (kind - TRL_ITEM_DISC),
                                      .x2 = kind == TRL_ITEM_RECT ? 10 : 1,
                                      .y2 = kind == TRL_ITEM_RECT ? 10 : 3,
                                      .radius = 8,
                                      .fill = sample_black });
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) bytes = trl_draw_pdf (scene, NULL, NULL);
  cairo_surface_t *page = load_pdf (folder, bytes, "144");
  for (int y = 0; y < 400; y++)
    for (int x = 80; x < 320; x++)
      g_assert_cmpuint (*compare_pixel (page, x, y), ==, 255);
  cairo_surface_destroy (page);
  tool_remove (folder);
}

static cairo_surface_t *
load_png (const char *folder, GBytes *bytes)
{
  g_autofree char *path = tool_write (folder, "a.png", bytes);
  return cairo_image_surface_create_from_png (path);
}

static void
test_pdf_picture (void)
{
  if (tool_is_missing ("pdftoppm"))
    return;
  g_autoptr (TrlScene) scene = sample_scene (TRUE, TRUE);
  g_autofree char *folder = tool_folder ();
  g_autoptr (GBytes) pdf = trl_draw_pdf (scene, NULL, NULL);
  g_autoptr (GBytes) png = trl_draw_png (scene, NULL, 144, NULL);
  cairo_surface_t *out = load_pdf (folder, pdf, "144"), *ref = load_png (folder, png);
  guint            most;
  double           mean = compare_images (out, ref, &most);
  g_test_message ("mean %.3f, most %u", mean, most);
  g_assert_cmpfloat (mean, <, 3.5);
  cairo_surface_destroy (out);
  cairo_surface_destroy (ref);
  tool_remove (folder);
}

static guint32
big_endian (const guint8 *data)
{
  return (guint32) data[0] << 24 | data[1] << 16 | data[2] << 8 | data[3];
}

/* The check sum as the PNG standard words it, beside the one under test. */
static guint32
check_sum (const guint8 *data, gsize length)
{
  guint32 table[256], sum = 0xffffffffu;
  for (guint32 i = 0; i < 256; i++)
    {
      table[i] = i;
      for (guint k = 0; k < 8; k++)
        table[i] = table[i] & 1 ? 0xedb88320u ^ (table[i] >> 1) : table[i] >> 1;
    }
  for (gsize i = 0; i < length; i++)
    sum = table[(sum ^ data[i]) & 0xff] ^ (sum >> 8);
  return ~sum;
}

static GPtrArray *
read_chunks (GBytes *bytes)
{
  gsize         length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GPtrArray    *chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (gsize at = 8; at < length;)
    {
      guint32 size = big_endian (data + at);
      g_assert_cmpuint (at + 12 + size, <=, length);
      g_assert_cmphex (check_sum (data + at + 4, size + 4), ==,
                       big_endian (data + at + 8 + size));
      g_ptr_array_add (chunks, g_bytes_new (data + at + 4, size + 4));
      at += size + 12;
    }
  return chunks;
}

static const guint8 *
find_chunk (GPtrArray *chunks, const char *start, gsize length, guint *at)
{
  for (guint i = 0; i < chunks->len; i++)
    {
      gsize       size;
      const char *data = g_bytes_get_data (chunks->pdata[i], &size);
      *at = i;
      if (size >= length && memcmp (data, start, length) == 0)
        return (const guint8 *) data + 4;
    }
  g_assert_not_reached ();
}

static void
test_png_chunks (void)
{
  guint at, first_pixels;
  g_autoptr (GBytes) bytes = write_sample (write_png);
  g_autoptr (GPtrArray) chunks = read_chunks (bytes);
  const guint8 *header = find_chunk (chunks, "IHDR", 4, &at);
  g_assert_cmpuint (big_endian (header), ==, 1000); /* 240 pt at 300 dpi */
  g_assert_cmpuint (big_endian (header + 4), ==, 750);
  find_chunk (chunks, "IDAT", 4, &first_pixels);
  const guint8 *density = find_chunk (chunks, "pHYs", 4, &at);
  g_assert_cmpuint (at, <, first_pixels);
  g_assert_cmpuint (big_endian (density), ==, 11811);
  g_assert_cmpuint (big_endian (density + 4), ==, 11811);
  g_assert_cmpuint (density[8], ==, 1);
  const char *title = (const char *) find_chunk (chunks, "iTXtTitle\0", 10, &at) + 10;
  g_assert_cmpmem (title, strlen (sample_info.title), sample_info.title,
                   strlen (sample_info.title));
}

static void
assert_too_large (double width, double height, double dpi)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autoptr (GError) error = NULL;
  trl_scene_set_page (scene, sample_white, width, height);
  g_assert_null (trl_draw_png (scene, NULL, dpi, &error));
  g_assert_error (error, TRL_DRAW_ERROR, TRL_DRAW_ERROR_TOO_LARGE);
}

static void
test_png_too_large (void)
{
  assert_too_large (72, 72, 40000); /* a side */
  assert_too_large (72, 72, 20001); /* in all */
  assert_too_large (72, 1e7, 72);
  assert_too_large (1e7, 1e7, 1e9);
}

/* cairo would stop at 32767 a side; a strip of ours is below. */
static void
test_png_long (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  trl_scene_set_page (scene, sample_white, 32000, 2);
  g_autoptr (GBytes) bytes = trl_draw_png (scene, NULL, 72, NULL);
  g_assert_nonnull (bytes);
}

static void
test_png_transparent (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  g_autofree char *folder = tool_folder ();
  trl_scene_set_page (scene, (TrlColour){ 0 }, 20, 20);
  trl_scene_add (
    scene,
    &(TrlItem){
      .kind = TRL_ITEM_DISC, .x = 10, .y = 10, .radius = 5, .fill = sample_white });
  g_autoptr (GBytes) bytes = trl_draw_png (scene, NULL, 72, NULL);
  cairo_surface_t *image = load_png (folder, bytes);
  g_assert_cmpint (cairo_image_surface_get_format (image), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (*(const guint32 *) compare_pixel (image, 0, 0), ==, 0);
  g_assert_cmphex (*(const guint32 *) compare_pixel (image, 10, 10), ==, 0xffffffff);
  cairo_surface_destroy (image);
  tool_remove (folder);
}

static void
test_eps (void)
{
  g_autoptr (GBytes) bytes = write_sample (trl_draw_eps);
  g_autofree char *text =
    g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text, "%!PS-Adobe-3.0 EPSF-3.0\n"));
  g_assert_nonnull (strstr (text, "\n%%CreationDate: 1970-01-01T00:00:00Z\n"));
  g_assert_nonnull (strstr (text, "\n%%BoundingBox: 0 0 240 180\n"));
  g_assert_nonnull (strstr (text, "\n%%Title: Partners - Unicode <1> & \"2\"\n"));
  g_assert_null (strstr (text, "/ImageType")); /* nothing was turned into pixels */
}

/* A line that lets half of what is beneath through is half as wide. */
static void
test_eps_of_sheer_ties (void)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();
  TrlItem tie = { .kind = TRL_ITEM_LINE,
                  .owner = { TRL_OWNER_EDGE, 1 },
                  .stroke = { 1, 0, 0, 0.5 },
                  .width = 3,
                  .x2 = 50,
                  .y2 = 50 };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  trl_scene_set_page (scene, sample_white, 60, 60);
  trl_scene_add (scene, &tie);
  trl_scene_freeze (scene);
  bytes = trl_draw_eps (scene, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "1.5 w"));
  g_assert_nonnull (strstr (text, "1 0 0 rg"));
}

static void
test_created (void)
{
  static const TrlDrawInfo info = { .created = 1700000000 };
  g_autoptr (TrlScene) scene = sample_scene (FALSE, FALSE);
  g_autoptr (GBytes) eps = trl_draw_eps (scene, &info, NULL);
  g_autoptr (GBytes) pdf = trl_draw_pdf (scene, &info, NULL);
  g_autoptr (GBytes) png = trl_draw_png (scene, &info, 72, NULL);
  g_autoptr (GBytes) svg = trl_draw_svg (scene, &info, NULL);
  GBytes *files[] = { eps, pdf, png, svg };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const char *date = i == 1 ? "20231114221320" : "2023-11-14T22:13:20Z";
      gsize       length;
      const char *data = g_bytes_get_data (files[i], &length);
      g_assert_nonnull (memmem (data, length, date, strlen (date)));
    }
}

static void
test_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (TrlScene) scene = trl_scene_new ();
      g_autoptr (GBytes) bytes = writers[i].write (scene, NULL, NULL);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 60);
    }
}

/* As when memory runs out: cairo goes on in silence, and says so when asked. */
static void
test_a_failed_surface_is_told (void)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, -1, 1);
  g_assert_false (trl_draw_check (image, &error));
  g_assert_error (error, TRL_DRAW_ERROR, TRL_DRAW_ERROR_FAILED);
  cairo_surface_destroy (image);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/files/same-bytes-later-and-elsewhere", test_same_bytes);
  g_test_add_func ("/draw/files/subprocess/elsewhere", test_elsewhere);
  g_test_add_func ("/draw/files/created-is-written", test_created);
  g_test_add_func ("/draw/files/an-empty-scene-is-a-file", test_nothing);
  g_test_add_func ("/draw/pdf/page-is-the-scenes-page", test_pdf_page);
  g_test_add_func ("/draw/pdf/text-is-text", test_pdf_text);
  g_test_add_func ("/draw/pdf/fonts-are-embedded", test_pdf_fonts);
  g_test_add_func ("/draw/pdf/looks-like-the-png", test_pdf_picture);
  g_test_add_func ("/draw/pdf/regress-hairline-after-text", test_regress_hairline);
  g_test_add_func ("/draw/png/has-resolution-and-title", test_png_chunks);
  g_test_add_func ("/draw/png/too-large-is-refused", test_png_too_large);
  g_test_add_func ("/draw/png/long-strips-are-possible", test_png_long);
  g_test_add_func ("/draw/png/may-be-transparent", test_png_transparent);
  g_test_add_func ("/draw/files/a-failed-surface-is-told", test_a_failed_surface_is_told);
  g_test_add_func ("/draw/eps/has-no-pixels-and-no-time-of-day", test_eps);
  g_test_add_func ("/draw/eps/sheer-ties-are-thin", test_eps_of_sheer_ties);
  return g_test_run ();
}
