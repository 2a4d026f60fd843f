/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The facts of the data that come with the project's brief, where they are at hand. */

#include "formats/trl-format.h"
#include "model/trl-rollup.h"

#include <math.h>
#include <string.h>

static char *
shared_path (const char *name)
{
  const char *shared = g_getenv ("TRL_SHARED");
  char       *path = g_build_filename (shared ? shared : "", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_test_skip ("The shared data are not beside the source");
  g_free (path);
  return NULL;
}

/* NULL when the data are not there. */
static TrlDocument *
read_shared (TrlReadReport *report, const char *a, const char *b)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path_a = shared_path (a);
  g_autofree char *path_b = b != NULL ? shared_path (b) : NULL;
  const char      *paths[] = { path_a, path_b, NULL };

  if (path_a == NULL || (b != NULL && path_b == NULL))
    return NULL;
  g_autoptr (TrlReadRequest) request = trl_read_request_new_for_paths (paths, &error);
  g_assert_no_error (error);
  TrlDocument *document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_rows, ==,
                    report->n_kept + report->n_merged + report->n_skipped +
                      report->n_blank);
  g_assert_false (report->asks);
  return document;
}

static guint
count_engaged (const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);
  guint           engaged = 0;

  for (guint i = 0; i < n; i++)
    engaged += trl_network_is_edge_engaged (network, rows[i]);
  return engaged;
}

/* Number of ties by rank, -1 first. */
static void
count_ranks (const TrlNetwork *network, guint counts[12])
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  memset (counts, 0, 12 * sizeof counts[0]);
  for (guint i = 0; i < n; i++)
    counts[trl_network_get_edge_rank (network, rows[i]) + 1]++;
}

static void
test_survey (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document =
    read_shared (report, "ecosystem-lab-illustrative/survey.csv",
                 "ecosystem-lab-illustrative/sites.csv");
  guint total = 0;

  if (document == NULL)
    return;
  g_assert_cmpuint (report->issues->len, ==, 0);
  g_assert_cmpuint (report->n_kept, ==, 190);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 10);
  g_assert_cmpuint (trl_document_get_vocabulary (document)->types->len, ==, 18);
  for (guint i = 0; i < 10; i++)
    {
      const TrlNetwork *network = trl_document_get_network (document, i);
      guint             engaged = count_engaged (network);
      g_assert_cmpuint (engaged, >=, 11);
      g_assert_cmpuint (engaged, <=, 18);
      g_assert_cmpuint (trl_network_count_partners (network), ==, 18);
      g_assert_true (trl_network_is_grained_by_type (network));
      g_assert_nonnull (trl_network_get_text (network, TRL_NETWORK_RESPONSIBILITY));
      total += engaged;
    }
  g_assert_cmpuint (total, ==, 150);
  const TrlNetwork *a = trl_document_get_network (document, 0);
  const TrlNetwork *f = trl_document_get_network (document, 5);
  g_assert_cmpstr (trl_network_get_name (a), ==, "Site A");
  g_assert_cmpuint (count_engaged (a), ==, 11);
  g_assert_cmpstr (trl_network_get_name (f), ==, "Site F");
  g_assert_cmpuint (count_engaged (f), ==, 18);
}

static void
check_same_network (const TrlNetwork *a, const TrlNetwork *b)
{
  const TrlTable *nodes_a = trl_network_get_nodes (a);
  const TrlTable *nodes_b = trl_network_get_nodes (b);
  guint           n, n_b;
  const guint    *rows_a = trl_table_get_rows (nodes_a, &n);
  const guint    *rows_b = trl_table_get_rows (nodes_b, &n_b);

  g_assert_cmpstr (trl_network_get_id (a), ==, trl_network_get_id (b));
  g_assert_cmpuint (n, ==, n_b);
  for (guint i = 0; i < n; i++)
    {
      double count_a = trl_table_get_number (nodes_a, rows_a[i], TRL_NODE_COUNT);
      double count_b = trl_table_get_number (nodes_b, rows_b[i], TRL_NODE_COUNT);
      g_assert_cmpstr (trl_table_get_id (nodes_a, rows_a[i]), ==,
                       trl_table_get_id (nodes_b, rows_b[i]));
      g_assert_cmpint (trl_network_get_node_rank (a, rows_a[i], NULL), ==,
                       trl_network_get_node_rank (b, rows_b[i], NULL));
      if (count_a > 0)
        g_assert_cmpfloat (count_a, ==, count_b);
    }
}

static void
test_wide (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) tidy =
    read_shared (report, "ecosystem-lab-illustrative/survey.csv", NULL);
  g_autoptr (TrlReadReport) wide_report = trl_read_report_new ();
  g_autoptr (TrlDocument) wide =
    read_shared (wide_report, "ecosystem-lab-illustrative/survey-wide.csv", NULL);

  if (tidy == NULL || wide == NULL)
    return;
  g_assert_cmpuint (trl_document_get_n_networks (wide), ==, 10);
  for (guint i = 0; i < 10; i++)
    check_same_network (trl_document_get_network (tidy, i),
                        trl_document_get_network (wide, i));
}

static void
test_documented (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document = read_shared (
    report, "ecosystem-lab-documented/ties.csv", "ecosystem-lab-documented/sites.csv");
  guint counts[12];
  guint ties = 0;

  if (document == NULL)
    return;
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 10);
  for (guint i = 0; i < 10; i++)
    ties +=
      trl_table_get_size (trl_network_get_edges (trl_document_get_network (document, i)));
  g_assert_cmpuint (ties, ==, 35);
  const TrlNetwork *columbus = trl_document_get_network (document, 2);
  g_assert_cmpstr (trl_network_get_name (columbus), ==, "Columbus");
  g_assert_cmpuint (count_engaged (columbus), ==, 7);
  count_ranks (columbus, counts);
  g_assert_cmpuint (counts[0], ==, 7);
  const TrlNetwork *liberty = trl_document_get_network (document, 0);
  const TrlTable   *nodes = trl_network_get_nodes (liberty);
  guint             hub = trl_network_get_hub (liberty);
  g_assert_cmpstr (trl_table_get_text (nodes, hub, TRL_NODE_NAME), ==,
                   "Liberty Public Schools");
  g_assert_true (trl_table_get_flag (nodes, hub, TRL_NODE_IMPLIED));
  g_assert_cmpstr (trl_network_get_text (liberty, TRL_NETWORK_PLACE), ==,
                   "Liberty, Missouri");
  guint first = trl_table_get_rows (nodes, NULL)[1];
  g_assert_cmpstr (trl_table_get_field (nodes, first, "basis"), ==, "stated");
}

static void
test_indiana (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document =
    read_shared (report, "indiana-tobacco-control/organizations.csv",
                 "indiana-tobacco-control/collaboration.csv");
  guint counts[12];

  if (document == NULL)
    return;
  const TrlNetwork    *network = trl_document_get_network (document, 0);
  const TrlTable      *nodes = trl_network_get_nodes (network);
  const TrlTable      *edges = trl_network_get_edges (network);
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (document);
  guint                hub = trl_network_get_hub (network);

  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 1);
  g_assert_cmpuint (trl_network_count_partners (network), ==, 25);
  g_assert_cmpuint (trl_table_get_size (edges), ==, 161);
  count_ranks (network, counts);
  g_assert_cmpuint (counts[3], ==, 81);
  g_assert_cmpuint (counts[4], ==, 38);
  g_assert_cmpuint (counts[5], ==, 42);
  g_assert_cmpstr (trl_table_get_text (nodes, hub, TRL_NODE_NAME), ==, "ITPC");
  g_assert_false (trl_table_get_flag (nodes, hub, TRL_NODE_IMPLIED));
  g_assert_cmpuint (vocabulary->types->len, ==, 6);
  g_assert_cmpstr (((TrlPartnerType *) vocabulary->types->pdata[1])->name, ==,
                   "Contractor");
  guint row = trl_table_get_rows (edges, NULL)[0];
  g_assert_cmpstr (trl_table_get_field (edges, row, "level-label"), ==,
                   "Collaborate formally on multiple projects");
  g_assert_cmpint (
    trl_vocabulary_find_field (vocabulary, "node", "years-in-tobacco-control")->kind, ==,
    TRL_FIELD_NUMBER);
  g_assert_cmpuint (report->n_kept, ==, 25 + 161);
}

static void
test_contact (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document =
    read_shared (report, "indiana-tobacco-control/organizations.csv",
                 "indiana-tobacco-control/contact.csv");

  if (document == NULL)
    return;
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (document);
  const TrlScale      *scale = trl_vocabulary_find_scale (vocabulary, NULL);
  const TrlNetwork    *network = trl_document_get_network (document, 0);
  guint                counts[12];

  g_assert_cmpuint (vocabulary->scales->len, ==, 1);
  g_assert_cmpstr (scale->id, ==, "contact");
  g_assert_cmpuint (trl_scale_get_n_levels (scale), ==, 6);
  g_assert_cmpstr (trl_scale_get_level (scale, 2)->name, ==, "Quarterly");
  g_assert_cmpstr (trl_scale_get_level (scale, 5)->name, ==, "Daily");
  count_ranks (network, counts);
  g_assert_cmpuint (counts[3], ==, 81);
  g_assert_cmpuint (counts[6], ==, 1);
  g_assert_null (trl_vocabulary_find_field (vocabulary, "edge", "level-label"));
}

static void
test_two_relations (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autofree char *a = shared_path ("indiana-tobacco-control/organizations.csv");
  g_autofree char *b = shared_path ("indiana-tobacco-control/collaboration.csv");
  g_autofree char *c = shared_path ("indiana-tobacco-control/contact.csv");
  g_autofree char *d = shared_path ("indiana-tobacco-control/dissemination.csv");
  const char      *paths[] = { a, b, c, d, NULL };

  if (a == NULL)
    return;
  g_autoptr (TrlReadRequest) request = trl_read_request_new_for_paths (paths, &error);
  g_autoptr (TrlDocument) document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 3);
  g_assert_cmpuint (trl_document_get_vocabulary (document)->scales->len, ==, 2);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (trl_network_count_partners (trl_document_get_network (document, i)),
                      ==, 25);
  guint counts[12];
  count_ranks (trl_document_get_network (document, 2), counts);
  g_assert_cmpuint (counts[0] + report->n_merged, ==, 103);
}

static void
test_icts (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document =
    read_shared (report, "icts-grants-2010/nodes.csv", "icts-grants-2010/edges.csv");
  guint counts[12];

  if (document == NULL)
    return;
  const TrlNetwork *network = trl_document_get_network (document, 0);
  g_assert_cmpuint (trl_network_count_partners (network), ==, 493);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, 1359);
  count_ranks (network, counts);
  g_assert_cmpuint (counts[0], ==, 1359);
  g_assert_cmpuint (trl_document_get_vocabulary (document)->types->len, ==, 18);
  g_assert_cmpuint (trl_network_get_hub (network), ==, TRL_NO_ROW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/shared/the-illustrative-survey", test_survey);
  g_test_add_func ("/formats/shared/wide-and-tidy-agree", test_wide);
  g_test_add_func ("/formats/shared/the-documented-partnerships", test_documented);
  g_test_add_func ("/formats/shared/indiana-collaboration", test_indiana);
  g_test_add_func ("/formats/shared/indiana-contact-has-its-scale", test_contact);
  g_test_add_func ("/formats/shared/three-relations-are-three-networks",
                   test_two_relations);
  g_test_add_func ("/formats/shared/icts-has-no-levels", test_icts);
  return g_test_run ();
}
