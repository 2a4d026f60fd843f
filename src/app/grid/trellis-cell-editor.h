/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrellisCellEditor:
 *
 * An entry over a cell, and below it the levels that what is typed may mean.
 */
#define TRELLIS_TYPE_CELL_EDITOR (trellis_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCellEditor, trellis_cell_editor, TRELLIS, CELL_EDITOR, GtkWidget)

/**
 * TrellisCellEditor::committed:
 * @rows, @columns: where the cursor goes then
 */

/**
 * TrellisCellEditor::filled:
 *
 * Ctrl+Enter: for all selected cells.
 */

/**
 * TrellisCellEditor::left:
 *
 * Escape: nothing is changed.
 */

/**
 * trellis_cell_editor_new:
 * @scale: of the cell
 * @text: what is in it to begin with
 * @typed: whether @text was typed just now; then arrow keys leave the cell
 */
GtkWidget *trellis_cell_editor_new (const TrlVocabulary *vocabulary,
                                    const TrlScale      *scale,
                                    const char          *text,
                                    gboolean             typed);

/**
 * trellis_cell_editor_read:
 * @edit: (out): what the text says; its scale lives as long as the editor
 *
 * Returns: %FALSE when the text says nothing; the editor says so then
 */
gboolean trellis_cell_editor_read (TrellisCellEditor *editor, TrlCellEdit *edit);

GtkEditable *trellis_cell_editor_get_entry (TrellisCellEditor *editor);

G_END_DECLS
