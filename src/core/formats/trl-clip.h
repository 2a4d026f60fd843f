/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "formats/trl-sheet.h"

G_BEGIN_DECLS

/* What is larger is no block of cells that a person copied. */
#define TRL_CLIP_MAX (64u * 1024 * 1024) /* bytes */
#define TRL_CLIP_MAX_CELLS 2000000u

/**
 * trl_clip_types:
 *
 * Returns: (array zero-terminated=1): media types that are read and written, the best
 *   first: a table in HTML, tab- and comma-separated values, plain text
 */
const char *const *trl_clip_types (void);

/**
 * trl_clip_read:
 * @type: a media type, with or without a charset
 *
 * Reads a table as a spreadsheet puts it on the clipboard: quoted cells, line breaks
 * inside cells, decimal commas, merged cells (their text stands in the first).  Of HTML
 * it is the first table, and tables inside its cells are text; without a table, the text.
 * Empty cells and empty rows stay.
 *
 * Cost: O(bytes + cells).
 *
 * Errors: TRL_FORMAT_ERROR_LIMIT, TRL_FORMAT_ERROR_CONTENT, TRL_FORMAT_ERROR_UNKNOWN for
 * another type.
 *
 * Returns: (transfer full): rows of cells
 */
TrlSheet *trl_clip_read (const char *type, GBytes *bytes, GError **error);

/**
 * trl_clip_write:
 * @type: one of trl_clip_types(), with or without a charset
 *
 * Returns: (transfer full): the table as spreadsheets read it, in UTF-8, which reads back
 *   the same; an apostrophe stands before what a spreadsheet would take for a formula
 */
GBytes *trl_clip_write (const char *type, const TrlSheet *sheet);

G_END_DECLS
