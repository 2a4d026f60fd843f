/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Networks side by side: what changes, what is in the spotlight, what opens. */

#include "config.h"

#include "fixture.h"

#include "compare/trellis-compare-fit.h"
#include "compare/trellis-compare-panel.h"
#include "compare/trellis-compare-view.h"
#include "model/trl-next-wave.h"

static TrellisApplication *application;

static TrellisCompareView *
find_view (TrellisWindow *window)
{
  return TRELLIS_COMPARE_VIEW (
    fixture_find (GTK_WIDGET (window), TRELLIS_TYPE_COMPARE_VIEW, NULL));
}

static TrellisCompareView *
open_view (TrellisWindow *window)
{
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "compare"));
  fixture_spin (100);
  return find_view (window);
}

static GtkFlowBoxChild *
get_child (TrellisCompareView *view, int index)
{
  return gtk_flow_box_get_child_at_index (
    GTK_FLOW_BOX (fixture_find (GTK_WIDGET (view), GTK_TYPE_FLOW_BOX, NULL)), index);
}

static char *
scene_text (TrellisCompareView *view, guint panel)
{
  return trl_scene_to_text (
    trl_panels_get_panel (trellis_compare_view_get_panels (view), panel)->scene);
}

static const char *
title_of (TrellisCompareView *view, guint panel)
{
  return trl_panels_get_panel (trellis_compare_view_get_panels (view), panel)->title;
}

static guint
find_row (TrellisCompareView *view, guint panel, const char *id)
{
  const TrlPanel *found =
    trl_panels_get_panel (trellis_compare_view_get_panels (view), panel);

  return trl_table_find (trl_network_get_nodes (found->network), id);
}

static void
set_level (TrlDocument *document, const char *network, const char *edge, guint rank)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);

  trl_document_begin (document, "Level", NULL);
  trl_document_set (document, TRL_KIND_EDGE, network, edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, rank)->id));
  trl_document_end (document);
}

static void
test_follows (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = find_view (window);
  g_autofree char    *before = NULL;
  g_autofree char    *after = NULL;

  g_assert_true (view == NULL || trellis_compare_view_get_panels (view) == NULL);
  view = open_view (window);
  g_assert_cmpuint (trl_panels_get_n (trellis_compare_view_get_panels (view)), ==, 3);
  before = scene_text (view, 1);
  set_level (document, "Site B", "C", 0);
  after = scene_text (view, 1);
  g_assert_false (g_str_equal (before, after));
  g_clear_pointer (&after, g_free);
  trl_document_undo (document);
  after = scene_text (view, 1);
  g_assert_true (g_str_equal (before, after));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What happens while nobody looks is there when somebody looks again. */
static void
test_waits (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);
  g_autofree char    *before = scene_text (view, 1);
  g_autofree char    *unseen = NULL;
  g_autofree char    *after = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "map");
  fixture_spin (100);
  set_level (document, "Site B", "C", 0);
  unseen = scene_text (view, 1);
  g_assert_true (g_str_equal (unseen, before));
  open_view (window);
  after = scene_text (view, 1);
  g_assert_false (g_str_equal (after, before));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_spotlight (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);
  TrellisSelection   *selection =
    trellis_session_get_selection (trellis_window_get_session (window));
  g_autofree char *type = NULL;

  for (int lit = 1; lit >= 0; lit--)
    {
      g_autofree char *before[3] = { scene_text (view, 0), scene_text (view, 1),
                                     scene_text (view, 2) };

      if (lit)
        g_signal_emit_by_name (get_child (view, 1), "picked", find_row (view, 1, "k12"));
      else
        gtk_widget_activate_action (GTK_WIDGET (view), "compare.clear", NULL);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *after = scene_text (view, i);

          g_assert_false (g_str_equal (before[i], after));
          g_clear_pointer (&before[i], g_free);
        }
      g_clear_pointer (&type, g_free);
      g_object_get (view, "type", &type, NULL);
      g_assert_cmpstr (type, ==, lit ? "k12" : "");
    }
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selection (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);
  TrellisSelection   *selection =
    trellis_session_get_selection (trellis_window_get_session (window));
  g_autofree char *type = NULL;

  g_signal_emit_by_name (get_child (view, 0), "picked", find_row (view, 0, "k12"));
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "k12"));
  trellis_selection_set (selection, TRL_KIND_NODE, "food");
  g_object_get (view, "type", &type, NULL);
  g_assert_cmpstr (type, ==, "food");
  g_signal_emit_by_name (get_child (view, 0), "picked", TRL_NO_ROW);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A second relation among the same organizations. */
static TrlDocument *
make_relations (void)
{
  TrlDocument *document = fixture_organizations ();
  TrlNetwork  *wave;

  trl_document_begin (document, "Another", NULL);
  wave = trl_next_wave_add (document, trl_document_get_network (document, 0), "Contact",
                            TRUE, NULL);
  g_assert_nonnull (wave);
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

/* An organization is followed itself, and not with all that have its type. */
static void
test_partner (void)
{
  g_autoptr (TrlDocument) document = make_relations ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);
  TrellisSelection   *selection =
    trellis_session_get_selection (trellis_window_get_session (window));
  g_autofree char *type = NULL;
  g_autofree char *other = scene_text (view, 1);
  g_autofree char *lit = NULL;
  g_autofree char *still = NULL;
  g_autofree char *plain = NULL;

  g_signal_emit_by_name (get_child (view, 0), "picked", find_row (view, 0, "n3"));
  g_object_get (view, "type", &type, NULL);
  g_assert_cmpstr (type, ==, "");
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 1);
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "n3"));
  lit = scene_text (view, 1);
  g_assert_cmpstr (lit, !=, other);
  /* Its partnership is looked at meanwhile. */
  trellis_selection_set (selection, TRL_KIND_EDGE, "e3-1");
  still = scene_text (view, 1);
  g_assert_cmpstr (still, ==, lit);
  trellis_selection_clear (selection);
  plain = scene_text (view, 1);
  g_assert_cmpstr (plain, ==, other);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_fit (void)
{
  int most;

  g_assert_cmpuint (trellis_compare_fit (1, 1000, 700, 60, 1, &most), ==, 1);
  g_assert_cmpint (most, ==, 640);
  g_assert_cmpuint (trellis_compare_fit (3, 1000, 400, 60, 1, &most), ==, 3);
  g_assert_cmpuint (trellis_compare_fit (10, 900, 780, 60, 1, &most), ==, 4);
  g_assert_cmpuint (trellis_compare_fit (10, 1400, 500, 60, 1, &most), ==, 5);
  /* Too many to be read at once. */
  g_assert_cmpuint (trellis_compare_fit (40, 800, 600, 60, 1, &most), ==, 3);
  g_assert_cmpint (most, >, 230);
  g_assert_cmpuint (trellis_compare_fit (40, 0, 0, 60, 1, &most), ==, 1);
}

static void
test_opens (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);

  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_child (view, 2))));
  fixture_spin (100);
  g_assert_cmpstr (trellis_session_get_network_id (trellis_window_get_session (window)),
                   ==, "Site C");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (view)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
rename_network (TrlDocument *document, const char *network, const char *name)
{
  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, network, NULL, TRL_NETWORK_NAME,
                    TRL_TEXT (name));
  trl_document_end (document);
}

static void
test_order (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);

  rename_network (document, "Site A", "Zoo");
  g_assert_cmpstr (title_of (view, 0), ==, "Zoo");
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.order", "s", "name");
  g_assert_cmpstr (title_of (view, 2), ==, "Zoo");
  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_child (view, 2))));
  g_assert_cmpstr (trellis_session_get_network_id (trellis_window_get_session (window)),
                   ==, "Site A");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_layout (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);

  gtk_widget_activate_action (GTK_WIDGET (view), "compare.layout", "s", "spokes");
  g_assert_cmpstr (trl_panels_get_layout (trellis_compare_view_get_panels (view))->id, ==,
                   "spokes");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_choice (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);

  trellis_compare_view_set_shown (view, "Site B", FALSE);
  g_assert_cmpuint (trl_panels_get_n (trellis_compare_view_get_panels (view)), ==, 2);
  g_assert_cmpstr (title_of (view, 1), ==, "Site C");
  g_assert_null (get_child (view, 2));
  trellis_compare_view_set_shown (view, "Site A", FALSE);
  trellis_compare_view_set_shown (view, "Site C", FALSE);
  g_assert_null (trellis_compare_view_get_panels (view));
  fixture_spin (50);
  g_assert_nonnull (
    fixture_find (GTK_WIDGET (view), GTK_TYPE_LABEL, "No Network Is Chosen"));
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.show-all", NULL);
  g_assert_cmpuint (trl_panels_get_n (trellis_compare_view_get_panels (view)), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_many (TrlDocument *document, guint n)
{
  trl_document_begin (document, "Add", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *tie = g_strdup_printf ("t%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (tie, "hub", id);

      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT ("k12"));
      trl_document_add (document, "Site A", node);
      trl_document_add (document, "Site A", edge);
    }
  trl_document_end (document);
}

static void
check_words (TrellisComparison *comparison, const char *type, const char *words)
{
  g_autofree char *text = trellis_comparison_describe_type (comparison, 0, type);

  g_assert_cmpstr (text, ==, words);
}

/* No interaction, not reported and nothing known are three things. */
static void
test_words (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  g_autoptr (TrellisComparison) comparison = NULL;

  trl_document_begin (document, "Remove", NULL);
  trl_document_remove_node (document, "Site A", "k12");
  trl_document_end (document);
  g_ptr_array_add (networks, trl_document_get_network (document, 0));
  comparison = trellis_comparison_new (networks, NULL, TRL_PANELS_BY_DOCUMENT);
  g_assert_true (trellis_comparison_build (comparison, NULL, NULL));
  check_words (comparison, "k12", "K-12 Schools: nothing known");
  check_words (comparison, "cbo", "Community-Based Organizations: Not reported");
  check_words (comparison, "business", "Local Businesses: No interaction");
}

/* The narrowest window that the program supports has 360 pixels. */
static void
test_narrow (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);
  int                 least;

  rename_network (document, "Site A",
                  "A network whose name is so long that it never fits beside others");
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 340);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_renamed (gpointer view)
{
  return trellis_compare_view_get_panels (view) &&
         g_str_equal (title_of (view, 0), "Second");
}

/* Two changes while a thread is at work: only the last one arrives. */
static void
test_many (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow      *window = fixture_open (application, document);
  TrellisCompareView *view = open_view (window);

  add_many (document, 1000);
  rename_network (document, "Site A", "First");
  rename_network (document, "Site A", "Second");
  g_assert_cmpstr (title_of (view, 0), ==, "Site A");
  g_assert_true (fixture_wait (has_renamed, view));
  fixture_spin (300);
  g_assert_true (has_renamed (view));
  rename_network (document, "Site A", "Late");
  gtk_window_destroy (GTK_WINDOW (window)); /* work is still on its way */
  fixture_spin (300);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GTK_A11Y", "test", TRUE); /* before GTK starts */
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/compare/a-changed-level-shows-at-once", test_follows);
  g_test_add_func ("/compare/nothing-is-drawn-unseen", test_waits);
  g_test_add_func ("/compare/a-type-is-in-the-spotlight-everywhere", test_spotlight);
  g_test_add_func ("/compare/the-network-on-show-shares-the-selection", test_selection);
  g_test_add_func ("/compare/a-partner-is-followed-by-itself", test_partner);
  g_test_add_func ("/compare/pictures-use-the-room", test_fit);
  g_test_add_func ("/compare/a-panel-opens-on-the-map", test_opens);
  g_test_add_func ("/compare/panels-come-in-the-order-asked-for", test_order);
  g_test_add_func ("/compare/all-have-the-layout-asked-for", test_layout);
  g_test_add_func ("/compare/networks-can-be-left-out", test_choice);
  g_test_add_func ("/compare/three-kinds-of-nothing-differ-in-words", test_words);
  g_test_add_func ("/compare/it-fits-a-narrow-window", test_narrow);
  g_test_add_func ("/compare/late-pictures-are-dropped", test_many);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
