/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-profile.h"

G_BEGIN_DECLS

/**
 * TrlMetric:
 * @id: stable: saved in files and written by the command line
 * @label: what people read
 * @description: one sentence on what the number says and what it does not
 * @units: what one is
 * @measure: the value of a network, NAN when undefined; %NULL for measures of nodes
 * @measure_nodes: fills one value a node, in the order of trl_network_get_graph()
 *
 * A measure is one file and one row of metrics.def.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *description;
  const char *units;
  double (*measure) (const TrlProfile *profile);
  void (*measure_nodes) (const TrlNetwork *network,
                         const TrlGraph   *graph,
                         double           *values);
} TrlMetric;

/**
 * trl_metrics:
 * @n: (out): how many
 *
 * The measures, in the order of metrics.def.
 */
const TrlMetric *const *trl_metrics (guint *n);

/**
 * trl_metric_find:
 *
 * Returns: (nullable): the measure with an id
 */
const TrlMetric *trl_metric_find (const char *id);

/**
 * trl_measures_to_json:
 * @ids: (nullable): the measures wanted, %NULL all
 *
 * Measures every network and its nodes.  Undefined values are null; `levels` counts the
 * ties by level, and those *not reported*.
 *
 * Returns: (transfer full): `{"networks":[{"name","measures","nodes"}]}`
 */
char *trl_measures_to_json (GPtrArray *networks, const char *const *ids);

/**
 * trl_measures_to_csv:
 *
 * The same values as a table: a row a network, and a row a node.
 *
 * Returns: (transfer full): CSV with a header, UTF-8, LF
 */
char *trl_measures_to_csv (GPtrArray *networks, const char *const *ids);

G_END_DECLS
