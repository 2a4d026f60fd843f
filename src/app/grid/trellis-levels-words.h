/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * trellis_levels_level_name:
 * @rank: -1: not reported
 *
 * Returns: (transfer none): what the level of a cell is called
 */
const char *trellis_levels_level_name (const TrlScale *scale, int rank);

/**
 * trellis_levels_describe:
 *
 * Returns: (transfer full): all that is known of a cell, in words
 */
char *trellis_levels_describe (const TrlGrid *grid, guint row, guint column);

/**
 * trellis_levels_describe_answers:
 *
 * Returns: (transfer full) (nullable): what the two ends said, where they differ
 */
char *trellis_levels_describe_answers (const TrlCell *cell);

G_END_DECLS
