/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one for large networks. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("sfdp")

/*
 * Shape: as sfdp has it, with discs pushed apart.  A pinned node does not move.
 * Cost: a second for 2,000 nodes.
 * Source: Hu 2005, The Mathematica Journal 10(1).
 */
const TrlLayout trl_layout_graphviz_sfdp = {
  .id = "graphviz-sfdp",
  .label = N_ ("Graphviz sfdp"),
  .description = N_ ("Springs along partnerships, for large networks, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
