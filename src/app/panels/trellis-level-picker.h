/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/**
 * TrellisLevelPicker:
 *
 * The levels of a scale as a row of buttons, *not reported* last, and what the chosen one
 * means.
 */
#define TRELLIS_TYPE_LEVEL_PICKER (trellis_level_picker_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLevelPicker, trellis_level_picker, TRELLIS, LEVEL_PICKER, AdwPreferencesRow)

/**
 * TrellisLevelPicker::picked:
 * @rank: -1 not reported
 */

GtkWidget *trellis_level_picker_new (const char *label);

/**
 * trellis_level_picker_show:
 * @same: whether there is one level to show
 * @unset: what -1 is called
 */
void trellis_level_picker_show (TrellisLevelPicker  *picker,
                                const TrlVocabulary *vocabulary,
                                const TrlScale      *scale,
                                int                  rank,
                                gboolean             same,
                                const char          *unset);

G_END_DECLS
