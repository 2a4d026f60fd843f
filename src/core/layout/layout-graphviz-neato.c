/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts are set side by side by Graphviz itself. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("neato")

/*
 * Shape: as neato has it, with discs pushed apart.  A pinned node does not move.
 * Cost: a quarter of a second for 200 nodes, quadratic.
 * Source: Gansner, Koren and North 2004, doi:10.1007/978-3-540-31843-9_25.
 */
const TrlLayout trl_layout_graphviz_neato = {
  .id = "graphviz-neato",
  .label = N_ ("Graphviz neato"),
  .description = N_ ("Springs of the length of the way between partners, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
