/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the view shows after a change: the whole where all partners have new places, else
 * what it showed before. */
#include "canvas-fixture.h"

#include "canvas/trellis-canvas-private.h"

#include <math.h>

static gboolean
is_busy (TrellisCanvas *canvas)
{
  return trellis_canvas_is_laying_out (canvas) || canvas->large_wanted ||
         canvas->working || canvas->from || trellis_canvas_is_moving (canvas) ||
         canvas->names_later || canvas->zoom_later;
}

static void
settle (Fixture *f)
{
  for (guint i = 0; i < 1000 && is_busy (f->canvas); i++)
    fixture_wait (20);
  g_assert_false (is_busy (f->canvas));
}

static void
zoom_in (Fixture *f)
{
  for (guint i = 0; i < 6; i++)
    fixture_act (f, "canvas.zoom-in", NULL);
  settle (f);
  g_assert_false (f->canvas->fits);
}

static void
open_near (Fixture *f, guint n, const char *layout)
{
  fixture_open (f, fixture_document_of_organizations (n, FALSE), 900, 640);
  settle (f);
  trellis_canvas_lay_out (f->canvas, layout);
  settle (f);
  zoom_in (f);
}

/* All is in view, and takes most of it one way or the other. */
static void
assert_fits (Fixture *f)
{
  TrellisCamera camera;
  TrlRect       all;

  settle (f);
  camera = f->canvas->view.now;
  g_assert_true (trl_scene_get_bounds (f->canvas->scene, &all));
  g_assert_cmpfloat (all.x * camera.scale + camera.x, >=, 0);
  g_assert_cmpfloat (all.y * camera.scale + camera.y, >=, 0);
  g_assert_cmpfloat ((all.x + all.width) * camera.scale + camera.x, <=, f->canvas->width);
  g_assert_cmpfloat ((all.y + all.height) * camera.scale + camera.y, <=,
                     f->canvas->height);
  g_assert_true (all.width * camera.scale > 0.6 * f->canvas->width ||
                 all.height * camera.scale > 0.6 * f->canvas->height);
}

static void
check_chosen (guint n, const char *first, const char *second)
{
  Fixture f = { 0 };

  open_near (&f, n, first);
  trellis_canvas_lay_out (f.canvas, second);
  assert_fits (&f);
  zoom_in (&f);
  trellis_canvas_lay_out (f.canvas, NULL);
  if (!trellis_canvas_is_live (f.canvas))
    assert_fits (&f);
  fixture_close (&f);
}

static void
test_chosen (void)
{
  check_chosen (30, "stress", "grid");
  check_chosen (30, "grid", "rings");
  check_chosen (30, "rings", "stress");
}

/* What a thread finds is fitted when it is there, whatever was zoomed until then. */
static void
test_waited_for (void)
{
  Fixture f = { 0 };

  open_near (&f, 400, "stress");
  trellis_canvas_lay_out (f.canvas, "grid");
  g_assert_true (trellis_canvas_is_laying_out (f.canvas));
  fixture_act (&f, "canvas.zoom-in", NULL);
  assert_fits (&f);
  fixture_close (&f);
}

static void
test_large (void)
{
  check_chosen (1200, "grid", "circle");
}

/* Partners on their way are fitted where they will be. */
static void
test_animated (void)
{
  Fixture f = { 0 };

  open_near (&f, 30, "stress");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  f.canvas->names_cost = 0;
  trellis_canvas_lay_out (f.canvas, "circle");
  g_assert_nonnull (f.canvas->from);
  assert_fits (&f);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture_close (&f);
}

static void
test_options (void)
{
  Fixture f = { 0 };

  open_near (&f, 30, "stress");
  trellis_canvas_set_layout_options (f.canvas, "stress.edge-length=120");
  assert_fits (&f);
  fixture_close (&f);
}

/* The view of a person who looked at some stays with them. */
static void
test_kept (void)
{
  Fixture       f = { 0 };
  TrellisCamera before;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  open_near (&f, 30, "stress");
  before = f.canvas->view.now;
  g_ptr_array_add (ids, (gpointer) "o3");
  g_ptr_array_add (ids, (gpointer) "o4");
  trellis_selection_set_all (f.selection, TRL_KIND_NODE, ids);
  trellis_canvas_lay_out_selection (f.canvas);
  settle (&f);
  g_assert_cmpmem (&before, sizeof before, &f.canvas->view.now, sizeof before);
  trl_document_begin (f.document, "Move", NULL);
  trl_document_set (f.document, TRL_KIND_NODE, fixture_network_id (f.document), "o5",
                    TRL_NODE_X, TRL_NUMBER (900));
  trl_document_end (f.document);
  settle (&f);
  g_assert_cmpmem (&before, sizeof before, &f.canvas->view.now, sizeof before);
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/canvas/fit/a-layout-that-was-chosen", test_chosen);
  g_test_add_func ("/canvas/fit/a-layout-that-was-waited-for", test_waited_for);
  g_test_add_func ("/canvas/fit/a-layout-of-many", test_large);
  g_test_add_func ("/canvas/fit/where-partners-are-going", test_animated);
  g_test_add_func ("/canvas/fit/options-that-move-all", test_options);
  g_test_add_func ("/canvas/fit/not-after-some-have-moved", test_kept);
  return g_test_run ();
}
