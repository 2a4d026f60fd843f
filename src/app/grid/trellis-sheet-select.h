/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrellisSheetArea:
 *
 * A rectangle of cells, of at least one.
 */
typedef struct
{
  guint row, column, n_rows, n_columns;
} TrellisSheetArea;

/**
 * TrellisSheetSelect:
 * @n: rows and columns, by #TrlGridAxis
 * @cursor: the cell that keys go to; inside the rectangle
 * @from, @to: two opposite corners of the rectangle
 * @home: column that Enter goes back to after cells were passed with Tab
 *
 * A cursor and a selected rectangle, without a widget.  With no rows or no columns, all
 * is 0.
 */
typedef struct
{
  guint n[2];
  guint cursor[2];
  guint from[2], to[2];
  guint home;
} TrellisSheetSelect;

/**
 * TrellisSheetHasData:
 *
 * Returns: whether there is anything in a cell
 */
typedef gboolean (*TrellisSheetHasData) (gpointer data, guint row, guint column);

/* What lies outside is brought inside. */
void trellis_sheet_select_resize (TrellisSheetSelect *select, guint rows, guint columns);
void trellis_sheet_select_cell (TrellisSheetSelect *select, guint row, guint column);

/* The cursor stays, the other corner goes there. */
void trellis_sheet_select_extend (TrellisSheetSelect *select, guint row, guint column);
void trellis_sheet_select_move (TrellisSheetSelect *select,
                                int                 rows,
                                int                 columns,
                                gboolean            extend);

/**
 * trellis_sheet_select_jump:
 * @rows, @columns: -1, 0, 1: the direction
 *
 * Goes to the edge of the data: over a run of full cells to its last one, over empty ones
 * to the next full one, else to the end.
 */
void trellis_sheet_select_jump (TrellisSheetSelect *select,
                                int                 rows,
                                int                 columns,
                                gboolean            extend,
                                TrellisSheetHasData has_data,
                                gpointer            data);

/**
 * trellis_sheet_select_step:
 * @axis: %TRL_GRID_ROW goes down, as Enter; %TRL_GRID_COLUMN goes on, as Tab
 * @by: 1 or -1
 *
 * Goes to the next cell.  Within a rectangle of several cells it goes round and round and
 * leaves the rectangle as it is; otherwise Tab goes on in the next row.
 *
 * Returns: whether there was a next one
 */
gboolean trellis_sheet_select_step (TrellisSheetSelect *select, TrlGridAxis axis, int by);

/**
 * trellis_sheet_select_line:
 * @to: selects all lines from the cursor’s to this one when @extend
 *
 * Selects whole rows or columns.
 */
void trellis_sheet_select_line (TrellisSheetSelect *select,
                                TrlGridAxis         axis,
                                guint               to,
                                gboolean            extend);

/* The rectangle becomes as high, or as wide, as the sheet. */
void trellis_sheet_select_whole (TrellisSheetSelect *select, TrlGridAxis axis);
void trellis_sheet_select_all (TrellisSheetSelect *select);

/* Returns: whether the rectangle was larger than the cursor, which is all that is left */
gboolean trellis_sheet_select_shrink (TrellisSheetSelect *select);

void trellis_sheet_select_set_area (TrellisSheetSelect     *select,
                                    const TrellisSheetArea *area);
void trellis_sheet_select_get_area (const TrellisSheetSelect *select,
                                    TrellisSheetArea         *area);

/**
 * trellis_sheet_select_get_axis:
 *
 * Returns: the #TrlGridAxis of which whole lines are selected; -1: of neither, or both
 */
int trellis_sheet_select_get_axis (const TrellisSheetSelect *select);

G_END_DECLS
