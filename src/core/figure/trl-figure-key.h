/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlFigureKey:
 * @names: (element-type utf8): of the numbers 1, 2, …
 * @size: of letters, points
 * @measured: of trl_figure_key_new_measured(): what is known of names; serves as long as
 *   their size is the same
 * @cancellable: (nullable): what is put when it is cancelled is of no use
 *
 * The list that says what numbers in a picture stand for.
 */
typedef struct
{
  GPtrArray    *names;
  double        size;
  TrlColour     ink, dim; /* of names, of numbers */
  GHashTable   *measured;
  GCancellable *cancellable;
} TrlFigureKey;

/**
 * trl_figure_key_new_measured:
 *
 * Returns: (transfer full): where nothing is known yet
 */
GHashTable *trl_figure_key_new_measured (void);

/**
 * trl_figure_key_put:
 * @scene: (nullable): %NULL: it is only measured
 * @x, @y: of its top left, points
 * @width: points
 *
 * Numbers with their names, down one column and on in the next, in as many columns as
 * make it low; no word is broken if a column can be wide enough.
 * Cost: O(n) texts that are set, none where all was put before.
 *
 * Returns: its height, points; 0: there are no names
 */
double trl_figure_key_put (
  const TrlFigureKey *key, TrlScene *scene, double x, double y, double width);

/**
 * trl_figure_key_count_most:
 *
 * Returns: how many names a list of that height has at most, however wide it is
 */
guint trl_figure_key_count_most (double size, double height);

G_END_DECLS
