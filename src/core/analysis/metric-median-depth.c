/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The middle level of the engaged ties whose level is reported. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  guint low, high;

  if (!trl_profile_get_median (profile, &low, &high))
    return NAN;
  return (low + high) / 2.0;
}

/**
 * trl_metric_median_depth:
 *
 * Rank of the median level of engaged ties with a level; halfway when the middle lies
 * between two levels.
 *
 * Units: rank on the scale, none is 0.
 * Cost: O(levels).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356 (scale).
 */
const TrlMetric trl_metric_median_depth = {
  .id = "median-depth",
  .label = N_ ("Median level"),
  .description = N_ ("The middle level of the partnerships whose level is reported; a "
                     "mix of depths is not a deficit"),
  .units = N_ ("level"),
  .measure = measure,
};
