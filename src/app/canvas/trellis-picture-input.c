/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas and the filter lend belongs to the main thread; texts are for one
 * thread, so a picture that another makes breaks its own. */
#include "canvas/trellis-picture-input.h"

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable    *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       key;
  if (set)
    g_hash_table_iter_init (&iter, set);
  while (set && g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, g_strdup (key));
  return copy;
}

TrellisPictureInput *
trellis_picture_input_new (TrlNetwork            *network,
                           const TrlLayoutResult *places,
                           const TrlSceneOptions *options)
{
  TrellisPictureInput *input = g_new0 (TrellisPictureInput, 1);
  input->network = network;
  input->places = trl_layout_result_copy (places);
  input->options = *options;
  if (options->hidden_levels)
    input->hidden_levels = trl_level_set_copy (options->hidden_levels);
  input->options.hidden_levels = input->hidden_levels;
  input->options.hidden_types = copy_set (options->hidden_types);
  input->spotlight = g_strdup (options->spotlight);
  input->options.spotlight = input->spotlight;
  input->options.texts = NULL;
  return input;
}

void
trellis_picture_input_free (TrellisPictureInput *input)
{
  trl_network_unref (input->network);
  trl_layout_result_free (input->places);
  g_clear_pointer (&input->options.hidden_types, g_hash_table_unref);
  trl_level_set_free (input->hidden_levels);
  g_free (input->spotlight);
  g_free (input);
}
