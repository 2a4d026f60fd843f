/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anybody may have written a sidecar: it is read or refused with a sentence. */

#include "settings.h"

#include <json-glib/json-glib.h>

#define HEAD "{\"trellisFigure\": 1, \"figure\": \"matrix\""

static void
check_refused (const char *json)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%.60s", json);
  g_assert_null (trl_figure_settings_from_sidecar (json, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_test_message ("  %s", error->message);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "not JSON",
    "{",
    "1",
    "null",
    "\"trellisFigure\"",
    "[]",
    "{}",
    "{\"trellisFigure\": 1}",
    "{\"trellisFigure\": \"1\", \"figure\": \"matrix\"}",
    "{\"trellisFigure\": {}, \"figure\": \"matrix\"}",
    "{\"trellisFigure\": null, \"figure\": \"matrix\"}",
    "{\"trellisFigure\": 2, \"figure\": \"matrix\"}",
    "{\"figure\": \"matrix\"}",
    "{\"trellisFigure\": 1, \"figure\": \"pie\"}",
    "{\"trellisFigure\": 1, \"figure\": 7}",
    "{\"trellisFigure\": 1, \"figure\": [\"matrix\"]}",
    "{\"trellisFigure\": 1, \"figure\": null}",
    HEAD ", \"settings\": []}",
    HEAD ", \"settings\": \"width\"}",
    HEAD ", \"settings\": null}",
    HEAD ", \"settings\": {\"width\": 90}}",
    HEAD ", \"settings\": {\"width\": null}}",
    HEAD ", \"settings\": {\"width\": {\"mm\": \"90\"}}}",
    HEAD ", \"settings\": {\"width\": \"wide\"}}",
    HEAD ", \"settings\": {\"colour\": \"red\"}}",
    HEAD ", \"settings\": {\"ring-names\": \"no\"}}",
    HEAD ", \"settings\": {\"\": \"\"}}",
    HEAD ", \"settings\": {\"title\": \"a\\u0000b\"}}",
    HEAD ", \"settings\": {\"title\": \"\\ud800\"}}",
    HEAD ", \"settings\": {\"title\": \"\xff\"}}",
    HEAD ", \"settings\": {\"title\": \"a\", \"title\": \"b\"}}",
    HEAD "} trailing",
    HEAD ",}",
    "\xef\xbb\xbf" HEAD "}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i]);
}

static void
check_deep (const char *open, guint n)
{
  GString *json = g_string_new (HEAD ", \"more\": ");

  for (guint i = 0; i < n; i++)
    g_string_append (json, open);
  check_refused (json->str);
  g_string_free (json, TRUE);
}

static void
test_deep (void)
{
  check_deep ("[", 1000);
  check_deep ("[", 1000000);
  check_deep ("{\"a\":", 200000);
}

static void
test_huge (void)
{
  g_autofree char *blanks = g_strnfill (3 << 20, ' ');
  g_autofree char *text = g_strnfill (1000000, 'a'), *json = NULL;
  g_autoptr (TrlFigureSettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  check_refused (blanks);
  json = g_strdup_printf (HEAD ", \"settings\": {\"title\": \"%s\"}}", text);
  settings = trl_figure_settings_from_sidecar (json, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trl_figure_settings_get (settings, "title"), ==, text);
}

/* What is beside the settings may be anything. */
static void
test_additions (void)
{
  static const char json[] =
    "{\"more\": [1, {\"a\": null}], \"trellisFigure\": 1, \"generator\": 7,"
    " \"figure\": \"matrix\", \"settings\": {\"totals\": \"no\"}, \"é\": \"機\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlFigureSettings) settings =
    trl_figure_settings_from_sidecar (json, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trl_figure_settings_get_figure (settings)->id, ==, "matrix");
  g_assert_cmpstr (trl_figure_settings_get (settings, "totals"), ==, "no");
}

/* The line of the fault is said, and the option. */
static void
test_says_where (void)
{
  g_autoptr (GError) syntax = NULL, value = NULL;

  g_assert_null (trl_figure_settings_from_sidecar ("{\n\"a\" 1}", &syntax));
  g_assert_error (syntax, TRL_STORE_ERROR, TRL_STORE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (syntax->message, "Line 2, column 5"));
  g_assert_null (trl_figure_settings_from_sidecar (
    HEAD ", \"settings\": {\"margin\": \"wide\"}}", &value));
  g_assert_error (value, TRL_OPTION_ERROR, TRL_OPTION_ERROR_VALUE);
  g_assert_nonnull (strstr (value->message, "margin"));
}

static void
test_written (void)
{
  g_autoptr (TrlDocument) document = open_sample ("ecosystem-lab-illustrative");
  g_autoptr (TrlFigureSettings) settings =
    new_settings ("matrix", PAIRS ("title=“A” \\ \"B\"", "totals=no"));
  g_autofree char *json = trl_figure_settings_to_sidecar (settings, document);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonObject *object = json_node_get_object (root);
  JsonObject *values = json_object_get_object_member (object, "settings");

  g_assert_cmpint (json_object_get_int_member (object, "trellisFigure"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "document"), ==,
                   trl_document_get_id (document));
  g_assert_cmpuint (json_object_get_size (values), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (values, "title"), ==, "“A” \\ \"B\"");
  g_assert_true (g_str_has_suffix (json, "}\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/sidecar/strange-files-are-refused", test_hostile);
  g_test_add_func ("/figure/sidecar/deep-nesting-is-refused", test_deep);
  g_test_add_func ("/figure/sidecar/huge-files-are-refused", test_huge);
  g_test_add_func ("/figure/sidecar/additions-are-passed-over", test_additions);
  g_test_add_func ("/figure/sidecar/says-what-is-wrong", test_says_where);
  g_test_add_func ("/figure/sidecar/holds-what-was-chosen", test_written);
  return g_test_run ();
}
