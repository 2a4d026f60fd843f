/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nodes are, from one state of a document to the next. */
#include "canvas-fixture.h"
#include "canvas/trellis-places.h"

#include <math.h>

#define MANY 3000

static TrlNetwork *
get_network (TrlDocument *document)
{
  return trl_document_get_network (document, 0);
}

static void
place (TrlDocument *document, const char *id, double x, double y)
{
  trl_document_begin (document, "Place", NULL);
  trl_document_set (document, TRL_KIND_NODE, "site", id, TRL_NODE_X, TRL_NUMBER (x));
  trl_document_set (document, TRL_KIND_NODE, "site", id, TRL_NODE_Y, TRL_NUMBER (y));
  trl_document_end (document);
}

static TrlPoint
get_point (TrlDocument *document, const TrlLayoutResult *result, const char *id)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (get_network (document));
  guint row = trl_table_find (trl_network_get_nodes (get_network (document)), id);
  return result->points[graph->node_index[row]];
}

/* The first eleven on a row, the last, a neighbour of the tenth and the first, nowhere.
 */
static TrlDocument *
row_of_twelve (void)
{
  TrlDocument *document = fixture_document_of_organizations (12, FALSE);
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      place (document, id, 100 * i, 50);
    }
  return document;
}

static void
test_settle (void)
{
  g_autoptr (TrlDocument) document = row_of_twelve ();
  g_autoptr (TrlGraph) graph = trl_network_get_graph (get_network (document));
  g_assert_cmpuint (trellis_places_count (get_network (document), graph), ==, 11);
  g_autoptr (TrlLayoutResult) once =
    trellis_places_load (get_network (document), graph, NULL);
  g_autoptr (TrlLayoutResult) twice =
    trellis_places_load (get_network (document), graph, NULL);
  g_assert_cmpmem (once->points, sizeof (TrlPoint) * 12, twice->points,
                   sizeof (TrlPoint) * 12);
  TrlPoint settled = get_point (document, once, "o11");
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      TrlPoint         other = get_point (document, once, id);
      g_assert_cmpfloat (other.x, ==, 100 * i);
      g_assert_cmpfloat (hypot (other.x - settled.x, other.y - settled.y), >, 20);
    }
  /* Its neighbours are o10, o0 and others of the row: it is near their middle. */
  g_assert_cmpfloat (settled.x, >, 200);
  g_assert_cmpfloat (settled.x, <, 800);
  g_assert_cmpfloat (fabs (settled.y - 50), <, 200);
}

/* Most of a file are new, half of them tied to nobody who is placed: each finds room. */
static void
test_many_settle (void)
{
  g_autoptr (TrlDocument) document = fixture_document_of_organizations (MANY, FALSE);
  TrlNetwork *network = get_network (document);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  for (guint i = 0; i < MANY / 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      place (document, id, 30 * (i % 20), 30 * (i / 20));
    }
  g_autoptr (TrlLayoutResult) result = trellis_places_load (network, graph, NULL);
  for (guint i = 0; i < MANY; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpfloat (hypot (result->points[i].x - result->points[k].x,
                                result->points[i].y - result->points[k].y),
                         >, 19);
}

static void
test_remember (void)
{
  g_autoptr (TrlDocument) document = row_of_twelve ();
  g_autoptr (TrlGraph) graph = trl_network_get_graph (get_network (document));
  g_autoptr (TrlLayoutResult) before =
    trellis_places_load (get_network (document), graph, NULL);
  TrellisPlaces *places = trellis_places_new (get_network (document), graph, before);
  TrlPoint       settled = get_point (document, before, "o11");
  /* Its neighbours move away; the node that nobody placed stays. */
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      place (document, id, 100 * i, 5000);
    }
  g_autoptr (TrlLayoutResult) after =
    trellis_places_load (get_network (document), graph, places);
  TrlPoint now = get_point (document, after, "o11"), drawn = { 0 };
  g_assert_cmpfloat (now.x, ==, settled.x);
  g_assert_cmpfloat (now.y, ==, settled.y);
  trellis_places_set_drawn (places, after);
  g_assert_true (trellis_places_find_drawn (places, "o3", &drawn));
  g_assert_cmpfloat (drawn.y, ==, 5000);
  g_assert_true (trellis_places_find_goal (places, "o3", &drawn));
  g_assert_cmpfloat (drawn.y, ==, 50);
  g_assert_false (trellis_places_find_goal (places, "nobody", &drawn));
  trellis_places_free (places);
}

static void
test_store (void)
{
  g_autoptr (TrlDocument) document = fixture_document_of_organizations (6, FALSE);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (get_network (document));
  g_autoptr (TrlLayoutResult) circle = trellis_places_circle (graph);
  trl_document_begin (document, "Lay Out", NULL);
  trellis_places_store (document, get_network (document), graph, circle);
  trl_document_end (document);
  g_autoptr (TrlLayoutResult) read =
    trellis_places_load (get_network (document), graph, NULL);
  g_assert_cmpmem (circle->points, sizeof (TrlPoint) * 6, read->points,
                   sizeof (TrlPoint) * 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/a-new-node-settles-near-its-neighbours", test_settle);
  g_test_add_func ("/places/many-new-nodes-find-room", test_many_settle);
  g_test_add_func ("/places/what-settled-stays", test_remember);
  g_test_add_func ("/places/what-is-stored-is-read", test_store);
  return g_test_run ();
}
