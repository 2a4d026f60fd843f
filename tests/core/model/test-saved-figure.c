/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved figures are part of the document: they are changed by edits, come back with undo,
 * and have nothing to do with the networks. */

#include "describe.h"

#include <string.h>

static TrlSavedFigure *
make_figure (const char *id)
{
  TrlSavedFigure *figure = trl_saved_figure_new (id, "Depth of all sites");

  trl_saved_figure_set (figure, "figure", "depth");
  trl_saved_figure_set (figure, "width", "180mm");
  trl_saved_figure_set (figure, "title", "Ecosystems “in depth”");
  return figure;
}

static void
put (TrlDocument *document, const char *id, const char *width)
{
  g_autoptr (TrlSavedFigure) figure = make_figure (id);

  trl_saved_figure_set (figure, "width", width);
  trl_document_begin (document, "Save Figure", NULL);
  g_assert_true (trl_document_put_figure (document, figure));
  trl_document_end (document);
}

static TrlDocument *
make_document (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_end (document);
  put (document, "a", "80mm");
  put (document, "b", "90mm");
  put (document, "c", "100mm");
  trl_document_forget_history (document);
  return document;
}

static char *
list_ids (TrlDocument *document)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    g_string_append (ids, trl_document_get_figure (document, i)->id);
  return g_string_free (ids, FALSE);
}

static void
assert_ids (TrlDocument *document, const char *wanted)
{
  g_autofree char *ids = list_ids (document);

  g_assert_cmpstr (ids, ==, wanted);
}

static void
test_settings (void)
{
  g_autoptr (TrlSavedFigure) figure = make_figure (NULL);

  g_assert_cmpuint (strlen (figure->id), ==, 22);
  trl_saved_figure_set (figure, "width", "90mm");
  g_assert_cmpstr (trl_saved_figure_get (figure, "width"), ==, "90mm");
  g_assert_cmpstr (trl_saved_figure_get_setting (figure, 1)->key, ==, "width");
  trl_saved_figure_set (figure, "width", NULL);
  trl_saved_figure_set (figure, "not-there", NULL);
  g_assert_null (trl_saved_figure_get (figure, "width"));
  g_assert_cmpuint (trl_saved_figure_get_n_settings (figure), ==, 2);
  trl_saved_figure_set (figure, "width", "");
  g_assert_cmpstr (trl_saved_figure_get_setting (figure, 2)->key, ==, "width");
  g_assert_cmpstr (trl_saved_figure_get (figure, "width"), ==, "");
  trl_saved_figure_set (figure, "title", trl_saved_figure_get (figure, "title"));
  g_assert_cmpstr (trl_saved_figure_get (figure, "title"), ==, "Ecosystems “in depth”");
}

static void
test_copies_are_equal (void)
{
  g_autoptr (TrlSavedFigure) figure = make_figure ("a");
  g_autoptr (TrlSavedFigure) copy = NULL;
  g_autoptr (TrlSavedFigure) unnamed = trl_saved_figure_new ("u", NULL);

  figure->extra = g_strdup ("\"new\": 1");
  copy = trl_saved_figure_copy (figure);
  g_assert_cmpstr (copy->extra, ==, "\"new\": 1");
  g_assert_true (trl_saved_figure_equal (figure, copy));
  trl_saved_figure_set (copy, "width", "181mm");
  g_assert_false (trl_saved_figure_equal (figure, copy));
  trl_saved_figure_set (copy, "width", "180mm");
  g_assert_true (trl_saved_figure_equal (figure, copy));
  trl_saved_figure_set (copy, "width", NULL);
  trl_saved_figure_set (copy, "width", "180mm");
  g_assert_false (trl_saved_figure_equal (figure, copy)); /* in another order */
  g_assert_cmpstr (unnamed->name, ==, "u");
}

static void
test_shorthands (void)
{
  g_autoptr (TrlDocument) document = make_document ();

  assert_ids (document, "abc");
  put (document, "b", "170mm");
  assert_ids (document, "abc");
  g_assert_cmpstr (
    trl_saved_figure_get (trl_document_find_figure (document, "b"), "width"), ==,
    "170mm");
  g_assert_null (trl_document_find_figure (document, "d"));
  g_assert_null (trl_document_find_figure (document, NULL));

  trl_document_begin (document, "Order", NULL);
  g_assert_true (trl_document_move_figure (document, "a", 1));
  assert_ids (document, "bac");
  g_assert_true (trl_document_move_figure (document, "b", G_MAXUINT));
  assert_ids (document, "acb");
  g_assert_true (trl_document_remove_figure (document, "c"));
  assert_ids (document, "ab");
  g_assert_false (trl_document_remove_figure (document, "c"));
  g_assert_false (trl_document_move_figure (document, "c", 0));
  trl_document_end (document);
  g_assert_true (trl_document_undo (document));
  assert_ids (document, "abc");
}

static void
test_undo (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autofree char *before = describe_document (document);
  g_autofree char *after = NULL;

  put (document, "b", "170mm");
  after = describe_document (document);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      g_assert_true (trl_document_undo (document));
      undone = describe_document (document);
      g_assert_cmpstr (undone, ==, before);
      g_assert_false (trl_document_is_modified (document));
      g_assert_true (trl_document_redo (document));
      redone = describe_document (document);
      g_assert_cmpstr (redone, ==, after);
      g_assert_true (trl_document_is_modified (document));
    }
}

static void
on_changed (TrlDocument *document, guint mask, guint *heard)
{
  *heard = mask;
}

static void
test_mask (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  guint heard = 0;

  g_signal_connect (document, "changed", G_CALLBACK (on_changed), &heard);
  put (document, "a", "80mm"); /* as it is */
  g_assert_cmpuint (heard, ==, 0);
  g_assert_null (trl_document_get_undo_name (document));
  put (document, "a", "81mm");
  g_assert_cmpuint (heard, ==, TRL_CHANGE_FIGURES);
  heard = 0;
  trl_document_undo (document);
  g_assert_cmpuint (heard, ==, TRL_CHANGE_FIGURES);
}

/* Of lists that follow each other in one step, the first is the one to go back to. */
static void
test_steps_that_join (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autofree char *before = describe_document (document), *after = NULL;
  const char      *widths[] = { "90mm", "91mm", "92mm" };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (TrlSavedFigure) figure =
        trl_saved_figure_copy (trl_document_get_figure (document, 0));

      trl_saved_figure_set (figure, "width", widths[i]);
      trl_document_begin (document, "Width", "width");
      g_assert_true (trl_document_put_figure (document, figure));
      trl_document_end (document);
    }
  g_assert_cmpuint (trl_document_get_n_undo (document), ==, 1);
  g_assert_true (trl_document_undo (document));
  after = describe_document (document);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (trl_document_redo (document));
  g_assert_cmpstr (trl_saved_figure_get (trl_document_get_figure (document, 0), "width"),
                   ==, "92mm");
}

static void
test_copy_of_document (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlDocument) copy = trl_document_copy (document);

  assert_ids (copy, "abc");
  put (copy, "d", "80mm");
  assert_ids (copy, "abcd");
  assert_ids (document, "abc");
}

static void
test_networks_come_and_go (void)
{
  g_autoptr (TrlDocument) document = make_document ();

  trl_document_begin (document, "Networks", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_NAME,
                    TRL_TEXT ("Elsewhere"));
  g_assert_true (trl_document_apply (
    document, &(TrlEdit){ .kind = TRL_EDIT_REMOVE_NETWORK, .network = "site" }, NULL));
  trl_document_end (document);
  assert_ids (document, "abc");
}

static void
assert_refused (GPtrArray *figures, int code, const char *says)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (GError) error = NULL;

  trl_document_begin (document, "Wrong", NULL);
  g_assert_false (trl_document_apply (
    document, &(TrlEdit){ .kind = TRL_EDIT_SET_FIGURES, .figures = figures }, &error));
  trl_document_end (document);
  g_assert_error (error, TRL_MODEL_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
  assert_ids (document, "abc");
}

/* One figure with one setting. */
static void
refuse_setting (const char *key, const char *text, const char *says)
{
  g_autoptr (GPtrArray) figures = trl_saved_figures_new ();
  TrlSavedFigure *figure = trl_saved_figure_new ("a", "A");

  trl_saved_figure_set (figure, key, text);
  g_ptr_array_add (figures, figure);
  assert_refused (figures, TRL_MODEL_ERROR_VALUE, says);
}

static void
test_refuses_settings (void)
{
  g_autofree char *long_text = g_strnfill (64 * 1024 + 1, 'x');
  g_autofree char *long_key = g_strnfill (TRL_MAX_SETTING_KEY + 1, 'k');

  refuse_setting ("width", long_text, "“width” is longer");
  refuse_setting ("width", "\xff", "“width” is not valid");
  refuse_setting ("", "x", "cannot be the name");
  refuse_setting ("Width", "x", "“Width” cannot be the name");
  refuse_setting ("a b", "x", "“a b” cannot be the name");
  refuse_setting ("\xff", "x", "not valid UTF-8");
  refuse_setting (long_key, "x", "cannot be the name");
}

static void
test_accepts_limits (void)
{
  g_autofree char *long_text = g_strnfill (64 * 1024, 'x');
  g_autofree char *long_key = g_strnfill (TRL_MAX_SETTING_KEY, 'k');
  g_autoptr (TrlSavedFigure) figure = trl_saved_figure_new (NULL, "");
  g_autoptr (GError) error = NULL;

  trl_saved_figure_set (figure, long_key, long_text);
  for (guint i = 1; i < TRL_MAX_SETTINGS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      trl_saved_figure_set (figure, key, "");
    }
  g_assert_true (trl_saved_figure_check (figure, &error));
  g_assert_no_error (error);
  trl_saved_figure_set (figure, "one-more", "");
  g_assert_false (trl_saved_figure_check (figure, &error));
  g_assert_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_VALUE);
}

static void
add_setting (TrlSavedFigure *figure, const char *key)
{
  TrlSetting *setting = g_new0 (TrlSetting, 1);

  setting->key = g_strdup (key);
  setting->text = g_strdup ("");
  g_ptr_array_add (figure->settings, setting);
}

static void
test_refuses_lists (void)
{
  g_autoptr (GPtrArray) many = trl_saved_figures_new ();
  g_autoptr (GPtrArray) twins = trl_saved_figures_new ();
  g_autoptr (GPtrArray) nameless = trl_saved_figures_new ();
  g_autoptr (GPtrArray) doubled = trl_saved_figures_new ();

  while (many->len <= TRL_MAX_SAVED_FIGURES)
    g_ptr_array_add (many, trl_saved_figure_new (NULL, "x"));
  assert_refused (many, TRL_MODEL_ERROR_VALUE, "500");
  g_ptr_array_add (twins, trl_saved_figure_new ("t", "x"));
  g_ptr_array_add (twins, trl_saved_figure_new ("t", "y"));
  assert_refused (twins, TRL_MODEL_ERROR_TAKEN, "“t”");
  g_ptr_array_add (nameless, trl_saved_figure_new ("", "x"));
  assert_refused (nameless, TRL_MODEL_ERROR_VALUE, "“id” cannot be empty");
  g_ptr_array_add (doubled, trl_saved_figure_new ("d", "x"));
  add_setting (doubled->pdata[0], "width");
  add_setting (doubled->pdata[0], "width");
  assert_refused (doubled, TRL_MODEL_ERROR_VALUE, "“width” stands twice");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/saved-figure/settings-keep-their-order", test_settings);
  g_test_add_func ("/model/saved-figure/copies-are-equal", test_copies_are_equal);
  g_test_add_func ("/model/saved-figure/put-move-remove", test_shorthands);
  g_test_add_func ("/model/saved-figure/undo-and-redo", test_undo);
  g_test_add_func ("/model/saved-figure/mask-is-figures-alone", test_mask);
  g_test_add_func ("/model/saved-figure/steps-that-join", test_steps_that_join);
  g_test_add_func ("/model/saved-figure/a-copy-of-a-document-has-its-own",
                   test_copy_of_document);
  g_test_add_func ("/model/saved-figure/networks-come-and-go-without-them",
                   test_networks_come_and_go);
  g_test_add_func ("/model/saved-figure/wrong-settings-are-refused",
                   test_refuses_settings);
  g_test_add_func ("/model/saved-figure/limits-are-accepted", test_accepts_limits);
  g_test_add_func ("/model/saved-figure/wrong-lists-are-refused", test_refuses_lists);
  return g_test_run ();
}
