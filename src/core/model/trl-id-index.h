/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-column.h"

G_BEGIN_DECLS

/**
 * TrlIdIndex:
 * @slots: row + 1 beside a tag of its id, or 0: two in each cell
 * @n_slots: a power of two, or 0
 * @n: rows in it
 *
 * Finds the row that has an id.  It keeps no ids of its own: each call is given the
 * column of ids, which must not have changed for the rows in it.  All zero is an empty
 * one. Memory: 6 to 12 bytes a row.
 */
typedef struct
{
  TrlColumn slots;
  guint     n_slots;
  guint     n;
} TrlIdIndex;

/**
 * trl_id_index_clear:
 *
 * Leaves it empty and gives back its memory.
 */
void trl_id_index_clear (TrlIdIndex *index);

/**
 * trl_id_index_copy:
 *
 * For a copy of the ids in the same rows.  Cost: that of trl_column_copy().
 */
TrlIdIndex trl_id_index_copy (const TrlIdIndex *index);

/**
 * trl_id_index_find:
 *
 * Cost: O(1) on average.
 *
 * Returns: the row, or G_MAXUINT
 */
guint trl_id_index_find (const TrlIdIndex *index, const TrlColumn *ids, const char *id);

/**
 * trl_id_index_add:
 * @id: what the column will have for @row before the next call
 * @row: below 2^24 - 1
 *
 * Cost: O(1) on average over many.
 *
 * Returns: the row that has this id already, or G_MAXUINT once @row has it
 */
guint
trl_id_index_add (TrlIdIndex *index, const TrlColumn *ids, const char *id, guint row);

/**
 * trl_id_index_remove:
 * @row: must be in the index; its id may change after this
 */
void trl_id_index_remove (TrlIdIndex *index, const TrlColumn *ids, guint row);

G_END_DECLS
