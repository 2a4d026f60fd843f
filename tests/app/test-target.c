/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms do to a document: one step for several things, one step for a word typed. */

#include "config.h"

#include "panels/trellis-target.h"

static TrlDocument *
make_document (void)
{
  TrlDocument *document = trl_document_new ();
  const char  *names[] = { "a", "b", "c" };

  trl_document_begin (document, "Make", NULL);
  {
    g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "net");

    trl_document_add_network (document, network);
  }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, names[i]);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (names[i]));
      trl_document_add (document, "net", node);
    }
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TrlRecord) edge = trl_record_new_edge (names[i], "a", names[i]);

      trl_record_set (edge, TRL_EDGE_MISSING, TRL_TEXT ("not-asked"));
      trl_document_add (document, "net", edge);
    }
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static TrellisTarget *
take (TrellisSession *session, TrlKind kind, const char *one, const char *two)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) one);
  if (two)
    g_ptr_array_add (ids, (char *) two);
  return trellis_target_new (session, kind, ids);
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) target = take (session, TRL_KIND_NODE, "a", NULL);
  g_autofree char *name = NULL;

  trellis_target_set (target, TRL_NODE_NAME, TRL_TEXT ("N"), TRUE, NULL);
  trellis_target_set (target, TRL_NODE_NAME, TRL_TEXT ("Ne"), TRUE, NULL);
  trellis_target_set (target, TRL_NODE_NAME, TRL_TEXT ("New"), TRUE, NULL);
  g_assert_cmpstr (trl_document_get_undo_name (document), ==, "Change Name");
  g_assert_true (trl_document_undo (document));
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_true (trellis_target_get_text (target, TRL_NODE_NAME, &name));
  g_assert_cmpstr (name, ==, "a");
}

static void
test_other_field_is_another_step (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) target = take (session, TRL_KIND_NODE, "a", NULL);

  trellis_target_set (target, TRL_NODE_NAME, TRL_TEXT ("N"), TRUE, NULL);
  trellis_target_set (target, TRL_NODE_NOTE, TRL_TEXT ("N"), TRUE, NULL);
  g_assert_true (trl_document_undo (document));
  g_assert_cmpstr (trl_document_get_undo_name (document), ==, "Change Name");
}

static void
test_level_of_several_is_one_step (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) both = take (session, TRL_KIND_EDGE, "b", "c");
  g_autoptr (TrellisTarget) one = take (session, TRL_KIND_EDGE, "b", NULL);
  g_autofree char *missing = NULL;
  int              rank;

  trellis_target_set_rank (both, TRL_EDGE_LEVEL, 3);
  g_assert_true (trellis_target_get_rank (both, TRL_EDGE_LEVEL, &rank));
  g_assert_cmpint (rank, ==, 3);
  trellis_target_get_text (both, TRL_EDGE_MISSING, &missing);
  g_assert_null (missing); /* a level needs no excuse */
  trellis_target_set_rank (one, TRL_EDGE_LEVEL, 1);
  g_assert_false (trellis_target_get_rank (both, TRL_EDGE_LEVEL, &rank));
  trl_document_undo (document);
  trl_document_undo (document);
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_true (trellis_target_get_rank (both, TRL_EDGE_LEVEL, &rank));
  g_assert_cmpint (rank, ==, -1);
}

/* A field of the document's own may have the name of one that all have. */
static void
test_field_of_same_name (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) target = take (session, TRL_KIND_NODE, "a", NULL);
  g_autofree char *note = NULL;

  trellis_target_set (target, TRL_NODE_NOTE, TRL_TEXT ("N"), TRUE, NULL);
  trellis_target_set_field (target, "note", "N", NULL);
  g_assert_true (trl_document_undo (document));
  g_assert_true (trellis_target_get_text (target, TRL_NODE_NOTE, &note));
  g_assert_cmpstr (note, ==, "N");
}

/* A level that only one of two scales has leaves the other tie as it is. */
static void
test_level_of_two_scales (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) both = take (session, TRL_KIND_EDGE, "b", "c");
  g_autoptr (TrellisTarget) one = take (session, TRL_KIND_EDGE, "b", NULL);
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlScale *scale = trl_scale_new ("short", "Short");
  int       rank;

  trl_scale_add (scale, "no", "No", NULL);
  trl_scale_add (scale, "yes", "Yes", NULL);
  g_ptr_array_add (words->scales, scale);
  trl_document_begin (document, "Scale", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_set (document, TRL_KIND_EDGE, "net", "b", TRL_EDGE_SCALE,
                    TRL_TEXT ("short"));
  trl_document_set (document, TRL_KIND_EDGE, "net", "b", TRL_EDGE_LEVEL,
                    TRL_TEXT ("yes"));
  trl_document_end (document);
  trellis_target_set_rank (both, TRL_EDGE_LEVEL, 4);
  g_assert_true (trellis_target_get_rank (one, TRL_EDGE_LEVEL, &rank));
  g_assert_cmpint (rank, ==, 1);

  trl_document_begin (document, "Scale", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "net", "b", TRL_EDGE_SCALE,
                    TRL_TEXT ("nowhere"));
  trl_document_end (document);
  g_assert_nonnull (trellis_target_get_scale (one));
  g_assert_true (trellis_target_get_rank (one, TRL_EDGE_LEVEL, &rank));
  g_assert_cmpint (rank, ==, -1);
}

/* What is too long is refused with a reason, for all or for none. */
static void
test_too_long (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  g_autoptr (TrellisTarget) target = take (session, TRL_KIND_NODE, "a", "b");
  g_autofree char *text = g_strnfill (TRELLIS_TEXT_MAX + 1, 'x');
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
    trellis_target_set (target, TRL_NODE_NOTE, TRL_TEXT (text), TRUE, &error));
  g_assert_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE);
  g_assert_null (trl_document_get_undo_name (document));
  text[TRELLIS_TEXT_MAX] = '\0';
  g_assert_true (trellis_target_set (target, TRL_NODE_NOTE, TRL_TEXT (text), TRUE, NULL));
  g_assert_true (trellis_target_get_text (target, TRL_NODE_NOTE, &note));
  g_assert_cmpstr (note, ==, text);
}

static void
test_removed_is_not_selected (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, NULL);
  TrellisSelection *selection = trellis_session_get_selection (session);

  trellis_selection_set (selection, TRL_KIND_NODE, "c");
  trl_document_begin (document, "Remove", NULL);
  trl_document_remove_node (document, "net", "c");
  trl_document_end (document);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 0);
}

static void
test_unsaved_import_counts_as_modified (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrellisSession) session = trellis_session_new (document, NULL, "table");

  g_assert_false (trellis_session_is_modified (session));
  trellis_session_set_unsaved (session, TRUE);
  g_assert_true (trellis_session_is_modified (session));
  trellis_session_mark_saved (
    session, trl_document_get_step (trellis_session_get_document (session)));
  g_assert_false (trellis_session_is_modified (session));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/form/other-field-is-another-step", test_other_field_is_another_step);
  g_test_add_func ("/form/level-of-several-is-one-step",
                   test_level_of_several_is_one_step);
  g_test_add_func ("/form/regress-a-field-of-the-same-name", test_field_of_same_name);
  g_test_add_func ("/form/regress-a-level-of-two-scales", test_level_of_two_scales);
  g_test_add_func ("/form/regress-too-long-is-refused-with-a-reason", test_too_long);
  g_test_add_func ("/session/removed-is-not-selected", test_removed_is_not_selected);
  g_test_add_func ("/session/unsaved-import-counts-as-modified",
                   test_unsaved_import_counts_as_modified);
  return g_test_run ();
}
