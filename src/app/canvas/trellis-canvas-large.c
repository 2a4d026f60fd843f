/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of large networks are made by a thread, without names, while the one before
 * stays to be seen.  After a move only what moved is made anew, here and now.  Names of
 * what is in view follow in trellis-canvas-near.c; both threads read one copy of the
 * network, by turns. */
#include "canvas/trellis-canvas-private.h"
#include "canvas/trellis-picture-input.h"
#include "scene/trl-scene-build.h"
#include "scene/trl-scene-patch.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_MOVED 2000    /* partners; with more, all is made anew */
#define MOST_PATCHED 20000 /* items, after which searching takes longer */

typedef struct
{
  TrellisCanvas *canvas;
  guint          serial;
} Ticket;

gboolean
trellis_canvas_is_large (TrellisCanvas *self)
{
  return self->graph && trellis_backdrop_is_large (self->graph->n + self->graph->m);
}

TrlNetwork *
trellis_canvas_ref_copy (TrellisCanvas *self)
{
  guint64 revision = trl_network_get_revision (self->shown);
  if (self->copy && self->copy_of == self->shown && self->copy_revision == revision)
    return trl_network_ref (self->copy);
  g_clear_pointer (&self->copy, trl_network_unref);
  self->copy = trl_network_copy (self->shown);
  self->copy_of = self->shown;
  self->copy_revision = revision;
  return trl_network_ref (self->copy);
}

void
trellis_canvas_forget_large (TrellisCanvas *self)
{
  self->large_serial++;
  self->large_wanted = FALSE;
  self->copy_of = NULL;
  g_clear_pointer (&self->copy, trl_network_unref);
  g_clear_pointer (&self->stale, trl_scene_unref);
  trellis_canvas_forget_near (self);
}

/* --- made by a thread --- */

static gpointer
work_scene (gpointer data, GCancellable *cancellable, GError **error)
{
  TrellisPictureInput *input = data;
  TrlScene *scene = trl_scene_build (input->network, input->places, &input->options);
  trl_scene_prepare_search (scene);
  return scene;
}

static void
take_scene (TrellisCanvas *self, TrlScene *scene)
{
  g_clear_pointer (&self->scene, trl_scene_unref);
  g_clear_pointer (&self->stale, trl_scene_unref);
  self->scene = scene;
  self->has_bounds = trl_scene_get_bounds (scene, &self->bounds);
  trellis_canvas_update_proxies (self);
  trellis_canvas_place_entry (self);
  if (self->fits)
    trellis_canvas_fit (self, FALSE);
  trellis_canvas_update_hover (self);
  trellis_canvas_update_actions (self);
  trellis_canvas_name_near_later (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scene_done (gpointer result, const GError *error, gpointer data)
{
  g_autofree Ticket *ticket = data;
  g_autoptr (TrellisCanvas) self = ticket->canvas;
  g_autoptr (TrlScene) scene = result;
  self->working = FALSE;
  if (scene && ticket->serial == self->large_serial && self->shown)
    {
      /* Under a drag the picture stays; it is made again when that ends. */
      if (self->lifted)
        self->large_wanted = TRUE;
      else
        take_scene (self, g_steal_pointer (&scene));
    }
  trellis_canvas_go_on (self);
}

static void
start (TrellisCanvas *self)
{
  TrlSceneOptions options;
  Ticket         *ticket = g_new0 (Ticket, 1);
  trellis_canvas_fill_options (self, &options);
  options.labels = FALSE;
  ticket->canvas = g_object_ref (self);
  ticket->serial = self->large_serial;
  self->working = TRUE;
  self->large_wanted = FALSE;
  g_object_unref (trellis_job_start (
    _ ("Drawing the map"), work_scene,
    trellis_picture_input_new (trellis_canvas_ref_copy (self), self->now, &options),
    (GDestroyNotify) trellis_picture_input_free, on_scene_done, ticket));
}

/* Where nobody sees it, the map waits: each edit elsewhere would have it drawn, and what
 * was painted last is in memory beside what would be painted next. */
void
trellis_canvas_go_on (TrellisCanvas *self)
{
  if (self->working || self->lifted || !self->shown || !self->now ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->large_wanted)
    start (self);
}

void
trellis_canvas_rebuild_large (TrellisCanvas *self)
{
  self->large_serial++;
  self->large_wanted = TRUE;
  trellis_canvas_go_on (self);
}

void
trellis_canvas_hold_scene (TrellisCanvas *self)
{
  if (!self->scene)
    return;
  g_clear_pointer (&self->stale, trl_scene_unref);
  self->stale = g_steal_pointer (&self->scene);
}

/* --- after a move --- */

/* Where the document has the nodes now; what differs goes to @moved. */
static gboolean
find_moved (TrellisCanvas *self, GArray *moved)
{
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  for (guint i = 0; i < self->graph->n; i++)
    {
      guint    row = self->graph->node_row[i];
      TrlPoint at = { trl_table_get_number (nodes, row, TRL_NODE_X),
                      trl_table_get_number (nodes, row, TRL_NODE_Y) };
      if (at.x == self->goal->points[i].x && at.y == self->goal->points[i].y)
        continue;
      if (!isfinite (at.x) || !isfinite (at.y) || moved->len == MOST_MOVED)
        return FALSE;
      self->goal->points[i] = self->now->points[i] = at;
      g_array_append_val (moved, i);
    }
  return TRUE;
}

static gboolean
is_followable (TrellisCanvas *self)
{
  return trellis_canvas_is_large (self) && self->scene && self->now && self->places &&
         self->now->n == self->graph->n && !self->from && !self->rolled_up &&
         !self->found && trellis_canvas_get_real (self) == self->shown &&
         !trellis_canvas_is_live (self) &&
         trl_scene_count_patched (self->scene) < MOST_PATCHED;
}

static void
take_moves (TrellisCanvas *self, GArray *moved)
{
  TrlSceneOptions options;
  trellis_canvas_fill_options (self, &options);
  options.labels = FALSE;
  for (guint i = 0; i < moved->len; i++)
    {
      guint node = g_array_index (moved, guint, i);
      trellis_places_move (self->places, node, self->goal->points[node]);
    }
  TrlScene *scene = trl_scene_build_moved (self->scene, self->shown, self->now, &options,
                                           (const guint *) moved->data, moved->len);
  if (scene)
    {
      trl_scene_unref (self->scene);
      self->scene = scene;
      self->has_bounds = trl_scene_get_bounds (scene, &self->bounds);
    }
  /* A picture that a thread is making has the old places. */
  if (!scene || self->working || self->large_wanted)
    trellis_canvas_rebuild_large (self);
}

gboolean
trellis_canvas_follow_moves (TrellisCanvas *self)
{
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!is_followable (self) || !find_moved (self, moved))
    return FALSE;
  take_moves (self, moved);
  trellis_canvas_place_proxies (self);
  trellis_canvas_place_entry (self);
  trellis_canvas_name_near_later (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}
