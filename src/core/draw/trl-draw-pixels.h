/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/trl-draw-private.h"

G_BEGIN_DECLS

/**
 * trl_painter_begin_direct:
 *
 * Makes cairo finish what it began, before its pixels are written to.
 *
 * Returns: (transfer none) (nullable): the pixels; %NULL: only cairo can reach them
 */
const TrlPixels *trl_painter_begin_direct (TrlPainter *painter);

/* As a pixel, without its alpha. */
static inline guint32
trl_pixels_convert (TrlColour c)
{
  return 0xff000000u | (guint32) (CLAMP (c.r, 0, 1) * 255 + 0.5) << 16 |
         (guint32) (CLAMP (c.g, 0, 1) * 255 + 0.5) << 8 |
         (guint32) (CLAMP (c.b, 0, 1) * 255 + 0.5);
}

/* @cover: 0…256.  The pixel is premultiplied, the colour opaque. */
static inline void
trl_pixels_blend (const TrlPixels *image, int x, int y, guint32 colour, guint cover)
{
  if (x < image->left || y < image->top || x >= image->right || y >= image->bottom)
    return;
  guint32 *pixel = image->pixels + (gsize) y * image->stride + x;
  guint32  keep = 256 - MIN (cover, 256);
  guint32  a = (*pixel & 0xff00ff) * keep + (colour & 0xff00ff) * (256 - keep);
  guint32  b =
    ((*pixel >> 8) & 0xff00ff) * keep + ((colour >> 8) & 0xff00ff) * (256 - keep);
  *pixel = ((a >> 8) & 0xff00ff) | (b & 0xff00ff00);
}

G_END_DECLS
