/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-responsibility.h"
#include "figure/trl-chart.h"

G_BEGIN_DECLS

/**
 * TrlChartSite:
 * @breadth: partner types engaged
 * @asked: out of so many
 * @depth: share of ties at coordination or deeper, 0 … 1; NAN: no level is reported
 * @partners: NAN: not known
 * @responsibility: 0 not, 1 moderately, 2 significantly evident; -1 not reported
 *
 * What charts about whole sites know of one.
 */
typedef struct
{
  TrlNetwork *network;
  const char *name;
  guint       breadth;
  guint       asked;
  double      depth;
  double      partners;
  int         responsibility;
} TrlChartSite;

/**
 * trl_chart_sites_new:
 * @networks: (element-type TrlNetwork)
 *
 * Cost: O(nodes + edges).
 *
 * Returns: (transfer full) (element-type TrlChartSite): one a network, in their order
 */
GArray *trl_chart_sites_new (GPtrArray *networks);

/**
 * trl_chart_find_sites:
 * @networks: (out) (transfer full) (element-type TrlNetwork): those of
 *   trl_figure_find_sites(); untouched when it fails
 *
 * Errors: as of trl_figure_find_sites().
 *
 * Returns: (transfer full) (element-type TrlChartSite): one a network, in their order
 */
GArray *trl_chart_find_sites (const TrlFigureRequest *request,
                              GPtrArray             **networks,
                              GError                **error);

/**
 * trl_chart_responsibility_get_label:
 * @responsibility: -1: not reported
 *
 * Returns: (transfer none): translated
 */
const char *trl_chart_responsibility_get_label (int responsibility);

/**
 * trl_chart_responsibility_get_key:
 *
 * Returns: how an answer looks: the more evident the stronger, hollow when not reported
 */
TrlChartKey trl_chart_responsibility_get_key (const TrlChart *chart, int responsibility);

/**
 * trl_chart_add_responsibility_keys:
 * @sites: (element-type TrlChartSite)
 * @all: also answers that none of them gave
 *
 * Adds an entry an answer to the legend, the most evident first.
 */
void trl_chart_add_responsibility_keys (const TrlChart *chart,
                                        const GArray   *sites,
                                        gboolean        all,
                                        TrlLegend      *legend);

/**
 * trl_chart_find_median:
 * @values: (element-type double): what is not finite is left out
 *
 * Returns: NAN without a value
 */
double trl_chart_find_median (const GArray *values);

G_END_DECLS
