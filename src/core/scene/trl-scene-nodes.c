/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Partners: a shape by type, a fill by level, a number where the shape stands for
 * several, dots that count the level where no ring says it. */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include "scene/trl-colour-science.h"
#include "scene/trl-scene-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LARGEST_NUMBER 12.0
#define MAX_TITLES 20000
#define MOST_OUTLINE 0.25 /* of the radius: tiny discs keep their colour */

static TrlOwner
owner_of (const TrlNodePicture *node)
{
  return (TrlOwner){ TRL_OWNER_NODE, node->row };
}

typedef char Digits[11];

static void
count_text (double count, Digits text)
{
  g_snprintf (text, sizeof (Digits), "%u", (guint) MIN (count, 1e9));
}

/* Whether a box about the centre stays within a shape. */
static gboolean
box_fits (TrlShape shape, double radius, double width, double height)
{
  for (int i = 0; i < 4; i++)
    if (trl_shape_get_distance (shape, radius, 0, i & 1 ? width / 2 : -width / 2,
                                i & 2 ? height / 2 : -height / 2) > -0.6)
      return FALSE;
  return TRUE;
}

gboolean
trl_scene_builder_fits_count (const TrlSceneBuilder *builder,
                              const TrlNodePicture  *node,
                              double                *size)
{
  Digits text;
  double digits;

  count_text (node->count, text);
  digits = (double) strlen (text);
  for (double try = MIN (LARGEST_NUMBER, node->radius * 0.95);
       try >= builder->options->least_text; try -= 0.5)
    if (box_fits (node->shape, node->radius, digits * 0.58 * try, 0.74 * try))
      {
        if (size)
          *size = try;
        return TRUE;
      }
  return FALSE;
}

static void
add_body (TrlSceneBuilder *builder, const TrlNodePicture *node, const TrlNodeLook *look)
{
  TrlItem item = {
    .kind = node->shape == TRL_SHAPE_CIRCLE ? TRL_ITEM_DISC : TRL_ITEM_SHAPE,
    .owner = owner_of (node),
    .fill = trl_scene_builder_shade (builder, look->fill, node->faint),
    .stroke = trl_scene_builder_shade (builder, look->stroke, node->faint),
    .width = fmin (look->width, MOST_OUTLINE * node->radius),
    .dash = { look->dash[0], look->dash[1] },
    .hatch = look->hatch,
    .x = node->x,
    .y = node->y,
    .radius = node->radius,
    .shape = (guint8) node->shape,
  };

  trl_scene_add (builder->scene, &item);
}

static void
add_inside (TrlSceneBuilder      *builder,
            const TrlNodePicture *node,
            const TrlNodeLook    *look,
            const char           *text,
            double                size,
            double                dy)
{
  TrlTextSpec spec = { .string = text,
                       .size = size,
                       .bold = TRUE,
                       .align = TRL_ALIGN_CENTRE,
                       .anchor_x = 0.5,
                       .anchor_y = 0.5 };

  if (look->hatch)
    spec.halo = look->fill;
  trl_scene_take_text (builder->scene, owner_of (node), node->x, node->y + dy,
                       trl_text_cache_break (builder->texts, &spec),
                       trl_scene_builder_shade (builder, look->ink, node->faint));
}

static gboolean
wants_pips (const TrlSceneBuilder *builder)
{
  return builder->options->pips == TRL_PIPS_ALWAYS ||
         (builder->options->pips == TRL_PIPS_AUTO && builder->layout->n_rings == 0);
}

static void
add_marks (TrlSceneBuilder *builder, const TrlNodePicture *node, const TrlNodeLook *look)
{
  const char *letter = trl_look_letter (builder->look, node->type);
  gboolean    pips = wants_pips (builder) && look->pips > 0 && !node->faint;
  double      size = 0, small = MAX (builder->options->least_text, node->radius);
  const char *text = NULL;
  Digits      count;

  if (node->counted && !node->count_in_name &&
      trl_scene_builder_fits_count (builder, node, &size))
    {
      count_text (node->count, count);
      text = count;
    }
  else if (look->mark || letter)
    {
      text = look->mark ? look->mark : letter;
      size = MIN (9, small);
      if (!box_fits (node->shape, node->radius, 0.7 * size, 0.72 * size))
        text = NULL;
    }
  if (text && pips)
    pips = node->radius > 9 * MAX (0.7, builder->options->scale);
  if (text)
    add_inside (builder, node, look, text,
                pips ? MAX (size * 0.85, MIN (size, builder->options->least_text)) : size,
                pips ? -node->radius * 0.16 : 0);
  /* They never stand out of the disc, and a sketch is for its bounds. */
  if (pips && !builder->options->sketch)
    trl_look_add_pips (look, builder->scene, owner_of (node), node->x,
                       node->y + (text ? node->radius * 0.52 : 0),
                       node->radius * (text ? 0.6 : 0.75));
}

/* A small mark on the ring of the level that is meant, joined to the disc. */
static void
add_intended (TrlSceneBuilder *builder, const TrlNodePicture *node, guint index)
{
  const TrlLayoutResult *layout = builder->layout;
  guint                  edge = builder->hub == TRL_NO_INDEX
                                  ? TRL_NO_ROW
                                  : trl_network_get_node_edge (builder->network, node->row,
                                                               builder->graph->node_row[builder->hub]);
  double dx = node->x - builder->x, dy = node->y - builder->y, far = hypot (dx, dy), at;
  int    rank;

  if (edge == TRL_NO_ROW || far <= 0 || index == builder->hub)
    return;
  rank =
    trl_scale_get_rank (trl_network_get_edge_scale (builder->network, edge),
                        trl_table_get_text (builder->edges, edge, TRL_EDGE_INTENDED));
  for (guint i = 0; rank > 0 && rank != node->rank && i < layout->n_rings; i++)
    if (layout->ring_rank[i] == rank)
      {
        TrlItem item = { .kind = TRL_ITEM_LINE,
                         .owner = owner_of (node),
                         .stroke = builder->style->dim,
                         .width = 0.9,
                         .dash = { 1.2, 1.6 } };

        at = layout->ring_radius[i] * builder->options->scale / far;
        item.x = node->x;
        item.y = node->y;
        item.x2 = builder->x + dx * at;
        item.y2 = builder->y + dy * at;
        trl_scene_add (builder->scene, &item);
        trl_scene_add (builder->scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                                   .owner = owner_of (node),
                                                   .fill = builder->style->background,
                                                   .stroke = builder->style->ink,
                                                   .width = 1.1,
                                                   .x = item.x2,
                                                   .y = item.y2,
                                                   .radius = 2.6 });
      }
}

static void
add_hub (TrlSceneBuilder *builder, const TrlNodePicture *node)
{
  trl_scene_add (
    builder->scene,
    &(TrlItem){
      .kind = TRL_ITEM_DISC,
      .owner = owner_of (node),
      .fill = trl_scene_builder_shade (builder, builder->style->hub, node->faint),
      .stroke = trl_scene_builder_shade (builder, builder->style->outline, node->faint),
      .width = 1.5 * CLAMP (sqrt (builder->options->scale), 0.6, 1.5),
      .x = node->x,
      .y = node->y,
      .radius = node->radius });
}

void
trl_scene_builder_add_nodes (TrlSceneBuilder *builder)
{
  TrlNodeLook look;

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < builder->graph->n; i++)
      {
        const TrlNodePicture *node = &builder->pictures[i];

        if (!node->shown || node->faint != (turn == 0))
          continue;
        if (i == builder->hub)
          {
            add_hub (builder, node);
            continue;
          }
        if (builder->options->intended)
          add_intended (builder, node, i);
        trl_look_node (builder->look, node->scale, node->rank, &look);
        if (trl_scene_builder_is_node_lost (builder, node->row))
          trl_mark_fade_node (&look, builder->style->background);
        add_body (builder, node, &look);
        add_marks (builder, node, &look);
      }
}

/* “Food Agencies: 4 partners, cooperation” */
static char *
node_title (const TrlSceneBuilder *builder, const TrlNodePicture *node, guint i)
{
  g_autofree char *name = trl_text_isolate (node->name ? node->name : "");
  const char      *level = NULL;

  if (node->rank >= 0 && node->scale)
    level = trl_scale_get_level (node->scale, (guint) node->rank)->name;
  else if (node->rank == TRL_LOOK_NOT_REPORTED)
    level = _ ("not reported");
  if (i == builder->hub || !level)
    return g_steal_pointer (&name);
  if (node->count > 1)
    return g_strdup_printf (
      ngettext ("%s: %u partner, %s", "%s: %u partners, %s", (gulong) node->count), name,
      (guint) node->count, level);
  return g_strdup_printf (_ ("%s: %s"), name, level);
}

static char *
edge_title (const TrlSceneBuilder *builder, guint e)
{
  const TrlNodePicture *a = &builder->pictures[builder->graph->from[e]];
  const TrlNodePicture *b = &builder->pictures[builder->graph->to[e]];
  g_autofree char      *from = trl_text_isolate (a->name ? a->name : "");
  g_autofree char      *to = trl_text_isolate (b->name ? b->name : "");
  guint                 row = builder->graph->edge_row[e];
  int                   rank = builder->edge_rank[e];
  const TrlScale       *scale = trl_network_get_edge_scale (builder->network, row);

  return g_strdup_printf (_ ("%s – %s: %s"), from, to,
                          rank < 0 ? _ ("not reported")
                                   : trl_scale_get_level (scale, (guint) rank)->name);
}

void
trl_scene_builder_add_titles (TrlSceneBuilder *builder)
{
  const TrlGraph *graph = builder->graph;

  for (guint i = 0; i < graph->n && graph->n <= MAX_TITLES; i++)
    if (builder->pictures[i].shown)
      {
        const TrlNodePicture *node = &builder->pictures[i];
        g_autofree char      *title = trl_scene_builder_tell_change (
               builder, TRL_KIND_NODE, node->row, node_title (builder, node, i));

        trl_scene_set_title (builder->scene, owner_of (node),
                             trl_table_get_id (builder->nodes, node->row), title);
      }
  for (guint e = 0; e < graph->m && graph->m <= MAX_TITLES; e++)
    if (builder->edge_shown[e])
      {
        guint            row = graph->edge_row[e];
        g_autofree char *title = trl_scene_builder_tell_change (
          builder, TRL_KIND_EDGE, row, edge_title (builder, e));

        trl_scene_set_title (builder->scene, (TrlOwner){ TRL_OWNER_EDGE, row },
                             trl_table_get_id (builder->edges, row), title);
      }
}
