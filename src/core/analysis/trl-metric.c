/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of measures: a row of metrics.def is a file and an entry here. */

#include "analysis/trl-metric.h"

#define TRL_METRIC(name) extern const TrlMetric trl_metric_##name;
#include "analysis/metrics.def"
#undef TRL_METRIC

static const TrlMetric *const metrics[] = {
#define TRL_METRIC(name) &trl_metric_##name,
#include "analysis/metrics.def"
#undef TRL_METRIC
};

const TrlMetric *const *
trl_metrics (guint *n)
{
  *n = G_N_ELEMENTS (metrics);
  return metrics;
}

const TrlMetric *
trl_metric_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    if (g_str_equal (metrics[i]->id, id))
      return metrics[i];
  return NULL;
}
