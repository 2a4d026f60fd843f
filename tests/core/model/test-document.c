/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo gives back what was there, whatever was done: by hand-made steps and by a random
 * user. */

#include "describe.h"

#include <math.h>

typedef struct
{
  guint n;
  guint mask;
} Heard;

static void
on_changed (TrlDocument *document, guint mask, Heard *heard)
{
  heard->n++;
  heard->mask |= mask;
}

static TrlDocument *
make_document (const char **network)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) a = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (TrlRecord) b = trl_record_new (TRL_KIND_NODE, "b");
  g_autoptr (TrlRecord) tie = trl_record_new_edge ("tie", "a", "b");

  trl_record_set (a, TRL_NODE_NAME, TRL_TEXT ("Alpha"));
  trl_record_set (b, TRL_NODE_NAME, TRL_TEXT ("Beta"));
  trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT ("cooperation"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  g_assert_true (trl_document_add (document, "site", a));
  g_assert_true (trl_document_add (document, "site", b));
  g_assert_true (trl_document_add (document, "site", tie));
  trl_document_end (document);
  trl_document_forget_history (document);
  if (network)
    *network = "site";
  return document;
}

static const char *
name_of (TrlDocument *document, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));

  return trl_table_get_text (nodes, trl_table_find (nodes, id), TRL_NODE_NAME);
}

static void
rename_node (TrlDocument *document, const char *id, const char *name, const char *key)
{
  trl_document_begin (document, "Rename Partner", key);
  trl_document_set (document, TRL_KIND_NODE, "site", id, TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_end (document);
}

static void
test_undo_names_the_step (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);

  g_assert_null (trl_document_get_undo_name (document));
  rename_node (document, "a", "Gamma", NULL);
  g_assert_cmpstr (trl_document_get_undo_name (document), ==, "Rename Partner");
  g_assert_true (trl_document_undo (document));
  g_assert_cmpstr (name_of (document, "a"), ==, "Alpha");
  g_assert_cmpstr (trl_document_get_redo_name (document), ==, "Rename Partner");
  g_assert_true (trl_document_redo (document));
  g_assert_cmpstr (name_of (document, "a"), ==, "Gamma");
  g_assert_false (trl_document_redo (document));
}

static void
test_drag_is_one_step (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);

  for (int i = 0; i < 100; i++)
    {
      trl_document_begin (document, "Move Partner", "drag-1");
      trl_document_set (document, TRL_KIND_NODE, "site", "a", TRL_NODE_X, TRL_NUMBER (i));
      trl_document_set (document, TRL_KIND_NODE, "site", "a", TRL_NODE_Y,
                        TRL_NUMBER (-i));
      trl_document_end (document);
    }
  g_assert_true (trl_document_undo (document));
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_true (isnan (trl_table_get_number (
    trl_network_get_nodes (trl_document_get_network (document, 0)), 0, TRL_NODE_X)));
}

static void
test_steps_of_other_keys_do_not_merge (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);

  rename_node (document, "a", "1", "typing-1");
  rename_node (document, "a", "2", "typing-2");
  trl_document_undo (document);
  g_assert_cmpstr (name_of (document, "a"), ==, "1");
}

static void
test_a_saved_step_does_not_merge (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);

  rename_node (document, "a", "1", "typing");
  trl_document_mark_saved (document);
  g_assert_false (trl_document_is_modified (document));
  rename_node (document, "a", "2", "typing");
  g_assert_true (trl_document_is_modified (document));
  trl_document_undo (document);
  g_assert_cmpstr (name_of (document, "a"), ==, "1");
  g_assert_false (trl_document_is_modified (document));
  trl_document_undo (document);
  g_assert_true (trl_document_is_modified (document));
  trl_document_redo (document);
  g_assert_false (trl_document_is_modified (document));
}

static void
test_a_step_is_one_signal (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  Heard heard = { 0 };

  g_signal_connect (document, "changed", G_CALLBACK (on_changed), &heard);
  trl_document_begin (document, "Both", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "a", TRL_NODE_NAME, TRL_TEXT ("x"));
  trl_document_set (document, TRL_KIND_NODE, "site", "b", TRL_NODE_X, TRL_NUMBER (1));
  trl_document_end (document);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.mask, ==, TRL_CHANGE_VALUES | TRL_CHANGE_POSITIONS);
  trl_document_undo (document);
  g_assert_cmpuint (heard.n, ==, 2);
}

static void
test_a_step_without_change_leaves_no_trace (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  Heard heard = { 0 };

  g_signal_connect (document, "changed", G_CALLBACK (on_changed), &heard);
  rename_node (document, "a", "Alpha", NULL);
  g_assert_cmpuint (heard.n, ==, 0);
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_false (trl_document_is_modified (document));
}

static void
test_cancel_plays_back (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  g_autofree char *before = describe_document (document);
  g_autofree char *after = NULL;

  trl_document_begin (document, "Try", NULL);
  trl_document_remove_node (document, "site", "a");
  trl_document_cancel (document);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
  g_assert_null (trl_document_get_undo_name (document));
}

static void
test_removing_a_hub_takes_its_ties (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  TrlNetwork      *network = trl_document_get_network (document, 0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  trl_document_begin (document, "Hub", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("a"));
  trl_document_end (document);
  before = describe_document (document);
  trl_document_begin (document, "Delete Partner", NULL);
  g_assert_true (trl_document_remove_node (document, "site", "a"));
  trl_document_end (document);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, 0);
  g_assert_cmpuint (trl_network_get_hub (network), ==, TRL_NO_ROW);
  trl_document_undo (document);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
}

static void
refuse (TrlDocument *document, TrlEdit edit, int code)
{
  g_autofree char *before = describe_document (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  trl_document_begin (document, "Wrong", NULL);
  g_assert_false (trl_document_apply (document, &edit, &error));
  trl_document_end (document);
  g_assert_error (error, TRL_MODEL_ERROR, code);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_many_go_and_come_back (void)
{
  static const char *const both[] = { "a", "b" };
  g_autoptr (TrlDocument) document = make_document (NULL);
  TrlNetwork      *network = trl_document_get_network (document, 0);
  g_autofree char *before = describe_document (document);
  g_autofree char *after = NULL;

  trl_document_begin (document, "Delete Partners", NULL);
  g_assert_true (trl_document_remove_nodes (document, "site", both, 2));
  trl_document_end (document);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (network)), ==, 0);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, 0);
  trl_document_undo (document);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
  refuse (document,
          (TrlEdit){
            .kind = TRL_EDIT_REMOVE, .of = TRL_KIND_NODE, .network = "site", .id = "b" },
          TRL_MODEL_ERROR_IN_USE);
}

static void
test_wrong_edits_are_refused (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  g_autoptr (TrlRecord) twin = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (TrlRecord) dangling = trl_record_new_edge ("new", "a", "nobody");
  TrlEdit x = { .kind = TRL_EDIT_SET,
                .of = TRL_KIND_NODE,
                .network = "site",
                .id = "a",
                .prop = TRL_NODE_X };
  TrlEdit edit = x;

  edit.value = TRL_NUMBER (NAN);
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.value = TRL_NUMBER (INFINITY);
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.value = TRL_NUMBER (1e9);
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.value = TRL_TEXT ("ten");
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.prop = TRL_NODE_NAME;
  edit.value = TRL_TEXT ("\xff");
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.prop = TRL_NODE_COUNT;
  edit.value = TRL_NUMBER (-1);
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit.prop = TRL_NODE_TYPE;
  edit.value = TRL_TEXT ("martian");
  refuse (document, edit, TRL_MODEL_ERROR_VALUE);
  edit = x;
  edit.id = "nobody";
  edit.value = TRL_NUMBER (1);
  refuse (document, edit, TRL_MODEL_ERROR_NOT_FOUND);
  refuse (document,
          (TrlEdit){ .kind = TRL_EDIT_SET,
                     .of = TRL_KIND_EDGE,
                     .network = "site",
                     .id = "tie",
                     .prop = TRL_EDGE_LEVEL,
                     .value = TRL_TEXT ("banana") },
          TRL_MODEL_ERROR_VALUE);
  refuse (document,
          (TrlEdit){ .kind = TRL_EDIT_SET,
                     .of = TRL_KIND_NETWORK,
                     .network = "site",
                     .prop = TRL_NETWORK_HUB,
                     .value = TRL_TEXT ("nobody") },
          TRL_MODEL_ERROR_NOT_FOUND);
  refuse (
    document,
    (TrlEdit){
      .kind = TRL_EDIT_ADD, .of = TRL_KIND_NODE, .network = "site", .record = twin },
    TRL_MODEL_ERROR_TAKEN);
  refuse (
    document,
    (TrlEdit){
      .kind = TRL_EDIT_ADD, .of = TRL_KIND_EDGE, .network = "site", .record = dangling },
    TRL_MODEL_ERROR_NOT_FOUND);
  refuse (document,
          (TrlEdit){
            .kind = TRL_EDIT_REMOVE, .of = TRL_KIND_NODE, .network = "site", .id = "a" },
          TRL_MODEL_ERROR_IN_USE);
  refuse (document, (TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK, .network = "elsewhere" },
          TRL_MODEL_ERROR_NOT_FOUND);
}

/* ---- a random user ---- */

static TrlNetwork *
some_network (TrlDocument *document, GRand *rand)
{
  guint n = trl_document_get_n_networks (document);

  return n > 0 ? trl_document_get_network (document,
                                           (guint) g_rand_int_range (rand, 0, (int) n))
               : NULL;
}

static const char *
some_id (const TrlNetwork *network, TrlKind kind, GRand *rand)
{
  guint           n;
  const TrlTable *table = trl_network_get_table (network, kind);
  const guint    *rows = trl_table_get_rows (table, &n);

  return n > 0 ? trl_table_get_id (table, rows[g_rand_int_range (rand, 0, (int) n)])
               : NULL;
}

static TrlValue
some_value (TrlPropType type, GRand *rand, char **text)
{
  if (g_rand_int_range (rand, 0, 4) == 0)
    return TRL_NONE_VALUE;
  if (type == TRL_PROP_FLAG)
    return TRL_FLAG (TRUE);
  if (type == TRL_PROP_NUMBER)
    return TRL_NUMBER (g_rand_double_range (rand, 0, 1000));
  *text = g_strdup_printf ("word %d", g_rand_int_range (rand, 0, 50));
  return TRL_TEXT (*text);
}

/* Words that the model checks are chosen from what it knows. */
static void
set_something (TrlDocument      *document,
               const TrlNetwork *network,
               TrlKind           kind,
               GRand            *rand)
{
  guint            n;
  const TrlProp   *props = trl_props (kind, &n);
  guint            prop = (guint) g_rand_int_range (rand, 0, (int) n);
  const char      *id = NULL;
  g_autofree char *text = NULL;
  TrlValue         value = some_value (props[prop].type, rand, &text);

  if (kind == TRL_KIND_NODE || kind == TRL_KIND_EDGE)
    id = some_id (network, kind, rand);
  if ((kind == TRL_KIND_NODE || kind == TRL_KIND_EDGE) && !id)
    return;
  if (value.text && kind == TRL_KIND_NODE && prop == TRL_NODE_TYPE)
    value = TRL_TEXT ("cbo");
  if (value.text && kind == TRL_KIND_EDGE &&
      (prop == TRL_EDGE_LEVEL || prop == TRL_EDGE_BACK || prop == TRL_EDGE_INTENDED))
    value = TRL_TEXT ("coordination");
  if (kind == TRL_KIND_EDGE && prop == TRL_EDGE_SCALE)
    value = TRL_NONE_VALUE;
  if (value.text && kind == TRL_KIND_NETWORK && prop == TRL_NETWORK_HUB)
    value = TRL_TEXT (some_id (network, TRL_KIND_NODE, rand));
  trl_document_set (document, kind, network ? trl_network_get_id (network) : NULL, id,
                    prop, value);
}

static void
add_something (TrlDocument *document, const TrlNetwork *network, GRand *rand)
{
  g_autofree char *id = g_strdup_printf ("id-%u", g_rand_int (rand));
  const char      *from = some_id (network, TRL_KIND_NODE, rand);
  const char      *to = some_id (network, TRL_KIND_NODE, rand);
  g_autoptr (TrlRecord) record = NULL;

  if (!from || g_rand_boolean (rand))
    record = trl_record_new (TRL_KIND_NODE, id);
  else
    record = trl_record_new_edge (id, from, to);
  trl_record_set_field (record, "colour-of-door", "green");
  record->extra = g_strdup ("\"kept\": [1, 2]");
  trl_document_add (document, trl_network_get_id (network), record);
}

static void
change_figures (TrlDocument *document, GRand *rand)
{
  g_autofree char *id = g_strdup_printf ("figure-%d", g_rand_int_range (rand, 0, 6));
  g_autofree char *width = g_strdup_printf ("%dmm", g_rand_int_range (rand, 80, 180));
  g_autoptr (TrlSavedFigure) figure = trl_saved_figure_new (id, "Depth");

  if (g_rand_int_range (rand, 0, 4) == 0)
    trl_document_remove_figure (document, id);
  else if (g_rand_int_range (rand, 0, 4) == 0)
    trl_document_move_figure (document, id, (guint) g_rand_int_range (rand, 0, 8));
  else
    {
      trl_saved_figure_set (figure, "width", width);
      figure->extra = g_strdup ("\"kept\": [1, 2]");
      g_assert_true (trl_document_put_figure (document, figure));
    }
}

static void
do_something (TrlDocument *document, GRand *rand)
{
  TrlNetwork *network = some_network (document, rand);
  const char *name = network ? trl_network_get_id (network) : NULL;
  const char *node = network ? some_id (network, TRL_KIND_NODE, rand) : NULL;
  g_autoptr (TrlVocabulary) words = NULL;
  int what = g_rand_int_range (rand, 0, 40);

  if (!network || what == 0)
    trl_document_add_network (document, NULL);
  else if (what == 1)
    trl_document_apply (
      document, &(TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK, .network = name }, NULL);
  else if (what == 2)
    trl_document_apply (
      document, &(TrlEdit){ .kind = TRL_EDIT_PLACE_NETWORK, .network = name }, NULL);
  else if (what == 3)
    {
      words = trl_vocabulary_copy (trl_document_get_vocabulary (document));
      trl_document_set_vocabulary (document, words);
    }
  else if (what == 4)
    change_figures (document, rand);
  else if (what < 9 && node)
    trl_document_remove_node (document, name, node);
  else if (what < 16)
    add_something (document, network, rand);
  else if (what < 18)
    set_something (document, network, TRL_KIND_NETWORK, rand);
  else if (what < 20)
    set_something (document, NULL, TRL_KIND_DOCUMENT, rand);
  else if (what < 22 && node)
    trl_document_set_field (document, TRL_KIND_NODE, name, node, "size",
                            g_rand_boolean (rand) ? "large" : NULL);
  else
    set_something (document, network, what < 30 ? TRL_KIND_EDGE : TRL_KIND_NODE, rand);
}

static void
test_random_steps_undo_and_redo (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = make_document (NULL);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
      guint at;

      g_ptr_array_add (states, describe_document (document));
      for (int step = 0; step < 120; step++)
        {
          g_autofree char *now = NULL;

          trl_document_begin (document, "Step", NULL);
          for (int edits = g_rand_int_range (rand, 1, 5); edits > 0; edits--)
            do_something (document, rand);
          trl_document_end (document);
          now = describe_document (document);
          if (g_strcmp0 (now, states->pdata[states->len - 1]) != 0)
            g_ptr_array_add (states, g_steal_pointer (&now));
        }
      g_assert_cmpuint (states->len, >, 50);

      at = states->len - 1;
      while (trl_document_undo (document))
        {
          g_autofree char *now = describe_document (document);

          /* A step may have changed nothing in the end: it then undoes to the same text.
           */
          if (g_strcmp0 (now, states->pdata[at]) != 0)
            at--;
          g_assert_cmpstr (now, ==, states->pdata[at]);
        }
      g_assert_cmpuint (at, ==, 0);
      while (trl_document_redo (document))
        {
          g_autofree char *now = describe_document (document);

          if (g_strcmp0 (now, states->pdata[at]) != 0)
            at++;
          g_assert_cmpstr (now, ==, states->pdata[at]);
        }
      g_assert_cmpuint (at, ==, states->len - 1);
    }
}

static void
test_a_copy_is_its_own (void)
{
  g_autoptr (TrlDocument) document = make_document (NULL);
  g_autoptr (TrlDocument) copy = trl_document_copy (document);
  g_autofree char *before = describe_document (document);
  g_autofree char *same = describe_document (copy);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, same);
  trl_document_begin (copy, "Change", NULL);
  trl_document_remove_node (copy, "site", "a");
  trl_document_end (copy);
  after = describe_document (document);
  g_assert_cmpstr (before, ==, after);
}

/* Files hold ids that were derived long ago. */
static void
test_derived_ids_are_digests (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      g_autofree char *id = trl_id_derive ("node", text, NULL);
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
      g_autofree char *coded = NULL;
      guint8           digest[32];
      gsize            length = sizeof digest;

      g_checksum_update (sum, (const guchar *) "node", 5);
      g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
      g_checksum_get_digest (sum, digest, &length);
      coded = g_base64_encode (digest, 16);
      g_strdelimit (g_strdelimit (coded, "+", '-'), "/", '_');
      coded[22] = '\0';
      g_assert_cmpstr (id, ==, coded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/undo/names-the-step", test_undo_names_the_step);
  g_test_add_func ("/model/undo/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/model/undo/other-keys-do-not-merge",
                   test_steps_of_other_keys_do_not_merge);
  g_test_add_func ("/model/undo/a-saved-step-does-not-merge",
                   test_a_saved_step_does_not_merge);
  g_test_add_func ("/model/undo/random-steps-undo-and-redo",
                   test_random_steps_undo_and_redo);
  g_test_add_func ("/model/document/a-step-is-one-signal", test_a_step_is_one_signal);
  g_test_add_func ("/model/document/no-change-leaves-no-trace",
                   test_a_step_without_change_leaves_no_trace);
  g_test_add_func ("/model/document/cancel-plays-back", test_cancel_plays_back);
  g_test_add_func ("/model/document/removing-a-hub-takes-its-ties",
                   test_removing_a_hub_takes_its_ties);
  g_test_add_func ("/model/document/many-go-and-come-back", test_many_go_and_come_back);
  g_test_add_func ("/model/document/wrong-edits-are-refused",
                   test_wrong_edits_are_refused);
  g_test_add_func ("/model/document/a-copy-is-its-own", test_a_copy_is_its_own);
  g_test_add_func ("/model/document/derived-ids-are-digests",
                   test_derived_ids_are_digests);
  return g_test_run ();
}
