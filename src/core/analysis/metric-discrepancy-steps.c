/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far apart the two ends of a tie see it, as if the steps of the scale were equal. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return profile->n_answered > 0 ? (double) profile->steps_apart / profile->n_answered
                                 : NAN;
}

/**
 * trl_metric_discrepancy_steps:
 *
 * Mean absolute difference of the two levels, over ties of which both ends gave one,
 * those that agree among them; undefined without such a tie.
 *
 * Units: steps of the scale.
 * Cost: O(1).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_discrepancy_steps = {
  .id = "discrepancy-steps",
  .label = N_ ("Mean difference of the two answers"),
  .description = N_ ("Over partnerships that both partners rated; takes the steps of the "
                     "scale as equal"),
  .units = N_ ("level"),
  .measure = measure,
};
