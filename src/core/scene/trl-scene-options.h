/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-change-join.h"
#include "scene/trl-level-set.h"
#include "scene/trl-palette.h"
#include "scene/trl-text-cache.h"

G_BEGIN_DECLS

/* Where dots that count the level are drawn in discs: where no ring says it already. */
typedef enum
{
  TRL_PIPS_AUTO,
  TRL_PIPS_NEVER,
  TRL_PIPS_ALWAYS
} TrlPips;

/**
 * TrlSceneOptions:
 * @theme, @palette: colours
 * @scale: of places, discs and lines; letters keep their size
 * @disc_scale: of discs and lines beside; 0: 1
 * @text_size: of names, points
 * @least_text: no text is smaller, points
 * @label_width: where names are wrapped, points; 0: by the size of the type
 * @labels: whether partners are named
 * @names: (nullable) (element-type utf8 utf8): what is written in place of the names of
 *   some partners, by their ids; "": nothing
 * @hub: whether the hub is drawn
 * @hub_name: whether it is named, where partners are
 * @ghosts: whether partner types without interaction are shown in their place
 * @counts: whether discs that stand for several partners say how many
 * @letters: whether discs say the letter of their type, where there is no count
 * @intended: whether a mark shows the level that is meant, where it is another
 * @ring_names: whether rings say their level
 * @pips: dots that count the level
 * @hidden_levels: (nullable): partnerships of these levels are left out, and partners
 *   that have no other
 * @hidden_types: (nullable) (element-type utf8): ids of partner types, a set
 * @reveal: only levels of this rank and deeper; -1: all
 * @spotlight: (nullable): id of a node; all but it and its ties are faint; "": all are
 * @spotlight_type: (nullable): id of a partner type: the same for all partners of it
 * @n_edges: lines are as thin as for so many ties, so that pictures agree; 0: as for
 *   those that there are
 * @sheer: where ties would cover the picture several times over, they let through what
 *   is beneath
 * @all_levels: whether the legend lists levels that no tie is at, too
 * @marks: (nullable): of a joined network: what became of partners and partnerships is
 *   marked
 * @sketch: nothing but what decides how large the picture is
 * @texts: (nullable): kept from picture to picture by whoever makes many
 *
 * What of a network is drawn, and how.  Borrowed pointers; owns nothing.
 */
typedef struct
{
  TrlTheme              theme;
  TrlPaletteKind        palette;
  double                scale;
  double                disc_scale;
  double                text_size;
  double                least_text;
  double                label_width;
  gboolean              labels;
  GHashTable           *names;
  gboolean              hub;
  gboolean              hub_name;
  gboolean              ghosts;
  gboolean              counts;
  gboolean              letters;
  gboolean              intended;
  gboolean              ring_names;
  TrlPips               pips;
  const TrlLevelSet    *hidden_levels;
  GHashTable           *hidden_types;
  int                   reveal;
  const char           *spotlight;
  const char           *spotlight_type;
  guint                 n_edges;
  gboolean              sheer;
  gboolean              all_levels;
  const TrlChangeMarks *marks;
  gboolean              sketch;
  TrlTextCache         *texts;
} TrlSceneOptions;

/**
 * trl_scene_options_init:
 *
 * The light theme at 100 %, 9 point names, everything shown but letters and intended
 * levels.
 */
void trl_scene_options_init (TrlSceneOptions *options);

/**
 * trl_scene_options_hides_levels:
 *
 * Returns: whether there are hidden levels
 */
gboolean trl_scene_options_hides_levels (const TrlSceneOptions *options);

/**
 * trl_scene_options_shows_level:
 * @scale: (nullable): that the rank is of
 * @rank: as of trl_network_get_node_rank(): -2 is neutral, -1 not reported
 */
gboolean trl_scene_options_shows_level (const TrlSceneOptions *options,
                                        const TrlScale        *scale,
                                        int                    rank);

/**
 * trl_scene_options_shows_type:
 * @type: (nullable)
 */
gboolean trl_scene_options_shows_type (const TrlSceneOptions *options, const char *type);

G_END_DECLS
