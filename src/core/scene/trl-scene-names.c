/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names: at the rim where the layout gives each partner an angle, beside the disc
 * elsewhere, the hub's in its disc if it fits.  All places are found before painting. */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include "scene/trl-colour-science.h"

#include <math.h>
#include <string.h>

/* More partners than that are not named around a rim one by one. */
#define RIM_CAPACITY 40
#define LONGEST_NAME 120

/* How names are set around a rim, by how many stand in the fuller column. */
typedef struct
{
  guint  most;
  guint  max_lines;
  double width; /* in sizes */
} Setting;

static const Setting settings[] = { { 12, 4, 9.5 }, { 16, 2, 14 }, { G_MAXUINT, 1, 22 } };

/* A word is not broken unless it is that much wider than a line. */
#define LONGEST_WORD 1.7
#define WIDEST_LETTER 1.2 /* in sizes */

double
trl_scene_builder_text_size (const TrlSceneBuilder *builder)
{
  return MAX (builder->options->text_size, builder->options->least_text);
}

TrlName *
trl_scene_builder_add_name (TrlSceneBuilder *builder,
                            guint            node,
                            char            *string,
                            TrlColour        colour)
{
  TrlName name = { .node = node, .string = string, .colour = colour };

  name.spec = (TrlTextSpec){ .string = name.string,
                             .size = trl_scene_builder_text_size (builder),
                             .max_chars = LONGEST_NAME };
  g_array_append_val (builder->names, name);
  return &g_array_index (builder->names, TrlName, builder->names->len - 1);
}

static char *
name_of (const TrlNodePicture *node)
{
  if (node->count_in_name)
    return g_strdup_printf ("%s\u00a0(%u)", node->written ? node->written : "",
                            (guint) node->count);
  return g_strdup (node->written ? node->written : "");
}

TrlName *
trl_scene_builder_name_node (TrlSceneBuilder *builder, guint i)
{
  const TrlNodePicture *node = &builder->pictures[i];
  TrlColour colour = node->rank == 0 ? builder->style->dim : builder->style->ink;

  return trl_scene_builder_add_name (
    builder, i, name_of (node), trl_scene_builder_shade (builder, colour, node->faint));
}

static gboolean
stands_at_rim (const TrlSceneBuilder *builder, guint i)
{
  return builder->rim > 0 && i != builder->hub && builder->pictures[i].shown &&
         !isnan (builder->layout->angle[i]);
}

/* Who has no name unasked keeps a place; who is to have none does not. */
static gboolean
belongs_at_rim (const TrlSceneBuilder *builder, guint i)
{
  return stands_at_rim (builder, i) &&
         (!builder->options->names || g_strcmp0 (builder->pictures[i].written, "") != 0);
}

static guint
count_at_rim (const TrlSceneBuilder *builder)
{
  guint n = 0;

  for (guint i = 0; i < builder->graph->n; i++)
    n += belongs_at_rim (builder, i);
  return n;
}

/* The type that the hub alone has is named at its place too: it is not missing. */
static void
collect_hub_type (TrlSceneBuilder *builder, GArray *angles)
{
  const TrlPartnerType *type = NULL;

  if (builder->hub < builder->graph->n && !isnan (builder->layout->angle[builder->hub]))
    type = trl_vocabulary_find_type (trl_network_get_vocabulary (builder->network),
                                     builder->pictures[builder->hub].type);
  if (!type)
    return;
  trl_scene_builder_add_name (builder, builder->hub, g_strdup (type->name),
                              builder->style->dim);
  g_array_append_val (angles, builder->layout->angle[builder->hub]);
}

static void
collect_rim_names (TrlSceneBuilder *builder, GArray *angles)
{
  for (guint i = 0; i < builder->graph->n; i++)
    if (belongs_at_rim (builder, i))
      {
        trl_scene_builder_name_node (builder, i);
        g_array_append_val (angles, builder->layout->angle[i]);
      }
  collect_hub_type (builder, angles);
}

/* Where partners are too many, their types stand at the rim, in the middle of theirs. */
static void
collect_type_names (TrlSceneBuilder *builder, GArray *angles)
{
  const TrlVocabulary *vocabulary = trl_network_get_vocabulary (builder->network);

  for (guint t = 0; t < vocabulary->types->len; t++)
    {
      const TrlPartnerType *type = g_ptr_array_index (vocabulary->types, t);
      double                x = 0, y = 0, angle;

      for (guint i = 0; i < builder->graph->n; i++)
        if (stands_at_rim (builder, i) &&
            g_strcmp0 (builder->pictures[i].type, type->id) == 0)
          {
            x += cos (builder->layout->angle[i]);
            y += sin (builder->layout->angle[i]);
          }
      angle = atan2 (y, x);
      if (hypot (x, y) < 1e-6)
        continue;
      trl_scene_builder_add_name (builder, TRL_NO_INDEX, g_strdup (type->name),
                                  builder->style->ink)
        ->spec.bold = TRUE;
      g_array_append_val (angles, angle);
    }
}

static const Setting *
choose_setting (const GArray *angles)
{
  guint column[2] = { 0, 0 }, s = 0;

  for (guint i = 0; i < angles->len; i++)
    column[cos (g_array_index (angles, double, i)) < 0]++;
  while (MAX (column[0], column[1]) > settings[s].most)
    s++;
  return &settings[s];
}

/* Whether a word is surely narrower than a line, without having been measured: no letter
 * of the common fonts is wider than that. */
static gboolean
is_short (const char *word, double size, double width)
{
  return g_str_is_ascii (word) && strlen (word) * size * WIDEST_LETTER <= width;
}

/* The width at which a name is wrapped: as wished, or as wide as its longest word. */
double
trl_scene_builder_wrap_width (const TrlSceneBuilder *builder,
                              const TrlTextSpec     *spec,
                              double                 wished)
{
  g_auto (GStrv) words = g_strsplit_set (spec->string, " -\n", -1);
  double width = wished;

  for (guint i = 0; words[i]; i++)
    if (*words[i] && !is_short (words[i], spec->size, width))
      {
        TrlTextSpec word = { .string = words[i], .size = spec->size, .bold = spec->bold };
        double      wide;

        trl_text_cache_measure (builder->texts, &word, &wide, NULL);
        width = MAX (width, MIN (wide + 0.5, wished * LONGEST_WORD));
      }
  return width;
}

static void
measure_rim (TrlSceneBuilder *builder, const GArray *angles, TrlRimLabel *labels)
{
  const Setting *setting = choose_setting (angles);
  double         own = builder->options->label_width;

  for (guint i = 0; i < builder->names->len; i++)
    {
      TrlName *name = &g_array_index (builder->names, TrlName, i);
      double   wished = setting->width * name->spec.size;

      if (own > 0 && setting == settings)
        wished = own;
      name->spec.string = name->string;
      name->spec.width = trl_scene_builder_wrap_width (builder, &name->spec, wished);
      name->spec.max_lines = setting->max_lines;
      name->spec.balance = setting->max_lines > 1;
      labels[i] = (TrlRimLabel){ .line = name->spec.size * 1.2,
                                 .angle = g_array_index (angles, double, i) };
      trl_text_cache_measure (builder->texts, &name->spec, &labels[i].width,
                              &labels[i].height);
    }
}

/* Whether a line keeps clear of all discs but its own. */
static gboolean
is_clear (const TrlSceneBuilder *builder,
          guint                  own,
          const double           from[2],
          const double           to[2])
{
  double dx = to[0] - from[0], dy = to[1] - from[1], square = dx * dx + dy * dy;

  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];
      double                share;

      if (i == own || !node->shown)
        continue;
      share =
        square > 0 ? ((node->x - from[0]) * dx + (node->y - from[1]) * dy) / square : 0;
      share = CLAMP (share, 0, 1);
      if (hypot (from[0] + share * dx - node->x, from[1] + share * dy - node->y) <
          node->radius + 1.5)
        return FALSE;
    }
  return TRUE;
}

static void
start_at_outline (const TrlNodePicture *node, double x, double y, double start[2])
{
  double dx = x - node->x, dy = y - node->y, far = hypot (dx, dy);
  double r = trl_shape_get_reach (node->shape, node->radius) + 1;

  start[0] = node->x + (far > 0 ? dx / far * r : 0);
  start[1] = node->y + (far > 0 ? dy / far * r : 0);
}

/* The leader runs straight from the disc to the text, or first straight out to the rim
 * where another disc is in the way. */
static void
lead (TrlSceneBuilder *builder, TrlName *name, const TrlRimLabel *label)
{
  const TrlNodePicture *node = &builder->pictures[name->node];
  double                end[2] = { label->at_x, label->at_y };
  double                rim[2] = { label->rim_x, label->rim_y };

  start_at_outline (node, end[0], end[1], name->lead[0]);
  name->n_lead = 2;
  name->leader = hypot (end[0] - node->x, end[1] - node->y) >
                 trl_shape_get_reach (node->shape, node->radius) + 3;
  memcpy (name->lead[1], end, sizeof end);
  if (is_clear (builder, name->node, name->lead[0], end))
    return;
  start_at_outline (node, rim[0], rim[1], name->lead[0]);
  memcpy (name->lead[1], rim, sizeof rim);
  memcpy (name->lead[2], end, sizeof end);
  name->n_lead = 3;
}

static void
stand_at_rim (TrlSceneBuilder *builder, TrlName *name, const TrlRimLabel *label)
{
  double anchor = label->side > 0 ? 0 : label->side < 0 ? 1 : 0.5;

  name->spec.align = label->side > 0   ? TRL_ALIGN_LEFT
                     : label->side < 0 ? TRL_ALIGN_RIGHT
                                       : TRL_ALIGN_CENTRE;
  name->spec.anchor_x = anchor;
  name->x = label->box.x + anchor * label->box.width;
  name->y = label->box.y;
  name->box = label->box;
  if (name->node != TRL_NO_INDEX)
    lead (builder, name, label);
}

static void
find_rim_names (TrlSceneBuilder *builder, gboolean by_type)
{
  g_autoptr (GArray) angles = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree TrlRimLabel *labels = NULL;
  double                  gap = trl_scene_builder_text_size (builder) * 0.3;

  if (by_type)
    collect_type_names (builder, angles);
  else
    collect_rim_names (builder, angles);
  labels = g_new0 (TrlRimLabel, builder->names->len + 1);
  measure_rim (builder, angles, labels);
  trl_labels_place_rim (labels, builder->names->len, builder->x, builder->y, builder->rim,
                        gap);
  for (guint i = 0; i < builder->names->len; i++)
    stand_at_rim (builder, &g_array_index (builder->names, TrlName, i), &labels[i]);
}

void
trl_scene_builder_find_names (TrlSceneBuilder *builder)
{
  guint    at_rim = count_at_rim (builder);
  gboolean by_type = at_rim > RIM_CAPACITY;

  if (!builder->options->labels)
    return;
  if (at_rim > 0)
    find_rim_names (builder, by_type);
  if (at_rim == 0 || by_type)
    trl_scene_builder_find_free_names (builder, FALSE);
  if ((at_rim == 0 || by_type) && builder->options->names)
    trl_scene_builder_find_free_names (builder, TRUE);
  if (builder->options->hub_name && builder->hub != TRL_NO_INDEX && builder->rim > 0 &&
      builder->pictures[builder->hub].shown)
    trl_scene_builder_name_hub (builder);
}

void
trl_scene_builder_add_leaders (TrlSceneBuilder *builder)
{
  for (guint i = 0; i < builder->names->len; i++)
    {
      const TrlName *name = &g_array_index (builder->names, TrlName, i);

      for (guint k = 0; name->leader && k + 1 < name->n_lead; k++)
        {
          const TrlNodePicture *node = &builder->pictures[name->node];
          TrlItem               item = {
                          .kind = TRL_ITEM_LINE,
                          .owner = { TRL_OWNER_NODE, node->row },
                          .stroke =
                            trl_scene_builder_shade (builder, builder->style->leader, node->faint),
                          .width = 0.4,
                          .x = name->lead[k][0],
                          .y = name->lead[k][1],
                          .x2 = name->lead[k + 1][0],
                          .y2 = name->lead[k + 1][1],
          };

          if (hypot (item.x2 - item.x, item.y2 - item.y) > 1.5)
            trl_scene_add (builder->scene, &item);
        }
    }
}

void
trl_scene_builder_add_names (TrlSceneBuilder *builder)
{
  for (guint i = 0; i < builder->names->len; i++)
    {
      TrlName *name = &g_array_index (builder->names, TrlName, i);
      TrlOwner owner = { TRL_OWNER_NONE, 0 };

      if (name->node != TRL_NO_INDEX)
        owner = (TrlOwner){ TRL_OWNER_NODE, builder->pictures[name->node].row };
      trl_scene_take_text (builder->scene, owner, name->x, name->y,
                           trl_text_cache_break (builder->texts, &name->spec),
                           name->colour);
    }
}
