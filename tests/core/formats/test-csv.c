/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows, cells, lines and limits of delimited text. */

#include "formats/trl-csv.h"
#include "formats/trl-format.h"

#include <string.h>

static TrlSheet *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  return trl_csv_parse ("a.csv", bytes, '\0', NULL, error);
}

static TrlSheet *
parse_well (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrlSheet *sheet = parse (text, &error);
  g_assert_no_error (error);
  return sheet;
}

/* Cells by |, rows by newline, with the line before each. */
static char *
print (const TrlSheet *sheet)
{
  GString *out = g_string_new (NULL);
  for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
    {
      g_string_append_printf (out, "%u:", trl_sheet_get_line (sheet, row));
      for (guint i = 0; i < trl_sheet_get_width (sheet, row); i++)
        g_string_append_printf (out, "%s<%s>", i ? " " : "",
                                trl_sheet_get (sheet, row, i));
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
check (const char *text, const char *expected)
{
  g_autoptr (TrlSheet) sheet = parse_well (text);
  g_autofree char *printed = print (sheet);
  g_assert_cmpstr (printed, ==, expected);
}

static void
test_delimiters (void)
{
  check ("a,b\n1,2\n", "1:<a> <b>\n2:<1> <2>\n");
  check ("a;b\n1,5;2\n", "1:<a> <b>\n2:<1,5> <2>\n");
  check ("a\tb\n1;2\t3,4\n", "1:<a> <b>\n2:<1;2> <3,4>\n");
  check ("a\tb\n\t3\n", "1:<a> <b>\n2:<> <3>\n");
  check ("a|b\n1|2", "1:<a> <b>\n2:<1> <2>\n");
  check ("\"a;x;y;z\",b\n1,2\n", "1:<a;x;y;z> <b>\n2:<1> <2>\n");
  check ("sep=;\na;b,c\n", "2:<a> <b,c>\n");
  check ("name,roles\nX,a;b;c\nY,a;b\n",
         "1:<name> <roles>\n2:<X> <a;b;c>\n3:<Y> <a;b>\n");
}

static void
test_ends (void)
{
  check ("a,b\r\n1,2\r\n", "1:<a> <b>\n2:<1> <2>\n");
  check ("a,b\r1,2\r", "1:<a> <b>\n2:<1> <2>\n");
  check ("a,b\n\n\n1,2\n,,,\n3,4", "1:<a> <b>\n4:<1> <2>\n6:<3> <4>\n");
  check ("a,b,,,\n1,,\n,2,,\n", "1:<a> <b>\n2:<1>\n3:<> <2>\n");
}

static void
test_quotes (void)
{
  check ("a,b\n\"x\ny\",2\n3,4\n", "1:<a> <b>\n2:<x\ny> <2>\n4:<3> <4>\n");
  check ("a,b\n\"x\r\n\r\ny\",2\n3,4\n", "1:<a> <b>\n2:<x\r\n\r\ny> <2>\n5:<3> <4>\n");
  check ("\"a\"\"b\",c\n", "1:<a\"b> <c>\n");
  check ("'=1+2,'-5,'s\n", "1:<=1+2> <-5> <'s>\n");
}

static void
test_open_quote (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = parse ("a,b\n1,2\n3,\"x\n4,5\n", &error);

  g_assert_null (sheet);
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "a.csv:3: "));
}

static void
check_limit (GString *text, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = parse (text->str, &error);

  g_assert_null (sheet);
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, place));
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("a,b\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append (wide, "x,");
  check_limit (wide, "a.csv:2: ");

  g_autoptr (GString) thick = g_string_new ("a,b\n1,2\n\"");
  for (guint i = 0; i < 20000; i++)
    g_string_append (thick, "word\n");
  g_string_append (thick, "\",2\n");
  check_limit (thick, "a.csv:3: ");

  g_autoptr (GString) tall = g_string_new (NULL);
  for (guint i = 0; i <= TRL_CSV_MAX_ROWS; i++)
    g_string_append (tall, "a\n");
  check_limit (tall, "a.csv:1048577: ");
}

static void
test_append (void)
{
  static const char *const cells[] = { "plain",    "a,b", "say \"x\"",  "two\nlines",
                                       "=SUM(A1)", "-5",  "-x",         "+1",
                                       "@a",       " x",  "semi;colon", "ñ" };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    trl_csv_append (out, cells[i], i + 1 == G_N_ELEMENTS (cells));
  g_assert_nonnull (strstr (out->str, "'=SUM"));
  g_assert_null (strstr (out->str, "'-5"));
  g_autoptr (TrlSheet) sheet = parse_well (out->str);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_cmpstr (trl_sheet_get (sheet, 0, i), ==, cells[i]);
}

static void
test_random (void)
{
  static const char alphabet[] = "ab,;\t|\"\r\n' =-1";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint length = (guint) g_rand_int_range (random, 0, 40);
      for (guint i = 0; i < length; i++)
        g_string_append_c (text,
                           alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlSheet) sheet = parse (text->str, &error);
      g_assert_true ((sheet != NULL) == (error == NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/csv/delimiters-are-found", test_delimiters);
  g_test_add_func ("/formats/csv/line-ends-and-empty-cells", test_ends);
  g_test_add_func ("/formats/csv/quotes-hold-breaks", test_quotes);
  g_test_add_func ("/formats/csv/an-open-quote-names-its-line", test_open_quote);
  g_test_add_func ("/formats/csv/limits-name-their-line", test_limits);
  g_test_add_func ("/formats/csv/what-is-appended-reads-back", test_append);
  g_test_add_func ("/formats/csv/any-text-reads-or-fails", test_random);
  return g_test_run ();
}
