/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mean level of engaged ties, as if the steps of the scale were equal. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  guint  reported = trl_profile_count_reported (profile);
  double sum = 0;

  for (guint rank = 1; rank < profile->n_levels; rank++)
    sum += rank * (double) profile->ties[rank];
  return reported > 0 ? sum / reported : NAN;
}

/**
 * trl_metric_mean_depth:
 *
 * Sum of ranks over engaged ties with a level; undefined without one.
 *
 * Units: rank on the scale.
 * Cost: O(levels).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_mean_depth = {
  .id = "mean-depth",
  .label = N_ ("Mean depth, engaged"),
  .description = N_ ("Mean level of the partnerships whose level is reported; takes the "
                     "steps of the scale as equal"),
  .units = N_ ("level"),
  .measure = measure,
};
