/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"

G_BEGIN_DECLS

/**
 * TrlLayers:
 * @part: connected or not
 * @layer: n, 0 … n_layers - 1, the uppermost first; none is empty
 * @radius: n, of the discs, points
 * @gap: between two discs of a layer, points
 * @drop: between the discs of two layers, points
 *
 * Nodes that are to stand in rows.
 */
typedef struct
{
  const TrlPart *part;
  const guint   *layer;
  guint          n_layers;
  const double  *radius;
  double         gap;
  double         drop;
  GCancellable  *cancellable;
} TrlLayers;

/**
 * trl_layers_order:
 *
 * An order in each layer in which few ties cross: sweeps by the mean place of neighbours,
 * then neighbours in a row are exchanged while that helps and is cheap.
 * Cost: O(s (n + m) log n) for s sweeps, 8.
 * Errors: G_IO_ERROR_CANCELLED.
 * Source: Sugiyama, Tagawa and Toda 1981, doi:10.1109/TSMC.1981.4308636.
 *
 * Returns: (transfer full): n, nodes from layer to layer, from left to right
 */
guint *trl_layers_order (const TrlLayers *layers, GError **error);

/**
 * trl_layers_count_crossings:
 * @order: as of trl_layers_order()
 *
 * Cost: O(m log m).
 *
 * Returns: how many pairs of ties between the same two layers cross
 */
guint64 trl_layers_count_crossings (const TrlLayers *layers, const guint *order);

/**
 * trl_layers_place:
 * @order: as of trl_layers_order()
 *
 * Keeps the order and brings nodes as near above and below each other as it allows.  A
 * layer that would be far wider than the whole is high stands in several rows by turns.
 * Cost: O(s (n + m)) for s sweeps, 12.
 * Source: the pool of adjacent violators, Ayer et al. 1955, doi:10.1214/aoms/1177728423.
 *
 * Returns: (transfer full): n, centres, points, from the origin down
 */
TrlPoint *trl_layers_place (const TrlLayers *layers, const guint *order);

G_END_DECLS
