/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figures/trellis-figure-context.h"
#include "scene/trl-scene.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_LEGEND (trellis_figure_legend_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureLegend, trellis_figure_legend, TRELLIS, FIGURE_LEGEND, AdwBin)

/**
 * TrellisFigureLegend:
 *
 * Where the legend of a figure stands, and its entries: named otherwise, moved, hidden.
 */

GtkWidget *trellis_figure_legend_new (TrellisFigureContext *context);

/**
 * trellis_figure_legend_show:
 * @scene: (nullable): the page as it was made last
 *
 * Lists the entries that are on the page, and those that are hidden.
 */
void trellis_figure_legend_show (TrellisFigureLegend *legend, const TrlScene *scene);

G_END_DECLS
