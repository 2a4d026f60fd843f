/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_PICTURE (trellis_compare_picture_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisComparePicture, trellis_compare_picture, TRELLIS, COMPARE_PICTURE, GtkWidget)

/**
 * TrellisComparePicture:
 *
 * One network of a comparison, drawn at the scale that the box of all of them has in the
 * size of the widget.
 */

/**
 * TrellisComparePicture:fills:
 *
 * Whether it takes the room that there is, however little, rather than ask for as much
 * height as its shape needs.
 */

/**
 * TrellisComparePicture::pressed:
 * @row: of the partner, in the nodes of the panel's network; %TRL_NO_ROW: none
 */

/**
 * TrellisComparePicture::resized:
 *
 * Emitted when sizes have been handed out, so that a handler may ask for other ones.
 */

/**
 * TrellisComparePicture::activated:
 *
 * Emitted for a double click.
 */

/**
 * trellis_compare_picture_set_most_height:
 * @height: pixels; it never asks for more
 */
void trellis_compare_picture_set_most_height (TrellisComparePicture *picture, int height);

/**
 * trellis_compare_picture_get_zoom:
 *
 * Returns: pixels a point of the scene
 */
double trellis_compare_picture_get_zoom (TrellisComparePicture *picture);

/**
 * trellis_compare_picture_set:
 * @comparison: built
 */
void trellis_compare_picture_set (TrellisComparePicture *picture,
                                  TrellisComparison     *comparison,
                                  guint                  panel);

/**
 * trellis_compare_picture_find:
 * @x, @y: pixels of the widget
 *
 * Returns: the partner there, or %TRL_NO_ROW; a line to the hub stands for its partner
 */
guint trellis_compare_picture_find (TrellisComparePicture *picture, double x, double y);

G_END_DECLS
