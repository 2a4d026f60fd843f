/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disc that keeps its direction and looks for its distance from the centre. */
typedef struct
{
  guint  node;
  double angle;    /* radians */
  double radius;   /* points, half of the wanted gap included */
  double distance; /* points: the answer */
  double east;     /* cos and sin of the angle */
  double south;
} TrlDisc;

typedef struct
{
  double wish;  /* points from the centre */
  double least; /* at the nearest */
  double most;  /* at the farthest */
} TrlBand;

/**
 * trl_disc:
 * @angle: radians
 * @radius: points, half of the wanted gap included
 *
 * Returns: a disc that has no distance yet
 */
TrlDisc trl_disc (guint node, double angle, double radius);

/**
 * trl_band_sort:
 * @discs: (element-type TrlDisc)
 *
 * Brings discs into the order in which they choose: large ones first, then by angle, then
 * by node.
 */
void trl_band_sort (GArray *discs);

/**
 * trl_band_place:
 * @band: where the centres may be
 * @discs: (element-type TrlDisc): those of the band, as trl_band_sort() leaves them
 * @others: (element-type TrlDisc): those that stand already
 *
 * Gives each disc in turn the distance nearest to the wish at which it touches no other.
 * Cost: O(k + o + k c) for k discs, o others and c of them in the way of one, where these
 * lie one beyond the other, O(k c^2) at worst; c is all of them in a band that is narrow
 * beside its discs.
 *
 * Returns: whether all found a place; if not, distances have no meaning
 */
gboolean trl_band_place (const TrlBand *band, GArray *discs, const GArray *others);

/**
 * trl_band_guess_share:
 * @discs: (element-type TrlDisc): those of the band
 *
 * How near a band that is made wider and wider is to one in which all find a place: they
 * have no room at all, or as much as a crowd usually needs.
 * Cost: O(k) for k discs.
 *
 * Returns: 0 … 1, more the wider the band
 */
double trl_band_guess_share (const TrlBand *band, const GArray *discs);

G_END_DECLS
