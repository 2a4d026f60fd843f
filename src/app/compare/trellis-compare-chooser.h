/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_CHOOSER (trellis_compare_chooser_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCompareChooser, trellis_compare_chooser, TRELLIS, COMPARE_CHOOSER, GtkBox)

/**
 * TrellisCompareChooser:
 *
 * A list of networks to tick.  What is left out is remembered, not what is shown: a new
 * network is on show by itself.
 */

/**
 * TrellisCompareChooser::changed:
 *
 * Emitted once for each tick and for each button.
 */

/**
 * trellis_compare_chooser_fill:
 * @document: (nullable): whose networks are listed
 */
void trellis_compare_chooser_fill (TrellisCompareChooser *chooser, TrlDocument *document);

gboolean trellis_compare_chooser_is_hidden (TrellisCompareChooser *chooser,
                                            const char            *network);

/**
 * trellis_compare_chooser_set_hidden:
 * @network: id, also of a network that is not in the list
 *
 * Tells nobody.
 */
void trellis_compare_chooser_set_hidden (TrellisCompareChooser *chooser,
                                         const char            *network,
                                         gboolean               hidden);
void trellis_compare_chooser_show_all (TrellisCompareChooser *chooser);

G_END_DECLS
