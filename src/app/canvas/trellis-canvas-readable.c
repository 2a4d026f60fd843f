/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names keep a least size on the screen: the farther away the picture, the larger they
 * are in it, and those that find no room are left out.  A picture is made anew only when
 * a zoom has ended and the size is clearly off. */
#include "canvas/trellis-canvas-private.h"

#include <string.h>

#define NAME_PIXELS 9.5    /* of a name on the screen, at least */
#define SMALL_PIXELS 7.0   /* of numbers and of the hub's name, which lie in discs */
#define FARTHEST 0.25      /* names do not grow beyond this zoom */
#define PAUSE_MS 120       /* without a zoom, before names follow */
#define READ_ZOOM 1.0      /* at which a name is as large as it is meant */
#define REVEAL_MARGIN 48.0 /* pixels kept between a node and the side of the view */
#define FIT_ROUNDS 8 /* larger names make a larger picture, which makes them smaller */

void
trellis_canvas_size_names (TrellisCanvas *self, TrlSceneOptions *options)
{
  options->text_size = MAX (options->text_size, NAME_PIXELS / self->names_zoom);
  options->least_text = MAX (options->least_text, SMALL_PIXELS / self->names_zoom);
}

/* The zoom that names should suit now. */
static double
get_wanted (TrellisCanvas *self)
{
  double zoom = self->fits ? trellis_canvas_get_fitting_camera (self).scale
                           : trellis_canvas_get_zoom (self);
  return CLAMP (zoom, FARTHEST, 1.2);
}

static gboolean
is_off (TrellisCanvas *self, double wanted)
{
  return wanted < self->names_zoom / 1.03 || wanted > self->names_zoom * 1.2;
}

void
trellis_canvas_suit_names (TrellisCanvas *self)
{
  g_clear_handle_id (&self->zoom_later, g_source_remove);
  if (trellis_canvas_is_large (self))
    {
      trellis_canvas_name_near_later (self);
      return;
    }
  double wanted = get_wanted (self);
  /* After the first round names only grow, so that this ends. */
  for (guint i = 0; i < FIT_ROUNDS && self->scene && is_off (self, wanted) &&
                    (i == 0 || wanted < self->names_zoom);
       i++)
    {
      self->names_zoom = wanted;
      self->goal_measured = FALSE;
      trellis_canvas_rebuild (self);
      wanted = get_wanted (self);
    }
}

static gboolean
on_zoom_ended (gpointer data)
{
  TrellisCanvas *self = data;
  self->zoom_later = 0;
  if (self->tool || self->from || self->view.began)
    {
      trellis_canvas_suit_names_later (self);
      return G_SOURCE_REMOVE;
    }
  double before = self->names_zoom;
  trellis_canvas_suit_names (self);
  if (self->fits && self->names_zoom != before)
    trellis_canvas_go (self, trellis_canvas_get_fitting_camera (self), FALSE);
  return G_SOURCE_REMOVE;
}

void
trellis_canvas_suit_names_later (TrellisCanvas *self)
{
  g_clear_handle_id (&self->zoom_later, g_source_remove);
  if (trellis_canvas_is_large (self))
    trellis_canvas_name_near_later (self);
  else if (self->scene && is_off (self, get_wanted (self)))
    self->zoom_later = g_timeout_add (PAUSE_MS, on_zoom_ended, self);
}

static gboolean
is_name (TrellisCanvas *self, const TrlItem *item, guint row)
{
  return item->kind == TRL_ITEM_TEXT &&
         strstr (trl_scene_get_text (self->scene, item->text)->string,
                 trellis_canvas_get_name (self, row));
}

/* Whether the picture has the name of a node, and not only its number. */
static gboolean
has_name (TrellisCanvas *self, guint row)
{
  guint        n = 0;
  TrlOwner     owner = { TRL_OWNER_NODE, row };
  const guint *own =
    self->scene ? trl_scene_get_owner_items (self->scene, owner, &n) : NULL;
  if (trellis_canvas_is_large (self))
    return trellis_canvas_has_near_name (self, row);
  for (guint i = 0; i < n; i++)
    if (is_name (self, trl_scene_get_item (self->scene, own[i]), row))
      return TRUE;
  return FALSE;
}

guint
trellis_canvas_get_nameless (TrellisCanvas *self)
{
  GArray *rows = trellis_canvas_get_selected (self, TRL_KIND_NODE);
  if (rows->len != 1 || self->lifted || self->entry)
    return TRL_NO_ROW;
  guint row = g_array_index (rows, guint, 0);
  return has_name (self, row) ? TRL_NO_ROW : row;
}

/* Whether the name of a node can be read where the view is or will soon be. */
static gboolean
is_readable (TrellisCanvas *self, guint row)
{
  double zoom = trellis_canvas_get_zoom (self);
  if (zoom >= READ_ZOOM)
    return TRUE;
  return (zoom >= FARTHEST || trellis_canvas_is_large (self)) && has_name (self, row);
}

static gboolean
is_inside (double at, int size)
{
  double margin = MIN (REVEAL_MARGIN, size / 4.0);
  return at >= margin && at <= size - margin;
}

void
trellis_canvas_reveal_row (TrellisCanvas *self, guint row)
{
  guint index = self->now ? self->graph->node_index[row] : G_MAXUINT;
  if (index == G_MAXUINT || self->width == 0)
    return;
  TrlPoint      at = self->goal->points[index];
  TrellisCamera camera = trellis_viewport_get_goal (&self->view);
  gboolean      readable = is_readable (self, row);
  if (readable && is_inside (at.x * camera.scale + camera.x, self->width) &&
      is_inside (at.y * camera.scale + camera.y, self->height))
    return;
  if (!readable)
    camera.scale = READ_ZOOM;
  camera.x = self->width / 2.0 - at.x * camera.scale;
  camera.y = self->height / 2.0 - at.y * camera.scale;
  self->fits = FALSE;
  trellis_canvas_go (self, camera, TRUE);
}
