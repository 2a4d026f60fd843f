/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved figures in the file: one a line, with what is unknown about them, and not a word
 * when there are none. */

#include "config.h"

#include "store/trl-store.h"

#include "store-samples.h"
#include "store-tools.h"

#include <string.h>

static void
test_values (void)
{
  g_autoptr (TrlDocument) document = parse_ok (full_text);
  const TrlSavedFigure *depth = trl_document_get_figure (document, 0);

  g_assert_cmpuint (trl_document_get_n_figures (document), ==, 2);
  g_assert_cmpstr (depth->id, ==, "z");
  g_assert_cmpstr (depth->name, ==, "Depth");
  g_assert_cmpstr (depth->extra, ==, "\"made\": {\"by\" : 1.0}");
  g_assert_cmpuint (trl_saved_figure_get_n_settings (depth), ==, 3);
  g_assert_cmpstr (trl_saved_figure_get_setting (depth, 0)->key, ==, "figure");
  g_assert_cmpstr (trl_saved_figure_get_setting (depth, 1)->key, ==, "base");
  g_assert_cmpstr (trl_saved_figure_get (depth, "base"), ==, "");
  g_assert_cmpstr (trl_saved_figure_get (depth, "title"), ==, "“A”\n");
}

static void
test_none_leave_no_trace (void)
{
  g_autoptr (TrlDocument) document =
    parse_ok ("{\"trellis\":1,\"id\":\"d\",\"figures\":[]}");
  g_autoptr (TrlDocument) never = parse_ok ("{\"trellis\":1,\"id\":\"d\"}");
  g_autofree char *text = print (document);
  g_autofree char *without = print (never);

  g_assert_cmpstr (text, ==, without);
  g_assert_null (strstr (text, "\"figures\""));
}

/* A reader that does not know the member keeps it and writes it last. */
static void
test_comes_back_from_older_reader (void)
{
  g_autoptr (TrlDocument) document = parse_ok (
    "{\"trellis\":1,\"id\":\"d\",\"networks\":[],\"figures\": [\n    {\"id\": \"f\", "
    "\"name\": \"F\", \"settings\": {\"width\": \"180mm\"}}\n  ]}");
  g_autofree char *text = print (document);

  g_assert_nonnull (strstr (text,
                            "  \"figures\": [\n    {\"id\": \"f\", \"name\": \"F\", "
                            "\"settings\": {\"width\": \"180mm\"}}\n  ],\n"
                            "  \"networks\": []\n}\n"));
}

static void
test_loose_figure (void)
{
  g_autoptr (TrlDocument) document = parse_ok (
    "{\"trellis\":1,\"figures\":[{\"new\":[ 1 ],\"settings\":{},\"id\":\"f\"},"
    "{\"settings\":{\"\\u0077idth\":\"\\u00e9\"},\"id\":\"g\",\"name\":\"\"}]}");
  g_autofree char *text = print (document);

  g_assert_nonnull (strstr (text, "{\"id\": \"f\", \"name\": \"f\", \"new\": [ 1 ]},\n"));
  g_assert_nonnull (
    strstr (text, "{\"id\": \"g\", \"name\": \"\", \"settings\": {\"width\": \"é\"}}\n"));
}

static void
test_edit_keeps_unknown (void)
{
  g_autoptr (TrlDocument) document = parse_ok (full_text);
  g_autoptr (TrlSavedFigure) figure =
    trl_saved_figure_copy (trl_document_find_figure (document, "z"));
  g_autofree char *changed = NULL, *restored = NULL;

  trl_saved_figure_set (figure, "base", "hub");
  trl_document_begin (document, "Save Figure", NULL);
  g_assert_true (trl_document_put_figure (document, figure));
  trl_document_end (document);
  changed = print (document);
  g_assert_nonnull (strstr (changed, "\"base\": \"hub\", \"title\": \"“A”\\n\"}, "
                                     "\"made\": {\"by\" : 1.0}},\n"));
  trl_document_undo (document);
  restored = print (document);
  g_assert_cmpstr (restored, ==, full_text);
}

static const char foreign_settings[] =
  "\"settings\": {\"width\": 180.0, \"legend\": null, \"figure\": \"reach\", "
  "\"Look at\": {\"a\" : [1,  2]}, \"pips\": true}";

/* What is no text is kept as it stands, where it stands. */
static void
test_foreign_settings (void)
{
  g_autofree char *text =
    g_strconcat ("{\"trellis\":1,\"id\":\"d\",\"figures\":[\n{\"id\":\"f\",",
                 foreign_settings, "}]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document =
    trl_store_read (bytes, "lab.trellis", problems, NULL, &error);
  g_autofree char      *again = NULL;
  const TrlSavedFigure *figure;
  const TrlProblem     *first;

  g_assert_no_error (error);
  figure = trl_document_get_figure (document, 0);
  g_assert_cmpuint (trl_saved_figure_get_n_settings (figure), ==, 5);
  g_assert_null (trl_saved_figure_get (figure, "width"));
  g_assert_cmpstr (trl_saved_figure_get (figure, "figure"), ==, "reach");
  g_assert_cmpuint (problems->len, ==, 4);
  first = problems->pdata[0];
  g_assert_cmpuint (first->line, ==, 2);
  g_assert_nonnull (strstr (first->text, "“width”"));
  again = print (document);
  g_assert_nonnull (strstr (again, foreign_settings));
}

/* One that is set here becomes a text, in its place. */
static void
test_foreign_setting_is_set (void)
{
  g_autofree char *text =
    g_strconcat ("{\"trellis\":1,\"id\":\"d\",\"figures\":[{\"id\":\"f\",",
                 foreign_settings, "}]}", NULL);
  g_autoptr (TrlDocument) document = parse_ok (text);
  g_autoptr (TrlSavedFigure) figure =
    trl_saved_figure_copy (trl_document_find_figure (document, "f"));
  g_autofree char *changed = NULL;

  g_assert_true (
    trl_saved_figure_equal (figure, trl_document_find_figure (document, "f")));
  trl_saved_figure_set (figure, "width", "85mm");
  trl_saved_figure_set (figure, "Look at", NULL);
  g_assert_false (
    trl_saved_figure_equal (figure, trl_document_find_figure (document, "f")));
  trl_document_begin (document, "Save Figure", NULL);
  g_assert_true (trl_document_put_figure (document, figure));
  trl_document_end (document);
  changed = print (document);
  g_assert_nonnull (strstr (changed, "{\"width\": \"85mm\", \"legend\": null, "
                                     "\"figure\": \"reach\", \"pips\": true}"));
}

typedef struct
{
  const char *what;
  const char *figures;
  int         code;
  const char *says;
} Refused;

static const Refused refused[] = {
  { "no list", "{}", TRL_STORE_ERROR_CONTENT, "“figures” must be" },
  { "null", "null", TRL_STORE_ERROR_CONTENT, "“figures” must be" },
  { "not an object", "[\n1]", TRL_STORE_ERROR_CONTENT, "line 2, column 1: There should" },
  { "no id", "[{\"name\":\"x\"}]", TRL_STORE_ERROR_CONTENT, "“id” is missing" },
  { "empty id", "[{\"id\":\"\"}]", TRL_STORE_ERROR_CONTENT, "“id” is missing or empty" },
  { "id twice", "[{\"id\":\"f\"},\n{\"id\":\"f\"}]", TRL_STORE_ERROR_CONTENT,
    "line 2, column 1: The id “f” stands twice" },
  { "name is number", "[{\"id\":\"f\",\"name\":1}]", TRL_STORE_ERROR_CONTENT,
    "“name” must be" },
  { "settings are list", "[{\"id\":\"f\",\"settings\":[]}]", TRL_STORE_ERROR_CONTENT,
    "object of texts" },
  { "setting twice", "[{\"id\":\"f\",\"settings\":{\"a\":\"1\",\"\\u0061\":\"2\"}}]",
    TRL_STORE_ERROR_SYNTAX, "lab.trellis, line 1" },
  { "key with a space", "[{\"id\":\"f\",\"settings\":{\"a b\":\"\"}}]",
    TRL_STORE_ERROR_CONTENT, "“a b” cannot be the name" },
  { "key without letters", "[\n{\"id\":\"f\",\"settings\":{\"\":\"\"}}]",
    TRL_STORE_ERROR_CONTENT, "line 2, column 1: “” cannot be the name" },
};

static void
assert_refused (const char *what, const char *figures, int code, const char *says)
{
  g_autofree char *text = g_strconcat ("{\"trellis\":1,\"figures\":", figures, "}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = parse (text, strlen (text), &error);

  g_test_message ("%s: %s", what, error ? error->message : "opened");
  g_assert_null (document);
  g_assert_error (error, TRL_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (refused[i].what, refused[i].figures, refused[i].code,
                    refused[i].says);
}

static void
test_limits (void)
{
  g_autoptr (GString) figures = g_string_new ("[{\"id\":\"0\"}");
  g_autoptr (GString) settings = g_string_new ("[{\"id\":\"f\",\"settings\":{\"0\":\"\"");
  g_autofree char *long_text = g_strnfill (64 * 1024 + 1, 'x');
  g_autofree char *long_setting =
    g_strdup_printf ("[{\"id\":\"f\",\"settings\":{\"width\":\"%s\"}}]", long_text);

  for (guint i = 1; i <= TRL_MAX_SAVED_FIGURES; i++)
    g_string_append_printf (figures, ",{\"id\":\"%u\"}", i);
  for (guint i = 1; i <= TRL_MAX_SETTINGS; i++)
    g_string_append_printf (settings, ",\"%u\":\"\"", i);
  g_string_append_c (figures, ']');
  g_string_append (settings, "}}]");
  assert_refused ("many figures", figures->str, TRL_STORE_ERROR_LIMIT, "500");
  assert_refused ("many settings", settings->str, TRL_STORE_ERROR_LIMIT, "200");
  assert_refused ("long text", long_setting, TRL_STORE_ERROR_CONTENT, "64 KiB");
}

/* The largest figure that a document can hold, and as many as it can hold. */
static void
test_largest_survive (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlDocument) twin = NULL;
  g_autoptr (GPtrArray) figures = trl_saved_figures_new ();
  TrlSavedFigure  *large = trl_saved_figure_new ("large", "L");
  g_autofree char *long_text = g_strnfill (64 * 1024, 'x');
  g_autofree char *text = NULL;

  for (guint i = 0; i < TRL_MAX_SETTINGS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      trl_saved_figure_set (large, key, long_text);
    }
  g_ptr_array_add (figures, large);
  while (figures->len < TRL_MAX_SAVED_FIGURES)
    g_ptr_array_add (figures, trl_saved_figure_new (NULL, "small"));
  trl_document_begin (document, "Figures", NULL);
  g_assert_true (trl_document_set_figures (document, figures));
  trl_document_end (document);

  text = print (document);
  twin = parse_ok (text);
  g_assert_cmpuint (trl_document_get_n_figures (twin), ==, TRL_MAX_SAVED_FIGURES);
  g_assert_true (trl_saved_figure_equal (trl_document_get_figure (twin, 0), large));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/figures/members-become-settings", test_values);
  g_test_add_func ("/store/figures/none-leave-no-trace", test_none_leave_no_trace);
  g_test_add_func ("/store/figures/come-back-from-an-older-reader",
                   test_comes_back_from_older_reader);
  g_test_add_func ("/store/figures/loose-text-becomes-canonical", test_loose_figure);
  g_test_add_func ("/store/figures/an-edit-keeps-the-unknown", test_edit_keeps_unknown);
  g_test_add_func ("/store/figures/settings-that-are-no-text-are-kept",
                   test_foreign_settings);
  g_test_add_func ("/store/figures/a-setting-that-is-no-text-is-set-here",
                   test_foreign_setting_is_set);
  g_test_add_func ("/store/figures/refuses-with-line-and-reason", test_refuses);
  g_test_add_func ("/store/figures/too-many-are-refused", test_limits);
  g_test_add_func ("/store/figures/the-largest-survive", test_largest_survive);
  return g_test_run ();
}
