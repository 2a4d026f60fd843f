/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "grid/trellis-table-columns.h"

G_BEGIN_DECLS

/**
 * TrellisTableRow:
 *
 * A row while it is looked at.
 */
#define TRELLIS_TYPE_TABLE_ROW (trellis_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTableRow, trellis_table_row, TRELLIS, TABLE_ROW, GObject)

const TrellisEntry *trellis_table_row_get_entry (TrellisTableRow *row);

/**
 * TrellisTableModel:
 *
 * The rows of a table, filtered and sorted as numbers; an object exists only while
 * somebody holds it.
 */
#define TRELLIS_TYPE_TABLE_MODEL (trellis_table_model_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisTableModel, trellis_table_model, TRELLIS, TABLE_MODEL, GObject)

typedef enum
{
  TRELLIS_FILTER_SET,
  TRELLIS_FILTER_UNSET,
  TRELLIS_FILTER_IS,
  TRELLIS_FILTER_CONTAINS,
  TRELLIS_N_FILTERS
} TrellisFilterKind;

/**
 * TrellisTableFilter:
 * @text: (nullable): what the cell is or contains
 */
typedef struct
{
  TrellisFilterKind kind;
  TrellisColumn    *column;
  char             *text;
} TrellisTableFilter;

TrellisTableFilter *trellis_table_filter_new (TrellisFilterKind kind,
                                              TrellisColumn    *column,
                                              const char       *text);
void                trellis_table_filter_free (TrellisTableFilter *filter);

TrellisTableModel *trellis_table_model_new (TrlKind kind);

/**
 * trellis_table_model_set_networks:
 * @networks: (element-type TrlNetwork): whose things are rows; takes references
 */
void trellis_table_model_set_networks (TrellisTableModel *model, GPtrArray *networks);

/**
 * trellis_table_model_set_search:
 * @text: (nullable): what any of the columns must contain
 * @columns: (element-type TrellisColumn): that are looked at
 * @filters: (element-type TrellisTableFilter): all must hold
 */
void trellis_table_model_set_search (TrellisTableModel *model,
                                     const char        *text,
                                     GPtrArray         *columns,
                                     GPtrArray         *filters);

/**
 * trellis_table_model_set_sort:
 * @column: (nullable): %NULL is the order of the document
 *
 * Rows without a value come last either way.
 */
void trellis_table_model_set_sort (TrellisTableModel *model,
                                   TrellisColumn     *column,
                                   gboolean           descending);

/**
 * trellis_table_model_update:
 *
 * Finds, filters and sorts the rows again; says only what is different.
 */
void trellis_table_model_update (TrellisTableModel *model);

/**
 * trellis_table_model_forget:
 *
 * Values are others now; rows stay where they are until the next update.
 */
void trellis_table_model_forget (TrellisTableModel *model);

guint               trellis_table_model_get_n_all (TrellisTableModel *model);
guint               trellis_table_model_get_n (TrellisTableModel *model);
const TrellisEntry *trellis_table_model_get (TrellisTableModel *model, guint position);

/**
 * trellis_table_model_find:
 *
 * Returns: the position of a thing, or G_MAXUINT.
 */
guint
trellis_table_model_find (TrellisTableModel *model, const TrlNetwork *network, guint row);

G_END_DECLS
