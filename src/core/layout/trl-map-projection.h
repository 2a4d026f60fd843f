/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_map_find_meridian:
 * @longitude: n, degrees; NAN is passed over
 *
 * Cost: O(n log n).
 *
 * Returns: the meridian in the middle of the shortest arc that holds all longitudes,
 *   degrees, -180 … 180; 0 when there are none
 */
double trl_map_find_meridian (const double *longitude, guint n);

/**
 * trl_map_project:
 * @mercator: conformal; else equirectangular, true along the middle parallel and all
 *   meridians
 * @points: (out caller-allocates): n, kilometres from the middle of the data, x eastward,
 *   y southward; NAN where coordinates are
 *
 * Both are true to scale on the parallel in the middle of the data.
 * Cost: O(n log n).
 * Source: Snyder 1987, Map Projections: A Working Manual, doi:10.3133/pp1395, on a sphere
 * of 6,371.0088 km.
 */
void trl_map_project (const double *longitude,
                      const double *latitude,
                      guint         n,
                      gboolean      mercator,
                      TrlPoint     *points);

G_END_DECLS
