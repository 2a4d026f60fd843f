/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid/trellis-table-model.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_TABLE_CELL (trellis_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisTableCell, trellis_table_cell, TRELLIS, TABLE_CELL, GtkWidget)

/**
 * TrellisTableCell:
 *
 * Shows a value and takes the focus; while it is edited, a control stands in its place.
 */

/**
 * TrellisTableCell::edited:
 * @text: what shall stand there now
 * @step: 1 goes on to the next cell, -1 to the one before, 0 stays
 */

/**
 * TrellisTableCell::edit-ended:
 *
 * The control has gone.
 */

GtkWidget *trellis_table_cell_new (TrellisColumn *column);

/**
 * trellis_table_cell_show:
 * @row: (nullable)
 */
void trellis_table_cell_show (TrellisTableCell *cell, TrellisTableRow *row);
void trellis_table_cell_refresh (TrellisTableCell *cell);

/**
 * trellis_table_cell_edit:
 *
 * Returns: whether the cell can be edited
 */
gboolean trellis_table_cell_edit (TrellisTableCell *cell);
void     trellis_table_cell_leave (TrellisTableCell *cell);
gboolean trellis_table_cell_is_edited (TrellisTableCell *cell);

TrellisColumn   *trellis_table_cell_get_column (TrellisTableCell *cell);
TrellisTableRow *trellis_table_cell_get_row (TrellisTableCell *cell);

G_END_DECLS
