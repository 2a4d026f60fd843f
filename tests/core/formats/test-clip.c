/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What LibreOffice Calc puts on the clipboard, and what goes there from us. */

#include "formats/trl-clip.h"
#include "formats/trl-format.h"

#include <string.h>

static TrlSheet *
read_text (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TrlSheet *sheet = trl_clip_read (type, bytes, &error);

  g_assert_no_error (error);
  return sheet;
}

static TrlSheet *
read_sample (const char *type, const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", "clipboard", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize n;

  g_assert_true (g_file_get_contents (path, &text, &n, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, n);
  TrlSheet *sheet = trl_clip_read (type, bytes, &error);
  g_assert_no_error (error);
  return sheet;
}

static void
check_size (const TrlSheet *sheet, guint rows, guint columns)
{
  g_assert_cmpuint (trl_sheet_get_n_rows (sheet), ==, rows);
  g_assert_cmpuint (sheet->n_columns, ==, columns);
}

/* Cells separated by |, rows by /. */
static void
check_cells (const TrlSheet *sheet, const char *cells)
{
  g_auto (GStrv) rows = g_strsplit (cells, "/", -1);

  g_assert_cmpuint (trl_sheet_get_n_rows (sheet), ==, g_strv_length (rows));
  for (guint row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) list = g_strsplit (rows[row], "|", -1);
      g_assert_cmpuint (trl_sheet_get_width (sheet, row), ==,
                        MAX (1, g_strv_length (list)));
      for (guint i = 0; list[i] != NULL; i++)
        g_assert_cmpstr (trl_sheet_get (sheet, row, i), ==, list[i]);
    }
}

static void
check_same (const TrlSheet *a, const TrlSheet *b)
{
  g_assert_cmpuint (trl_sheet_get_n_rows (a), ==, trl_sheet_get_n_rows (b));
  for (guint row = 0; row < trl_sheet_get_n_rows (a); row++)
    {
      g_assert_cmpuint (trl_sheet_get_width (a, row), ==, trl_sheet_get_width (b, row));
      for (guint i = 0; i < trl_sheet_get_width (a, row); i++)
        g_assert_cmpstr (trl_sheet_get (a, row, i), ==, trl_sheet_get (b, row, i));
    }
}

static void
refuse (const char *type, GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_clip_read (type, bytes, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, code);
}

static void
test_calc_grid (void)
{
  static const char *const names[] = { "names", "numbers", "counts" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *page = g_strdup_printf ("calc-%s.html", names[i]);
      g_autofree char *plain = g_strdup_printf ("calc-%s.txt", names[i]);
      g_autoptr (TrlSheet) html = read_sample ("text/html", page);
      g_autoptr (TrlSheet) text = read_sample ("text/plain;charset=utf-8", plain);
      check_size (html, 11, 19);
      check_same (html, text);
      g_assert_cmpstr (trl_sheet_get (html, 10, 0), ==, "Site J");
      g_assert_false (html->comma);
    }
}

static void
test_calc_wide (void)
{
  g_autoptr (TrlSheet) html = read_sample ("text/html", "calc-wide.html");
  g_autoptr (TrlSheet) text = read_sample ("text/plain;charset=utf-8", "calc-wide.txt");

  check_size (html, 11, 37);
  check_same (html, text);
}

static void
check_special (const TrlSheet *sheet, const char *lines)
{
  check_size (sheet, 4, 5);
  g_assert_cmpstr (trl_sheet_get (sheet, 0, 1), ==, "Food Agencies");
  g_assert_cmpstr (trl_sheet_get (sheet, 0, 2), ==, "");
  g_assert_cmpstr (trl_sheet_get (sheet, 0, 4), ==, "Local “Businesses”, \"shops\"");
  g_assert_cmpstr (trl_sheet_get (sheet, 1, 0), ==, "Lakeside & Hill, North");
  g_assert_cmpstr (trl_sheet_get (sheet, 1, 1), ==, "3,0");
  g_assert_cmpstr (trl_sheet_get (sheet, 1, 2), ==, "2,5");
  g_assert_cmpstr (trl_sheet_get (sheet, 1, 3), ==, "Coordination (8)");
  g_assert_cmpstr (trl_sheet_get (sheet, 1, 4), ==, "");
  g_assert_cmpstr (trl_sheet_get (sheet, 2, 0), ==, "");
  g_assert_cmpstr (trl_sheet_get (sheet, 2, 2), ==, lines);
  g_assert_cmpstr (trl_sheet_get (sheet, 3, 0), ==, "Río Ñandú 東京");
  g_assert_cmpstr (trl_sheet_get (sheet, 3, 2), ==, "  two  spaces ");
  g_assert_cmpstr (trl_sheet_get (sheet, 3, 4), ==, "0");
  g_assert_true (sheet->comma);
}

static void
test_calc_special (void)
{
  g_autoptr (TrlSheet) html = read_sample ("text/html", "calc-special.html");
  g_autoptr (TrlSheet) text = read_sample ("text/plain", "calc-special.txt");
  g_autoptr (TrlSheet) own =
    read_sample ("text/tab-separated-values", "calc-special.tsvc");

  check_special (html, "two\nlines, \"quoted\"");
  check_special (text, "two lines, \"quoted\"");
  check_special (own, "two\nlines, \"quoted\"");
}

static void
test_merged (void)
{
  g_autoptr (TrlSheet) sheet =
    read_text ("text/html",
               "<table><tr><td rowspan=3>a<td colspan=2 rowspan=2>b<td>c</tr>"
               "<tr><td>d</tr><tr><td>e<td>f</tr><tr></tr></table><table><td>x</table>");

  check_cells (sheet, "a|b||c/|||d/|e|f/");
}

static void
test_nested (void)
{
  g_autoptr (TrlSheet) sheet =
    read_text ("text/html",
               "Before<table><thead><tr><th>One\n   two</th><th>\n <b>A</b><i>B</i></th>"
               "</tr></thead><tbody><tr><td><table><tr><td>in</td><td>side</td></tr>"
               "</table></td><td>&nbsp;</td></tr></tbody></table>");

  check_cells (sheet, "One two|AB/in side|");
}

static void
test_hidden (void)
{
  g_autoptr (TrlSheet) sheet = read_text (
    "text/html",
    "<table><tr><td><a class=\"comment-indicator\"></a><comment>secret"
    "</comment>3<script>x</script></td><td><p>a</p><p>b</p></td></tr></table>");

  check_cells (sheet, "3|a\nb");
}

static void
test_no_table (void)
{
  g_autoptr (TrlSheet) sheet = read_text ("text/html", "<p><b>Coordination</b></p>");

  check_cells (sheet, "Coordination");
}

static void
test_grouped_number (void)
{
  g_autoptr (TrlSheet) german =
    read_text ("text/html", "<table><tr><td sdval=\"1234\">1.234</td>"
                            "<td sdval=\"2.5\">2,5</td><td>3,0</td></tr></table>");
  g_autoptr (TrlSheet) english =
    read_text ("text/html", "<table><tr><td sdval=\"1234\">1,234</td>"
                            "<td sdval=\"2.5\">2.5</td></tr></table>");

  check_cells (german, "1234|2,5|3,0");
  g_assert_true (german->comma);
  check_cells (english, "1234|2.5");
  g_assert_false (english->comma);
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
    gboolean    comma;
  } cases[] = {
    { "3\n", "3", FALSE },
    { "Hill, North\n", "Hill, North", FALSE },
    { "3,0\n2,0\n", "3,0/2,0", TRUE },
    { "a,b\r\nc,\"d, e\"\r\n", "a|b/c|d, e", FALSE },
    { "a;3,0\nb;2,5\n", "a|3,0/b|2,5", TRUE },
    { "a\tb\n\t\n\n", "a|b/|/", FALSE },
    { "\"open\tb\n5\" pipe\t\"shut\"\n", "\"open|b/5\" pipe|shut", FALSE },
    { "\"a\tb\"\t\"say \"\"so\"\"\"", "a\tb|say \"so\"", FALSE },
    { "1,234\t1\n", "1,234|1", FALSE },
    { "'=1+1\t''=1\t'tis\t-3\n", "=1+1|'=1|'tis|-3", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlSheet) sheet = read_text ("text/plain;charset=utf-8", cases[i].text);
      check_cells (sheet, cases[i].cells);
      g_assert_cmpint (sheet->comma, ==, cases[i].comma);
    }
}

/* What a cell may hold, of which each is met by each. */
static const char *const hard[] = { "",
                                    "Coordination (8)",
                                    "3",
                                    "3,0",
                                    "-3",
                                    "=1+1",
                                    "'=1+1",
                                    "''x",
                                    "'tis",
                                    "@home",
                                    "+",
                                    "\"quoted\" and not",
                                    "a\tb",
                                    "two\nlines",
                                    "\nbreaks\n\n",
                                    "  spaces  inside ",
                                    "<b>&amp; & 'b'",
                                    "Río Ñandú 東京 👩🏽‍🏫",
                                    "semi;colon, comma|bar" };

static TrlSheet *
make_hard (void)
{
  TrlSheet *sheet = trl_sheet_new ('\t');

  for (guint a = 0; a < G_N_ELEMENTS (hard); a++)
    {
      for (guint b = 0; b < G_N_ELEMENTS (hard); b++)
        {
          const char *cell = hard[(a + b) % G_N_ELEMENTS (hard)];
          trl_sheet_add_cell (sheet, cell, strlen (cell));
        }
      trl_sheet_end_row (sheet, a + 1);
    }
  return sheet;
}

static void
test_round_trip (void)
{
  const char *const *types = trl_clip_types ();
  g_autoptr (TrlSheet) sheet = make_hard ();

  for (guint i = 0; types[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = trl_clip_write (types[i], sheet);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlSheet) again = trl_clip_read (types[i], bytes, &error);
      g_assert_no_error (error);
      check_same (sheet, again);
    }
}

static void
test_formula (void)
{
  g_autoptr (TrlSheet) sheet = trl_sheet_new ('\t');

  trl_sheet_add_cell (sheet, "=HYPERLINK(1)", 13);
  trl_sheet_end_row (sheet, 1);
  for (guint i = 0; trl_clip_types ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = trl_clip_write (trl_clip_types ()[i], sheet);
      g_autofree char *text =
        g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_nonnull (strstr (text, "'=HYPERLINK"));
    }
}

static void
test_end (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("a\tb\0", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlSheet) sheet = trl_clip_read ("text/plain", bytes, &error);

  g_assert_no_error (error);
  check_cells (sheet, "a|b");
}

static void
test_refused (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new ("", 0);
  g_autoptr (GBytes) picture = g_bytes_new ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  g_autoptr (GBytes) blank = g_bytes_new ("<html></html>", 13);
  g_autoptr (GBytes) large =
    g_bytes_new_take (g_malloc0 (TRL_CLIP_MAX + 1), TRL_CLIP_MAX + 1);
  char *tabs = g_strnfill (TRL_CLIP_MAX_CELLS + 2, '\t');
  g_autoptr (GBytes) many = g_bytes_new_take (tabs, TRL_CLIP_MAX_CELLS + 2);
  char *letters = g_strnfill (70000, 'a');
  g_autoptr (GBytes) longest = g_bytes_new_take (letters, 70000);

  refuse ("text/plain", nothing, TRL_FORMAT_ERROR_CONTENT);
  refuse ("text/plain", picture, TRL_FORMAT_ERROR_CONTENT);
  refuse ("text/html", blank, TRL_FORMAT_ERROR_CONTENT);
  refuse ("text/html", large, TRL_FORMAT_ERROR_LIMIT);
  refuse ("text/plain", many, TRL_FORMAT_ERROR_LIMIT);
  refuse ("text/plain", longest, TRL_FORMAT_ERROR_LIMIT);
  refuse ("image/png", picture, TRL_FORMAT_ERROR_UNKNOWN);
}

static void
test_wide_span (void)
{
  g_autoptr (GString) page = g_string_new ("<table>");

  for (guint i = 0; i < 300; i++)
    g_string_append (page, "<tr><td colspan=99999999999>a</td></tr>");
  g_autoptr (GBytes) bytes = g_bytes_new (page->str, page->len);
  refuse ("text/html", bytes, TRL_FORMAT_ERROR_LIMIT);
}

static void
test_deep (void)
{
  g_autoptr (GString) page = g_string_new ("<table><tr><td>");

  for (guint i = 0; i < 200000; i++)
    g_string_append (page, i % 2 ? "<div>" : "<font>");
  g_string_append (page, "deep");
  g_autoptr (GBytes) bytes = g_bytes_new (page->str, page->len);
  g_autoptr (TrlSheet) sheet = trl_clip_read ("text/html", bytes, NULL);
  g_assert_true (sheet == NULL || trl_sheet_get_n_rows (sheet) == 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/clip/calc-grids-are-the-same-in-html-and-text",
                   test_calc_grid);
  g_test_add_func ("/formats/clip/calc-survey-is-the-same-in-html-and-text",
                   test_calc_wide);
  g_test_add_func ("/formats/clip/calc-quotes-breaks-commas-and-merged-cells-are-read",
                   test_calc_special);
  g_test_add_func ("/formats/clip/text-of-merged-cells-stands-in-the-first", test_merged);
  g_test_add_func ("/formats/clip/tables-in-cells-are-text", test_nested);
  g_test_add_func ("/formats/clip/comments-and-scripts-are-no-text", test_hidden);
  g_test_add_func ("/formats/clip/html-without-a-table-is-its-text", test_no_table);
  g_test_add_func ("/formats/clip/grouped-numbers-are-their-values", test_grouped_number);
  g_test_add_func ("/formats/clip/plain-text-is-tabs-csv-or-lines", test_plain);
  g_test_add_func ("/formats/clip/every-type-reads-what-it-writes", test_round_trip);
  g_test_add_func ("/formats/clip/formulas-are-guarded-on-their-way-out", test_formula);
  g_test_add_func ("/formats/clip/text-may-count-its-end", test_end);
  g_test_add_func ("/formats/clip/what-is-no-table-is-refused", test_refused);
  g_test_add_func ("/formats/clip/spans-make-no-more-cells-than-allowed", test_wide_span);
  g_test_add_func ("/formats/clip/deep-pages-are-read-or-refused", test_deep);
  return g_test_run ();
}
