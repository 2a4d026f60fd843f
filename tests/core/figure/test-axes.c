/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axes of sites: what there is to choose, and what is chosen where nobody does. */

#include "../scene/networks.h"

#include "figure/trl-figure-axes.h"
#include "figure/trl-figure.h"

#include <string.h>

static TrlDocument *
new_site (void)
{
  TrlDocument *document = new_survey ();
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));

  g_ptr_array_add (words->fields,
                   trl_field_new ("budget", "Budget", "network", TRL_FIELD_NUMBER));
  g_ptr_array_add (words->fields,
                   trl_field_new ("staff", "Staff", "network", TRL_FIELD_NUMBER));
  g_ptr_array_add (words->fields,
                   trl_field_new ("motto", "Motto", "network", TRL_FIELD_TEXT));
  trl_document_begin (document, "Describe", NULL);
  trl_document_set_vocabulary (document, words);
  trl_document_set_field (document, TRL_KIND_NETWORK, "n", NULL, "budget", "12");
  trl_document_end (document);
  return document;
}

static void
place (TrlDocument *document, guint property)
{
  trl_document_begin (document, "Place", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "n", NULL, property, TRL_NUMBER (0.25));
  trl_document_end (document);
}

static void
test_list (void)
{
  static const char *const ids[] = { "design",   "learner", "breadth", "depth",
                                     "partners", "budget",  "staff" };
  g_autoptr (TrlDocument) document = new_site ();
  g_autoptr (GPtrArray) list = trl_figure_axes_list (document);

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < list->len; i++)
    {
      const TrlFigureAxis *axis = list->pdata[i];

      g_assert_cmpstr (axis->id, ==, ids[i]);
      g_assert_cmpuint (strlen (axis->label), >, 0);
      g_assert_cmpint (axis->known, ==, i > 1 && i < 6);
    }
  g_assert_cmpstr (((TrlFigureAxis *) list->pdata[5])->label, ==, "Budget");
}

static char *
make_table (TrlDocument *document, const char *x, const char *y, GError **error)
{
  g_autoptr (TrlOptions) options = trl_figure_options_new ("axes");
  TrlFigureRequest request = { .document = document,
                               .figure = "axes",
                               .options = options };

  g_assert_true (trl_options_set (options, "x", x, NULL));
  g_assert_true (trl_options_set (options, "y", y, NULL));
  return trl_figure_make_table (&request, error);
}

static void
check_axes (TrlDocument *document, const char *x, const char *y, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *table = make_table (document, x, y, &error);
  g_autofree char *header = g_strdup_printf ("site,%s\r\n", expected);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (table, header));
}

static void
test_automatic (void)
{
  g_autoptr (TrlDocument) document = new_site ();

  check_axes (document, "", "", "breadth,depth");
  check_axes (document, "depth", "", "depth,breadth");
  check_axes (document, "", "breadth", "depth,breadth");
  check_axes (document, "budget", "", "budget,breadth");
  place (document, TRL_NETWORK_AXIS_DESIGN);
  check_axes (document, "", "", "breadth,depth");
  place (document, TRL_NETWORK_AXIS_LEARNER);
  check_axes (document, "", "", "design,learner");
}

static void
check_missing (TrlDocument *document, const char *axis, const char *hint)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (make_table (document, axis, "", &error));
  g_assert_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, hint));
}

/* Who asks for what nobody said learns where to say it. */
static void
test_missing (void)
{
  g_autoptr (TrlDocument) document = new_site ();

  check_missing (document, "design",
                 "“Origin”, which is set in the inspector of a network as “Designed 0");
  check_missing (document, "learner", "Curriculum-led 0 … 1 learner-driven");
  check_missing (document, "staff", "“Staff”, which is a field of networks");
  check_missing (document, "height", "No site has a number for “height”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/axes/list-says-what-is-known", test_list);
  g_test_add_func ("/figure/axes/what-is-known-is-chosen", test_automatic);
  g_test_add_func ("/figure/axes/what-is-missing-says-where-it-is-set", test_missing);
  return g_test_run ();
}
