/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a map says beside its partners: how far is far, and how many have no place on it.
 */
#include "config.h"

#include "scene/trl-scene-build-private.h"

#include <glib/gi18n-lib.h>

#define TICK 3.0   /* points, half of a tick at the end of the bar */
#define ABOVE 4.0  /* points from the bar to its number */
#define WIDTH 1.25 /* points */

static char *
say_distance (const TrlLayoutMap *map)
{
  static const char *const formats[] = {
    [TRL_UNIT_METRES] = N_ ("%g m"),
    [TRL_UNIT_KILOMETRES] = N_ ("%g km"),
    [TRL_UNIT_MILES] = N_ ("%g mi"),
  };

  /* One of the three above, translated. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (formats[map->unit]), map->distance);
#pragma GCC diagnostic pop
}

static void
add_stroke (TrlSceneBuilder *builder, double x, double y, double x2, double y2)
{
  trl_scene_add (builder->scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                             .stroke = builder->style->dim,
                                             .width = WIDTH,
                                             .x = x,
                                             .y = y,
                                             .x2 = x2,
                                             .y2 = y2 });
}

static void
add_words (
  TrlSceneBuilder *builder, const char *words, double x, double y, double anchor_x)
{
  TrlTextSpec spec = { .string = words,
                       .size = trl_scene_builder_text_size (builder),
                       .anchor_x = anchor_x,
                       .anchor_y = 1,
                       .halo = builder->style->background };

  trl_scene_add_text (builder->scene, (TrlOwner){ TRL_OWNER_NONE }, x, y, &spec,
                      builder->style->dim);
}

static void
add_bar (TrlSceneBuilder *builder)
{
  const TrlLayoutMap *map = &builder->layout->map;
  double              scale = builder->options->scale;
  double              from = map->bar_at.x * scale, y = map->bar_at.y * scale;
  double              to = from + map->bar * scale;
  g_autofree char    *words = say_distance (map);

  add_stroke (builder, from, y, to, y);
  add_stroke (builder, from, y - TICK, from, y + TICK);
  add_stroke (builder, to, y - TICK, to, y + TICK);
  add_words (builder, words, (from + to) / 2, y - ABOVE, 0.5);
}

void
trl_scene_builder_add_map (TrlSceneBuilder *builder)
{
  const TrlLayoutMap *map = &builder->layout->map;
  double              scale = builder->options->scale;
  g_autofree char    *words = NULL;

  if (map->bar <= 0)
    return;
  add_bar (builder);
  if (map->n_apart == 0)
    return;
  words = g_strdup_printf (
    ngettext ("%u without coordinates", "%u without coordinates", map->n_apart),
    map->n_apart);
  add_words (builder, words, map->apart_at.x * scale, map->apart_at.y * scale, 0);
}
