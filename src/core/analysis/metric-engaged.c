/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The number of types engaged, under the name that surveys use. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return profile->n_engaged;
}

/**
 * trl_metric_engaged:
 *
 * Types engaged; 0 where nothing is known.
 *
 * Units: partner types.
 * Cost: O(1).
 * Source: Edwards 2026.
 */
const TrlMetric trl_metric_engaged = {
  .id = "engaged",
  .label = N_ ("Engaged"),
  .description = N_ ("Partner types with a partnership; zero where nothing is known"),
  .units = N_ ("partner types"),
  .measure = measure,
};
