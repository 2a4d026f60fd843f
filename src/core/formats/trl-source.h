/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-format.h"
#include "formats/trl-meaning.h"
#include "formats/trl-sheet.h"

G_BEGIN_DECLS

/**
 * TrlColumn:
 * @certainty: 0 … 1, that it means @meaning
 * @said: what the header says it means, though it is kept as a field
 * @field: (nullable): id of the field that it is kept as, once a row of it was kept
 */
typedef struct
{
  char      *header;
  TrlMeaning meaning;
  TrlMeaning said;
  double     certainty;
  char      *field;
} TrlColumn;

/**
 * TrlSource:
 * @stem: the name without its ending, for what has no name of its own
 * @index: place among the inputs
 * @bytes: (nullable): of a document, as they came; a table has a sheet
 * @sheet: (nullable): %NULL for what is no table
 * @header: row of the header in @sheet
 * @columns: (element-type TrlColumn): as wide as the header
 * @of: by meaning, the column that has it, or -1
 * @beside_ties: whether another input is a table of ties
 * @format: (nullable): the row of formats.def that takes it
 *
 * One input, opened.
 */
struct TrlSource
{
  char            *name;
  char            *stem;
  guint            index;
  GBytes          *bytes;
  const char      *encoding;
  TrlSheet        *sheet;
  guint            header;
  GArray          *columns;
  int              of[TRL_N_MEANINGS];
  gboolean         beside_ties;
  const TrlFormat *format;
};

/**
 * trl_source_new:
 * trl_source_free:
 * @index: of the input
 *
 * Decodes an input, reads its rows, finds its header and what each column means: by its
 * name, by what the request says of it, and at last by what is in it.  A Trellis document
 * is left as it is.
 *
 * Cost: O(bytes).
 *
 * Errors: TRL_FORMAT_ERROR_CONTENT, TRL_FORMAT_ERROR_SYNTAX, TRL_FORMAT_ERROR_LIMIT,
 * G_IO_ERROR_CANCELLED.
 */
TrlSource *trl_source_new (const TrlReadRequest *request,
                           guint                 index,
                           GCancellable         *cancellable,
                           GError              **error);
void       trl_source_free (TrlSource *source);

/**
 * trl_source_get_column:
 * trl_source_has:
 *
 * A column by number, from 0; and whether any column has a meaning.
 */
TrlColumn *trl_source_get_column (const TrlSource *source, guint column);
gboolean   trl_source_has (const TrlSource *source, TrlMeaning meaning);

/**
 * trl_source_get_first:
 * trl_source_get_end:
 * trl_source_get_line:
 *
 * Data rows have the numbers first … end - 1.
 */
guint trl_source_get_first (const TrlSource *source);
guint trl_source_get_end (const TrlSource *source);
guint trl_source_get_line (const TrlSource *source, guint row);

/**
 * trl_source_get:
 *
 * Returns: (transfer none): the cell of the column that has @meaning; "" where none has
 */
const char *trl_source_get (const TrlSource *source, guint row, TrlMeaning meaning);

/**
 * trl_source_get_number:
 *
 * Returns: the number in a cell, or NAN
 */
double trl_source_get_number (const TrlSource *source, guint row, guint column);

/**
 * trl_source_is_document:
 *
 * Returns: whether bytes begin as a Trellis document does
 */
gboolean trl_source_is_document (GBytes *bytes);

/**
 * trl_source_understand:
 *
 * For trl-source.c: gives the columns their meanings.
 */
void trl_source_understand (TrlSource *source, const TrlReadRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlSource, trl_source_free)

G_END_DECLS
