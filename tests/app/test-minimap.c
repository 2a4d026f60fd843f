/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The minimap is seen where it helps, moves the view, and stays away where it is not
 * wanted.
 */

#include "config.h"

#include "canvas/trellis-canvas-private.h"
#include "fixture.h"
#include "trellis-window-private.h"

#include <math.h>

#define MANY 10000
#define SIDE 30
#define SOME (SIDE * SIDE)
#define SPACE 40 /* points between partners */

static TrellisApplication *application;

/* Organizations in rows, each tied to the one before, so that no layout runs. */
static TrlDocument *
new_document (guint n)
{
  TrlDocument *document = trl_document_new ();
  g_autoptr (TrlRecord) network = trl_record_new (TRL_KIND_NETWORK, "town");
  guint side = (guint) ceil (sqrt (n));

  trl_record_set (network, TRL_NETWORK_NAME, TRL_TEXT ("Our Town"));
  trl_document_begin (document, "Make", NULL);
  trl_document_add_network (document, network);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *before = g_strdup_printf ("n%u", i * 2 / 3);
      g_autofree char *tie = g_strdup_printf ("e%u", i);
      g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, id);

      trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (id));
      trl_record_set (node, TRL_NODE_X, TRL_NUMBER (i % side * SPACE));
      trl_record_set (node, TRL_NODE_Y, TRL_NUMBER (i / side * SPACE));
      trl_document_add (document, "town", node);
      if (i > 0 && i % 3 == 0)
        {
          g_autoptr (TrlRecord) edge = trl_record_new_edge (tie, before, id);
          trl_document_add (document, "town", edge);
        }
    }
  trl_document_end (document);
  trl_document_forget_history (document);
  return document;
}

static gboolean
is_drawn (gpointer data)
{
  TrellisWindow *window = data;

  return window->canvas->scene && window->canvas->has_bounds &&
         !window->canvas->large_wanted && !window->canvas->working;
}

static TrellisWindow *
open_window (guint n)
{
  g_autoptr (TrlDocument) document = new_document (n);
  TrellisWindow *window = fixture_open (application, document);

  g_assert_true (fixture_wait (is_drawn, window));
  return window;
}

static void
close_window (TrellisWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  fixture_spin (50);
}

static gboolean
is_seen (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((TrellisWindow *) data)->minimap));
}

static gboolean
is_gone (gpointer data)
{
  return !is_seen (data);
}

/* Waits until frames and what follows them have come to an end. */
static gboolean
is_seen_after (TrellisWindow *window)
{
  fixture_spin (300);
  return is_seen (window);
}

/* Shows the picture around a point of the scene. */
static void
look_at (TrellisWindow *window, double scale, double x, double y)
{
  TrellisCanvas *canvas = window->canvas;

  canvas->fits = FALSE;
  trellis_canvas_go (canvas,
                     (TrellisCamera){ scale, canvas->width / 2.0 - scale * x,
                                      canvas->height / 2.0 - scale * y },
                     FALSE);
}

static void
get_middle (TrellisWindow *window, double *x, double *y)
{
  *x = window->canvas->width / 2.0;
  *y = window->canvas->height / 2.0;
  trellis_viewport_to_scene (&window->canvas->view, x, y);
}

static GtkGesture *
find_drag (TrellisWindow *window)
{
  g_autoptr (GListModel) list =
    gtk_widget_observe_controllers (GTK_WIDGET (window->minimap));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (list, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static gboolean
is_at_top (gpointer data)
{
  TrellisWindow *window = data;
  double         x, y;

  g_assert_true (gtk_widget_translate_coordinates (
    GTK_WIDGET (window->minimap), GTK_WIDGET (window->canvas), 0, 0, &x, &y));
  return y < window->canvas->height / 2.0;
}

static gboolean
is_at_bottom (gpointer data)
{
  return !is_at_top (data);
}

static void
test_large_only (void)
{
  TrellisWindow *window = open_window (MANY);

  g_assert_false (is_seen_after (window)); /* all is in view */
  look_at (window, 1, 2000, 2000);
  g_assert_true (fixture_wait (is_seen, window));
  trellis_canvas_zoom_fit (window->canvas);
  g_assert_true (fixture_wait (is_gone, window));
  close_window (window);

  window = open_window (20);
  look_at (window, 8, 80, 80);
  g_assert_false (is_seen_after (window));
  close_window (window);
}

/* Whether a pixel of what the minimap draws is not its background. */
static gboolean
has_picture (gpointer data)
{
  TrellisWindow   *window = data;
  int              width = gtk_widget_get_width (GTK_WIDGET (window->minimap));
  int              height = gtk_widget_get_height (GTK_WIDGET (window->minimap));
  GtkSnapshot     *snapshot = gtk_snapshot_new ();
  cairo_surface_t *image =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));
  cairo_t *cr = cairo_create (image);
  guint    n = 0;

  GTK_WIDGET_GET_CLASS (window->minimap)
    ->snapshot (GTK_WIDGET (window->minimap), snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  if (node)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  const guint8 *data8 = cairo_image_surface_get_data (image);
  for (int i = 0; i < width * height; i++)
    n += data8[4 * i] < 240 && data8[4 * i + 3] > 0;
  cairo_surface_destroy (image);
  return n > 2000;
}

static void
test_whole_picture (void)
{
  TrellisWindow *window = open_window (SOME);

  look_at (window, 4, 600, 600);
  g_assert_true (fixture_wait (is_seen, window));
  g_assert_true (fixture_wait (has_picture, window));
  close_window (window);
}

/* The middle of the minimap is that of the picture. */
static void
test_moves_view (void)
{
  TrellisWindow *window = open_window (SOME);
  double         x, y, was_x, was_y;

  look_at (window, 4, 150, 150);
  g_assert_true (fixture_wait (has_picture, window));
  GtkGesture *drag = find_drag (window);
  double      width = gtk_widget_get_width (GTK_WIDGET (window->minimap));
  double      height = gtk_widget_get_height (GTK_WIDGET (window->minimap));

  /* Beside the rectangle: the view comes to the pointer. */
  g_signal_emit_by_name (drag, "drag-begin", width / 2, height / 2);
  get_middle (window, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 29 * SPACE / 2.0, 20);
  g_assert_cmpfloat_with_epsilon (y, 29 * SPACE / 2.0, 20);
  g_signal_emit_by_name (drag, "drag-update", 20.0, 10.0);
  get_middle (window, &was_x, &was_y);
  g_assert_cmpfloat (was_x - x, >, 100);
  g_assert_cmpfloat_with_epsilon ((was_x - x) / (was_y - y), 2, 0.01);
  g_signal_emit_by_name (drag, "drag-end", 20.0, 10.0);

  /* On the rectangle: it is taken where it is. */
  g_signal_emit_by_name (drag, "drag-begin", width / 2 + 23, height / 2 + 12);
  get_middle (window, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, was_x, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, was_y, 1e-6);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  g_assert_cmpfloat (window->canvas->view.now.scale, ==, 4);
  close_window (window);
}

static void
test_off (void)
{
  GSettings     *settings = trellis_application_get_settings (application);
  TrellisWindow *window = open_window (SOME);

  look_at (window, 4, 600, 600);
  g_assert_true (fixture_wait (is_seen, window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.minimap", NULL));
  g_assert_true (fixture_wait (is_gone, window));
  g_assert_false (g_settings_get_boolean (settings, "show-minimap"));
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (window), "minimap");
  g_assert_false (g_variant_get_boolean (state));
  close_window (window);

  /* It is remembered. */
  window = open_window (SOME);
  look_at (window, 4, 600, 600);
  g_assert_false (is_seen_after (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.minimap", NULL));
  g_assert_true (fixture_wait (is_seen, window));
  close_window (window);
}

/* A partner that has the focus is never covered. */
static void
test_leaves_focus (void)
{
  TrellisWindow *window = open_window (SOME);
  TrellisCanvas *canvas = window->canvas;
  guint          row;

  look_at (window, 4, 600, 600);
  g_assert_true (is_seen_after (window));
  g_assert_true (is_at_bottom (window));
  /* The partner next to the lower corner, wholly in view. */
  double x = canvas->width - 160, y = canvas->height - 160;
  trellis_viewport_to_scene (&canvas->view, &x, &y);
  row = (guint) ceil (y / SPACE) * SIDE + (guint) ceil (x / SPACE);
  trellis_canvas_take_focus (canvas, row);
  g_assert_true (fixture_wait (is_at_top, window));
  trellis_canvas_take_focus (canvas, row - 3);
  g_assert_true (fixture_wait (is_at_bottom, window));
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/minimap/is-for-parts-of-large-maps", test_large_only);
  g_test_add_func ("/minimap/shows-the-whole-picture", test_whole_picture);
  g_test_add_func ("/minimap/moves-the-view", test_moves_view);
  g_test_add_func ("/minimap/can-be-switched-off", test_off);
  g_test_add_func ("/minimap/leaves-the-focus-free", test_leaves_focus);
  int status = g_test_run ();
  g_clear_object (&application);
  return status;
}
