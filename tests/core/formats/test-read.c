/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files into documents, and what the report says of each row. */

#include "formats/trl-format.h"
#include "formats/trl-reading.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  TrlDocument   *document;
  TrlReadReport *report;
} Result;

static void
add_text (TrlReadRequest *request, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  trl_read_request_add (request, name, bytes);
}

static Result
read_request (const TrlReadRequest *request)
{
  g_autoptr (GError) error = NULL;
  Result result = { NULL, trl_read_report_new () };

  result.document = trl_format_read (request, result.report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result.document);
  TrlReadReport *r = result.report;
  g_assert_cmpuint (r->n_rows, ==, r->n_kept + r->n_merged + r->n_skipped + r->n_blank);
  return result;
}

static Result
read_text (const char *name, const char *text)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  add_text (request, name, text);
  return read_request (request);
}

static Result
read_two (const char *a, const char *text_a, const char *b, const char *text_b)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  add_text (request, a, text_a);
  add_text (request, b, text_b);
  return read_request (request);
}

static void
clear_result (Result *result)
{
  g_clear_object (&result->document);
  g_clear_pointer (&result->report, trl_read_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static const char *
level_name (const TrlNetwork *network, guint edge)
{
  int rank = trl_network_get_edge_rank (network, edge);
  return rank < 0 ? "?"
                  : trl_scale_get_level (trl_network_get_edge_scale (network, edge),
                                         (guint) rank)
                      ->id;
}

/* `name(type)×count=level` for each partner, in order; the hub in brackets first. */
static char *
print_hub_network (TrlDocument *document, guint index)
{
  const TrlNetwork *network = trl_document_get_network (document, index);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  guint             hub = trl_network_get_hub (network);
  g_autoptr (GString) out = g_string_new (NULL);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  if (hub != TRL_NO_ROW)
    g_string_append_printf (out, "[%s%s]", trl_table_get_text (nodes, hub, TRL_NODE_NAME),
                            trl_table_get_flag (nodes, hub, TRL_NODE_IMPLIED) ? "*" : "");
  for (guint i = 0; i < n; i++)
    {
      if (rows[i] == hub)
        continue;
      guint       edge = trl_network_get_node_edge (network, hub, rows[i]);
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);
      double      count = trl_table_get_number (nodes, rows[i], TRL_NODE_COUNT);
      g_string_append_printf (out, " %s(%s)",
                              trl_table_get_text (nodes, rows[i], TRL_NODE_NAME),
                              type ? type : "-");
      if (isfinite (count))
        g_string_append_printf (out, "x%d", (int) count);
      if (edge != TRL_NO_ROW)
        g_string_append_printf (out, "%s%s",
                                trl_network_is_edge_engaged (network, edge) ? "=" : "!",
                                level_name (network, edge));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_hub_network (TrlDocument *document, guint index, const char *expected)
{
  g_autofree char *printed = print_hub_network (document, index);
  g_assert_cmpstr (printed, ==, expected);
}

static void
check_issue (const TrlReadReport *report, guint index, const char *text)
{
  g_assert_cmpuint (index, <, report->issues->len);
  g_autofree char *printed = trl_issue_to_text (report->issues->pdata[index]);
  if (strstr (printed, text) == NULL)
    g_assert_cmpstr (printed, ==, text);
}

static void
test_tidy (void)
{
  g_auto (Result) r = read_text ("s.csv", "Site;Partner Type;Partners;Level\r\n"
                                          "Uno;Local businesses;3;Coordination\r\n"
                                          "Uno;K-12 Schools;0;No interaction\r\n"
                                          "Uno;Food agencies;2;\r\n"
                                          "Uno;Faith-based organizations;;\r\n"
                                          "Uno;Public agencies;0;\r\n"
                                          "Uno;Transportation;;don't know\r\n"
                                          "Dos;CBO;1,0;4,0\r\n");

  g_assert_cmpuint (trl_document_get_n_networks (r.document), ==, 2);
  check_hub_network (r.document, 0,
                     "[Uno*] K-12 Schools(k12)x0!none Food Agencies(food)x2=? "
                     "Public Agencies(public)x0!? Transportation Agencies(transport)!? "
                     "Local Businesses(business)x3=coordination");
  check_hub_network (r.document, 1,
                     "[Dos*] Community-Based Organizations(cbo)x1=collaboration");
  g_assert_cmpuint (r.report->n_blank, ==, 1);
  g_assert_cmpuint (r.report->n_kept, ==, 6);
  g_assert_cmpuint (r.report->issues->len, ==, 0);
  g_assert_false (r.report->asks);
  g_assert_null (trl_document_get_undo_name (r.document));
}

static void
test_banana (void)
{
  g_auto (Result) r = read_text ("s.csv", "site,partner_type,partners,level\n"
                                          "A,Local Businesses,3,banana\n"
                                          "A,Zoos,x,networking\n");

  check_hub_network (r.document, 0,
                     "[A*] Local Businesses(business)x3=? Zoos(zoos)=networking");
  g_assert_cmpuint (r.report->issues->len, ==, 3);
  check_issue (r.report, 0, "s.csv:2: “banana”");
  check_issue (r.report, 1, "s.csv:3: “Zoos” is added");
  check_issue (r.report, 2, "s.csv:3: “x” is not a number");
  g_assert_true (r.report->asks);

  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  add_text (request, "s.csv", "site,partner_type,partners,level\nA,Zoos,1,banana\n");
  trl_read_request_set_value (request, "Banana", "cooperation");
  g_auto (Result) again = read_request (request);
  check_hub_network (again.document, 0, "[A*] Zoos(zoos)x1=cooperation");
  g_assert_false (again.report->asks);
}

static void
test_repeats (void)
{
  g_auto (Result) r = read_text ("s.csv", "site,partner_type,partners,level\n"
                                          "A,Local Businesses,3,1\n"
                                          "A,Local Businesses,3,1\n"
                                          "A,local businesses,4,2\n"
                                          "A,,4,2\n"
                                          ",Food Agencies,4,2\n");

  check_hub_network (r.document, 0,
                     "[A*] Food Agencies(food)x4=cooperation "
                     "Local Businesses(business)x3=networking "
                     "Local Businesses(business)x4=cooperation");
  check_issue (r.report, 0, "s.csv:3: ");
  check_issue (r.report, 1, "s.csv:4: ");
  check_issue (r.report, 2, "s.csv:5: ");
  check_issue (r.report, 3, "s.csv:6: ");
  g_assert_cmpuint (r.report->n_merged, ==, 1);
  g_assert_cmpuint (r.report->n_skipped, ==, 1);
}

static void
test_wide (void)
{
  static const char *const forms[] = {
    "Site,Local Businesses - number of partners,Local Businesses - level of "
    "interaction,Food Agencies - number of partners,Food Agencies - level of "
    "interaction,CBO - number of partners,CBO - level of interaction\n"
    "A,3,Coordination,,,2,\n",
    "Site\tLocal Businesses (count)\tLocal Businesses (level)\tFood Agencies "
    "(count)\tFood Agencies (level)\tCBO (count)\tCBO (level)\n"
    "A\t3\t3\t\t\t2\t\n",
    "Community,Number of Local Businesses,Level of interaction with Local "
    "Businesses,Number of Food Agencies,Level of interaction with Food Agencies,"
    "Number of CBO,Level of interaction with CBO\n"
    "A,3,3 - Coordination,,,2,\n",
    "Site,Local Businesses: partners,Local Businesses: level,Food Agencies: "
    "partners,Food Agencies: level,CBO: partners,CBO: level\n"
    "A,3,coordination,,,2,\n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_auto (Result) r = read_text ("w.csv", forms[i]);
      check_hub_network (r.document, 0,
                         "[A*] Community-Based Organizations(cbo)x2=? "
                         "Local Businesses(business)x3=coordination");
      g_assert_cmpuint (r.report->issues->len, ==, 0);
    }
}

static void
test_grid (void)
{
  g_auto (Result) r = read_text ("g.csv", "Site,Local Businesses,Food Agencies,CBO,City\n"
                                          "A,3,0,,Rome\n"
                                          "B,Networking,,2,Oslo\n");
  check_hub_network (
    r.document, 0,
    "[A*] Food Agencies(food)!none Local Businesses(business)=coordination");
  check_hub_network (r.document, 1,
                     "[B*] Community-Based Organizations(cbo)=cooperation "
                     "Local Businesses(business)=networking");
  g_assert_cmpstr (
    trl_network_get_text (trl_document_get_network (r.document, 1), TRL_NETWORK_PLACE),
    ==, "Oslo");
}

static void
test_sites (void)
{
  g_auto (Result) r = read_two ("s.csv",
                                "site,partner_type,partners,level\n"
                                "B,Local Businesses,3,1\n"
                                "A,Food Agencies,3,2\n",
                                "sites.csv",
                                "site,hub,city,state,lat,Budget,Shared responsibility\n"
                                "A,Hub of A,Rome,Lazio,41.9,100,not evident\n"
                                "B,Local Businesses,,Oregon,,,\n"
                                "C,,,,,,\n");
  const TrlNetwork *a = trl_document_get_network (r.document, 0);

  check_hub_network (r.document, 0, "[Hub of A*] Food Agencies(food)x3=cooperation");
  g_assert_cmpstr (trl_network_get_text (a, TRL_NETWORK_PLACE), ==, "Rome, Lazio");
  g_assert_cmpfloat (trl_network_get_number (a, TRL_NETWORK_LATITUDE), ==, 41.9);
  g_assert_cmpstr (trl_network_get_field (a, "budget"), ==, "100");
  g_assert_cmpstr (trl_network_get_text (a, TRL_NETWORK_RESPONSIBILITY), ==,
                   "not evident");
  check_hub_network (r.document, 1, "[Local Businesses]");
  check_hub_network (r.document, 2, "[C*]");
  check_issue (r.report, 0, "“Local Businesses” is the hub");
  check_issue (r.report, 1, "sites.csv:4: “C”");
}

static void
test_partners (void)
{
  static const char text[] = "Organization,Type,Level,Notes,Email\n"
                             "Acme,Local Businesses,Coordination,since 2019,a@b.c\n"
                             "Zoo,Museums and libraries,,,\n"
                             "Bank,Local Businesses,None,,\n";
  g_auto (Result) r = read_text ("partners.csv", text);

  check_hub_network (r.document, 0,
                     "[Hub*] Acme(business)=coordination Zoo(culture)=? "
                     "Bank(business)!none");
  g_assert_cmpuint (r.report->questions->len, ==, 1);
  g_assert_cmpint (((TrlQuestion *) r.report->questions->pdata[0])->kind, ==,
                   TRL_QUESTION_HUB);
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (r.document);
  g_assert_true (trl_vocabulary_find_field (vocabulary, "node", "email")->is_private);
  g_assert_cmpuint (vocabulary->types->len, ==, 18);

  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  add_text (request, "partners.csv", text);
  request->hub = g_strdup ("Big Thought");
  g_auto (Result) named = read_request (request);
  g_assert_false (named.report->asks);
  check_hub_network (named.document, 0,
                     "[Big Thought*] Acme(business)=coordination Zoo(culture)=? "
                     "Bank(business)!none");
  g_assert_cmpstr (trl_network_get_id (trl_document_get_network (r.document, 0)), ==,
                   trl_network_get_id (trl_document_get_network (named.document, 0)));
}

/* `a-b=level/back` for each tie. */
static char *
print_edges (const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (GString) out = g_string_new (NULL);
  guint        n;
  const guint *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *level = trl_table_get_text (edges, rows[i], TRL_EDGE_LEVEL);
      const char *back = trl_table_get_text (edges, rows[i], TRL_EDGE_BACK);
      guint       from = trl_table_get_end (edges, rows[i], 0);
      guint       to = trl_table_get_end (edges, rows[i], 1);
      g_string_append_printf (out, "%s%s-%s=%s%s%s", i ? " " : "",
                              trl_table_get_text (nodes, from, TRL_NODE_NAME),
                              trl_table_get_text (nodes, to, TRL_NODE_NAME),
                              level ? level : "?", back ? "/" : "", back ? back : "");
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
check_edges (TrlDocument *document, guint index, const char *expected)
{
  g_autofree char *printed = print_edges (trl_document_get_network (document, index));
  g_assert_cmpstr (printed, ==, expected);
}

static void
test_edges (void)
{
  g_auto (Result) r = read_two ("nodes.csv",
                                "Label,Type,Lead agency\n"
                                "A,Coalition,yes\n"
                                "B,Contractor,no\n"
                                "B,Contractor,no\n"
                                "I,Contractor,no\n",
                                "ties.csv",
                                "From,To,Level\n"
                                "A,B,2\n"
                                "b,a,3\n"
                                "A,B,2\n"
                                "A,B,4\n"
                                "A,A,1\n"
                                "A,\n"
                                "A,C,1\n");

  check_edges (r.document, 0,
               "A-B=cooperation/coordination A-B=collaboration A-C=networking");
  const TrlNetwork *network = trl_document_get_network (r.document, 0);
  g_assert_cmpstr (trl_network_get_name (network), ==, "ties");
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (network)), ==, 4);
  g_assert_cmpuint (trl_network_count_partners (network), ==, 4);
  g_assert_cmpstr (trl_table_get_text (trl_network_get_nodes (network),
                                       trl_network_get_hub (network), TRL_NODE_NAME),
                   ==, "A");
  g_assert_cmpuint (trl_document_get_vocabulary (r.document)->types->len, ==, 2);
  check_issue (r.report, 0, "nodes.csv:2: “Coalition” is added");
  check_issue (r.report, 2, "nodes.csv:4: ");
  check_issue (r.report, 3, "ties.csv:3: ");
  check_issue (r.report, 4, "ties.csv:4: ");
  check_issue (r.report, 5, "ties.csv:5: ");
  check_issue (r.report, 6, "ties.csv:6: ");
  check_issue (r.report, 7, "ties.csv:7: ");
  check_issue (r.report, 8, "ties.csv:8: “C”");
  g_assert_cmpuint (r.report->issues->len, ==, 9);
}

static void
test_edges_alone (void)
{
  g_auto (Result) r = read_text ("ties.csv", "source,target,Type,Directed,weight\n"
                                             "1-2,12,Funding,directed,120.5\n"
                                             "12,1-2,Funding,directed,17\n");

  check_edges (r.document, 0, "1-2-12=? 12-1-2=?");
  const TrlTable *edges =
    trl_network_get_edges (trl_document_get_network (r.document, 0));
  guint row = trl_table_get_rows (edges, NULL)[0];
  g_assert_true (trl_table_get_flag (edges, row, TRL_EDGE_DIRECTED));
  g_assert_cmpstr (trl_table_get_text (edges, row, TRL_EDGE_KIND), ==, "Funding");
  g_assert_cmpstr (trl_table_get_field (edges, row, "weight"), ==, "120.5");
  g_assert_cmpuint (trl_read_report_count (r.report, TRL_ISSUE_COMPLETED), ==, 1);
  g_assert_cmpuint (r.report->n_completed, ==, 2);
}

static void
test_roles (void)
{
  g_auto (Result) r = read_two ("nodes.csv",
                                "Name,Roles\n"
                                "A,Funder; Talent scout\n"
                                "B,Ecosystem Builder|Funder|Juggler\n",
                                "ties.csv", "From,To\nA,B\n");
  const TrlTable *nodes =
    trl_network_get_nodes (trl_document_get_network (r.document, 0));
  const guint *rows = trl_table_get_rows (nodes, NULL);

  g_assert_cmpstr (trl_table_get_text (nodes, rows[0], TRL_NODE_ROLES), ==,
                   "funder talent-scout");
  g_assert_cmpstr (trl_table_get_text (nodes, rows[1], TRL_NODE_ROLES), ==,
                   "funder ecosystem-builder juggler");
  check_issue (r.report, 0, "nodes.csv:3: “Juggler” is added to the roles");
}

/* A survey on another known scale is on that scale alone. */
static void
test_other_scale (void)
{
  g_auto (Result) r = read_text ("s.csv", "site,partner_type,partners,level\n"
                                          "A,Local Businesses,3,Coalition\n"
                                          "A,Food Agencies,3,Networking\n"
                                          "A,CBO,3,\n");
  const TrlVocabulary *vocabulary = trl_document_get_vocabulary (r.document);
  const TrlNetwork    *network = trl_document_get_network (r.document, 0);
  const TrlTable      *edges = trl_network_get_edges (network);
  const guint         *rows = trl_table_get_rows (edges, NULL);

  g_assert_cmpuint (vocabulary->scales->len, ==, 1);
  g_assert_cmpstr (trl_vocabulary_find_scale (vocabulary, NULL)->id, ==, "frey");
  g_assert_cmpint (trl_network_get_edge_rank (network, rows[0]), ==, 4);
  g_assert_null (trl_table_get_text (edges, rows[0], TRL_EDGE_SCALE));
}

/* Half of the words known: the default types stay; fewer: the file's types alone. */
static void
test_types_of_file (void)
{
  g_auto (Result) half =
    read_text ("p.csv", "Organization,Type\nA,CBO\nB,Food agency\nC,Zoo\nD,Coalition\n");
  g_auto (Result) few =
    read_text ("p.csv", "Organization,Type\nA,CBO\nB,Advocacy\nC,Zoo\nD,Coalition\n");
  const GPtrArray *types = trl_document_get_vocabulary (few.document)->types;

  g_assert_cmpuint (trl_document_get_vocabulary (half.document)->types->len, ==, 20);
  g_assert_cmpuint (types->len, ==, 4);
  g_assert_cmpstr (((TrlPartnerType *) types->pdata[0])->name, ==, "CBO");
  g_assert_cmpstr (((TrlPartnerType *) types->pdata[0])->origin, ==, "file");
  g_assert_cmpuint (trl_read_report_count (few.report, TRL_ISSUE_ADDED_TYPE), ==, 4);
}

static void
test_hub_among_rows (void)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();

  add_text (request, "p.csv",
            "Organization,Type,Level\nAcme,Local Businesses,2\nZoo,CBO,3\n"
            "Big Thought,Learning Intermediaries,\n");
  request->hub = g_strdup ("big thought");
  g_auto (Result) r = read_request (request);
  check_hub_network (r.document, 0,
                     "[Big Thought] Acme(business)=cooperation Zoo(cbo)=coordination");
}

static void
test_waves (void)
{
  g_auto (Result) r =
    read_two ("s.csv",
              "site,wave,partner_type,partners,level\n"
              "A,2024,Local Businesses,3,1\n"
              "A,2025,Local Businesses,4,2\n",
              "sites.csv", "site,wave,city\nA,2025,Rome\nA,2024,Oslo\n");
  const TrlNetwork *first = trl_document_get_network (r.document, 0);

  g_assert_cmpuint (trl_document_get_n_networks (r.document), ==, 2);
  g_assert_cmpstr (trl_network_get_name (first), ==, "A 2025");
  g_assert_cmpstr (trl_network_get_text (first, TRL_NETWORK_WAVE), ==, "2025");
  g_assert_cmpstr (trl_network_get_text (first, TRL_NETWORK_PLACE), ==, "Rome");
}

/* One network a site also where a table of ties has a column of sites. */
static void
test_ties_of_sites (void)
{
  g_auto (Result) r =
    read_text ("t.csv", "site,from,to,level\nX,A,B,1\nY,A,B,2\nX,B,C,3\n");

  g_assert_cmpuint (trl_document_get_n_networks (r.document), ==, 2);
  check_edges (r.document, 0, "A-B=networking B-C=coordination");
  check_edges (r.document, 1, "A-B=cooperation");
}

static void
test_properties (void)
{
  g_auto (Result) r = read_two ("document.csv", "Property,Value\ntitle,Hello\nbanana,x\n",
                                "t.csv", "from,to\nA,B\n");

  g_assert_cmpstr (trl_document_get_text (r.document, TRL_DOCUMENT_TITLE), ==, "Hello");
  check_issue (r.report, 0, "document.csv:3: ");
}

static void
test_map (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();

  add_text (request, "x.csv", "Quien,Cuanto,Con\nA,3,B\n");
  g_assert_true (trl_read_request_map (request, "from=quien", &error));
  g_assert_true (trl_read_request_map (request, "to=Con", &error));
  g_assert_true (trl_read_request_map (request, "level=Cuanto", &error));
  g_assert_no_error (error);
  g_auto (Result) r = read_request (request);
  check_edges (r.document, 0, "A-B=coordination");

  g_assert_false (trl_read_request_map (request, "banana=Con", &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP);
  g_clear_error (&error);
  g_assert_false (trl_read_request_map (request, "from", &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP);
  g_clear_error (&error);
  g_assert_true (trl_read_request_map (request, "note=Nowhere", &error));
  g_assert_null (trl_format_read (request, NULL, NULL, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_MAP);
}

static void
test_guess (void)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  add_text (request, "x.csv",
            "Our survey\n\n"
            "Who;Type;How close;ZIP\n"
            "Acme;Local Businesses;Coordination;02134\n"
            "Zoo;Food Agencies;networking;10001\n");
  g_autoptr (TrlReading) reading = trl_format_guess (request);

  g_assert_no_error (reading->error);
  g_assert_cmpuint (reading->tables->len, ==, 1);
  TrlReadingTable *table = reading->tables->pdata[0];
  g_assert_cmpint (table->delimiter, ==, ';');
  g_assert_cmpstr (table->encoding, ==, "UTF-8");
  g_assert_cmpstr (table->format->id, ==, "partners");
  g_assert_cmpuint (table->n_rows, ==, 2);
  TrlReadingColumn *level = table->columns->pdata[2];
  g_assert_cmpstr (level->meaning, ==, "level");
  g_assert_cmpfloat (level->certainty, <, 0.7);
  g_assert_cmpuint (reading->report->questions->len, >=, 2);
}

static void
test_same_ids (void)
{
  static const char text[] = "From,To,Level\nA,B,2\nA,B,3\nC,A,1\n";
  g_auto (Result) x = read_text ("t.csv", text);
  g_auto (Result) y = read_text ("t.csv", text);
  const TrlTable *a = trl_network_get_edges (trl_document_get_network (x.document, 0));
  const TrlTable *b = trl_network_get_edges (trl_document_get_network (y.document, 0));
  guint           n;
  const guint    *rows = trl_table_get_rows (a, &n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (trl_table_get_id (a, rows[i]), ==, trl_table_get_id (b, rows[i]));
  g_assert_cmpstr (trl_document_get_id (x.document), ==,
                   trl_document_get_id (y.document));
}

static void
check_error (
  const char *name, const char *text, gssize length, int code, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  g_autoptr (GBytes) bytes =
    g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  trl_read_request_add (request, name, bytes);
  g_assert_null (trl_format_read (request, NULL, NULL, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_refused (void)
{
  check_error ("a.csv", "", 0, TRL_FORMAT_ERROR_CONTENT, "empty");
  check_error ("a.csv", "x", 1, TRL_FORMAT_ERROR_UNKNOWN, "a.csv:1");
  check_error ("a.csv", "\n\n\n", -1, TRL_FORMAT_ERROR_CONTENT, "empty");
  check_error ("a.csv", "\xef\xbb\xbf", 3, TRL_FORMAT_ERROR_CONTENT, "empty");
  check_error ("a.csv", "From,To,Level\n", -1, TRL_FORMAT_ERROR_CONTENT, "no rows");
  check_error ("a.csv", "site,partner_type,level\n", -1, TRL_FORMAT_ERROR_CONTENT,
               "no rows");
  check_error ("a.csv", "a,b\n1,2\n", -1, TRL_FORMAT_ERROR_UNKNOWN, "“a”, “b”");
  check_error ("a.csv", "site,type\n\"x", -1, TRL_FORMAT_ERROR_SYNTAX, "a.csv:2");
}

static void
test_paths (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trellis-test-XXXXXX", NULL);
  const char      *folders[] = { folder, NULL };
  const char      *nothing[] = { "/nonexistent/x.csv", NULL };

  g_assert_null (trl_read_request_new_for_paths (folders, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_null (trl_read_request_new_for_paths (nothing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  /* A sparse file of three gigabytes. */
  g_autofree char *path = g_build_filename (folder, "big.csv", NULL);
  const char      *paths[] = { path, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  gint64 before = g_get_monotonic_time ();
  g_assert_true (g_seekable_truncate (G_SEEKABLE (stream),
                                      G_GOFFSET_CONSTANT (3221225472), NULL, NULL));
  g_assert_null (trl_read_request_new_for_paths (paths, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT);
  g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
  g_file_delete (file, NULL, NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_file_delete (place, NULL, NULL);
}

/* A file is read each time, unless it was loaded. */
static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trellis-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "ties.csv", NULL);
  const char      *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, "from,to\na,b\n", -1, NULL));
  g_autoptr (TrlReadRequest) loaded = trl_read_request_new_for_paths (paths, NULL);
  g_autoptr (TrlReadRequest) other = trl_read_request_new_for_paths (paths, NULL);
  g_assert_true (trl_read_request_load (loaded, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  for (guint again = 0; again < 2; again++)
    {
      g_autoptr (TrlDocument) document = trl_format_read (loaded, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (trl_document_get_n_networks (document), ==, 1);
    }
  g_assert_null (trl_format_read (other, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_false (trl_read_request_load (other, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A survey is a hub's; what it cannot hold is refused, not dropped. */
static void
test_survey_needs_a_hub (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  trl_document_begin (document, "Make", NULL);
  trl_document_add (document,
                    trl_network_get_id (trl_document_add_network (document, NULL)), node);
  trl_document_end (document);
  bytes = trl_format_write (document, "survey-csv", NULL, &error);
  g_assert_null (bytes);
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CARRY);
}

static void
refuse_text (const char *name, const char *text)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  g_autoptr (TrlReadReport) report = trl_read_report_new ();
  g_autoptr (GError) error = NULL;

  add_text (request, name, text);
  g_assert_null (trl_format_read (request, report, NULL, &error));
  g_assert_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT);
}

/* A document that was opened can be saved. */
static void
test_more_than_a_file_holds (void)
{
  g_autoptr (GString) sites = g_string_new ("site,partner_type,partners,level\n");
  g_autoptr (GString) fields = g_string_new ("organization,type,level");

  for (guint i = 0; i <= 5000; i++)
    g_string_append_printf (sites, "Site %u,K-12 Schools,1,2\n", i);
  for (guint i = 0; i <= 512; i++)
    g_string_append_printf (fields, ",extra %u", i);
  g_string_append (fields, "\nOrg,K-12 Schools,2");
  for (guint i = 0; i <= 512; i++)
    g_string_append (fields, ",x");
  refuse_text ("sites.csv", sites->str);
  refuse_text ("fields.csv", fields->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/read/a-tidy-survey", test_tidy);
  g_test_add_func ("/formats/read/a-level-called-banana", test_banana);
  g_test_add_func ("/formats/read/rows-that-repeat", test_repeats);
  g_test_add_func ("/formats/read/a-wide-survey", test_wide);
  g_test_add_func ("/formats/read/a-grid-of-levels", test_grid);
  g_test_add_func ("/formats/read/a-site-table-is-joined", test_sites);
  g_test_add_func ("/formats/read/one-row-a-partner", test_partners);
  g_test_add_func ("/formats/read/nodes-and-edges", test_edges);
  g_test_add_func ("/formats/read/edges-alone", test_edges_alone);
  g_test_add_func ("/formats/read/roles", test_roles);
  g_test_add_func ("/formats/read/another-scale-is-the-only-one", test_other_scale);
  g_test_add_func ("/formats/read/the-hub-may-be-among-the-rows", test_hub_among_rows);
  g_test_add_func ("/formats/read/few-known-types-are-no-types", test_types_of_file);
  g_test_add_func ("/formats/read/waves-are-networks", test_waves);
  g_test_add_func ("/formats/read/sites-divide-ties", test_ties_of_sites);
  g_test_add_func ("/formats/read/a-document-has-properties", test_properties);
  g_test_add_func ("/formats/read/a-person-says-what-columns-are", test_map);
  g_test_add_func ("/formats/read/a-guess-shows-what-is-uncertain", test_guess);
  g_test_add_func ("/formats/read/again-gives-the-same-ids", test_same_ids);
  g_test_add_func ("/formats/read/what-cannot-be-read-says-why", test_refused);
  g_test_add_func ("/formats/read/sizes-are-asked-first", test_paths);
  g_test_add_func ("/formats/read/loaded-files-are-kept", test_load);
  g_test_add_func ("/formats/read/regress-what-no-file-holds-is-refused",
                   test_more_than_a_file_holds);
  g_test_add_func ("/formats/write/a-survey-needs-a-hub", test_survey_needs_a_hub);
  return g_test_run ();
}
