/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of tens of thousands of rows: what a document of them costs, and that every row
 * finds its other end. */

#include "formats/trl-format.h"

#include <malloc.h>

#define NODES 20000u
#define EDGES 60000u
#define MOST_BYTES 120u /* a node or an edge */

/* Ties between i and the three after it that are 1, 7 and 49 further on. */
static void
append_ties (GString *text, gboolean turned, const char *level)
{
  static const guint steps[] = { 1, 7, 49 };

  for (guint i = 0; i < EDGES; i++)
    {
      guint from = i % NODES, to = (from + steps[i / NODES]) % NODES;
      g_string_append_printf (text, "partner %u,partner %u,%s\n", turned ? to : from,
                              turned ? from : to, level);
    }
}

static TrlDocument *
read_text (GString *text, TrlReadReport *report)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (GError) error = NULL;

  trl_read_request_add (request, "ties.csv", bytes);
  TrlDocument *document = trl_format_read (request, report, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
assert_size (TrlDocument *document)
{
  TrlNetwork *network = trl_document_get_network (document, 0);

  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (network)), ==, NODES);
  g_assert_cmpuint (trl_table_get_size (trl_network_get_edges (network)), ==, EDGES);
}

static gsize
bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
test_memory (void)
{
  g_autoptr (GString) text = g_string_new ("from,to,level\n");
  g_autoptr (TrlReadReport) report = trl_read_report_new ();

  append_ties (text, FALSE, "Cooperation");
  gsize before = bytes_in_use ();
  g_autoptr (TrlDocument) document = read_text (text, report);
  gsize each = (bytes_in_use () - before) / (NODES + EDGES);

  assert_size (document);
  g_test_message ("%" G_GSIZE_FORMAT " bytes a node or edge", each);
  g_assert_cmpuint (each, <=, MOST_BYTES);
}

static void
test_other_ends (void)
{
  g_autoptr (GString) text = g_string_new ("from,to,level\n");
  g_autoptr (TrlReadReport) report = trl_read_report_new ();

  append_ties (text, FALSE, "Cooperation");
  append_ties (text, TRUE, "Coordination");
  g_autoptr (TrlDocument) document = read_text (text, report);
  const TrlTable *edges = trl_network_get_edges (trl_document_get_network (document, 0));

  assert_size (document);
  g_assert_cmpuint (report->n_merged, ==, EDGES);
  for (guint row = 0; row < EDGES; row++)
    {
      g_assert_cmpstr (trl_table_get_text (edges, row, TRL_EDGE_LEVEL), ==,
                       "cooperation");
      g_assert_cmpstr (trl_table_get_text (edges, row, TRL_EDGE_BACK), ==,
                       "coordination");
      g_assert_cmpint (trl_table_get_order (edges, row), ==, row + 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/large/a-row-costs-little-memory", test_memory);
  g_test_add_func ("/formats/large/every-answer-finds-its-other-end", test_other_ends);
  return g_test_run ();
}
