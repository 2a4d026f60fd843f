/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page does when the document changes, however often and from wherever. */

#include "config.h"

#include "levels-fixture.h"

#include "grid/trellis-levels-sides.h"

static TrellisApplication *application;

static void
count (TrellisSheetModel *model, gboolean reordered, guint *n)
{
  (*n)++;
}

static void
test_rapid (void)
{
  LevelsFixture  s;
  guint          n = 0;
  const TrlGrid *grid;

  levels_set_up (&s, fixture_document ());
  grid = trellis_levels_model_get_grid (s.model);
  g_signal_connect (s.model, "changed", G_CALLBACK (count), &n);
  for (guint i = 0; i < 10; i++)
    {
      levels_type_at (&s, i % 3, i, i % 2 ? "1" : "4");
      g_assert_cmpint (levels_rank_at (&s, i % 3, i), ==, i % 2 ? 1 : 4);
    }
  g_signal_emit_by_name (s.sheet, "erase"); /* partners come and go */
  g_assert_cmpuint (n, ==, 0);
  fixture_spin (100);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (trellis_levels_model_get_grid (s.model) == grid);
  levels_tear_down (&s);
}

static void
test_saved_figures (void)
{
  g_autoptr (TrlSavedFigure) figure = trl_saved_figure_new (NULL, "Depth");
  LevelsFixture s;
  guint         n = 0;

  levels_set_up (&s, fixture_document ());
  g_signal_connect (s.model, "changed", G_CALLBACK (count), &n);
  trl_document_begin (s.document, "Save Figure", NULL);
  trl_document_put_figure (s.document, figure);
  trl_document_end (s.document);
  fixture_spin (100);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (trl_document_is_modified (s.document));
  levels_tear_down (&s);
}

/* Places are counted in rows and columns, so these are told at once. */
static void
test_sides (void)
{
  LevelsFixture s;
  guint         n = 0;

  levels_set_up (&s, fixture_document ());
  g_signal_connect (s.model, "changed", G_CALLBACK (count), &n);
  levels_type_at (&s, 0, 0, "1");
  g_assert_true (levels_act (&s, "grid.add-row"));
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (
    trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (s.model), TRL_GRID_ROW), ==, 4);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpuint (
    trellis_sheet_model_get_size (TRELLIS_SHEET_MODEL (s.model), TRL_GRID_ROW), ==, 3);
  levels_tear_down (&s);
}

static void
remember (TrellisSheetModel *model, gboolean reordered, int *told)
{
  *told = reordered;
}

/* What was told of the last change: whether rows or columns are others; -1: nothing. */
static int
take (int *told)
{
  int last = *told;

  *told = -1;
  return last;
}

static void
name_first_site (TrlDocument *document, const char *name)
{
  trl_document_begin (document, "Name", NULL);
  trl_document_set (document, TRL_KIND_NETWORK,
                    trl_network_get_id (trl_document_get_network (document, 0)), NULL,
                    TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_document_end (document);
}

static void
replace_last_site (TrlDocument *document)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, "another");
  g_autofree char *last =
    g_strdup (trl_network_get_id (trl_document_get_network (document, 2)));

  trl_document_begin (document, "Replace", NULL);
  trl_document_apply (
    document,
    &(TrlEdit){ TRL_EDIT_REMOVE_NETWORK, .of = TRL_KIND_NETWORK, .network = last }, NULL);
  trl_document_add_network (document, record);
  trl_document_end (document);
}

/* Other names are not other rows, in an order that somebody chose either. */
static void
test_reordered (void)
{
  static const guint backwards[] = { 2, 1, 0 };
  LevelsFixture      s;
  int                told = -1;

  levels_set_up (&s, fixture_document ());
  g_signal_connect (s.model, "changed", G_CALLBACK (remember), &told);
  name_first_site (s.document, "Elsewhere");
  g_assert_cmpint (take (&told), ==, FALSE);
  replace_last_site (s.document);
  g_assert_cmpint (take (&told), ==, TRUE);
  g_assert_true (trl_document_undo (s.document));
  g_assert_cmpint (take (&told), ==, TRUE);
  trellis_levels_model_reorder (s.model, TRL_GRID_ROW, backwards);
  g_assert_cmpint (take (&told), ==, TRUE);
  name_first_site (s.document, "Somewhere");
  g_assert_cmpint (take (&told), ==, FALSE);
  levels_tear_down (&s);
}

static gboolean
differs (TrellisLevelsSides *sides, TrlDocument *document, TrlGridColumns columns)
{
  return trellis_levels_sides_update (sides, document, TRL_GRID_ROWS_SITES, columns,
                                      NULL);
}

static void
set_text (TrlDocument *document, guint prop, const char *text)
{
  TrlNetwork *network = trl_document_get_network (document, 1);
  const char *id = trl_table_get_id (trl_network_get_nodes (network), 2);

  trl_document_begin (document, "Set", NULL);
  trl_document_set (document, TRL_KIND_NODE, trl_network_get_id (network), id, prop,
                    TRL_TEXT (text));
  trl_document_end (document);
}

static void
test_what_differs (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (TrellisLevelsSides) types = trellis_levels_sides_new ();
  g_autoptr (TrellisLevelsSides) partners = trellis_levels_sides_new ();

  g_assert_true (differs (types, document, TRL_GRID_COLUMNS_TYPES));
  g_assert_true (differs (partners, document, TRL_GRID_COLUMNS_PARTNERS));
  g_assert_false (differs (types, document, TRL_GRID_COLUMNS_TYPES));
  set_text (document, TRL_NODE_NAME, "Somebody else");
  g_assert_false (differs (types, document, TRL_GRID_COLUMNS_TYPES));
  g_assert_true (differs (partners, document, TRL_GRID_COLUMNS_PARTNERS));
  set_text (document, TRL_NODE_TYPE, NULL);
  g_assert_true (differs (types, document, TRL_GRID_COLUMNS_TYPES));
  name_first_site (document, "Elsewhere");
  g_assert_true (differs (types, document, TRL_GRID_COLUMNS_TYPES));
}

static void
test_adding_is_withdrawn (void)
{
  LevelsFixture s;
  GtkWidget    *popover;

  levels_set_up (&s, fixture_document ());
  g_assert_true (levels_act (&s, "grid.add-row"));
  fixture_spin (100);
  popover = gtk_widget_get_ancestor (
    fixture_find (GTK_WIDGET (s.page), GTK_TYPE_ENTRY, NULL), GTK_TYPE_POPOVER);
  g_assert_nonnull (popover);
  fixture_press (popover, GDK_KEY_Escape);
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_spin (100);
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 3);
  g_assert_true (levels_act (&s, "grid.add-row"));
  fixture_spin (100);
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (s.page), GTK_TYPE_ENTRY, NULL),
                         "activate");
  fixture_spin (100);
  g_assert_cmpuint (trl_document_get_n_networks (s.document), ==, 4);
  levels_tear_down (&s);
}

/* The popover hears of its own edit when the text has gone on. */
static void
test_note_is_left_alone (void)
{
  LevelsFixture  s;
  GtkWidget     *view;
  GtkTextBuffer *note;
  GtkTextIter    at;

  levels_set_up (&s, fixture_document ());
  g_assert_true (levels_act (&s, "grid.details"));
  fixture_spin (100);
  view = fixture_find (GTK_WIDGET (s.page), GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_nonnull (view);
  note = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (note, "two words", -1);
  gtk_text_buffer_get_iter_at_offset (note, &at, 3);
  gtk_text_buffer_place_cursor (note, &at);
  gtk_text_buffer_insert_at_cursor (note, "!", -1);
  fixture_spin (200);
  gtk_text_buffer_get_iter_at_mark (note, &at, gtk_text_buffer_get_insert (note));
  g_assert_cmpint (gtk_text_iter_get_offset (&at), ==, 4);
  levels_tear_down (&s);
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/levels-changes/rapid-edits-are-told-once", test_rapid);
  g_test_add_func ("/levels-changes/saved-figures-change-no-cell", test_saved_figures);
  g_test_add_func ("/levels-changes/rows-and-columns-are-told-at-once", test_sides);
  g_test_add_func ("/levels-changes/other-names-are-not-other-rows", test_reordered);
  g_test_add_func ("/levels-changes/names-and-missing-types-are-other-sides",
                   test_what_differs);
  g_test_add_func ("/levels-changes/adding-is-withdrawn-by-esc",
                   test_adding_is_withdrawn);
  g_test_add_func ("/levels-changes/note-is-left-alone-while-it-is-typed",
                   test_note_is_left_alone);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
