/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each sample is what its tables say.  With TRL_MAKE_SAMPLES in the environment the
 * samples are written instead of compared; data/samples/make.sh does that. */

#include "formats/trl-format.h"
#include "store/trl-samples.h"
#include "store/trl-store.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
sample_folder (void)
{
  return g_build_filename (g_getenv ("TRL_SOURCE"), "data", "samples", NULL);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The tables of a sample in the order of their names. */
static GStrv
list_tables (const char *id)
{
  g_autofree char *samples = sample_folder ();
  g_autofree char *folder = g_build_filename (samples, "source", id, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  g_assert_nonnull (dir);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static TrlDocument *
read_sample (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = list_tables (id);
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlReadRequest) request =
    trl_read_request_new_for_paths ((const char *const *) paths, &error);

  g_assert_no_error (error);
  TrlDocument *document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (report->asks);
  g_assert_cmpuint (report->n_skipped + report->n_merged, ==, 0);
  return document;
}

static void
check_sample (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = sample_folder ();
  g_autofree char *name = g_strconcat (id, ".trellis", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TrlDocument) document = read_sample (id);

  if (g_getenv ("TRL_MAKE_SAMPLES") != NULL)
    g_remove (path);
  if (g_getenv ("TRL_MAKE_SAMPLES") != NULL)
    g_assert_true (trl_store_save (document, path, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (TrlDocument) sample = trl_store_load (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) made = trl_store_to_bytes (document, &error);
  g_autoptr (GBytes) stored = trl_store_to_bytes (sample, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (made, stored));
  g_assert_nonnull (trl_document_get_text (sample, TRL_DOCUMENT_TITLE));
}

static void
test_tables (void)
{
  guint            n;
  const TrlSample *samples = trl_samples (&n);

  for (guint i = 0; i < n; i++)
    check_sample (samples[i].id);
}

static void
test_roles (void)
{
  g_autoptr (TrlDocument) document = read_sample ("seven-roles");
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);
  guint           builders = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *roles = trl_table_get_text (nodes, rows[i], TRL_NODE_ROLES);
      builders += roles != NULL && strstr (roles, "ecosystem-builder") != NULL;
    }
  g_assert_cmpuint (builders, ==, 6);
  g_assert_cmpuint (trl_document_get_vocabulary (document)->roles->len, ==, 7);
  g_assert_cmpuint (trl_document_get_vocabulary (document)->types->len, ==, 18);
}

static void
test_blank (void)
{
  g_autoptr (TrlDocument) document = read_sample ("blank-survey");
  const TrlNetwork *network = trl_document_get_network (document, 0);
  const TrlTable   *edges = trl_network_get_edges (network);
  guint             n;
  const guint      *rows = trl_table_get_rows (edges, &n);

  g_assert_cmpuint (n, ==, 18);
  for (guint i = 0; i < n; i++)
    {
      g_assert_false (trl_network_is_edge_engaged (network, rows[i]));
      g_assert_cmpint (trl_network_get_edge_rank (network, rows[i]), ==, -1);
    }
}

static void
test_illustrative (void)
{
  g_autoptr (TrlDocument) document = read_sample ("ecosystem-lab-illustrative");
  g_autofree char *title =
    g_ascii_strdown (trl_document_get_text (document, TRL_DOCUMENT_TITLE), -1);

  g_assert_nonnull (strstr (title, "illustrative"));
  g_assert_cmpuint (trl_document_get_n_networks (document), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/samples/are-what-their-tables-say", test_tables);
  g_test_add_func ("/formats/samples/six-partners-build-ecosystems", test_roles);
  g_test_add_func ("/formats/samples/the-blank-form-knows-nothing", test_blank);
  g_test_add_func ("/formats/samples/the-survey-is-labelled-illustrative",
                   test_illustrative);
  return g_test_run ();
}
