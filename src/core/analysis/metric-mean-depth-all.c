/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mean level with no interaction counted as zero. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  double sum = 0, known = 0;

  for (guint rank = 0; rank < profile->n_levels; rank++)
    {
      sum += rank * (double) profile->ties[rank];
      known += profile->ties[rank];
    }
  return known > 0 ? sum / known : NAN;
}

/**
 * trl_metric_mean_depth_all:
 *
 * Sum of ranks over all ties with a level, none included.
 *
 * Units: rank on the scale.
 * Cost: O(levels).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_mean_depth_all = {
  .id = "mean-depth-all",
  .label = N_ ("Mean depth, all types"),
  .description = N_ ("Mean level with no interaction as zero; mixes depth with diversity "
                     "and is not read alone"),
  .units = N_ ("level"),
  .measure = measure,
};
