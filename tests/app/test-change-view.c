/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two waves of a site, from the menu to what is drawn, listed, counted and opened. */

#include "config.h"

#include "fixture.h"

#include "compare/trellis-change-levels.h"
#include "compare/trellis-change-list.h"
#include "compare/trellis-change-view.h"
#include "compare/trellis-compare-picture.h"
#include "compare/trellis-compare-view.h"

static TrellisApplication *application;

typedef struct
{
  TrlDocument       *document;
  TrlNetwork        *wave;
  TrellisWindow     *window;
  TrellisChangeView *view;
} Fixture;

static void
open_change (Fixture *self)
{
  self->document = fixture_document ();
  self->wave = fixture_add_wave (self->document);
  self->window = fixture_open (application, self->document);
  trellis_session_set_network_id (trellis_window_get_session (self->window),
                                  trl_network_get_id (self->wave));
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-change", NULL));
  fixture_spin (200);
  self->view = TRELLIS_CHANGE_VIEW (
    fixture_find (GTK_WIDGET (self->window), TRELLIS_TYPE_CHANGE_VIEW, NULL));
  g_assert_nonnull (self->view);
}

static void
close_change (Fixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  fixture_spin (20);
  g_object_unref (self->document);
}

static const TrlChanges *
get_changes (Fixture *self)
{
  return trellis_comparison_get_changes (trellis_change_view_get_comparison (self->view));
}

static GtkListView *
find_list (Fixture *self)
{
  return GTK_LIST_VIEW (fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW, NULL));
}

static guint
count_rows (Fixture *self)
{
  GtkWidget *list = fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LIST_VIEW, NULL);

  return list ? g_list_model_get_n_items (
                  G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))))
              : 0;
}

static TrellisChangeRow *
get_row (Fixture *self, guint index)
{
  g_autoptr (TrellisChangeRow) row = g_list_model_get_item (
    G_LIST_MODEL (gtk_list_view_get_model (find_list (self))), index);

  g_assert_nonnull (row);
  return row; /* the list holds it */
}

static GtkToggleButton *
find_chip (Fixture *self, const char *text)
{
  GtkWidget *label = fixture_find (GTK_WIDGET (self->view), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
}

static void
test_counts (void)
{
  Fixture          self;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  open_change (&self);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_ADDED), ==, 1);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_LOST), ==, 1);
  find_chip (&self, "Added  1");
  find_chip (&self, "Lost  1");
  find_chip (&self, "Deepened  2");
  find_chip (&self, "Loosened  1");
  find_chip (&self, "Newly reported  1");
  find_chip (&self, "The same  12");
  g_assert_cmpuint (count_rows (&self), ==, 6);
  title = trellis_change_row_dup_title (get_row (&self, 0));
  subtitle = trellis_change_row_dup_subtitle (get_row (&self, 0));
  g_assert_cmpstr (title, ==, "Learning Intermediaries");
  g_assert_cmpstr (subtitle, ==, "Added: No interaction → Coordination");
  close_change (&self);
}

static void
test_kinds (void)
{
  Fixture self;

  open_change (&self);
  gtk_toggle_button_set_active (find_chip (&self, "The same  12"), TRUE);
  g_assert_cmpuint (count_rows (&self), ==, 12);
  gtk_toggle_button_set_active (find_chip (&self, "Deepened  2"), TRUE);
  g_assert_cmpuint (count_rows (&self), ==, 2);
  g_assert_false (gtk_toggle_button_get_active (find_chip (&self, "The same  12")));
  gtk_toggle_button_set_active (find_chip (&self, "Partners lost  1"), TRUE);
  g_assert_cmpuint (count_rows (&self), ==, 1);
  gtk_toggle_button_set_active (find_chip (&self, "Partners lost  1"), FALSE);
  g_assert_cmpuint (count_rows (&self), ==, 6);
  close_change (&self);
}

/* The joined map marks; of two maps neither does, and a place means the same in all. */
static void
test_maps (void)
{
  Fixture          self;
  const TrlPanels *panels;
  guint            n;

  open_change (&self);
  panels = trellis_comparison_get_panels (trellis_change_view_get_comparison (self.view));
  trl_scene_get_items (trl_panels_get_panel (panels, 0)->scene, &n);
  g_assert_cmpuint (n, ==, 0);
  trl_scene_get_items (trl_panels_get_panel (panels, 2)->scene, &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (
    trl_legend_count (trl_panels_get_legend (panels), TRL_LEGEND_CHANGED_TIE), ==, 5);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "change.joined", NULL);
  panels = trellis_comparison_get_panels (trellis_change_view_get_comparison (self.view));
  trl_scene_get_items (trl_panels_get_panel (panels, 0)->scene, &n);
  g_assert_cmpuint (n, >, 0);
  trl_scene_get_items (trl_panels_get_panel (panels, 2)->scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (
    trl_legend_count (trl_panels_get_legend (panels), TRL_LEGEND_CHANGED_TIE), ==, 0);
  close_change (&self);
}

static void
test_follows (void)
{
  Fixture self;

  open_change (&self);
  trl_document_begin (self.document, "Remove", NULL);
  trl_document_remove_edge (self.document, trl_network_get_id (self.wave), "I");
  trl_document_end (self.document);
  fixture_spin (50);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_ADDED), ==, 0);
  trl_document_undo (self.document);
  fixture_spin (50);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_ADDED), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "change.swap", NULL);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_LOST), ==, 1);
  g_assert_cmpuint (trl_changes_count (get_changes (&self), TRL_TIE_LOOSENED), ==, 2);
  close_change (&self);
}

/* A lost partnership opens in the wave that still has it. */
static void
test_opens (void)
{
  Fixture           self;
  TrellisSession   *session;
  TrellisSelection *selection;

  open_change (&self);
  session = trellis_window_get_session (self.window);
  selection = trellis_session_get_selection (session);
  g_signal_emit_by_name (find_list (&self), "activate", 1);
  fixture_spin (100);
  g_assert_cmpstr (trellis_session_get_network_id (session), ==, "Site A");
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_EDGE), ==, 1);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (self.view)));
  close_change (&self);
}

/* Whose change is chosen in the list stands out on the map. */
static void
test_spotlight (void)
{
  Fixture          self;
  g_autofree char *plain = NULL;
  g_autofree char *lit = NULL;
  g_autofree char *again = NULL;

  open_change (&self);
  plain = trl_panels_to_text (
    trellis_comparison_get_panels (trellis_change_view_get_comparison (self.view)));
  gtk_single_selection_set_selected (
    GTK_SINGLE_SELECTION (gtk_list_view_get_model (find_list (&self))), 2);
  lit = trl_panels_to_text (
    trellis_comparison_get_panels (trellis_change_view_get_comparison (self.view)));
  g_assert_cmpstr (lit, !=, plain);
  gtk_widget_activate_action (GTK_WIDGET (self.view), "change.clear", NULL);
  again = trl_panels_to_text (
    trellis_comparison_get_panels (trellis_change_view_get_comparison (self.view)));
  g_assert_cmpstr (again, ==, plain);
  close_change (&self);
}

/* As many partners as are drawn in a thread. */
static void
add_many (TrlDocument *document, const char *network)
{
  trl_document_begin (document, "Add", NULL);
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("many%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, "hub", id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (id));
      g_assert_true (trl_document_add (document, network, node));
      g_assert_true (trl_document_add (document, network, edge));
    }
  trl_document_end (document);
}

typedef struct
{
  TrellisChangeView *view;
  TrellisComparison *old;
} Other;

static gboolean
is_another (gpointer data)
{
  Other *other = data;

  return trellis_change_view_get_comparison (other->view) != other->old;
}

/* Where a choice is drawn in a thread, the list stays under the hand that walks it. */
static void
test_spotlight_on_many (void)
{
  Fixture             self;
  Other               other = { NULL };
  GtkSingleSelection *selection;
  g_autoptr (TrellisComparison) old = NULL;
  g_autoptr (GObject) row = NULL;

  open_change (&self);
  other.view = self.view;
  other.old = trellis_change_view_get_comparison (self.view);
  add_many (self.document,
            trl_network_get_id (trl_document_get_network (self.document, 0)));
  add_many (self.document, trl_network_get_id (self.wave));
  g_assert_true (fixture_wait (is_another, &other));
  fixture_spin (500);
  selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (find_list (&self)));
  old = trellis_comparison_ref (trellis_change_view_get_comparison (self.view));
  g_assert_true (trellis_comparison_is_large (old));
  other.old = old;
  row = g_list_model_get_item (G_LIST_MODEL (selection), 2);
  gtk_single_selection_set_selected (selection, 2);
  g_assert_true (fixture_wait (is_another, &other));
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 2);
  g_assert_true (gtk_single_selection_get_selected_item (selection) == row);
  close_change (&self);
}

static void
test_one_network (void)
{
  g_autoptr (TrlDocument) document = fixture_organizations ();
  TrellisWindow *window = fixture_open (application, document);
  GtkWidget     *view;

  g_assert_false (
    g_action_group_get_action_enabled (G_ACTION_GROUP (window), "show-change"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "compare");
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_parent (
      fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_COMPARE_VIEW, NULL))),
    "change");
  fixture_spin (100);
  view = fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_CHANGE_VIEW, NULL);
  g_assert_null (trellis_change_view_get_comparison (TRELLIS_CHANGE_VIEW (view)));
  g_assert_nonnull (fixture_find (view, GTK_TYPE_BUTTON, "Duplicate as Next _Wave…"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_with_tooltip (GtkWidget *root, const char *text)
{
  GtkWidget *found =
    g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0 ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_with_tooltip (child, text);
  return found;
}

static void
test_levels (void)
{
  Fixture    self;
  GtkWidget *levels;

  open_change (&self);
  gtk_stack_set_visible_child_name (
    GTK_STACK (gtk_widget_get_parent (
      fixture_find (GTK_WIDGET (self.view), TRELLIS_TYPE_CHANGE_LIST, NULL))),
    "levels");
  fixture_spin (50);
  levels = fixture_find (GTK_WIDGET (self.view), TRELLIS_TYPE_CHANGE_LEVELS, NULL);
  g_assert_nonnull (find_with_tooltip (levels, "Collaboration → Not listed: 1"));
  g_assert_nonnull (find_with_tooltip (levels, "Networking → Cooperation: 1"));
  g_assert_null (find_with_tooltip (levels, "Planned"));
  close_change (&self);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/change-view/counts-and-lists", test_counts);
  g_test_add_func ("/change-view/one-kind-is-listed-alone", test_kinds);
  g_test_add_func ("/change-view/one-map-marks-and-two-do-not", test_maps);
  g_test_add_func ("/change-view/follows-edits-and-swaps", test_follows);
  g_test_add_func ("/change-view/a-row-opens-where-it-is", test_opens);
  g_test_add_func ("/change-view/the-chosen-row-stands-out", test_spotlight);
  g_test_add_func ("/change-view/the-chosen-row-stays-chosen", test_spotlight_on_many);
  g_test_add_func ("/change-view/needs-two-networks", test_one_network);
  g_test_add_func ("/change-view/levels-are-counted-from-one-to-another", test_levels);
  return g_test_run ();
}
