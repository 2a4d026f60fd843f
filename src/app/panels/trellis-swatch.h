/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * TrellisSwatch:
 *
 * A small picture of a level or of a partner type, drawn as the map draws it.
 */
#define TRELLIS_TYPE_SWATCH (trellis_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSwatch, trellis_swatch, TRELLIS, SWATCH, GtkWidget)

/* Ranks as trl_network_get_node_rank() has them. */
GtkWidget *
trellis_swatch_new (const TrlVocabulary *vocabulary, const TrlScale *scale, int rank);
GtkWidget *trellis_swatch_new_for_type (const TrlVocabulary *vocabulary,
                                        const char          *type);

/**
 * trellis_swatch_get_theme:
 *
 * Returns: whether the window is dark now, as a #TrlTheme
 */
int trellis_swatch_get_theme (void);

G_END_DECLS
