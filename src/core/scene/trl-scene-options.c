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
trl_scene_options_shows_level (const TrlSceneOptions *options, int rank)
{
  guint64 bit = rank < -1  ? TRL_HIDE_NEUTRAL
                : rank < 0 ? TRL_HIDE_NOT_REPORTED
                           : TRL_HIDE_RANK (MIN (rank, 61));

  if (options->hidden_levels & bit)
    return FALSE;
  return options->reveal < 0 || rank >= options->reveal || rank < -1;
}

gboolean
trl_scene_options_shows_type (const TrlSceneOptions *options, const char *type)
{
  return !options->hidden_types ||
         !g_hash_table_contains (options->hidden_types, type ? type : "");
}
