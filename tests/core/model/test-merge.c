/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging partners: nothing is lost, every partnership is accounted for, undo gives back
 * the same bytes.
 */

#include "config.h"

#include "../store/random-document.h"
#include "model/trl-merge.h"
#include "store/trl-store.h"

static void
add_node (TrlDocument *document, const char *id, const char *name, double count)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (count));
  g_assert_true (trl_document_add (document, "net", node));
}

static void
add_edge (
  TrlDocument *document, const char *from, const char *to, int rank, const char *kind)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  g_autofree char *id = g_strconcat (from, to, kind, NULL);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, from, to);

  if (rank >= 0)
    trl_record_set (edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, (guint) rank)->id));
  trl_record_set (edge, TRL_EDGE_KIND, TRL_TEXT (kind));
  g_assert_true (trl_document_add (document, "net", edge));
}

/* a and b are the same library; x, y, z are others, z the hub. */
static TrlDocument *
make_document (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "net");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  add_node (document, "a", "Library", 2);
  add_node (document, "b", "Town Library", 3);
  add_node (document, "x", "Museum", 1);
  add_node (document, "y", "School", 1);
  add_node (document, "z", "Centre", 1);
  add_edge (document, "a", "x", 1, NULL);
  add_edge (document, "x", "b", 3, NULL);
  add_edge (document, "b", "y", 2, NULL);
  add_edge (document, "a", "b", 4, NULL);
  add_edge (document, "a", "z", 1, "funding");
  add_edge (document, "b", "z", -1, "referral");
  trl_document_set (document, TRL_KIND_NETWORK, "net", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("b"));
  trl_document_set (document, TRL_KIND_NODE, "net", "a", TRL_NODE_ROLES,
                    TRL_TEXT ("sponsor"));
  trl_document_set (document, TRL_KIND_NODE, "net", "b", TRL_NODE_ROLES,
                    TRL_TEXT ("guide"));
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static const char *const pair[] = { "a", "b" };

static void
merge_pair (TrlDocument *document, gboolean add_counts)
{
  TrlMergeRequest request = { pair, 2, 1, 0, add_counts };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlMerge) merge =
    trl_merge_new (trl_document_get_network (document, 0), &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (merge->n_combined, ==, 1);
  g_assert_cmpuint (merge->n_between, ==, 1);
  g_assert_cmpuint (merge->n_moved, ==, 2);
  g_assert_true (merge->takes_hub);
  trl_document_begin (document, "Merge", NULL);
  g_assert_true (trl_merge_apply (document, merge, &error));
  trl_document_end (document);
  g_assert_no_error (error);
}

static void
test_deepest_level_stays (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *edges = trl_network_get_edges (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           edge, node;

  merge_pair (document, FALSE);
  g_assert_cmpuint (trl_table_get_size (edges), ==, 4);
  edge = trl_table_find (edges, "ax");
  g_assert_cmpint (trl_network_get_edge_rank (network, edge), ==, 3);
  g_assert_nonnull (strstr (trl_table_get_text (edges, edge, TRL_EDGE_NOTE), "Library"));
  node = trl_table_find (nodes, "a");
  g_assert_cmpuint (trl_network_get_hub (network), ==, node);
  g_assert_cmpstr (trl_table_get_text (nodes, node, TRL_NODE_NAME), ==, "Town Library");
  g_assert_nonnull (strstr (trl_table_get_text (nodes, node, TRL_NODE_ROLES), "guide"));
  g_assert_nonnull (strstr (trl_table_get_text (nodes, node, TRL_NODE_ROLES), "sponsor"));
  g_assert_cmpfloat (trl_table_get_number (nodes, node, TRL_NODE_COUNT), ==, 2);
  g_assert_nonnull (
    strstr (trl_table_get_text (nodes, node, TRL_NODE_NOTE), "“Library”"));
}

static void
test_counts_add_up_when_asked (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));

  merge_pair (document, TRUE);
  g_assert_cmpfloat (
    trl_table_get_number (nodes, trl_table_find (nodes, "a"), TRL_NODE_COUNT), ==, 5);
}

/* Where each end answered, an answer stays with the end that gave it. */
static void
test_answers_keep_their_ends (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  const TrlTable *edges = trl_network_get_edges (trl_document_get_network (document, 0));
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  guint edge;

  trl_document_begin (document, "Answer", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "net", "xb", TRL_EDGE_BACK,
                    TRL_TEXT (trl_scale_get_level (scale, 2)->id));
  trl_document_end (document);
  merge_pair (document, FALSE);
  edge = trl_table_find (edges, "ax");
  g_assert_cmpstr (trl_table_get_text (edges, edge, TRL_EDGE_LEVEL), ==,
                   trl_scale_get_level (scale, 2)->id);
  g_assert_cmpstr (trl_table_get_text (edges, edge, TRL_EDGE_BACK), ==,
                   trl_scale_get_level (scale, 3)->id);
}

static void
test_missing_partner_is_refused (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  const char     *ids[] = { "a", "nobody" };
  TrlMergeRequest request = { ids, 2, 0, 0, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (
    trl_merge_new (trl_document_get_network (document, 0), &request, &error));
  g_assert_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_NOT_FOUND);
}

static void
test_hub_stays (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  const char *ids[] = { "x", "y", "b" };
  const char *others[] = { "y", "x" };

  g_assert_cmpuint (trl_merge_get_main (trl_document_get_network (document, 0), ids, 3),
                    ==, 2);
  g_assert_cmpuint (
    trl_merge_get_main (trl_document_get_network (document, 0), others, 2), ==, 1);
}

static char *
bytes_of (TrlDocument *document)
{
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
merge_some (TrlDocument *document, TrlNetwork *network, GRand *random)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, before = trl_table_get_size (edges);
  const guint    *rows = trl_table_get_rows (nodes, &n);
  guint           size = (guint) g_rand_int_range (random, 2, (int) n + 1);
  guint           first = (guint) g_rand_int_range (random, 0, (int) (n - size) + 1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrlMerge) merge = NULL;
  g_autoptr (GError) error = NULL;
  TrlMergeRequest request = { .n = size, .name = size - 1, .add_counts = maybe (random) };

  for (guint i = 0; i < size; i++)
    g_ptr_array_add (ids, g_strdup (trl_table_get_id (nodes, rows[first + i])));
  request.ids = (const char *const *) ids->pdata;
  merge = trl_merge_new (network, &request, &error);
  g_assert_no_error (error);
  trl_document_begin (document, "Merge", NULL);
  g_assert_true (trl_merge_apply (document, merge, &error));
  trl_document_end (document);
  g_assert_no_error (error);
  g_assert_cmpuint (trl_table_get_size (edges) + merge->n_combined + merge->n_between, ==,
                    before);
  g_assert_cmpuint (trl_table_get_size (nodes), ==, n + 1 - size);
}

static void
test_undo_gives_same_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (TrlDocument) document = any_document (random);
      g_autofree char *before = bytes_of (document);
      g_autofree char *after = NULL;
      guint            n_steps = 0;

      trl_document_forget_history (document);
      for (guint i = 0; i < trl_document_get_n_networks (document); i++)
        {
          TrlNetwork *network = trl_document_get_network (document, i);

          for (guint k = 0; k < 3; k++)
            if (trl_table_get_size (trl_network_get_nodes (network)) > 1 && ++n_steps)
              merge_some (document, network, random);
        }
      after = bytes_of (document);
      while (trl_document_undo (document))
        n_steps--;
      g_assert_cmpuint (n_steps, ==, 0);
      {
        g_autofree char *undone = bytes_of (document);
        g_assert_cmpstr (undone, ==, before);
      }
      while (trl_document_redo (document))
        ;
      {
        g_autofree char *redone = bytes_of (document);
        g_assert_cmpstr (redone, ==, after);
      }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/merge/deepest-level-stays", test_deepest_level_stays);
  g_test_add_func ("/model/merge/counts-add-up-when-asked",
                   test_counts_add_up_when_asked);
  g_test_add_func ("/model/merge/answers-keep-their-ends", test_answers_keep_their_ends);
  g_test_add_func ("/model/merge/missing-partner-is-refused",
                   test_missing_partner_is_refused);
  g_test_add_func ("/model/merge/hub-is-who-stays", test_hub_stays);
  g_test_add_func ("/model/merge/undo-gives-same-bytes", test_undo_gives_same_bytes);
  return g_test_run ();
}
