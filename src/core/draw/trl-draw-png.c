/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PNG with its resolution and its title, which cairo's own writer leaves out. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define MOST_PIXELS_A_SIDE 32000
#define MOST_PIXELS 400e6

static void
append_number (GByteArray *out, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);
  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

/* The check sum covers the name and the content. */
void
trl_draw_append_chunk (GByteArray   *out,
                       const char   *name,
                       const guint8 *data,
                       gsize         length)
{
  append_number (out, (guint32) length);
  guint start = out->len;
  g_byte_array_append (out, (const guint8 *) name, 4);
  g_byte_array_append (out, data, (guint) length);
  append_number (out, (guint32) crc32 (0, out->data + start, out->len - start));
}

static void
append_resolution (GByteArray *out, double dpi)
{
  const guint8 metre = 1;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint32 a_metre = (guint32) lround (dpi / 0.0254);
  append_number (content, a_metre);
  append_number (content, a_metre);
  g_byte_array_append (content, &metre, 1);
  trl_draw_append_chunk (out, "pHYs", content->data, content->len);
}

static void
append_text (GByteArray *out, const char *key, const char *text)
{
  static const guint8 plain[4] = { 0 }; /* not compressed, no language, no other key */
  g_autofree char    *clean = text ? trl_text_clean (text) : NULL;
  if (!clean || !*clean)
    return;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_byte_array_append (content, (const guint8 *) key, strlen (key) + 1);
  g_byte_array_append (content, plain, sizeof plain);
  g_byte_array_append (content, (const guint8 *) clean, strlen (clean));
  trl_draw_append_chunk (out, "iTXt", content->data, content->len);
}

static void
append_header (GByteArray *out, cairo_surface_t *image)
{
  static const guint8 signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  gboolean opaque = cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24;
  /* Eight bits a colour, with or without alpha, nothing unusual. */
  const guint8 kind[5] = { 8, opaque ? 2 : 6, 0, 0, 0 };
  g_autoptr (GByteArray) content = g_byte_array_new ();

  g_byte_array_append (out, signature, sizeof signature);
  append_number (content, (guint32) cairo_image_surface_get_width (image));
  append_number (content, (guint32) cairo_image_surface_get_height (image));
  g_byte_array_append (content, kind, sizeof kind);
  trl_draw_append_chunk (out, "IHDR", content->data, content->len);
}

static GBytes *
write_image (cairo_surface_t *image, const TrlDrawInfo *info, double dpi)
{
  GByteArray *out = g_byte_array_new ();

  append_header (out, image);
  append_resolution (out, dpi);
  if (info)
    {
      g_autofree char *date = info->created ? trl_draw_format_date (info->created) : NULL;
      append_text (out, "Title", info->title);
      append_text (out, "Description", info->description);
      append_text (out, "Author", info->author);
      append_text (out, "Creation Time", date);
    }
  append_text (out, "Software", "Trellis " TRL_VERSION);
  trl_draw_append_pixels (out, image);
  trl_draw_append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}

static gboolean
check_size (double width, double height, GError **error)
{
  if (width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE &&
      width * height <= MOST_PIXELS)
    return TRUE;
  g_set_error (
    error, TRL_DRAW_ERROR, TRL_DRAW_ERROR_TOO_LARGE,
    _ ("A picture of %.0f × %.0f pixels is too large; at most %d a side and %d million "
       "in all are possible. Choose fewer dots an inch or a smaller page"),
    width, height, MOST_PIXELS_A_SIDE, (int) (MOST_PIXELS / 1e6));
  return FALSE;
}

/* A page that is painted all over needs no alpha, up to the last pixel that it only
 * touches. */
static cairo_surface_t *
create_image (const TrlScene *scene, int width, int height)
{
  TrlColour background;
  gboolean  opaque =
    trl_scene_get_page (scene, &background, NULL, NULL) && background.a >= 1;
  cairo_surface_t *image = cairo_image_surface_create (
    opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, width, height);
  if (opaque)
    {
      cairo_t *cr = cairo_create (image);
      cairo_set_source_rgb (cr, background.r, background.g, background.b);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  return image;
}

static void
paint (const TrlScene *scene, cairo_surface_t *image, double scale)
{
  TrlRect  extent;
  cairo_t *cr = cairo_create (image);
  trl_scene_get_extent (scene, &extent);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -extent.x, -extent.y);
  trl_draw_scene_filtered (scene, cr, NULL, scale,
                           trl_draw_is_crowd (scene) ? TRL_DRAW_QUICK : TRL_DRAW_DEFAULT,
                           NULL, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (image);
}

GBytes *
trl_draw_png (const TrlScene *scene, const TrlDrawInfo *info, double dpi, GError **error)
{
  TrlRect extent;
  g_return_val_if_fail (scene != NULL && isfinite (dpi) && dpi > 0, NULL);
  trl_scene_get_extent (scene, &extent);
  /* A page of whole pixels must not grow by one for a rounding error. */
  double width = MAX (ceil (extent.width * dpi / 72 - 1e-6), 1);
  double height = MAX (ceil (extent.height * dpi / 72 - 1e-6), 1);
  if (!check_size (width, height, error))
    return NULL;
  cairo_surface_t *image = create_image (scene, (int) width, (int) height);
  GBytes          *bytes = NULL;
  if (trl_draw_check (image, error))
    {
      paint (scene, image, dpi / 72);
      if (trl_draw_check (image, error))
        bytes = write_image (image, info, dpi);
    }
  cairo_surface_destroy (image);
  return bytes;
}
