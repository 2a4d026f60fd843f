/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hub is on top where there is one: ties run away from it. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("dot")

/*
 * Shape: as dot has it, with discs pushed apart.  A pinned node does not move.
 * Cost: seconds for some hundred nodes.
 * Source: Gansner et al. 1993, doi:10.1109/32.221135.
 */
const TrlLayout trl_layout_graphviz_dot = {
  .id = "graphviz-dot",
  .label = N_ ("Graphviz dot"),
  .description = N_ ("Rows from the top down, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
