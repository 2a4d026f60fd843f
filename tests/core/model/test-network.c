/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels of edges and nodes, the graph, and the roll-up from organizations to types. */

#include "model/trl-document.h"
#include "model/trl-rollup.h"

#include <math.h>

typedef struct
{
  const char *id;
  const char *type;
  const char *level; /* of the tie with the hub; "-" is no tie, NULL is not reported */
} Partner;

static const Partner partners[] = {
  { "p1", "cbo", "networking" },   { "p2", "cbo", "collaboration" },
  { "p3", "cbo", "coordination" }, { "p4", "food", NULL },
  { "p5", "business", "none" },    { "p6", "business", NULL },
  { "p7", "media", "-" },          { "p8", NULL, "cooperation" },
};

static TrlDocument *
make_organizations (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub-1");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", hub);
  for (guint i = 0; i < G_N_ELEMENTS (partners); i++)
    {
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, partners[i].id);
      g_autoptr (TrlRecord) tie = trl_record_new_edge (NULL, partners[i].id, "hub-1");

      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (partners[i].type));
      trl_document_add (document, "site", node);
      if (g_strcmp0 (partners[i].level, "-") == 0)
        continue;
      trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT (partners[i].level));
      trl_document_add (document, "site", tie);
    }
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub-1"));
  trl_document_end (document);
  return document;
}

static int
rank_of (const TrlNetwork *network, const char *id)
{
  guint node = trl_table_find (trl_network_get_nodes (network), id);

  g_assert_cmpuint (node, !=, TRL_NO_ROW);
  return trl_network_get_node_rank (network, node, NULL);
}

static double
count_of (const TrlNetwork *network, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (network);

  return trl_table_get_number (nodes, trl_table_find (nodes, id), TRL_NODE_COUNT);
}

static void
test_roll_up (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlNetwork) rolled = trl_network_roll_up (network);
  g_autoptr (GArray) members = trl_network_get_type_members (network, "cbo");

  g_assert_false (trl_network_is_grained_by_type (network));
  g_assert_true (trl_network_is_grained_by_type (rolled)); /* though one has no type */
  g_assert_cmpuint (trl_table_get_size (trl_network_get_nodes (rolled)), ==, 6);
  g_assert_cmpint (rank_of (rolled, "cbo"), ==, 4);
  g_assert_cmpfloat (count_of (rolled, "cbo"), ==, 3);
  g_assert_cmpint (rank_of (rolled, "food"), ==, -1);
  g_assert_cmpint (rank_of (rolled, "business"), ==, -1); /* none beside unreported */
  g_assert_cmpint (rank_of (rolled, "media"), ==, -2);
  g_assert_cmpint (rank_of (rolled, ""), ==, 2);
  g_assert_cmpuint (members->len, ==, 3);
}

static guint
edge_with (const TrlNetwork *network, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (network);

  return trl_network_get_node_edge (network, trl_network_get_hub (network),
                                    trl_table_find (nodes, id));
}

/* A type is engaged by its ties, not by being there. */
static void
test_roll_up_presence (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  guint       tie = edge_with (network, "p4");
  g_autoptr (TrlNetwork) before = trl_network_roll_up (network);
  g_autoptr (TrlNetwork) after = NULL;

  g_assert_cmpuint (edge_with (before, "media"), ==, TRL_NO_ROW);
  g_assert_true (trl_network_is_edge_engaged (before, edge_with (before, "food")));

  trl_document_begin (document, "Unsure", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site",
                    trl_table_get_id (trl_network_get_edges (network), tie),
                    TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
  trl_document_end (document);
  after = trl_network_roll_up (network);
  g_assert_false (trl_network_is_edge_engaged (after, edge_with (after, "food")));
}

/* A level of another scale is no level of this one. */
static void
test_roll_up_scales (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlScale        *scale = trl_scale_new ("long", "Long");
  g_autofree char *id = g_strdup (
    trl_table_get_id (trl_network_get_edges (network), edge_with (network, "p4")));
  g_autoptr (TrlNetwork) rolled = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *level = g_strdup_printf ("step-%u", i);

      trl_scale_add (scale, level, level, NULL);
    }
  g_ptr_array_add (words->scales, scale);
  trl_document_begin (document, "Scale", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_set (document, TRL_KIND_EDGE, "site", id, TRL_EDGE_SCALE,
                    TRL_TEXT ("long"));
  trl_document_set (document, TRL_KIND_EDGE, "site", id, TRL_EDGE_LEVEL,
                    TRL_TEXT ("step-8"));
  trl_document_end (document);
  rolled = trl_network_roll_up (network);
  g_assert_cmpint (rank_of (rolled, "food"), ==, -1);
  g_assert_true (trl_network_is_edge_engaged (rolled, edge_with (rolled, "food")));
}

static void
test_roll_up_by_median (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  g_autoptr (TrlNetwork) rolled = NULL;

  trl_document_begin (document, "Rule", NULL);
  trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_ROLL_UP_RULE,
                    TRL_TEXT ("median"));
  trl_document_end (document);
  rolled = trl_network_roll_up (trl_document_get_network (document, 0));
  g_assert_cmpint (rank_of (rolled, "cbo"), ==, 3);
}

/* One organization a type is still a network of organizations. */
static void
test_grain (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  TrlNetwork *network;
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) library = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (TrlRecord) food = trl_record_new (TRL_KIND_NODE, "b");

  trl_record_set (library, TRL_NODE_NAME, TRL_TEXT ("City Library"));
  trl_record_set (library, TRL_NODE_TYPE, TRL_TEXT ("culture"));
  trl_record_set (food, TRL_NODE_NAME, TRL_TEXT ("Food Bank"));
  trl_record_set (food, TRL_NODE_TYPE, TRL_TEXT ("food"));
  trl_document_begin (document, "Make", NULL);
  network = trl_document_add_network (document, site);
  trl_document_add (document, "site", library);
  trl_document_add (document, "site", food);
  trl_document_end (document);
  g_assert_true (trl_network_has_types_once (network));
  g_assert_false (trl_network_is_grained_by_type (network));

  trl_document_begin (document, "Count", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "b", TRL_NODE_COUNT, TRL_NUMBER (4));
  trl_document_end (document);
  g_assert_true (trl_network_is_grained_by_type (network));
  trl_document_undo (document);
  trl_document_begin (document, "Rename", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", "b", TRL_NODE_NAME,
                    TRL_TEXT ("Food Agencies"));
  trl_document_end (document);
  g_assert_true (trl_network_is_grained_by_type (network));
}

static void
add_typed (TrlDocument *document, const char *id, const char *name, const char *type)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  trl_document_add (document, "site", node);
}

/* A few partners without a type leave a survey one of types; organizations, most of which
 * have names of their own, stay organizations. */
static void
test_regress_a_few_without_a_type (void)
{
  static const guint n_named[] = { 8, 5, 4, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (n_named); i++)
    {
      g_autoptr (TrlDocument) document = trl_document_new ();
      g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
      GPtrArray  *types = trl_document_get_vocabulary (document)->types;
      gboolean    by_type = n_named[i] > 4;
      TrlNetwork *network;

      trl_document_begin (document, "Make", NULL);
      network = trl_document_add_network (document, site);
      for (guint j = 0; j < 8; j++)
        {
          const TrlPartnerType *type = types->pdata[j];

          add_typed (document, type->id, j < n_named[i] ? type->name : "Organization",
                     type->id);
        }
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *id = g_strdup_printf ("untyped-%u", j);

          g_assert_true (trl_network_is_grained_by_type (network) ==
                         (j == 0 ? n_named[i] > 0 : by_type));
          add_typed (document, id, "Without", NULL);
        }
      g_assert_false (trl_network_is_grained_by_type (network));
      trl_document_end (document);
    }
}

static void
test_two_answers (void)
{
  static const struct
  {
    const char *rule;
    int         rank;
  } cases[] = {
    { NULL, 3 }, { "mean", 3 }, { "lower", 1 }, { "higher", 4 }, { "first", 1 }
  };
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) a = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (TrlRecord) tie = trl_record_new_edge ("tie", "a", "a");

  trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT ("networking"));
  trl_record_set (tie, TRL_EDGE_BACK, TRL_TEXT ("collaboration"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", a);
  trl_document_add (document, "site", tie);
  trl_document_end (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      trl_document_begin (document, "Rule", NULL);
      trl_document_set (document, TRL_KIND_DOCUMENT, NULL, NULL, TRL_DOCUMENT_LEVEL_RULE,
                        TRL_TEXT (cases[i].rule));
      trl_document_end (document);
      g_assert_cmpint (
        trl_network_get_edge_rank (trl_document_get_network (document, 0), 0), ==,
        cases[i].rank);
    }
}

static void
set_level (TrlDocument *document, const char *id, const char *level)
{
  trl_document_begin (document, "Level", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", id, TRL_EDGE_LEVEL,
                    level ? TRL_TEXT (level) : TRL_NONE_VALUE);
  trl_document_end (document);
}

static void
assert_touches (const TrlNetwork *network, guint64 since, guint n)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (TrlTouch));

  g_assert_true (trl_network_list_touches (network, since, touches));
  g_assert_cmpuint (touches->len, ==, n);
}

static void
test_touches_are_remembered (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (TrlTouch));
  TrlNetwork      *network = trl_document_get_network (document, 0);
  guint64          start = trl_network_get_revision (network);
  g_autofree char *tie = g_strdup (trl_table_get_id (trl_network_get_edges (network), 1));
  TrlTouch        *touch;

  assert_touches (network, start, 0);
  g_assert_false (trl_network_is_touched (network, start, TRL_KIND_EDGE));
  trl_document_begin (document, "Change", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", tie, TRL_EDGE_LEVEL,
                    TRL_TEXT ("none"));
  g_assert_true (trl_network_is_touched (network, start, TRL_KIND_EDGE));
  g_assert_false (trl_network_is_touched (network, start, TRL_KIND_NODE));
  g_assert_true (trl_document_apply (
    document,
    &(TrlEdit){
      .kind = TRL_EDIT_REMOVE, .of = TRL_KIND_EDGE, .network = "site", .id = tie },
    NULL));
  trl_document_end (document);
  g_assert_true (trl_network_list_touches (network, start, touches));
  g_assert_cmpuint (touches->len, ==, 2);
  touch = &g_array_index (touches, TrlTouch, 0);
  g_assert_true (touch->of == TRL_KIND_EDGE && touch->row == 1 && !touch->is_structural);
  touch++;
  g_assert_true (touch->of == TRL_KIND_EDGE && touch->row == 1 && touch->is_structural);

  trl_document_undo (document);
  assert_touches (network, start, 4);
}

/* Of what is too long ago, and of the network itself, all may be touched. */
static void
test_touches_are_forgotten (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (TrlTouch));
  TrlNetwork *network = trl_document_get_network (document, 0);
  guint64     start = trl_network_get_revision (network), next;

  trl_document_begin (document, "Change", NULL);
  for (guint i = 0; i < 1000; i++)
    trl_document_set (document, TRL_KIND_NODE, "site", "p1", TRL_NODE_X, TRL_NUMBER (i));
  trl_document_end (document);
  g_assert_false (trl_network_list_touches (network, start, touches));
  g_assert_true (trl_network_is_touched (network, start, TRL_KIND_EDGE));

  next = trl_network_get_revision (network);
  trl_document_begin (document, "Name", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_NAME,
                    TRL_TEXT ("Town"));
  trl_document_end (document);
  g_assert_false (trl_network_list_touches (network, next, touches));
  g_assert_true (trl_network_is_touched (network, next, TRL_KIND_EDGE));
}

/* What was asked for once is asked for again after every kind of change. */
static void
test_ranks_follow_changes (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) a = trl_record_new (TRL_KIND_NODE, "a");
  g_autoptr (TrlRecord) b = trl_record_new (TRL_KIND_NODE, "b");
  g_autoptr (TrlRecord) tie = trl_record_new_edge ("tie", "a", "b");
  g_autoptr (TrlRecord) other = trl_record_new_edge ("other", "b", "a");
  g_autoptr (TrlVocabulary) fewer = trl_vocabulary_new_empty ();
  g_autoptr (TrlNetwork) copy = NULL;
  TrlNetwork *network;

  trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT ("networking"));
  trl_record_set (other, TRL_EDGE_LEVEL, TRL_TEXT ("coordination"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", a);
  trl_document_add (document, "site", b);
  trl_document_add (document, "site", tie);
  trl_document_end (document);
  network = trl_document_get_network (document, 0);

  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, 1);
  g_assert_cmpint (trl_network_get_node_rank (network, 0, NULL), ==, 1);
  copy = trl_network_copy (network);
  set_level (document, "tie", "collaboration");
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, 4);
  g_assert_cmpint (trl_network_get_node_rank (network, 0, NULL), ==, 4);
  g_assert_cmpint (trl_network_get_edge_rank (copy, 0), ==, 1);
  g_assert_cmpint (trl_network_get_node_rank (copy, 0, NULL), ==, 1);
  set_level (document, "tie", NULL);
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, -1);
  g_assert_cmpint (trl_network_get_node_rank (network, 1, NULL), ==, -1);
  trl_document_undo (document);
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, 4);
  g_assert_cmpint (trl_network_get_node_rank (network, 1, NULL), ==, 4);
  trl_document_begin (document, "Colour", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_COLOUR,
                    TRL_TEXT ("neutral"));
  trl_document_end (document);
  g_assert_cmpint (trl_network_get_node_rank (network, 1, NULL), ==, -2);
  trl_document_undo (document);
  g_assert_cmpint (trl_network_get_node_rank (network, 1, NULL), ==, 4);

  trl_document_begin (document, "Replace", NULL);
  trl_document_apply (
    document,
    &(TrlEdit){
      .kind = TRL_EDIT_REMOVE, .of = TRL_KIND_EDGE, .network = "site", .id = "tie" },
    NULL);
  trl_document_add (document, "site", other);
  trl_document_end (document);
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, 3);
  g_assert_cmpint (trl_network_get_node_rank (network, 0, NULL), ==, 3);

  trl_document_begin (document, "Words", NULL);
  trl_document_set_vocabulary (document, fewer);
  trl_document_end (document);
  g_assert_cmpint (trl_network_get_edge_rank (network, 0), ==, -1);
}

static void
test_presence_is_not_a_level (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, engaged = 0;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    engaged += trl_network_is_edge_engaged (network, rows[i]);
  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpuint (engaged, ==, 6); /* all but none */

  trl_document_begin (document, "Mark", NULL);
  for (guint i = 0; i < n; i++)
    trl_document_set (document, TRL_KIND_EDGE, "site", trl_table_get_id (edges, rows[i]),
                      TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
  trl_document_end (document);
  engaged = 0;
  for (guint i = 0; i < n; i++)
    engaged += trl_network_is_edge_engaged (network, rows[i]);
  g_assert_cmpuint (engaged, ==, 4); /* presence says nothing beside a level */
}

static void
test_graph_keeps_the_order (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (TrlGraph) again = NULL;

  g_assert_cmpuint (graph->n, ==, 9);
  g_assert_cmpuint (graph->m, ==, 7);
  g_assert_cmpuint (graph->first[graph->n], ==, 14);
  for (guint e = 0; e < graph->m; e++)
    g_assert_cmpuint (graph->to[e], ==, 0);
  g_assert_cmpuint (graph->first[1] - graph->first[0], ==, 7);

  trl_document_begin (document, "Delete", NULL);
  trl_document_remove_node (document, "site", "p1");
  trl_document_end (document);
  trl_document_undo (document);
  again = trl_network_get_graph (network);
  g_assert_cmpuint (again->n, ==, graph->n);
  for (guint i = 0; i < again->n; i++)
    g_assert_cmpstr (
      trl_table_get_id (trl_network_get_nodes (network), again->node_row[i]), ==,
      i == 0 ? "hub-1" : partners[i - 1].id);
}

static void
test_colour_rules (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);

  g_assert_cmpint (rank_of (network, "hub-1"), ==, -2);
  g_assert_cmpint (rank_of (network, "p2"), ==, 4);
  g_assert_cmpint (rank_of (network, "p4"), ==, -1);
  g_assert_cmpint (rank_of (network, "p7"), ==, -2);
  trl_document_begin (document, "Colour", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_COLOUR,
                    TRL_TEXT ("median"));
  trl_document_end (document);
  g_assert_cmpint (rank_of (network, "hub-1"), ==, 2); /* of 0 1 2 3 4 */
  trl_document_begin (document, "Colour", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_COLOUR,
                    TRL_TEXT ("neutral"));
  trl_document_end (document);
  g_assert_cmpint (rank_of (network, "p2"), ==, -2);
}

static void
test_a_hub_of_few_does_not_colour (void)
{
  g_autoptr (TrlDocument) document = make_organizations ();
  TrlNetwork *network = trl_document_get_network (document, 0);

  g_assert_true (trl_network_is_hub_network (network));
  trl_document_begin (document, "Hub", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("p1"));
  trl_document_end (document);
  g_assert_false (trl_network_is_hub_network (network));
  g_assert_cmpint (rank_of (network, "p2"), ==, 4); /* its deepest, not that with p1 */
  trl_document_undo (document);
  g_assert_true (trl_network_is_hub_network (network));
}

static void
test_default_words (void)
{
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  const TrlScale *scale = trl_vocabulary_find_scale (words, NULL);
  const char     *family = "";
  guint           named_in_brief = 0;

  g_assert_cmpuint (words->types->len, ==, 18);
  g_assert_cmpuint (words->roles->len, ==, 7);
  g_assert_cmpuint (words->strategies->len, ==, 5);
  g_assert_cmpuint (trl_scale_get_n_levels (scale), ==, 5);
  g_assert_cmpint (trl_scale_get_rank (scale, "none"), ==, 0);
  g_assert_cmpint (trl_scale_get_rank (scale, "collaboration"), ==, 4);
  g_assert_cmpint (trl_scale_get_rank (scale, NULL), ==, -1);
  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];

      named_in_brief += g_str_equal (type->origin, "brief");
      if (!g_str_equal (type->family, family))
        g_assert_true (g_hash_table_add (families, type->family)); /* contiguous */
      family = type->family;
    }
  g_assert_cmpuint (named_in_brief, ==, 14);
  for (guint i = 0; i < words->strategies->len; i++)
    {
      const TrlStrategy *strategy = words->strategies->pdata[i];
      g_auto (GStrv) ids = g_strsplit (strategy->primary, " ", -1);

      for (guint k = 0; ids[k]; k++)
        g_assert_nonnull (trl_vocabulary_find_role (words, ids[k]));
    }
}

static void
test_slugs (void)
{
  g_autofree char *plain = trl_slug ("  Local  Businesses & Shops ");
  g_autofree char *accents = trl_slug ("Éducation");
  g_autofree char *arabic = trl_slug ("مدرسة");
  g_autofree char *again = trl_slug ("مدرسة");

  g_assert_cmpstr (plain, ==, "local-businesses-shops");
  g_assert_cmpstr (accents, ==, "education");
  g_assert_cmpstr (arabic, ==, again);
  g_assert_cmpuint (strlen (arabic), ==, 22);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rollup/deepest-by-type", test_roll_up);
  g_test_add_func ("/model/rollup/regress-types-without-ties-are-not-engaged",
                   test_roll_up_presence);
  g_test_add_func ("/model/rollup/regress-levels-of-another-scale", test_roll_up_scales);
  g_test_add_func ("/model/rollup/median-by-type", test_roll_up_by_median);
  g_test_add_func ("/model/rollup/one-organization-a-type-is-no-type", test_grain);
  g_test_add_func ("/model/network/regress-a-few-without-a-type",
                   test_regress_a_few_without_a_type);
  g_test_add_func ("/model/levels/two-answers-follow-the-rule", test_two_answers);
  g_test_add_func ("/model/levels/presence-is-not-a-level", test_presence_is_not_a_level);
  g_test_add_func ("/model/levels/colour-rules", test_colour_rules);
  g_test_add_func ("/model/levels/a-hub-of-few-does-not-colour",
                   test_a_hub_of_few_does_not_colour);
  g_test_add_func ("/model/graph/keeps-the-order-through-undo",
                   test_graph_keeps_the_order);
  g_test_add_func ("/model/words/defaults-are-whole", test_default_words);
  g_test_add_func ("/network/ranks-follow-changes", test_ranks_follow_changes);
  g_test_add_func ("/network/touches-are-remembered", test_touches_are_remembered);
  g_test_add_func ("/network/touches-are-forgotten", test_touches_are_forgotten);
  g_test_add_func ("/model/words/slugs-are-readable", test_slugs);
  return g_test_run ();
}
