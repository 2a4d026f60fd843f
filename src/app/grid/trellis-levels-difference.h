/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-sheet-model.h"

G_BEGIN_DECLS

/**
 * trellis_levels_difference_paint:
 * @cell: (inout): what is painted of its level; dots and texts stay
 *
 * Gives a cell the look of how it stands to what is intended, in place of the look of its
 * level: a mark, and a hue that is another for every eye.  Cells of which nobody said
 * what is meant step back.
 */
void trellis_levels_difference_paint (TrlMeant meant, TrellisSheetCell *cell);

G_END_DECLS
