/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selection and filter say `changed` once for what changed, and never for nothing. */
#include "canvas/trellis-filter.h"
#include "canvas/trellis-selection.h"
#include "model/trl-document.h"

static void
count (gpointer object, guint *n)
{
  (*n)++;
}

static GPtrArray *
ids (const char *a, const char *b)
{
  GPtrArray *array = g_ptr_array_new ();
  g_ptr_array_add (array, (char *) a);
  g_ptr_array_add (array, (char *) b);
  return array;
}

static void
test_order (void)
{
  g_autoptr (TrellisSelection) selection = trellis_selection_new ();
  guint n = 0;
  g_signal_connect (selection, "changed", G_CALLBACK (count), &n);
  trellis_selection_toggle (selection, TRL_KIND_NODE, "b");
  trellis_selection_toggle (selection, TRL_KIND_NODE, "a");
  g_autoptr (GPtrArray) nodes = trellis_selection_get_nodes (selection);
  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (nodes, 0), ==, "b");
  trellis_selection_toggle (selection, TRL_KIND_NODE, "b");
  g_assert_false (trellis_selection_contains (selection, TRL_KIND_NODE, "b"));
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "a"));
  g_assert_false (trellis_selection_contains (selection, TRL_KIND_EDGE, "a"));
  g_assert_cmpuint (n, ==, 3);
}

static void
test_set (void)
{
  g_autoptr (TrellisSelection) selection = trellis_selection_new ();
  g_autoptr (GPtrArray) two = ids ("a", "b");
  g_autoptr (GPtrArray) turned = ids ("b", "a");
  guint n = 0;
  g_signal_connect (selection, "changed", G_CALLBACK (count), &n);
  trellis_selection_clear (selection);
  g_assert_cmpuint (n, ==, 0);
  trellis_selection_set_all (selection, TRL_KIND_NODE, two);
  trellis_selection_set_all (selection, TRL_KIND_NODE, turned);
  g_assert_cmpuint (n, ==, 1);
  trellis_selection_set (selection, TRL_KIND_EDGE, "e");
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 0);
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_EDGE), ==, 1);
  trellis_selection_set (selection, TRL_KIND_EDGE, NULL);
  g_assert_cmpuint (n, ==, 3);
}

/* A set made of ids that the selection itself owns. */
static void
test_own_ids (void)
{
  g_autoptr (TrellisSelection) selection = trellis_selection_new ();
  g_autoptr (GPtrArray) two = ids ("a", "b");
  trellis_selection_set_all (selection, TRL_KIND_NODE, two);
  g_autoptr (GPtrArray) own = trellis_selection_get_nodes (selection);
  g_ptr_array_remove_index (own, 0);
  trellis_selection_set_all (selection, TRL_KIND_NODE, own);
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "b"));
  g_assert_cmpuint (trellis_selection_get_n (selection, TRL_KIND_NODE), ==, 1);
}

static void
test_prune (void)
{
  g_autoptr (TrellisSelection) selection = trellis_selection_new ();
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (GPtrArray) two = ids ("a", "gone");
  guint n = 0;
  trl_document_begin (document, "Fill", NULL);
  TrlNetwork *network = trl_document_add_network (document, NULL);
  trl_document_add (document, trl_network_get_id (network), node);
  trl_document_end (document);
  trellis_selection_set_all (selection, TRL_KIND_NODE, two);
  g_signal_connect (selection, "changed", G_CALLBACK (count), &n);
  trellis_selection_prune (selection, network);
  g_assert_true (trellis_selection_contains (selection, TRL_KIND_NODE, "a"));
  g_assert_false (trellis_selection_contains (selection, TRL_KIND_NODE, "gone"));
  trellis_selection_prune (selection, network);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_filter (void)
{
  g_autoptr (TrellisFilter) filter = trellis_filter_new ();
  guint n = 0;
  g_signal_connect (filter, "changed", G_CALLBACK (count), &n);
  trellis_filter_set_level_hidden (filter, "interaction", 2, TRUE);
  trellis_filter_set_level_hidden (filter, "interaction", 2, TRUE);
  trellis_filter_set_level_hidden (filter, NULL, TRL_LEVEL_NOT_REPORTED, TRUE);
  trellis_filter_set_level_hidden (filter, NULL, TRL_LEVEL_NEUTRAL, TRUE);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (trellis_filter_is_level_hidden (filter, "interaction", 2));
  g_assert_false (trellis_filter_is_level_hidden (filter, "frey", 2));
  g_assert_false (trellis_filter_is_level_hidden (filter, "interaction", 1));
  g_assert_true (trellis_filter_is_level_hidden (filter, "frey", TRL_LEVEL_NEUTRAL));
  trellis_filter_set_level_hidden (filter, NULL, TRL_LEVEL_NEUTRAL, FALSE);
  g_assert_false (trellis_filter_is_level_hidden (filter, NULL, TRL_LEVEL_NEUTRAL));
  g_assert_true (
    trellis_filter_is_level_hidden (filter, "interaction", TRL_LEVEL_NOT_REPORTED));
  trellis_filter_set_type_hidden (filter, "k12", TRUE);
  trellis_filter_set_type_hidden (filter, "k12", TRUE);
  trellis_filter_set_type_hidden (filter, "other", FALSE);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (trellis_filter_is_type_hidden (filter, "k12"));
  g_assert_false (trellis_filter_is_type_hidden (filter, NULL));
  trellis_filter_clear (filter);
  trellis_filter_clear (filter);
  g_assert_true (trellis_filter_is_empty (filter));
  g_assert_cmpuint (n, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/keeps-the-order-of-choice", test_order);
  g_test_add_func ("/selection/setting-the-same-changes-nothing", test_set);
  g_test_add_func ("/selection/takes-a-part-of-itself", test_own_ids);
  g_test_add_func ("/selection/lets-go-of-what-is-gone", test_prune);
  g_test_add_func ("/filter/changes-once-for-each-change", test_filter);
  return g_test_run ();
}
