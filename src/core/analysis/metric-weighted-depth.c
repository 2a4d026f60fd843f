/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mean level weighted by the number of partners behind each tie. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  double sum = 0, weight = 0;

  for (guint rank = 0; rank < profile->n_levels; rank++)
    {
      sum += rank * profile->weights[rank];
      weight += profile->weights[rank];
    }
  return weight > 0 ? sum / weight : NAN;
}

/**
 * trl_metric_weighted_depth:
 *
 * Sum of count times rank over sum of counts, over ties with a level whose count is
 * known.
 *
 * Units: rank on the scale.
 * Cost: O(levels).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_weighted_depth = {
  .id = "weighted-depth",
  .label = N_ ("Partner-weighted depth"),
  .description = N_ ("Mean level where each type weighs as many partners as it has"),
  .units = N_ ("level"),
  .measure = measure,
};
