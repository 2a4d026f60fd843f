/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a network of the model to its picture. */
#include "layout/trl-layout.h"
#include "model/trl-document.h"
#include "model/trl-rollup.h"

#include <math.h>

typedef struct
{
  const char *id;
  const char *type;
  const char *level;
} Partner;

static const Partner by_type[] = {
  { "a", "cbo", "networking" },
  { "b", "food", NULL },
  { "c", "media", "none" },
  { "d", "faith", "collaboration" },
};

static const Partner by_name[] = {
  { "a", "cbo", "networking" },
  { "b", "cbo", "coordination" },
  { "c", "media", "none" },
};

static TrlDocument *
make (const Partner *partners, guint n)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) site = trl_record_new (TRL_KIND_NETWORK, "site");
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, "hub");

  trl_document_begin (document, "Make", NULL);
  trl_record_set (site, TRL_NETWORK_HUB, TRL_TEXT ("hub"));
  trl_document_add_network (document, site);
  trl_document_add (document, "site", hub);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, partners[i].id);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, "hub", partners[i].id);

      trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (partners[i].type));
      trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (i * i));
      trl_record_set (edge, TRL_EDGE_LEVEL, TRL_TEXT (partners[i].level));
      trl_document_add (document, "site", node);
      trl_document_add (document, "site", edge);
    }
  trl_document_end (document);
  return document;
}

static void
set (TrlDocument *document, TrlKind kind, const char *id, guint prop, TrlValue value)
{
  trl_document_begin (document, "Set", NULL);
  g_assert_true (trl_document_set (document, kind, "site", id, prop, value));
  trl_document_end (document);
}

static void
test_input (void)
{
  g_autoptr (TrlDocument) document = make (by_type, G_N_ELEMENTS (by_type));
  g_autoptr (TrlLayoutInput) input = NULL;

  set (document, TRL_KIND_NODE, "b", TRL_NODE_X, TRL_NUMBER (5));
  set (document, TRL_KIND_NODE, "b", TRL_NODE_Y, TRL_NUMBER (-6));
  set (document, TRL_KIND_NODE, "b", TRL_NODE_PINNED, TRL_FLAG (TRUE));
  set (document, TRL_KIND_NODE, "c", TRL_NODE_PINNED, TRL_FLAG (TRUE));
  input = trl_layout_input_new (trl_document_get_network (document, 0));
  g_assert_cmpuint (input->n, ==, 5);
  /* A tie without interaction pulls nobody. */
  g_assert_cmpuint (input->m, ==, 3);
  g_assert_cmpuint (input->hub, ==, 0);
  g_assert_cmpint (input->n_ranks, ==, 5);
  g_assert_cmpint (input->rank[1], ==, 1);
  g_assert_cmpint (input->rank[2], ==, TRL_RANK_NOT_REPORTED);
  g_assert_cmpint (input->rank[3], ==, 0);
  g_assert_cmpint (input->rank[4], ==, 4);
  g_assert_cmpuint (input->n_sectors, ==, 18);
  g_assert_cmpint (input->sector[0], ==, -1);
  g_assert_cmpint (input->sector_family[input->sector[1]], ==,
                   input->sector_family[input->sector[2]]);
  g_assert_cmpint (input->sector_family[input->sector[1]], !=,
                   input->sector_family[input->sector[3]]);
  g_assert_cmpfloat (input->radius[0], ==, TRL_LAYOUT_HUB_RADIUS);
  g_assert_cmpfloat (input->radius[4], ==, trl_layout_disc_radius (9));
  g_assert_cmpuint (input->flags[2], ==, TRL_LAYOUT_PLACED | TRL_LAYOUT_PINNED);
  g_assert_cmpfloat (input->start[2].y, ==, -6);
  /* Pinned, but nowhere. */
  g_assert_cmpuint (input->flags[3], ==, 0);
}

static TrlDocument *
make_many (guint n)
{
  g_autofree Partner *partners = g_new0 (Partner, n);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    partners[i] = (Partner){ ids[i] = g_strdup_printf ("p%u", i), "cbo", "networking" };
  return make (partners, n);
}

static void
test_default (void)
{
  g_autoptr (TrlDocument) types = make (by_type, G_N_ELEMENTS (by_type));
  g_autoptr (TrlDocument) names = make (by_name, G_N_ELEMENTS (by_name));
  TrlNetwork *site = trl_document_get_network (names, 0);
  g_autoptr (TrlNetwork) rolled = trl_network_roll_up (site);
  g_autoptr (TrlDocument) most = make_many (299), more = make_many (300);

  g_assert_cmpstr (trl_layout_default (trl_document_get_network (types, 0)), ==, "rings");
  g_assert_cmpstr (trl_layout_default (site), ==, "stress");
  g_assert_cmpstr (trl_layout_default (rolled), ==, "rings");
  /* With the hub, 300 and 301. */
  g_assert_cmpstr (trl_layout_default (trl_document_get_network (most, 0)), ==, "stress");
  g_assert_cmpstr (trl_layout_default (trl_document_get_network (more, 0)), ==, "groups");
}

static void
test_run (void)
{
  g_autoptr (TrlDocument) document = make (by_type, G_N_ELEMENTS (by_type));
  TrlNetwork *site = trl_document_get_network (document, 0);
  g_autoptr (TrlLayoutResult) unnamed = trl_layout_run (site, NULL, NULL, NULL, NULL);
  g_autoptr (TrlLayoutResult) unknown = NULL;
  g_autoptr (TrlLayoutResult) named = NULL;

  g_assert_cmpuint (unnamed->n_rings, ==, 6);
  for (guint i = 1; i < 5; i++)
    g_assert_cmpint (
      trl_layout_rank_at (unnamed, unnamed->points[i].x, unnamed->points[i].y), ==,
      trl_network_get_node_rank (
        site, trl_table_find (trl_network_get_nodes (site), by_type[i - 1].id), NULL));
  unknown = trl_layout_run (site, "spiral", NULL, NULL, NULL);
  g_assert_cmpuint (unknown->n_rings, ==, 6);
  set (document, TRL_KIND_NETWORK, NULL, TRL_NETWORK_LAYOUT, TRL_TEXT ("spokes"));
  named = trl_layout_run (site, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (named->n_rings, ==, 0);
  g_assert_cmpfloat (named->rim, >, 170);
}

static void
test_seed (void)
{
  g_autoptr (TrlDocument) document = make (by_name, G_N_ELEMENTS (by_name));
  TrlNetwork *site = trl_document_get_network (document, 0);
  g_autoptr (TrlLayoutResult) before = trl_layout_run (site, "stress", NULL, NULL, NULL);
  g_autoptr (TrlLayoutResult) after = NULL;
  g_autoptr (TrlLayoutResult) back = NULL;

  set (document, TRL_KIND_NETWORK, NULL, TRL_NETWORK_SEED, TRL_NUMBER (77));
  after = trl_layout_run (site, "stress", NULL, NULL, NULL);
  trl_document_undo (document);
  back = trl_layout_run (site, "stress", NULL, NULL, NULL);
  g_assert_cmpint (memcmp (before->points, after->points, 4 * sizeof (TrlPoint)), !=, 0);
  g_assert_cmpmem (before->points, 4 * sizeof (TrlPoint), back->points,
                   4 * sizeof (TrlPoint));
}

static void
test_disc_radius (void)
{
  g_assert_cmpfloat (trl_layout_disc_radius (0), ==, 7);
  g_assert_cmpfloat (trl_layout_disc_radius (NAN), ==, trl_layout_disc_radius (1));
  g_assert_cmpfloat (trl_layout_disc_radius (4), ==, 7 + 2.6 * 2);
  g_assert_cmpfloat (trl_layout_disc_radius (1000), ==, 24);
}

static void
test_names (void)
{
  g_autoptr (GError) error = NULL;
  guint                   n;
  const TrlLayout *const *layouts = trl_layouts (&n);

  g_assert_true (trl_layout_find_named ("STRESS", NULL) == trl_layout_find ("stress"));
  g_assert_true (trl_layout_find_named ("rings of Depth", NULL) ==
                 trl_layout_find ("rings"));
  g_assert_null (trl_layout_find_named ("", NULL));
  g_assert_null (trl_layout_find_named ("ring", &error));
  g_assert_error (error, TRL_LAYOUT_ERROR, TRL_LAYOUT_ERROR_UNKNOWN);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (strstr (error->message, layouts[i]->id));
}

static void
test_copy (void)
{
  g_autoptr (TrlDocument) document = make (by_type, G_N_ELEMENTS (by_type));
  TrlNetwork      *site = trl_document_get_network (document, 0);
  TrlLayoutResult *result = trl_layout_run (site, "rings", NULL, NULL, NULL);
  g_autoptr (TrlLayoutResult) copy = trl_layout_result_copy (result);
  double rim = result->rim, x = result->points[1].x;

  trl_layout_result_free (result);
  g_assert_true (copy->rim == rim && copy->points[1].x == x);
  g_assert_cmpuint (copy->ring_used[0], ==, 1);
  g_assert_cmpint (copy->ring_rank[0], ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/input/takes-what-a-network-has", test_input);
  g_test_add_func ("/layout/default-suits-the-grain", test_default);
  g_test_add_func ("/layout/run-takes-the-layout-of-the-network", test_run);
  g_test_add_func ("/layout/run-takes-the-seed-of-the-network", test_seed);
  g_test_add_func ("/layout/disc-grows-with-the-count", test_disc_radius);
  g_test_add_func ("/layout/names-are-those-of-the-window-too", test_names);
  g_test_add_func ("/layout/result/copy-is-its-own", test_copy);
  return g_test_run ();
}
