/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is seen through is mixed with what is beneath only when it is painted, as on a
 * screen: each colour is simulated by itself. */

#include "config.h"

#include "scene/trl-sight.h"

#include "scene/trl-scene-private.h"

#include <glib/gi18n-lib.h>

/* Of blue, Brettel's simulation with its two half-planes is the sounder. */
static const TrlSightChoice sights[] = {
  { "normal", N_ ("Usual Colour Vision"), TRL_SIGHT_NORMAL },
  { "protan", N_ ("Without Red (Protanopia)"), TRL_SIGHT_PROTAN_MACHADO },
  { "deutan", N_ ("Without Green (Deuteranopia)"), TRL_SIGHT_DEUTAN_MACHADO },
  { "tritan", N_ ("Without Blue (Tritanopia)"), TRL_SIGHT_TRITAN_BRETTEL },
  { "grey", N_ ("In Grey"), TRL_SIGHT_GREY },
};

const TrlSightChoice *
trl_sights (guint *n)
{
  *n = G_N_ELEMENTS (sights);
  return sights;
}

const char *
trl_sight_get_words (TrlSight sight)
{
  /* Translators: readers “without red” are those who do not see it */
  static const char *const words[TRL_N_SIGHTS] = {
    [TRL_SIGHT_NORMAL] = N_ ("usual colour vision"),
    [TRL_SIGHT_DEUTAN_MACHADO] = N_ ("without green"),
    [TRL_SIGHT_PROTAN_MACHADO] = N_ ("without red"),
    [TRL_SIGHT_TRITAN_MACHADO] = N_ ("without blue"),
    [TRL_SIGHT_DEUTAN_VIENOT] = N_ ("without green"),
    [TRL_SIGHT_PROTAN_VIENOT] = N_ ("without red"),
    [TRL_SIGHT_TRITAN_BRETTEL] = N_ ("without blue"),
    [TRL_SIGHT_GREY] = N_ ("in grey"),
  };

  g_return_val_if_fail (sight < TRL_N_SIGHTS, "");
  return _ (words[sight]);
}

static void
simulate (TrlColour *colour, TrlSight sight)
{
  double alpha = colour->a;
  if (alpha <= 0)
    return;
  *colour = trl_colour_simulate (*colour, sight);
  colour->a = alpha;
}

TrlScene *
trl_scene_simulate (const TrlScene *scene, TrlSight sight)
{
  g_return_val_if_fail (scene && sight < TRL_N_SIGHTS, NULL);
  TrlScene *copy = trl_scene_new ();
  trl_scene_append (copy, scene, 0, 0, 1);
  copy->background = scene->background;
  copy->page_width = scene->page_width;
  copy->page_height = scene->page_height;
  simulate (&copy->background, sight);
  for (guint i = 0; i < copy->items->len; i++)
    {
      TrlItem *item = &g_array_index (copy->items, TrlItem, i);
      simulate (&item->fill, sight);
      simulate (&item->stroke, sight);
    }
  for (guint i = 0; i < copy->texts->len; i++)
    simulate (&((TrlTextBlock *) copy->texts->pdata[i])->halo, sight);
  trl_scene_freeze (copy);
  return copy;
}
