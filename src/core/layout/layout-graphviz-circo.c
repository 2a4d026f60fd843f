/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles become circles; the hub is where they begin. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("circo")

/*
 * Shape: as circo has it, with discs pushed apart.  A pinned node does not move.
 * Cost: ten seconds for 200 nodes.
 * Source: Six and Tollis 1999, doi:10.1007/3-540-48518-X_4.
 */
const TrlLayout trl_layout_graphviz_circo = {
  .id = "graphviz-circo",
  .label = N_ ("Graphviz circo"),
  .description = N_ ("Circles of those who are tied in circles, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
