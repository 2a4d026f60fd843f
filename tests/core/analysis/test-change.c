/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each change has a name of its own; none and not reported are never mixed up. */

#include "config.h"

#include "analysis/trl-change-join.h"
#include "analysis/trl-change-table.h"
#include "model/trl-next-wave.h"

#include <string.h>

#define NOTHING (-2)
#define PLANNED (-3)
#define OTHER (-4) /* the second level of another scale */

static void
add_network (TrlDocument *document, const char *id)
{
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, id);

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT (id));
  trl_document_add_network (document, network);
}

static void
add_node (TrlDocument *document, const char *network, const char *id, const char *name)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  g_assert_true (trl_document_add (document, network, node));
}

static void
add_edge (TrlDocument *document, const char *network, const char *partner, int rank)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  g_autofree char     *id = g_strconcat (network, "-", partner, NULL);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (id, "hub", partner);
  const TrlScale *scale =
    trl_vocabulary_find_scale (words, rank == OTHER ? "frey" : NULL);

  if (rank == NOTHING)
    return;
  if (rank == OTHER)
    trl_record_set (edge, TRL_EDGE_SCALE, TRL_TEXT ("frey"));
  if (rank == PLANNED)
    trl_record_set (edge, TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  if (rank >= 0 || rank == OTHER)
    trl_record_set (
      edge, TRL_EDGE_LEVEL,
      TRL_TEXT (trl_scale_get_level (scale, rank == OTHER ? 2 : (guint) rank)->id));
  g_assert_true (trl_document_add (document, network, edge));
}

static const struct
{
  int          from, to;
  TrlTieChange change;
} cases[] = {
  { 2, 2, TRL_TIE_SAME },
  { 1, 3, TRL_TIE_DEEPENED },
  { 4, 1, TRL_TIE_LOOSENED },
  { 0, 3, TRL_TIE_ADDED },
  { 3, 0, TRL_TIE_LOST },
  { 0, 0, TRL_TIE_SAME },
  { -1, 3, TRL_TIE_NEWLY_REPORTED },
  { -1, 0, TRL_TIE_NEWLY_REPORTED },
  { 3, -1, TRL_TIE_NO_LONGER_REPORTED },
  { 0, -1, TRL_TIE_NO_LONGER_REPORTED },
  { -1, -1, TRL_TIE_SAME },
  { NOTHING, 3, TRL_TIE_ADDED },
  { 3, NOTHING, TRL_TIE_LOST },
  { NOTHING, 0, TRL_TIE_NEWLY_REPORTED },
  { 0, NOTHING, TRL_TIE_NO_LONGER_REPORTED },
  { NOTHING, -1, TRL_TIE_ADDED },
  { PLANNED, 2, TRL_TIE_ADDED },
  { PLANNED, PLANNED, TRL_TIE_SAME },
  { 3, OTHER, TRL_TIE_OTHER_SCALE },
  { 0, OTHER, TRL_TIE_ADDED },
};

static TrlDocument *
make_waves (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  g_autoptr (GPtrArray) known = trl_known_scales ();

  g_ptr_array_set_free_func (known, NULL);
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (words->scales, known->pdata[i]);
  trl_document_begin (document, "Make", NULL);
  trl_document_set_vocabulary (document, words);
  add_network (document, "2024");
  add_network (document, "2025");
  add_node (document, "2024", "hub", "Centre");
  add_node (document, "2025", "hub", "Centre");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add_node (document, "2024", id, id);
      add_node (document, "2025", id, id);
      add_edge (document, "2024", id, cases[i].from);
      add_edge (document, "2025", id, cases[i].to);
    }
  trl_document_end (document);
  return document;
}

static TrlChanges *
compare (TrlDocument *document)
{
  return trl_changes_new (trl_document_get_network (document, 0),
                          trl_document_get_network (document, 1));
}

static TrlTieChange
change_of (const TrlChanges *changes, const char *partner)
{
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (changes, &n);

  for (guint i = 0; i < n; i++)
    for (guint end = 0; end < 2; end++)
      if (g_str_equal (trl_changes_get_name (changes, ties[i].partners[end]), partner))
        return ties[i].change;
  return TRL_N_TIE_CHANGES;
}

static void
test_kinds (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = compare (document);
  guint total = 0, n;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_test_message ("%d to %d", cases[i].from, cases[i].to);
      g_assert_cmpint (change_of (changes, id), ==, cases[i].change);
    }
  for (guint i = 0; i < TRL_N_TIE_CHANGES; i++)
    total += trl_changes_count (changes, i);
  trl_changes_get_ties (changes, &n);
  g_assert_cmpuint (total, ==, n);
  g_assert_cmpuint (trl_changes_get_partners (changes, 0)->len, ==, 0);
}

static void
test_table (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = compare (document);
  g_autoptr (TrlChangeTable) table = trl_change_table_new (changes);
  guint total = 0, n;

  trl_changes_get_ties (changes, &n);
  for (guint from = 0; from < table->standings->len; from++)
    for (guint to = 0; to < table->standings->len; to++)
      total += trl_change_table_get (table, from, to);
  g_assert_cmpuint (total, ==, n);
}

static void
test_partners (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = NULL;

  trl_document_begin (document, "Change", NULL);
  add_node (document, "2024", "gone", "=HYPERLINK(1)");
  add_edge (document, "2024", "gone", 2);
  add_node (document, "2024", "old-id", "Food Bank");
  add_node (document, "2025", "new-id", "food bank");
  add_node (document, "2025", "new", "Museum");
  trl_document_end (document);
  changes = compare (document);
  g_assert_cmpuint (trl_changes_get_partners (changes, 0)->len, ==, 1);
  g_assert_cmpuint (trl_changes_get_partners (changes, 1)->len, ==, 1);
  g_assert_cmpint (change_of (changes, "=HYPERLINK(1)"), ==, TRL_TIE_LOST);
  {
    g_autofree char *csv = trl_changes_to_csv (changes, FALSE);
    g_autofree char *counts = trl_changes_table_to_csv (changes);
    g_autofree char *json = trl_changes_to_json (changes);

    g_assert_true (g_str_has_prefix (csv, "Partner,Other Partner,Change,"));
    g_assert_nonnull (strstr (csv, "'=HYPERLINK(1),Lost,Cooperation,Not listed"));
    g_assert_null (strstr (csv, "The same"));
    g_assert_nonnull (strstr (counts, "Partners lost,1\r\n"));
    g_assert_nonnull (strstr (json, "\"interaction:cooperation\""));
  }
}

/* A planned tie stays planned, and none of the answers is carried over. */
static void
test_unanswered_wave (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = NULL;
  TrlNetwork *next;

  trl_document_begin (document, "Next", NULL);
  next = trl_next_wave_add (document, trl_document_get_network (document, 0), "2025",
                            FALSE, NULL);
  trl_document_end (document);
  g_assert_true (next == trl_document_get_network (document, 1));
  changes = compare (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_assert_cmpint (change_of (changes, id), ==,
                       cases[i].from == NOTHING ? TRL_N_TIE_CHANGES
                       : cases[i].from >= 0     ? TRL_TIE_NO_LONGER_REPORTED
                                                : TRL_TIE_SAME);
    }
}

static void
test_kept_wave (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = NULL;
  TrlNetwork *next;
  guint       n;

  trl_document_begin (document, "Next", NULL);
  next = trl_next_wave_add (document, trl_document_get_network (document, 0), "Wave 2",
                            TRUE, &error);
  trl_document_end (document);
  g_assert_no_error (error);
  g_assert_true (next == trl_document_get_network (document, 1));
  g_assert_true (trl_next_wave_find_last (document, next) ==
                 trl_document_get_network (document, 0));
  changes = compare (document);
  trl_changes_get_ties (changes, &n);
  g_assert_cmpuint (trl_changes_count (changes, TRL_TIE_SAME), ==, n);
  g_assert_cmpuint (n, >, 0);
  trl_document_undo (document);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 2);
}

static guint
find_edge (TrlNetwork *network, guint partner)
{
  const TrlTable  *nodes = trl_network_get_nodes (network);
  g_autofree char *id = g_strdup_printf ("p%u", partner);

  return trl_network_get_node_edge (network, trl_table_find (nodes, "hub"),
                                    trl_table_find (nodes, id));
}

/* Each partnership as it is now, and one that is lost as it was. */
static void
test_join (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = compare (document);
  g_autoptr (TrlChangeMarks) marks = NULL;
  g_autoptr (TrlNetwork) joined = trl_change_join (changes, &marks);
  const TrlTable *edges = trl_network_get_edges (joined);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint       row = find_edge (joined, i);
      gboolean    lost = cases[i].change == TRL_TIE_LOST;
      TrlNetwork *from = trl_document_get_network (document, lost ? 0 : 1);
      guint       source = find_edge (from, i);

      g_assert_true ((row == TRL_NO_ROW) == (source == TRL_NO_ROW));
      if (row == TRL_NO_ROW)
        continue;
      g_assert_cmpint (trl_network_get_edge_rank (joined, row), ==,
                       trl_network_get_edge_rank (from, source));
      g_assert_cmpint (
        trl_change_marks_get (marks, TRL_KIND_EDGE, trl_table_get_id (edges, row)), ==,
        cases[i].change);
    }
  g_assert_cmpuint (trl_change_marks_count (marks, TRL_KIND_EDGE, TRL_TIE_LOST), ==,
                    trl_changes_count (changes, TRL_TIE_LOST));
  g_assert_cmpuint (trl_change_marks_count (marks, TRL_KIND_EDGE, TRL_TIE_ADDED), ==,
                    trl_changes_count (changes, TRL_TIE_ADDED));
}

/* Whoever is in one wave only is in the joined network, with the partnerships. */
static void
test_join_partners (void)
{
  g_autoptr (TrlDocument) document = make_waves ();
  g_autoptr (TrlChanges) changes = NULL;
  g_autoptr (TrlChangeMarks) marks = NULL;
  g_autoptr (TrlNetwork) joined = NULL;
  const TrlTable *nodes;
  guint           edge;

  trl_document_begin (document, "Come and go", NULL);
  add_node (document, "2024", "gone", "Gone");
  add_edge (document, "2024", "gone", 3);
  add_node (document, "2025", "come", "Come");
  add_edge (document, "2025", "come", 2);
  trl_document_end (document);
  changes = compare (document);
  joined = trl_change_join (changes, &marks);
  nodes = trl_network_get_nodes (joined);
  g_assert_cmpuint (trl_table_get_size (nodes), ==, 1 + G_N_ELEMENTS (cases) + 2);
  g_assert_cmpint (trl_change_marks_get (marks, TRL_KIND_NODE, "gone"), ==, TRL_TIE_LOST);
  g_assert_cmpint (trl_change_marks_get (marks, TRL_KIND_NODE, "come"), ==,
                   TRL_TIE_ADDED);
  g_assert_cmpint (trl_change_marks_get (marks, TRL_KIND_NODE, "hub"), ==, TRL_TIE_SAME);
  edge = trl_network_get_node_edge (joined, trl_table_find (nodes, "hub"),
                                    trl_table_find (nodes, "gone"));
  g_assert_cmpint (trl_network_get_edge_rank (joined, edge), ==, 3);
}

static void
test_labels (void)
{
  static const char *const pairs[][2] = {
    { "2024", "2025" },       { "Wave 1", "Wave 2" },
    { "2024–25", "2025–26" }, { "2024-2025", "2025-2026" },
    { "1999/00", "2000/01" }, { "Spring 2029", "Spring 2030" },
    { "W9", "W10" },          { "T0", "T1" },
    { "baseline", "Wave 2" }, { "2024 (2)", "2024 (3)" },
    { NULL, "Wave 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *label = trl_next_wave_label (pairs[i][0]);

      g_assert_cmpstr (label, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/change/none-and-not-reported-differ", test_kinds);
  g_test_add_func ("/analysis/change/table-counts-every-partnership", test_table);
  g_test_add_func ("/analysis/change/partners-come-and-go", test_partners);
  g_test_add_func ("/analysis/change/next-wave-may-start-unanswered",
                   test_unanswered_wave);
  g_test_add_func ("/analysis/change/next-wave-with-levels-is-the-same", test_kept_wave);
  g_test_add_func ("/analysis/change/joined-network-holds-both-waves", test_join);
  g_test_add_func ("/analysis/change/joined-network-holds-all-partners",
                   test_join_partners);
  g_test_add_func ("/analysis/change/wave-labels-count-up", test_labels);
  return g_test_run ();
}
