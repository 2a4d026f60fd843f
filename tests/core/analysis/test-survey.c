/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What charts across sites count is what the measures of each site count. */

#include "analysis/trl-profile.h"
#include "analysis/trl-survey.h"

#include <math.h>

/* A hub with the first partner types, each at the second level of the first scale. */
static TrlDocument *
make_site (guint n)
{
  TrlDocument         *document = trl_document_new ();
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  const TrlScale      *scale = trl_vocabulary_find_scale (words, NULL);
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

  trl_record_set (site, TRL_NETWORK_NAME, TRL_TEXT ("Site"));
  trl_record_set (site, TRL_NETWORK_HUB, TRL_TEXT ("hub"));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  trl_document_add (document, "site", hub);
  for (guint i = 0; i < n; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];
      g_autofree char      *id = g_strdup_printf ("tie%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, type->id);
      g_autoptr (TrlRecord) tie = trl_record_new_edge (id, "hub", type->id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (type->name));
      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type->id));
      trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT (trl_scale_get_level (scale, 2)->id));
      trl_document_add (document, "site", node);
      trl_document_add (document, "site", tie);
    }
  trl_document_end (document);
  return document;
}

static void
set_tie (TrlDocument *document, const char *tie, guint prop, TrlValue value)
{
  trl_document_begin (document, "Set", NULL);
  trl_document_set (document, TRL_KIND_EDGE, "site", tie, prop, value);
  trl_document_end (document);
}

static TrlSurvey *
make_survey (TrlDocument *document)
{
  TrlNetwork *network = trl_document_get_network (document, 0);

  return trl_survey_new (document, &network, 1);
}

static void
test_planned (void)
{
  g_autoptr (TrlDocument) document = make_site (4);
  g_autoptr (TrlProfile) profile = NULL;
  g_autoptr (TrlSurvey) survey = NULL;
  TrlSurveyTally tally;

  set_tie (document, "tie1", TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
  profile = trl_profile_new (trl_document_get_network (document, 0));
  survey = make_survey (document);
  trl_survey_tally_site (survey, 0, NULL, &tally);
  g_assert_cmpuint (profile->n_planned, ==, 1);
  g_assert_cmpuint (survey->types->len, ==, 3);
  g_assert_cmpuint (tally.n_engaged, ==, profile->n_engaged);
  g_assert_cmpuint (tally.levels[2], ==, profile->ties[2]);
}

/* It is a level, but none that can be put beside the others. */
static void
test_other_scale (void)
{
  g_autoptr (TrlDocument) document = make_site (3);
  g_autoptr (GPtrArray) known = trl_known_scales ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  const TrlScale *scale;
  g_autoptr (TrlSurvey) survey = NULL;
  const TrlSurveyCell *cell;
  TrlSurveyTally       tally;

  g_ptr_array_set_free_func (known, NULL);
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (words->scales, known->pdata[i]);
  trl_document_begin (document, "Scales", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
  scale = trl_vocabulary_find_scale (trl_document_get_vocabulary (document), "frey");
  set_tie (document, "tie2", TRL_EDGE_SCALE, TRL_TEXT (scale->id));
  set_tie (document, "tie2", TRL_EDGE_LEVEL,
           TRL_TEXT (trl_scale_get_level (scale, 2)->id));
  survey = make_survey (document);
  trl_survey_tally_site (survey, 0, NULL, &tally);
  cell = trl_survey_get (survey, 0, 2);
  g_assert_cmpint (cell->state, ==, TRL_CELL_LEVEL);
  g_assert_true (cell->other);
  g_assert_cmpint (cell->rank, ==, -1);
  g_assert_cmpuint (tally.n_engaged, ==, 3);
  g_assert_cmpuint (tally.n_reported, ==, 2);
  g_assert_cmpuint (tally.n_other, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/survey/planned-ties-do-not-count", test_planned);
  g_test_add_func ("/analysis/survey/other-scales-stay-apart", test_other_scale);
  return g_test_run ();
}
