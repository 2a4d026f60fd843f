/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strict scanner takes, what it refuses and where it points. */

#include "store/trl-json-cursor.h"
#include "store/trl-json-scan.h"
#include "store/trl-store-error.h"

#include <string.h>

/* Texts with their length, since some hold NUL. */
#define TEXT(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *name;
  const char *text;
  gsize       length;
} Accepted;

static const Accepted accepted[] = {
  { "y_array_empty", TEXT ("[]") },
  { "y_array_nested", TEXT ("[[],[[]],{\"a\":[]}]") },
  { "y_array_space", TEXT (" [ 1 ,\n2\t,\r3 ] \n") },
  { "y_lone_true", TEXT ("true") },
  { "y_lone_null", TEXT ("null") },
  { "y_lone_number", TEXT ("-0") },
  { "y_lone_string", TEXT ("\"a\"") },
  { "y_number_exponents", TEXT ("[1e5,1E5,1e+5,1e-5,1.5e5,0e1,0E+1,-0.0e-0]") },
  { "y_number_tiny_is_zero", TEXT ("[1e-400]") },
  { "y_number_largest", TEXT ("[1.7976931348623157e308]") },
  { "y_number_beyond_2_53", TEXT ("[123456789012345678901234567890]") },
  { "y_object_empty", TEXT ("{}") },
  { "y_object_empty_name", TEXT ("{\"\":0}") },
  { "y_object_same_name_in_others",
    TEXT ("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":2}]}") },
  { "y_string_escapes", TEXT ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"]") },
  { "y_string_pair", TEXT ("[\"\\ud83d\\ude00\\uD83D\\uDE00\"]") },
  { "y_string_utf8", TEXT ("[\"é€😀\xef\xbb\xbf\"]") },
  { "y_string_delete", TEXT ("[\"\x7f\"]") },
  { "y_string_last_before_surrogates", TEXT ("[\"\\ud7ff\\ue000\\uffff\"]") },
};

typedef struct
{
  const char *name;
  const char *text;
  gsize       length;
  gsize       offset;
  const char *says; /* part of the message */
} Refused;

static const Refused refused[] = {
  { "n_nothing", TEXT (""), 0, "the end of the file" },
  { "n_only_space", TEXT (" \n"), 2, "the end of the file" },
  { "n_bom", TEXT ("\xef\xbb\xbf[]"), 0, "byte order mark" },
  { "n_utf16", TEXT ("[\0]\0"), 1, "UTF-8" },
  { "n_invalid_utf8", TEXT ("[\"\xff\"]"), 2, "UTF-8" },
  { "n_overlong_utf8", TEXT ("[\"\xc0\xaf\"]"), 2, "UTF-8" },
  { "n_utf8_surrogate", TEXT ("[\"\xed\xa0\x80\"]"), 2, "UTF-8" },
  { "n_cut_utf8", TEXT ("[\"\xc3"), 2, "UTF-8" },
  { "n_nul_in_string", TEXT ("[\"a\0b\"]"), 3, "UTF-8" },
  { "n_escaped_nul", TEXT ("[\"\\u0000\"]"), 8, "U+0000" },
  { "n_lone_high", TEXT ("[\"\\ud800\"]"), 8, "surrogate" },
  { "n_lone_low", TEXT ("[\"\\udc00\"]"), 8, "surrogate" },
  { "n_high_then_high", TEXT ("[\"\\ud800\\ud800\"]"), 14, "surrogate" },
  { "n_high_then_letter", TEXT ("[\"\\ud800\\n\"]"), 8, "surrogate" },
  { "n_short_unicode", TEXT ("[\"\\u12\"]"), 4, "hexadecimal" },
  { "n_bad_unicode", TEXT ("[\"\\u12g4\"]"), 4, "hexadecimal" },
  { "n_bad_escape", TEXT ("[\"\\x41\"]"), 3, "backslash" },
  { "n_cut_escape", TEXT ("[\"\\"), 3, "backslash" },
  { "n_open_string", TEXT ("[\"a"), 3, "quote" },
  { "n_newline_in_string", TEXT ("[\"a\nb\"]"), 3, "same line" },
  { "n_tab_in_string", TEXT ("[\"a\tb\"]"), 3, "U+0009" },
  { "n_single_quotes", TEXT ("['a']"), 1, "double quotes" },
  { "n_nan", TEXT ("[NaN]"), 1, "“N”" },
  { "n_nan_lower", TEXT ("[nan]"), 1, "a value" },
  { "n_json_glib_nan", TEXT ("[nan.0]"), 1, "a value" },
  { "n_infinity", TEXT ("[Infinity]"), 1, "“I”" },
  { "n_minus_infinity", TEXT ("[-Infinity]"), 2, "a digit" },
  { "n_too_large", TEXT ("[1e400]"), 1, "too large" },
  { "n_too_large_negative", TEXT ("[-1e400]"), 1, "too large" },
  { "n_octal", TEXT ("[0123]"), 2, "begin with 0" },
  { "n_hex", TEXT ("[0x10]"), 2, "begin with 0" },
  { "n_plus", TEXT ("[+1]"), 1, "“+”" },
  { "n_leading_point", TEXT ("[.5]"), 1, "“.”" },
  { "n_trailing_point", TEXT ("[1.]"), 3, "a digit" },
  { "n_point_exponent", TEXT ("[1.e5]"), 3, "a digit" },
  { "n_no_exponent", TEXT ("[1e]"), 3, "a digit" },
  { "n_two_points", TEXT ("[1.2.3]"), 4, "a comma or “]”" },
  { "n_decimal_comma", TEXT ("{\"a\":1,5}"), 7, "name of a member" },
  { "n_lone_minus", TEXT ("-"), 1, "a digit" },
  { "n_comment_line", TEXT ("// c\n[]"), 0, "“/”" },
  { "n_comment_block", TEXT ("[1 /* c */]"), 3, "“/”" },
  { "n_trailing_comma", TEXT ("[1,]"), 3, "a value" },
  { "n_double_comma", TEXT ("[1,,2]"), 3, "a value" },
  { "n_trailing_comma_object", TEXT ("{\"a\":1,}"), 7, "name of a member" },
  { "n_no_comma", TEXT ("{\"a\":1 \"b\":2}"), 7, "a comma or “}”" },
  { "n_no_colon", TEXT ("{\"a\" 1}"), 5, "a colon" },
  { "n_no_value", TEXT ("{\"a\":}"), 5, "a value" },
  { "n_unquoted_name", TEXT ("{a:1}"), 1, "double quotes" },
  { "n_number_name", TEXT ("{1:1}"), 1, "double quotes" },
  { "n_wrong_bracket", TEXT ("[1}"), 2, "a comma or “]”" },
  { "n_wrong_brace", TEXT ("{\"a\":1]"), 6, "a comma or “}”" },
  { "n_open_array", TEXT ("[1"), 2, "the end of the file" },
  { "n_open_object", TEXT ("{\"a\":1"), 6, "the end of the file" },
  { "n_two_values", TEXT ("[1] [2]"), 4, "the end of the file" },
  { "n_closed_twice", TEXT ("[1]]"), 3, "the end of the file" },
  { "n_assignment", TEXT ("var x = {};"), 0, "a value" },
  { "n_capital_true", TEXT ("[True]"), 1, "a value" },
  { "n_cut_word", TEXT ("[tru"), 1, "a value" },
  { "n_long_word", TEXT ("[nullx]"), 5, "a comma or “]”" },
  { "n_form_feed", TEXT ("[\f1]"), 1, "a value" },
  { "n_no_break_space",
    TEXT ("[\xc2\xa0"
          "1]"),
    1, "U+00A0" },
  { "n_same_name_twice", TEXT ("{\"a\":1,\"b\":2,\"a\":3}"), 13, "two members" },
  { "n_same_name_escaped", TEXT ("{\"a\":1,\"\\u0061\":3}"), 7, "two members" },
};

static void
test_accepts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;

      trl_json_scan (accepted[i].text, accepted[i].length, NULL, &error);
      g_test_message ("%s", accepted[i].name);
      g_assert_no_error (error);
    }
}

static void
test_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const Refused *one = &refused[i];
      g_autoptr (GError) error = NULL;
      gsize fault;

      g_test_message ("%s", one->name);
      g_assert_false (trl_json_scan (one->text, one->length, &fault, &error));
      g_assert_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_SYNTAX);
      g_assert_nonnull (strstr (error->message, one->says));
      g_assert_cmpuint (fault, ==, one->offset);
    }
}

static gboolean
scan (const GString *text, int *code, gsize *offset)
{
  g_autoptr (GError) error = NULL;
  gsize    fault;
  gboolean ok = trl_json_scan (text->str, text->len, &fault, &error);

  *code = error ? error->code : -1;
  *offset = fault;
  return ok;
}

static GString *
repeat (const char *before, char c, gsize n, const char *after)
{
  GString *text = g_string_new (before);

  for (gsize i = 0; i < n; i++)
    g_string_append_c (text, c);
  return g_string_append (text, after);
}

static void
test_depth (void)
{
  int   code;
  gsize offset;

  for (guint depth = 64; depth <= 65; depth++)
    {
      GString *text = repeat ("", '[', depth, "");

      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      g_assert_cmpint (scan (text, &code, &offset), ==, depth == 64);
      if (depth == 65)
        {
          g_assert_cmpint (code, ==, TRL_STORE_ERROR_LIMIT);
          g_assert_cmpuint (offset, ==, 64);
        }
      g_string_free (text, TRUE);
    }

  /* What makes a recursive reader overflow its stack. */
  GString *deep = repeat ("", '[', 2000000, "");
  g_assert_false (scan (deep, &code, &offset));
  g_string_free (deep, TRUE);
}

static void
test_long_texts (void)
{
  int      code;
  gsize    offset;
  GString *longest = repeat ("\"", 'a', TRL_JSON_MAX_STRING, "\"");
  GString *longer = repeat ("\"", 'a', TRL_JSON_MAX_STRING + 1, "\"");
  GString *escaped = g_string_new ("\"");

  for (guint i = 0; i <= TRL_JSON_MAX_STRING; i++)
    g_string_append (escaped, "\\n");
  g_string_append_c (escaped, '"');
  g_assert_true (scan (longest, &code, &offset));
  g_assert_false (scan (longer, &code, &offset));
  g_assert_cmpint (code, ==, TRL_STORE_ERROR_LIMIT);
  g_assert_false (scan (escaped, &code, &offset));
  g_assert_cmpint (code, ==, TRL_STORE_ERROR_LIMIT);
  g_string_free (longest, TRUE);
  g_string_free (longer, TRUE);
  g_string_free (escaped, TRUE);
}

static void
test_many_names (void)
{
  GString *text = g_string_new ("{");
  int      code;
  gsize    offset, last = 0;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "\"n%u\":0,", i);
  last = text->len;
  g_string_append (text, "\"n7\":0}");
  g_assert_false (scan (text, &code, &offset));
  g_assert_cmpuint (offset, ==, last);
  g_string_free (text, TRUE);
}

/* Digits alone can be too many; the largest double has 309 of them. */
static void
test_long_numbers (void)
{
  for (guint digits = 300; digits < 320; digits++)
    {
      g_autofree char *nines = g_strnfill (digits, '9');
      g_autofree char *text = g_strdup_printf ("[-%s]", nines);

      g_assert_cmpint (trl_json_scan (text, strlen (text), NULL, NULL), ==, digits < 309);
    }
}

static void
test_places (void)
{
  static const char text[] = "{\n  \"é\": 1,\n  \"b\": nul\n}";
  gsize             fault;
  guint             line, column;

  g_assert_false (trl_json_scan (text, sizeof text - 1, &fault, NULL));
  trl_json_locate (text, sizeof text - 1, fault, &line, &column);
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpuint (column, ==, 8);
  trl_json_locate (text, sizeof text - 1, strlen ("{\n  \"é\""), &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 6); /* characters, not bytes */
  trl_json_locate (text, sizeof text - 1, 0, &line, &column);
  g_assert_cmpuint (line * 1000 + column, ==, 1001);
}

static void
assert_span (TrlJsonSpan span, const char *text)
{
  g_autofree char *found = g_strndup (span.start, span.length);

  g_assert_cmpstr (found, ==, text);
}

static void
test_cursor (void)
{
  static const char text[] = " { \"a\" : [1 , {\"x\":\"]}\\\"\"} ,true] "
                             ",\"\\u0062\":-1.5e3,\"c\":{} ,\"d\":\"\"} ";
  TrlJsonSpan       root = trl_json_root (text, sizeof text - 1);
  TrlJsonSpan       name, value, element;
  TrlJsonCursor     cursor = trl_json_enter (root);
  TrlJsonCursor     inner;

  g_assert_true (trl_json_scan (text, sizeof text - 1, NULL, NULL));
  g_assert_true (trl_json_next_member (&cursor, &name, &value));
  assert_span (name, "\"a\"");
  assert_span (value, "[1 , {\"x\":\"]}\\\"\"} ,true]");
  inner = trl_json_enter (value);
  g_assert_true (trl_json_next_element (&inner, &element));
  assert_span (element, "1");
  g_assert_true (trl_json_next_element (&inner, &element));
  assert_span (element, "{\"x\":\"]}\\\"\"}");
  g_assert_true (trl_json_next_element (&inner, &element));
  assert_span (element, "true");
  g_assert_false (trl_json_next_element (&inner, &element));
  g_assert_true (trl_json_next_member (&cursor, &name, &value));
  assert_span (value, "-1.5e3");
  assert_span (trl_json_find (root, "b"), "-1.5e3");
  assert_span (trl_json_find (root, "c"), "{}");
  assert_span (trl_json_find (root, "d"), "\"\"");
  g_assert_null (trl_json_find (root, "x").start);
}

/* Bytes are looked at together; one that ends a text ends it wherever it stands. */
static void
test_any_place (void)
{
  static const char odd[] = {
    '"', '\\', '\x1f', '\t', '\0', '\x7f', '!', '#', '[', '\x80'
  };

  for (guint length = 1; length < 40; length++)
    for (guint at = 0; at < length; at++)
      for (guint i = 0; i < sizeof odd; i++)
        {
          char     text[48] = "\"";
          gsize    fault = 0;
          gboolean fine =
            odd[i] == '\x7f' || odd[i] == '!' || odd[i] == '#' || odd[i] == '[';

          memset (text + 1, 'n', length);
          text[1 + at] = odd[i];
          text[1 + length] = '"';
          if (odd[i] == '\\') /* before an n it is an escape */
            fine = at + 1 < length;
          g_assert_true (trl_json_scan (text, length + 2, &fault, NULL) == fine);
          if (!fine && odd[i] != '"' && odd[i] != '\\')
            g_assert_cmpuint (fault, ==, 1 + at);
        }
}

/* What was noted is passed at once, and the walk is the same. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":[");
  g_autoptr (GArray) large = g_array_new (FALSE, FALSE, sizeof (TrlJsonSpan));
  TrlJsonCursor one, other;
  TrlJsonSpan   name, value, name2, value2;
  guint         n = 0;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"]%u\":[\"}\"]}", i > 0 ? "," : "", i);
  g_string_append (text, "],\"b\":[1],\"c\":{\"d\":[\"");
  for (guint i = 0; i < 70000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "\"]},\"e\":{}}");

  g_assert_true (trl_json_scan_noting (text->str, text->len, large, NULL, NULL));
  g_assert_cmpuint (large->len, ==, 4); /* all, a, c, d */
  one = other = trl_json_enter (trl_json_root (text->str, text->len));
  other.large = large;
  for (; trl_json_next_member (&one, &name, &value); n++)
    {
      g_assert_true (trl_json_next_member (&other, &name2, &value2));
      g_assert_true (name2.start == name.start && value2.start == value.start);
      g_assert_cmpuint (value2.length, ==, value.length);
    }
  g_assert_false (trl_json_next_member (&other, &name2, &value2));
  g_assert_cmpuint (n, ==, 4);
}

static void
test_decode (void)
{
  static const char text[] = "\"\\\"\\\\\\/\\b\\f\\n\\r\\té\\u20ac\\ud83d\\ude00.\"";
  g_autofree char *decoded = trl_json_dup_string ((TrlJsonSpan){ text, sizeof text - 1 });

  g_assert_cmpstr (decoded, ==, "\"\\/\b\f\n\r\té€😀.");
}

static void
test_says (void)
{
  static const struct
  {
    const char *string, *text;
    gboolean    same;
  } rows[] = {
    { "\"\"", "", TRUE },         { "\"a\"", "", FALSE },
    { "\"\"", "\"", FALSE },      { "\"\"", "a", FALSE },
    { "\"\\u0061\"", "a", TRUE }, { "\"\\\"\"", "\"", TRUE },
    { "\"\\u0061\"", "", FALSE }, { "\"ab\"", "a", FALSE },
  };
  const char *object = "{\"a\":1,\"\":2}";
  TrlJsonSpan empty = trl_json_find (trl_json_root (object, strlen (object)), "");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TrlJsonSpan string = { rows[i].string, strlen (rows[i].string) };

      g_assert_true (trl_json_says (string, rows[i].text) == rows[i].same);
    }
  g_assert_cmpmem (empty.start, empty.length, "2", 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/json/accepts-what-rfc-8259-describes", test_accepts);
  g_test_add_func ("/store/json/refuses-the-rest-and-points-at-it", test_refuses);
  g_test_add_func ("/store/json/depth-ends-at-64", test_depth);
  g_test_add_func ("/store/json/texts-end-at-1-mib", test_long_texts);
  g_test_add_func ("/store/json/finds-one-name-twice-among-many", test_many_names);
  g_test_add_func ("/store/json/places-count-characters", test_places);
  g_test_add_func ("/store/json/cursor-walks-members-and-elements", test_cursor);
  g_test_add_func ("/store/json/odd-bytes-are-seen-anywhere", test_any_place);
  g_test_add_func ("/store/json/what-is-large-is-passed-at-once", test_large);
  g_test_add_func ("/store/json/long-numbers", test_long_numbers);
  g_test_add_func ("/store/json/escapes-are-resolved", test_decode);
  g_test_add_func ("/store/json/says-what-it-says", test_says);
  return g_test_run ();
}
