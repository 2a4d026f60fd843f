/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRL_CSV_MAX_ROWS 1048576u
#define TRL_CSV_MAX_COLUMNS 16384u
#define TRL_CSV_MAX_CELL 65536u /* bytes */

/**
 * trl_csv_sniff:
 * @text: UTF-8
 * @length: bytes
 *
 * Returns: the delimiter that divides the first rows most evenly, quotes respected;
 *   a comma when none does
 */
char trl_csv_sniff (const char *text, gsize length);

/**
 * trl_csv_parse:
 * @name: of the file, for messages
 * @text: UTF-8
 * @delimiter: 0 to find it
 *
 * Reads delimited rows: quotes as in RFC 4180 with line breaks inside, any line ends,
 * empty lines and empty cells at the end of a row dropped, the apostrophe that guards
 * against formulas taken off.
 *
 * Cost: O(bytes).
 *
 * Errors: TRL_FORMAT_ERROR_SYNTAX for a quote that is never closed,
 * TRL_FORMAT_ERROR_LIMIT, G_IO_ERROR_CANCELLED.
 */
TrlSheet *trl_csv_parse (const char   *name,
                         GBytes       *text,
                         char          delimiter,
                         GCancellable *cancellable,
                         GError      **error);

/**
 * trl_csv_append:
 *
 * Appends one cell for a comma-delimited row, quoted where it must be, and guarded by an
 * apostrophe where a spreadsheet would take it for a formula.
 */
void trl_csv_append (GString *out, const char *cell, gboolean last);

/**
 * trl_csv_append_number:
 *
 * Appends a number with a point and at most six digits after it, the same in every
 * language; an empty cell for what is not finite.
 */
void trl_csv_append_number (GString *out, double number, gboolean last);

G_END_DECLS
