/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRELLIS_ZOOM_MIN 0.01
#define TRELLIS_ZOOM_MAX 16.0

/**
 * TrellisCamera:
 * @scale: pixels a point
 * @x: pixels, where the scene's origin lies in the widget
 * @y: pixels
 */
typedef struct
{
  double scale;
  double x;
  double y;
} TrellisCamera;

/**
 * TrellisViewport:
 *
 * Where the scene lies in a widget, and a move that is on its way.  Knows neither widget
 * nor clock; times are in microseconds.
 */
typedef struct
{
  TrellisCamera now;
  TrellisCamera from;
  TrellisCamera to;
  gint64        began; /* 0: at rest */
  gint64        lasts;
} TrellisViewport;

void trellis_viewport_init (TrellisViewport *view);

void trellis_viewport_to_widget (const TrellisViewport *view, double *x, double *y);
void trellis_viewport_to_scene (const TrellisViewport *view, double *x, double *y);

/**
 * trellis_viewport_pan:
 * @dx: pixels
 *
 * Moves the picture at once; a move on its way ends where it is.
 */
void trellis_viewport_pan (TrellisViewport *view, double dx, double dy);

/**
 * trellis_camera_zoom:
 * @factor: of the scale, which stays between %TRELLIS_ZOOM_MIN and %TRELLIS_ZOOM_MAX
 * @x: pixels; the point that keeps its place
 */
TrellisCamera
trellis_camera_zoom (TrellisCamera camera, double factor, double x, double y);

/**
 * trellis_camera_fit:
 * @bounds: points: x, y, width, height
 * @width: pixels of the widget
 * @margin: pixels left free at every side
 * @most: the largest scale
 *
 * Returns: a camera that shows all of @bounds in the middle
 */
TrellisCamera trellis_camera_fit (
  const double bounds[4], double width, double height, double margin, double most);

/**
 * trellis_viewport_go:
 * @lasts: microseconds; 0 goes there at once
 */
void trellis_viewport_go (TrellisViewport *view,
                          TrellisCamera    camera,
                          gint64           time,
                          gint64           lasts);

/**
 * trellis_viewport_step:
 *
 * Moves along to @time.
 *
 * Returns: whether the move goes on after this
 */
gboolean trellis_viewport_step (TrellisViewport *view, gint64 time);

/**
 * trellis_viewport_get_goal:
 *
 * Returns: where a move on its way will end, or where the view is
 */
TrellisCamera trellis_viewport_get_goal (const TrellisViewport *view);

/**
 * trellis_ease:
 *
 * Returns: how far along a calm move is, 0 … 1, when @t of its time is over (cubic, slow
 * at the end)
 */
double trellis_ease (double t);

G_END_DECLS
