/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/trl-network.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_LEGEND_VIEW (trellis_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLegendView, trellis_legend_view, TRELLIS, LEGEND_VIEW, GtkWidget)

/**
 * TrellisLegendView:
 *
 * The legend of one network, drawn by the painter of the picture, in large type.
 */
GtkWidget *trellis_legend_view_new (void);

/**
 * trellis_legend_view_set_network:
 * @network: (nullable): a roll-up too
 */
void trellis_legend_view_set_network (TrellisLegendView *view, const TrlNetwork *network);

G_END_DECLS
