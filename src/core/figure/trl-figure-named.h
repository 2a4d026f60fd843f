/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene-build.h"

G_BEGIN_DECLS

/**
 * TrlFigureNamed:
 * @names: (element-type utf8 utf8): for TrlSceneOptions::names
 * @listed: (element-type utf8): the names of those that bear a number, which is their
 *   place in it and one more
 * @ids: (element-type utf8): theirs
 * @n_named: partners that bear their name
 * @n_left: partners that bear neither
 *
 * Who of a crowd is named in the picture, and who only in a list beside it.
 */
typedef struct
{
  GHashTable *names;
  GPtrArray  *listed;
  GPtrArray  *ids;
  guint       n_named;
  guint       n_left;
} TrlFigureNamed;

/**
 * TrlFigureRanking:
 *
 * Who of a network can be named at all, in the two orders that matter: found once for any
 * number of lists.  Good while the network does not change.
 */
typedef struct TrlFigureRanking TrlFigureRanking;

/**
 * trl_figure_ranking_new:
 * @options: what of the network is shown
 *
 * The best connected come first, by the ties that are engaged, then by name.  The hub
 * always bears its name, and counts nowhere.
 * Cost: that of a picture, and O(n log n).
 *
 * Returns: (transfer full)
 */
TrlFigureRanking *trl_figure_ranking_new (const TrlNetwork      *network,
                                          const TrlLayoutResult *places,
                                          const TrlSceneOptions *options);

/**
 * trl_figure_ranking_free:
 * @ranking: (nullable)
 */
void trl_figure_ranking_free (TrlFigureRanking *ranking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlFigureRanking, trl_figure_ranking_free)

/**
 * trl_figure_named_new:
 * @most: how many bear their name
 * @listed: how many of the others bear a number
 *
 * Numbers follow the alphabet.
 * Cost: O(n).
 *
 * Returns: (transfer full)
 */
TrlFigureNamed *
trl_figure_named_new (const TrlFigureRanking *ranking, guint most, guint listed);

/**
 * trl_figure_named_keep_placed:
 * @picture: drawn with these names
 *
 * Takes those from the list whose number found no place in the picture, and numbers the
 * others anew.
 * Cost: O(items of the picture).
 *
 * Returns: how many
 */
guint trl_figure_named_keep_placed (TrlFigureNamed   *named,
                                    const TrlNetwork *network,
                                    const TrlScene   *picture);

/**
 * trl_figure_named_free:
 * @named: (nullable)
 */
void trl_figure_named_free (TrlFigureNamed *named);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlFigureNamed, trl_figure_named_free)

G_END_DECLS
