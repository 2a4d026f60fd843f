/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The next wave of a site, from the question to the network that is then on show. */

#include "config.h"

#include "fixture.h"

#include "model/trl-next-wave.h"
#include "model/trl-rollup.h"
#include "trellis-window-private.h"

#include <math.h>

static TrellisApplication *application;

static GtkWindow *
find_dialog (TrellisWindow *window)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) &&
          gtk_widget_get_visible (GTK_WIDGET (other)))
        return other;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return find_dialog (window) != NULL;
}

static GtkWidget *
open_dialog (TrellisWindow *window)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.next-wave", NULL));
  g_assert_true (fixture_wait (has_dialog, window));
  return GTK_WIDGET (find_dialog (window));
}

static GtkEditable *
find_wave (GtkWidget *dialog)
{
  GtkWidget *row = fixture_find (dialog, ADW_TYPE_ENTRY_ROW, "Wave");

  g_assert_nonnull (row);
  return GTK_EDITABLE (row);
}

static GtkWidget *
find_button (GtkWidget *dialog)
{
  GtkWidget *button = fixture_find (dialog, GTK_TYPE_BUTTON, "_Duplicate");

  g_assert_nonnull (button);
  return button;
}

static void
press (GtkWidget *dialog)
{
  g_signal_emit_by_name (find_button (dialog), "clicked");
  fixture_spin (100);
}

/* The second of three sites, in its first wave. */
static TrellisWindow *
open_second (TrlDocument *document)
{
  TrellisWindow *window;

  trl_document_begin (document, "Name", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "Site B", NULL, TRL_NETWORK_WAVE,
                    TRL_TEXT ("2024"));
  trl_document_end (document);
  trl_document_forget_history (document);
  window = fixture_open (application, document);
  trellis_session_set_network_id (window->session, "Site B");
  return window;
}

static guint
count_reported (const TrlNetwork *network)
{
  guint        n, reported = 0;
  const guint *rows = trl_table_get_rows (trl_network_get_edges (network), &n);

  for (guint i = 0; i < n; i++)
    reported += trl_network_get_edge_rank (network, rows[i]) >= 0;
  return reported;
}

static guint
count_counted (const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, counted = 0;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    counted += !isnan (trl_table_get_number (nodes, rows[i], TRL_NODE_COUNT));
  return counted;
}

static void
test_adds (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow    *window = open_second (document);
  GtkWidget        *dialog = open_dialog (window);
  const TrlNetwork *shown;

  g_assert_cmpstr (gtk_editable_get_text (find_wave (dialog)), ==, "2025");
  g_assert_nonnull (fixture_find (dialog, GTK_TYPE_LABEL,
                                  "And without the numbers of partners; planned "
                                  "partnerships stay as they are"));
  press (dialog);
  g_assert_null (find_dialog (window));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 4);
  shown = trellis_session_get_network (window->session);
  g_assert_true (shown == trl_document_get_network (document, 2));
  g_assert_cmpstr (trl_network_get_site (shown), ==, "Site B");
  g_assert_cmpstr (trl_network_get_text (shown, TRL_NETWORK_WAVE), ==, "2025");
  g_assert_cmpuint (count_reported (shown), ==, 0);
  g_assert_cmpuint (count_counted (shown), ==, 0);
  g_assert_true (trl_network_is_grained_by_type (shown));
  g_assert_cmpuint (count_counted (trl_document_get_network (document, 1)), >, 0);
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, "Added “Site B, 2025”"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What organizations count is not asked by the survey, and types that only a number tells
 * from organizations keep it. */
static void
test_regress_only_surveys_forget_numbers (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrlDocument) document =
        i ? fixture_document () : fixture_organizations ();
      const TrlNetwork *from = trl_document_get_network (document, 0);
      const TrlTable   *nodes = trl_network_get_nodes (from);
      const char       *id = trl_network_get_id (from);
      TrlNetwork       *next;
      guint             n;
      const guint      *rows = trl_table_get_rows (nodes, &n);

      trl_document_begin (document, "Make", NULL);
      for (guint j = 0; j < n; j++)
        {
          const char *node = trl_table_get_id (nodes, rows[j]);

          trl_document_set (document, TRL_KIND_NODE, id, node, TRL_NODE_NAME,
                            TRL_TEXT ("Called otherwise"));
          trl_document_set (document, TRL_KIND_NODE, id, node, TRL_NODE_COUNT,
                            TRL_NUMBER (3));
        }
      g_assert_false (trl_next_wave_has_fresh_counts (from));
      next = trl_next_wave_add (document, from, "2025", FALSE, NULL);
      trl_document_end (document);
      g_assert_cmpuint (count_counted (next), ==, n);
      g_assert_cmpuint (count_reported (next), ==, 0);
    }
}

static void
test_undo (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_second (document);

  press (open_dialog (window));
  g_assert_cmpstr (trl_document_get_undo_name (document), ==, "Duplicate as Next Wave");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 3);
  g_assert_null (trl_document_get_undo_name (document));
  g_assert_cmpstr (trellis_session_get_network_id (window->session), ==, "Site B");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keep (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_second (document);
  GtkWidget     *dialog = open_dialog (window);
  GtkWidget     *row = fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Keep the levels");

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  press (dialog);
  g_assert_cmpuint (count_reported (trl_document_get_network (document, 1)), >, 0);
  g_assert_cmpuint (count_reported (trl_document_get_network (document, 2)), ==,
                    count_reported (trl_document_get_network (document, 1)));
  g_assert_cmpuint (count_counted (trl_document_get_network (document, 2)), ==,
                    count_counted (trl_document_get_network (document, 1)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
press_return (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (keys))
        g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Return, 0, 0, &handled);
    }
  return handled;
}

/* Return on what is not chosen yet chooses it, and duplicates nothing. */
static void
test_regress_return_chooses (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_second (document);
  GtkWidget     *dialog = open_dialog (window);
  GtkWidget     *row = fixture_find (dialog, ADW_TYPE_ACTION_ROW, "Keep the levels");

  g_assert_true (press_return (row));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 3);
  g_assert_false (press_return (row));
  press (dialog);
  g_assert_cmpuint (count_reported (trl_document_get_network (document, 2)), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first wave once more: what follows it is there already. */
static void
test_taken (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_second (document);
  GtkWidget     *dialog;

  press (open_dialog (window));
  trellis_session_set_network_id (window->session, "Site B");
  dialog = open_dialog (window);
  g_assert_cmpstr (gtk_editable_get_text (find_wave (dialog)), ==, "2026");
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog)));
  gtk_editable_set_text (find_wave (dialog), " 2025 ");
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog)));
  gtk_editable_set_text (find_wave (dialog), "  ");
  g_assert_false (gtk_widget_get_sensitive (find_button (dialog)));
  gtk_editable_set_text (find_wave (dialog), "第二波");
  g_assert_true (gtk_widget_get_sensitive (find_button (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_menu (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = open_second (document);
  GtkWidget     *panel = GTK_WIDGET (window->networks_panel);
  GtkWidget     *menu;

  g_assert_null (fixture_find (panel, GTK_TYPE_POPOVER_MENU, NULL));
  g_assert_true (gtk_widget_activate_action (panel, "networks.menu", NULL));
  fixture_spin (200);
  menu = fixture_find (panel, GTK_TYPE_POPOVER_MENU, NULL);
  g_assert_nonnull (menu);
  g_assert_nonnull (fixture_find (menu, GTK_TYPE_LABEL, "Duplicate as Next Wave…"));
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_spin (200);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/next-wave/is-added-and-on-show", test_adds);
  g_test_add_func ("/next-wave/regress-only-surveys-forget-numbers",
                   test_regress_only_surveys_forget_numbers);
  g_test_add_func ("/next-wave/is-one-step-back-to-what-was-shown", test_undo);
  g_test_add_func ("/next-wave/keeps-levels-when-asked", test_keep);
  g_test_add_func ("/next-wave/regress-return-chooses", test_regress_return_chooses);
  g_test_add_func ("/next-wave/is-not-called-as-another-of-the-site", test_taken);
  g_test_add_func ("/next-wave/menu-of-the-networks-offers-it", test_menu);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
