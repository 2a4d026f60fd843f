/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The levels of a document as a table that is typed into: what a person does is what the
 * document holds, and one step back brings all of it back.
 */

#include "config.h"

#include "levels-fixture.h"

#include "formats/trl-clip.h"
#include "grid/trellis-clipboard.h"
#include "panels/trellis-level-picker.h"

static TrellisApplication *application;

static void
test_defaults (void)
{
  LevelsFixture one, many;

  levels_set_up (&many, fixture_document ());
  g_assert_cmpint (trl_grid_get_rows (trellis_levels_model_get_grid (many.model)), ==,
                   TRL_GRID_ROWS_SITES);
  g_assert_cmpint (trl_grid_get_columns (trellis_levels_model_get_grid (many.model)), ==,
                   TRL_GRID_COLUMNS_TYPES);
  levels_tear_down (&many);
  levels_set_up (&one, fixture_organizations ());
  g_assert_cmpint (trl_grid_get_rows (trellis_levels_model_get_grid (one.model)), ==,
                   TRL_GRID_ROWS_PARTNERS);
  levels_tear_down (&one);
}

static void
test_digit (void)
{
  LevelsFixture s;
  guint         row, column;

  levels_set_up (&s, fixture_document ());
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  levels_type_at (&s, 0, 0, "2");
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 2);
  trellis_sheet_get_cursor (s.sheet, &row, &column);
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (column, ==, 0);
  levels_type_at (&s, 0, 0, "0");
  g_assert_cmpint (levels_state_at (&s, 0, 0), ==, TRL_CELL_NONE);
  levels_type_at (&s, 0, 0, "9"); /* no such level */
  g_assert_cmpint (levels_state_at (&s, 0, 0), ==, TRL_CELL_NONE);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 2);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  g_assert_false (trl_document_undo (s.document));
  levels_tear_down (&s);
}

static void
test_letters (void)
{
  LevelsFixture s;
  TrlCell       cell;
  guint         row, column;

  levels_set_up (&s, fixture_document ());
  levels_type_at (&s, 0, 0, "n");
  levels_commit (&s, "n");
  g_assert_null (levels_find_editor (&s));
  g_assert_cmpint (levels_state_at (&s, 0, 0), ==, TRL_CELL_NOT_REPORTED);
  trellis_sheet_get_cursor (s.sheet, &row, &column);
  g_assert_cmpuint (row, ==, 1); /* Enter goes down */
  levels_type_at (&s, 0, 0, "c");
  levels_commit (&s, "coord");
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 3);
  levels_type_at (&s, 0, 0, "c");
  levels_commit (&s, "c");
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 2);
  levels_type_at (&s, 0, 0, "c");
  levels_commit (&s, "cc");
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 3);
  levels_type_at (&s, 0, 0, "c");
  levels_commit (&s, "ccc");
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  levels_type_at (&s, 0, 0, "");
  levels_commit (&s, "3 (8)");
  levels_get_cell (&s, 0, 0, &cell);
  g_assert_cmpint (cell.rank, ==, 3);
  g_assert_cmpfloat (cell.count, ==, 8);
  levels_tear_down (&s);
}

static void
test_unknown_text (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  levels_type_at (&s, 0, 0, "x");
  levels_commit (&s, "xylophone");
  g_assert_nonnull (levels_find_editor (&s)); /* stays open and says so */
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  g_signal_emit_by_name (levels_find_editor (&s), "left");
  g_assert_null (levels_find_editor (&s));
  g_assert_null (trl_document_get_undo_name (s.document));
  levels_tear_down (&s);
}

static void
test_rectangle (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  levels_select_area (&s, 0, 0, 3, 4);
  g_signal_emit_by_name (s.sheet, "erase");
  for (guint r = 0; r < 3; r++)
    for (guint c = 0; c < 4; c++)
      g_assert_cmpint (levels_state_at (&s, r, c), ==, TRL_CELL_EMPTY);
  g_assert_true (trl_document_undo (s.document)); /* all of it in one */
  g_assert_false (trl_document_is_modified (s.document));
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 4);
  levels_tear_down (&s);
}

static void
test_fill (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  levels_type_at (&s, 0, 0, "1");
  levels_select_area (&s, 0, 0, 3, 1);
  g_assert_true (levels_act (&s, "grid.fill-down"));
  g_assert_cmpint (levels_rank_at (&s, 1, 0), ==, 1);
  g_assert_cmpint (levels_rank_at (&s, 2, 0), ==, 1);
  levels_select_area (&s, 2, 0, 1, 3);
  g_assert_true (levels_act (&s, "grid.fill-right"));
  g_assert_cmpint (levels_rank_at (&s, 2, 1), ==, 1);
  g_assert_cmpint (levels_rank_at (&s, 2, 2), ==, 1);
  g_assert_cmpstr (trl_document_get_undo_name (s.document), ==, "Fill Right");
  levels_select_area (&s, 1, 5, 1, 1); /* one cell takes from above */
  g_assert_true (levels_act (&s, "grid.fill-down"));
  g_assert_cmpint (levels_rank_at (&s, 1, 5), ==, levels_rank_at (&s, 0, 5));
  levels_tear_down (&s);
}

static void
test_intended (void)
{
  LevelsFixture s;
  TrlCell       cell;

  levels_set_up (&s, fixture_document ());
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (s.page), "grid.layer", "s", "intended"));
  levels_type_at (&s, 0, 0, "2");
  levels_get_cell (&s, 0, 0, &cell);
  g_assert_cmpint (cell.rank, ==, 4);
  g_assert_cmpint (cell.intended, ==, 2);
  g_assert_cmpint (trl_cell_get_meant (&cell), ==, TRL_MEANT_ABOVE);
  levels_tear_down (&s);
}

static gboolean
shows_second (gpointer session)
{
  return g_str_equal (trellis_session_get_network_id (session), "Site B");
}

static void
test_session_follows (void)
{
  LevelsFixture     s;
  TrellisSelection *selection;

  levels_set_up (&s, fixture_document ());
  selection = trellis_session_get_selection (s.session);
  trellis_sheet_set_cursor (s.sheet, 1, 2);
  g_assert_true (fixture_wait (shows_second, s.session));
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 1);
  trellis_session_set_network_id (s.session, "Site C"); /* the other way round */
  {
    guint row, column;

    trellis_sheet_get_cursor (s.sheet, &row, &column);
    g_assert_cmpuint (row, ==, 2);
    g_assert_cmpuint (column, ==, 2);
  }
  levels_tear_down (&s);
}

static void
test_rows_and_columns (void)
{
  LevelsFixture s;
  guint         n;

  levels_set_up (&s, fixture_document ());
  n = trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (s.model), TRL_GRID_COLUMN);
  g_assert_true (levels_act (&s, "grid.add-row"));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 4);
  g_assert_true (levels_act (&s, "grid.add-column"));
  g_assert_cmpuint (
    trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (s.model), TRL_GRID_COLUMN), ==,
    n + 1);
  levels_type_at (&s, 3, n, "3"); /* a partner of the new type in the new site */
  g_assert_cmpint (levels_rank_at (&s, 3, n), ==, 3);
  levels_select_area (&s, 1, 0, 2, 1);
  g_assert_true (levels_act (&s, "grid.remove-rows"));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 2);
  for (guint i = 0; i < 4; i++)
    g_assert_true (trl_document_undo (s.document));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 3);
  g_assert_false (trl_document_is_modified (s.document));
  levels_tear_down (&s);
}

static void
test_copy_and_paste (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  levels_select_area (&s, 0, 0, 2, 3);
  g_assert_true (levels_act (&s, "grid.copy"));
  levels_select_area (&s, 1, 6, 1, 1);
  g_assert_true (levels_act (&s, "grid.paste"));
  g_assert_true (fixture_wait (levels_has_undo, s.document));
  for (guint r = 0; r < 2; r++)
    for (guint c = 0; c < 3; c++)
      g_assert_cmpint (levels_rank_at (&s, r + 1, c + 6), ==, levels_rank_at (&s, r, c));
  g_assert_true (trl_document_undo (s.document));
  g_assert_false (trl_document_is_modified (s.document));
  levels_tear_down (&s);
}

/* What was pasted comes back in its places; partner types that it did not name follow. */
static void
assert_same_cells (const TrlSheet *a, const TrlSheet *b)
{
  g_assert_cmpuint (trl_sheet_get_n_rows (a), ==, trl_sheet_get_n_rows (b));
  for (guint r = 0; r < trl_sheet_get_n_rows (a); r++)
    for (guint c = 0; c < trl_sheet_get_width (a, 0); c++)
      if (r || c) /* the corner is ours */
        g_assert_cmpstr (trl_sheet_get (a, r, c), ==, trl_sheet_get (b, r, c));
}

/* Ten sites come out of Calc into an empty document, and go back the same. */
static void
check_sample (const char *name, gboolean fresh)
{
  LevelsFixture s;
  TrlDocument  *document = trl_document_new ();
  g_autoptr (TrlSheet) given = NULL;
  g_autoptr (TrlSheet) back = NULL;
  g_autoptr (TrlSheet) all = NULL;

  if (fresh) /* as New makes it */
    {
      g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, NULL);

      trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT ("New Network"));
      trl_document_begin (document, "Make", NULL);
      trl_document_add_network (document, record);
      trl_document_end (document);
      trl_document_forget_history (document);
    }
  levels_set_up (&s, document);
  levels_offer_sample (&s, name);
  given = levels_read_clipboard (&s);
  g_assert_true (levels_act (&s, "grid.paste"));
  g_assert_true (fixture_wait (levels_has_undo, s.document));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 10);
  g_assert_true (levels_act (&s, "grid.copy")); /* what was pasted is selected */
  back = levels_read_clipboard (&s);
  g_assert_cmpuint (trl_sheet_get_width (back, 0), ==, trl_sheet_get_width (given, 0));
  assert_same_cells (given, back);
  levels_select_area (
    &s, 0, 0, 10,
    trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (s.model), TRL_GRID_COLUMN));
  g_assert_true (levels_act (&s, "grid.copy"));
  all = levels_read_clipboard (&s);
  assert_same_cells (given, all);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, fresh);
  levels_tear_down (&s);
}

static void
test_spreadsheet (void)
{
  check_sample ("calc-names", FALSE);
  check_sample ("calc-numbers", FALSE);
  check_sample ("calc-counts", FALSE);
  check_sample ("calc-counts", TRUE);
}

static void
check_first (
  LevelsFixture *s, const char *action, const char *by, TrlGridAxis axis, const char *id)
{
  TrlGridHeader header;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (s->page), action, "s", by));
  trl_grid_get_header (trellis_levels_model_get_grid (s->model), axis, 0, &header);
  g_assert_cmpstr (header.id, ==, id);
}

static void
test_order (void)
{
  LevelsFixture s;

  levels_set_up (&s, fixture_document ());
  check_first (&s, "grid.sort-columns", "name", TRL_GRID_COLUMN, "cbo");
  check_first (&s, "grid.sort-columns", "document", TRL_GRID_COLUMN, "k12");
  levels_select_area (&s, 2, 0, 1, 18);
  g_signal_emit_by_name (s.sheet, "erase"); /* Site C has none now */
  levels_select_area (&s, 0, 0, 1, 1);
  levels_type_at (&s, 1, 6, "4"); /* one more in Site B */
  check_first (&s, "grid.sort-rows", "total", TRL_GRID_ROW, "Site B");
  levels_type_at (&s, 0, 0, "0"); /* rows stay while they are edited */
  {
    TrellisSheetHeader total;

    g_assert_true (trellis_sheet_model_get_total (TRELLIS_SHEET_MODEL (s.model),
                                                  TRL_GRID_ROW, 2, &total));
    g_assert_cmpstr (total.name, ==, "–");
    g_assert_null (total.detail);
  }
  check_first (&s, "grid.sort-rows", "document", TRL_GRID_ROW, "Site A");
  levels_tear_down (&s);
}

/* The mark is of the look, which the sheet draws itself. */
static void
test_mark_once (void)
{
  LevelsFixture    s;
  TrellisSheetCell cell;

  levels_set_up (&s, fixture_document ());
  levels_select_area (&s, 0, 0, 1, 1);
  g_signal_emit_by_name (s.sheet, "erase"); /* and its number with it */
  levels_type_at (&s, 0, 0, "n");
  levels_commit (&s, "n");
  trellis_sheet_model_get_cell (TRELLIS_SHEET_MODEL (s.model), 0, 0, &cell);
  g_assert_nonnull (cell.look.mark);
  g_assert_cmpstr (cell.text, ==, "");
  levels_tear_down (&s);
}

static void
test_window_follows (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow     *window = fixture_open (application, document);
  TrellisLevelsPage *page;
  TrellisSheet      *sheet;
  const TrlNetwork  *network = trl_document_get_network (document, 0);
  g_autofree char   *type = NULL;
  TrlGridHeader      header;

  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "grid"));
  fixture_spin (200);
  page = TRELLIS_LEVELS_PAGE (
    fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_LEVELS_PAGE, NULL));
  sheet = trellis_levels_page_get_sheet (page);
  trl_grid_get_header (
    trellis_levels_model_get_grid (trellis_levels_page_get_model (page)), TRL_GRID_COLUMN,
    0, &header);
  type = g_strdup (header.id); /* the grid is another one after an edit */
  trellis_sheet_set_cursor (sheet, 0, 0);
  g_signal_emit_by_name (sheet, "typed", "1");
  g_assert_cmpint (
    trl_network_get_node_rank (
      network, trl_table_find (trl_network_get_nodes (network), type), NULL),
    ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_false (trl_document_is_modified (document));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_details (void)
{
  LevelsFixture s;
  GtkWidget    *count;
  TrlCell       cell;

  levels_set_up (&s, fixture_document ());
  trellis_sheet_set_cursor (s.sheet, 1, 1);
  g_assert_true (levels_act (&s, "grid.details"));
  fixture_spin (100);
  count = fixture_find (GTK_WIDGET (s.page), ADW_TYPE_ENTRY_ROW, "Number of partners");
  g_assert_nonnull (count);
  gtk_editable_set_text (GTK_EDITABLE (count), "12");
  levels_get_cell (&s, 1, 1, &cell);
  g_assert_cmpfloat (cell.count, ==, 12);
  g_signal_emit_by_name (
    fixture_find (GTK_WIDGET (s.page), TRELLIS_TYPE_LEVEL_PICKER, NULL), "picked", 1);
  g_assert_cmpint (levels_rank_at (&s, 1, 1), ==, 1);
  levels_tear_down (&s);
}

static void
test_empty (void)
{
  LevelsFixture s;
  g_autoptr (TrlSheet) table = trl_sheet_new ('\t');
  static const char *const cells[] = { "3", "n", "0" };

  levels_set_up (&s, trl_document_new ());
  g_assert_nonnull (fixture_find (GTK_WIDGET (s.page), ADW_TYPE_STATUS_PAGE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    trl_sheet_add_cell (table, cells[i], strlen (cells[i]));
  trl_sheet_end_row (table, 1);
  trellis_clipboard_write (gtk_widget_get_clipboard (s.window), table);
  g_assert_true (levels_act (&s, "grid.paste"));
  g_assert_true (fixture_wait (levels_has_undo, s.document));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 1);
  g_assert_cmpint (levels_rank_at (&s, 0, 0), ==, 3);
  g_assert_cmpint (levels_state_at (&s, 0, 1), ==, TRL_CELL_NOT_REPORTED);
  g_assert_cmpint (levels_state_at (&s, 0, 2), ==, TRL_CELL_NONE);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 0);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-page/rows-and-columns-suit-the-document", test_defaults);
  g_test_add_func ("/levels-page/digit-sets-the-level-and-stays", test_digit);
  g_test_add_func ("/levels-page/letters-find-levels", test_letters);
  g_test_add_func ("/levels-page/unknown-text-is-refused", test_unknown_text);
  g_test_add_func ("/levels-page/rectangle-is-cleared-in-one-step", test_rectangle);
  g_test_add_func ("/levels-page/fills-down-and-right", test_fill);
  g_test_add_func ("/levels-page/intended-layer-is-typed-into", test_intended);
  g_test_add_func ("/levels-page/session-follows-the-cursor", test_session_follows);
  g_test_add_func ("/levels-page/rows-and-columns-come-and-go", test_rows_and_columns);
  g_test_add_func ("/levels-page/copies-and-pastes", test_copy_and_paste);
  g_test_add_func ("/levels-page/spreadsheet-goes-in-and-out", test_spreadsheet);
  g_test_add_func ("/levels-page/rows-and-columns-are-sorted", test_order);
  g_test_add_func ("/levels-page/not-reported-is-marked-once", test_mark_once);
  g_test_add_func ("/levels-page/one-step-back-restores-the-map", test_window_follows);
  g_test_add_func ("/levels-page/details-edit-the-cell", test_details);
  g_test_add_func ("/levels-page/empty-document-takes-a-paste", test_empty);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
