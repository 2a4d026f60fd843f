/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-change.h"

G_BEGIN_DECLS

/**
 * TrlChangeTable:
 * @standings: (element-type TrlStanding): nothing known, planned, not reported, then the
 * levels of each scale in use from none on
 * @counts: a row a standing in the first network, a column one in the second
 *
 * How many partnerships went from each level to each other.
 */
typedef struct
{
  GArray *standings;
  guint  *counts;
} TrlChangeTable;

/**
 * trl_change_table_new:
 * trl_change_table_free:
 *
 * Cost: O(ties × levels).
 */
TrlChangeTable *trl_change_table_new (const TrlChanges *changes);
void            trl_change_table_free (TrlChangeTable *table);

/**
 * trl_change_table_get:
 * @from, @to: indexes of @standings
 *
 * Returns: how many partnerships
 */
guint trl_change_table_get (const TrlChangeTable *table, guint from, guint to);

/**
 * trl_changes_to_csv:
 * @with_same: those that did not change too
 *
 * Returns: (transfer full): a line a partnership: the two partners, the change and how
 *   the partnership stands in either network; words are translated
 */
char *trl_changes_to_csv (const TrlChanges *changes, gboolean with_same);

/**
 * trl_changes_table_to_csv:
 *
 * Returns: (transfer full): the counts by change, an empty line, and the table from each
 *   level to each other
 */
char *trl_changes_table_to_csv (const TrlChanges *changes);

/**
 * trl_changes_to_json:
 *
 * Returns: (transfer full): counts, partners and partnerships, in words of files
 */
char *trl_changes_to_json (const TrlChanges *changes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlChangeTable, trl_change_table_free)

G_END_DECLS
