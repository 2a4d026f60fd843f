/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * TrellisPixels:
 *
 * Room for images of one size, used again and again: fresh memory comes page by page,
 * which takes longer than drawing in it.  May be used in any thread.
 */
typedef struct TrellisPixels TrellisPixels;

/**
 * trellis_pixels_new:
 * @width, @height: pixels of an image
 * @most: images that there is room for; what is taken beyond has room of its own
 */
TrellisPixels *trellis_pixels_new (int width, int height, guint most);

TrellisPixels *trellis_pixels_ref (TrellisPixels *pixels);

/**
 * trellis_pixels_unref:
 *
 * Images that were taken stay good.
 */
void trellis_pixels_unref (TrellisPixels *pixels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPixels, trellis_pixels_unref)

/**
 * trellis_pixels_take:
 *
 * Returns: (transfer full): an opaque image that shows anything
 */
cairo_surface_t *trellis_pixels_take (TrellisPixels *pixels);

/**
 * trellis_pixels_fits:
 *
 * Returns: whether its images have that size, pixels
 */
gboolean trellis_pixels_fits (TrellisPixels *pixels, int width, int height);

G_END_DECLS
