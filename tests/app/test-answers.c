/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partnerships that both partners rated: the inspector counts them, one click lists those
 * where the two differ, and the list is the table of partnerships. */

#include "config.h"

#include "fixture.h"

#include "grid/trellis-grid-view.h"
#include "grid/trellis-table-page.h"

#include <adwaita.h>

static TrellisApplication *application;

/* Of the three first partnerships two are rated differently. */
static TrlDocument *
make_document (void)
{
  static const int backs[] = { 2, 0, 0 };
  TrlDocument     *document = fixture_document ();
  TrlNetwork      *network = trl_document_get_network (document, 0);
  const TrlTable  *edges = trl_network_get_edges (network);
  const TrlScale  *scale = trl_network_get_edge_scale (network, 0);
  guint            n;
  const guint     *rows = trl_table_get_rows (edges, &n);

  trl_document_begin (document, "Answer", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (backs); i++)
    {
      int back = (trl_network_get_edge_rank (network, rows[i]) + backs[i]) % 5;

      trl_document_set (document, TRL_KIND_EDGE, trl_network_get_id (network),
                        trl_table_get_id (edges, rows[i]), TRL_EDGE_BACK,
                        TRL_TEXT (trl_scale_get_level (scale, (guint) back)->id));
    }
  trl_document_set (document, TRL_KIND_EDGE, trl_network_get_id (network),
                    trl_table_get_id (edges, rows[2]), TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, 4)->id));
  trl_document_set (document, TRL_KIND_EDGE, trl_network_get_id (network),
                    trl_table_get_id (edges, rows[2]), TRL_EDGE_BACK,
                    TRL_TEXT (trl_scale_get_level (scale, 1)->id));
  trl_document_end (document);
  return document;
}

static GtkColumnView *
find_table (GtkWidget *root)
{
  GtkWidget *found =
    GTK_IS_COLUMN_VIEW (root) && gtk_widget_get_mapped (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = GTK_WIDGET (find_table (child));
  return (GtkColumnView *) found;
}

static void
test_one_click (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  TrellisWindow     *window = fixture_open (application, document);
  GtkWidget         *row;
  GtkColumnView     *table;
  GtkSelectionModel *rows;

  fixture_spin (100);
  row = fixture_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Answers that differ");
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "2 of 3 rated by both");
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-disagreements", NULL));
  fixture_spin (200);
  table = find_table (GTK_WIDGET (window));
  g_assert_nonnull (table);
  rows = gtk_column_view_get_model (table);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 2);
  gtk_selection_model_select_item (rows, 1, TRUE);
  g_assert_cmpuint (
    trellis_selection_get_n (
      trellis_session_get_selection (trellis_window_get_session (window)), TRL_KIND_EDGE),
    ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nobody_asked_twice (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *row;

  fixture_spin (100);
  row = fixture_find (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Answers that differ");
  g_assert_null (row);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the map shows is said beside the two answers, by the rule of the document. */
static void
test_rule (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  TrellisWindow  *window = fixture_open (application, document);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, edge = trl_table_get_rows (edges, &n)[2];
  GtkWidget      *row;

  trellis_selection_set (
    trellis_session_get_selection (trellis_window_get_session (window)), TRL_KIND_EDGE,
    trl_table_get_id (edges, edge));
  fixture_spin (100);
  row = fixture_find (GTK_WIDGET (window), ADW_TYPE_EXPANDER_ROW,
                      "Answer of the other partner");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Networking; the map shows Coordination");
  trl_document_begin (document, "Rule", NULL);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_LEVEL_RULE,
                    TRL_TEXT ("lower"));
  trl_document_end (document);
  fixture_spin (100);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Networking; the map shows Networking");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/answers/those-that-differ-are-one-click-away", test_one_click);
  g_test_add_func ("/answers/are-not-mentioned-where-nobody-asked-twice",
                   test_nobody_asked_twice);
  g_test_add_func ("/answers/what-is-shown-follows-the-rule", test_rule);
  return g_test_run ();
}
