/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_LEGEND (trellis_compare_legend_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCompareLegend, trellis_compare_legend, TRELLIS, COMPARE_LEGEND, GtkWidget)

/**
 * TrellisCompareLegend:
 *
 * The one legend of all panels, in as many lines as its width needs.
 */

/**
 * trellis_compare_legend_set:
 * @comparison: (nullable): built
 */
void trellis_compare_legend_set (TrellisCompareLegend *legend,
                                 TrellisComparison    *comparison);

/**
 * trellis_compare_legend_set_zoom:
 * @zoom: of the pictures, that the key of sizes follows
 */
void trellis_compare_legend_set_zoom (TrellisCompareLegend *legend, double zoom);

G_END_DECLS
