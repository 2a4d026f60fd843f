/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many partner types are engaged, at whatever level: the brief's diversity. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return profile->n_asked > 0 ? profile->n_engaged : NAN;
}

/**
 * trl_metric_richness:
 *
 * Types engaged, whether their level is reported or not; shown as n of T.
 *
 * Units: partner types.
 * Cost: O(1).
 * Source: Edwards 2026 (diversity).
 */
const TrlMetric trl_metric_richness = {
  .id = "richness",
  .label = N_ ("Partner types engaged"),
  .description = N_ ("How many partner types have a partnership, at whatever level"),
  .units = N_ ("partner types"),
  .measure = measure,
};
