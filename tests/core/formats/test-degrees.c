/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coordinates as people write them. */
#include "formats/trl-degrees.h"

#include "formats/trl-format.h"

#include <math.h>
#include <string.h>

static void
test_reading (void)
{
  static const struct
  {
    const char *text;
    double      degrees;
  } good[] = {
    { "41.88", 41.88 },
    { " -87,63 ", -87.63 },
    { "\u221287.63", -87.63 },
    { "87.63° W", -87.63 },
    { "41.88 N", 41.88 },
    { "12,5 s", -12.5 },
    { "0", 0 },
  };
  static const char *const bad[] = { NULL,  "",        "north",       "181", "-180.5",
                                     "1 2", "12° 30'", "41.88 north", "nan", "inf" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpfloat_with_epsilon (
      trl_degrees_read (good[i].text, TRL_MEANING_LONGITUDE), good[i].degrees, 1e-12);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_true (isnan (trl_degrees_read (bad[i], TRL_MEANING_LONGITUDE)));
  g_assert_true (isnan (trl_degrees_read ("90.1", TRL_MEANING_LATITUDE)));
}

static TrlDocument *
read_table (const char *text, TrlReadReport *report)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TrlDocument *document;

  trl_read_request_add (request, "t.csv", bytes);
  document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
check_unread (const TrlReadReport *report, guint line, guint column, const char *value)
{
  g_autofree char *quoted = g_strdup_printf ("“%s”", value);
  guint            n = 0;

  for (guint i = 0; i < report->issues->len; i++)
    {
      const TrlIssue *issue = report->issues->pdata[i];

      n += issue->kind == TRL_ISSUE_UNKNOWN_VALUE && issue->line == line &&
           issue->column == column && strstr (issue->text, quoted);
    }
  g_assert_cmpuint (n, ==, 1);
}

/* What a map would leave out is listed with its place, and stays in the field. */
static void
test_partners (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document = read_table ("name,type,level,Latitude,lng\n"
                                                 "A,CBO,1,95,4.3\n"
                                                 "B,CBO,2,50.8,\n"
                                                 "C,CBO,2,50.8,-181\n"
                                                 "D,CBO,2,50.8 N,4.3\n",
                                                 report);
  const TrlNetwork *network = trl_document_get_network (document, 0);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  guint             n_kept = 0, n;
  const guint      *rows = trl_table_get_rows (nodes, &n);

  check_unread (report, 2, 4, "95");
  check_unread (report, 4, 5, "-181");
  g_assert_cmpuint (trl_read_report_count (report, TRL_ISSUE_UNKNOWN_VALUE), ==, 2);
  for (guint i = 0; i < n; i++)
    n_kept += g_strcmp0 (trl_table_get_field (nodes, rows[i], "latitude"), "95") == 0;
  g_assert_cmpuint (n_kept, ==, 1);
}

static void
test_sites (void)
{
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (TrlDocument) document =
    read_table ("site,hub,latitude,longitude\nA,H,-90.5,4.3\nB,I,50.8 N,4.3 W\n", report);
  const TrlNetwork *a = trl_document_get_network (document, 0);
  const TrlNetwork *b = trl_document_get_network (document, 1);

  check_unread (report, 2, 3, "-90.5");
  g_assert_true (isnan (trl_network_get_number (a, TRL_NETWORK_LATITUDE)));
  g_assert_cmpfloat (trl_network_get_number (b, TRL_NETWORK_LATITUDE), ==, 50.8);
  g_assert_cmpfloat (trl_network_get_number (b, TRL_NETWORK_LONGITUDE), ==, -4.3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/degrees/as-people-write-them", test_reading);
  g_test_add_func ("/formats/degrees/of-partners-are-listed", test_partners);
  g_test_add_func ("/formats/degrees/of-sites-are-listed", test_sites);
  return g_test_run ();
}
