/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pixels of an image as chunks of PNG.  Rows are stored as they are: a drawing repeats a
 * few colours, which the differences of neighbours would only hide. */

#include "config.h"

#include "draw/trl-draw-private.h"

#include <zlib.h>

#define LEVEL 2         /* of 9; more takes long and gains little on drawings */
#define CHUNK (1 << 16) /* bytes of output at a time */
#define FILTER_NONE 0

/* The colours of cairo are multiplied with their alpha, those of PNG are not. */
static guint8
divide (guint32 colour, guint32 alpha)
{
  return (guint8) (alpha > 0 ? (colour * 255 + alpha / 2) / alpha : 0);
}

static void
take_opaque (guint8 *row, const guint32 *pixels, int width)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = (guint8) (pixels[x] >> 16);
      row[1] = (guint8) (pixels[x] >> 8);
      row[2] = (guint8) pixels[x];
    }
}

static void
take_translucent (guint8 *row, const guint32 *pixels, int width)
{
  for (int x = 0; x < width; x++, row += 4)
    {
      guint32 alpha = pixels[x] >> 24;

      row[0] = divide (pixels[x] >> 16 & 0xff, alpha);
      row[1] = divide (pixels[x] >> 8 & 0xff, alpha);
      row[2] = divide (pixels[x] & 0xff, alpha);
      row[3] = (guint8) alpha;
    }
}

/* Deflates what the stream holds, a chunk of the file for each full buffer. */
static void
deflate_into (GByteArray *out, z_stream *stream, int flush)
{
  guint8 buffer[CHUNK];
  int    status;

  do
    {
      stream->next_out = buffer;
      stream->avail_out = sizeof buffer;
      status = deflate (stream, flush);
      if (stream->avail_out < sizeof buffer)
        trl_draw_append_chunk (out, "IDAT", buffer, sizeof buffer - stream->avail_out);
    }
  while (stream->avail_out == 0 && status == Z_OK);
}

void
trl_draw_append_pixels (GByteArray *out, cairo_surface_t *image)
{
  int           width = cairo_image_surface_get_width (image);
  int           height = cairo_image_surface_get_height (image);
  int           stride = cairo_image_surface_get_stride (image);
  gboolean      opaque = cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24;
  gsize         length = (gsize) width * (opaque ? 3 : 4);
  const guint8 *data = cairo_image_surface_get_data (image);
  g_autofree guint8 *row = g_malloc (length + 1);
  z_stream           stream = { 0 };

  if (deflateInit (&stream, LEVEL) != Z_OK)
    g_error ("No memory to compress a picture");
  row[0] = FILTER_NONE;
  for (int y = 0; y < height; y++)
    {
      const guint32 *pixels = (gconstpointer) (data + (gsize) y * (gsize) stride);

      if (opaque)
        take_opaque (row + 1, pixels, width);
      else
        take_translucent (row + 1, pixels, width);
      stream.next_in = row;
      stream.avail_in = (uInt) (length + 1);
      deflate_into (out, &stream, Z_NO_FLUSH);
    }
  deflate_into (out, &stream, Z_FINISH);
  deflateEnd (&stream);
}
