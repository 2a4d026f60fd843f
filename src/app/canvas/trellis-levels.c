/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels do not depend on where a zoom rests, so that what was drawn for one zoom serves
 * the next. */
#include "canvas/trellis-levels.h"

#include <math.h>

#define FIRST_POWER (-7) /* 1/128, below the least scale of a canvas */

void
trellis_levels_init (TrellisLevels *levels, gsize limit)
{
  for (int i = 0; i < TRELLIS_N_LEVELS; i++)
    {
      levels->tiles[i] = trellis_tiles_new (limit);
      trellis_tiles_set_scale (levels->tiles[i], ldexp (1, FIRST_POWER + i), 1);
    }
}

void
trellis_levels_free (TrellisLevels *levels)
{
  for (int i = 0; i < TRELLIS_N_LEVELS; i++)
    g_clear_pointer (&levels->tiles[i], trellis_tiles_free);
}

void
trellis_levels_clear (TrellisLevels *levels)
{
  for (int i = 0; i < TRELLIS_N_LEVELS; i++)
    trellis_tiles_clear (levels->tiles[i]);
}

void
trellis_levels_set_scene (TrellisLevels *levels, TrlScene *scene)
{
  for (int i = 0; i < TRELLIS_N_LEVELS; i++)
    trellis_tiles_set_scene (levels->tiles[i], scene);
}

void
trellis_levels_outdate (TrellisLevels *levels)
{
  for (int i = 0; i < TRELLIS_N_LEVELS; i++)
    trellis_tiles_outdate (levels->tiles[i]);
}

TrellisTiles *
trellis_levels_find (TrellisLevels *levels, double scale)
{
  int power = (int) floor (log2 (scale) + 1e-9);
  return levels->tiles[CLAMP (power - FIRST_POWER, 0, TRELLIS_N_LEVELS - 1)];
}

/* Pixels from @from on, as many as there are up to @to. */
static void
cut (double from, double to, double least, double most, double *offset, int *length)
{
  double start = MAX (from, least), end = MIN (to, most);
  *offset = -start;
  *length = (int) ceil (MAX (end - start, 0));
}

TrellisTilesView
trellis_levels_reach (const TrellisTilesView *view, double scale, const TrlRect *bounds)
{
  double           by = scale / view->camera.scale, more = MAX (1 - by, 0);
  double           left = -view->camera.x * by, top = -view->camera.y * by;
  double           across = more * view->width, down = more * view->height;
  TrellisTilesView found = *view;
  found.camera.scale = scale;
  cut (left - across, left + view->width * by + across, bounds->x * scale,
       (bounds->x + bounds->width) * scale, &found.camera.x, &found.width);
  cut (top - down, top + view->height * by + down, bounds->y * scale,
       (bounds->y + bounds->height) * scale, &found.camera.y, &found.height);
  return found;
}
