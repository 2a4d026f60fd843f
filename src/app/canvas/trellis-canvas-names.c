/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing names takes most of the time that a picture takes.  Where it takes too long to
 * wait for, the picture comes without names first; a thread makes it with names once
 * nothing has changed for a moment. */
#include "canvas/trellis-canvas-private.h"
#include "scene/trl-scene-build.h"

#include <glib/gi18n.h>

#include <time.h>

#define SLOW_MS 40   /* pictures that take longer are made in a thread */
#define PAUSE_MS 120 /* without a change, before names are placed */

/* All that a picture is made of, owned. */
typedef struct
{
  TrlNetwork      *network;
  TrlLayoutResult *places;
  TrlSceneOptions  options;
  TrlLevelSet     *hidden_levels;
  char            *spotlight;
} NamesInput;

typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
} Ticket;

static void
names_input_free (gpointer data)
{
  NamesInput *input = data;
  trl_network_unref (input->network);
  trl_layout_result_free (input->places);
  g_clear_pointer (&input->options.hidden_types, g_hash_table_unref);
  trl_level_set_free (input->hidden_levels);
  g_free (input->spotlight);
  g_free (input);
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key;
  if (set)
    g_hash_table_iter_init (&iter, set);
  while (set && g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

static gpointer
work_names (gpointer data, GCancellable *cancellable, GError **error)
{
  NamesInput *input = data;
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

/* What the canvas and the filter lend belongs to the main thread; texts are for one
 * thread, so the picture breaks its own. */
static void
own_options (NamesInput *input)
{
  TrlSceneOptions *options = &input->options;
  if (options->hidden_levels)
    input->hidden_levels = trl_level_set_copy (options->hidden_levels);
  options->hidden_levels = input->hidden_levels;
  options->hidden_types = copy_set (options->hidden_types);
  input->spotlight = g_strdup (options->spotlight);
  options->spotlight = input->spotlight;
  options->texts = NULL;
}

static gboolean
on_pause (gpointer data)
{
  TrellisCanvas *self = data;
  NamesInput    *input = g_new0 (NamesInput, 1);
  Ticket        *ticket = g_new0 (Ticket, 1);
  self->names_later = 0;
  input->network = trl_network_copy (self->shown);
  input->places = trl_layout_result_copy (self->goal);
  trellis_canvas_fill_options (self, &input->options);
  own_options (input);
  ticket->canvas = g_object_ref (self);
  ticket->serial = self->names_serial;
  g_object_unref (trellis_job_start (_ ("Placing names"), work_names, input,
                                     names_input_free, on_names_done, ticket));
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
