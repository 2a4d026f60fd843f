/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chance that two partners drawn at random are of different types. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return 1 - trl_shares_get_concentration (profile->counts);
}

/**
 * trl_metric_blau:
 *
 * 1 - sum p^2 over types with partners; Gini-Simpson.
 *
 * Units: a share, 0 to 1.
 * Cost: O(types).
 * Source: Simpson 1949, doi:10.1038/163688a0; Blau 1977.
 */
const TrlMetric trl_metric_blau = {
  .id = "blau",
  .label = N_ ("Blau index"),
  .description =
    N_ ("The chance that two partners drawn at random are of different types"),
  .units = N_ ("share"),
  .measure = measure,
};
