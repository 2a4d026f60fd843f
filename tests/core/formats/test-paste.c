/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of cells go into documents, and out again the same. */

#include "formats/trl-format.h"
#include "formats/trl-paste.h"

#include <string.h>

static TrlSheet *
read_bytes (const char *type, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TrlSheet *sheet = trl_clip_read (type, bytes, &error);

  g_assert_no_error (error);
  return sheet;
}

/* Cells separated by |, rows by /. */
static TrlSheet *
make_sheet (const char *cells)
{
  g_auto (GStrv) rows = g_strsplit (cells, "/", -1);
  TrlSheet *sheet = trl_sheet_new (',');

  for (guint row = 0; rows[row] != NULL; row++)
    {
      g_auto (GStrv) list = g_strsplit (rows[row], "|", -1);
      if (list[0] == NULL)
        trl_sheet_add_cell (sheet, "", 0);
      for (guint i = 0; list[i] != NULL; i++)
        trl_sheet_add_cell (sheet, list[i], strlen (list[i]));
      trl_sheet_end_row (sheet, row + 1);
    }
  return sheet;
}

static TrlSheet *
read_sample (const char *type, const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", "clipboard", name, NULL);
  char *text;
  gsize n;

  g_assert_true (g_file_get_contents (path, &text, &n, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, n);
  return read_bytes (type, bytes);
}

static TrlGrid *
make_grid (TrlDocument *document)
{
  return trl_grid_new (document, TRL_GRID_ROWS_SITES, TRL_GRID_COLUMNS_TYPES, NULL);
}

static TrlPasteReport *
paste_into (TrlDocument *document, const guint area[4], const TrlSheet *sheet)
{
  g_autoptr (TrlGrid) grid = make_grid (document);
  g_autoptr (GError) error = NULL;
  TrlPasteReport *report =
    trl_paste (document, grid, area[0], area[1], area[2], area[3], FALSE, sheet, &error);

  g_assert_no_error (error);
  return report;
}

static TrlPasteReport *
paste_text (TrlDocument *document, guint row, guint column, const char *cells)
{
  g_autoptr (TrlSheet) sheet = make_sheet (cells);
  const guint area[4] = { row, column, 1, 1 };

  return paste_into (document, area, sheet);
}

static void
paste_names (TrlDocument *document, const char *cells)
{
  g_autoptr (TrlPasteReport) report = paste_text (document, 0, 0, cells);
  g_assert_cmpuint (report->problems->len, ==, 0);
}

static void
refuse (TrlDocument *document, const char *cells)
{
  g_autoptr (TrlGrid) grid = make_grid (document);
  g_autoptr (TrlSheet) sheet = make_sheet (cells);
  g_autoptr (GError) error = NULL;
  guint64 revision = trl_document_get_revision (document);

  g_assert_null (trl_paste (document, grid, 0, 0, 1, 1, FALSE, sheet, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT);
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 0);
  g_assert_cmpuint (trl_document_get_revision (document), >=, revision);
}

static char *
cells_of (TrlDocument *document, guint columns, gboolean names)
{
  const TrlCellForm form = { names, TRUE, FALSE };
  g_autoptr (TrlGrid) grid = make_grid (document);
  guint rows = trl_grid_get_size (grid, TRL_GRID_ROW);
  g_autoptr (TrlSheet) sheet = trl_paste_copy (grid, 0, 0, rows, columns, &form);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < rows; row++)
    for (guint i = 0; i < columns; i++)
      g_string_append_printf (text, "%s%s",
                              i     ? "|"
                              : row ? "/"
                                    : "",
                              trl_sheet_get (sheet, row, i));
  return g_string_free (text, FALSE);
}

static void
check_cells (TrlDocument *document, guint columns, const char *want)
{
  g_autofree char *cells = cells_of (document, columns, FALSE);
  g_assert_cmpstr (cells, ==, want);
}

static char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("TRL_SHARED");
  char       *path = g_build_filename (shared ? shared : "", "data",
                                 "ecosystem-lab-illustrative", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("The shared data are not beside the source");
  g_free (path);
  return NULL;
}

/* NULL when the data are not there. */
static TrlDocument *
read_survey (void)
{
  g_autofree char *path = shared_path ("survey.csv");
  const char      *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return NULL;
  g_autoptr (TrlReadRequest) request = trl_read_request_new_for_paths (paths, &error);
  g_assert_no_error (error);
  TrlDocument *document = trl_format_read (request, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* All but one property, which may be none. */
static void
check_values (
  const TrlTable *a, guint row_a, const TrlTable *b, guint row_b, TrlKind kind, guint but)
{
  guint n;

  trl_props (kind, &n);
  for (guint prop = 0; prop < n; prop++)
    {
      g_auto (TrlValue) x = trl_table_get_value (a, row_a, prop);
      g_auto (TrlValue) y = trl_table_get_value (b, row_b, prop);
      g_assert_true (prop == but || trl_value_equal (&x, &y));
    }
}

static void
check_nodes (const TrlNetwork *a, const TrlNetwork *b, gboolean counts)
{
  const TrlTable *nodes_a = trl_network_get_nodes (a);
  const TrlTable *nodes_b = trl_network_get_nodes (b);
  guint           n, n_b;
  const guint    *rows_a = trl_table_get_rows (nodes_a, &n);
  const guint    *rows_b = trl_table_get_rows (nodes_b, &n_b);

  g_assert_cmpuint (n, ==, n_b);
  g_assert_cmpstr (trl_table_get_id (nodes_a, trl_network_get_hub (a)), ==,
                   trl_table_get_id (nodes_b, trl_network_get_hub (b)));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (trl_table_get_id (nodes_a, rows_a[i]), ==,
                       trl_table_get_id (nodes_b, rows_b[i]));
      check_values (nodes_a, rows_a[i], nodes_b, rows_b[i], TRL_KIND_NODE,
                    counts ? TRL_N_NODE_PROPS : TRL_NODE_COUNT);
    }
}

static void
check_edges (const TrlNetwork *a, const TrlNetwork *b)
{
  const TrlTable *edges_a = trl_network_get_edges (a);
  const TrlTable *edges_b = trl_network_get_edges (b);
  guint           n, n_b;
  const guint    *rows_a = trl_table_get_rows (edges_a, &n);
  const guint    *rows_b = trl_table_get_rows (edges_b, &n_b);

  g_assert_cmpuint (n, ==, n_b);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (trl_table_get_id (edges_a, rows_a[i]), ==,
                       trl_table_get_id (edges_b, rows_b[i]));
      check_values (edges_a, rows_a[i], edges_b, rows_b[i], TRL_KIND_EDGE,
                    TRL_N_EDGE_PROPS);
    }
}

static void
check_same_networks (TrlDocument *a, TrlDocument *b, gboolean counts)
{
  guint n = trl_document_get_n_networks (a);

  g_assert_cmpuint (n, ==, trl_document_get_n_networks (b));
  for (guint i = 0; i < n; i++)
    {
      const TrlNetwork *x = trl_document_get_network (a, i);
      const TrlNetwork *y = trl_document_get_network (b, i);
      g_assert_cmpstr (trl_network_get_id (x), ==, trl_network_get_id (y));
      for (guint prop = 0; prop < TRL_N_NETWORK_PROPS; prop++)
        g_assert_true (trl_value_equal (&trl_network_get_record (x)->values[prop],
                                        &trl_network_get_record (y)->values[prop]));
      check_nodes (x, y, counts);
      check_edges (x, y);
    }
  g_assert_cmpuint (trl_document_get_vocabulary (a)->types->len, ==,
                    trl_document_get_vocabulary (b)->types->len);
}

static void
check_same_sheet (const TrlSheet *a, const TrlSheet *b)
{
  g_assert_cmpuint (trl_sheet_get_n_rows (a), ==, trl_sheet_get_n_rows (b));
  g_assert_cmpuint (a->n_columns, ==, b->n_columns);
  for (guint row = 0; row < trl_sheet_get_n_rows (a); row++)
    for (guint i = 0; i < a->n_columns; i++)
      g_assert_cmpstr (trl_sheet_get (a, row, i), ==, trl_sheet_get (b, row, i));
}

/* Copies what was pasted, through each type of a clipboard. */
static void
check_copies (TrlDocument *document, const TrlPasteReport *report, const TrlSheet *want)
{
  g_autoptr (TrlGrid) grid = make_grid (document);
  guint             n = want->n_columns - 1;
  g_autofree guint *places = g_new (guint, trl_grid_get_size (grid, TRL_GRID_COLUMN));
  guint             found = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      {
        TrlGridHeader header;
        trl_grid_get_header (grid, TRL_GRID_COLUMN, k, &header);
        if (strcmp (header.name, trl_sheet_get (want, 0, i + 1)) == 0)
          places[found++] = k;
      }
  g_assert_cmpuint (found, ==, n);
  trl_grid_reorder (grid, TRL_GRID_COLUMN, places);
  g_autoptr (TrlSheet) copy =
    trl_paste_copy (grid, report->area[0], report->area[1], report->area[2],
                    report->area[3], &report->form);
  for (guint i = 0; trl_clip_types ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = trl_clip_write (trl_clip_types ()[i], copy);
      g_autoptr (TrlSheet) again = read_bytes (trl_clip_types ()[i], bytes);
      check_same_sheet (want, again);
    }
}

static void
paste_sample (TrlDocument *survey, const char *type, const char *name, gboolean counts)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlSheet) sheet = read_sample (type, name);
  const guint area[4] = { 0, 0, 1, 1 };
  g_autoptr (TrlPasteReport) report = paste_into (document, area, sheet);

  g_assert_cmpuint (report->problems->len, ==, 0);
  g_assert_cmpuint (report->n_cells, ==, 180);
  g_assert_cmpuint (report->n_new_rows, ==, 10);
  g_assert_cmpuint (report->n_new_columns, ==, 0);
  g_assert_cmpuint (report->area[2], ==, 10);
  g_assert_cmpuint (report->area[3], ==, 18);
  g_assert_cmpstr (trl_document_get_undo_name (document), ==, "Paste");
  check_same_networks (document, survey, counts);
  check_copies (document, report, sheet);
  g_assert_true (trl_document_undo (document));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 0);
  g_assert_false (trl_document_undo (document));
}

static void
test_calc (void)
{
  g_autoptr (TrlDocument) survey = read_survey ();

  if (survey == NULL)
    return;
  paste_sample (survey, "text/html", "calc-counts.html", TRUE);
  paste_sample (survey, "text/plain;charset=utf-8", "calc-counts.txt", TRUE);
  paste_sample (survey, "text/html", "calc-names.html", FALSE);
  paste_sample (survey, "text/plain;charset=utf-8", "calc-names.txt", FALSE);
  paste_sample (survey, "text/html", "calc-numbers.html", FALSE);
  paste_sample (survey, "text/plain;charset=utf-8", "calc-numbers.txt", FALSE);
}

/* A sheet through each type and into a new document. */
static void
test_every_type (void)
{
  g_autoptr (TrlDocument) survey = read_survey ();
  g_autoptr (TrlSheet) sheet = read_sample ("text/html", "calc-counts.html");
  const guint area[4] = { 0, 0, 1, 1 };

  if (survey == NULL)
    return;
  for (guint i = 0; trl_clip_types ()[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = trl_clip_write (trl_clip_types ()[i], sheet);
      g_autoptr (TrlSheet) again = read_bytes (trl_clip_types ()[i], bytes);
      g_autoptr (TrlDocument) document = trl_document_new ();
      g_autoptr (TrlPasteReport) report = paste_into (document, area, again);
      g_assert_cmpuint (report->problems->len, ==, 0);
      check_same_networks (document, survey, TRUE);
    }
}

static void
test_turned (void)
{
  g_autoptr (TrlDocument) survey = read_survey ();
  g_autoptr (TrlSheet) sheet = read_sample ("text/html", "calc-counts.html");
  g_autoptr (TrlSheet) turned = trl_sheet_new (',');
  g_autoptr (TrlDocument) document = trl_document_new ();
  const guint area[4] = { 0, 0, 1, 1 };

  if (survey == NULL)
    return;
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      for (guint row = 0; row < trl_sheet_get_n_rows (sheet); row++)
        trl_sheet_add_cell (turned, trl_sheet_get (sheet, row, i),
                            strlen (trl_sheet_get (sheet, row, i)));
      trl_sheet_end_row (turned, i + 1);
    }
  g_autoptr (TrlPasteReport) report = paste_into (document, area, turned);
  g_assert_cmpuint (report->problems->len, ==, 0);
  check_same_networks (document, survey, TRUE);
}

static void
test_surveys (void)
{
  g_autoptr (TrlDocument) survey = read_survey ();
  g_autofree char *path = shared_path ("survey.csv");
  g_autoptr (TrlSheet) wide = read_sample ("text/html", "calc-wide.html");
  const guint area[4] = { 0, 0, 1, 1 };
  char       *text;
  gsize       n;

  if (survey == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &text, &n, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, n);
  g_autoptr (TrlSheet) tidy = read_bytes ("text/csv", bytes);
  g_autoptr (TrlDocument) a = trl_document_new ();
  g_autoptr (TrlDocument) b = trl_document_new ();
  g_autoptr (TrlPasteReport) first = paste_into (a, area, tidy);
  g_autoptr (TrlPasteReport) second = paste_into (b, area, wide);
  g_assert_cmpuint (first->n_cells, ==, 180);
  g_assert_cmpuint (second->n_cells, ==, 180);
  g_assert_cmpuint (first->area[2], ==, 10);
  check_same_networks (a, survey, TRUE);
  check_same_networks (b, survey, FALSE);
  g_autoptr (TrlPasteReport) again = paste_into (a, area, tidy);
  g_assert_cmpuint (again->n_new_rows, ==, 0);
  check_same_networks (a, survey, TRUE);
}

static void
test_survey_joins (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();

  paste_names (document, "Site|School Districts|K-12 Schools/A|1|2 (5)/B|3|N");
  g_autoptr (TrlPasteReport) report =
    paste_text (document, 0, 0,
                "site|partner_type|partners|level/a|School Districts|4|collaboration/"
                "C|Space Agencies||networking/A|Food Agencies||perhaps");
  g_autofree char *cells = cells_of (document, 2, FALSE);
  g_assert_cmpuint (report->n_new_rows, ==, 1);
  g_assert_cmpuint (report->n_new_columns, ==, 1);
  g_assert_cmpuint (report->problems->len, ==, 1);
  g_assert_cmpstr (cells, ==, "2 (5)|4 (4)/N|3/|");
}

static void
test_bare (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlPasteReport) report = paste_text (document, 0, 1, "3|N/0 (0)|4 (12)");

  g_assert_cmpuint (report->n_cells, ==, 4);
  g_assert_cmpuint (report->n_new_rows, ==, 2);
  g_assert_false (report->form.names);
  g_assert_true (report->form.counts);
  g_assert_false (report->form.headers);
  g_assert_cmpuint (report->area[1], ==, 1);
  g_assert_cmpuint (report->area[3], ==, 2);
  check_cells (document, 4, "|3|N|/|0 (0)|4 (12)|");
  g_assert_cmpstr (trl_network_get_name (trl_document_get_network (document, 1)), ==,
                   "Site 2");
  g_autoptr (TrlPasteReport) more = paste_text (document, 1, 0, "1|/2|2");
  g_assert_cmpuint (more->n_new_rows, ==, 1);
  check_cells (document, 4, "|3|N|/1||4 (12)|/2|2||");
}

static void
test_fill (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlSheet) one = make_sheet ("2");
  g_autoptr (TrlSheet) pair = make_sheet ("1|4");
  const guint all[4] = { 0, 0, 2, 4 };
  const guint odd[4] = { 0, 0, 2, 3 };

  paste_names (document, "Site|K-12 Schools/A|0/B|0");
  g_autoptr (TrlPasteReport) first = paste_into (document, all, one);
  g_assert_cmpuint (first->n_cells, ==, 8);
  check_cells (document, 5, "2|2|2|2|/2|2|2|2|");
  g_autoptr (TrlPasteReport) second = paste_into (document, all, pair);
  g_assert_cmpuint (second->n_cells, ==, 8);
  check_cells (document, 5, "1|4|1|4|/1|4|1|4|");
  g_autoptr (TrlPasteReport) third = paste_into (document, odd, pair);
  g_assert_cmpuint (third->n_cells, ==, 2);
}

static void
test_unreadable (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlPasteReport) report =
    paste_text (document, 0, 0, "Site|School Districts|K-12 Schools/A|maybe|3/B|c|9");

  g_assert_cmpuint (report->n_cells, ==, 1);
  g_assert_cmpuint (report->problems->len, ==, 3);
  g_assert_cmpstr (report->problems->pdata[0], ==,
                   "Row 2, column 2, “maybe”: not a level of interaction");
  g_assert_cmpstr (report->problems->pdata[2], ==,
                   "Row 3, column 3, “9”: not a level of interaction");
}

static void
test_nothing (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();

  refuse (document, "maybe");
  refuse (document, "Lorem/ipsum");
  refuse (document, "Site|School Districts/A|perhaps");
}

static void
test_all_reasons (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlGrid) grid = make_grid (document);
  g_autoptr (TrlSheet) sheet = make_sheet ("maybe|perhaps");
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_paste (document, grid, 0, 0, 1, 1, FALSE, sheet, &error));
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[2], ==,
                   "Row 1, column 2, “perhaps”: not a level of interaction");
}

static void
test_names (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();

  paste_names (document, "Site|Space Agencies|districts/Hill, North|3|1/  A  |N|");
  g_assert_cmpuint (trl_document_get_vocabulary (document)->types->len, ==, 19);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 2);
  g_assert_cmpstr (trl_network_get_name (trl_document_get_network (document, 1)), ==,
                   "A");
  paste_names (document, "|DISTRICT|Space agency/a|4|2/hill,  north||0");
  g_assert_cmpuint (trl_document_get_vocabulary (document)->types->len, ==, 19);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 2);
  g_autoptr (TrlGrid) grid = make_grid (document);
  const TrlCellForm form = { FALSE, FALSE, FALSE };
  g_autoptr (TrlSheet) last = trl_paste_copy (grid, 0, 18, 2, 1, &form);
  g_assert_cmpstr (trl_sheet_get (last, 0, 0), ==, "0");
  g_assert_cmpstr (trl_sheet_get (last, 1, 0), ==, "2");
}

static void
test_one_side (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();

  paste_names (document, "Site|School Districts/A|1/B|2");
  paste_names (document, "B|4/A|3");
  paste_names (document, "K-12 Schools|School Districts/1|2/0|0");
  g_autoptr (TrlGrid) grid = make_grid (document);
  TrlCell cell;
  int     k = trl_grid_find (grid, TRL_GRID_COLUMN, "district");
  g_assert_cmpint (k, >=, 0);
  trl_grid_get_cell (grid, 0, (guint) k, &cell);
  g_assert_cmpint (cell.rank, ==, 2);
}

static void
test_comma (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlSheet) sheet = make_sheet ("3,0|2,0 (7)");
  const guint area[4] = { 0, 0, 1, 1 };

  sheet->comma = TRUE;
  g_autoptr (TrlPasteReport) report = paste_into (document, area, sheet);
  g_assert_cmpuint (report->problems->len, ==, 0);
  check_cells (document, 2, "3|2 (7)");
}

/* What is meant goes in and comes out beside what is, and makes nobody engaged. */
static void
test_intended (void)
{
  const TrlCellForm form = { .names = TRUE, .counts = TRUE, .intended = TRUE };
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlSheet) sheet =
    make_sheet ("Site|School Districts|K-12 Schools|Local Businesses/A|4 (9)||2");
  g_autoptr (TrlSheet) survey =
    make_sheet ("Site|Partner type|Level/A|Local Businesses|1");
  g_autoptr (GError) error = NULL;
  TrlCell cell;

  paste_names (document, "Site|School Districts|K-12 Schools/A|1 (7)|3");
  g_autoptr (TrlGrid) grid = make_grid (document);
  g_autoptr (TrlPasteReport) report =
    trl_paste (document, grid, 0, 0, 1, 1, TRUE, sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  g_autoptr (TrlGrid) after = make_grid (document);
  guint first = (guint) trl_grid_find (after, TRL_GRID_COLUMN, "district");
  guint last = (guint) trl_grid_find (after, TRL_GRID_COLUMN, "business");
  trl_grid_get_cell (after, 0, first, &cell);
  g_assert_cmpint (cell.rank, ==, 1);
  g_assert_cmpint (cell.intended, ==, 4);
  g_assert_cmpfloat (cell.count, ==, 7);
  g_autofree char *text = trl_cell_words_write (&cell, &form);
  g_assert_cmpstr (text, ==, "Collaboration");
  trl_grid_get_cell (after, 0, last, &cell);
  g_assert_cmpint (cell.intended, ==, 2);
  g_assert_cmpint (cell.state, ==, TRL_CELL_EMPTY);
  g_assert_null (trl_paste (document, after, 0, 0, 1, 1, TRUE, survey, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT);
}

static void
test_partners (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlSheet) sheet = make_sheet ("|Ann|Bea|Cem/Ann||3|1/Bea|3||/Cem|1||");
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "n");
  g_autoptr (GError) error = NULL;

  trl_document_begin (document, "Add", NULL);
  trl_document_add_network (document, record);
  trl_document_end (document);
  g_autoptr (TrlGrid) grid =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "n");
  g_autoptr (TrlPasteReport) report =
    trl_paste (document, grid, 0, 0, 1, 1, FALSE, sheet, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->problems->len, ==, 0);
  const TrlNetwork *network = trl_document_get_network (document, 0);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (network)), ==, 3);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, 2);
  g_autoptr (TrlGrid) after =
    trl_grid_new (document, TRL_GRID_ROWS_PARTNERS, TRL_GRID_COLUMNS_PARTNERS, "n");
  g_autoptr (TrlSheet) copy =
    trl_paste_copy (after, report->area[0], report->area[1], report->area[2],
                    report->area[3], &report->form);
  for (guint row = 1; row < 4; row++)
    for (guint i = 1; i < 4; i++)
      g_assert_cmpstr (trl_sheet_get (copy, row, i), ==, trl_sheet_get (sheet, row, i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/paste/calc-cells-are-the-survey-and-come-out-the-same",
                   test_calc);
  g_test_add_func ("/formats/paste/every-type-makes-the-same-networks", test_every_type);
  g_test_add_func ("/formats/paste/turned-blocks-are-the-same", test_turned);
  g_test_add_func ("/formats/paste/survey-tables-go-the-way-of-their-readers",
                   test_surveys);
  g_test_add_func ("/formats/paste/surveys-join-the-networks-of-their-sites",
                   test_survey_joins);
  g_test_add_func ("/formats/paste/cells-without-names-make-sites-below-the-last",
                   test_bare);
  g_test_add_func ("/formats/paste/a-block-fills-what-it-divides", test_fill);
  g_test_add_func ("/formats/paste/what-is-no-cell-is-listed-with-its-place",
                   test_unreadable);
  g_test_add_func ("/formats/paste/nothing-readable-changes-nothing", test_nothing);
  g_test_add_func ("/formats/paste/refusal-lists-every-cell", test_all_reasons);
  g_test_add_func ("/formats/paste/names-are-found-or-made", test_names);
  g_test_add_func ("/formats/paste/names-on-one-side-are-found", test_one_side);
  g_test_add_func ("/formats/paste/decimal-commas-are-read", test_comma);
  g_test_add_func ("/formats/paste/intended-levels-leave-levels-alone", test_intended);
  g_test_add_func ("/formats/paste/partners-by-partners-are-made", test_partners);
  return g_test_run ();
}
