/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlLineBox:
 * @x, @y: the middle
 * @half_width, @half_height: of the letters, without the room between lines
 * @cosine, @sine: of the angle that it is turned by
 *
 * Where the letters of one line stand on a page, in points.
 */
typedef struct
{
  double x, y;
  double half_width, half_height;
  double cosine, sine;
} TrlLineBox;

/**
 * trl_line_box_init:
 * @item: a TEXT
 * @line: of its block, 0 …
 */
void trl_line_box_init (TrlLineBox         *box,
                        const TrlItem      *item,
                        const TrlTextBlock *block,
                        guint               line);

/**
 * trl_line_box_get_bounds:
 * @bounds: (out): upright, in points
 */
void trl_line_box_get_bounds (const TrlLineBox *box, TrlRect *bounds);

/**
 * trl_line_boxes_meet:
 * @by: points
 *
 * Returns: whether two boxes reach into each other by more than @by in every direction
 */
gboolean trl_line_boxes_meet (const TrlLineBox *a, const TrlLineBox *b, double by);

G_END_DECLS
