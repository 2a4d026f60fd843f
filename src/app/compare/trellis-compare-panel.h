/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-compare-picture.h"
#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_PANEL (trellis_compare_panel_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisComparePanel, trellis_compare_panel, TRELLIS, COMPARE_PANEL, GtkFlowBoxChild)

/**
 * TrellisComparePanel:
 *
 * A network of a comparison: title, subtitle, picture.  Enter, a click on the title and a
 * double click elsewhere activate it.
 */

/**
 * TrellisComparePanel::picked:
 * @row: of the partner that was clicked, in the nodes of the panel's network;
 *   %TRL_NO_ROW: none
 */

GtkWidget *trellis_compare_panel_new (void);

/**
 * trellis_compare_panel_get_picture:
 *
 * Returns: (transfer none)
 */
TrellisComparePicture *trellis_compare_panel_get_picture (TrellisComparePanel *panel);

/**
 * trellis_compare_panel_get_head:
 *
 * Returns: the height of what stands above the picture, pixels
 */
int trellis_compare_panel_get_head (TrellisComparePanel *panel);

/**
 * trellis_compare_panel_set:
 * @comparison: built
 * @type: (nullable): the partner type in the spotlight, which a screen reader hears of
 */
void trellis_compare_panel_set (TrellisComparePanel *panel,
                                TrellisComparison   *comparison,
                                guint                index,
                                const char          *type);

G_END_DECLS
