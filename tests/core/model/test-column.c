/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns and the copies that share their chunks. */

#include "model/trl-column.h"
#include "model/trl-document.h"
#include "model/trl-table-private.h"

#include <math.h>

#define ROWS (4 * TRL_CHUNK)

static void
test_unset (void)
{
  TrlColumn numbers = { TRL_COLUMN_NUMBERS }, texts = { TRL_COLUMN_TEXTS };

  g_assert_null (trl_column_peek (&numbers, 3));
  trl_column_write (&numbers, 3)->number = 7;
  g_assert_cmpfloat (trl_column_peek (&numbers, 3)->number, ==, 7);
  g_assert_true (isnan (trl_column_peek (&numbers, 4)->number));
  g_assert_null (trl_column_peek (&numbers, TRL_CHUNK));
  trl_column_set_text (&texts, 2 * TRL_CHUNK, NULL);
  g_assert_cmpuint (texts.n_chunks, ==, 0);
  trl_column_set_text (&texts, 2 * TRL_CHUNK, "a");
  g_assert_cmpstr (trl_column_get_text (&texts, 2 * TRL_CHUNK), ==, "a");
  g_assert_null (trl_column_get_text (&texts, 0));
  trl_column_clear (&numbers);
  trl_column_clear (&texts);
}

static void
test_trim (void)
{
  TrlColumn texts = { TRL_COLUMN_TEXTS };

  trl_column_set_text (&texts, 1, "a");
  trl_column_set_text (&texts, TRL_CHUNK, "b");
  trl_column_set_text (&texts, 5 * TRL_CHUNK, "c");
  trl_column_set_text (&texts, 1, NULL);
  trl_column_set_text (&texts, 5 * TRL_CHUNK, NULL);
  trl_column_trim (&texts);
  g_assert_cmpuint (texts.n_chunks, ==, 2);
  g_assert_null (texts.chunks[0]);
  g_assert_cmpstr (trl_column_get_text (&texts, TRL_CHUNK), ==, "b");
  trl_column_set_text (&texts, TRL_CHUNK, NULL);
  trl_column_trim (&texts);
  g_assert_cmpuint (texts.n_chunks, ==, 0);
}

static void
fill (TrlColumn *column)
{
  for (guint row = 0; row < ROWS; row++)
    {
      g_autofree char *text = g_strdup_printf ("%u", row);

      trl_column_set_text (column, row, text);
    }
}

/* What was borrowed stays good though the chunk it lay in is another's now. */
static void
test_copy (void)
{
  TrlColumn   column = { TRL_COLUMN_TEXTS }, copy;
  const char *borrowed;

  fill (&column);
  copy = trl_column_copy (&column);
  g_assert_cmpuint (trl_column_count_shared (&column), ==, ROWS / TRL_CHUNK);
  borrowed = trl_column_get_text (&column, 1);
  trl_column_set_text (&column, 0, "new");
  g_assert_cmpuint (trl_column_count_shared (&column), ==, ROWS / TRL_CHUNK - 1);
  g_assert_cmpstr (trl_column_get_text (&copy, 0), ==, "0");
  trl_column_clear (&copy);
  g_assert_cmpuint (trl_column_count_shared (&column), ==, 0);
  g_assert_cmpstr (trl_column_get_text (&column, 0), ==, "new");
  g_assert_true (trl_column_get_text (&column, 1) == borrowed);
  g_assert_cmpstr (borrowed, ==, "1");
  trl_column_clear (&column);
}

/* A thread frees its copies while chunks are written here. */
static gpointer
free_copies (gpointer data)
{
  GAsyncQueue *queue = data;

  for (guint i = 0; i < ROWS; i++)
    {
      g_autofree TrlColumn *copy = g_async_queue_pop (queue);

      for (guint row = 0; row < ROWS; row++)
        g_assert_nonnull (trl_column_get_text (copy, row));
      trl_column_clear (copy);
    }
  return NULL;
}

static void
test_thread (void)
{
  g_autoptr (GAsyncQueue) queue = g_async_queue_new ();
  TrlColumn column = { TRL_COLUMN_TERMS };
  GThread  *thread = g_thread_new ("free", free_copies, queue);

  fill (&column);
  for (guint i = 0; i < ROWS; i++)
    {
      TrlColumn copy = trl_column_copy (&column);

      g_async_queue_push (queue, g_memdup2 (&copy, sizeof copy));
      trl_column_set_text (&column, i, "written");
    }
  g_thread_join (thread);
  for (guint row = 0; row < ROWS; row++)
    g_assert_cmpstr (trl_column_get_text (&column, row), ==, "written");
  trl_column_clear (&column);
}

static guint
add_nodes (TrlTable *table, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, id);

      trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (id));
      trl_record_set (record, TRL_NODE_COUNT, TRL_NUMBER (i));
      trl_table_add (table, record, NULL);
    }
  return n;
}

/* Of a table of any size, a change of one value doubles one chunk. */
static void
test_change_costs_a_chunk (void)
{
  const TrlValue other = TRL_TEXT ("other");

  for (guint n = 1; n < 100000; n *= 20)
    {
      g_autoptr (TrlTable) table = trl_table_new (TRL_KIND_NODE);
      g_autoptr (TrlTable) copy = NULL;
      guint before, row = add_nodes (table, n) - 1;

      copy = trl_table_copy (table);
      before = trl_table_count_shared (table);
      trl_table_set (table, row, TRL_NODE_NAME, &other);
      g_assert_cmpuint (trl_table_count_shared (table), ==, before - 1);
      g_assert_cmpuint (trl_table_count_shared (copy), ==, before - 1);
      g_assert_cmpstr (trl_table_get_text (copy, row, TRL_NODE_NAME), !=, "other");
    }
}

/* Rows go from one and come to the other. */
static void
test_tables_part (void)
{
  g_autoptr (TrlTable) table = trl_table_new (TRL_KIND_NODE);
  g_autoptr (TrlTable) copy = NULL;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, "last");
  guint n, row;

  add_nodes (table, ROWS);
  trl_table_get_rows (table, NULL);
  copy = trl_table_copy (table);
  trl_table_remove (table, 0);
  row = trl_table_add (copy, record, NULL);
  g_assert_cmpuint (trl_table_find (table, "n0"), ==, TRL_NO_ROW);
  g_assert_cmpuint (trl_table_find (copy, "n0"), ==, 0);
  g_assert_cmpuint (trl_table_find (table, "last"), ==, TRL_NO_ROW);
  g_assert_cmpuint (trl_table_find (copy, "last"), ==, row);
  g_assert_cmpuint (trl_table_get_rows (table, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, ROWS - 1);
  g_assert_cmpuint (trl_table_get_rows (copy, &n)[0], ==, 0);
  g_assert_cmpuint (n, ==, ROWS + 1);
}

/* More than a byte counts: each writes another row, so that each holds the text. */
static void
test_held_by_many (void)
{
  static TrlColumn copies[300];
  TrlColumn        texts = { TRL_COLUMN_TEXTS };

  trl_column_set_text (&texts, 0, "held");
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    copies[i] = trl_column_copy (&texts);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    trl_column_set_text (&copies[i], 1, "own");
  trl_column_clear (&texts);
  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      g_assert_cmpstr (trl_column_get_text (&copies[i], 0), ==, "held");
      trl_column_clear (&copies[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/column/unset-takes-no-room", test_unset);
  g_test_add_func ("/model/column/trimmed-of-what-is-unset", test_trim);
  g_test_add_func ("/model/column/copies-share-until-written", test_copy);
  g_test_add_func ("/model/column/copies-go-in-threads", test_thread);
  g_test_add_func ("/model/column/a-change-doubles-one-chunk", test_change_costs_a_chunk);
  g_test_add_func ("/model/column/tables-part", test_tables_part);
  g_test_add_func ("/model/column/a-text-is-held-by-many", test_held_by_many);
  return g_test_run ();
}
