/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_coordinates_read:
 * @text: (nullable): decimal degrees, with a point or a comma; a sign of degrees and a
 *   letter for north, south, east or west may follow
 * @most: the largest that there is, degrees
 *
 * Returns: degrees, those south and west negative; NAN when @text is none of that
 */
double trl_coordinates_read (const char *text, double most);

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
