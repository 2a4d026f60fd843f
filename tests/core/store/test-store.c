/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file and the document say the same, in both directions and for ever. */

#include "config.h"

#include "store/trl-store.h"

#include "store/trl-json-write.h"

#include "store-samples.h"
#include "store-tools.h"

#include <string.h>

static void
test_canonical (void)
{
  g_autoptr (TrlDocument) document = parse_ok (full_text);
  g_autofree char *text = print (document);

  g_assert_cmpstr (text, ==, full_text);
}

static void
test_values (void)
{
  g_autoptr (TrlDocument) document = parse_ok (full_text);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           a = trl_table_find (nodes, "a"), b = trl_table_find (nodes, "B");
  guint           e = trl_table_find (edges, "e");
  const TrlField *budget;

  g_assert_cmpstr (trl_document_get_text (document, TRL_DOCUMENT_TITLE), ==,
                   "A “small” lab \"quoted\" \\ \n\001");
  g_assert_cmpint (trl_document_get_n_networks (document), ==, 2);
  g_assert_cmpfloat (trl_network_get_number (network, TRL_NETWORK_LATITUDE), ==, 39.76);
  g_assert_true (trl_network_get_flag (network, TRL_NETWORK_ROLL_UP));
  g_assert_cmpstr (trl_table_get_text (nodes, a, TRL_NODE_ROLES), ==, "guide");
  g_assert_cmpstr (trl_table_get_field (nodes, a, "budget"), ==, "5");
  g_assert_cmpfloat (trl_table_get_number (nodes, b, TRL_NODE_Y), ==, -1e-7);
  g_assert_cmpint (trl_table_get_order (nodes, b), ==, 3);
  g_assert_cmpint (trl_network_get_edge_rank (network, e), ==, 1);
  g_assert_false (trl_document_is_modified (document));
  g_assert_null (trl_document_get_undo_name (document));
  budget =
    trl_vocabulary_find_field (trl_document_get_vocabulary (document), "node", "budget");
  g_assert_cmpint (budget->kind, ==, TRL_FIELD_NUMBER);
  g_assert_true (budget->is_private);
}

/* The lines of two texts that differ, as pairs. */
static guint
count_changed_lines (const char *one, const char *two)
{
  g_auto (GStrv) a = g_strsplit (one, "\n", -1);
  g_auto (GStrv) b = g_strsplit (two, "\n", -1);
  guint changed = 0;

  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
  for (guint i = 0; a[i]; i++)
    changed += !g_str_equal (a[i], b[i]);
  return changed;
}

static void
test_edit_keeps_unknown (void)
{
  g_autoptr (TrlDocument) document = parse_ok (full_text);
  g_autofree char *renamed = NULL, *restored = NULL;

  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "a", TRL_NODE_NAME,
                    TRL_TEXT ("New"));
  trl_document_end (document);
  renamed = print (document);
  g_assert_cmpuint (count_changed_lines (full_text, renamed), ==, 1);
  g_assert_nonnull (strstr (renamed, "\"tags\": [\"x\", {\"y\": 18446744073709551621}]"));

  trl_document_begin (document, "Remove", NULL);
  trl_document_remove_node (document, "site", "a");
  trl_document_end (document);
  trl_document_undo (document);
  trl_document_undo (document);
  restored = print (document);
  g_assert_cmpstr (restored, ==, full_text);
}

static void
test_loose_file (void)
{
  g_autoptr (TrlDocument) document = parse_ok (
    "{\"networks\":[{\"edges\":[{\"to\":\"a\",\"from\":\"b\",\"id\":\"e\"}],"
    "\"nodes\":[{\"pinned\":false,\"id\":\"b\"},{\"\\u0069d\":\"a\",\"x\":1.50}],"
    "\"id\":\"n\"}],\r\n\t\"new\" : [ 1 ],\"trellis\":1,\"id\":\"d\"}");
  g_autofree char *text = print (document);
  g_autoptr (TrlDocument) again = parse_ok (text);
  g_autofree char *second = print (again);

  g_assert_cmpstr (text, ==, second);
  g_assert_nonnull (strstr (text, "{\"id\": \"a\", \"order\": 2, \"x\": 1.5}"));
  g_assert_nonnull (strstr (text, "{\"id\": \"b\", \"order\": 1}"));
  g_assert_nonnull (strstr (text, "],\n  \"new\": [ 1 ]\n}\n"));
  g_assert_nonnull (strstr (text, "\"coordination\""));
}

/* Rows need not be like the row before them: other members, another order, names with
 * escapes, members that are not known. */
static void
test_uneven_rows (void)
{
  g_autoptr (TrlDocument) document = parse_ok (
    "{\"trellis\":1,\"id\":\"d\",\"networks\":[{\"id\":\"n\",\"nodes\":["
    "{\"id\":\"a\",\"order\":1,\"name\":\"A\",\"x\":1},"
    "{\"name\":\"B\",\"order\":2,\"id\":\"b\",\"y\":2,\"x\":1},"
    "{\"id\":\"c\"},"
    "{\"id\":\"d\",\"order\":4,\"later\":[1],\"name\":\"D\"},"
    "{\"\\u0069d\":\"e\",\"n\\u0061me\":\"E\",\"order\":5,\"roles\":[\"hub\",\"host\"]},"
    "{\"id\":\"f\",\"nome\":\"?\",\"order\":6,\"roles\":[\"host\"]},"
    "{\"id\":\"g\",\"name\":\"G\",\"order\":7,\"fields\":{\"k\":\"v\"}}"
    "],\"edges\":[{\"id\":\"e\",\"from\":\"a\",\"to\":\"b\"},"
    "{\"to\":\"a\",\"from\":\"c\",\"id\":\"h\",\"note\":\"\"}]}]}");
  static const char *const lines[] = {
    "{\"id\": \"a\", \"order\": 1, \"name\": \"A\", \"x\": 1}",
    "{\"id\": \"b\", \"order\": 2, \"name\": \"B\", \"x\": 1, \"y\": 2}",
    "{\"id\": \"c\", \"order\": 3}",
    "{\"id\": \"d\", \"order\": 4, \"name\": \"D\", \"later\": [1]}",
    "{\"id\": \"e\", \"order\": 5, \"name\": \"E\", \"roles\": [\"hub\", \"host\"]}",
    "{\"id\": \"f\", \"order\": 6, \"roles\": [\"host\"], \"nome\": \"?\"}",
    "{\"id\": \"g\", \"order\": 7, \"name\": \"G\", \"fields\": {\"k\": \"v\"}}",
    "{\"id\": \"e\", \"order\": 1, \"from\": \"a\", \"to\": \"b\"}",
    "{\"id\": \"h\", \"order\": 2, \"from\": \"c\", \"to\": \"a\", \"note\": \"\"}",
  };
  g_autofree char *text = print (document);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!strstr (text, lines[i]))
      g_error ("%s is not in %s", lines[i], text);
}

typedef struct
{
  const char *what;
  const char *text;
  int         code;
  const char *says;
} Refused;

#define NETWORK(rest) "{\"trellis\":1,\"networks\":[{\"id\":\"n\"," rest "}]}"

static const Refused refused[] = {
  { "empty", "", TRL_STORE_ERROR_CONTENT, "lab.trellis: The file is empty" },
  { "noise", "\x01\xfe\x80", TRL_STORE_ERROR_SYNTAX, "lab.trellis, line 1, column 2" },
  { "other JSON", "[1]", TRL_STORE_ERROR_CONTENT, "not a Trellis document" },
  { "no magic", "{\"a\":1}", TRL_STORE_ERROR_CONTENT, "not a Trellis document" },
  { "other magic", "{\"trellis\":2}", TRL_STORE_ERROR_NEWER, "Update Trellis" },
  { "newer", "{\"trellis\":1,\"format\":{\"minReader\":2,\"generator\":\"Trellis 9\"}}",
    TRL_STORE_ERROR_NEWER, "written by “Trellis 9”" },
  { "version", "{\"trellis\":1,\"format\":{\"version\":0}}", TRL_STORE_ERROR_CONTENT,
    "whole number" },
  { "node id twice", NETWORK ("\"nodes\":[{\"id\":\"a\"},\n{\"id\":\"a\"}]"),
    TRL_STORE_ERROR_CONTENT, "line 2, column 7: The id “a” stands twice" },
  { "network id twice", "{\"trellis\":1,\"networks\":[{\"id\":\"n\"},{\"id\":\"n\"}]}",
    TRL_STORE_ERROR_CONTENT, "The id “n” stands twice" },
  { "type id twice",
    "{\"trellis\":1,\"vocabulary\":{\"types\":[{\"id\":\"t\"},{\"id\":\"t\"}]}}",
    TRL_STORE_ERROR_CONTENT, "The id “t” stands twice" },
  { "level id twice",
    "{\"trellis\":1,\"vocabulary\":{\"scales\":[{\"id\":\"s\",\"levels\":[{\"id\":\"t\"},"
    "{\"id\":\"t\"}]}]}}",
    TRL_STORE_ERROR_CONTENT, "The id “t” stands twice" },
  { "no levels", "{\"trellis\":1,\"vocabulary\":{\"scales\":[{\"id\":\"s\"}]}}",
    TRL_STORE_ERROR_CONTENT, "at least one level" },
  { "field of nothing", "{\"trellis\":1,\"vocabulary\":{\"fields\":[{\"id\":\"f\"}]}}",
    TRL_STORE_ERROR_CONTENT, "“of” is missing" },
  { "number kind", "{\"trellis\":1,\"vocabulary\":{\"kinds\":[1]}}",
    TRL_STORE_ERROR_CONTENT, "text in double quotes" },
  { "edge id twice",
    NETWORK ("\"nodes\":[{\"id\":\"a\"}],\"edges\":[{\"id\":\"e\",\"from\":\"a\",\"to\":"
             "\"a\"},{\"id\":\"e\",\"from\":\"a\",\"to\":\"a\"}]"),
    TRL_STORE_ERROR_CONTENT, "The id “e” stands twice" },
  { "dangling", NETWORK ("\"edges\":[\n{\"id\":\"e\",\"from\":\"a\",\"to\":\"b\"}]"),
    TRL_STORE_ERROR_CONTENT, "line 2, column 18: “from” names a partner" },
  { "no end",
    NETWORK ("\"nodes\":[{\"id\":\"a\"}],\"edges\":[{\"id\":\"e\",\"from\":\"a\"}]"),
    TRL_STORE_ERROR_CONTENT, "“to” is missing" },
  { "no id", NETWORK ("\"nodes\":[{}]"), TRL_STORE_ERROR_CONTENT, "“id” is missing" },
  { "empty id", NETWORK ("\"nodes\":[{\"id\":\"\"}]"), TRL_STORE_ERROR_CONTENT,
    "“id” is missing or empty" },
  { "not an object", NETWORK ("\"nodes\":[1]"), TRL_STORE_ERROR_CONTENT, "an object" },
  { "not a list", NETWORK ("\"nodes\":{}"), TRL_STORE_ERROR_CONTENT, "“nodes” must be" },
  { "networks no list", "{\"trellis\":1,\"networks\":1}", TRL_STORE_ERROR_CONTENT,
    "“networks” must be" },
  { "text is number", NETWORK ("\"name\":5"), TRL_STORE_ERROR_CONTENT, "“name” must be" },
  { "number is text", NETWORK ("\"seed\":\"5\""), TRL_STORE_ERROR_CONTENT,
    "“seed” must be" },
  { "flag is number", NETWORK ("\"rollUp\":1"), TRL_STORE_ERROR_CONTENT,
    "true or false" },
  { "roles are text", NETWORK ("\"nodes\":[{\"id\":\"a\",\"roles\":\"guide\"}]"),
    TRL_STORE_ERROR_CONTENT, "list of ids" },
  { "role with a space", NETWORK ("\"nodes\":[{\"id\":\"a\",\"roles\":[\"a b\"]}]"),
    TRL_STORE_ERROR_CONTENT, "list of ids" },
  { "fields are list", NETWORK ("\"fields\":[]"), TRL_STORE_ERROR_CONTENT,
    "object of texts" },
  { "field is number", NETWORK ("\"fields\":{\"f\":1}"), TRL_STORE_ERROR_CONTENT,
    "field “f”" },
  { "order is half", NETWORK ("\"nodes\":[{\"id\":\"a\",\"order\":1.5}]"),
    TRL_STORE_ERROR_CONTENT, "whole number" },
  { "too large integer",
    NETWORK ("\"nodes\":[{\"id\":\"a\",\"count\":18446744073709551621}]"),
    TRL_STORE_ERROR_CONTENT, "2^53" },
  { "infinite", NETWORK ("\"nodes\":[{\"id\":\"a\",\"x\":1e999}]"),
    TRL_STORE_ERROR_SYNTAX, "too large" },
  { "far away", NETWORK ("\"nodes\":[{\"id\":\"a\",\"x\":1e7}]"), TRL_STORE_ERROR_CONTENT,
    "column" },
};

static void
test_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlDocument) document =
        parse (refused[i].text, strlen (refused[i].text), &error);

      g_test_message ("%s: %s", refused[i].what, error ? error->message : "opened");
      g_assert_null (document);
      g_assert_error (error, TRL_STORE_ERROR, refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_newer_version_opens (void)
{
  static const char text[] = "{\"trellis\":1,\"format\":{\"version\":3,\"minReader\":1,"
                             "\"era\":\"x\"},\"id\":\"d\"}";
  g_autoptr (TrlDocument) document = parse_ok (text);
  g_autofree char *out = print (document);

  g_assert_nonnull (strstr (out, "{\"version\": 3, \"minReader\": 1, \"generator\": "
                                 "\"Trellis " TRL_VERSION "\", \"era\": \"x\"}"));
}

static void
test_newer_kind_of_field (void)
{
  static const char text[] =
    "{\"trellis\":1,\"vocabulary\":{\"fields\":[{\"id\":\"f\",\"of\":\"node\",\"x\":1,"
    "\"kind\":\"money\",\"private\":true}]}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) problems = trl_store_check (bytes, "lab.trellis");
  g_autoptr (TrlDocument) document = parse_ok (text);
  g_autofree char *out = print (document);
  g_autoptr (TrlDocument) again = parse_ok (out);
  g_autofree char *second = print (again);

  g_assert_nonnull (strstr (out, "{\"id\": \"f\", \"name\": \"f\", \"of\": \"node\", "
                                 "\"private\": true, \"kind\": \"money\", \"x\": 1}"));
  g_assert_cmpstr (out, ==, second);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_too_many (void)
{
  GString *fields =
    g_string_new ("{\"trellis\":1,\"networks\":[{\"id\":\"n\",\"nodes\":[");
  GString *nodes = g_string_new (fields->str);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 512; i++)
    g_string_append_printf (fields, "%s{\"id\":\"%u\",\"fields\":{\"f%u\":\"\"}}",
                            i ? "," : "", i, i);
  g_string_append (fields, "]}]}");
  g_assert_null (parse (fields->str, fields->len, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT);
  g_clear_error (&error);

  for (guint i = 0; i <= 200000; i++)
    g_string_append_printf (nodes, "%s{\"id\":\"%u\"}", i ? "," : "", i);
  g_string_append (nodes, "]}]}");
  g_assert_null (parse (nodes->str, nodes->len, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "200000"));
  g_string_free (fields, TRUE);
  g_string_free (nodes, TRUE);
}

/* What could not be opened again is not written. */
static void
test_too_many_words (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_default ();
  g_autoptr (GError) error = NULL;

  while (vocabulary->types->len <= 2000)
    {
      g_autofree char *id = g_strdup_printf ("type-%u", vocabulary->types->len);

      g_ptr_array_add (vocabulary->types,
                       trl_partner_type_new (id, id, NULL, NULL, NULL, NULL));
    }
  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, vocabulary);
  trl_document_end (document);
  g_assert_null (trl_store_to_bytes (document, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT);
}

/* A few unknown megabytes are text, not a tree. */
static void
test_large_part (void)
{
  GString *known = g_string_new ("{\"trellis\":1,\"fields\":{\"a\":\"\"");
  GString *unknown = g_string_new ("{\"trellis\":1,\"new\":[0");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = NULL;

  for (guint i = 0; i < 600000; i++)
    {
      g_string_append_printf (known, ",\"%u\":\"\"", i);
      g_string_append (unknown, ",1234567");
    }
  g_string_append (known, "}}");
  g_string_append (unknown, "]}");
  g_assert_null (parse (known->str, known->len, &error));
  g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT);
  document = parse_ok (unknown->str);
  g_string_free (known, TRUE);
  g_string_free (unknown, TRUE);
}

static void
test_truncation (void)
{
  gsize length = strlen (full_text);

  for (gsize n = 0; n < length - 1; n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (full_text, n, &error));
      g_assert_nonnull (error);
    }
}

/* Every file that differs by one bit opens as something that can be saved, or is refused.
 */
static void
test_bit_flips (void)
{
  char text[] =
    "{\"trellis\": 1, \"format\": {\"version\": 1, \"minReader\": 1}, \"id\": \"d\",\n"
    "\"vocabulary\": {\"scales\": [{\"id\": \"s\", \"levels\": [{\"id\": \"0\"}]}],\n"
    "\"types\": [{\"id\": \"t\"}], \"strategies\": [{\"id\": \"g\", \"primary\": "
    "[\"r\"]}],\n\"fields\": [{\"id\": \"f\", \"of\": \"node\", \"kind\": \"date\"}]},\n"
    "\"figures\": [{\"id\": \"f\", \"settings\": {\"width\": \"9\"}, \"new\": 1}],\n"
    "\"networks\": [{\"id\": \"n\", \"hub\": \"a\", \"rollUp\": true, \"nodes\": [\n"
    "{\"id\": \"a\", \"order\": 1, \"name\": \"\\u00e9 é\", \"x\": -1.5e2, \"roles\": "
    "[\"r\"], \"fields\": {\"f\": \"1\"}, \"new\": [null]}],\n"
    "\"edges\": [{\"id\": \"e\", \"from\": \"a\", \"to\": \"a\", \"level\": \"0\"}]}]}";

  g_autoptr (TrlDocument) whole = parse_ok (text);

  g_assert_nonnull (whole);
  for (gsize i = 0; i < (sizeof text - 1) * 8; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlDocument) document = NULL;

      text[i / 8] ^= (char) (1 << (i % 8));
      document = parse (text, sizeof text - 1, &error);
      g_assert_true ((document != NULL) != (error != NULL));
      if (document)
        {
          g_autofree char *out = print (document);
          g_autoptr (TrlDocument) again = parse_ok (out);
        }
      text[i / 8] ^= (char) (1 << (i % 8));
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double      number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 5, "5" },
    { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 123456789.123456789, "123456789.12345679" },
    { 9007199254740991, "9007199254740991" },
    { 9007199254740994, "9007199254740994e0" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      trl_json_append_number (out, cases[i].number);
      g_assert_cmpstr (out->str, ==, cases[i].text);
      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, cases[i].number);
    }
}

static void
test_check (void)
{
  static const char text[] =
    "{\"trellis\":1,\"vocabulary\":{},\"networks\":[{\"id\":\"n\",\n\"hub\":\"gone\",\n"
    "\"nodes\":[{\"id\":\"a\",\"type\":\"t\",\"roles\":[\"r\"]}],\n"
    "\"edges\":[{\"id\":\"e\",\"from\":\"a\",\"to\":\"a\",\"level\":\"banana\"},\n"
    "{\"id\":\"f\",\"from\":\"a\",\"to\":\"a\",\"scale\":\"s\"}]}]}";
  static const struct
  {
    guint       line, column;
    const char *says;
  } expected[] = {
    { 3, 27, "type “t”" },  { 3, 39, "role “r”" },  { 4, 48, "“banana”" },
    { 5, 39, "scale “s”" }, { 2, 7, "hub “gone”" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GBytes) broken = g_bytes_new_static (text, 30);
  g_autoptr (GPtrArray) problems = trl_store_check (bytes, "lab.trellis");
  g_autoptr (GPtrArray) faults = trl_store_check (broken, "lab.trellis");

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const TrlProblem *problem = problems->pdata[i];

      g_assert_nonnull (strstr (problem->text, expected[i].says));
      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpuint (problem->column, ==, expected[i].column);
    }
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (((TrlProblem *) faults->pdata[0])->column, ==, 31);
}

static void
test_unknown_words_are_kept (void)
{
  static const char text[] =
    "{\"trellis\":1,\"networks\":[{\"id\":\"n\",\"nodes\":[{\"id\":\"a\",\"type\":\"t\"}]"
    ","
    "\"edges\":[{\"id\":\"e\",\"from\":\"a\",\"to\":\"a\",\"level\":\"banana\"}]}]}";
  g_autoptr (TrlDocument) document = parse_ok (text);
  TrlNetwork      *network = trl_document_get_network (document, 0);
  g_autofree char *out = print (document);

  g_assert_nonnull (strstr (out, "\"level\": \"banana\""));
  g_assert_nonnull (strstr (out, "\"type\": \"t\""));
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, -1);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text =
    g_string_new ("{\"trellis\":1,\"networks\":[{\"id\":\"n\",\"nodes\":[{\"id\":\"a\"}");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, ",{\"id\":\"%u\"}", i);
  g_string_append (text, "]}]}");
  bytes = g_bytes_new (text->str, text->len);
  g_cancellable_cancel (cancellable);
  g_assert_null (trl_store_read (bytes, "lab.trellis", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/file/canonical-text-comes-back-byte-for-byte", test_canonical);
  g_test_add_func ("/store/file/members-become-properties", test_values);
  g_test_add_func ("/store/file/an-edit-changes-its-line-only", test_edit_keeps_unknown);
  g_test_add_func ("/store/file/loose-text-becomes-canonical", test_loose_file);
  g_test_add_func ("/store/file/rows-need-not-be-alike", test_uneven_rows);
  g_test_add_func ("/store/file/refuses-with-file-line-and-reason", test_refuses);
  g_test_add_func ("/store/file/newer-version-opens-and-stays", test_newer_version_opens);
  g_test_add_func ("/store/file/newer-kind-of-field-is-kept", test_newer_kind_of_field);
  g_test_add_func ("/store/file/too-many-things-are-refused", test_too_many);
  g_test_add_func ("/store/file/regress-too-many-words-are-not-written",
                   test_too_many_words);
  g_test_add_func ("/store/file/known-members-are-limited-unknown-kept", test_large_part);
  g_test_add_func ("/store/file/cut-anywhere-is-refused", test_truncation);
  g_test_add_func ("/store/file/any-flipped-bit-opens-or-is-refused", test_bit_flips);
  g_test_add_func ("/store/file/numbers-have-one-shortest-spelling", test_numbers);
  g_test_add_func ("/store/file/check-lists-unknown-words-with-places", test_check);
  g_test_add_func ("/store/file/unknown-words-are-kept", test_unknown_words_are_kept);
  g_test_add_func ("/store/file/reading-can-be-cancelled", test_cancelled);
  return g_test_run ();
}
