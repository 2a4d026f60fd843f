/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-table.h"

G_BEGIN_DECLS

/* Writers: for trl-network.c alone. */

/**
 * trl_table_add:
 * @ends: (nullable) (array fixed-size=2): node rows, of an edge
 *
 * Returns: the row, or %TRL_NO_ROW when the id is taken
 */
guint trl_table_add (TrlTable *table, const TrlRecord *record, const guint *ends);
void  trl_table_remove (TrlTable *table, guint row);
void  trl_table_set (TrlTable *table, guint row, guint prop, const TrlValue *value);
void
trl_table_set_field (TrlTable *table, guint row, const char *field, const char *text);
void trl_table_set_order (TrlTable *table, guint row, gint64 order);

/**
 * trl_table_pack:
 *
 * Numbers the order keys from 1, and lets go of room without a value.
 */
void trl_table_pack (TrlTable *table);

/**
 * trl_table_count_shared:
 *
 * Returns: how many chunks of columns, fields aside, a copy holds too
 */
guint trl_table_count_shared (const TrlTable *table);

G_END_DECLS
