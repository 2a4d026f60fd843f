/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One stretch of addresses, in large pages where the system has them, cut into places.
 * A place that is given back is the next to be taken; once all are, the memory goes back
 * to the system. */
#include "canvas/trellis-pixels.h"

#include <sys/mman.h>

#define LARGE_PAGE ((gsize) 2 << 20)

struct TrellisPixels
{
  int     width, height, stride;
  gsize   size; /* bytes of a place */
  guint   most;
  char   *room; /* NULL: there is none */
  void   *map;
  gsize   mapped;
  GMutex  lock;
  GArray *given_back; /* guint, places */
  guint   fresh;      /* places from here on were never taken */
  int     refs;       /* of the owner and of every place taken */
};

typedef struct
{
  TrellisPixels *pixels;
  guint          place;
} Lease;

static void
make_room (TrellisPixels *pixels)
{
  gsize bytes = pixels->size * pixels->most;
  pixels->mapped = bytes + LARGE_PAGE;
  pixels->map = mmap (NULL, pixels->mapped, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (pixels->map == MAP_FAILED)
    return;
  pixels->room = (char *) pixels->map + LARGE_PAGE - (gsize) pixels->map % LARGE_PAGE;
#ifdef MADV_HUGEPAGE
  madvise (pixels->room, bytes, MADV_HUGEPAGE);
#endif
}

TrellisPixels *
trellis_pixels_new (int width, int height, guint most)
{
  TrellisPixels *pixels = g_new0 (TrellisPixels, 1);
  pixels->width = width;
  pixels->height = height;
  pixels->stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  pixels->size = (gsize) pixels->stride * height;
  pixels->most = most;
  pixels->given_back = g_array_new (FALSE, FALSE, sizeof (guint));
  pixels->refs = 1;
  g_mutex_init (&pixels->lock);
  make_room (pixels);
  return pixels;
}

TrellisPixels *
trellis_pixels_ref (TrellisPixels *pixels)
{
  g_atomic_int_inc (&pixels->refs);
  return pixels;
}

void
trellis_pixels_unref (TrellisPixels *pixels)
{
  if (!g_atomic_int_dec_and_test (&pixels->refs))
    return;
  if (pixels->room)
    munmap (pixels->map, pixels->mapped);
  g_array_unref (pixels->given_back);
  g_mutex_clear (&pixels->lock);
  g_free (pixels);
}

static gboolean
take_place (TrellisPixels *pixels, guint *place)
{
  gboolean found = pixels->room != NULL;
  g_mutex_lock (&pixels->lock);
  if (found && pixels->given_back->len > 0)
    {
      *place = g_array_index (pixels->given_back, guint, pixels->given_back->len - 1);
      g_array_set_size (pixels->given_back, pixels->given_back->len - 1);
    }
  else if (found && pixels->fresh < pixels->most)
    *place = pixels->fresh++;
  else
    found = FALSE;
  g_mutex_unlock (&pixels->lock);
  return found;
}

static void
give_back (gpointer data)
{
  Lease         *lease = data;
  TrellisPixels *pixels = lease->pixels;
  g_mutex_lock (&pixels->lock);
  g_array_append_val (pixels->given_back, lease->place);
  if (pixels->given_back->len == pixels->fresh)
    {
      madvise (pixels->room, pixels->size * pixels->fresh, MADV_DONTNEED);
      g_array_set_size (pixels->given_back, 0);
      pixels->fresh = 0;
    }
  g_mutex_unlock (&pixels->lock);
  trellis_pixels_unref (pixels);
  g_free (lease);
}

cairo_surface_t *
trellis_pixels_take (TrellisPixels *pixels)
{
  static const cairo_user_data_key_t key;
  guint                              place;
  if (!take_place (pixels, &place))
    return cairo_image_surface_create (CAIRO_FORMAT_RGB24, pixels->width, pixels->height);
  Lease *lease = g_new (Lease, 1);
  *lease = (Lease){ trellis_pixels_ref (pixels), place };
  cairo_surface_t *image = cairo_image_surface_create_for_data (
    (unsigned char *) pixels->room + pixels->size * place, CAIRO_FORMAT_RGB24,
    pixels->width, pixels->height, pixels->stride);
  cairo_surface_set_user_data (image, &key, lease, give_back);
  return image;
}

gboolean
trellis_pixels_fits (TrellisPixels *pixels, int width, int height)
{
  return pixels->width == width && pixels->height == height;
}
