/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-canvas.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_MINIMAP (trellis_minimap_get_type ())
G_DECLARE_FINAL_TYPE (TrellisMinimap, trellis_minimap, TRELLIS, MINIMAP, GtkWidget)

/**
 * TrellisMinimap:
 *
 * The whole picture of a canvas, small, in a corner above it, with the part that is in
 * view.  Seen only where the network is large and most of it is out of view.  Press or
 * drag to move the view; keys and screen readers have the canvas for that, so it is
 * hidden from them.
 *
 * Properties: `enabled`: whether a person wants it.
 */

/**
 * trellis_minimap_set_canvas:
 * @canvas: (nullable): over which it lies
 */
void trellis_minimap_set_canvas (TrellisMinimap *minimap, TrellisCanvas *canvas);

G_END_DECLS
