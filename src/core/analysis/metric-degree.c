/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With how many partners each partner is engaged. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
measure (const TrlNetwork *network, const TrlGraph *graph, double *values)
{
  for (guint i = 0; i < graph->n; i++)
    {
      g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);

      for (guint k = graph->first[i]; k < graph->first[i + 1]; k++)
        if (graph->neighbour[k] != i &&
            trl_network_is_edge_engaged (network, graph->edge_row[graph->via[k]]))
          g_hash_table_add (others, GUINT_TO_POINTER (graph->neighbour[k]));
      values[i] = g_hash_table_size (others);
    }
}

/**
 * trl_metric_degree:
 *
 * Counts the partners each partner is engaged with, each once; directions are ignored.
 *
 * Shape: n, in node order.  Units: partners.
 * Cost: O(n + m).
 * Source: Freeman 1979, doi:10.1016/0378-8733(78)90021-7.
 */
const TrlMetric trl_metric_degree = {
  .id = "degree",
  .label = N_ ("Engaged with"),
  .description = N_ ("How many partners each partner is engaged with"),
  .units = N_ ("partners"),
  .measure_nodes = measure,
};
