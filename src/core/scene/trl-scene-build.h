/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"
#include "scene/trl-look.h"
#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlSceneNotes:
 * @unnamed: partners whose name found no place
 * @hub_name: (nullable): the hub's name, when it found no place in the picture
 *
 * What a reader must be told beside the picture.
 */
typedef struct
{
  guint       unnamed;
  const char *hub_name;
} TrlSceneNotes;

/**
 * trl_scene_build:
 * @layout: of the nodes in the order of trl_network_get_graph()
 *
 * Draws a network by itself, without a page: bands and rings of depth, lines that lead to
 * names, ties from shallow to deep, partners, names.  Owners are rows of the network's
 * tables; a ring's row is its rank.  Coordinates are those of the layout times
 * options->scale.
 * Cost: O((n + m) log m); names are tried for the 600 best connected.
 *
 * Returns: (transfer full): a frozen scene, the same for the same input; a sketch is not
 *   frozen
 */
TrlScene *trl_scene_build (const TrlNetwork      *network,
                           const TrlLayoutResult *layout,
                           const TrlSceneOptions *options);

/**
 * trl_scene_build_noting:
 * @notes: (out): borrows from @network
 */
TrlScene *trl_scene_build_noting (const TrlNetwork      *network,
                                  const TrlLayoutResult *layout,
                                  const TrlSceneOptions *options,
                                  TrlSceneNotes         *notes);

/**
 * trl_scene_build_names:
 * @area: points of the scene
 * @view: (nullable): what is seen of it: names of partners in it are not cut at its edge
 * @notes: (out): @unnamed counts partners in the area; borrows from @network
 *
 * Nothing but names, of the partners whose centre is in an area: for a part of a large
 * network that is seen from near.  Discs that are small beside the letters may lie under
 * them.
 * Cost: O(n), and that of trl_scene_build() for what is in the area.
 *
 * Returns: (transfer full): a frozen scene
 */
TrlScene *trl_scene_build_names (const TrlNetwork      *network,
                                 const TrlLayoutResult *layout,
                                 const TrlSceneOptions *options,
                                 const TrlRect         *area,
                                 const TrlRect         *view,
                                 TrlSceneNotes         *notes);

/**
 * trl_scene_build_moved:
 * @scene: of the same network and options, when the nodes stood elsewhere
 * @nodes: (array length=n): those that moved, as indexes of @layout
 *
 * What trl_scene_build() gives for @layout, worked out from the ties of what moved alone.
 * Cost: O(n + ties of the nodes), and a bit for each item of the scene.
 *
 * Returns: (transfer full) (nullable): a patch of @scene; %NULL where more than that
 *   depends on places (names, rings, what is in the spotlight, arrows that find no room
 *   any more), and it must be built as a whole
 */
TrlScene *trl_scene_build_moved (TrlScene              *scene,
                                 const TrlNetwork      *network,
                                 const TrlLayoutResult *layout,
                                 const TrlSceneOptions *options,
                                 const guint           *nodes,
                                 guint                  n);

G_END_DECLS
