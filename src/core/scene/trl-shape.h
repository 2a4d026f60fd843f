/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_SHAPE_CIRCLE,
  TRL_SHAPE_SQUARE,
  TRL_SHAPE_DIAMOND,
  TRL_SHAPE_HEXAGON,
  TRL_SHAPE_TRIANGLE,
  TRL_SHAPE_PENTAGON,
  TRL_N_SHAPES
} TrlShape;

#define TRL_SHAPE_MAX_CORNERS 6

/**
 * trl_shape_from_name:
 * @name: (nullable): as a vocabulary writes it: “circle”, “square” …
 *
 * Returns: the shape, a circle when there is none of this name
 */
TrlShape trl_shape_from_name (const char *name);

/**
 * trl_shape_get_name:
 *
 * Returns: (transfer none): as a vocabulary writes it, for trl_shape_from_name()
 */
const char *trl_shape_get_name (TrlShape shape);

/**
 * trl_shape_get_corners:
 * @radius: of the disc that has the same area, in points
 * @angle: radians, clockwise
 * @x, @y: (array fixed-size=6): the corners around 0,0, in points
 *
 * All shapes of one radius cover the same area, so that no type looks more important.
 *
 * Returns: how many corners; 0 for a circle
 */
guint trl_shape_get_corners (TrlShape shape,
                             double   radius,
                             double   angle,
                             double   x[TRL_SHAPE_MAX_CORNERS],
                             double   y[TRL_SHAPE_MAX_CORNERS]);

/**
 * trl_shape_get_reach:
 * @radius: of the disc that has the same area, in points
 *
 * Returns: how far the furthest corner is from the centre, in points
 */
double trl_shape_get_reach (TrlShape shape, double radius);

/**
 * trl_shape_get_distance:
 * @radius: of the disc that has the same area, in points
 * @dx, @dy: a point seen from the centre, in points
 *
 * Returns: how far the point is from the outline, in points; negative inside
 */
double trl_shape_get_distance (
  TrlShape shape, double radius, double angle, double dx, double dy);

/**
 * trl_shape_get_outline:
 * @radius: of the disc that has the same area, in points
 * @dx, @dy: a direction, not both 0
 *
 * Returns: how far the outline is from the centre in that direction, in points
 */
double trl_shape_get_outline (TrlShape shape, double radius, double dx, double dy);

G_END_DECLS
