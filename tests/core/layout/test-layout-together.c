/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "several.h"

#include "layout/trl-layout-together.h"

static GPtrArray *
place (TrlDocument *document, const char *layout)
{
  g_autoptr (GPtrArray) networks = collect_networks (document);
  TrlNetwork *const *all = (TrlNetwork *const *) networks->pdata;
  g_autoptr (TrlUnion) partners = trl_union_new (all, networks->len);
  g_autoptr (GError) error = NULL;
  GPtrArray *places =
    trl_layout_together (all, networks->len, partners, layout, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, networks->len);
  return places;
}

/* Rings, bands and rim are the same in all, and large enough for each. */
static void
test_one_size (void)
{
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (GPtrArray) together = place (document, "rings");
  const TrlLayoutResult *first = g_ptr_array_index (together, 0);

  g_assert_cmpuint (first->n_rings, ==, 6);
  for (guint k = 0; k < together->len; k++)
    {
      const TrlLayoutResult *here = g_ptr_array_index (together, k);
      g_autoptr (TrlLayoutResult) alone = trl_layout_run (
        trl_document_get_network (document, k), "rings", NULL, NULL, NULL);
      gsize size = first->n_rings * sizeof (double);

      g_assert_cmpmem (here->ring_radius, size, first->ring_radius, size);
      g_assert_cmpmem (here->ring_outer, size, first->ring_outer, size);
      g_assert_cmpfloat (here->rim, ==, first->rim);
      g_assert_cmpfloat (here->rim, >=, alone->rim - 1e-9);
      for (guint i = 0; i < here->n; i++)
        if (!isnan (here->angle[i]))
          g_assert_cmpfloat (here->angle[i], ==, alone->angle[i]);
    }
}

static void
test_same_again (void)
{
  static const char *const ids[] = { "rings", "spokes", "stress" };

  for (guint l = 0; l < G_N_ELEMENTS (ids); l++)
    {
      g_autoptr (TrlDocument) document = read_sites ();
      g_autoptr (TrlDocument) copy = trl_document_copy (document);
      g_autoptr (GPtrArray) one = place (document, ids[l]);
      g_autoptr (GPtrArray) two = place (copy, ids[l]);

      for (guint k = 0; k < one->len; k++)
        {
          const TrlLayoutResult *a = g_ptr_array_index (one, k);
          const TrlLayoutResult *b = g_ptr_array_index (two, k);

          g_assert_cmpmem (a->points, a->n * sizeof (TrlPoint), b->points,
                           b->n * sizeof (TrlPoint));
        }
    }
}

static void
test_one_is_alone (void)
{
  static const char *const ids[] = { "rings", "spokes", "stress" };
  g_autoptr (TrlDocument) document = read_sites ();
  TrlNetwork *network = trl_document_get_network (document, 3);
  g_autoptr (TrlUnion) partners = trl_union_new (&network, 1);

  for (guint l = 0; l < G_N_ELEMENTS (ids); l++)
    {
      g_autoptr (GPtrArray) together =
        trl_layout_together (&network, 1, partners, ids[l], NULL, NULL, NULL);
      const TrlLayoutResult *here = g_ptr_array_index (together, 0);
      g_autoptr (TrlLayoutResult) alone =
        trl_layout_run (network, ids[l], NULL, NULL, NULL);

      for (guint i = 0; i < here->n; i++)
        {
          g_assert_cmpfloat_with_epsilon (here->points[i].x, alone->points[i].x, 1e-9);
          g_assert_cmpfloat_with_epsilon (here->points[i].y, alone->points[i].y, 1e-9);
        }
    }
}

static void
test_cancelled (void)
{
  static const char *const ids[] = { "rings", "spokes", "stress" };
  g_autoptr (TrlDocument) document = read_sites ();
  g_autoptr (GPtrArray) networks = collect_networks (document);
  TrlNetwork *const *all = (TrlNetwork *const *) networks->pdata;
  g_autoptr (TrlUnion) partners = trl_union_new (all, networks->len);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint l = 0; l < G_N_ELEMENTS (ids); l++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trl_layout_together (all, networks->len, partners, ids[l], NULL,
                                          cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_defaults (void)
{
  g_autoptr (TrlDocument) sites = read_sites ();
  g_autoptr (GPtrArray) networks = collect_networks (sites);
  TrlNetwork *const *all = (TrlNetwork *const *) networks->pdata;
  const char        *id;

  g_assert_cmpstr (trl_layout_default_together (all, networks->len), ==, "rings");
  id = trl_network_get_id (all[0]);
  trl_document_begin (sites, "Choose", NULL);
  trl_document_set (sites, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_LAYOUT,
                    TRL_TEXT ("spokes"));
  trl_document_end (sites);
  g_assert_cmpstr (trl_layout_default_together (all, 1), ==, "spokes");
  g_assert_cmpstr (trl_layout_default_together (all, networks->len), ==, "rings");
}

/* Who comes back in the next wave keeps the direction, although the type is crowded. */
static void
test_partners_come_back (void)
{
  g_autoptr (TrlDocument) document = read_relations ();
  g_autoptr (GPtrArray) places = NULL;

  if (!document)
    return;
  places = place (document, "spokes");
  for (guint k = 1; k < places->len; k++)
    {
      const TrlTable *nodes =
        trl_network_get_nodes (trl_document_get_network (document, 0));
      const TrlTable *others =
        trl_network_get_nodes (trl_document_get_network (document, k));
      g_autoptr (TrlGraph) a =
        trl_network_get_graph (trl_document_get_network (document, 0));
      g_autoptr (TrlGraph) b =
        trl_network_get_graph (trl_document_get_network (document, k));
      const TrlLayoutResult *first = g_ptr_array_index (places, 0);
      const TrlLayoutResult *here = g_ptr_array_index (places, k);

      for (guint i = 0; i < a->n; i++)
        {
          guint row = trl_table_find (others, trl_table_get_id (nodes, a->node_row[i]));

          if (!isnan (first->angle[i]))
            g_assert_cmpfloat (first->angle[i], ==, here->angle[b->node_index[row]]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/together/rings-are-one-size", test_one_size);
  g_test_add_func ("/layout/together/same-bits-again", test_same_again);
  g_test_add_func ("/layout/together/one-network-is-as-alone", test_one_is_alone);
  g_test_add_func ("/layout/together/can-be-cancelled", test_cancelled);
  g_test_add_func ("/layout/together/a-layout-that-suits-all", test_defaults);
  g_test_add_func ("/layout/together/who-comes-back-keeps-the-direction",
                   test_partners_come_back);
  return g_test_run ();
}
