/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-levels-model.h"
#include "grid/trellis-sheet.h"

G_BEGIN_DECLS

/**
 * trellis_levels_edit:
 * @name: of the step
 * @edit: for every cell
 * @n_left: (out): cells that were left as they were, because they cannot be so
 *
 * Gives all cells of a rectangle the same, in one step.
 *
 * Errors: TRL_GRID_ERROR, of the first cell, when no cell could be changed.
 */
gboolean trellis_levels_edit (TrellisLevelsModel     *model,
                              const TrellisSheetArea *area,
                              const char             *name,
                              const TrlCellEdit      *edit,
                              guint                  *n_left,
                              GError                **error);

/**
 * trellis_levels_edit_shown:
 *
 * The same for the layer on show: while that is what is meant, so is a level, and numbers
 * of partners are left alone.
 *
 * Errors: TRL_GRID_ERROR, as trellis_levels_edit().
 */
gboolean trellis_levels_edit_shown (TrellisLevelsModel     *model,
                                    const TrellisSheetArea *area,
                                    const char             *name,
                                    const TrlCellEdit      *edit,
                                    guint                  *n_left,
                                    GError                **error);

/**
 * trellis_levels_fill:
 * @axis: %TRL_GRID_ROW fills down from the first row, %TRL_GRID_COLUMN to the right; a
 *   rectangle of one takes from the cell before it
 *
 * Errors: TRL_GRID_ERROR, as trellis_levels_edit().
 */
gboolean trellis_levels_fill (TrellisLevelsModel     *model,
                              const TrellisSheetArea *area,
                              TrlGridAxis             axis,
                              guint                  *n_left,
                              GError                **error);

/**
 * trellis_levels_can_add:
 * trellis_levels_add:
 * @key: merges the step with the naming that follows
 *
 * A site, a partner or a partner type, the last of its kind.
 *
 * Returns: (transfer full): its id
 */
gboolean trellis_levels_can_add (TrellisLevelsModel *model, TrlGridAxis axis);
char *trellis_levels_add (TrellisLevelsModel *model, TrlGridAxis axis, const char *key);

/**
 * trellis_levels_rename:
 * @key: (nullable): of the adding that it belongs to
 *
 * Renames what a row or column stands for.  Partners that are called as their type go
 * with it.
 */
void trellis_levels_rename (TrellisLevelsModel *model,
                            TrlGridAxis         axis,
                            guint               index,
                            const char         *name,
                            const char         *key);

/**
 * trellis_levels_remove_rows:
 *
 * Takes sites or partners out of the document, in one step.
 */
void trellis_levels_remove_rows (TrellisLevelsModel *model, guint first, guint n);

G_END_DECLS
