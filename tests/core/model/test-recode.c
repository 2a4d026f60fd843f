/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of everything else that a site says when words come, go and mean something
 * else. */

#include "model/trl-crosswalk.h"
#include "model/trl-rollup.h"
#include "recode.h"

#include <math.h>
#include <string.h>

static const char *
edge_text (TrlDocument *document, const char *id, guint prop)
{
  const TrlTable *edges = trl_network_get_edges (trl_document_get_network (document, 0));
  guint           row = trl_table_find (edges, id);

  g_assert_cmpuint (row, !=, TRL_NO_ROW);
  return trl_table_get_text (edges, row, prop);
}

static const char *
node_text (TrlDocument *document, const char *id, guint prop)
{
  const TrlTable *nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  guint           row = trl_table_find (nodes, id);

  g_assert_cmpuint (row, !=, TRL_NO_ROW);
  return trl_table_get_text (nodes, row, prop);
}

typedef struct
{
  guint       prop;
  const char *text;
} Text;

static void
add_node (TrlDocument *document, const char *id, double count, const Text *texts)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, id);

  for (; texts->text; texts++)
    trl_record_set (record, texts->prop, TRL_TEXT (texts->text));
  if (!isnan (count))
    trl_record_set (record, TRL_NODE_COUNT, TRL_NUMBER (count));
  trl_record_set_field (record, "budget", id);
  g_assert_true (trl_document_add (document, "site", record));
}

static void
add_tie (TrlDocument *document, const char *id, const char *to, const Text *texts)
{
  g_autoptr (TrlRecord) record = trl_record_new_edge (id, "hub", to);

  for (; texts->text; texts++)
    trl_record_set (record, texts->prop, TRL_TEXT (texts->text));
  g_assert_true (trl_document_add (document, "site", record));
}

/* A site of two types about a hub, with a say of everything. */
static TrlDocument *
make_site (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  TrlVocabulary *words = trl_vocabulary_copy (trl_document_get_vocabulary (document));

  g_ptr_array_add (words->fields,
                   trl_field_new ("budget", "Budget", "node", TRL_FIELD_TEXT));
  trl_document_begin (document, "Make", NULL);
  trl_document_set_vocabulary (document, words);
  trl_vocabulary_unref (words);
  trl_document_add_network (document, site);
  add_node (document, "hub", NAN, (Text[]){ { TRL_NODE_NAME, "Hub" }, { 0 } });
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_HUB,
                    TRL_TEXT ("hub"));
  add_node (document, "f", 3,
            (Text[]){ { TRL_NODE_NAME, "Food Agencies" },
                      { TRL_NODE_TYPE, "food" },
                      { TRL_NODE_ROLES, "funder" },
                      { TRL_NODE_SOURCE, "Survey" },
                      { TRL_NODE_NOTE, "Pantry" },
                      { 0 } });
  add_node (document, "c", NAN,
            (Text[]){ { TRL_NODE_NAME, "Our community" },
                      { TRL_NODE_TYPE, "cbo" },
                      { TRL_NODE_ROLES, "talent-scout funder" },
                      { TRL_NODE_SOURCE, "Interview" },
                      { TRL_NODE_NOTE, "Club" },
                      { 0 } });
  add_tie (document, "tf", "f",
           (Text[]){ { TRL_EDGE_LEVEL, "networking" },
                     { TRL_EDGE_INTENDED, "collaboration" },
                     { TRL_EDGE_SINCE, "2019" },
                     { TRL_EDGE_NOTE, "By phone" },
                     { 0 } });
  add_tie (document, "tc", "c",
           (Text[]){ { TRL_EDGE_LEVEL, "cooperation" },
                     { TRL_EDGE_BACK, "none" },
                     { TRL_EDGE_INTENDED, "none" },
                     { TRL_EDGE_SINCE, "2021" },
                     { 0 } });
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static void
test_merging_keeps_everything (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autofree char *first = bytes_of (document);
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));
  const TrlTable *nodes;
  TrlRecodeCount  count;

  trl_recoding_remove (recoding, TRL_WORD_TYPE, NULL, "cbo", "food");
  g_assert_true (trl_recoding_count (recoding, document, &count, NULL));
  g_assert_cmpuint (count.n_merged, ==, 1);
  g_assert_cmpuint (count.n_edges, ==, 1);
  g_assert_cmpuint (count.n_networks, ==, 1);
  g_assert_cmpuint (count.n_differing, ==, 1);
  recode (document, recoding);

  nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  g_assert_cmpuint (trl_table_get_size (nodes), ==, 2);
  g_assert_cmpfloat (
    trl_table_get_number (nodes, trl_table_find (nodes, "f"), TRL_NODE_COUNT), ==, 4);
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_ROLES), ==, "funder talent-scout");
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_SOURCE), ==, "Survey; Interview");
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_NOTE), ==,
                   "Pantry\nClub\nName: Our community\nBudget: c");
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_LEVEL), ==, "cooperation");
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_BACK), ==, "none");
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_INTENDED), ==, "collaboration");
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_SINCE), ==, "2019");
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_NOTE), ==,
                   "By phone\nFood Agencies: Networking, 3 partners\n"
                   "Our community: Cooperation, Intended level: No interaction\n"
                   "Since: 2021");
  undo_and_redo_all (document, first, 1);
}

/* Without a type a partner is a kind of its own, and the survey one of types. */
static void
test_regress_a_survey_stays_one_of_types (void)
{
  g_autoptr (TrlDocument) document = open_sample ();
  guint n = trl_document_get_n_networks (document);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (TrlRecoding) recoding =
        trl_recoding_new (trl_document_get_vocabulary (document));
      const TrlPartnerType *type = trl_recoding_get_words (recoding)->types->pdata[0];
      TrlRecodeCount        count;

      trl_recoding_remove (recoding, TRL_WORD_TYPE, NULL, type->id, NULL);
      g_assert_true (trl_recoding_count (recoding, document, &count, NULL));
      recode (document, recoding);
      g_assert_cmpuint (count.n_regrained, ==, i == 3 ? n : 0);
      for (guint j = 0; j < n; j++)
        g_assert_true (trl_network_is_grained_by_type (
                         trl_document_get_network (document, j)) == (i < 3));
    }
}

static void
test_organizations_are_retyped (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autoptr (TrlRecoding) recoding = NULL;
  TrlRecodeCount count;

  trl_document_begin (document, "Add", NULL);
  add_node (
    document, "d", NAN,
    (Text[]){ { TRL_NODE_NAME, "Second bank" }, { TRL_NODE_TYPE, "food" }, { 0 } });
  trl_document_end (document);
  recoding = trl_recoding_new (trl_document_get_vocabulary (document));
  trl_recoding_remove (recoding, TRL_WORD_TYPE, NULL, "food", "cbo");
  g_assert_true (trl_recoding_count (recoding, document, &count, NULL));
  g_assert_cmpuint (count.n_nodes, ==, 2);
  g_assert_cmpuint (count.n_merged, ==, 0);
  recode (document, recoding);
  g_assert_cmpstr (node_text (document, "d", TRL_NODE_TYPE), ==, "cbo");
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_TYPE), ==, "cbo");
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_NAME), ==, "Food Agencies");
}

static void
test_a_type_takes_its_nodes_along (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));
  TrlVocabulary  *words = trl_recoding_get_words (recoding);
  TrlPartnerType *type = words->types->pdata[trl_vocabulary_type_index (words, "food")];

  g_free (type->name);
  type->name = g_strdup ("Food Banks");
  recode (document, recoding);
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_NAME), ==, "Food Banks");
  g_assert_cmpstr (node_text (document, "c", TRL_NODE_NAME), ==, "Our community");
}

static const TrlScale *
find_known (GPtrArray *known, const char *id)
{
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((TrlScale *) known->pdata[i])->id, id))
      return known->pdata[i];
  g_assert_not_reached ();
}

static void
assert_means (const TrlScale *from,
              const char     *level,
              const TrlScale *to,
              const char     *same)
{
  const TrlLevel *found = trl_crosswalk_find (from, level, to);

  g_assert_cmpstr (found ? found->id : NULL, ==, same);
}

static void
test_scales_map_by_meaning (void)
{
  g_autoptr (GPtrArray) known = trl_known_scales ();
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();
  g_autoptr (TrlScale) own = trl_scale_new ("own", "Own");
  const TrlScale *interaction = trl_vocabulary_find_scale (words, NULL);
  const TrlScale *frey = find_known (known, "frey");
  const TrlScale *himmelman = find_known (known, "himmelman");
  const TrlScale *partner = find_known (known, "partner");

  trl_scale_add (own, "zero", "Zero", NULL);
  trl_scale_add (own, "networking", "Networking", NULL);
  assert_means (interaction, "cooperation", himmelman, "cooperating");
  assert_means (interaction, "coordination", himmelman, "coordinating");
  g_assert_cmpint (trl_scale_get_rank (himmelman, "cooperating"), ==, 3);
  assert_means (himmelman, "coordinating", interaction, "coordination");
  assert_means (frey, "coalition", interaction, NULL);
  assert_means (frey, "coalition", himmelman, NULL);
  assert_means (frey, "collaboration", partner, "integration");
  assert_means (partner, "awareness", frey, "networking");
  assert_means (partner, "none", himmelman, "none");
  assert_means (interaction, "networking", own, NULL);
  assert_means (interaction, "none", own, "zero");
  assert_means (interaction, "nowhere", frey, NULL);
}

static void
rename_level (const TrlScale *scale, const char *id, const char *name)
{
  TrlLevel *level = scale->levels->pdata[trl_scale_get_rank (scale, id)];

  g_free (level->name);
  level->name = g_strdup (name);
}

/* The id of a level says nothing once a person calls it something else. */
static void
test_regress_a_renamed_level_means_nothing_known (void)
{
  g_autoptr (GPtrArray) known = trl_known_scales ();
  g_autoptr (TrlVocabulary) words = trl_vocabulary_new_default ();
  const TrlScale *interaction = trl_vocabulary_find_scale (words, NULL);
  const TrlScale *frey = find_known (known, "frey");
  const TrlScale *himmelman = find_known (known, "himmelman");

  rename_level (interaction, "cooperation", "We share staff");
  rename_level (interaction, "coordination", " COORDINATING");
  rename_level (frey, "networking", "Merged");
  assert_means (interaction, "cooperation", himmelman, NULL);
  assert_means (interaction, "coordination", himmelman, "coordinating");
  assert_means (interaction, "networking", frey, NULL);
  assert_means (frey, "networking", interaction, NULL);
  assert_means (frey, "collaboration", interaction, "collaboration");
}

/* Another scale in place of the first, by what levels mean. */
static TrlRecoding *
switch_to_himmelman (TrlDocument *document)
{
  g_autoptr (GPtrArray) known = trl_known_scales ();
  TrlRecoding    *recoding = trl_recoding_new (trl_document_get_vocabulary (document));
  TrlVocabulary  *words = trl_recoding_get_words (recoding);
  const TrlScale *from =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  const TrlScale *to = find_known (known, "himmelman");

  for (guint i = 0; i < trl_scale_get_n_levels (from); i++)
    {
      const char *id = trl_scale_get_level (from, i)->id;

      trl_recoding_map (recoding, TRL_WORD_LEVEL, from->id, id,
                        trl_crosswalk_find (from, id, to)->id);
    }
  trl_recoding_map (recoding, TRL_WORD_SCALE, NULL, from->id, to->id);
  g_ptr_array_set_size (words->scales, 0);
  for (guint i = 0; i < known->len; i++)
    if (known->pdata[i] == to)
      {
        g_ptr_array_add (words->scales, g_ptr_array_steal_index (known, i));
        break;
      }
  return recoding;
}

static guint
total (TrlDocument *document, const char *scale, const char *level)
{
  g_autoptr (TrlUsage) usage = trl_usage_new (document);

  return trl_usage_get (usage, TRL_WORD_LEVEL, scale, level);
}

static void
test_switching_scales_is_one_step (void)
{
  g_autoptr (TrlDocument) document = open_sample ();
  g_autofree char *first = bytes_of (document);
  guint            cooperation = total (document, "interaction", "cooperation");
  guint            coordination = total (document, "interaction", "coordination");
  g_autoptr (TrlRecoding) recoding = switch_to_himmelman (document);

  recode (document, recoding);
  g_assert_cmpuint (cooperation, >, 0);
  g_assert_cmpuint (total (document, "himmelman", "cooperating"), ==, cooperation);
  g_assert_cmpuint (total (document, "himmelman", "coordinating"), ==, coordination);
  g_assert_cmpuint (total (document, "himmelman", "cooperation"), ==, 0);
  undo_and_redo_all (document, first, 1);
}

static void
test_a_new_first_scale_leaves_ties_on_theirs (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autoptr (GPtrArray) known = trl_known_scales ();
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));

  g_ptr_array_insert (trl_recoding_get_words (recoding)->scales, 0,
                      g_ptr_array_steal_index (known, 0));
  recode (document, recoding);
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_SCALE), ==, "interaction");
  g_assert_cmpint (
    trl_network_get_edge_rank (
      trl_document_get_network (document, 0),
      trl_table_find (trl_network_get_edges (trl_document_get_network (document, 0)),
                      "tf")),
    ==, 1);
}

static void
test_a_used_word_needs_a_rule (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autofree char *first = bytes_of (document);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));
  TrlVocabulary *words = trl_recoding_get_words (recoding);

  g_ptr_array_remove_index (words->types,
                            (guint) trl_vocabulary_type_index (words, "food"));
  g_assert_false (trl_document_recode (document, recoding, "Edit", NULL, &error));
  g_assert_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_IN_USE);
  after = bytes_of (document);
  g_assert_cmpstr (after, ==, first);
  g_assert_null (trl_document_get_undo_name (document));
}

static void
test_not_reported_is_neither_none_nor_more (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));

  trl_document_begin (document, "None", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", "tc", TRL_EDGE_LEVEL,
                    TRL_TEXT ("none"));
  trl_document_end (document);
  trl_recoding_map (recoding, TRL_WORD_LEVEL, "interaction", "none", NULL);
  trl_recoding_map (recoding, TRL_WORD_LEVEL, "interaction", "networking", NULL);
  recode (document, recoding);
  g_assert_null (edge_text (document, "tc", TRL_EDGE_LEVEL));
  g_assert_null (edge_text (document, "tc", TRL_EDGE_BACK));
  g_assert_cmpstr (edge_text (document, "tc", TRL_EDGE_PRESENCE), ==, "absent");
  g_assert_null (edge_text (document, "tf", TRL_EDGE_LEVEL));
  g_assert_null (edge_text (document, "tf", TRL_EDGE_PRESENCE));
}

static void
test_roles_fields_and_kinds (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autofree char *first = bytes_of (document);
  g_autoptr (TrlRecoding) recoding =
    trl_recoding_new (trl_document_get_vocabulary (document));
  TrlVocabulary  *words = trl_recoding_get_words (recoding);
  TrlRecodeCount  count;
  const TrlTable *nodes;

  g_assert_true (
    trl_recoding_remove (recoding, TRL_WORD_ROLE, NULL, "funder", "policy-shaper"));
  g_assert_true (trl_recoding_remove (recoding, TRL_WORD_FIELD, "node", "budget", NULL));
  g_assert_false (trl_recoding_remove (recoding, TRL_WORD_FIELD, "edge", "budget", NULL));
  g_assert_false (
    trl_recoding_remove (recoding, TRL_WORD_LEVEL, "interaction", "none", NULL));
  g_assert_false (
    trl_recoding_remove (recoding, TRL_WORD_SCALE, NULL, "interaction", NULL));
  for (guint i = 0; i < words->strategies->len; i++)
    g_assert_null (
      strstr (((TrlStrategy *) words->strategies->pdata[i])->primary, "funder"));
  g_assert_true (trl_recoding_count (recoding, document, &count, NULL));
  g_assert_cmpuint (count.n_values, ==, 3);
  g_assert_cmpuint (count.n_nodes, ==, 2);
  recode (document, recoding);
  g_assert_cmpstr (node_text (document, "f", TRL_NODE_ROLES), ==, "policy-shaper");
  g_assert_cmpstr (node_text (document, "c", TRL_NODE_ROLES), ==,
                   "talent-scout policy-shaper");
  nodes = trl_network_get_nodes (trl_document_get_network (document, 0));
  g_assert_null (trl_table_get_field (nodes, trl_table_find (nodes, "f"), "budget"));
  undo_and_redo_all (document, first, 1);
}

static void
test_kinds_of_partnership_are_renamed (void)
{
  g_autoptr (TrlDocument) document = make_site ();
  g_autoptr (TrlRecoding) recoding = NULL;

  trl_document_begin (document, "Kind", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", "tf", TRL_EDGE_KIND,
                    TRL_TEXT ("Space"));
  trl_document_end (document);
  recoding = trl_recoding_new (trl_document_get_vocabulary (document));
  g_assert_true (trl_recoding_remove (recoding, TRL_WORD_KIND, NULL, "Space", "Rooms"));
  g_ptr_array_add (trl_recoding_get_words (recoding)->kinds, g_strdup ("Rooms"));
  recode (document, recoding);
  g_assert_cmpstr (edge_text (document, "tf", TRL_EDGE_KIND), ==, "Rooms");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/recode/merging-keeps-everything",
                   test_merging_keeps_everything);
  g_test_add_func ("/model/recode/regress-a-survey-stays-one-of-types",
                   test_regress_a_survey_stays_one_of_types);
  g_test_add_func ("/model/recode/organizations-are-retyped",
                   test_organizations_are_retyped);
  g_test_add_func ("/model/recode/a-type-takes-its-nodes-along",
                   test_a_type_takes_its_nodes_along);
  g_test_add_func ("/model/recode/scales-map-by-meaning", test_scales_map_by_meaning);
  g_test_add_func ("/model/recode/regress-a-renamed-level-means-nothing-known",
                   test_regress_a_renamed_level_means_nothing_known);
  g_test_add_func ("/model/recode/switching-scales-is-one-step",
                   test_switching_scales_is_one_step);
  g_test_add_func ("/model/recode/a-new-first-scale-leaves-ties-on-theirs",
                   test_a_new_first_scale_leaves_ties_on_theirs);
  g_test_add_func ("/model/recode/a-used-word-needs-a-rule",
                   test_a_used_word_needs_a_rule);
  g_test_add_func ("/model/recode/not-reported-is-neither-none-nor-more",
                   test_not_reported_is_neither_none_nor_more);
  g_test_add_func ("/model/recode/roles-and-fields", test_roles_fields_and_kinds);
  g_test_add_func ("/model/recode/kinds-of-partnership-are-renamed",
                   test_kinds_of_partnership_are_renamed);
  return g_test_run ();
}
