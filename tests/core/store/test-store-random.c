/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents made by chance, with everything a file can hold, survive the file. */

#include "store/trl-store.h"

#include "random-document.h"

#define N_DOCUMENTS 150

static void
assert_same_record (const TrlRecord *a, const TrlRecord *b)
{
  GHashTableIter iter;
  gpointer       field, text;
  guint          n;

  trl_props (a->kind, &n);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->order, ==, b->order);
  g_assert_cmpstr (a->ends[0], ==, b->ends[0]);
  g_assert_cmpstr (a->ends[1], ==, b->ends[1]);
  g_assert_cmpstr (a->extra, ==, b->extra);
  for (guint i = 0; i < n; i++)
    g_assert_true (trl_value_equal (&a->values[i], &b->values[i]));
  g_assert_cmpuint (a->fields ? g_hash_table_size (a->fields) : 0, ==,
                    b->fields ? g_hash_table_size (b->fields) : 0);
  if (!a->fields)
    return;
  g_hash_table_iter_init (&iter, a->fields);
  while (g_hash_table_iter_next (&iter, &field, &text))
    g_assert_cmpstr (text, ==, trl_record_get_field (b, field));
}

static void
assert_same_table (const TrlNetwork *a, const TrlNetwork *b, TrlKind kind)
{
  const TrlTable *one = trl_network_get_table (a, kind);
  const TrlTable *two = trl_network_get_table (b, kind);
  guint           n, m;
  const guint    *rows = trl_table_get_rows (one, &n);
  const guint    *twin_rows = trl_table_get_rows (two, &m);

  g_assert_cmpuint (n, ==, m);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) record =
        trl_table_get_record (one, rows[i], trl_network_get_nodes (a));
      g_autoptr (TrlRecord) twin =
        trl_table_get_record (two, twin_rows[i], trl_network_get_nodes (b));

      assert_same_record (record, twin);
    }
}

static void
assert_same_figures (TrlDocument *a, TrlDocument *b)
{
  guint n = trl_document_get_n_figures (a);

  g_assert_cmpuint (n, ==, trl_document_get_n_figures (b));
  for (guint i = 0; i < n; i++)
    g_assert_true (trl_saved_figure_equal (trl_document_get_figure (a, i),
                                           trl_document_get_figure (b, i)));
}

static void
assert_same_document (TrlDocument *a, TrlDocument *b)
{
  guint n = trl_document_get_n_networks (a);

  assert_same_record (trl_document_get_record (a), trl_document_get_record (b));
  g_assert_cmpuint (n, ==, trl_document_get_n_networks (b));
  assert_same_figures (a, b);
  for (guint i = 0; i < n; i++)
    {
      TrlNetwork *one = trl_document_get_network (a, i);
      TrlNetwork *two = trl_document_get_network (b, i);

      assert_same_record (trl_network_get_record (one), trl_network_get_record (two));
      assert_same_table (one, two, TRL_KIND_NODE);
      assert_same_table (one, two, TRL_KIND_EDGE);
    }
}

static void
test_survives (void)
{
  for (guint seed = 1; seed <= N_DOCUMENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = any_document (random);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = trl_store_to_bytes (document, &error);
      g_autoptr (TrlDocument) twin = trl_store_from_bytes (bytes, "random", &error);
      g_autoptr (GBytes) again = NULL;

      g_test_message ("seed %u", seed);
      g_assert_no_error (error);
      assert_same_document (document, twin);
      again = trl_store_to_bytes (twin, &error);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
change_figures (TrlDocument *document, GRand *random)
{
  g_autoptr (TrlSavedFigure) figure = trl_saved_figure_new (NULL, "new");
  guint n = trl_document_get_n_figures (document);

  if (n == 0 || maybe (random))
    trl_document_put_figure (document, figure);
  else
    trl_document_remove_figure (
      document,
      trl_document_get_figure (document, (guint) g_rand_int_range (random, 0, (int) n))
        ->id);
}

static void
change_something (TrlDocument *document, GRand *random)
{
  guint n = trl_document_get_n_networks (document);

  trl_document_begin (document, "Change", NULL);
  if (maybe (random))
    change_figures (document, random);
  for (guint i = 0; i < n; i++)
    {
      TrlNetwork     *network = trl_document_get_network (document, i);
      const TrlTable *nodes = trl_network_get_nodes (network);
      guint           size = trl_table_get_size (nodes);
      guint           row = size ? (guint) g_rand_int_range (random, 0, (int) size) : 0;

      if (size == 0)
        continue;
      if (maybe (random))
        trl_document_remove_node (
          document, trl_network_get_id (network),
          trl_table_get_id (nodes, trl_table_get_rows (nodes, NULL)[row]));
      else
        trl_document_set (document, TRL_KIND_NODE, trl_network_get_id (network),
                          trl_table_get_id (nodes, trl_table_get_rows (nodes, NULL)[row]),
                          TRL_NODE_NAME, TRL_TEXT ("changed"));
    }
  trl_document_end (document);
}

static void
test_undo (void)
{
  for (guint seed = 1; seed <= N_DOCUMENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) made = any_document (random);
      g_autoptr (GBytes) bytes = trl_store_to_bytes (made, NULL);
      g_autoptr (TrlDocument) document = trl_store_from_bytes (bytes, "random", NULL);
      g_autoptr (GBytes) after = NULL;

      for (guint i = 0; i < 5; i++)
        change_something (document, random);
      while (trl_document_undo (document))
        ;
      after = trl_store_to_bytes (document, NULL);
      g_assert_true (g_bytes_equal (bytes, after));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/random/documents-survive-the-file", test_survives);
  g_test_add_func ("/store/random/edits-and-undo-leave-the-file-as-it-was", test_undo);
  return g_test_run ();
}
