/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blau's index as a share of the most it can be with the types asked. */

#include "config.h"

#include "analysis/trl-metric.h"
#include "analysis/trl-shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  double k = profile->n_asked;

  if (k < 2)
    return NAN;
  return (1 - trl_shares_get_concentration (profile->counts)) * k / (k - 1);
}

/**
 * trl_metric_iqv:
 *
 * (1 - D) k / (k - 1), where k is the number of types asked, T; undefined below 2.
 *
 * Units: a share, 0 to 1.
 * Cost: O(types).
 * Source: Mueller and Schuessler 1961.
 */
const TrlMetric trl_metric_iqv = {
  .id = "iqv",
  .label = N_ ("Index of qualitative variation"),
  .description =
    N_ ("The Blau index as a share of the most it can be with the types asked"),
  .units = N_ ("share"),
  .measure = measure,
};
