/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"
#include "scene/trl-scene-options.h"
#include "scene/trl-scene.h"

G_BEGIN_DECLS

/* Ranks that are no level; as trl_network_get_node_rank() has them. */
#define TRL_LOOK_NOT_REPORTED (-1)
#define TRL_LOOK_NEUTRAL (-2)

/**
 * TrlLook:
 *
 * The rule from values to marks.  Depth is said three ways: by colour, by the width of
 * the line, and by dots that count the level.  The type of a partner is a shape, and a
 * letter where wanted; never a hue.  Scene and legend ask the same look.
 */
typedef struct TrlLook TrlLook;

/**
 * trl_look_new:
 * trl_look_free:
 * @n_edges: ties in the picture; many make all lines thinner
 */
TrlLook *trl_look_new (const TrlVocabulary   *vocabulary,
                       const TrlSceneOptions *options,
                       guint                  n_edges);
void     trl_look_free (TrlLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLook, trl_look_free)

/**
 * trl_look_get_style:
 *
 * Returns: (transfer none): the style of the theme that the look is of
 */
const TrlThemeStyle *trl_look_get_style (const TrlLook *look);

#define TRL_GHOST_RADIUS 1.6 /* points, at full size: a mark, not a partner */

/**
 * trl_look_get_ghost:
 *
 * Returns: the colour of the mark of a partner type of which nothing is known: quieter
 *   than anything that is known
 */
TrlColour trl_look_get_ghost (TrlTheme theme);

/**
 * trl_look_marks_unreported:
 * @n_edges: ties in the picture
 *
 * Returns: whether what is not reported is hatched and its lines have a gap; in denser
 *   pictures it is hollow and grey
 */
gboolean trl_look_marks_unreported (guint n_edges);

/**
 * trl_look_node_scale:
 *
 * Returns: what radii are multiplied with: as places when those shrink, so that discs
 * stay apart; less than places when those grow, so that a large page is no larger print
 */
double trl_look_node_scale (const TrlSceneOptions *options);

/**
 * TrlNodeLook:
 * @fill, @stroke, @width, @dash, @hatch: as of #TrlItem
 * @ink: of text on it
 * @pips: how many dots count its level; 0: it has none
 * @mark: (nullable): a text that belongs on it: “?” when nothing was reported
 */
typedef struct
{
  TrlColour   fill;
  TrlColour   stroke;
  TrlColour   ink;
  double      width;
  double      dash[2];
  gboolean    hatch;
  guint       pips;
  const char *mark;
} TrlNodeLook;

/**
 * TrlEdgeLook:
 * @gap: share of the middle that is left out: nothing is known there
 */
typedef struct
{
  TrlColour stroke;
  double    width;
  double    dash[2];
  double    gap;
} TrlEdgeLook;

/**
 * trl_look_node:
 * @scale: (nullable): the scale of @rank; %NULL: the first
 * @rank: a rank, %TRL_LOOK_NOT_REPORTED or %TRL_LOOK_NEUTRAL
 */
void
trl_look_node (const TrlLook *look, const TrlScale *scale, int rank, TrlNodeLook *out);

/**
 * trl_look_edge:
 * @planned: not real yet: dashed
 *
 * Returns: whether it is drawn; a tie without interaction is not
 */
gboolean trl_look_edge (const TrlLook  *look,
                        const TrlScale *scale,
                        int             rank,
                        gboolean        planned,
                        TrlEdgeLook    *out);

/**
 * trl_look_shape:
 * @type: (nullable): id of a partner type
 *
 * Returns: its shape, a circle when it has none
 */
TrlShape trl_look_shape (const TrlLook *look, const char *type);

/**
 * trl_look_letter:
 *
 * Returns: (nullable): the letter of a type, when letters are wanted
 */
const char *trl_look_letter (const TrlLook *look, const char *type);

/**
 * trl_look_add_pips:
 * @room: radius of the disc to stay in, points
 *
 * Draws the dots of a level in a row about a place, when there is room.
 */
void trl_look_add_pips (const TrlNodeLook *node,
                        TrlScene          *scene,
                        TrlOwner           owner,
                        double             x,
                        double             y,
                        double             room);

G_END_DECLS
