/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number of equally common types that would be as diverse. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return exp (trl_shares_get_entropy (profile->counts));
}

/**
 * trl_metric_effective_types:
 *
 * exp (H').
 *
 * Units: partner types.
 * Cost: O(types).
 * Source: Hill 1973, doi:10.2307/1934352; Jost 2006,
 * doi:10.1111/j.2006.0030-1299.14714.x.
 */
const TrlMetric trl_metric_effective_types = {
  .id = "effective-types",
  .label = N_ ("Effective number of types"),
  .description = N_ ("The number of equally common types that would be as diverse"),
  .units = N_ ("partner types"),
  .measure = measure,
};
