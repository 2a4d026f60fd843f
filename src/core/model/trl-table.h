/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-record.h"

G_BEGIN_DECLS

#define TRL_NO_ROW G_MAXUINT

/**
 * TrlTable:
 *
 * The nodes or the edges of a network, a column a property.  A row is a number that stays
 * with its thing while it lives; rows have gaps after a removal, and a row may be used
 * again. Columns exist once something is in them.
 */
typedef struct TrlTable TrlTable;

/**
 * trl_table_new:
 * trl_table_copy:
 * trl_table_free:
 *
 * A table without rows; a copy that shares what is the same in both, and doubles a chunk
 * of rows when either table is written to.  A thread may have a copy for itself while
 * the table changes.
 * Cost: a copy takes O(n) time and memory, but of a small part of each.
 */
TrlTable *trl_table_new (TrlKind kind);
TrlTable *trl_table_copy (const TrlTable *table);
void      trl_table_free (TrlTable *table);

/**
 * trl_table_get_size:
 *
 * Returns: how many rows there are
 */
guint trl_table_get_size (const TrlTable *table);

/**
 * trl_table_get_capacity:
 *
 * Returns: one more than the highest row ever used: the length of an array by row
 */
guint trl_table_get_capacity (const TrlTable *table);

/**
 * trl_table_get_rows:
 * @n: (out) (optional): how many
 *
 * The rows by order key, then id: the order of lists, layout and drawing.
 * Cost: O(n log n) after a row was added or removed, else O(1).
 *
 * Returns: (transfer none): good until the next change
 */
const guint *trl_table_get_rows (const TrlTable *table, guint *n);

/**
 * trl_table_find:
 *
 * Returns: the row of @id, or %TRL_NO_ROW
 */
guint trl_table_find (const TrlTable *table, const char *id);

/**
 * trl_table_has_row:
 * trl_table_get_id:
 * trl_table_get_order:
 *
 * Whether a row is in use, and what it is called and ordered by; the id is borrowed.
 */
gboolean    trl_table_has_row (const TrlTable *table, guint row);
const char *trl_table_get_id (const TrlTable *table, guint row);
gint64      trl_table_get_order (const TrlTable *table, guint row);

/**
 * trl_table_get_end:
 * @end: 0 from, 1 to
 *
 * Returns: the node row at an end of an edge
 */
guint trl_table_get_end (const TrlTable *table, guint row, guint end);

/**
 * trl_table_get_text:
 * trl_table_get_number:
 * trl_table_get_flag:
 * trl_table_get_field:
 * trl_table_get_extra:
 *
 * Unset reads as %NULL, NAN, FALSE.
 */
const char *trl_table_get_text (const TrlTable *table, guint row, guint prop);
double      trl_table_get_number (const TrlTable *table, guint row, guint prop);
gboolean    trl_table_get_flag (const TrlTable *table, guint row, guint prop);
const char *trl_table_get_field (const TrlTable *table, guint row, const char *field);
const char *trl_table_get_extra (const TrlTable *table, guint row);

/**
 * trl_table_get_value:
 *
 * Returns: a copy, for trl_value_clear()
 */
TrlValue trl_table_get_value (const TrlTable *table, guint row, guint prop);

/**
 * trl_table_get_record:
 * @nodes: (nullable): the table that the ends of an edge lie in
 *
 * Returns: (transfer full): all that the row holds
 */
TrlRecord *trl_table_get_record (const TrlTable *table, guint row, const TrlTable *nodes);

/**
 * trl_table_get_fields:
 *
 * Returns: (transfer container) (element-type utf8): ids of the fields that any row has,
 * sorted
 */
GPtrArray *trl_table_get_fields (const TrlTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTable, trl_table_free)

G_END_DECLS
