/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window has its parts laid out only where something asks for another size: not at
 * rest, and not in the frames of a zoom.  Each time costs some trips to the display.
 */

#include "config.h"

#include "fixture.h"

#include "canvas/trellis-canvas-private.h"
#include "trellis-window-private.h"

#define REST_MS 2000 /* after which nothing goes on */
#define STEPS 30
#define STEP_MS 20

static TrellisApplication *application;

static void
on_layout (GdkSurface *surface, int width, int height, guint *n)
{
  (*n)++;
}

static void
test_rest (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GdkSurface    *surface = gtk_native_get_surface (GTK_NATIVE (window));
  guint          n = 0;

  fixture_spin (REST_MS);
  g_signal_connect (surface, "layout", G_CALLBACK (on_layout), &n);
  fixture_spin (1000);
  g_assert_cmpuint (n, <=, 2);
  g_signal_handlers_disconnect_by_data (surface, &n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom (void)
{
  g_autoptr (TrlDocument) document = fixture_document ();
  TrellisWindow *window = fixture_open (application, document);
  GdkSurface    *surface = gtk_native_get_surface (GTK_NATIVE (window));
  TrellisCanvas *canvas = window->canvas;
  guint          n = 0;
  double         start;

  fixture_spin (REST_MS);
  start = trellis_canvas_get_zoom (canvas);
  g_signal_connect (surface, "layout", G_CALLBACK (on_layout), &n);
  for (guint i = 0; i < STEPS; i++)
    {
      TrellisCamera camera = trellis_viewport_get_goal (&canvas->view);

      camera.scale *= 1.02;
      trellis_canvas_go (canvas, camera, FALSE);
      fixture_spin (STEP_MS);
    }
  g_assert_cmpfloat (trellis_canvas_get_zoom (canvas), >, 1.5 * start);
  g_assert_cmpuint (n, <=, STEPS / 5);
  g_signal_handlers_disconnect_by_data (surface, &n);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = fixture_start ();
  g_test_add_func ("/rest/nothing-is-laid-out", test_rest);
  g_test_add_func ("/rest/a-zoom-lays-nothing-out", test_zoom);
  status = g_test_run ();
  g_object_unref (application);
  return status;
}
