/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lengths by depth: of hand-made inputs of every size that has a solver of its own, and
 * from a document. */
#include "inputs.h"
#include "layout/trl-layout-together.h"
#include "model/trl-document.h"

static TrlLayoutResult *
run_lengths (const TrlLayoutInput *input, const char *lengths)
{
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);

  g_assert_true (trl_options_set (options, "lengths", lengths, NULL));
  return trl_layout_place (layout, input, options, 1, NULL, NULL);
}

/* The mean drawn length of the ties of a depth. */
static double
get_mean (const TrlLayoutInput *input, const TrlLayoutResult *result, double depth)
{
  double sum = 0;
  guint  n = 0;

  for (guint e = 0; e < input->m; e++)
    if (input->depth[e] == depth && input->from[e] != input->to[e])
      {
        sum +=
          get_distance (result->points[input->from[e]], result->points[input->to[e]]);
        n++;
      }
  return sum / n;
}

/* Levels in turn along the ties; each fourth is not reported. */
static TrlLayoutInput *
input_with_depths (TrlRandom *random, guint n)
{
  TrlLayoutInput *input = input_new_random (random, n, 0);
  float          *depth = g_new (float, input->m);

  for (guint e = 0; e < input->m; e++)
    depth[e] = e % 4 == 3 ? NAN : (float) (e % 4) / 2;
  input->depth = depth;
  return input;
}

static void
test_shorter (gconstpointer data)
{
  guint     n = GPOINTER_TO_UINT (data);
  TrlRandom random;

  trl_random_init (&random, 60, n);
  g_autoptr (TrlLayoutInput) input = input_with_depths (&random, n);
  g_autoptr (TrlLayoutResult) equal = run_lengths (input, "equal");
  g_autoptr (TrlLayoutResult) varied = run_lengths (input, "depth");
  double deep = get_mean (input, varied, 1), middle = get_mean (input, varied, 0.5);
  double shallow = get_mean (input, varied, 0);

  g_assert_cmpfloat (deep * 1.2, <, middle);
  g_assert_cmpfloat (middle * 1.15, <, shallow);
  g_assert_cmpfloat (get_mean (input, equal, 1) * 1.1, >, get_mean (input, equal, 0));
}

static void
add_tie (TrlDocument *document, const char *network, const char *to, const char *level)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, to);
  g_autoptr (TrlRecord) tie = trl_record_new_edge (NULL, "hub", to);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (to));
  trl_record_set (tie, TRL_EDGE_LEVEL, TRL_TEXT (level));
  trl_document_add (document, network, node);
  trl_document_add (document, network, tie);
}

static TrlDocument *
make_document (void)
{
  TrlDocument *document = trl_document_new ();

  trl_document_begin (document, "Make", NULL);
  for (guint k = 0; k < 2; k++)
    {
      static const char *const ids[] = { "one", "two" };
      g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, ids[k]);
      g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

      trl_record_set (hub, TRL_NODE_NAME, TRL_TEXT ("hub"));
      trl_document_add_network (document, network);
      trl_document_add (document, ids[k], hub);
      add_tie (document, ids[k], "a", "networking");
      add_tie (document, ids[k], "b", k ? "collaboration" : "networking");
      add_tie (document, ids[k], "c", NULL);
    }
  trl_document_end (document);
  return document;
}

static void
test_document (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  g_autoptr (TrlLayoutInput) input =
    trl_layout_input_new (trl_document_get_network (document, 1));

  g_assert_cmpuint (input->m, ==, 3);
  g_assert_cmpfloat (input->depth[0], ==, 0);
  g_assert_cmpfloat (input->depth[1], ==, 1);
  g_assert_true (isnan (input->depth[2]));
}

/* Of networks that are placed together a tie is as deep as it ever is. */
static void
test_together (void)
{
  g_autoptr (TrlDocument) document = make_document ();
  TrlNetwork *networks[] = { trl_document_get_network (document, 0),
                             trl_document_get_network (document, 1) };
  g_autoptr (TrlUnion) partners = trl_union_new (networks, 2);
  const TrlLayout *layout = trl_layout_find ("stress");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (GPtrArray) results = NULL;
  const TrlLayoutResult *first;

  g_assert_true (trl_options_set (options, "lengths", "depth", NULL));
  results = trl_layout_together (networks, 2, partners, "stress", options, NULL, NULL);
  first = g_ptr_array_index (results, 0);
  g_assert_cmpfloat (get_distance (first->points[0], first->points[2]) * 1.5, <,
                     get_distance (first->points[0], first->points[1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/lengths/of-few-are-by-depth", GUINT_TO_POINTER (60),
                        test_shorter);
  g_test_add_data_func ("/lengths/of-a-thousand-are-by-depth", GUINT_TO_POINTER (1000),
                        test_shorter);
  g_test_add_data_func ("/lengths/of-six-thousand-are-by-depth", GUINT_TO_POINTER (6000),
                        test_shorter);
  g_test_add_func ("/lengths/depth-comes-from-the-level", test_document);
  g_test_add_func ("/lengths/are-shared-by-networks-placed-together", test_together);
  return g_test_run ();
}
