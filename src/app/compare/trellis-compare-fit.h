/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/trl-panels.h"

G_BEGIN_DECLS

/**
 * trellis_compare_fit:
 * @n: panels, one at least
 * @width, @height: of the room for all of them, pixels
 * @head: of what stands above each picture, pixels
 * @shape: height of a picture by its width
 * @most: (out): height that a picture may have, pixels
 *
 * How many panels in a line make the largest pictures.  Where even these would be too
 * small to read, pictures have a width that can be read and the room is scrolled.
 *
 * Returns: panels in a line
 */
guint
trellis_compare_fit (guint n, int width, int height, int head, double shape, int *most);

/**
 * trellis_compare_fit_panels:
 * @flow: holds a #TrellisComparePanel a panel
 * @scroller: that shows @flow
 *
 * Lets them use the room that the scroller has now.
 */
void trellis_compare_fit_panels (GtkFlowBox      *flow,
                                 GtkWidget       *scroller,
                                 const TrlPanels *panels);

G_END_DECLS
