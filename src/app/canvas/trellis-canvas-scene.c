/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From document to scene.  `goal` is where nodes belong, `now` where they are drawn; a
 * change eases now towards goal and builds a scene a frame.  Ids are kept beside them,
 * because rows of a changed table may mean other nodes. */
#include "canvas/trellis-canvas-private.h"
#include "model/trl-rollup.h"
#include "scene/trl-scene-build.h"
#include "scene/trl-scene-patch.h"

#include <math.h>

#define MOVE_TIME (350 * G_TIME_SPAN_MILLISECOND)
#define ANIMATE_MS 14.0 /* pictures that take longer are not built every frame */
#define ANIMATE_NODES 2000

TrlNetwork *
trellis_canvas_get_real (TrellisCanvas *self)
{
  if (!self->document || !self->network_id)
    return NULL;
  return trl_document_find_network (self->document, self->network_id);
}

/* --- drawing what is there --- */

static TrlTheme
get_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  return adw_style_manager_get_dark (style) ? TRL_THEME_DARK : TRL_THEME_LIGHT;
}

void
trellis_canvas_fill_options (TrellisCanvas *self, TrlSceneOptions *options)
{
  trl_scene_options_init (options);
  options->theme = get_theme ();
  options->text_size *= self->label_scale;
  trellis_canvas_size_names (self, options);
  options->reveal = self->reveal;
  options->spotlight = self->spotlight;
  if (!self->texts)
    self->texts = trl_text_cache_new ();
  options->texts = self->texts;
  if (self->filter)
    {
      options->hidden_levels = trellis_filter_get_hidden_levels (self->filter);
      options->hidden_types = trellis_filter_get_hidden_types (self->filter);
    }
}

/* What fitting shows: the whole picture, where nodes are going and not where they are on
 * their way, however much of it is revealed, and with names where it was drawn with them
 * before. */
static void
measure (TrellisCanvas *self, TrlSceneOptions *options)
{
  g_autoptr (TrlScene) whole = NULL;
  gboolean known = self->from ? self->goal_measured : !options->labels;
  if (known && self->has_bounds)
    return;
  if (self->from || self->reveal >= 0)
    {
      options->reveal = -1;
      whole = trl_scene_build (self->shown, self->goal, options);
    }
  self->has_bounds = trl_scene_get_bounds (whole ? whole : self->scene, &self->bounds);
  self->goal_measured = TRUE;
}

void
trellis_canvas_rebuild (TrellisCanvas *self)
{
  if (self->shown && self->now && trellis_canvas_is_large (self))
    {
      trellis_canvas_rebuild_large (self);
      return;
    }
  trellis_canvas_forget_large (self);
  g_clear_pointer (&self->scene, trl_scene_unref);
  if (self->shown && self->now)
    {
      TrlSceneOptions options;
      trellis_canvas_fill_options (self, &options);
      self->scene = trellis_canvas_build (self, &options);
      measure (self, &options);
    }
  trellis_canvas_place_proxies (self);
  trellis_canvas_place_entry (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
trellis_canvas_step_positions (TrellisCanvas *self, gint64 time)
{
  if (!self->from)
    return FALSE;
  double t = (double) (time - self->began) / MOVE_TIME;
  double e = trellis_ease (t);
  for (guint i = 0; i < self->now->n; i++)
    {
      TrlPoint a = self->from->points[i], b = self->goal->points[i];
      TrlPoint between = { a.x + (b.x - a.x) * e, a.y + (b.y - a.y) * e };
      self->now->points[i] = t < 1 ? between : b;
    }
  if (t >= 1)
    g_clear_pointer (&self->from, trl_layout_result_free);
  trellis_canvas_rebuild (self);
  return self->from != NULL;
}

/* --- taking a new goal --- */

/* Where the way to a new goal begins: every node that was drawn, where it was drawn.
 * NULL when nothing moves or moving would not be calm. */
static TrlLayoutResult *
find_start (TrellisCanvas *self, const TrlLayoutResult *goal)
{
  if (!self->places || goal->n > ANIMATE_NODES || self->names_cost > ANIMATE_MS ||
      trellis_canvas_is_large (self) || !trellis_canvas_animates (self))
    return NULL;
  const TrlTable *nodes = trl_network_get_nodes (self->shown);
  g_autoptr (TrlLayoutResult) start = trl_layout_result_copy (goal);
  gboolean moves = FALSE;
  for (guint i = 0; i < goal->n; i++)
    {
      TrlPoint p = goal->points[i];
      if (trellis_places_find_drawn (
            self->places, trl_table_get_id (nodes, self->graph->node_row[i]), &p))
        moves = moves || hypot (p.x - goal->points[i].x, p.y - goal->points[i].y) > 0.5;
      start->points[i] = p;
    }
  return moves ? g_steal_pointer (&start) : NULL;
}

void
trellis_canvas_take_goal (TrellisCanvas *self, TrlLayoutResult *goal)
{
  if (self->places && self->now)
    trellis_places_set_drawn (self->places, self->now);
  TrlLayoutResult *start = find_start (self, goal);
  g_clear_pointer (&self->from, trl_layout_result_free);
  g_clear_pointer (&self->goal, trl_layout_result_free);
  g_clear_pointer (&self->now, trl_layout_result_free);
  self->goal = goal;
  self->goal_measured = FALSE;
  self->from = start;
  self->now = trl_layout_result_copy (start ? start : goal);
  g_clear_pointer (&self->places, trellis_places_free);
  self->places = trellis_places_new (self->shown, self->graph, goal);
  if (start)
    {
      self->began = trellis_canvas_time (self);
      trellis_canvas_start_tick (self);
    }
}

void
trellis_canvas_drop_picture (TrellisCanvas *self)
{
  trellis_canvas_cancel_layout (self);
  trellis_canvas_forget_names (self);
  trellis_canvas_forget_large (self);
  trellis_canvas_forget_selected (self);
  self->layout = self->drawn_layout = NULL;
  self->has_bounds = FALSE;
  self->names_cost = 0;
  g_clear_pointer (&self->from, trl_layout_result_free);
  g_clear_pointer (&self->goal, trl_layout_result_free);
  g_clear_pointer (&self->now, trl_layout_result_free);
  g_clear_pointer (&self->places, trellis_places_free);
  g_clear_pointer (&self->found, trellis_places_free);
  self->asked = FALSE;
  g_clear_pointer (&self->graph, trl_graph_unref);
  g_clear_pointer (&self->shown, trl_network_unref);
  g_clear_pointer (&self->scene, trl_scene_unref);
  g_clear_pointer (&self->lifted, trl_scene_unref);
  if (self->backdrop)
    trellis_backdrop_clear (self->backdrop);
}

void
trellis_canvas_lift (TrellisCanvas *self, GArray *items)
{
  g_autofree TrlItemChange *changes = g_new0 (TrlItemChange, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      guint item = g_array_index (items, guint, i);
      changes[i] = (TrlItemChange){ item, TRUE, *trl_scene_get_item (self->scene, item) };
    }
  g_clear_pointer (&self->lifted, trl_scene_unref);
  self->lifted = trl_scene_patch (self->scene, changes, items->len);
}

/* --- all together --- */

/* Where the nodes belong.  While a thread looks for places, those that are known hold. */
static void
update_goal (TrellisCanvas *self)
{
  TrlLayoutResult *goal = trellis_canvas_find_goal (self);
  if (!goal && self->places)
    goal = trellis_places_load (self->shown, self->graph, self->places);
  if (goal)
    trellis_canvas_take_goal (self, goal);
}

void
trellis_canvas_refresh (TrellisCanvas *self)
{
  TrlNetwork *real = trellis_canvas_get_real (self);
  if (!real)
    {
      trellis_canvas_drop_picture (self);
      trellis_canvas_update_proxies (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }
  trellis_canvas_forget_selected (self);
  g_autoptr (TrlGraph) before = g_steal_pointer (&self->graph);
  g_clear_pointer (&self->shown, trl_network_unref);
  self->shown = self->rolled_up ? trl_network_roll_up (real) : trl_network_ref (real);
  self->graph = trl_network_get_graph (self->shown);
  if (before != self->graph)
    trellis_canvas_hold_scene (self);
  const TrlLayout *layout = trellis_canvas_get_layout (self);
  gboolean         other = self->drawn_layout && layout != self->drawn_layout;
  update_goal (self);
  if (other)
    trellis_canvas_fit_anew (self);
  trellis_canvas_rebuild (self);
  if (self->scene || !trellis_canvas_is_large (self))
    trellis_canvas_update_proxies (self);
  self->drawn_layout = layout;
  if (other && !trellis_canvas_is_large (self))
    trellis_canvas_zoom_fit (self);
}
