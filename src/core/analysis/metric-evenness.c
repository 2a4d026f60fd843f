/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How evenly partners spread over the types that have any. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  if (profile->counts->len < 2)
    return NAN;
  return trl_shares_get_entropy (profile->counts) / log (profile->counts->len);
}

/**
 * trl_metric_evenness:
 *
 * J = H' / ln S, S the number of types with partners; undefined for S below 2.
 *
 * Units: a share, 0 to 1.
 * Cost: O(types).
 * Source: Pielou 1966, doi:10.1016/0022-5193(66)90013-0.
 */
const TrlMetric trl_metric_evenness = {
  .id = "evenness",
  .label = N_ ("Evenness"),
  .description = N_ ("How evenly partners spread over the types that have any"),
  .units = N_ ("share"),
  .measure = measure,
};
