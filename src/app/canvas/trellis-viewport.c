/* SPDX-License-Identifier: GPL-3.0-or-later */
/* widget = scene * scale + offset.  A move goes from camera to camera with the scale
 * eased by its logarithm, so that zooming looks even. */
#include "canvas/trellis-viewport.h"

#include <math.h>

double
trellis_ease (double t)
{
  double left = 1 - CLAMP (t, 0, 1);
  return 1 - left * left * left;
}

void
trellis_viewport_init (TrellisViewport *view)
{
  *view = (TrellisViewport){ .now = { .scale = 1 } };
}

void
trellis_viewport_to_widget (const TrellisViewport *view, double *x, double *y)
{
  *x = *x * view->now.scale + view->now.x;
  *y = *y * view->now.scale + view->now.y;
}

void
trellis_viewport_to_scene (const TrellisViewport *view, double *x, double *y)
{
  *x = (*x - view->now.x) / view->now.scale;
  *y = (*y - view->now.y) / view->now.scale;
}

void
trellis_viewport_pan (TrellisViewport *view, double dx, double dy)
{
  view->began = 0;
  view->now.x += dx;
  view->now.y += dy;
}

TrellisCamera
trellis_camera_zoom (TrellisCamera camera, double factor, double x, double y)
{
  double scale = CLAMP (camera.scale * factor, TRELLIS_ZOOM_MIN, TRELLIS_ZOOM_MAX);
  double by = scale / camera.scale;
  return (TrellisCamera){ scale, x - (x - camera.x) * by, y - (y - camera.y) * by };
}

TrellisCamera
trellis_camera_fit (
  const double bounds[4], double width, double height, double margin, double most)
{
  double across = MAX (width - 2 * margin, 1) / MAX (bounds[2], 1);
  double down = MAX (height - 2 * margin, 1) / MAX (bounds[3], 1);
  double scale =
    CLAMP (MIN (across, down), TRELLIS_ZOOM_MIN, MIN (most, TRELLIS_ZOOM_MAX));
  return (TrellisCamera){ scale, width / 2 - scale * (bounds[0] + bounds[2] / 2),
                          height / 2 - scale * (bounds[1] + bounds[3] / 2) };
}

void
trellis_viewport_go (TrellisViewport *view,
                     TrellisCamera    camera,
                     gint64           time,
                     gint64           lasts)
{
  view->from = view->now;
  view->to = camera;
  view->began = lasts > 0 ? time : 0;
  view->lasts = lasts;
  if (lasts <= 0)
    view->now = camera;
}

gboolean
trellis_viewport_step (TrellisViewport *view, gint64 time)
{
  if (view->began == 0)
    return FALSE;
  double t = (double) (time - view->began) / view->lasts;
  if (t >= 1)
    {
      view->now = view->to;
      view->began = 0;
      return FALSE;
    }
  double e = trellis_ease (t), range = view->to.scale - view->from.scale;
  view->now.scale = exp (log (view->from.scale) * (1 - e) + log (view->to.scale) * e);
  /* Offsets follow the scale, so that the point zoomed about stays where it is. */
  double part = fabs (range) > 1e-9 ? (view->now.scale - view->from.scale) / range : e;
  view->now.x = view->from.x + (view->to.x - view->from.x) * part;
  view->now.y = view->from.y + (view->to.y - view->from.y) * part;
  return TRUE;
}

TrellisCamera
trellis_viewport_get_goal (const TrellisViewport *view)
{
  return view->began ? view->to : view->now;
}
