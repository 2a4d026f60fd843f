/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of pan and zoom, without a widget. */
#include "canvas/trellis-viewport.h"

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
test_there_and_back (void)
{
  TrellisViewport view;
  double          x = 12, y = -7;
  trellis_viewport_init (&view);
  trellis_viewport_go (&view, (TrellisCamera){ 2.5, 40, -30 }, 0, 0);
  trellis_viewport_to_widget (&view, &x, &y);
  assert_near (x, 70);
  assert_near (y, -47.5);
  trellis_viewport_to_scene (&view, &x, &y);
  assert_near (x, 12);
  assert_near (y, -7);
}

/* The point under the pointer keeps its place, also on the way and at the limits. */
static void
test_pointer_stays (void)
{
  const double    factors[] = { 1.2, 0.5, 1000, 0.0001 };
  const double    px = 300, py = 120;
  TrellisViewport view;
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      trellis_viewport_init (&view);
      trellis_viewport_pan (&view, 17, -9);
      double x = px, y = py;
      trellis_viewport_to_scene (&view, &x, &y);
      TrellisCamera goal = trellis_camera_zoom (view.now, factors[i], px, py);
      g_assert_cmpfloat (goal.scale, >=, TRELLIS_ZOOM_MIN);
      g_assert_cmpfloat (goal.scale, <=, TRELLIS_ZOOM_MAX);
      trellis_viewport_go (&view, goal, 1000, 100);
      for (gint64 time = 1000; time <= 1120; time += 20)
        {
          trellis_viewport_step (&view, time);
          double wx = x, wy = y;
          trellis_viewport_to_widget (&view, &wx, &wy);
          assert_near (wx, px);
          assert_near (wy, py);
        }
    }
}

static void
test_fit (void)
{
  TrellisViewport view;
  const double    bounds[4] = { -100, -50, 400, 100 };
  TrellisCamera   camera = trellis_camera_fit (bounds, 860, 700, 30, 4);
  assert_near (camera.scale, 2);
  trellis_viewport_init (&view);
  trellis_viewport_go (&view, camera, 0, 0);
  double x = -100, y = 0;
  trellis_viewport_to_widget (&view, &x, &y);
  assert_near (x, 30);
  assert_near (y, 350);
  assert_near (trellis_camera_fit (bounds, 860, 700, 30, 1.5).scale, 1.5);
  assert_near (trellis_camera_fit ((double[4]){ 5, 5, 0, 0 }, 10, 10, 30, 4).scale, 1);
  /* What a hundred thousand partners take is seen whole. */
  assert_near (trellis_camera_fit ((double[4]){ 0, 0, 40000, 9 }, 860, 700, 30, 4).scale,
               0.02);
}

static void
test_interrupt (void)
{
  TrellisViewport view;
  trellis_viewport_init (&view);
  trellis_viewport_go (&view, (TrellisCamera){ 1, 100, 0 }, 1000, 100);
  g_assert_true (trellis_viewport_step (&view, 1050));
  assert_near (trellis_viewport_get_goal (&view).x, 100);
  double there = view.now.x;
  g_assert_cmpfloat (there, >, 50); /* it is slow at the end, not at the beginning */
  g_assert_cmpfloat (there, <, 100);
  trellis_viewport_pan (&view, 5, 0);
  g_assert_false (trellis_viewport_step (&view, 1200));
  assert_near (view.now.x, there + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/viewport/zoom-keeps-the-pointer-s-place", test_pointer_stays);
  g_test_add_func ("/viewport/fit-shows-all-in-the-middle", test_fit);
  g_test_add_func ("/viewport/a-drag-interrupts-a-move", test_interrupt);
  return g_test_run ();
}
