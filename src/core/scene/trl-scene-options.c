/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown is decided in one place, so that canvas, legend and page agree. */
#include "scene/trl-scene-options.h"

void
trl_scene_options_init (TrlSceneOptions *options)
{
  *options = (TrlSceneOptions){
    .theme = TRL_THEME_LIGHT,
    .scale = 1,
    .text_size = 9,
    .least_text = 6,
    .labels = TRUE,
    .hub = TRUE,
    .hub_name = TRUE,
    .ghosts = TRUE,
    .counts = TRUE,
    .ring_names = TRUE,
    .reveal = -1,
  };
}

gboolean
trl_scene_options_hides_levels (const TrlSceneOptions *options)
{
  return options->hidden_levels && !trl_level_set_is_empty (options->hidden_levels);
}

gboolean
trl_scene_options_shows_level (const TrlSceneOptions *options,
                               const TrlScale        *scale,
                               int                    rank)
{
  if (trl_scene_options_hides_levels (options) &&
      trl_level_set_has (options->hidden_levels, scale ? scale->id : NULL, rank))
    return FALSE;
  return options->reveal < 0 || rank >= options->reveal || rank < -1;
}

gboolean
trl_scene_options_shows_type (const TrlSceneOptions *options, const char *type)
{
  return !options->hidden_types ||
         !g_hash_table_contains (options->hidden_types, type ? type : "");
}
