/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every row of formats.def promises: an id of its own, no crash on any bytes, an
 * account of every row, and what it writes reads back. */

#include "formats/trl-format.h"

#include <string.h>

static TrlReadRequest *
request_bytes (const char *name, GBytes *bytes)
{
  TrlReadRequest *request = trl_read_request_new ();
  trl_read_request_add (request, name, bytes);
  return request;
}

static GBytes *
sample_bytes (const char *name)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "data", "samples", name, NULL);
  char   *data;
  gsize   length;
  GError *error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static TrlDocument *
read_sample (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sample_bytes (name);
  g_autoptr (TrlReadRequest) request = request_bytes (name, bytes);
  TrlDocument *document = trl_format_read (request, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_rows (void)
{
  guint                   n;
  const TrlFormat *const *rows = trl_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (trl_format_find (rows[i]->id) == rows[i]);
      g_assert_cmpstr (rows[i]->label, !=, "");
      g_assert_nonnull (rows[i]->extension);
      g_assert_nonnull (rows[i]->mime);
      g_assert_true ((rows[i]->score != NULL) ==
                     (rows[i]->read != NULL || rows[i]->open != NULL));
      g_assert_true (rows[i]->score != NULL || rows[i]->write != NULL);
    }
  g_assert_null (trl_format_find ("nothing"));
  g_assert_cmpstr (trl_format_find_for_name ("a/b.trellis")->id, ==, "trellis");
  g_assert_cmpstr (trl_format_find_for_name ("x.CSV")->id, ==, "survey-csv");
  g_assert_null (trl_format_find_for_name ("x.png"));
}

/* Writing what was read from what was written gives the same bytes. */
static void
check_round (const TrlFormat *format, const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = read_sample (sample);
  g_autoptr (GBytes) first = trl_format_write (document, format->id, NULL, &error);

  if (g_error_matches (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CARRY))
    return;
  g_assert_no_error (error);
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlReadRequest) request = request_bytes ("again.csv", first);
  g_autoptr (TrlDocument) again = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (report->asks);
  g_assert_cmpuint (report->issues->len, ==, 0);
  g_autoptr (GBytes) second = trl_format_write (again, format->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first),
                   g_bytes_get_data (second, NULL), g_bytes_get_size (second));
}

static void
test_round (void)
{
  static const char *const samples[] = { "ecosystem-lab-illustrative.trellis",
                                         "ecosystem-lab-documented.trellis",
                                         "seven-roles.trellis", "blank-survey.trellis" };
  guint                    n;
  const TrlFormat *const  *rows = trl_formats (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; rows[i]->write != NULL && k < G_N_ELEMENTS (samples); k++)
      check_round (rows[i], samples[k]);
}

/* Level, presence and count of each partner survive a survey. */
static void
check_same (const TrlNetwork *a, const TrlNetwork *b)
{
  const TrlTable *nodes[2] = { trl_network_get_nodes (a), trl_network_get_nodes (b) };
  guint           n[2];
  const guint    *rows[2] = { trl_table_get_rows (nodes[0], &n[0]),
                              trl_table_get_rows (nodes[1], &n[1]) };

  g_assert_cmpstr (trl_network_get_id (a), ==, trl_network_get_id (b));
  g_assert_cmpuint (n[0], ==, n[1]);
  for (guint i = 0; i < n[0]; i++)
    {
      static const guint texts[] = { TRL_NODE_NAME, TRL_NODE_TYPE, TRL_NODE_NOTE };
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_assert_cmpstr (trl_table_get_text (nodes[0], rows[0][i], texts[k]), ==,
                         trl_table_get_text (nodes[1], rows[1][i], texts[k]));
      g_assert_cmpint (trl_network_get_node_rank (a, rows[0][i], NULL), ==,
                       trl_network_get_node_rank (b, rows[1][i], NULL));
    }
}

static void
test_survey_keeps_answers (void)
{
  static const char *const samples[] = { "ecosystem-lab-illustrative.trellis",
                                         "ecosystem-lab-documented.trellis" };

  for (guint k = 0; k < G_N_ELEMENTS (samples); k++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlDocument) document = read_sample (samples[k]);
      g_autoptr (GBytes) bytes = trl_format_write (document, "survey-csv", NULL, &error);
      g_autoptr (TrlReadRequest) request = request_bytes ("again.csv", bytes);
      g_autoptr (TrlDocument) again = trl_format_read (request, NULL, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < trl_document_get_n_networks (again); i++)
        {
          const TrlNetwork *b = trl_document_get_network (again, i);
          check_same (trl_document_find_network (document, trl_network_get_id (b)), b);
        }
    }
}

static void
test_blank (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) empty = trl_document_new ();
  g_autoptr (GBytes) bytes = trl_format_write (empty, "blank-survey", NULL, &error);
  g_assert_no_error (error);
  const char *text = g_bytes_get_data (bytes, NULL);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_nonnull (strstr (text, "Collaboration: "));
  g_assert_null (strstr (text, "\n="));

  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlReadRequest) request = request_bytes ("form.csv", bytes);
  g_autoptr (TrlDocument) opened = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (report->asks);
  g_assert_cmpuint (report->issues->len, ==, 0);
  g_assert_cmpuint (report->n_blank, ==, 18);
  const TrlNetwork *network = trl_document_get_network (opened, 0);
  g_assert_cmpuint (trl_network_count_partners (network), ==, 0);
}

static void
test_no_hub (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = read_sample ("seven-roles.trellis");

  g_assert_null (trl_format_write (document, "survey-csv", NULL, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CARRY);
  g_clear_error (&error);
  g_assert_null (trl_format_write (document, "nothing", NULL, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_UNKNOWN);
}

/* Reads bytes that may be anything; whatever happens, every row has its account. */
static void
read_anything (const char *name, const guint8 *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (TrlReadRequest) request = request_bytes (name, bytes);
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document = trl_format_read (request, report, NULL, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  if (document == NULL)
    g_assert_cmpstr (error->message, !=, "");
  else
    g_assert_cmpuint (report->n_rows, ==,
                      report->n_kept + report->n_merged + report->n_skipped +
                        report->n_blank);
}

static const char *const tables[] = { "source/ecosystem-lab-illustrative/survey.csv",
                                      "source/ecosystem-lab-documented/ties.csv",
                                      "source/ecosystem-lab-documented/sites.csv",
                                      "source/seven-roles/partners.csv",
                                      "source/seven-roles/roles.csv",
                                      "source/blank-survey/form.csv",
                                      "seven-roles.trellis" };

static void
test_truncated (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    {
      g_autoptr (GBytes) bytes = sample_bytes (tables[k]);
      gsize         n;
      const guint8 *data = g_bytes_get_data (bytes, &n);
      for (gsize cut = 0; cut < n; cut += 1 + n / 60)
        read_anything (tables[k], data, cut);
    }
}

static void
test_flipped (void)
{
  static const guint8 sharp[] = { '"', ',', ';', '\n', '\r', '\t', 0, '=', 0xff, ' ' };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint k = 0; k < G_N_ELEMENTS (tables); k++)
    for (guint round = 0; round < 60; round++)
      {
        g_autoptr (GBytes) bytes = sample_bytes (tables[k]);
        gsize              n;
        const guint8      *data = g_bytes_get_data (bytes, &n);
        g_autofree guint8 *copy = g_memdup2 (data, n);
        guint              flips = 1 + (guint) g_rand_int_range (random, 0, 8);
        for (guint i = 0; i < flips; i++)
          copy[g_rand_int_range (random, 0, (gint32) n)] =
            g_rand_boolean (random)
              ? sharp[g_rand_int_range (random, 0, G_N_ELEMENTS (sharp))]
              : (guint8) g_rand_int_range (random, 0, 256);
        read_anything (tables[k], copy, n);
      }
}

/* Tables of random headers and cells: any combination of columns reads or says why. */
static void
test_random_tables (void)
{
  static const char *const headers[] = { "site",
                                         "partner_type",
                                         "partner",
                                         "partners",
                                         "level",
                                         "from",
                                         "to",
                                         "id",
                                         "label",
                                         "hub",
                                         "roles",
                                         "note",
                                         "lead agency",
                                         "wave",
                                         "direction",
                                         "level label",
                                         "presence",
                                         "Property",
                                         "Value",
                                         "CBO - level",
                                         "CBO - number",
                                         "Food Agencies",
                                         "Food Agencies: level",
                                         "zip",
                                         "" };
  static const char *const cells[] = { "",
                                       "A",
                                       "B",
                                       "a",
                                       "3",
                                       "5",
                                       "2.5",
                                       "banana",
                                       "cooperation",
                                       "coalition",
                                       "yes",
                                       "no",
                                       "K-12 Schools",
                                       "Zoo",
                                       "=x",
                                       "funder;zoo",
                                       "directed",
                                       "-1",
                                       "99",
                                       "unknown" };
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint width = (guint) g_rand_int_range (random, 1, 7);
      guint height = (guint) g_rand_int_range (random, 0, 8);
      for (guint i = 0; i < width; i++)
        g_string_append_printf (
          text, "%s%s", i ? "," : "",
          headers[g_rand_int_range (random, 0, G_N_ELEMENTS (headers))]);
      for (guint row = 0; row < height; row++)
        for (guint i = 0; i < width; i++)
          g_string_append_printf (
            text, "%s%s", i ? "," : "\n",
            cells[g_rand_int_range (random, 0, G_N_ELEMENTS (cells))]);
      read_anything ("x.csv", (const guint8 *) text->str, text->len);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sample_bytes (tables[0]);
  g_autoptr (TrlReadRequest) request = request_bytes ("x.csv", bytes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (trl_format_read (request, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract/formats/rows-are-complete", test_rows);
  g_test_add_func ("/contract/formats/written-reads-written-the-same", test_round);
  g_test_add_func ("/contract/formats/a-survey-keeps-answers", test_survey_keeps_answers);
  g_test_add_func ("/contract/formats/a-blank-survey-opens-again", test_blank);
  g_test_add_func ("/contract/formats/what-cannot-be-held-says-so", test_no_hub);
  g_test_add_func ("/contract/formats/truncated-files-do-not-crash", test_truncated);
  g_test_add_func ("/contract/formats/flipped-bytes-do-not-crash", test_flipped);
  g_test_add_func ("/contract/formats/any-columns-read-or-say-why", test_random_tables);
  g_test_add_func ("/contract/formats/reading-can-be-cancelled", test_cancelled);
  return g_test_run ();
}
