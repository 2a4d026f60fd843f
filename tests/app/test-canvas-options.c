/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person asks of a layout in the window: its options, a selection of partners, and
 * the very places that the command line gives. */
#include "canvas-fixture.h"

#include "canvas/trellis-canvas-private.h"
#include "formats/trl-format.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char *
get_options (Fixture *f)
{
  return trl_network_get_text (fixture_network (f), TRL_NETWORK_LAYOUT_OPTIONS);
}

static void
wait_for_layout (Fixture *f)
{
  for (guint i = 0; i < 500 && trellis_canvas_is_laying_out (f->canvas); i++)
    fixture_wait (20);
  g_assert_false (trellis_canvas_is_laying_out (f->canvas));
}

/* What the document holds, in graph order. */
static TrlPoint *
get_stored (Fixture *f)
{
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (f));
  g_autoptr (TrlGraph) graph = trl_network_get_graph (fixture_network (f));
  TrlPoint *points = g_new (TrlPoint, graph->n);

  for (guint i = 0; i < graph->n; i++)
    points[i] =
      (TrlPoint){ trl_table_get_number (nodes, graph->node_row[i], TRL_NODE_X),
                  trl_table_get_number (nodes, graph->node_row[i], TRL_NODE_Y) };
  return points;
}

static void
open_arranged (Fixture *f, guint n, const char *layout)
{
  fixture_open (f, fixture_document_of_organizations (n, FALSE), 900, 640);
  wait_for_layout (f);
  trellis_canvas_lay_out (f->canvas, layout);
  wait_for_layout (f);
  trl_document_forget_history (f->document);
}

/* Of points in graph order, as the ring of organizations has them. */
static double
measure_ring (const TrlPoint *points, guint n)
{
  double sum = 0;

  for (guint i = 0; i + 1 < n; i++)
    sum += hypot (points[i].x - points[i + 1].x, points[i].y - points[i + 1].y);
  return sum / (n - 1);
}

static void
assert_same (const TrlPoint *a, const TrlPoint *b, guint n)
{
  g_assert_cmpmem (a, n * sizeof (TrlPoint), b, n * sizeof (TrlPoint));
}

/* Once without a thread, once with. */
static void
check_options (guint n)
{
  Fixture              f = { 0 };
  g_autofree TrlPoint *before = NULL, *longer = NULL, *longest = NULL, *after = NULL;

  open_arranged (&f, n, "stress");
  before = get_stored (&f);
  trellis_canvas_set_layout_options (f.canvas, "stress.edge-length=96");
  wait_for_layout (&f);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Change Layout Options");
  longer = get_stored (&f);
  assert_same (f.canvas->goal->points, longer, n);
  g_assert_cmpfloat (measure_ring (longer, n), >, 1.2 * measure_ring (before, n));
  trellis_canvas_set_layout_options (f.canvas, "stress.edge-length=128");
  wait_for_layout (&f);
  longest = get_stored (&f);
  g_assert_cmpfloat (measure_ring (longest, n), >, 1.2 * measure_ring (longer, n));

  trl_document_undo (f.document);
  g_assert_cmpstr (get_options (&f), ==, "stress.edge-length=96");
  after = get_stored (&f);
  assert_same (after, longer, n);
  trl_document_undo (f.document);
  g_assert_null (get_options (&f));
  assert_same (f.canvas->goal->points, before, n);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_options (void)
{
  check_options (40);
  check_options (400);
}

/* A layout that follows the data does so at once. */
static void
test_live (void)
{
  Fixture f = { 0 };
  double  usual;

  fixture_open (&f, fixture_document (12), 700, 500);
  usual = f.canvas->goal->ring_radius[0];
  trellis_canvas_set_layout_options (f.canvas, "rings.radius=400");
  g_assert_cmpfloat (f.canvas->goal->ring_radius[0], >, 1.1 * usual);
  trl_document_undo (f.document);
  g_assert_cmpfloat (f.canvas->goal->ring_radius[0], ==, usual);
  trellis_canvas_set_layout_options (f.canvas, NULL); /* as it is: no step */
  g_assert_null (trl_document_get_undo_name (f.document));
  trellis_canvas_set_locked (f.canvas, TRUE);
  trellis_canvas_set_layout_options (f.canvas, "rings.radius=400");
  g_assert_null (get_options (&f));
  fixture_close (&f);
}

static void
check_selection (guint n)
{
  Fixture              f = { 0 };
  g_autofree TrlPoint *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint moved = 0;

  open_arranged (&f, n, "groups");
  before = get_stored (&f);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (ids, g_strdup_printf ("o%u", 7 * i));
  trellis_selection_set_all (f.selection, TRL_KIND_NODE, ids);
  fixture_act (&f, "canvas.lay-out-selection", NULL);
  wait_for_layout (&f);
  g_assert_null (f.notice);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Lay Out Selection");
  after = get_stored (&f);
  assert_same (f.canvas->goal->points, after, n);
  for (guint i = 0; i < n; i++)
    if (i % 7 != 0 || i > 21)
      assert_same (&before[i], &after[i], 1);
    else
      moved += memcmp (&before[i], &after[i], sizeof (TrlPoint)) != 0;
  g_assert_cmpuint (moved, >, 0);
  trl_document_undo (f.document);
  assert_same (f.canvas->goal->points, before, n);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_selection (void)
{
  check_selection (40);
  check_selection (400);
}

/* A sentence says why not. */
static void
test_refusals (void)
{
  Fixture f = { 0 };

  open_arranged (&f, 12, "stress");
  trellis_canvas_lay_out_selection (f.canvas);
  g_assert_nonnull (strstr (f.notice, "Select"));
  trellis_canvas_lay_out (f.canvas, "circle");
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o3");
  trl_document_forget_history (f.document);
  trellis_canvas_lay_out_selection (f.canvas);
  g_assert_nonnull (strstr (f.notice, "follows the data"));
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

/* The layout that was chosen for all would be named and never drawn. */
static void
test_while_all_is_laid_out (void)
{
  Fixture f = { 0 };

  open_arranged (&f, 400, "stress");
  trellis_selection_set (f.selection, TRL_KIND_NODE, "o3");
  trellis_canvas_lay_out (f.canvas, "groups");
  g_assert_nonnull (f.canvas->job);
  trellis_canvas_lay_out_selection (f.canvas);
  g_assert_nonnull (strstr (f.notice, "All partners"));
  wait_for_layout (&f);
  g_assert_cmpstr (trellis_canvas_get_layout (f.canvas)->id, ==, "groups");
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Lay Out");
  fixture_close (&f);
}

/* Whoever waits is told how far it is, and can stop it. */
static void
test_progress (void)
{
  Fixture f = { 0 };
  double  last = 0;
  guint   steps = 0;

  fixture_open (&f, fixture_document_of_organizations (6000, FALSE), 700, 500);
  while (trellis_canvas_is_laying_out (f.canvas))
    {
      double share = trellis_share_get (trellis_canvas_get_layout_share (f.canvas));

      g_assert_cmpfloat (share, >=, last);
      steps += share > last;
      last = share;
      fixture_wait (5);
    }
  g_assert_cmpuint (steps, >, 3);
  g_assert_null (trellis_canvas_get_layout_share (f.canvas));
  trellis_canvas_lay_out (f.canvas, "groups");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  trellis_canvas_cancel_layout (f.canvas);
  wait_for_layout (&f);
  fixture_close (&f);
}

static char *
run_command_line (const char *source, const char *table)
{
  g_autofree char *program =
    g_build_filename (g_getenv ("TRL_BUILD"), "src", "cli", "trellis-cli", NULL);
  const char *const words[] = { program, "layout", source, "-o", table, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_true (g_file_get_contents (table, &text, NULL, &error));
  return text;
}

static char *
print_places (Fixture *f)
{
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (f));
  GString        *csv = g_string_new ("id,x,y\n");

  for (guint i = 0; i < f->canvas->graph->n; i++)
    g_string_append_printf (
      csv, "%s,%.6f,%.6f\n",
      trl_table_get_text (nodes, f->canvas->graph->node_row[i], TRL_NODE_NAME),
      f->canvas->goal->points[i].x, f->canvas->goal->points[i].y);
  return g_string_free (csv, FALSE);
}

static TrlDocument *
make_chosen (guint n, const char *layout, const char *options)
{
  TrlDocument *document = fixture_document_of_organizations (n, FALSE);

  trl_document_begin (document, "Choose", NULL);
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_LAYOUT,
                    TRL_TEXT (layout));
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_LAYOUT_OPTIONS,
                    TRL_TEXT (options));
  trl_document_set (document, TRL_KIND_NETWORK, "site", NULL, TRL_NETWORK_SEED,
                    TRL_NUMBER (77));
  trl_document_end (document);
  trl_document_forget_history (document);
  trl_document_mark_saved (document);
  return document;
}

/* The same document, layout, options and seed: the same places. */
static void
check_command_line (guint n, const char *layout, const char *options)
{
  Fixture          f = { 0 };
  TrlDocument     *document = make_chosen (n, layout, options);
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (folder, "chosen.trellis", NULL);
  g_autofree char *table = g_build_filename (folder, "places.csv", NULL);
  g_autoptr (GBytes) bytes = trl_format_write (document, "trellis", NULL, NULL);
  g_autofree char *said = NULL, *seen = NULL;

  g_assert_true (g_file_set_contents (source, g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes), NULL));
  said = run_command_line (source, table);
  fixture_open (&f, document, 700, 500);
  wait_for_layout (&f);
  seen = print_places (&f);
  g_assert_cmpstr (said, ==, seen);
  fixture_close (&f);
  g_assert_cmpint (g_remove (table) | g_remove (source) | g_rmdir (folder), ==, 0);
}

static void
test_command_line (void)
{
  check_command_line (30, "stress", "stress.edge-length=80 stress.lengths=depth");
  check_command_line (450, "stress", "stress.gap=20");
  check_command_line (450, "groups", "groups.tightness=loose");
  check_command_line (30, "grid", NULL);
  check_command_line (30, "circle", "circle.radius=300");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas/options/one-step-with-what-they-do", test_options);
  g_test_add_func ("/canvas/options/of-a-layout-that-follows-the-data", test_live);
  g_test_add_func ("/canvas/selection/others-stay-to-the-bit", test_selection);
  g_test_add_func ("/canvas/selection/says-why-not", test_refusals);
  g_test_add_func ("/canvas/selection/waits-for-all", test_while_all_is_laid_out);
  g_test_add_func ("/canvas/progress/goes-forward-and-stops", test_progress);
  g_test_add_func ("/canvas/places/are-those-of-the-command-line", test_command_line);
  return g_test_run ();
}
