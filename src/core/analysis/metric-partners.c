/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many organizations stand behind the partner types, where that was asked. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  return profile->n_partners;
}

/**
 * trl_metric_partners:
 *
 * The sum of the counts of all types, N; undefined when no count is known.
 *
 * Units: partners.
 * Cost: O(1).
 * Source: Edwards 2026.
 */
const TrlMetric trl_metric_partners = {
  .id = "partners",
  .label = N_ ("Partners"),
  .description =
    N_ ("Organizations behind the partner types, as far as their number is known"),
  .units = N_ ("partners"),
  .measure = measure,
};
