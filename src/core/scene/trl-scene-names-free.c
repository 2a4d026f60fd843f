/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names beside discs, of the best connected first: as many as find room. */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include <math.h>

#define MAX_FREE 600
#define MAX_LINES 8000        /* names do not look at more ties */
#define LONGEST_COUNTED 120   /* letters */
#define NARROWEST_LETTER 0.18 /* in sizes */
#define LEAST_LINE 3.0        /* of a name that is cut, in sizes */
#define NEAR_HALO 0.16        /* of the size of letters that lie on small discs */
#define SMALL_DISC 0.3        /* of the size of letters, that may lie on it in a part */
#define ON_DOT 20.0           /* as bad as so many strong lines */

static int
compare_degree (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrlSceneBuilder *builder = data;
  const TrlGraph        *graph = builder->graph;
  guint                  i = *(const guint *) a, j = *(const guint *) b;
  guint                  di = graph->first[i + 1] - graph->first[i];
  guint                  dj = graph->first[j + 1] - graph->first[j];

  return di < dj ? 1 : di > dj ? -1 : i < j ? -1 : 1;
}

/* Whether something else is written in place of its name. */
static gboolean
is_renamed (const TrlNodePicture *node)
{
  return node->written != node->name;
}

/* The nodes to name, the best connected first. */
static GArray *
choose_free (TrlSceneBuilder *builder, gboolean renamed)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < builder->graph->n; i++)
    if (builder->pictures[i].shown && builder->pictures[i].written &&
        *builder->pictures[i].written && is_renamed (&builder->pictures[i]) == renamed &&
        (i != builder->hub || builder->rim == 0))
      g_array_append_val (chosen, i);
  g_array_sort_with_data (chosen, compare_degree, builder);
  if (chosen->len > MAX_FREE)
    {
      builder->notes.unnamed += chosen->len - MAX_FREE;
      g_array_set_size (chosen, MAX_FREE);
    }
  return chosen;
}

/* Discs that are mere dots are not in the way of names of a few in a crowd, nor of those
 * near what is looked at; @dots: (nullable): gets them as lines, which are avoided if
 * that can be. */
static GArray *
collect_discs (const TrlSceneBuilder *builder, GArray *dots)
{
  GArray *discs = g_array_new (FALSE, FALSE, sizeof (TrlLabelDisc));
  double  small = 0;

  if (builder->area || (builder->options->names && builder->graph->n > MAX_FREE))
    small = SMALL_DISC * trl_scene_builder_text_size (builder);
  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];
      double                reach = i == builder->hub ? node->radius
                                                      : trl_shape_get_reach (node->shape, node->radius);
      TrlLabelDisc          disc = { node->x, node->y, reach };
      TrlLabelLine dot = { node->x - reach, node->y, node->x + reach, node->y, ON_DOT };

      if (node->shown && reach > small)
        g_array_append_val (discs, disc);
      else if (node->shown && dots)
        g_array_append_val (dots, dot);
    }
  return discs;
}

static GArray *
collect_lines (const TrlSceneBuilder *builder)
{
  const TrlGraph *graph = builder->graph;
  GArray         *lines = g_array_new (FALSE, FALSE, sizeof (TrlLabelLine));

  if (graph->m > MAX_LINES || builder->area)
    return lines;
  for (guint e = 0; e < graph->m; e++)
    {
      const TrlNodePicture *a = &builder->pictures[graph->from[e]];
      const TrlNodePicture *b = &builder->pictures[graph->to[e]];
      TrlEdgeLook           look;
      guint                 row = graph->edge_row[e];
      TrlLabelLine          line = { a->x, a->y, b->x, b->y, 0 };

      if (!builder->edge_shown[e] ||
          !trl_look_edge (builder->look,
                          trl_network_get_edge_scale (builder->network, row),
                          builder->edge_rank[e], FALSE, &look))
        continue;
      line.weight = 0.1 + 0.3 * look.width;
      g_array_append_val (lines, line);
    }
  return lines;
}

/* In sizes, in any font: that of a line as long as all lines are on average. */
static double
least_width (const char *string, guint max_lines)
{
  guint n = 0;

  for (const char *c = string; *c && n < LONGEST_COUNTED; c = g_utf8_next_char (c))
    n += !g_unichar_iszerowidth (g_utf8_get_char (c));
  return MIN (n * NARROWEST_LETTER / max_lines, LEAST_LINE);
}

/* As if its text were as small as it can be. */
static TrlFreeLabel
stand_least (TrlSceneBuilder *builder, TrlName *name, guint rank)
{
  const TrlNodePicture *node = &builder->pictures[name->node];
  TrlFreeLabel label = { .x = node->x, .y = node->y, .priority = -(double) rank };

  name->spec.max_lines = builder->graph->n > 60 && !builder->options->names ? 2 : 3;
  label.radius = name->node == builder->hub
                   ? node->radius
                   : trl_shape_get_reach (node->shape, node->radius);
  label.line = name->spec.size * 1.2;
  label.width = name->spec.size * least_width (name->string, name->spec.max_lines);
  label.height = name->spec.size;
  label.outside =
    builder->view && trl_rect_distance (builder->view, node->x, node->y) > 0;
  if (builder->options->names && !is_renamed (node))
    label.far = builder->options->scale;
  return label;
}

static void
measure_free (TrlSceneBuilder *builder, TrlName *name, TrlFreeLabel *label)
{
  name->spec.string = name->string;
  name->spec.width = trl_scene_builder_wrap_width (builder, &name->spec,
                                                   builder->options->label_width > 0
                                                     ? builder->options->label_width
                                                     : 11 * name->spec.size);
  name->spec.balance = builder->graph->n <= 150;
  name->spec.halo = builder->style->background;
  name->spec.halo_width = builder->area ? NEAR_HALO * name->spec.size : 1.2;
  name->spec.bold = name->node == builder->hub;
  trl_text_cache_measure (builder->texts, &name->spec, &label->width, &label->height);
}

static void
stand_free (TrlSceneBuilder *builder, TrlName *name, const TrlFreeLabel *label)
{
  const TrlNodePicture *node = &builder->pictures[name->node];
  double                anchor = label->side > 0 ? 0 : label->side < 0 ? 1 : 0.5;
  double dx = label->at_x - node->x, dy = label->at_y - node->y, far = hypot (dx, dy);

  name->spec.align = label->side > 0   ? TRL_ALIGN_LEFT
                     : label->side < 0 ? TRL_ALIGN_RIGHT
                                       : TRL_ALIGN_CENTRE;
  name->spec.anchor_x = anchor;
  name->x = label->box.x + anchor * label->box.width;
  name->y = label->box.y;
  name->box = label->box;
  name->leader = label->leader && far > node->radius + 3;
  if (!name->leader)
    return;
  name->lead[0][0] = node->x + dx / far * (node->radius + 1);
  name->lead[0][1] = node->y + dy / far * (node->radius + 1);
  name->lead[1][0] = label->at_x - dx / far;
  name->lead[1][1] = label->at_y - dy / far;
  name->n_lead = 2;
}

/* Names that stand already, for others to keep off. */
static guint
keep_off (const TrlSceneBuilder *builder, TrlFreeLabel *labels)
{
  guint n = builder->names->len;

  for (guint i = 0; i < n; i++)
    labels[i] = (TrlFreeLabel){ .fixed = TRUE,
                                .box = g_array_index (builder->names, TrlName, i).box };
  return n;
}

/* Names without a place are dropped. */
static void
take_places (TrlSceneBuilder *builder, const TrlFreeLabel *labels, guint first)
{
  guint n = builder->names->len, kept = first;

  for (guint k = first; k < n; k++)
    {
      TrlName name = g_array_index (builder->names, TrlName, k);

      if (!labels[k].placed)
        {
          g_free (name.string);
          continue;
        }
      stand_free (builder, &name, &labels[k]);
      g_array_index (builder->names, TrlName, kept++) = name;
    }
  g_array_set_size (builder->names, kept);
}

void
trl_scene_builder_find_free_names (TrlSceneBuilder *builder, gboolean renamed)
{
  g_autoptr (GArray) chosen = choose_free (builder, renamed);
  g_autoptr (GArray) lines = collect_lines (builder);
  g_autoptr (GArray) discs = collect_discs (builder, builder->area ? NULL : lines);
  g_autofree TrlFreeLabel *labels =
    g_new0 (TrlFreeLabel, builder->names->len + chosen->len + 1);
  guint first = keep_off (builder, labels);

  for (guint k = 0; k < chosen->len; k++)
    labels[first + k] = stand_least (
      builder, trl_scene_builder_name_node (builder, g_array_index (chosen, guint, k)),
      k);
  trl_labels_find_hemmed_in (labels, builder->names->len,
                             (const TrlLabelDisc *) discs->data, discs->len,
                             builder->view);
  for (guint k = first; k < builder->names->len; k++)
    if (!labels[k].hemmed_in)
      measure_free (builder, &g_array_index (builder->names, TrlName, k), &labels[k]);
  builder->notes.unnamed += trl_labels_place_free (
    labels, first + chosen->len, (const TrlLabelDisc *) discs->data, discs->len,
    (const TrlLabelLine *) lines->data, lines->len, builder->view);
  take_places (builder, labels, first);
}
