/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing names takes most of the time that a picture takes.  Where it takes too long to
 * wait for, the picture comes without names first; a thread makes it with names once
 * nothing has changed for a moment. */
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-picture-input.h"
#include "scene/trl-scene-build.h"

#include <glib/gi18n.h>

#include <time.h>

#define SLOW_MS 40   /* pictures that take longer are made in a thread */
#define PAUSE_MS 120 /* without a change, before names are placed */

typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
} Ticket;

static gpointer
work_names (gpointer data, GCancellable *cancellable, GError **error)
{
  TrellisPictureInput *input = data;
  return trl_scene_build (input->network, input->places, &input->options);
}

static void
on_names_done (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisCanvas) self = ticket->canvas;
  g_autoptr (TrlScene) scene = result;
  /* A drag holds on to the scene, and ends with another. */
  if (!scene || ticket->serial != self->names_serial || !self->scene || self->lifted)
    return;
  trl_scene_unref (self->scene);
  self->scene = g_steal_pointer (&scene);
  self->has_bounds = trl_scene_get_bounds (self->scene, &self->bounds);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_pause (gpointer data)
{
  TrellisCanvas  *self = data;
  Ticket         *ticket = g_new0 (Ticket, 1);
  TrlSceneOptions options;
  self->names_later = 0;
  trellis_canvas_fill_options (self, &options);
  ticket->canvas = g_object_ref (self);
  ticket->serial = self->names_serial;
  g_object_unref (trellis_job_start (
    _ ("Placing names"), work_names,
    trellis_picture_input_new (trl_network_copy (self->shown), self->goal, &options),
    (GDestroyNotify) trellis_picture_input_free, on_names_done, ticket));
  return G_SOURCE_REMOVE;
}

void
trellis_canvas_forget_names (TrellisCanvas *self)
{
  self->names_serial++;
  g_clear_handle_id (&self->names_later, g_source_remove);
}

/* Milliseconds of work by this thread: what other programs do does not make a picture
 * slow. */
static double
work_time (void)
{
  struct timespec now;
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

TrlScene *
trellis_canvas_build (TrellisCanvas *self, TrlSceneOptions *options)
{
  double start = work_time ();
  trellis_canvas_forget_names (self);
  if (self->names_cost > SLOW_MS)
    {
      options->labels = FALSE;
      self->names_later = g_timeout_add (PAUSE_MS, on_pause, self);
      return trl_scene_build (self->shown, self->now, options);
    }
  TrlScene *scene = trl_scene_build (self->shown, self->now, options);
  self->names_cost = work_time () - start;
  return scene;
}
