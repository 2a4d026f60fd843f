/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CHANGE_LEVELS (trellis_change_levels_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisChangeLevels, trellis_change_levels, TRELLIS, CHANGE_LEVELS, GtkBox)

/**
 * TrellisChangeLevels:
 *
 * How many partnerships went from each level to each other.
 */

/**
 * trellis_change_levels_set:
 * @comparison: (nullable): of a change, built
 */
void trellis_change_levels_set (TrellisChangeLevels *levels,
                                TrellisComparison   *comparison);

G_END_DECLS
