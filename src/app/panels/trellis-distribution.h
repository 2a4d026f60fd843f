/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/trl-profile.h"

G_BEGIN_DECLS

/**
 * TrellisDistribution:
 *
 * Partnerships by level as one bar, no interaction to deepest, *not reported* last.
 */
#define TRELLIS_TYPE_DISTRIBUTION (trellis_distribution_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisDistribution, trellis_distribution, TRELLIS, DISTRIBUTION, GtkWidget)

void trellis_distribution_set_profile (TrellisDistribution *bar,
                                       const TrlVocabulary *vocabulary,
                                       const TrlProfile    *profile);

G_END_DECLS
