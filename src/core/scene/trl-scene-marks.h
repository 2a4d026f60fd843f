/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-change-join.h"
#include "scene/trl-look.h"

G_BEGIN_DECLS

/**
 * TrlMarkPlace:
 * @x, @y: the centre, points
 * @radius: of the badge
 * @dx, @dy: of length 1: where a chevron of %TRL_TIE_DEEPENED points to; one of
 *   %TRL_TIE_LOOSENED points away from it
 */
typedef struct
{
  double x, y, radius;
  double dx, dy;
} TrlMarkPlace;

/**
 * trl_mark_is_drawn:
 *
 * Returns: whether a change has a mark: added (plus), lost (minus), deepened and loosened
 *   (chevrons)
 */
gboolean trl_mark_is_drawn (TrlTieChange change);

/**
 * trl_mark_add_to_scene:
 * @ink: of the sign and the outline of the badge
 *
 * Draws a badge with the sign of a change; a sign, never a hue, says which.
 */
void trl_mark_add_to_scene (TrlScene           *scene,
                            TrlOwner            owner,
                            TrlTieChange        change,
                            const TrlMarkPlace *place,
                            TrlColour           ink,
                            TrlColour           background);

/**
 * trl_mark_fade_edge:
 * trl_mark_fade_node:
 *
 * What is lost is dashed and pale.
 */
void trl_mark_fade_edge (TrlEdgeLook *look, TrlColour background);
void trl_mark_fade_node (TrlNodeLook *look, TrlColour background);

G_END_DECLS
