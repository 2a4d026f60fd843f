/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often the two ends of a tie see it differently. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return profile->n_answered > 0 ? (double) profile->n_apart / profile->n_answered : NAN;
}

/**
 * trl_metric_discrepancy:
 *
 * Ties whose two ends gave different levels among those of which both gave one; undefined
 * without such a tie.
 *
 * Units: a share, 0 to 1.
 * Cost: O(1).
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356.
 */
const TrlMetric trl_metric_discrepancy = {
  .id = "discrepancy",
  .label = N_ ("Share of differing answers"),
  .description = N_ ("Among partnerships that both partners rated: how many they rated "
                     "differently"),
  .units = N_ ("share"),
  .measure = measure,
};
