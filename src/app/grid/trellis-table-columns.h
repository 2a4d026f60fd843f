/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrellisEntry:
 * @row: of a node or an edge of the network
 *
 * What a row of a table shows.
 */
typedef struct
{
  TrlNetwork *network;
  guint       row;
} TrellisEntry;

typedef enum
{
  TRELLIS_COLUMN_PROP,
  TRELLIS_COLUMN_FIELD,
  TRELLIS_COLUMN_NETWORK,
  TRELLIS_COLUMN_DEGREE,
  TRELLIS_COLUMN_HUB_LEVEL,
  TRELLIS_COLUMN_APART, /* by how many steps the two answers differ */
  TRELLIS_COLUMN_FROM,
  TRELLIS_COLUMN_TO,
  TRELLIS_COLUMN_ID
} TrellisColumnSource;

typedef enum
{
  TRELLIS_EDIT_NONE, /* derived: can be read only */
  TRELLIS_EDIT_TEXT,
  TRELLIS_EDIT_NUMBER,
  TRELLIS_EDIT_CHOICE,
  TRELLIS_EDIT_FLAG
} TrellisEditKind;

/**
 * TrellisColumn:
 * @key: remembers it in the settings; of a field `field:` and its id
 * @kind: %TRL_KIND_NODE or %TRL_KIND_EDGE
 * @prop: of a property; of a level of the hub %TRL_EDGE_LEVEL
 * @field: (nullable): id of a field
 * @shown: whether a person who never chose sees it
 */
typedef struct
{
  char               *key;
  char               *title;
  TrlKind             kind;
  TrellisColumnSource source;
  guint               prop;
  char               *field;
  TrellisEditKind     edit;
  gboolean            is_number;
  gboolean            shown;
} TrellisColumn;

/**
 * trellis_columns_new:
 *
 * Returns: (transfer full) (element-type TrellisColumn): every field that things of a
 *   kind have in the document
 */
GPtrArray *trellis_columns_new (TrlDocument *document, TrlKind kind);

/**
 * trellis_column_find:
 *
 * Returns: (nullable): the column with a key
 */
TrellisColumn *trellis_column_find (GPtrArray *columns, const char *key);

/**
 * trellis_column_dup_text:
 *
 * Returns: (transfer full): what the cell shows, "" for nothing
 */
char *trellis_column_dup_text (const TrellisColumn *column, const TrellisEntry *entry);

/**
 * trellis_column_get_number:
 *
 * Returns: what a cell is ordered by: a number, the rank of a level; NAN for none
 */
double trellis_column_get_number (const TrellisColumn *column, const TrellisEntry *entry);
gboolean trellis_column_has_number (const TrellisColumn *column);

/**
 * trellis_column_is_set:
 *
 * Returns: whether there is a value in the cell
 */
gboolean trellis_column_is_set (const TrellisColumn *column, const TrellisEntry *entry);

/**
 * trellis_column_get_choices:
 *
 * Returns: (transfer full) (element-type TrellisChoice) (nullable): what can be chosen in
 *   a cell
 */
GPtrArray *trellis_column_get_choices (const TrellisColumn *column,
                                       const TrellisEntry  *entry);

/**
 * trellis_column_set:
 * @text: what somebody typed, chose or pasted; "" takes the value away
 *
 * Changes a cell, inside a step.
 */
gboolean trellis_column_set (TrlDocument         *document,
                             const TrellisColumn *column,
                             const TrellisEntry  *entry,
                             const char          *text,
                             GError             **error);

/**
 * trellis_entry_get_id:
 *
 * Returns: (nullable): borrowed; %NULL when the thing has gone
 */
const char *trellis_entry_get_id (const TrellisEntry *entry, TrlKind kind);

G_END_DECLS
