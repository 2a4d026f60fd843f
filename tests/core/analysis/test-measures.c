/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The test vector of eighteen types, computed independently, and the cases where a number
 * must be withheld. */

#include "analysis/trl-metric.h"
#include "model/trl-document.h"

#include <json-glib/json-glib.h>
#include <math.h>

static const int vector_levels[] = {
  4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0
};
static const int vector_counts[] = {
  6, 3, 4, 12, 2, 3, 2, 1, 1, 2, 1, 1, 1, 2, 1, 0, 0, 0
};

typedef struct
{
  const char *id;
  double      value;
} Expected;

/* A hub and one node a partner type; a level below zero is not reported, a count below
 * zero not known. */
static TrlDocument *
make_site (const int *levels, const int *counts, guint n)
{
  TrlDocument         *document = trl_document_new ();
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  const TrlScale      *scale = trl_vocabulary_find_scale (words, NULL);
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

  trl_record_set (site, TRL_NETWORK_NAME, TRL_TEXT ("Site"));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", hub);
  for (guint i = 0; i < n; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, type->id);
      g_autoptr (TrlRecord) tie = trl_record_new_edge (NULL, "hub", type->id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (type->name));
      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type->id));
      if (counts[i] >= 0)
        trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (counts[i]));
      if (levels[i] >= 0)
        trl_record_set (tie, TRL_EDGE_LEVEL,
                        TRL_TEXT (trl_scale_get_level (scale, (guint) levels[i])->id));
      trl_document_add (document, "site", node);
      trl_document_add (document, "site", tie);
    }
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  trl_document_end (document);
  return document;
}

static void
assert_measures (TrlDocument *document, const Expected *expected, guint n)
{
  g_autoptr (TrlProfile) profile =
    trl_profile_new (trl_document_get_network (document, 0));

  for (guint i = 0; i < n; i++)
    {
      const TrlMetric *metric = trl_metric_find (expected[i].id);
      double           value;

      g_assert_nonnull (metric);
      value = metric->measure (profile);
      if (isnan (expected[i].value))
        g_assert_true (isnan (value));
      else
        g_assert_cmpfloat_with_epsilon (value, expected[i].value, 5e-5);
    }
}

static void
test_vector (void)
{
  static const Expected expected[] = {
    { "richness", 15 },
    { "engaged", 15 },
    { "partners", 42 },
    { "shannon", 2.3507 },
    { "effective-types", 10.4932 },
    { "blau", 0.8662 },
    { "iqv", 0.9172 },
    { "evenness", 0.8681 },
    { "mean-depth", 2.2 },
    { "mean-depth-all", 1.8333 },
    { "weighted-depth", 2.7857 },
    { "deep-share", 0.4 },
    { "median-depth", 2 },
  };
  static const guint by_level[] = { 3, 5, 4, 4, 2 };
  g_autoptr (TrlDocument) document = make_site (vector_levels, vector_counts, 18);
  g_autoptr (TrlProfile) profile =
    trl_profile_new (trl_document_get_network (document, 0));

  assert_measures (document, expected, G_N_ELEMENTS (expected));
  g_assert_cmpmem (profile->ties, profile->n_levels * sizeof (guint), by_level,
                   sizeof by_level);
}

static void
test_named_without_level (void)
{
  static const int      levels[] = { -1, -1, -1, -1, -1, -1, -1 };
  static const int      counts[] = { -1, -1, -1, -1, -1, -1, -1 };
  static const Expected expected[] = {
    { "richness", 7 },
    { "partners", NAN },
    { "shannon", NAN },
    { "blau", NAN },
    { "iqv", NAN },
    { "evenness", NAN },
    { "mean-depth", NAN },
    { "mean-depth-all", NAN },
    { "weighted-depth", NAN },
    { "median-depth", NAN },
    { "deep-share", NAN },
    { "effective-types", NAN },
  };
  g_autoptr (TrlDocument) document = make_site (levels, counts, G_N_ELEMENTS (levels));

  assert_measures (document, expected, G_N_ELEMENTS (expected));
}

static void
test_not_reported_is_not_none (void)
{
  static const int      levels[] = { 4, -1, 0, 2 };
  static const int      counts[] = { 1, 5, -1, 3 };
  static const Expected expected[] = {
    { "richness", 3 },     { "mean-depth", 3 },   { "mean-depth-all", 2 },
    { "deep-share", 0.5 }, { "median-depth", 3 }, { "weighted-depth", 2.5 },
    { "partners", 9 },
  };
  g_autoptr (TrlDocument) document = make_site (levels, counts, G_N_ELEMENTS (levels));

  assert_measures (document, expected, G_N_ELEMENTS (expected));
}

static void
test_one_type_has_no_evenness (void)
{
  static const int      level[] = { 1 };
  static const int      count[] = { 8 };
  static const Expected expected[] = {
    { "evenness", NAN }, { "shannon", 0 }, { "blau", 0 }, { "iqv", NAN }
  };
  g_autoptr (TrlDocument) document = make_site (level, count, 1);

  assert_measures (document, expected, G_N_ELEMENTS (expected));
}

static void
test_planned_ties_do_not_count (void)
{
  static const int levels[] = { 4, 1 };
  static const int counts[] = { 1, 1 };
  g_autoptr (TrlDocument) document = make_site (levels, counts, 2);
  TrlNetwork           *network = trl_document_get_network (document, 0);
  const TrlTable       *edges = trl_network_get_edges (network);
  const guint          *rows = trl_table_get_rows (edges, NULL);
  static const Expected expected[] = { { "richness", 1 }, { "mean-depth", 1 } };

  trl_document_begin (document, "Plan", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", trl_table_get_id (edges, rows[0]),
                    TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  trl_document_end (document);
  assert_measures (document, expected, G_N_ELEMENTS (expected));
}

static void
test_json_shape (void)
{
  g_autoptr (TrlDocument) document = make_site (vector_levels, vector_counts, 18);
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;
  JsonObject      *network, *measures, *node;
  GError          *error = NULL;

  g_ptr_array_add (networks, trl_document_get_network (document, 0));
  json = trl_measures_to_json (networks, NULL);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  network = json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                  "networks"),
    0);
  g_assert_cmpstr (json_object_get_string_member (network, "name"), ==, "Site");
  measures = json_object_get_object_member (network, "measures");
  g_assert_cmpint (json_object_get_int_member (measures, "richness"), ==, 15);
  g_assert_cmpint (json_object_get_int_member (
                     json_object_get_object_member (measures, "levels"), "none"),
                   ==, 3);
  node =
    json_array_get_object_element (json_object_get_array_member (network, "nodes"), 0);
  g_assert_cmpstr (json_object_get_string_member (node, "name"), ==, "K-12 Schools");
  g_assert_cmpint (json_object_get_int_member (
                     json_object_get_object_member (node, "measures"), "level"),
                   ==, 4);
}

static void
test_csv_is_safe (void)
{
  static const char *const wanted[] = { "richness", "degree", NULL };
  static const int         level[] = { 1 };
  g_autoptr (TrlDocument) document = make_site (level, level, 1);
  g_autoptr (GPtrArray) networks = g_ptr_array_new ();
  g_autofree char *csv = NULL;

  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_NAME,
                    TRL_TEXT ("=cmd|' /C', \"x\""));
  trl_document_end (document);
  g_ptr_array_add (networks, trl_document_get_network (document, 0));
  csv = trl_measures_to_csv (networks, wanted);
  g_assert_cmpstr (csv, ==,
                   "network,partner,measure,value\n"
                   "\"'=cmd|' /C', \"\"x\"\"\",,richness,1\n"
                   "\"'=cmd|' /C', \"\"x\"\"\",K-12 Schools,degree,1\n");
}

/* Two types that work with each other are not engaged with the hub by that. */
static void
test_tie_among_types (void)
{
  static const int      levels[] = { 2, 0, 0 };
  static const Expected expected[] = {
    { "richness", 1 },     { "engaged", 1 },    { "mean-depth", 2 },
    { "median-depth", 2 }, { "deep-share", 0 },
  };
  g_autoptr (TrlDocument) document = make_site (levels, vector_counts, 3);
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  const TrlScale      *scale = trl_vocabulary_find_scale (words, NULL);
  g_autoptr (TrlRecord) tie =
    trl_record_new_edge (NULL, ((TrlPartnerType *) words->types->pdata[1])->id,
                         ((TrlPartnerType *) words->types->pdata[2])->id);

  trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT (trl_scale_get_level (scale, 4)->id));
  trl_document_begin (document, "Connect", NULL);
  trl_document_add (document, "site", tie);
  trl_document_end (document);
  assert_measures (document, expected, G_N_ELEMENTS (expected));
}

static void
test_two_answers (void)
{
  static const int      levels[] = { 4, 3, 2, 1, -1 };
  static const int      counts[] = { 1, 1, 1, 1, 1 };
  static const int      backs[] = { 4, 1, -1, 2, 3 };
  static const Expected expected[] = { { "discrepancy", 2.0 / 3 },
                                       { "discrepancy-steps", 1 } };
  static const Expected none[] = { { "discrepancy", NAN }, { "discrepancy-steps", NAN } };
  g_autoptr (TrlDocument) document = make_site (levels, counts, 5);
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *edges = trl_network_get_edges (network);
  const TrlScale *scale = trl_network_get_edge_scale (network, 0);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);
  int             answers[2];

  assert_measures (document, none, G_N_ELEMENTS (none));
  trl_document_begin (document, "Answer", NULL);
  for (guint i = 0; i < n; i++)
    if (backs[i] >= 0)
      trl_document_set (document, TRL_KIND_EDGE, "site",
                        trl_table_get_id (edges, rows[i]), TRL_EDGE_BACK,
                        TRL_TEXT (trl_scale_get_level (scale, (guint) backs[i])->id));
  trl_document_end (document);
  assert_measures (document, expected, G_N_ELEMENTS (expected));
  g_assert_true (trl_network_get_edge_answers (network, rows[1], answers));
  g_assert_cmpint (answers[0], ==, 3);
  g_assert_cmpint (answers[1], ==, 1);
  g_assert_false (trl_network_get_edge_answers (network, rows[4], answers));
  g_assert_cmpint (answers[0], ==, -1);
  g_assert_cmpint (answers[1], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/measures/the-test-vector", test_vector);
  g_test_add_func ("/analysis/measures/named-without-level-counts-in-richness-alone",
                   test_named_without_level);
  g_test_add_func ("/analysis/measures/not-reported-is-not-none",
                   test_not_reported_is_not_none);
  g_test_add_func ("/analysis/measures/one-type-has-no-evenness",
                   test_one_type_has_no_evenness);
  g_test_add_func ("/analysis/measures/planned-ties-do-not-count",
                   test_planned_ties_do_not_count);
  g_test_add_func ("/analysis/measures/ties-among-types-do-not-count",
                   test_tie_among_types);
  g_test_add_func ("/analysis/measures/two-answers-that-differ", test_two_answers);
  g_test_add_func ("/analysis/measures/json-has-the-documented-shape", test_json_shape);
  g_test_add_func ("/analysis/measures/csv-is-safe-in-a-spreadsheet", test_csv_is_safe);
  return g_test_run ();
}
