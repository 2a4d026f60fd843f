/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlIdIndex:
 * @slots: (nullable): row + 1, or 0; a power of two of them
 * @n: rows in it
 *
 * Finds the row that has an id.  It keeps no ids of its own: each call is given the ids
 * by row, which must not have changed for the rows in it.  All zero is an empty one.
 * Memory: 6 to 12 bytes a row.
 */
typedef struct
{
  guint *slots;
  guint  n_slots;
  guint  n;
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
 * For a copy of the ids in the same rows.  Cost: O(n), without a look at them.
 */
TrlIdIndex trl_id_index_copy (const TrlIdIndex *index);

/**
 * trl_id_index_find:
 *
 * Cost: O(1) on average.
 *
 * Returns: the row, or G_MAXUINT
 */
guint trl_id_index_find (const TrlIdIndex *index, char *const *ids, const char *id);

/**
 * trl_id_index_add:
 * @row: its id must not be in the index
 *
 * Cost: O(1) on average over many.
 */
void trl_id_index_add (TrlIdIndex *index, char *const *ids, guint row);

/**
 * trl_id_index_remove:
 * @row: must be in the index; its id may change after this
 */
void trl_id_index_remove (TrlIdIndex *index, char *const *ids, guint row);

G_END_DECLS
