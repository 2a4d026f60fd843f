/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlFigureKey:
 * @names: (element-type utf8): of the numbers 1, 2, …
 * @size: of letters, points
 *
 * The list that says what numbers in a picture stand for.
 */
typedef struct
{
  GPtrArray *names;
  double     size;
  TrlColour  ink, dim; /* of names, of numbers */
} TrlFigureKey;

/**
 * trl_figure_key_put:
 * @scene: (nullable): %NULL: it is only measured
 * @x, @y: of its top left, points
 * @width: points
 *
 * Numbers with their names, down one column and on in the next, in as many columns as
 * make it low; no word is broken if a column can be wide enough.
 * Cost: O(n) texts that are set.
 *
 * Returns: its height, points; 0: there are no names
 */
double trl_figure_key_put (
  const TrlFigureKey *key, TrlScene *scene, double x, double y, double width);

G_END_DECLS
