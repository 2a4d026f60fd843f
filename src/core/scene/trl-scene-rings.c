/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rings say the level before any colour does: bands from shallow to deep, a line each,
 * and a name where no tie runs. */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_ANGLES 72
#define IMPOSSIBLE 1e6

static TrlOwner
ring_owner (int rank)
{
  return (TrlOwner){ TRL_OWNER_RING, (guint) rank };
}

/* Rings are named on the scale of the first partner with a level that is drawn; where
 * none is drawn yet, of the first that will be. */
static const TrlScale *
find_scale (const TrlSceneBuilder *builder)
{
  const TrlScale *hidden = NULL;

  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];

      if (i == builder->hub || node->rank <= 0 || !node->scale)
        continue;
      if (node->shown)
        return node->scale;
      if (!hidden)
        hidden = node->scale;
    }
  return hidden ? hidden
                : trl_vocabulary_find_scale (
                    trl_network_get_vocabulary (builder->network), NULL);
}

static gboolean
shows_ring (const TrlSceneBuilder *builder, guint ring)
{
  return trl_scene_options_shows_level (builder->options, builder->ring_scale,
                                        builder->layout->ring_rank[ring]);
}

static gboolean
has_partners (const TrlSceneBuilder *builder, guint ring)
{
  for (guint i = 0; i < builder->graph->n; i++)
    if (builder->pictures[i].shown && i != builder->hub &&
        builder->pictures[i].rank == builder->layout->ring_rank[ring])
      return TRUE;
  return FALSE;
}

/* A ring whose level is hidden stays for partners of another scale. */
static gboolean
is_drawn (const TrlSceneBuilder *builder, guint ring)
{
  int rank = builder->layout->ring_rank[ring];

  if (rank == 0 || (rank < 0 && builder->layout->ring_used[ring] == 0))
    return FALSE;
  return shows_ring (builder, ring) || has_partners (builder, ring);
}

static void
add_tint (TrlSceneBuilder *builder, guint ring, TrlColour fill)
{
  trl_scene_add (
    builder->scene,
    &(TrlItem){ .kind = TRL_ITEM_DISC,
                .owner = ring_owner (builder->layout->ring_rank[ring]),
                .fill = fill,
                .x = builder->x,
                .y = builder->y,
                .radius = builder->layout->ring_outer[ring] * builder->options->scale });
}

static void
add_line (TrlSceneBuilder *builder, guint ring)
{
  int rank = builder->layout->ring_rank[ring];

  trl_scene_add (
    builder->scene,
    &(TrlItem){ .kind = TRL_ITEM_DISC,
                .owner = ring_owner (rank),
                .stroke = builder->style->ring,
                .width = 0.5,
                .dash = { rank < 0 ? 1.5 : 0, rank < 0 ? 2 : 0 },
                .x = builder->x,
                .y = builder->y,
                .radius = builder->layout->ring_radius[ring] * builder->options->scale });
}

void
trl_scene_builder_add_bands (TrlSceneBuilder *builder)
{
  const TrlLayoutResult *layout = builder->layout;
  TrlColour              fill = builder->style->background;

  builder->ring_scale = find_scale (builder);
  for (guint i = layout->n_rings; i-- > 0;)
    if (is_drawn (builder, i) && layout->ring_rank[i] > 0 &&
        builder->style->tint_share > 0)
      {
        fill = trl_colour_mix (fill, builder->style->tint, builder->style->tint_share);
        add_tint (builder, i, fill);
      }
  for (guint i = layout->n_rings; i-- > 0;)
    if (is_drawn (builder, i))
      add_line (builder, i);
}

typedef struct
{
  TrlTextSpec spec;
  double      width, height, radius;
  TrlRect     box; /* once it stands */
} RingName;

static TrlRect
name_box (const TrlSceneBuilder *builder, const RingName *name, double angle)
{
  return (TrlRect){ builder->x + name->radius * cos (angle) - name->width / 2,
                    builder->y + name->radius * sin (angle) - name->height / 2,
                    name->width, name->height };
}

/* Whether a box is on a disc or on a name. */
static gboolean
is_taken (const TrlSceneBuilder *builder, const TrlRect *box)
{
  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];

      if (node->shown && trl_rect_distance (box, node->x, node->y) <
                           trl_shape_get_reach (node->shape, node->radius) + 1)
        return TRUE;
    }
  for (guint i = 0; i < builder->names->len; i++)
    if (trl_rect_overlaps (box, &g_array_index (builder->names, TrlName, i).box))
      return TRUE;
  return FALSE;
}

static double
covered_ties (const TrlSceneBuilder *builder, const TrlRect *box)
{
  const TrlGraph *graph = builder->graph;
  double          sum = 0;

  for (guint e = 0; e < graph->m; e++)
    if (builder->edge_shown[e])
      {
        const TrlNodePicture *a = &builder->pictures[graph->from[e]];
        const TrlNodePicture *b = &builder->pictures[graph->to[e]];

        if (a->rank != 0 && b->rank != 0)
          sum += trl_rect_covered (box, a->x, a->y, b->x, b->y);
      }
  return sum;
}

static double
covered_leaders (const TrlSceneBuilder *builder, const TrlRect *box)
{
  double sum = 0;

  for (guint i = 0; i < builder->names->len; i++)
    {
      const TrlName *name = &g_array_index (builder->names, TrlName, i);

      for (guint k = 0; name->leader && k + 1 < name->n_lead; k++)
        sum += trl_rect_covered (box, name->lead[k][0], name->lead[k][1],
                                 name->lead[k + 1][0], name->lead[k + 1][1]);
    }
  return sum;
}

/* How much of the picture a name would cover, in points of line. */
static double
covering (const TrlSceneBuilder *builder, const RingName *name, double angle)
{
  TrlRect box = name_box (builder, name, angle);

  if (is_taken (builder, &box))
    return IMPOSSIBLE;
  return 3 * covered_ties (builder, &box) + covered_leaders (builder, &box);
}

static double
angle_at (guint i)
{
  return i * 2 * G_PI / N_ANGLES;
}

/* What it costs when all names stand in one direction; those of neighbouring rings must
 * not touch there. */
static double
axis_cost (const TrlSceneBuilder *builder, const RingName *names, guint n, double angle)
{
  double  sum = 4 * (1 + sin (angle));
  TrlRect before = { 0 };

  for (guint k = 0; k < n; k++)
    {
      TrlRect box = name_box (builder, &names[k], angle);

      sum += MIN (60, covering (builder, &names[k], angle));
      if (k > 0 && trl_rect_overlaps (&before, &box))
        sum += 60;
      before = box;
    }
  return sum;
}

/* The direction in which all names cover least: they read as a scale along one axis.
 * Upward is preferred. */
static double
common_axis (const TrlSceneBuilder *builder, const RingName *names, guint n)
{
  double best = -G_PI / 2, least = G_MAXDOUBLE;

  for (guint i = 0; i < N_ANGLES; i++)
    {
      double cost = axis_cost (builder, names, n, angle_at (i));

      if (cost < least - 1e-9)
        {
          least = cost;
          best = angle_at (i);
        }
    }
  return best;
}

/* One name leaves the axis when it would cover something there. */
static gboolean
own_angle (
  const TrlSceneBuilder *builder, RingName *names, guint own, double axis, double *out)
{
  double least = IMPOSSIBLE / 2;

  for (guint i = 0; i < N_ANGLES; i++)
    {
      double   turn = remainder (angle_at (i) - axis, 2 * G_PI);
      double   cost = covering (builder, &names[own], angle_at (i)) + 10 * fabs (turn);
      TrlRect  box = name_box (builder, &names[own], angle_at (i));
      gboolean taken = FALSE;

      for (guint k = 0; k < own; k++)
        taken = taken || trl_rect_overlaps (&names[k].box, &box);
      if (!taken && cost < least)
        {
          least = cost;
          *out = angle_at (i);
          names[own].box = box;
        }
    }
  return least < IMPOSSIBLE / 2;
}

static const char *
ring_label (const TrlSceneBuilder *builder, guint ring)
{
  const TrlScale *scale = builder->ring_scale;
  int             rank = builder->layout->ring_rank[ring];

  if (rank < 0)
    return _ ("not reported");
  if (!shows_ring (builder, ring) || rank >= (int) trl_scale_get_n_levels (scale))
    return NULL;
  return trl_scale_get_level (scale, (guint) rank)->name;
}

static void
prepare_name (const TrlSceneBuilder *builder, guint ring, RingName *name)
{
  name->spec = (TrlTextSpec){
    .string = ring_label (builder, ring),
    .size = MAX (builder->options->least_text, builder->options->text_size * 0.78),
    .align = TRL_ALIGN_CENTRE,
    .anchor_x = 0.5,
    .anchor_y = 0.5,
    .halo = builder->style->background,
    .max_chars = 40,
  };
  name->radius = builder->layout->ring_radius[ring] * builder->options->scale;
  trl_text_cache_measure (builder->texts, &name->spec, &name->width, &name->height);
}

/* Rings so near each other that names off the axis could not be told apart. */
static gboolean
is_crowded (const RingName *names, guint n)
{
  return n > 1 && names[1].radius - names[0].radius < 2.4 * names[0].height;
}

void
trl_scene_builder_add_ring_names (TrlSceneBuilder *builder)
{
  guint                n_rings = builder->layout->n_rings, n = 0;
  g_autofree RingName *names = g_new0 (RingName, n_rings + 1);
  double               axis, angle = 0;

  if (!builder->options->ring_names || builder->graph->n > 1000)
    return;
  for (guint i = 0; i < n_rings; i++)
    if (is_drawn (builder, i) && ring_label (builder, i))
      prepare_name (builder, i, &names[n++]);
  axis = common_axis (builder, names, n);
  if (is_crowded (names, n) && axis_cost (builder, names, n, axis) > 30)
    return;
  for (guint i = 0; i < n; i++)
    if (own_angle (builder, names, i, axis, &angle))
      trl_scene_add_text (
        builder->scene, ring_owner (-1), builder->x + names[i].radius * cos (angle),
        builder->y + names[i].radius * sin (angle), &names[i].spec, builder->style->dim);
}
