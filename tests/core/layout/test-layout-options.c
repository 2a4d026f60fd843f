/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was chosen of layouts, as a text of the network. */
#include "layout/trl-layout-options.h"
#include "layout/trl-layout-together.h"
#include "model/trl-document.h"

#include <math.h>

#define N 9

/* A ring of partners. */
static TrlDocument *
make (void)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");

  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, site);
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_document_add (document, "site", node);
    }
  for (guint i = 0; i < N; i++)
    {
      g_autofree char *from = g_strdup_printf ("p%u", i);
      g_autofree char *to = g_strdup_printf ("p%u", (i + 1) % N);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, from, to);

      trl_document_add (document, "site", edge);
    }
  trl_document_end (document);
  return document;
}

static void
set_text (TrlDocument *document, const char *text)
{
  trl_document_begin (document, "Set", NULL);
  g_assert_true (trl_document_set (document, TRL_KIND_NETWORK, "site", NULL,
                                   TRL_NETWORK_LAYOUT_OPTIONS, TRL_TEXT (text)));
  trl_document_end (document);
}

static TrlOptions *
read_text (TrlDocument *document, const char *layout, const char *text)
{
  set_text (document, text);
  return trl_layout_options_new (trl_layout_find (layout),
                                 trl_document_get_network (document, 0));
}

static void
test_usual (void)
{
  g_autoptr (TrlDocument) document = make ();
  const TrlLayout *stress = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = read_text (document, "stress", NULL);
  g_autofree char *text = trl_layout_options_to_text (stress, options, NULL);

  g_assert_null (text);
  g_assert_true (trl_layout_options_are_usual (stress, options));
  trl_options_set (options, "gap", "14.0", NULL);
  g_assert_true (trl_layout_options_are_usual (stress, options));
  trl_options_set (options, "gap", "15", NULL);
  g_assert_false (trl_layout_options_are_usual (stress, options));
}

/* In whatever order they were chosen. */
static void
test_order (void)
{
  g_autoptr (TrlDocument) document = make ();
  const TrlLayout *stress = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = read_text (document, "stress", NULL);
  g_autoptr (TrlOptions) again = NULL;
  g_autofree char *text = NULL;

  trl_options_set (options, "lengths", "depth", NULL);
  trl_options_set (options, "separate", "off", NULL);
  trl_options_set (options, "edge-length", "80", NULL);
  text = trl_layout_options_to_text (stress, options, NULL);
  g_assert_cmpstr (text, ==,
                   "stress.edge-length=80 stress.lengths=depth stress.separate=no");
  again = read_text (document, "stress", text);
  g_assert_cmpstr (trl_options_get_text (again, "lengths"), ==, "depth");
  g_assert_cmpfloat (trl_options_get_number (again, "edge-length"), ==, 80);
  g_assert_false (trl_options_get_flag (again, "separate"));
}

/* Those of other layouts, those of a newer version, and a choice that is not known yet.
 */
static void
test_unknown (void)
{
  static const char before[] = "groups.gap=9 spiral.turns=%20x stress.gap=30 "
                               "stress.lengths=by-distance stress.twist=2 ?";
  g_autoptr (TrlDocument) document = make ();
  const TrlLayout *stress = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = read_text (document, "stress", before);
  g_autofree char *same = trl_layout_options_to_text (stress, options, before);
  g_autofree char *after = NULL;

  g_assert_cmpfloat (trl_options_get_number (options, "gap"), ==, 30);
  g_assert_cmpstr (same, ==,
                   "? groups.gap=9 spiral.turns=%20x stress.gap=30 "
                   "stress.lengths=by-distance stress.twist=2");
  trl_options_set (options, "gap", NULL, NULL);
  after = trl_layout_options_to_text (stress, options, same);
  g_assert_cmpstr (after, ==,
                   "? groups.gap=9 spiral.turns=%20x stress.lengths=by-distance "
                   "stress.twist=2");
}

/* The mean length of ties. */
static double
measure (const TrlLayoutResult *result)
{
  double sum = 0;

  for (guint i = 0; i < N; i++)
    sum += hypot (result->points[i].x - result->points[(i + 1) % N].x,
                  result->points[i].y - result->points[(i + 1) % N].y);
  return sum / N;
}

static void
test_run (void)
{
  g_autoptr (TrlDocument) document = make ();
  TrlNetwork *site = trl_document_get_network (document, 0);
  g_autoptr (TrlUnion) partners = trl_union_new (&site, 1);
  g_autoptr (TrlLayoutResult) usual = trl_layout_run (site, "stress", NULL, NULL, NULL);
  g_autoptr (TrlLayoutResult) longer = NULL;
  g_autoptr (TrlLayoutResult) other = NULL;
  g_autoptr (GPtrArray) together = NULL;

  set_text (document, "stress.edge-length=128");
  longer = trl_layout_run (site, "stress", NULL, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (measure (longer), 2 * measure (usual), 1e-6);
  together = trl_layout_together (&site, 1, partners, "stress", NULL, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (measure (together->pdata[0]), measure (longer), 1e-6);
  other = trl_layout_run (site, "groups", NULL, NULL, NULL);
  g_assert_cmpfloat (measure (other), <, 1.5 * measure (usual));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/options/what-is-usual-is-not-said", test_usual);
  g_test_add_func ("/layout/options/one-order-of-saying", test_order);
  g_test_add_func ("/layout/options/what-is-not-understood-survives", test_unknown);
  g_test_add_func ("/layout/options/run-takes-those-of-the-network", test_run);
  return g_test_run ();
}
