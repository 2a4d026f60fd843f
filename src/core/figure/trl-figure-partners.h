/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"
#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlFigurePartner:
 * @row: of the nodes of the network
 * @index: of its graph, and so of a layout's points
 * @id: of the node
 * @name: its own, else that of its type, else its id
 * @type: (nullable): name of its type
 * @scale: (nullable): that @rank is of
 * @rank: as of trl_network_get_node_rank(): -1 not reported, -2 without a tie
 * @ties: engaged ones
 * @count: organizations that it stands for; NAN: not known
 *
 * What a picture of a network shows of one partner.
 */
typedef struct
{
  guint           row;
  guint           index;
  const char     *id;
  const char     *name;
  const char     *type;
  const TrlScale *scale;
  int             rank;
  guint           ties;
  double          count;
} TrlFigurePartner;

/**
 * trl_figure_partners_new:
 * @scene: of the network, where rows of owners are those of @network
 *
 * Who is in the picture, but for the hub.
 * Cost: O(n + m).
 *
 * Returns: (transfer full) (element-type TrlFigurePartner): in the order of the network
 */
GArray *trl_figure_partners_new (const TrlNetwork *network, const TrlScene *scene);

/**
 * trl_figure_partners_compare_depth:
 * @a, @b: #TrlFigurePartner
 *
 * Deepest first, scale by scale; then what is not reported, then who has no tie, on
 * whatever scale.
 */
int trl_figure_partners_compare_depth (gconstpointer a, gconstpointer b);

/**
 * trl_figure_partner_append:
 *
 * Adds cells to a row of a table: id, name, type, level, rank, ties, partners.  A level
 * that is not reported is `?`, one that there is none of an empty cell.
 */
#define TRL_FIGURE_PARTNER_CELLS "id,name,type,level,rank,ties,partners"
void
trl_figure_partner_append (GString *csv, const TrlFigurePartner *partner, gboolean last);

G_END_DECLS
