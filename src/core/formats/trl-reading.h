/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-format.h"
#include "formats/trl-meaning.h" /* ids and labels of meanings */

G_BEGIN_DECLS

/**
 * TrlReadingColumn:
 * @header: as it stands in the file
 * @meaning: id of the meaning that it is taken for; `field` for a field of its own
 * @certainty: 0 … 1
 */
typedef struct
{
  char  *header;
  char  *meaning;
  double certainty;
} TrlReadingColumn;

/**
 * TrlReadingTable:
 * @name: of the input
 * @format: (nullable): the row of formats.def that takes it
 * @encoding: UTF-8, UTF-16LE, UTF-16BE, Windows-1252
 * @delimiter: one character
 * @header_line: line of the header, from 1
 * @n_rows: data rows
 * @columns: (element-type TrlReadingColumn)
 * @rows: (element-type GStrv): the first data rows
 */
typedef struct
{
  char            *name;
  const TrlFormat *format;
  const char      *encoding;
  char             delimiter;
  guint            header_line;
  guint            n_rows;
  GPtrArray       *columns;
  GPtrArray       *rows;
} TrlReadingTable;

/**
 * TrlReading:
 * @tables: (element-type TrlReadingTable): one an input that is a table
 * @report: what reading gave; its questions are what a dialog has to ask
 * @error: (nullable): why it cannot be read as it is
 *
 * How a request would be read.
 */
typedef struct
{
  GPtrArray     *tables;
  TrlReadReport *report;
  GError        *error;
} TrlReading;

/**
 * trl_format_guess:
 * trl_reading_free:
 *
 * Reads without keeping the document.
 * Cost: as trl_format_read().
 */
TrlReading *trl_format_guess (const TrlReadRequest *request);
void        trl_reading_free (TrlReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReading, trl_reading_free)

G_END_DECLS
