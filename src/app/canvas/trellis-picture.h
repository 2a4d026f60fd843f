/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "canvas/trellis-viewport.h"
#include "draw/trl-draw.h"

G_BEGIN_DECLS

/**
 * TrellisPicture:
 *
 * A drawn part of a scene, kept so that panning copies it instead of drawing it again.
 * While zooming, a picture that is slow to draw is stretched and sharpened later.
 */
typedef struct
{
  cairo_surface_t *surface;
  TrlScene        *scene;
  TrlDrawFilter    shows;
  gpointer         shows_data;
  double           scale; /* of the camera it was drawn for */
  double           x, y;  /* pixels of the surface where the scene's origin lies */
  int              width, height, factor;
  double           cost; /* milliseconds that drawing took */
} TrellisPicture;

/**
 * trellis_picture_paint:
 * @cr: of the widget, in pixels
 * @factor: device pixels a pixel
 * @moving: the camera is on its way; a slow picture may be stretched
 * @shows: (nullable): leaves items out
 *
 * Returns: whether the picture is as sharp as it can be; else paint again when at rest
 */
gboolean trellis_picture_paint (TrellisPicture *picture,
                                cairo_t        *cr,
                                TrlScene       *scene,
                                TrellisCamera   camera,
                                int             width,
                                int             height,
                                int             factor,
                                gboolean        moving,
                                TrlDrawFilter   shows,
                                gpointer        shows_data);

void trellis_picture_clear (TrellisPicture *picture);

G_END_DECLS
