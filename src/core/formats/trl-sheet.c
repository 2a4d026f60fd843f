/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells lie end to end in one block, so that a million rows are a few allocations. */

#include "formats/trl-sheet.h"

#include <string.h>

TrlSheet *
trl_sheet_new (char delimiter)
{
  TrlSheet *sheet = g_new0 (TrlSheet, 1);
  guint32   first = 0;

  sheet->delimiter = delimiter;
  sheet->comma = delimiter == ';' || delimiter == '\t';
  sheet->text = g_byte_array_new ();
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  sheet->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (sheet->rows, first);
  return sheet;
}

void
trl_sheet_free (TrlSheet *sheet)
{
  g_byte_array_unref (sheet->text);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->rows);
  g_array_unref (sheet->lines);
  g_free (sheet);
}

void
trl_sheet_add_cell (TrlSheet *sheet, const char *text, gsize length)
{
  guint32 at = sheet->text->len;
  g_array_append_val (sheet->cells, at);
  if (length > 0)
    g_byte_array_append (sheet->text, (const guint8 *) text, (guint) length);
  g_byte_array_append (sheet->text, (const guint8 *) "", 1);
}

void
trl_sheet_end_row (TrlSheet *sheet, guint line)
{
  guint32 end = sheet->cells->len;
  guint   row = sheet->lines->len;

  g_array_append_val (sheet->rows, end);
  g_array_append_val (sheet->lines, line);
  sheet->n_columns = MAX (sheet->n_columns, trl_sheet_get_width (sheet, row));
}

guint
trl_sheet_get_n_rows (const TrlSheet *sheet)
{
  return sheet->lines->len;
}

guint
trl_sheet_get_width (const TrlSheet *sheet, guint row)
{
  return g_array_index (sheet->rows, guint32, row + 1) -
         g_array_index (sheet->rows, guint32, row);
}

const char *
trl_sheet_get (const TrlSheet *sheet, guint row, guint column)
{
  if (row >= sheet->lines->len || column >= trl_sheet_get_width (sheet, row))
    return "";
  guint32 cell = g_array_index (sheet->rows, guint32, row) + column;
  return (const char *) sheet->text->data + g_array_index (sheet->cells, guint32, cell);
}

guint
trl_sheet_get_line (const TrlSheet *sheet, guint row)
{
  return row < sheet->lines->len ? g_array_index (sheet->lines, guint, row) : 0;
}
