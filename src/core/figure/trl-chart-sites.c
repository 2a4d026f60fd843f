/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a site are those that its inspector shows. */
#include "config.h"

#include "figure/trl-chart-sites.h"

#include "analysis/trl-metric.h"
#include "figure/trl-figure-networks.h"
#include "model/trl-compare.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

GArray *
trl_chart_sites_new (GPtrArray *networks)
{
  GArray *sites = g_array_new (FALSE, TRUE, sizeof (TrlChartSite));

  for (guint i = 0; i < networks->len; i++)
    {
      TrlNetwork *network = networks->pdata[i];
      g_autoptr (TrlProfile) profile = trl_profile_new (network);
      TrlChartSite site = { .network = network,
                            .name = trl_network_get_name (network),
                            .breadth = profile->n_engaged,
                            .asked = profile->n_asked,
                            .depth = trl_metric_find ("deep-share")->measure (profile),
                            .partners = profile->n_partners,
                            .responsibility = trl_network_get_responsibility (network) };

      g_array_append_val (sites, site);
    }
  return sites;
}

GArray *
trl_chart_find_sites (const TrlFigureRequest *request,
                      GPtrArray             **networks,
                      GError                **error)
{
  GPtrArray *found = trl_figure_find_sites (request, error);

  if (!found)
    return NULL;
  *networks = found;
  return trl_chart_sites_new (found);
}

const char *
trl_chart_responsibility_get_label (int responsibility)
{
  static const char *const labels[TRL_N_RESPONSIBILITIES] = {
    N_ ("Not evident"), N_ ("Moderately evident"), N_ ("Significantly evident")
  };

  return responsibility < 0 ? _ ("Not reported") : _ (labels[responsibility]);
}

TrlChartKey
trl_chart_responsibility_get_key (const TrlChart *chart, int responsibility)
{
  static const double shares[TRL_N_RESPONSIBILITIES] = { 0.82, 0.5, 0 };
  TrlChartKey         key = { .text = trl_chart_responsibility_get_label (responsibility),
                              .stroke = chart->style->outline };

  key.fill = responsibility < 0
               ? chart->style->background
               : trl_colour_mix (trl_chart_bar_colour (chart), chart->style->background,
                                 shares[responsibility]);
  if (responsibility < 0)
    key.stroke = chart->style->quiet;
  key.dash = responsibility < 0;
  return key;
}

static gboolean
is_answered (const GArray *sites, int answer)
{
  for (guint i = 0; i < sites->len; i++)
    if (g_array_index (sites, TrlChartSite, i).responsibility == answer)
      return TRUE;
  return FALSE;
}

void
trl_chart_add_responsibility_keys (const TrlChart *chart,
                                   const GArray   *sites,
                                   gboolean        all,
                                   TrlLegend      *legend)
{
  static const char *const ids[] = { "not-reported", "not-evident", "moderate",
                                     "significant" };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == TRL_N_RESPONSIBILITIES + 1);
  for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
    {
      TrlChartKey key = trl_chart_responsibility_get_key (chart, answer);

      if (all || is_answered (sites, answer))
        trl_chart_add_key (legend, ids[answer + 1], &key);
    }
}

double
trl_chart_find_median (const GArray *values)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < values->len; i++)
    if (isfinite (g_array_index (values, double, i)))
      g_array_append_val (known, g_array_index (values, double, i));
  if (known->len == 0)
    return NAN;
  g_array_sort (known, trl_compare_numbers);
  return (g_array_index (known, double, (known->len - 1) / 2) +
          g_array_index (known, double, known->len / 2)) /
         2;
}
