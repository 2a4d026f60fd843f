/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one to compare with what people know; slow beyond some hundred nodes. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("fdp")

/*
 * Shape: as fdp has it, with discs pushed apart.  A pinned node does not move.
 * Cost: ten seconds for 200 nodes.
 * Source: Fruchterman and Reingold 1991, doi:10.1002/spe.4380211102.
 */
const TrlLayout trl_layout_graphviz_fdp = {
  .id = "graphviz-fdp",
  .label = N_ ("Graphviz fdp"),
  .description = N_ ("Springs along partnerships, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
