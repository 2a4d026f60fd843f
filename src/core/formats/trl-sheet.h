/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlSheet:
 * @delimiter: between cells: `,` `;` tab or `|`
 * @comma: whether numbers have a decimal comma, as they do beside `;` and tab
 *
 * A table of texts: rows of cells, each row with the line that it began on.  Rows may
 * have different lengths; a cell beyond the end reads as empty.
 */
typedef struct
{
  char        delimiter;
  gboolean    comma;
  GByteArray *text;  /* all cells, each ended by NUL */
  GArray     *cells; /* guint32: where each cell begins in text */
  GArray     *rows;  /* guint32: first cell of each row, and one more at the end */
  GArray     *lines; /* guint: the line of each row, from 1 */
  guint       n_columns;
} TrlSheet;

/**
 * trl_sheet_new:
 * trl_sheet_free:
 *
 * A sheet without a row yet.
 */
TrlSheet *trl_sheet_new (char delimiter);
void      trl_sheet_free (TrlSheet *sheet);

/**
 * trl_sheet_add_cell:
 * trl_sheet_end_row:
 *
 * For readers: cells are added one by one, then the row is ended.
 */
void trl_sheet_add_cell (TrlSheet *sheet, const char *text, gsize length);
void trl_sheet_end_row (TrlSheet *sheet, guint line);

/**
 * trl_sheet_get_n_rows:
 * trl_sheet_get_width:
 *
 * How many rows there are, and how many cells one has.
 */
guint trl_sheet_get_n_rows (const TrlSheet *sheet);
guint trl_sheet_get_width (const TrlSheet *sheet, guint row);

/**
 * trl_sheet_get:
 *
 * Returns: (transfer none): the text of a cell, "" where there is none
 */
const char *trl_sheet_get (const TrlSheet *sheet, guint row, guint column);

/**
 * trl_sheet_get_line:
 *
 * Returns: the line of the file that a row began on, from 1
 */
guint trl_sheet_get_line (const TrlSheet *sheet, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlSheet, trl_sheet_free)

G_END_DECLS
