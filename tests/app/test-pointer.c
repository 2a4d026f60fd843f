/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Real pointer and key events from xdotool, against a canvas in a window. */
#include "canvas-fixture.h"
#include "canvas/trellis-canvas-private.h"

#include <gdk/x11/gdkx.h>
#include <math.h>
#include <stdarg.h>

#define STEPS 8

/* --- driving --- */

static void
on_exited (GObject *process, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

/* Runs xdotool with these words, separated by blanks, and lets the window answer. */
static void
xdo (Fixture *f, const char *format, ...)
{
  va_list list;
  va_start (list, format);
  g_autofree char *line = g_strdup_vprintf (format, list);
  va_end (list);
  g_autofree char *all = g_strconcat ("xdotool ", line, NULL);
  g_auto (GStrv) words = g_strsplit (all, " ", -1);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exited, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  fixture_wait (40);
}

static gulong
get_xid (Fixture *f)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (f->window)));
}

/* From the canvas to the X window, which holds the shadow of the frame too. */
static void
to_window (Fixture *f, double *x, double *y)
{
  double dx, dy;
  g_assert_true (
    gtk_widget_translate_coordinates (GTK_WIDGET (f->canvas), f->window, *x, *y, x, y));
  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &dx, &dy);
  *x += dx;
  *y += dy;
}

static void
point_at (Fixture *f, double x, double y)
{
  to_window (f, &x, &y);
  xdo (f, "mousemove --window %lu %d %d", get_xid (f), (int) round (x), (int) round (y));
}

static void
drag_to (Fixture *f, double x, double y, double x2, double y2)
{
  for (guint i = 1; i <= STEPS; i++)
    point_at (f, x + (x2 - x) * i / STEPS, y + (y2 - y) * i / STEPS);
}

static void
drag (Fixture *f, double x, double y, double x2, double y2)
{
  point_at (f, x, y);
  xdo (f, "mousedown 1");
  drag_to (f, x, y, x2, y2);
  xdo (f, "mouseup 1");
}

static void
open_canvas (Fixture *f, TrlDocument *document)
{
  fixture_open (f, document, 900, 700);
  fixture_wait (200);
  xdo (f, "windowfocus %lu", get_xid (f));
  fixture_wait (200);
}

static void
place (Fixture *f, const char *id, double *x, double *y)
{
  g_assert_true (trellis_canvas_get_place (f->canvas, fixture_row (f, id), x, y));
}

/* A place on the line from the hub through a node where the ring of a level is. */
static void
place_on_ring (Fixture *f, const char *id, int rank, double *x, double *y)
{
  const TrlLayoutResult *goal = f->canvas->goal;
  double                 cx = goal->centre.x, cy = goal->centre.y;
  place (f, id, x, y);
  trellis_viewport_to_widget (&f->canvas->view, &cx, &cy);
  double angle = atan2 (*y - cy, *x - cx);
  for (guint i = 0; i < goal->n_rings; i++)
    if (goal->ring_rank[i] == rank)
      {
        double radius =
          (goal->ring_inner[i] + goal->ring_outer[i]) / 2 * f->canvas->view.now.scale;
        *x = cx + radius * cos (angle);
        *y = cy + radius * sin (angle);
        return;
      }
  g_assert_not_reached ();
}

static guint
get_edge (Fixture *f, const char *a, const char *b)
{
  return trl_network_get_node_edge (fixture_network (f), fixture_row (f, a),
                                    fixture_row (f, b));
}

/* --- rings --- */

static void
test_ring (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 2);
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", 3, &x2, &y2);
  point_at (&f, x, y);
  xdo (&f, "mousedown 1");
  drag_to (&f, x, y, x2, y2);
  fixture_paint (&f);
  fixture_shoot (f.window, "drag-ring");
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 2); /* until it is let go */
  xdo (&f, "mouseup 1");
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 3);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Change Level");
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_NODE, "t2"));
  trl_document_undo (f.document);
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 2);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_ring_ends (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", -1, &x2, &y2);
  drag (&f, x, y, x2, y2);
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, -1);
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", 0, &x2, &y2);
  drag (&f, x, y, x2, y2);
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 0);
  /* Back on its own ring nothing changes. */
  guint64 revision = trl_document_get_revision (f.document);
  place (&f, "t0", &x, &y);
  drag (&f, x, y, x + 12, y + 4);
  g_assert_cmpint (fixture_rank (&f, "t0"), ==, 4);
  g_assert_cmpuint (trl_document_get_revision (f.document), ==, revision);
  fixture_close (&f);
}

static void
test_ring_escape (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2, x3, y3;
  open_canvas (&f, fixture_document (18));
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", 4, &x2, &y2);
  point_at (&f, x, y);
  xdo (&f, "mousedown 1");
  drag_to (&f, x, y, x2, y2);
  g_assert_nonnull (f.canvas->tool);
  xdo (&f, "key Escape");
  g_assert_null (f.canvas->tool);
  drag_to (&f, x2, y2, x2 + 30, y2);
  xdo (&f, "mouseup 1");
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 2);
  g_assert_null (trl_document_get_undo_name (f.document));
  place (&f, "t2", &x3, &y3);
  g_assert_cmpfloat_with_epsilon (x3, x, 0.01);
  g_assert_cmpfloat_with_epsilon (y3, y, 0.01);
  fixture_close (&f);
}

static void
test_ring_of_several (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  trellis_selection_set (f.selection, TRL_KIND_NODE, "t3");
  trellis_selection_toggle (f.selection, TRL_KIND_NODE, "t2");
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", 4, &x2, &y2);
  drag (&f, x, y, x2, y2);
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 4);
  g_assert_cmpint (fixture_rank (&f, "t3"), ==, 4);
  trl_document_undo (f.document);
  g_assert_cmpint (fixture_rank (&f, "t2"), ==, 2);
  g_assert_cmpint (fixture_rank (&f, "t3"), ==, 1);
  fixture_close (&f);
}

static void
test_ring_locked (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  trellis_canvas_set_locked (f.canvas, TRUE);
  guint64 revision = trl_document_get_revision (f.document);
  place (&f, "t2", &x, &y);
  place_on_ring (&f, "t2", 4, &x2, &y2);
  drag (&f, x, y, x2, y2);
  xdo (&f, "key Delete");
  xdo (&f, "key 1");
  xdo (&f, "click --repeat 2 --delay 60 1");
  g_assert_cmpuint (trl_document_get_revision (f.document), ==, revision);
  fixture_close (&f);
}

/* --- moving --- */

static void
test_move (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document_of_organizations (8, FALSE));
  place (&f, "o3", &x, &y);
  drag (&f, x, y, x + 60, y + 45);
  place (&f, "o3", &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x2, x + 60, 1.5);
  g_assert_cmpfloat_with_epsilon (y2, y + 45, 1.5);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Move Partner");
  trl_document_undo (f.document);
  place (&f, "o3", &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x2, x, 0.01);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_move_pins_spokes (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  trellis_canvas_lay_out (f.canvas, "spokes");
  fixture_wait (100);
  place (&f, "t3", &x, &y);
  drag (&f, x, y, x - 40, y + 30);
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (&f));
  g_assert_true (trl_table_get_flag (nodes, fixture_row (&f, "t3"), TRL_NODE_PINNED));
  place (&f, "t3", &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x2, x - 40, 1.5);
  g_assert_cmpfloat_with_epsilon (y2, y + 30, 1.5);
  fixture_close (&f);
}

/* --- connecting and adding --- */

static void
test_connect (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  g_assert_cmpuint (get_edge (&f, "t1", "t12"), ==, TRL_NO_ROW);
  place (&f, "t1", &x, &y);
  place (&f, "t12", &x2, &y2);
  double radius = trellis_canvas_get_radius (f.canvas, fixture_row (&f, "t1"));
  y -= radius + 1;
  point_at (&f, x, y);
  g_assert_true (f.canvas->hover_rim);
  fixture_paint (&f);
  fixture_shoot (f.window, "hover-rim");
  xdo (&f, "mousedown 1");
  drag_to (&f, x, y, x2, y2);
  fixture_paint (&f);
  fixture_shoot (f.window, "drag-connect");
  xdo (&f, "mouseup 1");
  guint edge = get_edge (&f, "t1", "t12");
  g_assert_cmpuint (edge, !=, TRL_NO_ROW);
  g_assert_cmpint (trl_network_get_edge_rank (fixture_network (&f), edge), ==, -1);
  g_assert_cmpstr (trl_document_get_undo_name (f.document), ==, "Add Partnership");
  /* It is selected, so that a key sets its level. */
  xdo (&f, "key 3");
  g_assert_cmpint (trl_network_get_edge_rank (fixture_network (&f), edge), ==, 3);
  fixture_paint (&f);
  fixture_shoot (f.window, "connected");
  trl_document_undo (f.document);
  trl_document_undo (f.document);
  g_assert_cmpuint (get_edge (&f, "t1", "t12"), ==, TRL_NO_ROW);
  fixture_close (&f);
}

static void
test_connect_to_nothing (void)
{
  Fixture f = { 0 };
  double  x, y;
  open_canvas (&f, fixture_document_of_organizations (8, FALSE));
  guint n = trl_network_count_partners (fixture_network (&f));
  place (&f, "o1", &x, &y);
  y += MAX (trellis_canvas_get_radius (f.canvas, fixture_row (&f, "o1")), 12) + 1;
  drag (&f, x, y, 12, 14);
  g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==, n + 1);
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (f.selection);
  g_autofree char *id = g_strdup (g_ptr_array_index (ids, 0));
  g_assert_cmpuint (get_edge (&f, "o1", id), !=, TRL_NO_ROW);
  /* It waits for its name. */
  xdo (&f, "type Zoo");
  xdo (&f, "key Return");
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (&f));
  g_assert_cmpstr (trl_table_get_text (nodes, fixture_row (&f, id), TRL_NODE_NAME), ==,
                   "Zoo");
  trl_document_undo (f.document);
  g_assert_cmpuint (trl_network_count_partners (fixture_network (&f)), ==, n);
  fixture_close (&f);
}

static void
test_double_click (void)
{
  Fixture f = { 0 };
  double  x, y;
  open_canvas (&f, fixture_document_of_organizations (8, FALSE));
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (&f));
  guint           n = trl_table_get_size (nodes);
  point_at (&f, 20, 20);
  xdo (&f, "click --repeat 2 --delay 60 1");
  g_assert_cmpuint (trl_table_get_size (nodes), ==, n + 1);
  xdo (&f, "key Escape"); /* leaves the name, not the partner */
  g_assert_null (f.canvas->entry);
  g_assert_cmpuint (trl_table_get_size (nodes), ==, n + 1);
  fixture_wait (500);
  place (&f, "o2", &x, &y);
  point_at (&f, x, y);
  xdo (&f, "click --repeat 2 --delay 60 1");
  g_assert_nonnull (f.canvas->entry);
  xdo (&f, "type Renamed");
  point_at (&f, 30, 300);
  xdo (&f, "click 1"); /* a click elsewhere keeps the name */
  g_assert_cmpstr (trl_table_get_text (nodes, fixture_row (&f, "o2"), TRL_NODE_NAME), ==,
                   "Renamed");
  fixture_close (&f);
}

/* --- selecting --- */

static void
test_click (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  place (&f, "t3", &x, &y);
  place (&f, "t7", &x2, &y2);
  point_at (&f, x, y);
  xdo (&f, "click 1");
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_NODE, "t3"));
  point_at (&f, x2, y2);
  xdo (&f, "keydown shift click 1 keyup shift");
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 2);
  xdo (&f, "keydown ctrl click 1 keyup ctrl");
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 1);
  point_at (&f, 8, 8);
  fixture_wait (500);
  xdo (&f, "click 1");
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 0);
  /* The tie, half way to the hub. */
  double hx, hy;
  place (&f, "hub", &hx, &hy);
  place (&f, "t15", &x, &y);
  point_at (&f, (hx + x) / 2, (hy + y) / 2);
  fixture_wait (500);
  xdo (&f, "click 1");
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_EDGE, "e15"));
  xdo (&f, "key Escape");
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_EDGE), ==, 0);
  fixture_close (&f);
}

static void
test_lasso (void)
{
  Fixture f = { 0 };
  open_canvas (&f, fixture_document (18));
  xdo (&f, "keydown shift");
  point_at (&f, 4, 4);
  xdo (&f, "mousedown 1");
  drag_to (&f, 4, 4, 4, 690);
  drag_to (&f, 4, 690, 440, 690);
  drag_to (&f, 440, 690, 400, 4);
  fixture_paint (&f);
  fixture_shoot (f.window, "lasso");
  xdo (&f, "mouseup 1 keyup shift");
  guint n = trellis_selection_get_n (f.selection, TRL_KIND_NODE);
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (n, <, 15);
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (f.selection);
  for (guint i = 0; i < ids->len; i++)
    {
      double x, y;
      place (&f, g_ptr_array_index (ids, i), &x, &y);
      g_assert_cmpfloat (x, <, 445);
    }
  fixture_close (&f);
}

static void
test_box (void)
{
  Fixture f = { 0 };
  open_canvas (&f, fixture_document (18));
  xdo (&f, "keydown ctrl");
  point_at (&f, 4, 4);
  xdo (&f, "mousedown 1");
  drag_to (&f, 4, 4, 440, 690);
  fixture_paint (&f);
  fixture_shoot (f.window, "box");
  xdo (&f, "mouseup 1 keyup ctrl");
  g_autoptr (GPtrArray) ids = trellis_selection_get_nodes (f.selection);
  guint within = 0;
  for (guint i = 0; i < 18; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      double           x, y;
      place (&f, id, &x, &y);
      within += x < 440 && y < 690;
    }
  g_assert_cmpuint (within, >, 4);
  g_assert_cmpuint (ids->len, ==, within);
  fixture_close (&f);
}

/* --- view --- */

static void
test_pan_and_zoom (void)
{
  Fixture f = { 0 };
  double  x, y, x2, y2;
  open_canvas (&f, fixture_document (18));
  place (&f, "t3", &x, &y);
  drag (&f, 20, 20, 80, 60);
  place (&f, "t3", &x2, &y2);
  g_assert_cmpfloat_with_epsilon (x2, x + 60, 1.5);
  g_assert_cmpfloat_with_epsilon (y2, y + 40, 1.5);
  /* The middle button moves it from anywhere. */
  point_at (&f, x2, y2);
  xdo (&f, "mousedown 2");
  drag_to (&f, x2, y2, x2 + 30, y2 + 20);
  xdo (&f, "mouseup 2");
  place (&f, "t3", &x, &y);
  g_assert_cmpfloat_with_epsilon (x, x2 + 30, 1.5);
  place (&f, "t3", &x2, &y2);
  /* Space and a drag move it from anywhere, and select nothing. */
  guint64 revision = trl_document_get_revision (f.document);
  trellis_canvas_show_node (f.canvas, "t5");
  trellis_selection_clear (f.selection);
  xdo (&f, "keydown space");
  drag (&f, x2, y2, x2 - 30, y2 - 20);
  xdo (&f, "keyup space");
  place (&f, "t3", &x, &y);
  g_assert_cmpfloat_with_epsilon (x, x2 - 30, 1.5);
  g_assert_cmpuint (trellis_selection_get_n (f.selection, TRL_KIND_NODE), ==, 0);
  g_assert_cmpuint (trl_document_get_revision (f.document), ==, revision);
  place (&f, "t3", &x2, &y2);
  /* Zoom keeps what is under the pointer there. */
  double scale = f.canvas->view.now.scale;
  point_at (&f, x2, y2);
  xdo (&f, "keydown ctrl click 4 click 4 keyup ctrl");
  g_assert_cmpfloat (f.canvas->view.now.scale, >, scale * 1.3);
  place (&f, "t3", &x, &y);
  g_assert_cmpfloat_with_epsilon (x, x2, 1.5);
  g_assert_cmpfloat_with_epsilon (y, y2, 1.5);
  xdo (&f, "click 5");
  place (&f, "t3", &x2, &y2);
  g_assert_cmpfloat (y2, <, y - 20);
  xdo (&f, "key ctrl+0");
  g_assert_cmpfloat_with_epsilon (trellis_canvas_get_zoom (f.canvas), 1, 1e-9);
  xdo (&f, "key ctrl+9");
  g_assert_cmpfloat_with_epsilon (trellis_canvas_get_zoom (f.canvas), scale, 1e-6);
  g_assert_null (trl_document_get_undo_name (f.document));
  fixture_close (&f);
}

static void
test_keys (void)
{
  Fixture f = { 0 };
  open_canvas (&f, fixture_document (18));
  point_at (&f, 8, 8);
  xdo (&f, "click 1");
  xdo (&f, "key Tab Tab Tab");
  g_assert_cmpstr (f.canvas->focus_id, ==, "t1");
  fixture_paint (&f);
  fixture_shoot (f.window, "tab");
  xdo (&f, "key space");
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_NODE, "t1"));
  xdo (&f, "key 1");
  g_assert_cmpint (fixture_rank (&f, "t1"), ==, 1);
  xdo (&f, "key n");
  g_assert_cmpint (fixture_rank (&f, "t1"), ==, -1);
  xdo (&f, "key F2");
  xdo (&f, "type 42nd");
  xdo (&f, "key Return");
  const TrlTable *nodes = trl_network_get_nodes (fixture_network (&f));
  g_assert_cmpstr (trl_table_get_text (nodes, fixture_row (&f, "t1"), TRL_NODE_NAME), ==,
                   "42nd");
  g_assert_cmpint (fixture_rank (&f, "t1"), ==, -1); /* digits were text */
  xdo (&f, "key shift+Tab");
  g_assert_cmpstr (f.canvas->focus_id, ==, "t0");
  xdo (&f, "key Return");
  g_assert_cmpstr (f.opened, ==, "t0");
  xdo (&f, "key Delete");
  g_assert_cmpuint (fixture_row (&f, "t0"), ==, TRL_NO_ROW);
  fixture_close (&f);
}

static void
test_menu (void)
{
  Fixture f = { 0 };
  double  x, y;
  open_canvas (&f, fixture_document (18));
  place (&f, "t3", &x, &y);
  point_at (&f, x, y);
  xdo (&f, "click 3");
  fixture_wait (300);
  g_assert_nonnull (f.canvas->menu);
  g_assert_true (gtk_widget_get_visible (f.canvas->menu));
  g_assert_true (trellis_selection_contains (f.selection, TRL_KIND_NODE, "t3"));
  xdo (&f, "key Escape");
  fixture_wait (300);
  g_assert_false (gtk_widget_get_visible (f.canvas->menu));
  xdo (&f, "key Menu");
  fixture_wait (300);
  g_assert_true (gtk_widget_get_visible (f.canvas->menu));
  fixture_close (&f);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/pointer/ring/dropping-on-another-changes-the-level", test_ring);
  g_test_add_func ("/pointer/ring/none-and-not-reported-are-bands", test_ring_ends);
  g_test_add_func ("/pointer/ring/escape-leaves-the-level", test_ring_escape);
  g_test_add_func ("/pointer/ring/several-go-together", test_ring_of_several);
  g_test_add_func ("/pointer/ring/locked-refuses", test_ring_locked);
  g_test_add_func ("/pointer/move/is-one-step", test_move);
  g_test_add_func ("/pointer/move/pins-on-spokes", test_move_pins_spokes);
  g_test_add_func ("/pointer/connect/from-the-rim-to-another", test_connect);
  g_test_add_func ("/pointer/connect/to-nothing-adds-a-partner", test_connect_to_nothing);
  g_test_add_func ("/pointer/double-click/adds-or-renames", test_double_click);
  g_test_add_func ("/pointer/click/selects", test_click);
  g_test_add_func ("/pointer/lasso/selects-what-it-surrounds", test_lasso);
  g_test_add_func ("/pointer/box/selects-what-is-in-it", test_box);
  g_test_add_func ("/pointer/view/pans-and-zooms", test_pan_and_zoom);
  g_test_add_func ("/pointer/keys/walk-and-edit", test_keys);
  g_test_add_func ("/pointer/menu/opens-by-button-and-key", test_menu);
  return g_test_run ();
}
