/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a partnership or a partner, told by a sign in a badge and by the line,
 * never by hue: no change is better than another. */
#include "config.h"

#include "scene/trl-scene-marks.h"

#include "scene/trl-colour-science.h"
#include "scene/trl-scene-build-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BADGE 4.6
#define PALE 0.5

typedef struct
{
  TrlOwner     owner;
  TrlTieChange change;
  gboolean     faint;
  TrlMarkPlace place;
} Mark;

/* Strokes of a sign: from and to, in radii of the badge, with a chevron that points up.
 */
typedef struct
{
  guint  n;
  double strokes[2][4];
} Sign;

static const Sign signs[TRL_N_TIE_CHANGES] = {
  [TRL_TIE_ADDED] = { 2, { { -0.58, 0, 0.58, 0 }, { 0, -0.58, 0, 0.58 } } },
  [TRL_TIE_LOST] = { 1, { { -0.58, 0, 0.58, 0 } } },
  [TRL_TIE_DEEPENED] = { 2, { { -0.5, 0.28, 0, -0.34 }, { 0, -0.34, 0.5, 0.28 } } },
  [TRL_TIE_LOOSENED] = { 2, { { -0.5, -0.28, 0, 0.34 }, { 0, 0.34, 0.5, -0.28 } } },
};

gboolean
trl_mark_is_drawn (TrlTieChange change)
{
  return signs[change].n > 0;
}

/* Chevrons turn with the partnership; plus and minus stay upright. */
static void
add_sign (TrlScene           *scene,
          TrlOwner            owner,
          TrlTieChange        change,
          const TrlMarkPlace *place,
          TrlColour           ink)
{
  gboolean turns = change == TRL_TIE_DEEPENED || change == TRL_TIE_LOOSENED;
  double   r = place->radius, ux = turns ? place->dx : 0, uy = turns ? place->dy : -1;

  for (guint i = 0; i < signs[change].n; i++)
    {
      const double *s = signs[change].strokes[i];

      trl_scene_add (scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                        .owner = owner,
                                        .stroke = ink,
                                        .width = MAX (0.8, r * 0.3),
                                        .x = place->x - r * (s[0] * uy + s[1] * ux),
                                        .y = place->y + r * (s[0] * ux - s[1] * uy),
                                        .x2 = place->x - r * (s[2] * uy + s[3] * ux),
                                        .y2 = place->y + r * (s[2] * ux - s[3] * uy) });
    }
}

void
trl_mark_add_to_scene (TrlScene           *scene,
                       TrlOwner            owner,
                       TrlTieChange        change,
                       const TrlMarkPlace *place,
                       TrlColour           ink,
                       TrlColour           background)
{
  TrlItem badge = { .kind = TRL_ITEM_DISC,
                    .owner = owner,
                    .fill = background,
                    .stroke = ink,
                    .width = 0.8,
                    .x = place->x,
                    .y = place->y,
                    .radius = place->radius };

  if (!trl_mark_is_drawn (change))
    return;
  if (change == TRL_TIE_LOST)
    badge.dash[0] = badge.dash[1] = place->radius * G_PI / 10;
  trl_scene_add (scene, &badge);
  add_sign (scene, owner, change, place, ink);
}

void
trl_mark_fade_edge (TrlEdgeLook *look, TrlColour background)
{
  look->stroke = trl_colour_mix (look->stroke, background, PALE);
  look->dash[0] = 2 + look->width;
  look->dash[1] = 2.5 + look->width;
  look->gap = 0;
}

void
trl_mark_fade_node (TrlNodeLook *look, TrlColour background)
{
  TrlColour fill = trl_colour_mix (look->fill, background, PALE);

  look->ink = trl_palette_get_ink (fill);
  look->fill = fill;
  look->dash[0] = 2.4 * look->width;
  look->dash[1] = 1.8 * look->width;
}

static TrlTieChange
get_change (const TrlSceneBuilder *builder, TrlKind of, guint row)
{
  if (!builder->options->marks)
    return TRL_TIE_SAME;
  return trl_change_marks_get (
    builder->options->marks, of,
    trl_table_get_id (of == TRL_KIND_EDGE ? builder->edges : builder->nodes, row));
}

gboolean
trl_scene_builder_is_edge_lost (const TrlSceneBuilder *builder, guint row)
{
  return get_change (builder, TRL_KIND_EDGE, row) == TRL_TIE_LOST;
}

/* Lost itself, or its level was that of a partnership that is lost. */
gboolean
trl_scene_builder_is_node_lost (const TrlSceneBuilder *builder, guint row)
{
  guint hub = trl_network_get_hub (builder->network), edge;

  if (!builder->options->marks)
    return FALSE;
  if (get_change (builder, TRL_KIND_NODE, row) == TRL_TIE_LOST)
    return TRUE;
  if (hub == row || !trl_network_is_hub_network (builder->network))
    return FALSE;
  edge = trl_network_get_node_edge (builder->network, row, hub);
  return edge != TRL_NO_ROW && trl_scene_builder_is_edge_lost (builder, edge);
}

static double
badge_radius (const TrlSceneBuilder *builder)
{
  return BADGE * CLAMP (sqrt (builder->options->scale), 0.6, 1.3);
}

/* About a hub, deeper is nearer to it; elsewhere it is up. */
void
trl_scene_builder_mark_edge (
  TrlSceneBuilder *builder, guint edge, gboolean faint, double x, double y)
{
  const TrlGraph *graph = builder->graph;
  guint           ends[2] = { graph->from[edge], graph->to[edge] };
  guint           row = graph->edge_row[edge];
  Mark            mark = { .owner = { TRL_OWNER_EDGE, row },
                           .change = get_change (builder, TRL_KIND_EDGE, row),
                           .faint = faint,
                           .place = { x, y, badge_radius (builder), 0, -1 } };

  if (!trl_mark_is_drawn (mark.change))
    return;
  if (builder->hub != TRL_NO_INDEX && trl_network_is_hub_network (builder->network) &&
      (ends[0] == builder->hub) != (ends[1] == builder->hub))
    {
      double dx = builder->pictures[builder->hub].x - x;
      double dy = builder->pictures[builder->hub].y - y, far = hypot (dx, dy);

      if (far > 0)
        {
          mark.place.dx = dx / far;
          mark.place.dy = dy / far;
        }
    }
  g_array_append_val (builder->marks, mark);
}

static void
mark_nodes (TrlSceneBuilder *builder)
{
  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];
      double                at = node->radius * 0.8;
      Mark                  mark = { .owner = { TRL_OWNER_NODE, node->row },
                                     .change = get_change (builder, TRL_KIND_NODE, node->row),
                                     .faint = node->faint,
                                     .place = { node->x + at, node->y - at, badge_radius (builder) } };

      if (node->shown && trl_mark_is_drawn (mark.change))
        g_array_append_val (builder->marks, mark);
    }
}

GArray *
trl_scene_builder_new_marks (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Mark));
}

void
trl_scene_builder_add_marks (TrlSceneBuilder *builder)
{
  const TrlThemeStyle *style = builder->style;

  if (builder->options->marks)
    mark_nodes (builder);
  for (guint i = 0; i < builder->marks->len; i++)
    {
      const Mark *mark = &g_array_index (builder->marks, Mark, i);

      trl_mark_add_to_scene (builder->scene, mark->owner, mark->change, &mark->place,
                             trl_scene_builder_shade (builder, style->ink, mark->faint),
                             style->background);
    }
}

char *
trl_scene_builder_tell_change (const TrlSceneBuilder *builder,
                               TrlKind                of,
                               guint                  row,
                               char                  *title)
{
  TrlTieChange     change = get_change (builder, of, row);
  g_autofree char *plain = title;

  if (change == TRL_TIE_SAME)
    return g_steal_pointer (&plain);
  return g_strdup_printf (_ ("%s (%s)"), plain, trl_tie_change_get_label (change));
}
