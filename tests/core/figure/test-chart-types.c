/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partner types that somebody asks for, by ids, by names or by how frequent they are. */

#include "figure/trl-chart-types.h"

/* A site that engages the first partner types, and knows two more to be absent. */
static TrlDocument *
make_site (guint n)
{
  TrlDocument         *document = trl_document_new ();
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

  trl_record_set (site, TRL_NETWORK_HUB, TRL_TEXT ("hub"));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", hub);
  for (guint i = 0; i < n + 2; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, type->id);
      g_autoptr (TrlRecord) tie = trl_record_new_edge (NULL, "hub", type->id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (type->name));
      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type->id));
      trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT (i < n ? "coordination" : "none"));
      trl_document_add (document, "site", node);
      trl_document_add (document, "site", tie);
    }
  trl_document_end (document);
  return document;
}

static void
check (const char *wanted, const char *expected)
{
  g_autoptr (TrlDocument) document = make_site (4);
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlSurvey) survey = trl_survey_new (document, &network, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) types = trl_chart_choose_types (survey, wanted, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < types->len; i++)
    {
      const TrlPartnerType *type = survey->types->pdata[g_array_index (types, guint, i)];

      g_string_append_printf (found, "%s%s", i ? " " : "", type->id);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_names (void)
{
  check ("k12 ost", "k12 ost");
  check ("ost,k12", "ost k12");
  check ("K-12 Schools", "k12");
  check ("School Districts, K-12 Schools", "district k12");
  check ("Out-of-School Programs,k12", "ost k12");
}

static void
test_duplicates (void)
{
  check ("k12, k12, K-12 Schools", "k12");
}

static void
test_frequent (void)
{
  check ("all", "k12 district highered ost intermediary edtech");
  check ("frequent", "k12 district highered ost");
}

static void
test_nothing (void)
{
  g_autoptr (TrlDocument) document = make_site (0);
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlSurvey) survey = trl_survey_new (document, &network, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_chart_choose_types (survey, "frequent", &error));
  g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY);
}

typedef struct
{
  TrlChartType of;
  double       more;
} Row;

/* Rows are of whatever a figure has beside the type. */
static void
test_rows (void)
{
  TrlPartnerType ash = { .name = (char *) "Ash" }, elm = { .name = (char *) "Elm" };
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  Row                     first = { .of = { &elm, 3 } }, second = { .of = { &ash, 7 } };
  g_autofree const char **names = NULL;

  g_array_append_val (rows, second);
  g_array_append_val (rows, first);
  g_array_sort (rows, trl_chart_compare_places);
  g_assert_true (g_array_index (rows, Row, 0).of.type == &elm);
  g_array_sort (rows, trl_chart_compare_names);
  names = trl_chart_dup_names (rows);
  g_assert_cmpstr (names[0], ==, "Ash");
  g_assert_cmpstr (names[1], ==, "Elm");
  g_assert_null (names[2]);
}

static int
compare_own (gconstpointer a, gconstpointer b)
{
  return 0;
}

static void
test_orders (void)
{
  static const char *const  choices[] = { "change", "name", "document", NULL };
  static const TrlOption    table = { "order", "Order", TRL_OPTION_CHOICE, "change",
                                      0,       0,       choices,           choices };
  static const GCompareFunc orders[] = { compare_own, trl_chart_compare_names,
                                         trl_chart_compare_places };
  g_autoptr (TrlOptions) given = trl_options_new (&table, 1);
  TrlFigureRequest request = { .options = given };

  for (guint i = 0; choices[i]; i++)
    {
      g_assert_true (trl_options_set (given, "order", choices[i], NULL));
      g_assert_true (trl_chart_get_order (&request, compare_own) == orders[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/chart-types/names-have-spaces", test_names);
  g_test_add_func ("/figure/chart-types/each-is-there-once", test_duplicates);
  g_test_add_func ("/figure/chart-types/frequent-are-engaged", test_frequent);
  g_test_add_func ("/figure/chart-types/nothing-is-refused", test_nothing);
  g_test_add_func ("/figure/chart-types/rows-have-types", test_rows);
  g_test_add_func ("/figure/chart-types/orders-are-chosen", test_orders);
  return g_test_run ();
}
