/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns by row.  A copy shares them, chunk by chunk, until either is written.  A row
 * without an id is free.  The list of rows in order is made anew rather than changed, so
 * that copies share it too. */

#include "model/trl-column.h"
#include "model/trl-id-index.h"
#include "model/trl-table-private.h"

#include <math.h>
#include <string.h>

#define SPARSEST 4 /* times as many orders as rows are */

struct TrlTable
{
  TrlKind        kind;
  const TrlProp *props;
  guint          n_props;
  guint          size;
  guint          capacity; /* rows ever used */
  TrlColumn      ids;
  TrlColumn      orders;
  gint64         last_order;
  TrlColumn      ends;
  TrlColumn     *columns; /* one a property */
  GHashTable    *fields;  /* id → TrlColumn */
  TrlColumn      extras;
  TrlIdIndex     index;
  GArray        *free_rows;
  GArray        *sorted; /* NULL when rows or their order changed */
};

static gboolean
is_numeric (const TrlTable *table, guint prop)
{
  return table->props[prop].type == TRL_PROP_NUMBER ||
         table->props[prop].type == TRL_PROP_FLAG;
}

static TrlColumnKind
kind_of_column (const TrlTable *table, guint prop)
{
  static const TrlColumnKind kinds[] = {
    [TRL_PROP_TEXT] = TRL_COLUMN_TEXTS,   [TRL_PROP_TERM] = TRL_COLUMN_TERMS,
    [TRL_PROP_TERMS] = TRL_COLUMN_TERMS,  [TRL_PROP_NUMBER] = TRL_COLUMN_NUMBERS,
    [TRL_PROP_FLAG] = TRL_COLUMN_NUMBERS,
  };

  return kinds[table->props[prop].type];
}

static void
free_field (gpointer data)
{
  trl_column_clear (data);
  g_free (data);
}

static GHashTable *
new_fields (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_field);
}

TrlTable *
trl_table_new (TrlKind kind)
{
  TrlTable *table = g_new0 (TrlTable, 1);

  table->kind = kind;
  table->props = trl_props (kind, &table->n_props);
  table->columns = g_new0 (TrlColumn, table->n_props);
  for (guint i = 0; i < table->n_props; i++)
    table->columns[i].kind = kind_of_column (table, i);
  table->ids.kind = table->extras.kind = TRL_COLUMN_TEXTS;
  table->orders.kind = table->ends.kind = table->index.slots.kind = TRL_COLUMN_PLAIN;
  table->free_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

void
trl_table_free (TrlTable *table)
{
  if (!table)
    return;
  for (guint i = 0; i < table->n_props; i++)
    trl_column_clear (&table->columns[i]);
  g_free (table->columns);
  g_clear_pointer (&table->fields, g_hash_table_unref);
  trl_column_clear (&table->extras);
  trl_id_index_clear (&table->index);
  trl_column_clear (&table->ids);
  trl_column_clear (&table->orders);
  trl_column_clear (&table->ends);
  g_array_unref (table->free_rows);
  g_clear_pointer (&table->sorted, g_array_unref);
  g_free (table);
}

static GHashTable *
copy_fields (GHashTable *fields)
{
  GHashTable    *copy = new_fields ();
  GHashTableIter iter;
  gpointer       field, column;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &field, &column))
    {
      TrlColumn same = trl_column_copy (column);

      g_hash_table_insert (copy, g_strdup (field), g_memdup2 (&same, sizeof same));
    }
  return copy;
}

/* Rows stay what they are, so that the ends of edges mean the same nodes in the copy. */
TrlTable *
trl_table_copy (const TrlTable *table)
{
  TrlTable *copy = g_memdup2 (table, sizeof (TrlTable));

  copy->ids = trl_column_copy (&table->ids);
  copy->orders = trl_column_copy (&table->orders);
  copy->ends = trl_column_copy (&table->ends);
  copy->extras = trl_column_copy (&table->extras);
  copy->columns = g_new (TrlColumn, table->n_props);
  for (guint i = 0; i < table->n_props; i++)
    copy->columns[i] = trl_column_copy (&table->columns[i]);
  copy->fields = table->fields ? copy_fields (table->fields) : NULL;
  copy->index = trl_id_index_copy (&table->index);
  copy->free_rows = g_array_copy (table->free_rows);
  copy->sorted = table->sorted ? g_array_ref (table->sorted) : NULL;
  return copy;
}

guint
trl_table_count_shared (const TrlTable *table)
{
  guint n = trl_column_count_shared (&table->ids) +
            trl_column_count_shared (&table->orders) +
            trl_column_count_shared (&table->ends);

  for (guint i = 0; i < table->n_props; i++)
    n += trl_column_count_shared (&table->columns[i]);
  return n;
}

guint
trl_table_get_size (const TrlTable *table)
{
  return table->size;
}

guint
trl_table_get_capacity (const TrlTable *table)
{
  return table->capacity;
}

static const char *
get_id (const TrlTable *table, guint row)
{
  return trl_column_get_text (&table->ids, row);
}

/* Of a row that is in use, which has an order. */
static gint64
get_order (const TrlTable *table, guint row)
{
  return trl_column_peek (&table->orders, row)->order;
}

/* What rows are compared by, all in one place of memory. */
typedef struct
{
  gint64 order;
  guint  row;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b, gpointer table)
{
  const Place *one = a, *two = b;

  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  return strcmp (get_id (table, one->row), get_id (table, two->row));
}

static gboolean
is_in_order (const TrlTable *table, const Place *places, guint n)
{
  for (guint i = 1; i < n; i++)
    if (compare_places (&places[i - 1], &places[i], (gpointer) table) > 0)
      return FALSE;
  return TRUE;
}

/* Orders are nearly always 1 to n, with gaps: each place is then known at once. */
static Place *
deal_out (Place *places, guint n)
{
  gint64            least = G_MAXINT64, most = G_MININT64;
  g_autofree guint *at = NULL;
  Place            *dealt;

  for (guint i = 0; i < n; i++)
    {
      least = MIN (least, places[i].order);
      most = MAX (most, places[i].order);
    }
  if (n < 2 || (guint64) most - (guint64) least > SPARSEST * (guint64) n)
    return places;
  at = g_new0 (guint, most - least + 2);
  for (guint i = 0; i < n; i++)
    at[places[i].order - least + 1]++;
  for (gint64 i = 0; i <= most - least; i++)
    at[i + 1] += at[i];
  dealt = g_new (Place, n);
  for (guint i = 0; i < n; i++)
    dealt[at[places[i].order - least]++] = places[i];
  g_free (places);
  return dealt;
}

static GArray *
sort_rows (const TrlTable *table)
{
  GArray           *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), table->size);
  g_autofree Place *places = g_new (Place, table->size + 1);
  guint             n = 0;

  for (guint row = 0; row < table->capacity; row++)
    if (get_id (table, row))
      places[n++] = (Place){ get_order (table, row), row };
  places = deal_out (places, n);
  if (!is_in_order (table, places, n))
    g_qsort_with_data (places, (int) n, sizeof (Place), compare_places, (gpointer) table);
  for (guint i = 0; i < n; i++)
    g_array_append_val (rows, places[i].row);
  return rows;
}

/* The order is a cache: asking for it changes nothing that can be seen. */
const guint *
trl_table_get_rows (const TrlTable *table, guint *n)
{
  if (!table->sorted)
    ((TrlTable *) table)->sorted = sort_rows (table);
  if (n)
    *n = table->sorted->len;
  return (const guint *) (gpointer) table->sorted->data;
}

guint
trl_table_find (const TrlTable *table, const char *id)
{
  return id ? trl_id_index_find (&table->index, &table->ids, id) : TRL_NO_ROW;
}

gboolean
trl_table_has_row (const TrlTable *table, guint row)
{
  return row < table->capacity && get_id (table, row) != NULL;
}

const char *
trl_table_get_id (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return get_id (table, row);
}

gint64
trl_table_get_order (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), 0);

  return get_order (table, row);
}

guint
trl_table_get_end (const TrlTable *table, guint row, guint end)
{
  g_return_val_if_fail (table->kind == TRL_KIND_EDGE, TRL_NO_ROW);
  g_return_val_if_fail (trl_table_has_row (table, row) && end < 2, TRL_NO_ROW);

  return trl_column_peek (&table->ends, row)->ends[end];
}

const char *
trl_table_get_text (const TrlTable *table, guint row, guint prop)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);
  g_return_val_if_fail (prop < table->n_props && !is_numeric (table, prop), NULL);

  return trl_column_get_text (&table->columns[prop], row);
}

double
trl_table_get_number (const TrlTable *table, guint row, guint prop)
{
  const TrlCell *cell;

  g_return_val_if_fail (trl_table_has_row (table, row), NAN);
  g_return_val_if_fail (prop < table->n_props && is_numeric (table, prop), NAN);

  cell = trl_column_peek (&table->columns[prop], row);
  return cell ? cell->number : NAN;
}

gboolean
trl_table_get_flag (const TrlTable *table, guint row, guint prop)
{
  return trl_table_get_number (table, row, prop) == 1;
}

const char *
trl_table_get_field (const TrlTable *table, guint row, const char *field)
{
  const TrlColumn *column =
    table->fields ? g_hash_table_lookup (table->fields, field) : NULL;

  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return column ? trl_column_get_text (column, row) : NULL;
}

const char *
trl_table_get_extra (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return trl_column_get_text (&table->extras, row);
}

TrlValue
trl_table_get_value (const TrlTable *table, guint row, guint prop)
{
  double number;

  if (!is_numeric (table, prop))
    {
      const char *text = trl_table_get_text (table, row, prop);

      return TRL_TEXT (g_strdup (text));
    }
  number = trl_table_get_number (table, row, prop);
  return isnan (number) ? TRL_NONE_VALUE : TRL_NUMBER (number);
}

TrlRecord *
trl_table_get_record (const TrlTable *table, guint row, const TrlTable *nodes)
{
  TrlRecord     *record = trl_record_new (table->kind, trl_table_get_id (table, row));
  GHashTableIter iter;
  gpointer       field, column;

  record->order = get_order (table, row);
  record->extra = g_strdup (trl_table_get_extra (table, row));
  for (guint end = 0; nodes && table->kind == TRL_KIND_EDGE && end < 2; end++)
    record->ends[end] = g_strdup (get_id (nodes, trl_table_get_end (table, row, end)));
  for (guint i = 0; i < table->n_props; i++)
    record->values[i] = trl_table_get_value (table, row, i);
  if (!table->fields)
    return record;
  g_hash_table_iter_init (&iter, table->fields);
  while (g_hash_table_iter_next (&iter, &field, &column))
    if (trl_column_get_text (column, row))
      trl_record_set_field (record, field, trl_column_get_text (column, row));
  return record;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
trl_table_get_fields (const TrlTable *table)
{
  GPtrArray     *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       field;

  if (table->fields)
    {
      g_hash_table_iter_init (&iter, table->fields);
      while (g_hash_table_iter_next (&iter, &field, NULL))
        g_ptr_array_add (ids, field);
    }
  g_ptr_array_sort (ids, compare_texts);
  return ids;
}

/* ---- writers ---- */

static void
forget_rows (TrlTable *table)
{
  g_clear_pointer (&table->sorted, g_array_unref);
}

static guint
next_row (const TrlTable *table)
{
  guint n = table->free_rows->len;

  return n > 0 ? g_array_index (table->free_rows, guint, n - 1) : table->capacity;
}

static void
take_row (TrlTable *table)
{
  if (table->free_rows->len > 0)
    g_array_set_size (table->free_rows, table->free_rows->len - 1);
  else
    table->capacity++;
}

static void
set_number (TrlColumn *column, guint row, double number)
{
  if (!isnan (number) || trl_column_peek (column, row))
    trl_column_write (column, row)->number = number;
}

void
trl_table_set (TrlTable *table, guint row, guint prop, const TrlValue *value)
{
  if (is_numeric (table, prop))
    set_number (&table->columns[prop], row,
                value->type == TRL_VALUE_NUMBER ? value->number : NAN);
  else
    trl_column_set_text (&table->columns[prop], row, value->text);
}

void
trl_table_set_field (TrlTable *table, guint row, const char *field, const char *text)
{
  TrlColumn *column = table->fields ? g_hash_table_lookup (table->fields, field) : NULL;

  if (!column && !text)
    return;
  if (!table->fields)
    table->fields = new_fields ();
  if (!column)
    {
      column = g_new0 (TrlColumn, 1);
      column->kind = TRL_COLUMN_TEXTS;
      g_hash_table_insert (table->fields, g_strdup (field), column);
    }
  trl_column_set_text (column, row, text);
}

guint
trl_table_add (TrlTable *table, const TrlRecord *record, const guint *ends)
{
  GHashTableIter iter;
  gpointer       field, text;
  gint64         order;
  guint          row;

  row = next_row (table);
  if (trl_id_index_add (&table->index, &table->ids, record->id, row) != TRL_NO_ROW)
    return TRL_NO_ROW;

  take_row (table);
  table->size++;
  forget_rows (table);
  order = record->order ? record->order : table->last_order + 1;
  table->last_order = MAX (table->last_order, order);
  trl_column_set_text (&table->ids, row, record->id);
  trl_column_write (&table->orders, row)->order = order;
  for (guint end = 0; ends && end < 2; end++)
    trl_column_write (&table->ends, row)->ends[end] = ends[end];
  for (guint i = 0; i < table->n_props; i++)
    trl_table_set (table, row, i, &record->values[i]);
  trl_column_set_text (&table->extras, row, record->extra);
  if (record->fields)
    {
      g_hash_table_iter_init (&iter, record->fields);
      while (g_hash_table_iter_next (&iter, &field, &text))
        trl_table_set_field (table, row, field, text);
    }
  return row;
}

void
trl_table_remove (TrlTable *table, guint row)
{
  GHashTableIter iter;
  gpointer       field;

  g_return_if_fail (trl_table_has_row (table, row));

  for (guint i = 0; i < table->n_props; i++)
    trl_table_set (table, row, i, &TRL_NONE_VALUE);
  trl_column_set_text (&table->extras, row, NULL);
  if (table->fields)
    {
      g_hash_table_iter_init (&iter, table->fields);
      while (g_hash_table_iter_next (&iter, &field, NULL))
        trl_table_set_field (table, row, field, NULL);
    }
  trl_id_index_remove (&table->index, &table->ids, row);
  trl_column_set_text (&table->ids, row, NULL);
  g_array_append_val (table->free_rows, row);
  table->size--;
  forget_rows (table);
}

void
trl_table_set_order (TrlTable *table, guint row, gint64 order)
{
  trl_column_write (&table->orders, row)->order = order;
  table->last_order = MAX (table->last_order, order);
  forget_rows (table);
}

void
trl_table_pack (TrlTable *table)
{
  guint        n;
  const guint *rows = trl_table_get_rows (table, &n);

  for (guint i = 0; i < n; i++)
    trl_column_write (&table->orders, rows[i])->order = i + 1;
  table->last_order = n;
  for (guint i = 0; i < table->n_props; i++)
    trl_column_trim (&table->columns[i]);
  trl_column_trim (&table->ids);
  trl_column_trim (&table->orders);
  trl_column_trim (&table->ends);
}
