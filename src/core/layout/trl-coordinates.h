/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_coordinates_take:
 *
 * Finds out where the nodes of a network are, from the fields that are named as imported
 * columns of latitude and longitude are; a hub that has none is where its network is.
 * The arrays of the input stay %NULL when nobody has coordinates.
 * Cost: O(n).
 */
void trl_coordinates_take (TrlLayoutInput   *input,
                           const TrlNetwork *network,
                           const TrlGraph   *graph);

G_END_DECLS
