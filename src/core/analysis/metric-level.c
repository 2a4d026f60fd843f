/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The level that colours each partner. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
measure (const TrlNetwork *network, const TrlGraph *graph, double *values)
{
  for (guint i = 0; i < graph->n; i++)
    {
      int rank = trl_network_get_node_rank (network, graph->node_row[i], NULL);

      values[i] = rank >= 0 ? rank : NAN;
    }
}

/**
 * trl_metric_level:
 *
 * The rank that a partner is shown at: its tie with the hub, or by the rule of the
 * network.
 *
 * Shape: n, in node order, NAN where there is none.  Units: rank on the scale, none is 0.
 * Cost: O(n + m).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_level = {
  .id = "level",
  .label = N_ ("Level"),
  .description = N_ ("The level that each partner is shown at"),
  .units = N_ ("level"),
  .measure_nodes = measure,
};
