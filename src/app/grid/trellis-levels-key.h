/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid/trellis-levels-model.h"

G_BEGIN_DECLS

/* What the marks of the difference mean, in a line, and how many there are of each.  None
 * of them is better, so they are counted and never summed up. */
#define TRELLIS_TYPE_LEVELS_KEY (trellis_levels_key_get_type ())
G_DECLARE_FINAL_TYPE (TrellisLevelsKey, trellis_levels_key, TRELLIS, LEVELS_KEY, GtkBox)

GtkWidget *trellis_levels_key_new (void);

/**
 * trellis_levels_key_show:
 *
 * Counts anew; the key is seen only while the difference is on show.
 */
void trellis_levels_key_show (TrellisLevelsKey *key, TrellisLevelsModel *model);

G_END_DECLS
