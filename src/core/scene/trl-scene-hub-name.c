/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hub's name belongs into its disc: the type shrinks, then the disc grows, and a word
 * is never cut. */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sets the hub's name into a disc of a radius, as large as it can be. */
static gboolean
name_hub_inside (TrlSceneBuilder *builder, const char *text, double radius)
{
  TrlNodePicture *hub = &builder->pictures[builder->hub];

  for (double size = MIN (trl_scene_builder_text_size (builder), 12) * 0.95;
       size >= builder->options->least_text; size -= 0.25)
    {
      TrlTextSpec spec = { .string = text,
                           .size = size,
                           .bold = TRUE,
                           .balance = TRUE,
                           .line_height = 1.1,
                           .align = TRL_ALIGN_CENTRE,
                           .anchor_x = 0.5,
                           .anchor_y = 0.5 };
      double      width, height;

      spec.width = trl_scene_builder_wrap_width (builder, &spec, radius * 1.7);
      trl_text_cache_measure (builder->texts, &spec, &width, &height);
      if (hypot (width, height * 0.86) / 2 <= radius - 1)
        {
          TrlName *name = trl_scene_builder_add_name (
            builder, builder->hub, g_strdup (text),
            trl_scene_builder_shade (builder, builder->style->ink, hub->faint));

          spec.string = name->string;
          name->spec = spec;
          name->x = hub->x;
          name->y = hub->y;
          hub->radius = radius;
          return TRUE;
        }
    }
  return FALSE;
}

/* How large the hub may become and leave a piece of every tie to be seen. */
static double
hub_limit (const TrlSceneBuilder *builder)
{
  const TrlNodePicture *hub = &builder->pictures[builder->hub];
  double                limit = hub->radius * 2.2;

  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];

      if (i != builder->hub && node->shown)
        limit = MIN (limit, hypot (node->x - hub->x, node->y - hub->y) -
                              trl_shape_get_reach (node->shape, node->radius) -
                              hub->radius * 0.4);
    }
  return MAX (hub->radius, limit);
}

/* The hub grows for its name, as far as it may; a name that is too long goes to the
 * notes. */
void
trl_scene_builder_name_hub (TrlSceneBuilder *builder)
{
  const TrlNodePicture *hub = &builder->pictures[builder->hub];
  const char           *name = hub->name && *hub->name ? hub->name : _ ("Hub");
  double                limit = hub_limit (builder);

  for (double radius = hub->radius; radius <= limit; radius *= 1.08)
    if (name_hub_inside (builder, name, radius))
      return;
  builder->notes.hub_name = name;
  for (double radius = hub->radius; radius <= limit; radius *= 1.08)
    if (name_hub_inside (builder, _ ("Hub"), radius))
      return;
}
