/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid/trellis-sheet-model.h"
#include "grid/trellis-sheet-select.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_SHEET (trellis_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSheet, trellis_sheet, TRELLIS, SHEET, GtkWidget)

/**
 * TrellisSheet:
 *
 * Cells of levels with frozen headers and totals, a cursor and a selected rectangle.
 * Only what is in view exists.  It is a #GtkScrollable.  It changes nothing itself: it
 * says what a person asked for.
 */

/**
 * TrellisSheet::selection-changed:
 *
 * Cursor or selected rectangle are others.
 */

/**
 * TrellisSheet::typed:
 * @text: what was typed over the cursor cell: a letter, a digit; "" for F2 or a double
 * click, which edit what is there
 */

/**
 * TrellisSheet::erase:
 *
 * Delete or Backspace.
 */

/**
 * TrellisSheet::menu:
 * @axis: -1 for a cell, the cursor’s; else a #TrlGridAxis: a header, or from the keyboard
 *   whole rows or columns that are selected
 * @index: of the header; of a cell 0
 * @x, @y: where, in the widget
 */

GtkWidget *trellis_sheet_new (TrellisSheetModel *model);
void       trellis_sheet_set_model (TrellisSheet *sheet, TrellisSheetModel *model);

/**
 * trellis_sheet_get_selection:
 * trellis_sheet_select:
 *
 * The cursor is the corner that stays where it is when the rectangle is extended; Enter
 * and Tab move it within the rectangle.  Without rows or columns there is one cell, 0, 0,
 * which is not there.
 */
void trellis_sheet_get_selection (TrellisSheet *sheet, TrellisSheetArea *area);
void trellis_sheet_get_cursor (TrellisSheet *sheet, guint *row, guint *column);
void trellis_sheet_select (TrellisSheet *sheet, const TrellisSheetArea *area);
void trellis_sheet_set_cursor (TrellisSheet *sheet, guint row, guint column);

/**
 * trellis_sheet_move_cursor:
 *
 * As Enter (1, 0) and Tab (0, 1) do, within the selected rectangle if it is of several
 * cells; other numbers go by so many cells and stay inside.
 */
void trellis_sheet_move_cursor (TrellisSheet *sheet, int rows, int columns);

/**
 * trellis_sheet_get_cell_bounds:
 *
 * Returns: whether the cell is in view; its place in the widget, for popovers and the
 *   editor
 */
gboolean trellis_sheet_get_cell_bounds (TrellisSheet *sheet,
                                        guint         row,
                                        guint         column,
                                        GdkRectangle *bounds);

/**
 * trellis_sheet_set_editor:
 * @editor: (nullable) (transfer none): a widget put over the cursor cell, which has the
 *   focus until it is taken away by %NULL
 */
void trellis_sheet_set_editor (TrellisSheet *sheet, GtkWidget *editor);

/**
 * TrellisSheetShortcut:
 * @accelerators: separated by blanks
 * @title: what the shortcuts window calls it, not yet translated
 */
typedef struct
{
  const char *accelerators;
  const char *title;
} TrellisSheetShortcut;

/**
 * trellis_sheet_shortcuts:
 *
 * Returns: (array length=n): the keys that mean something in a sheet
 */
const TrellisSheetShortcut *trellis_sheet_shortcuts (guint *n);

G_END_DECLS
