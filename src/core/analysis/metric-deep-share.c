/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The share of ties at coordination or deeper. */

#include "config.h"

#include "analysis/trl-metric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
measure (const TrlProfile *profile)
{
  guint reported = trl_profile_count_reported (profile), deep = 0;
  int   from = profile->scale ? trl_scale_get_rank (profile->scale, "coordination") : -1;

  if (reported == 0 || from < 0)
    return NAN;
  for (guint rank = (guint) from; rank < profile->n_levels; rank++)
    deep += profile->ties[rank];
  return (double) deep / reported;
}

/**
 * trl_metric_deep_share:
 *
 * Ties at coordination or deeper among engaged ties with a level; undefined on a scale
 * without that level.
 *
 * Units: a share, 0 to 1.
 * Cost: O(levels).
 * Source: Edwards 2026.
 */
const TrlMetric trl_metric_deep_share = {
  .id = "deep-share",
  .label = N_ ("Share at coordination or deeper"),
  .description =
    N_ ("Among partnerships whose level is reported; deeper is not better in itself"),
  .units = N_ ("share"),
  .measure = measure,
};
