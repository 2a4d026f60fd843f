/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layouts that ask something of the data or of the machine, in the window. */
#include "canvas-fixture.h"

#include "canvas/trellis-canvas-private.h"
#include "engine/trl-engine.h"

#include <math.h>
#include <string.h>

static const char *
get_layout (Fixture *f)
{
  return trl_network_get_text (fixture_network (f), TRL_NETWORK_LAYOUT);
}

static void
locate (TrlDocument *document, guint n)
{
  const char *network = fixture_network_id (document);

  trl_document_begin (document, "Locate", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      g_autofree char *latitude = g_strdup_printf ("41.%u", 10 + 7 * i % 80);
      g_autofree char *longitude = g_strdup_printf ("-87.%u", 10 + 11 * i % 80);

      trl_document_set_field (document, TRL_KIND_NODE, network, id, "latitude", latitude);
      trl_document_set_field (document, TRL_KIND_NODE, network, id, "longitude",
                              longitude);
    }
  trl_document_end (document);
}

static gboolean
has_words (const TrlScene *scene, const char *words)
{
  guint          n;
  const TrlItem *items = trl_scene_get_items (scene, &n);

  for (guint i = 0; i < n; i++)
    if (items[i].kind == TRL_ITEM_TEXT &&
        strstr (trl_scene_get_text (scene, items[i].text)->string, words))
      return TRUE;
  return FALSE;
}

/* Without coordinates a sentence says what to do, and the layout stays. */
static void
test_map_without_places (void)
{
  Fixture f = { 0 };

  fixture_open (&f, fixture_document (12), 700, 500);
  trellis_canvas_lay_out (f.canvas, "map");
  g_assert_nonnull (f.notice);
  g_assert_nonnull (strstr (f.notice, "Latitude"));
  g_assert_cmpstr (get_layout (&f), !=, "map");
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_map (void)
{
  Fixture f = { 0 };

  fixture_open (&f, fixture_document (12), 700, 500);
  locate (f.document, 10);
  trellis_canvas_lay_out (f.canvas, "map");
  g_assert_null (f.notice);
  g_assert_cmpstr (get_layout (&f), ==, "map");
  fixture_paint (&f);
  g_assert_true (has_words (f.canvas->scene, "km"));
  g_assert_true (has_words (f.canvas->scene, "3 without coordinates"));
  fixture_shoot (f.window, "types-map");

  /* When they go, the picture does not. */
  trl_document_begin (f.document, "Forget", NULL);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);

      trl_document_set_field (f.document, TRL_KIND_NODE, fixture_network_id (f.document),
                              id, "latitude", NULL);
    }
  trl_document_end (f.document);
  g_assert_nonnull (f.canvas->goal);
  fixture_close (&f);
}

static void
wait_for_layout (Fixture *f)
{
  for (guint i = 0; i < 200 && trellis_canvas_is_laying_out (f->canvas); i++)
    fixture_wait (20);
  g_assert_false (trellis_canvas_is_laying_out (f->canvas));
}

/* A helper that is missing or talks nonsense: told of, and not chosen. */
static void
test_helper (gconstpointer folder)
{
  Fixture          f = { 0 };
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", folder, NULL);
  g_autofree char *before = g_strdup (g_getenv (TRL_ENGINE_FOLDER));

  g_setenv (TRL_ENGINE_FOLDER, path, TRUE);
  fixture_open (&f, fixture_document (12), 700, 500);
  trellis_canvas_lay_out (f.canvas, "graphviz-dot");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  wait_for_layout (&f);
  g_assert_nonnull (f.notice);
  g_assert_nonnull (strstr (f.notice, "trellis-graphviz"));
  g_assert_cmpstr (get_layout (&f), !=, "graphviz-dot");
  g_assert_nonnull (f.canvas->goal);
  fixture_close (&f);
  if (before)
    g_setenv (TRL_ENGINE_FOLDER, before, TRUE);
}

static double
get_x (Fixture *f)
{
  return trl_table_get_number (trl_network_get_nodes (fixture_network (f)), 0,
                               TRL_NODE_X);
}

/* Each choice is a step; one that fails leaves that of the last as it was. */
static void
test_choices_are_steps (void)
{
  Fixture          f = { 0 };
  g_autofree char *path =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", "nosuch", NULL);
  g_autofree char *before = g_strdup (g_getenv (TRL_ENGINE_FOLDER));
  double           stress, grid;

  g_setenv (TRL_ENGINE_FOLDER, path, TRUE);
  fixture_open (&f, fixture_document (12), 700, 500);
  trellis_canvas_lay_out (f.canvas, "stress");
  stress = get_x (&f);
  trellis_canvas_lay_out (f.canvas, "grid");
  grid = get_x (&f);
  g_assert_cmpfloat (grid, !=, stress);
  trellis_canvas_lay_out (f.canvas, "graphviz-dot");
  wait_for_layout (&f);
  g_assert_nonnull (f.notice);
  g_assert_cmpstr (get_layout (&f), ==, "grid");
  g_assert_cmpfloat (get_x (&f), ==, grid);
  trl_document_undo (f.document);
  g_assert_cmpstr (get_layout (&f), ==, "stress");
  g_assert_cmpfloat (get_x (&f), ==, stress);
  trl_document_undo (f.document);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
  if (before)
    g_setenv (TRL_ENGINE_FOLDER, before, TRUE);
}

/* What was given up is not chosen; but a change since then stays. */
static void
test_given_up (gconstpointer changed)
{
  Fixture f = { 0 };

  fixture_open (&f, fixture_document (400), 700, 500);
  trellis_canvas_lay_out (f.canvas, "stress");
  wait_for_layout (&f);
  trellis_canvas_lay_out (f.canvas, "groups");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  if (changed)
    {
      trl_document_begin (f.document, "Rename", NULL);
      trl_document_set (f.document, TRL_KIND_NODE, fixture_network_id (f.document), "t1",
                        TRL_NODE_NAME, TRL_TEXT ("Another"));
      trl_document_end (f.document);
    }
  trellis_canvas_cancel_layout (f.canvas);
  wait_for_layout (&f);
  g_assert_null (f.notice);
  g_assert_cmpstr (get_layout (&f), ==, changed ? "groups" : "stress");
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==,
                   changed ? "Rename" : "Lay Out");
  fixture_close (&f);
}

static void
choose_twice (Fixture *f)
{
  fixture_open (f, fixture_document (400), 700, 500);
  trellis_canvas_lay_out (f->canvas, "stress");
  wait_for_layout (f);
  trl_document_forget_history (f->document);
  trellis_canvas_lay_out (f->canvas, "groups");
  g_assert_true (trellis_canvas_is_laying_out (f->canvas));
  trellis_canvas_lay_out (f->canvas, "grid");
  g_assert_true (trellis_canvas_is_laying_out (f->canvas));
}

/* A choice that another took the place of leaves no trace: undo goes back to before both,
 * to the places as well. */
static void
test_superseded (void)
{
  Fixture f = { 0 };
  double  before, after;

  choose_twice (&f);
  before = get_x (&f);
  wait_for_layout (&f);
  after = get_x (&f);
  g_assert_cmpstr (get_layout (&f), ==, "grid");
  g_assert_cmpfloat (after, !=, before);
  trl_document_undo (f.document);
  g_assert_cmpstr (get_layout (&f), ==, "stress");
  g_assert_cmpfloat (get_x (&f), ==, before);
  g_assert_null (trl_document_get_undo_name (f.document));
  trl_document_redo (f.document);
  g_assert_cmpstr (get_layout (&f), ==, "grid");
  g_assert_cmpfloat (get_x (&f), ==, after);

  /* The next one is a step of its own. */
  trellis_canvas_lay_out (f.canvas, "stress");
  wait_for_layout (&f);
  trl_document_undo (f.document);
  g_assert_cmpstr (get_layout (&f), ==, "grid");
  fixture_close (&f);
}

/* Giving up the second, or options changed instead of it, is giving up both. */
static void
test_superseded_given_up (void)
{
  Fixture f = { 0 };
  double  before;

  choose_twice (&f);
  before = get_x (&f);
  trellis_canvas_set_layout_options (f.canvas, "grid.gap=30");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  trellis_canvas_cancel_layout (f.canvas);
  wait_for_layout (&f);
  g_assert_cmpstr (get_layout (&f), ==, "stress");
  g_assert_null (trl_network_get_text (fixture_network (&f), TRL_NETWORK_LAYOUT_OPTIONS));
  g_assert_cmpfloat (get_x (&f), ==, before);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
choose (Fixture *f, const char *id)
{
  trellis_canvas_lay_out (f->canvas, id);
  if (trellis_canvas_is_laying_out (f->canvas))
    wait_for_layout (f);
}

/* Behind a layout that follows the data the places of the one before wait for that one,
 * with what was moved by hand; for another they are nothing. */
static void
test_places_behind (void)
{
  static const char *const behind[] = { "rings", "spokes", "circle" };

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      Fixture f = { 0 };
      g_autoptr (TrlLayoutResult) layers = NULL;

      fixture_open (&f, fixture_document (12), 700, 500);
      choose (&f, "grid");
      choose (&f, behind[i]);
      choose (&f, behind[(i + 1) % G_N_ELEMENTS (behind)]);
      choose (&f, "layers");
      layers = trl_layout_run (f.canvas->shown, "layers", NULL, NULL, NULL);
      g_assert_cmpmem (f.canvas->goal->points, layers->n * sizeof (TrlPoint),
                       layers->points, layers->n * sizeof (TrlPoint));
      trl_document_begin (f.document, "Move", NULL);
      trl_document_set (f.document, TRL_KIND_NODE, fixture_network_id (f.document),
                        trl_table_get_id (trl_network_get_nodes (f.canvas->shown),
                                          f.canvas->graph->node_row[0]),
                        TRL_NODE_X, TRL_NUMBER (4321));
      trl_document_end (f.document);
      choose (&f, behind[i]);
      g_assert_cmpfloat (f.canvas->goal->points[0].x, !=, 4321);
      choose (&f, "layers");
      g_assert_cmpfloat (f.canvas->goal->points[0].x, ==, 4321);
      g_assert_null (trl_network_get_text (fixture_network (&f), TRL_NETWORK_PLACED_BY));
      fixture_close (&f);
    }
}

/* What follows the data is found by a thread where there are many, again after a change,
 * and is never stored. */
static void
test_many_live (void)
{
  Fixture f = { 0 };
  g_autoptr (TrlLayoutResult) rings = NULL;
  g_autoptr (TrlRecord) fresh = trl_record_new (TRL_KIND_NODE, "new");

  fixture_open (&f, fixture_document_of_organizations (5200, FALSE), 700, 500);
  trellis_canvas_lay_out (f.canvas, "rings");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  wait_for_layout (&f);
  rings = trl_layout_run (f.canvas->shown, "rings", NULL, NULL, NULL);
  g_assert_cmpmem (f.canvas->goal->points, rings->n * sizeof (TrlPoint), rings->points,
                   rings->n * sizeof (TrlPoint));
  g_assert_true (isnan (get_x (&f)));
  trl_document_begin (f.document, "Add", NULL);
  trl_document_add (f.document, fixture_network_id (f.document), fresh);
  trl_document_end (f.document);
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  g_assert_cmpuint (f.canvas->goal->n, ==, rings->n + 1);
  wait_for_layout (&f);
  g_assert_cmpuint (f.canvas->goal->n, ==, rings->n + 1);
  /* A layout that the data do not allow is not chosen. */
  trellis_canvas_lay_out (f.canvas, "map");
  wait_for_layout (&f);
  g_assert_nonnull (strstr (f.notice, "Latitude"));
  g_assert_cmpstr (get_layout (&f), ==, "rings");
  fixture_close (&f);
}

static void
test_graphviz (void)
{
  Fixture          f = { 0 };
  g_autofree char *path =
    g_build_filename (g_getenv (TRL_ENGINE_FOLDER), "trellis-graphviz", NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("trellis-graphviz was not built, for want of libgvc");
      return;
    }
  fixture_open (&f, fixture_document (12), 700, 500);
  trellis_canvas_lay_out (f.canvas, "graphviz-twopi");
  wait_for_layout (&f);
  g_assert_null (f.notice);
  g_assert_cmpstr (get_layout (&f), ==, "graphviz-twopi");
  fixture_paint (&f);
  fixture_shoot (f.window, "types-twopi");
  fixture_close (&f);
}

/* Every layout of our own, to look at. */
static void
test_shapes (void)
{
  static const char *const layouts[] = { "circle", "layers", "grid" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      Fixture          f = { 0 };
      g_autofree char *shot = g_strconcat ("organizations-", layouts[i], NULL);

      fixture_open (&f, fixture_document_of_organizations (30, TRUE), 900, 640);
      trellis_canvas_lay_out (f.canvas, layouts[i]);
      g_assert_cmpstr (get_layout (&f), ==, layouts[i]);
      fixture_wait (500); /* until partners stand still */
      fixture_shoot (f.window, shot);
      fixture_close (&f);
    }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas/layouts/a-map-says-what-it-lacks", test_map_without_places);
  g_test_add_func ("/canvas/layouts/a-map-has-a-scale", test_map);
  g_test_add_data_func ("/canvas/layouts/a-missing-helper-is-named", "nosuch",
                        test_helper);
  g_test_add_data_func ("/canvas/layouts/a-helper-that-fails-is-named", "engines",
                        test_helper);
  g_test_add_func ("/canvas/layouts/places-wait-for-their-own", test_places_behind);
  g_test_add_func ("/canvas/layouts/each-choice-is-a-step", test_choices_are_steps);
  g_test_add_data_func ("/canvas/layouts/given-up-is-not-chosen", NULL, test_given_up);
  g_test_add_data_func ("/canvas/layouts/given-up-after-a-change", "changed",
                        test_given_up);
  g_test_add_func ("/canvas/layouts/one-that-takes-the-place-of-another",
                   test_superseded);
  g_test_add_func ("/canvas/layouts/given-up-with-what-it-took-the-place-of",
                   test_superseded_given_up);
  g_test_add_func ("/canvas/layouts/many-are-waited-for", test_many_live);
  g_test_add_func ("/canvas/layouts/graphviz-is-waited-for", test_graphviz);
  g_test_add_func ("/canvas/layouts/circle-layers-and-grid-are-chosen", test_shapes);
  return g_test_run ();
}
