/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shannon's diversity of partners over types. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return trl_shares_get_entropy (profile->counts);
}

/**
 * trl_metric_shannon:
 *
 * H' = -sum p ln p over types with partners.
 *
 * Units: nats.
 * Cost: O(types).
 * Source: Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
 */
const TrlMetric trl_metric_shannon = {
  .id = "shannon",
  .label = N_ ("Shannon diversity"),
  .description = N_ ("How evenly partners spread over many types; in nats"),
  .units = N_ ("nats"),
  .measure = measure,
};
