/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/trellis-viewport.h"
#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrellisBackdrop:
 *
 * The picture of a scene behind all that moves: tiles that threads draw, and a node that
 * frames share until something of it changes.  What is drawn in a moment is drawn at
 * once, so that small pictures are never late.
 */
typedef struct TrellisBackdrop TrellisBackdrop;

/**
 * trellis_backdrop_new:
 * @widget: is drawn again when there are new pixels; not owned
 */
TrellisBackdrop *trellis_backdrop_new (GtkWidget *widget);
void             trellis_backdrop_free (TrellisBackdrop *backdrop);

/**
 * trellis_backdrop_clear:
 *
 * Another picture follows; nothing of this one must be seen any more.
 */
void trellis_backdrop_clear (TrellisBackdrop *backdrop);

/**
 * trellis_backdrop_snapshot:
 * @scene: frozen; a patch of the one before costs only what differs
 * @width, @height: pixels
 * @factor: device pixels a pixel
 * @moving: the camera is on its way: a picture that is slow to draw is stretched
 *
 * Returns: whether it has the scale that it should have; else it must be painted again
 *   at rest
 */
gboolean trellis_backdrop_snapshot (TrellisBackdrop *backdrop,
                                    GtkSnapshot     *snapshot,
                                    TrlScene        *scene,
                                    TrellisCamera    camera,
                                    int              width,
                                    int              height,
                                    int              factor,
                                    gboolean         moving);

/**
 * trellis_backdrop_is_late:
 *
 * Returns: whether the last frame had nothing to show somewhere, or what is out of date;
 *   or whether, for more than 100 ms, something was stretched to more than twice its
 *   size; or for more than 250 ms, with no zoom on its way, at all
 */
gboolean trellis_backdrop_is_late (TrellisBackdrop *backdrop);

/**
 * trellis_backdrop_get_colour:
 *
 * Returns: what lies behind the picture, as the style of a widget has it
 */
TrlColour trellis_backdrop_get_colour (GtkWidget *widget);

/**
 * trellis_backdrop_is_large:
 *
 * Returns: whether pictures of so many items are drawn by threads
 */
gboolean trellis_backdrop_is_large (guint items);

G_END_DECLS
