/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "networks.h"

#include "scene/trl-legend.h"

static TrlLegend *
make (TrlDocument *document)
{
  TrlNetwork     *network = trl_document_get_network (document, 0);
  TrlSceneOptions options;

  trl_scene_options_init (&options);
  return trl_legend_new (&network, 1, &options);
}

static guint
count_in_model (TrlNetwork *network, int rank)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n, sum = 0;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    sum += trl_network_get_edge_rank (network, rows[i]) == rank &&
           !trl_table_get_flag (edges, rows[i], TRL_EDGE_PLANNED);
  return sum;
}

static void
test_counts (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TrlDocument) document = new_random_net (random, 12, 30);
      g_autoptr (TrlLegend) legend = NULL;
      TrlNetwork     *network = trl_document_get_network (document, 0);
      guint           seen = 0;
      const TrlTable *edges = trl_network_get_edges (network);

      trl_document_begin (document, "Plan", NULL);
      trl_document_set (document, TRL_KIND_EDGE, "n",
                        trl_table_get_id (edges, trl_table_get_rows (edges, NULL)[0]),
                        TRL_EDGE_PLANNED, TRL_FLAG (TRUE));
      trl_document_end (document);
      legend = make (document);
      for (guint i = 0; i < trl_legend_get_n_entries (legend); i++)
        {
          const TrlLegendEntry *entry = trl_legend_get_entry (legend, i);

          if (entry->kind > TRL_LEGEND_NOT_REPORTED)
            continue;
          g_assert_cmpuint (entry->count, ==, count_in_model (network, entry->rank));
          seen += entry->count;
        }
      g_assert_cmpuint (seen + 1, ==, trl_table_get_size (edges));
      g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_PLANNED), ==, 1);
    }
}

/* Deep to shallow, then none, then not reported; only what is in use. */
static void
test_order (void)
{
  static const int order[] = { 4, 2, 0, -1 };
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (TrlLegend) legend = NULL;

  trl_document_begin (document, "Make", NULL);
  add_network (document, "Hub");
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      add_node (document, id, id, NULL, 0);
      add_edge (document, "hub", id, order[(i + 2) % 4]);
    }
  trl_document_end (document);
  legend = make (document);
  g_assert_cmpuint (trl_legend_get_n_entries (legend), ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (trl_legend_get_entry (legend, i)->rank, ==, order[i]);
}

static void
test_families (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlLegend) legend = make (document);

  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_FAMILY), ==, 18);
  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_LEVEL), ==, 16);
  g_assert_cmpuint (trl_legend_count (legend, TRL_LEGEND_NONE), ==, 2);
}

/* Nothing sticks out, however narrow the column; its height is what is painted. */
static void
test_flows (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  g_autoptr (TrlLegend) legend = make (document);
  double before = 0;

  for (double width = 600; width >= 200; width -= 50)
    {
      g_autoptr (TrlScene) scene = trl_scene_new ();
      TrlRect bounds;
      double  height = trl_legend_add_to_scene (legend, scene, 10, 20, width, 0, 8);

      trl_scene_freeze (scene);
      g_assert_true (trl_scene_get_bounds (scene, &bounds));
      g_assert_cmpfloat (bounds.x + bounds.width, <=, 10 + width + 1);
      g_assert_cmpfloat (bounds.y, >=, 19);
      g_assert_cmpfloat (bounds.y + bounds.height, <=, 20 + height + 1);
      g_assert_cmpfloat (height, >=, before);
      before = height;
    }
}

static char *
draw (const TrlLegend *legend)
{
  g_autoptr (TrlScene) scene = trl_scene_new ();

  trl_legend_add_to_scene (legend, scene, 0, 0, 400, 0, 8);
  return trl_scene_to_text (scene);
}

/* Marks that grow with the picture too. */
static void
test_copy (void)
{
  g_autoptr (TrlDocument) document = new_survey ();
  TrlNetwork     *network = trl_document_get_network (document, 0);
  TrlSceneOptions options;

  trl_scene_options_init (&options);
  options.letters = options.counts = TRUE;
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TrlLegend) first = NULL, copy = NULL, second = NULL;
      g_autofree char *copied = NULL, *counted = NULL;

      options.scale = 1;
      first = trl_legend_new (&network, 1, &options);
      options.scale = 0.3 * (i + 1);
      second = trl_legend_new (&network, 1, &options);
      copy = trl_legend_copy (first, options.scale);
      g_clear_pointer (&first, trl_legend_free);
      copied = draw (copy);
      counted = draw (second);
      g_assert_cmpstr (copied, ==, counted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/legend/counts-are-the-models", test_counts);
  g_test_add_func ("/scene/legend/deep-to-shallow-then-none-then-unreported", test_order);
  g_test_add_func ("/scene/legend/families-hold-all-types", test_families);
  g_test_add_func ("/scene/legend/flows-into-its-width", test_flows);
  g_test_add_func ("/scene/legend/copy-suits-its-picture", test_copy);
  return g_test_run ();
}
