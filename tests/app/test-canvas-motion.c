/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Partners on their way from one place to another, and those who stay. */
#include "canvas-fixture.h"

#include "canvas/trellis-canvas-private.h"

#include <math.h>

static void
set_animations (gboolean on)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", on, NULL);
}

static void
wait_for_layout (Fixture *f)
{
  for (guint i = 0; i < 500 && trellis_canvas_is_laying_out (f->canvas); i++)
    fixture_wait (20);
  g_assert_false (trellis_canvas_is_laying_out (f->canvas));
}

static void
open_arranged (Fixture *f, guint n, const char *layout)
{
  fixture_open (f, fixture_document_of_organizations (n, FALSE), 900, 640);
  trellis_canvas_lay_out (f->canvas, layout);
  wait_for_layout (f);
  fixture_paint (f);
}

static void
assert_there (Fixture *f)
{
  gsize size = f->canvas->goal->n * sizeof (TrlPoint);

  g_assert_null (f->canvas->from);
  g_assert_cmpmem (f->canvas->now->points, size, f->canvas->goal->points, size);
  for (guint i = 0; i < f->canvas->graph->n; i++)
    {
      const TrlTable *nodes = trl_network_get_nodes (fixture_network (f));
      guint           row = f->canvas->graph->node_row[i];

      if (trellis_canvas_is_live (f->canvas))
        continue;
      g_assert_cmpfloat (f->canvas->now->points[i].x, ==,
                         trl_table_get_number (nodes, row, TRL_NODE_X));
      g_assert_cmpfloat (f->canvas->now->points[i].y, ==,
                         trl_table_get_number (nodes, row, TRL_NODE_Y));
    }
}

/* A picture that took long is not moved: on a busy machine one must ask again. */
static void
lay_out_calmly (Fixture *f, const char *layout)
{
  for (guint i = 0; i < 20 && !f->canvas->from; i++)
    {
      set_animations (FALSE);
      trellis_canvas_lay_out (f->canvas, "stress");
      fixture_paint (f);
      set_animations (TRUE);
      trellis_canvas_lay_out (f->canvas, layout);
    }
  g_assert_nonnull (f->canvas->from);
}

/* Not sooner than something was seen on its way, and within 400 milliseconds of frames.
 */
static void
test_calm (void)
{
  Fixture f = { 0 };
  gint64  began;

  open_arranged (&f, 30, "stress");
  lay_out_calmly (&f, "grid");
  began = trellis_canvas_time (f.canvas);
  g_assert_true (trellis_canvas_step_positions (f.canvas, began + 200 * 1000));
  g_assert_cmpfloat (hypot (f.canvas->now->points[0].x - f.canvas->goal->points[0].x,
                            f.canvas->now->points[0].y - f.canvas->goal->points[0].y),
                     >, 0.01);
  g_assert_false (trellis_canvas_step_positions (f.canvas, began + 400 * 1000));
  assert_there (&f);
  set_animations (FALSE);
  fixture_close (&f);
}

static void
test_reduced (void)
{
  Fixture f = { 0 };
  g_autoptr (TrlLayoutResult) grid = NULL;

  open_arranged (&f, 30, "stress");
  trellis_canvas_lay_out (f.canvas, "grid");
  grid = trl_layout_run (fixture_network (&f), "grid", NULL, NULL, NULL);
  g_assert_cmpmem (f.canvas->goal->points, 30 * sizeof (TrlPoint), grid->points,
                   30 * sizeof (TrlPoint));
  assert_there (&f);
  fixture_close (&f);
}

/* A picture of which no frame would be in time. */
static void
test_large (void)
{
  Fixture f = { 0 };

  open_arranged (&f, 2001, "grid");
  set_animations (TRUE);
  f.canvas->names_cost = 0;
  trellis_canvas_lay_out (f.canvas, "circle");
  g_assert_null (f.canvas->from);
  set_animations (FALSE);
  fixture_close (&f);
}

/* What is on its way goes on from where it is. */
static void
test_interrupted (void)
{
  Fixture              f = { 0 };
  g_autofree TrlPoint *half = NULL;

  open_arranged (&f, 30, "stress");
  lay_out_calmly (&f, "grid");
  trellis_canvas_step_positions (f.canvas, f.canvas->began + 100 * 1000);
  half = g_memdup2 (f.canvas->now->points, 30 * sizeof (TrlPoint));
  f.canvas->names_cost = 0;
  trellis_canvas_lay_out (f.canvas, "circle");
  g_assert_nonnull (f.canvas->from);
  g_assert_cmpmem (f.canvas->from->points, 30 * sizeof (TrlPoint), half,
                   30 * sizeof (TrlPoint));
  fixture_wait (600);
  assert_there (&f);

  /* The same layout anew leaves the document as it was. */
  lay_out_calmly (&f, "grid");
  trellis_canvas_step_positions (f.canvas, f.canvas->began + 100 * 1000);
  g_free (half);
  half = g_memdup2 (f.canvas->now->points, 30 * sizeof (TrlPoint));
  f.canvas->names_cost = 0;
  trellis_canvas_lay_out (f.canvas, NULL);
  g_assert_cmpmem (f.canvas->from->points, 30 * sizeof (TrlPoint), half,
                   30 * sizeof (TrlPoint));
  set_animations (FALSE);
  fixture_close (&f);
}

/* A partner that is caught on its way is let go where the pointer lets it go; the others
 * end where they belong. */
static void
test_caught (void)
{
  Fixture f = { 0 };

  open_arranged (&f, 30, "stress");
  lay_out_calmly (&f, "grid");
  trellis_canvas_step_positions (f.canvas, f.canvas->began + 100 * 1000);
  {
    guint          index = f.canvas->graph->node_index[fixture_row (&f, "o5")];
    TrlPoint       was = f.canvas->now->points[index], now;
    TrellisPointer at = { was.x, was.y, 0, GDK_BUTTON_PRIMARY };
    gpointer       drag;

    trellis_viewport_to_widget (&f.canvas->view, &at.x, &at.y);
    drag = trellis_tool_select.begin (f.canvas, &at);
    g_assert_nonnull (drag);
    g_assert_null (f.canvas->from);
    at.x += 40 * f.canvas->view.now.scale;
    trellis_tool_select.end (f.canvas, drag, &at);
    trellis_tool_select.free (drag);
    now = f.canvas->goal->points[f.canvas->graph->node_index[fixture_row (&f, "o5")]];
    g_assert_cmpfloat_with_epsilon (now.x, was.x + 40, 1e-6);
    g_assert_cmpfloat_with_epsilon (now.y, was.y, 1e-6);
  }
  fixture_wait (600);
  assert_there (&f);
  set_animations (FALSE);
  fixture_close (&f);
}

static void
add_partners (TrlDocument *document, guint n)
{
  trl_document_begin (document, "Add", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("new%u", i);
      g_autofree char *to = g_strdup_printf ("o%u", 11 * i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);
      g_autoptr (TrlRecord) edge = trl_record_new_edge (NULL, id, to);

      g_assert_true (trl_document_add (document, "site", node));
      g_assert_true (trl_document_add (document, "site", edge));
    }
  trl_document_end (document);
}

/* The places of those who were there, by row, to the bit. */
static void
check_stays (const char *layout, guint n)
{
  Fixture              f = { 0 };
  g_autofree TrlPoint *before = NULL;

  open_arranged (&f, n, layout);
  before = g_memdup2 (f.canvas->goal->points, n * sizeof (TrlPoint));
  add_partners (f.document, 10);
  g_assert_false (trellis_canvas_is_laying_out (f.canvas));
  g_assert_cmpuint (f.canvas->graph->n, ==, n + 10);
  g_assert_cmpmem (f.canvas->goal->points, n * sizeof (TrlPoint), before,
                   n * sizeof (TrlPoint));
  for (guint i = n; i < n + 10; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (
        hypot (f.canvas->goal->points[i].x - f.canvas->goal->points[j].x,
               f.canvas->goal->points[i].y - f.canvas->goal->points[j].y),
        >=, 2 * trl_layout_disc_radius (1) - 1e-9);
  trellis_canvas_add_partner_at (f.canvas, 5, 5, "o1");
  g_assert_cmpmem (f.canvas->goal->points, n * sizeof (TrlPoint), before,
                   n * sizeof (TrlPoint));
  fixture_close (&f);
}

static void
test_stays_by_distance (void)
{
  check_stays ("stress", 200);
  check_stays ("stress", 2000);
}

static void
test_stays_by_group (void)
{
  check_stays ("groups", 200);
  check_stays ("groups", 2000);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas/motion/is-calm-and-ends-where-it-should", test_calm);
  g_test_add_func ("/canvas/motion/none-where-it-is-not-wanted", test_reduced);
  g_test_add_func ("/canvas/motion/none-of-thousands", test_large);
  g_test_add_func ("/canvas/motion/goes-on-from-where-it-is", test_interrupted);
  g_test_add_func ("/canvas/motion/is-caught-by-a-drag", test_caught);
  g_test_add_func ("/canvas/motion/a-newcomer-moves-nobody-by-distance",
                   test_stays_by_distance);
  g_test_add_func ("/canvas/motion/a-newcomer-moves-nobody-by-group",
                   test_stays_by_group);
  return g_test_run ();
}
