/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns by row.  A column that no row uses does not exist; an unset number is NAN, an
 * unset text NULL; a row without an id is free. */

#include "model/trl-id-index.h"
#include "model/trl-table-private.h"

#include <math.h>
#include <string.h>

#define FIRST_ALLOCATION 16

struct TrlTable
{
  TrlKind        kind;
  const TrlProp *props;
  guint          n_props;
  guint          size;
  guint          capacity;  /* rows ever used */
  guint          allocated; /* length of every column */
  char         **ids;
  gint64        *orders;
  gint64         last_order;
  guint         *ends[2];
  gpointer      *columns; /* char ** or double * a property, NULL while unused */
  GHashTable    *fields;  /* id → char ** */
  char         **extras;
  TrlIdIndex     index;
  GArray        *free_rows;
  GArray        *sorted;
  gboolean       is_sorted;
};

static gboolean
is_numeric (const TrlTable *table, guint prop)
{
  return table->props[prop].type == TRL_PROP_NUMBER ||
         table->props[prop].type == TRL_PROP_FLAG;
}

static gboolean
is_shared (const TrlTable *table, guint prop)
{
  return table->props[prop].type == TRL_PROP_TERM ||
         table->props[prop].type == TRL_PROP_TERMS;
}

TrlTable *
trl_table_new (TrlKind kind)
{
  TrlTable *table = g_new0 (TrlTable, 1);

  table->kind = kind;
  table->props = trl_props (kind, &table->n_props);
  table->columns = g_new0 (gpointer, table->n_props);
  table->free_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  table->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; texts && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
free_column (TrlTable *table, guint prop)
{
  char **texts = table->columns[prop];

  if (!texts || is_numeric (table, prop))
    {
      g_free (table->columns[prop]);
      return;
    }
  if (!is_shared (table, prop))
    {
      free_texts (texts, table->capacity);
      return;
    }
  for (guint i = 0; i < table->capacity; i++)
    g_clear_pointer (&texts[i], g_ref_string_release);
  g_free (texts);
}

void
trl_table_free (TrlTable *table)
{
  GHashTableIter iter;
  gpointer       column;

  if (!table)
    return;
  for (guint i = 0; i < table->n_props; i++)
    free_column (table, i);
  g_free (table->columns);
  if (table->fields)
    {
      g_hash_table_iter_init (&iter, table->fields);
      while (g_hash_table_iter_next (&iter, NULL, &column))
        free_texts (column, table->capacity);
      g_hash_table_unref (table->fields);
    }
  free_texts (table->extras, table->capacity);
  trl_id_index_clear (&table->index);
  free_texts (table->ids, table->capacity);
  g_free (table->orders);
  g_free (table->ends[0]);
  g_free (table->ends[1]);
  g_array_unref (table->free_rows);
  g_array_unref (table->sorted);
  g_free (table);
}

static char **
copy_texts (char *const *texts, guint n, guint allocated, gboolean shared)
{
  char **copy = g_new0 (char *, allocated);

  for (guint i = 0; i < n; i++)
    if (texts[i])
      copy[i] = shared ? g_ref_string_acquire (texts[i]) : g_strdup (texts[i]);
  return copy;
}

static gpointer
copy_column (const TrlTable *table, guint prop)
{
  gpointer column = table->columns[prop];

  if (!column)
    return NULL;
  if (is_numeric (table, prop))
    return g_memdup2 (column, table->allocated * sizeof (double));
  return copy_texts (column, table->capacity, table->allocated, is_shared (table, prop));
}

static void
copy_fields (TrlTable *copy, const TrlTable *table)
{
  GHashTableIter iter;
  gpointer       field, column;

  if (!table->fields)
    return;
  copy->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, table->fields);
  while (g_hash_table_iter_next (&iter, &field, &column))
    g_hash_table_insert (copy->fields, g_strdup (field),
                         copy_texts (column, table->capacity, table->allocated, FALSE));
}

/* Rows stay what they are, so that the ends of edges mean the same nodes in the copy. */
TrlTable *
trl_table_copy (const TrlTable *table)
{
  TrlTable *copy = trl_table_new (table->kind);
  guint     n = table->allocated;

  copy->size = table->size;
  copy->capacity = table->capacity;
  copy->allocated = n;
  copy->last_order = table->last_order;
  if (n == 0)
    return copy;
  copy->ids = copy_texts (table->ids, table->capacity, n, FALSE);
  copy->orders = g_memdup2 (table->orders, n * sizeof (gint64));
  for (guint end = 0; end < 2; end++)
    copy->ends[end] = g_memdup2 (table->ends[end], n * sizeof (guint));
  for (guint i = 0; i < table->n_props; i++)
    copy->columns[i] = copy_column (table, i);
  copy_fields (copy, table);
  if (table->extras)
    copy->extras = copy_texts (table->extras, table->capacity, n, FALSE);
  copy->index = trl_id_index_copy (&table->index);
  if (table->free_rows->len)
    g_array_append_vals (copy->free_rows, table->free_rows->data, table->free_rows->len);
  return copy;
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

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrlTable *table = data;
  guint           row_a = *(const guint *) a, row_b = *(const guint *) b;

  if (table->orders[row_a] != table->orders[row_b])
    return table->orders[row_a] < table->orders[row_b] ? -1 : 1;
  return strcmp (table->ids[row_a], table->ids[row_b]);
}

static gboolean
is_in_order (const TrlTable *table, const GArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    if (compare_rows (&g_array_index (rows, guint, i - 1),
                      &g_array_index (rows, guint, i), (gpointer) table) > 0)
      return FALSE;
  return TRUE;
}

/* The order is a cache: asking for it changes nothing that can be seen. */
const guint *
trl_table_get_rows (const TrlTable *table, guint *n)
{
  GArray *sorted = table->sorted;

  if (!table->is_sorted)
    {
      g_array_set_size (sorted, 0);
      for (guint row = 0; row < table->capacity; row++)
        if (table->ids[row])
          g_array_append_val (sorted, row);
      if (!is_in_order (table, sorted))
        g_array_sort_with_data (sorted, compare_rows, (gpointer) table);
      ((TrlTable *) table)->is_sorted = TRUE;
    }
  if (n)
    *n = sorted->len;
  return (const guint *) (gpointer) sorted->data;
}

guint
trl_table_find (const TrlTable *table, const char *id)
{
  return id ? trl_id_index_find (&table->index, table->ids, id) : TRL_NO_ROW;
}

gboolean
trl_table_has_row (const TrlTable *table, guint row)
{
  return row < table->capacity && table->ids[row] != NULL;
}

const char *
trl_table_get_id (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return table->ids[row];
}

gint64
trl_table_get_order (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), 0);

  return table->orders[row];
}

guint
trl_table_get_end (const TrlTable *table, guint row, guint end)
{
  g_return_val_if_fail (table->kind == TRL_KIND_EDGE, TRL_NO_ROW);
  g_return_val_if_fail (trl_table_has_row (table, row) && end < 2, TRL_NO_ROW);

  return table->ends[end][row];
}

const char *
trl_table_get_text (const TrlTable *table, guint row, guint prop)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);
  g_return_val_if_fail (prop < table->n_props && !is_numeric (table, prop), NULL);

  return table->columns[prop] ? ((char **) table->columns[prop])[row] : NULL;
}

double
trl_table_get_number (const TrlTable *table, guint row, guint prop)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NAN);
  g_return_val_if_fail (prop < table->n_props && is_numeric (table, prop), NAN);

  return table->columns[prop] ? ((double *) table->columns[prop])[row] : NAN;
}

gboolean
trl_table_get_flag (const TrlTable *table, guint row, guint prop)
{
  return trl_table_get_number (table, row, prop) == 1;
}

const char *
trl_table_get_field (const TrlTable *table, guint row, const char *field)
{
  char **column = table->fields ? g_hash_table_lookup (table->fields, field) : NULL;

  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return column ? column[row] : NULL;
}

const char *
trl_table_get_extra (const TrlTable *table, guint row)
{
  g_return_val_if_fail (trl_table_has_row (table, row), NULL);

  return table->extras ? table->extras[row] : NULL;
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

  record->order = table->orders[row];
  record->extra = g_strdup (trl_table_get_extra (table, row));
  for (guint end = 0; nodes && table->kind == TRL_KIND_EDGE && end < 2; end++)
    record->ends[end] = g_strdup (nodes->ids[table->ends[end][row]]);
  for (guint i = 0; i < table->n_props; i++)
    record->values[i] = trl_table_get_value (table, row, i);
  if (!table->fields)
    return record;
  g_hash_table_iter_init (&iter, table->fields);
  while (g_hash_table_iter_next (&iter, &field, &column))
    if (((char **) column)[row])
      trl_record_set_field (record, field, ((char **) column)[row]);
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

static gpointer
resize_texts (gpointer texts, guint from, guint to)
{
  char **resized = g_renew (char *, texts, to);

  if (to > from)
    memset (resized + from, 0, (to - from) * sizeof (char *));
  return resized;
}

static gpointer
resize_numbers (gpointer numbers, guint from, guint to)
{
  double *resized = g_renew (double, numbers, to);

  for (guint i = from; i < to; i++)
    resized[i] = NAN;
  return resized;
}

/* Rows that are in use must have room in @to. */
static void
resize (TrlTable *table, guint to)
{
  guint          from = table->allocated;
  GHashTableIter iter;
  gpointer       field, column;

  table->ids = resize_texts (table->ids, from, to);
  table->orders = g_renew (gint64, table->orders, to);
  if (table->kind == TRL_KIND_EDGE)
    for (guint end = 0; end < 2; end++)
      table->ends[end] = g_renew (guint, table->ends[end], to);
  for (guint i = 0; i < table->n_props; i++)
    if (table->columns[i])
      table->columns[i] = is_numeric (table, i)
                            ? resize_numbers (table->columns[i], from, to)
                            : resize_texts (table->columns[i], from, to);
  if (table->extras)
    table->extras = resize_texts (table->extras, from, to);
  if (table->fields)
    {
      g_hash_table_iter_init (&iter, table->fields);
      while (g_hash_table_iter_next (&iter, &field, &column))
        g_hash_table_iter_replace (&iter, resize_texts (column, from, to));
    }
  table->allocated = to;
}

/* Half as much again: what stands empty in a large table is at most a third of it. */
static void
grow (TrlTable *table)
{
  resize (table, table->allocated + MAX (FIRST_ALLOCATION, table->allocated / 2));
}

static guint
take_row (TrlTable *table)
{
  guint row;

  if (table->free_rows->len > 0)
    {
      row = g_array_index (table->free_rows, guint, table->free_rows->len - 1);
      g_array_set_size (table->free_rows, table->free_rows->len - 1);
      return row;
    }
  if (table->capacity == table->allocated)
    grow (table);
  return table->capacity++;
}

static void
set_text (TrlTable *table, guint row, guint prop, const char *text)
{
  char **column = table->columns[prop];
  char  *old;

  if (!column && !text)
    return;
  if (!column)
    column = table->columns[prop] = g_new0 (char *, table->allocated);
  old = column[row];
  if (is_shared (table, prop))
    {
      column[row] = text ? g_ref_string_new_intern (text) : NULL;
      g_clear_pointer (&old, g_ref_string_release);
      return;
    }
  column[row] = g_strdup (text);
  g_free (old);
}

static void
set_number (TrlTable *table, guint row, guint prop, double number)
{
  double *column = table->columns[prop];

  if (!column && isnan (number))
    return;
  if (!column)
    column = table->columns[prop] = resize_numbers (NULL, 0, table->allocated);
  column[row] = number;
}

void
trl_table_set (TrlTable *table, guint row, guint prop, const TrlValue *value)
{
  if (is_numeric (table, prop))
    set_number (table, row, prop, value->type == TRL_VALUE_NUMBER ? value->number : NAN);
  else
    set_text (table, row, prop, value->text);
}

void
trl_table_set_field (TrlTable *table, guint row, const char *field, const char *text)
{
  char **column = table->fields ? g_hash_table_lookup (table->fields, field) : NULL;

  if (!column && !text)
    return;
  if (!table->fields)
    table->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!column)
    {
      column = g_new0 (char *, table->allocated);
      g_hash_table_insert (table->fields, g_strdup (field), column);
    }
  g_free (column[row]);
  column[row] = g_strdup (text);
}

static void
set_extra (TrlTable *table, guint row, const char *extra)
{
  if (!table->extras && !extra)
    return;
  if (!table->extras)
    table->extras = g_new0 (char *, table->allocated);
  g_free (table->extras[row]);
  table->extras[row] = g_strdup (extra);
}

guint
trl_table_add (TrlTable *table, const TrlRecord *record, const guint *ends)
{
  GHashTableIter iter;
  gpointer       field, text;
  guint          row;

  if (trl_id_index_find (&table->index, table->ids, record->id) != TRL_NO_ROW)
    return TRL_NO_ROW;

  row = take_row (table);
  table->size++;
  table->is_sorted = FALSE;
  table->ids[row] = g_strdup (record->id);
  table->orders[row] = record->order ? record->order : table->last_order + 1;
  table->last_order = MAX (table->last_order, table->orders[row]);
  trl_id_index_add (&table->index, table->ids, row);
  for (guint end = 0; ends && end < 2; end++)
    table->ends[end][row] = ends[end];
  for (guint i = 0; i < table->n_props; i++)
    trl_table_set (table, row, i, &record->values[i]);
  set_extra (table, row, record->extra);
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
  set_extra (table, row, NULL);
  if (table->fields)
    {
      g_hash_table_iter_init (&iter, table->fields);
      while (g_hash_table_iter_next (&iter, &field, NULL))
        trl_table_set_field (table, row, field, NULL);
    }
  trl_id_index_remove (&table->index, table->ids, row);
  g_clear_pointer (&table->ids[row], g_free);
  g_array_append_val (table->free_rows, row);
  table->size--;
  table->is_sorted = FALSE;
}

void
trl_table_set_order (TrlTable *table, guint row, gint64 order)
{
  table->orders[row] = order;
  table->last_order = MAX (table->last_order, order);
  table->is_sorted = FALSE;
}

static gboolean
is_unused (const TrlTable *table, guint prop)
{
  for (guint row = 0; row < table->capacity; row++)
    if (is_numeric (table, prop) ? !isnan (((double *) table->columns[prop])[row])
                                 : ((char **) table->columns[prop])[row] != NULL)
      return FALSE;
  return TRUE;
}

void
trl_table_pack (TrlTable *table)
{
  guint        n;
  const guint *rows = trl_table_get_rows (table, &n);

  for (guint i = 0; i < n; i++)
    table->orders[rows[i]] = i + 1;
  table->last_order = n;
  for (guint i = 0; i < table->n_props; i++)
    if (table->columns[i] && is_unused (table, i))
      g_clear_pointer (&table->columns[i], g_free);
  if (table->allocated > 0)
    resize (table, MAX (FIRST_ALLOCATION, table->capacity));
}
