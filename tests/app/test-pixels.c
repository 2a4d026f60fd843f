/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Room for images: what is given back is taken again, and images outlive it. */
#include "canvas/trellis-pixels.h"

#include <string.h>

#define SIDE 32

static unsigned char *
get_data (cairo_surface_t *image)
{
  return cairo_image_surface_get_data (image);
}

static void
test_again (void)
{
  g_autoptr (TrellisPixels) pixels = trellis_pixels_new (SIDE, SIDE, 4);
  cairo_surface_t *a = trellis_pixels_take (pixels), *b = trellis_pixels_take (pixels);
  unsigned char   *at = get_data (a);
  g_assert_true (at != get_data (b));
  cairo_surface_destroy (a);
  a = trellis_pixels_take (pixels);
  g_assert_true (at == get_data (a));
  g_assert_cmpint (cairo_image_surface_get_width (a), ==, SIDE);
  g_assert_cmpint (cairo_image_surface_get_height (a), ==, SIDE);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Images lie apart, also those for which there was no room. */
static void
test_beyond (void)
{
  g_autoptr (TrellisPixels) pixels = trellis_pixels_new (SIDE, SIDE, 3);
  cairo_surface_t *images[6];
  for (guint i = 0; i < 6; i++)
    {
      images[i] = trellis_pixels_take (pixels);
      memset (get_data (images[i]), (int) i, 4 * SIDE * SIDE);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (get_data (images[i])[0], ==, i);
      g_assert_cmpint (get_data (images[i])[4 * SIDE * SIDE - 1], ==, i);
      cairo_surface_destroy (images[i]);
    }
}

static void
test_outlive (void)
{
  TrellisPixels   *pixels = trellis_pixels_new (SIDE, SIDE, 2);
  cairo_surface_t *image = trellis_pixels_take (pixels);
  g_assert_true (trellis_pixels_fits (pixels, SIDE, SIDE));
  g_assert_false (trellis_pixels_fits (pixels, SIDE, SIDE + 1));
  trellis_pixels_unref (pixels);
  memset (get_data (image), 7, 4 * SIDE * SIDE);
  cairo_surface_destroy (image);
}

static gpointer
take_and_give (gpointer pixels)
{
  for (int i = 0; i < 5000; i++)
    {
      cairo_surface_t *image = trellis_pixels_take (pixels);
      get_data (image)[0] = 1;
      g_assert_cmpint (get_data (image)[0], ==, 1);
      cairo_surface_destroy (image);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (TrellisPixels) pixels = trellis_pixels_new (SIDE, SIDE, 3);
  GThread *threads[4];
  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new (NULL, take_and_give, pixels);
  for (guint i = 0; i < 4; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixels/what-is-given-back-is-taken-again", test_again);
  g_test_add_func ("/pixels/beyond-the-room-there-is-more", test_beyond);
  g_test_add_func ("/pixels/images-outlive-their-room", test_outlive);
  g_test_add_func ("/pixels/threads-take-and-give", test_threads);
  return g_test_run ();
}
