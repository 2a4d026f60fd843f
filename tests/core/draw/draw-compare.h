/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Compares two pictures that must agree; a failure leaves out, ref and diff images. */

#include <cairo.h>
#include <glib.h>

static inline const guint8 *
compare_pixel (cairo_surface_t *image, int x, int y)
{
  return cairo_image_surface_get_data (image) +
         (gsize) y * cairo_image_surface_get_stride (image) + 4 * (gsize) x;
}

static inline guint
compare_difference (cairo_surface_t *a, cairo_surface_t *b, int x, int y)
{
  const guint8 *p = compare_pixel (a, x, y), *q = compare_pixel (b, x, y);
  guint         most = 0;
  for (guint i = 0; i < 3; i++)
    most = MAX (most, (guint) ABS (p[i] - q[i]));
  return most;
}

/* Returns: the mean difference of a pixel, 0…255 */
static inline double
compare_images (cairo_surface_t *a, cairo_surface_t *b, guint *most)
{
  int width = cairo_image_surface_get_width (a),
      height = cairo_image_surface_get_height (a);
  double sum = 0;
  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  *most = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint difference = compare_difference (a, b, x, y);
        sum += difference;
        *most = MAX (*most, difference);
      }
  return sum / width / height;
}

static inline void
compare_save (const char *name, const char *what, cairo_surface_t *image)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_BUILD") ?: g_get_tmp_dir (), file, NULL);
  cairo_surface_write_to_png (image, path);
  g_test_message ("%s: %s", what, path);
}

static inline void
compare_save_all (const char *name, cairo_surface_t *out, cairo_surface_t *ref)
{
  int width = cairo_image_surface_get_width (out),
      height = cairo_image_surface_get_height (out);
  cairo_surface_t *diff = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      *(guint32 *) compare_pixel (diff, x, y) =
        0x10101 * compare_difference (out, ref, x, y);
  cairo_surface_mark_dirty (diff);
  compare_save (name, "out", out);
  compare_save (name, "ref", ref);
  compare_save (name, "diff", diff);
  cairo_surface_destroy (diff);
}

/* @mean, @most: 0…255: what is still the same picture */
static inline void
assert_same_picture (
  const char *name, cairo_surface_t *out, cairo_surface_t *ref, double mean, guint most)
{
  guint  found_most;
  double found = compare_images (out, ref, &found_most);
  if (found > mean || found_most > most)
    compare_save_all (name, out, ref);
  g_test_message ("%s: mean %.4f, most %u", name, found, found_most);
  g_assert_cmpfloat (found, <=, mean);
  g_assert_cmpuint (found_most, <=, most);
}
