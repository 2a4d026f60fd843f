/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever applies the edits that a witness wrote down has the same document again. */

#include "model/trl-edit-private.h"
#include "store/trl-json-scan.h"
#include "store/trl-store-edits.h"

#include "random-document.h"

#define N_DOCUMENTS 120
#define N_STEPS 12

typedef struct
{
  TrlDocument *twin; /* what follows */
  guint        steps;
  guint        edits;
} Follower;

/* The list as it stands in a line of a journal: scanned first. */
static GPtrArray *
read_list (const char *text, GError **error)
{
  gsize length = strlen (text);
  g_autoptr (GHashTable) fields =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrlReader reader = {
    .name = "edits", .text = text, .length = length, .fields = fields
  };
  GPtrArray *edits = NULL;

  if (trl_json_scan (text, length, NULL, error))
    edits = trl_edits_read (&reader, trl_json_root (text, length), error);
  g_clear_pointer (&reader.fault, trl_problem_free);
  return edits;
}

static void
follow (TrlDocument *document, const TrlStepNote *note, gpointer data)
{
  Follower *follower = data;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  trl_edits_write (text, note->edits);
  g_assert_null (strchr (text->str, '\n'));
  edits = read_list (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (edits->len, ==, note->edits->len);
  trl_document_begin (follower->twin, note->name, note->merge_key);
  for (guint i = 0; i < edits->len; i++)
    {
      if (!trl_document_apply (follower->twin, edits->pdata[i], &error))
        g_error ("%s: %s", error->message, text->str);
    }
  trl_document_end (follower->twin);
  follower->steps++;
  follower->edits += edits->len;
}

static TrlNetwork *
any_network (TrlDocument *document, GRand *random)
{
  guint n = trl_document_get_n_networks (document);

  return n == 0 ? NULL
                : trl_document_get_network (
                    document, (guint) g_rand_int_range (random, 0, (int) n));
}

static const char *
any_row (const TrlTable *table, GRand *random)
{
  guint        n;
  const guint *rows = trl_table_get_rows (table, &n);

  return n == 0 ? NULL
                : trl_table_get_id (table, rows[g_rand_int_range (random, 0, (int) n)]);
}

static void
place_all (TrlDocument *document, GRand *random, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    for (guint prop = TRL_NODE_X; prop <= TRL_NODE_Y; prop++)
      trl_document_set (document, TRL_KIND_NODE, trl_network_get_id (network),
                        trl_table_get_id (nodes, rows[i]), prop,
                        g_rand_int_range (random, 0, 9) == 0
                          ? TRL_NONE_VALUE
                          : TRL_NUMBER (g_rand_double_range (random, -900, 900)));
}

static void
change_network (TrlDocument *document, GRand *random, TrlNetwork *network)
{
  const char *id = trl_network_get_id (network);
  const char *node = any_row (trl_network_get_nodes (network), random);
  const char *edge = any_row (trl_network_get_edges (network), random);
  g_autoptr (TrlRecord) fresh = trl_record_new (TRL_KIND_NODE, NULL);
  g_autoptr (TrlRecord) tie = NULL;

  trl_record_set (fresh, TRL_NODE_NAME, TRL_TEXT ("New\n“quoted” \t"));
  trl_record_set_field (fresh, "budget", "12\"5");
  trl_document_add (document, id, fresh);
  if (node)
    {
      tie = trl_record_new_edge (NULL, fresh->id, node);
      trl_document_add (document, id, tie);
      trl_document_set (document, TRL_KIND_NODE, id, node, TRL_NODE_NAME,
                        TRL_TEXT (maybe (random) ? "" : "Renamed"));
      trl_document_apply (document,
                          &(TrlEdit){ .kind = TRL_EDIT_SET,
                                      .of = TRL_KIND_NODE,
                                      .network = id,
                                      .id = node,
                                      .field = "colour",
                                      .value = TRL_TEXT ("green") },
                          NULL);
    }
  if (edge && maybe (random))
    trl_document_apply (
      document,
      &(TrlEdit){
        .kind = TRL_EDIT_REMOVE, .of = TRL_KIND_EDGE, .network = id, .id = edge },
      NULL);
  if (node && maybe (random))
    trl_document_remove_node (document, id, node);
  if (maybe (random))
    place_all (document, random, network);
}

/* A network as it is goes out and comes back, or a new one comes. */
static void
change_networks (TrlDocument *document, GRand *random)
{
  TrlNetwork *network = any_network (document, random);
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, NULL);
  guint n = trl_document_get_n_networks (document);

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT ("Another"));
  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      trl_document_add_network (document, record);
      break;
    case 1:
      if (network)
        {
          change_network (document, random, network);
          trl_document_apply (document,
                              &(TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK,
                                          .of = TRL_KIND_NETWORK,
                                          .network = trl_network_get_id (network) },
                              NULL);
        }
      break;
    default:
      if (network)
        trl_document_apply (
          document,
          &(TrlEdit){ .kind = TRL_EDIT_PLACE_NETWORK,
                      .of = TRL_KIND_NETWORK,
                      .network = trl_network_get_id (network),
                      .position = (guint) g_rand_int_range (random, 0, (int) n) },
          NULL);
    }
}

static void
change_words (TrlDocument *document, GRand *random)
{
  g_autoptr (TrlDocument) other = any_document (random);
  g_autoptr (TrlSavedFigure) figure = trl_saved_figure_new (NULL, "new");

  if (maybe (random))
    trl_document_set_vocabulary (document,
                                 (TrlVocabulary *) trl_document_get_vocabulary (other));
  else
    trl_document_put_figure (document, figure);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_TITLE,
                    TRL_TEXT ("Title"));
}

static void
take_step (TrlDocument *document, GRand *random)
{
  TrlNetwork *network = any_network (document, random);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      trl_document_undo (document);
      return;
    case 1:
      trl_document_redo (document);
      return;
    default:
      break;
    }
  trl_document_begin (document, "Step", maybe (random) ? "key" : NULL);
  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      change_networks (document, random);
      break;
    case 1:
      change_words (document, random);
      break;
    default:
      if (network)
        change_network (document, random, network);
    }
  if (g_rand_int_range (random, 0, 8) == 0)
    trl_document_cancel (document);
  else
    trl_document_end (document);
}

/* Members that are not known may stand over several lines in a file, not in a list of
 * edits. */
static char *
dup_without_space (TrlDocument *document)
{
  g_autoptr (GBytes) bytes = trl_store_to_bytes (document, NULL);
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);
  GString    *out = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      g_string_append_c (out, text[i]);
  return g_string_free (out, FALSE);
}

static void
test_follows (void)
{
  Follower follower = { 0 };

  for (guint seed = 1; seed <= N_DOCUMENTS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) made = any_document (random);
      g_autoptr (GBytes) bytes = trl_store_to_bytes (made, NULL);
      g_autoptr (TrlDocument) document = trl_store_from_bytes (bytes, "a", NULL);
      g_autoptr (TrlDocument) twin = trl_store_from_bytes (bytes, "b", NULL);

      g_test_message ("seed %u", seed);
      follower.twin = twin;
      trl_document_set_witness (document, follow, &follower);
      for (guint i = 0; i < N_STEPS; i++)
        {
          g_autofree char *one = NULL, *other = NULL;

          take_step (document, random);
          one = dup_without_space (document);
          other = dup_without_space (twin);
          g_assert_cmpstr (one, ==, other);
        }
      trl_document_set_witness (document, NULL, NULL);
    }
  g_assert_cmpuint (follower.steps, >, N_DOCUMENTS * N_STEPS / 2);
  g_assert_cmpuint (follower.edits, >, 3000);
}

/* A layout of many is one object, and short. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_edit_free);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    for (guint prop = TRL_NODE_X; prop <= TRL_NODE_Y; prop++)
      {
        g_autofree char *id = g_strdup_printf ("node-%u", i);

        g_ptr_array_add (edits, trl_edit_copy (&(TrlEdit){ .kind = TRL_EDIT_SET,
                                                           .of = TRL_KIND_NODE,
                                                           .network = "n",
                                                           .id = id,
                                                           .prop = prop,
                                                           .value = TRL_NUMBER (i) }));
      }
  trl_edits_write (text, edits);
  g_assert_cmpuint (text->len, <, 1000 * 24);
  again = read_list (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, edits->len);
  for (guint i = 0; i < edits->len; i++)
    {
      const TrlEdit *a = edits->pdata[i], *b = again->pdata[i];

      g_assert_true (trl_edit_is_same_target (a, b));
      g_assert_true (trl_value_equal (&a->value, &b->value));
    }
}

/* What no program of ours writes is refused with its place, and breaks nothing. */
static void
test_refuses (void)
{
  static const char *const wrong[] = {
    "{}",
    "[1]",
    "[{}]",
    "[{\"do\": \"fly\", \"of\": \"node\"}]",
    "[{\"do\": \"set\", \"of\": \"moon\"}]",
    "[{\"do\": \"set\", \"of\": \"node\"}]",
    "[{\"do\": \"set\", \"of\": \"node\", \"network\": \"n\", \"id\": \"a\"}]",
    "[{\"do\": \"set\", \"of\": \"node\", \"network\": \"n\", \"id\": \"a\", \"prop\": "
    "\"mass\", \"value\": 1}]",
    "[{\"do\": \"set\", \"of\": \"node\", \"network\": \"n\", \"id\": \"a\", \"prop\": "
    "\"name\", \"value\": []}]",
    "[{\"do\": \"remove\", \"of\": \"network\", \"network\": \"n\", \"id\": \"a\"}]",
    "[{\"do\": \"add\", \"of\": \"document\", \"network\": \"n\", \"record\": {}}]",
    "[{\"do\": \"add\", \"of\": \"node\", \"network\": \"n\"}]",
    "[{\"do\": \"add\", \"of\": \"edge\", \"network\": \"n\", \"record\": {\"id\": "
    "\"e\"}}]",
    "[{\"do\": \"add-network\", \"of\": \"network\"}]",
    "[{\"do\": \"set-vocabulary\", \"of\": \"document\"}]",
    "[{\"do\": \"set-figures\", \"of\": \"document\", \"figures\": 1}]",
    "[{\"do\": \"place\", \"network\": \"n\", \"at\": [\"a\", 1]}]",
    "[{\"do\": \"place\", \"network\": \"n\", \"at\": [1, 1, 1]}]",
    "[{\"do\": \"place\", \"at\": []}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_list (wrong[i], &error));
      g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, "line 1"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/edits/who-follows-has-the-same", test_follows);
  g_test_add_func ("/store/edits/many-places-are-one", test_places);
  g_test_add_func ("/store/edits/refuses-what-it-did-not-write", test_refuses);
  return g_test_run ();
}
