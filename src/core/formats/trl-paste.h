/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-cell-words.h"
#include "formats/trl-clip.h"

G_BEGIN_DECLS

/**
 * TrlPasteReport:
 * @n_cells: cells that were changed or were so already
 * @n_new_rows: networks or partners that were made
 * @n_new_columns: partner types or partners that were made
 * @problems: (element-type utf8): one sentence for each cell or header that was not read,
 *   with its row and column in the pasted block
 * @rows, @columns: (nullable) (element-type utf8): ids of the rows and columns that the
 *   block names, in its order; %NULL for a survey
 * @form: how the block wrote its cells: copying again writes them so
 * @area: row, column, rows, columns of what was written, in a grid of the document made
 *   anew after the paste; no rows where that has no place for it
 */
typedef struct
{
  guint       n_cells;
  guint       n_new_rows;
  guint       n_new_columns;
  GPtrArray  *problems;
  GPtrArray  *rows;
  GPtrArray  *columns;
  TrlCellForm form;
  guint       area[4];
} TrlPasteReport;

/**
 * trl_paste_report_free:
 *
 * Frees its lists, too.
 */
void trl_paste_report_free (TrlPasteReport *report);

/**
 * trl_paste:
 * @grid: rows and columns as they are on show, in their order
 * @row, @column: the cell that the block's first cell goes to, where it has no headers
 * @n_rows, @n_columns: the selected rectangle: a block of one cell fills it, a smaller
 *   block that divides it is repeated
 * @intended: whether the levels of the block are those that are meant
 *
 * Writes a block of cells into a document, in a step of its own, “Paste”.  A block with
 * names around it finds its rows and columns by name, turned if need be, and makes those
 * that are missing; one without goes on from the cell, making networks below the last row
 * (“Site 11”).  What is made gets the ids that reading the same as a survey would give.
 * A survey table (a row a tie, or two columns a type) goes the way of its reader, and
 * joins the networks of its sites; it says what is, so as @intended it is refused.
 *
 * Cost: O(cells) after the grid is made.
 *
 * Errors: TRL_FORMAT_ERROR when nothing in the block can be read, with a line for each
 * cell; the document is as it was.
 *
 * Returns: (transfer full): what was done and what was not
 */
TrlPasteReport *trl_paste (TrlDocument    *document,
                           const TrlGrid  *grid,
                           guint           row,
                           guint           column,
                           guint           n_rows,
                           guint           n_columns,
                           gboolean        intended,
                           const TrlSheet *sheet,
                           GError        **error);

/**
 * trl_paste_copy:
 *
 * Returns: (transfer full): a rectangle of a grid as texts
 */
TrlSheet *trl_paste_copy (const TrlGrid     *grid,
                          guint              row,
                          guint              column,
                          guint              n_rows,
                          guint              n_columns,
                          const TrlCellForm *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlPasteReport, trl_paste_report_free)

G_END_DECLS
