/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row a meaning, a column a scale: what each scale calls it, or nothing. */

#include "model/trl-crosswalk.h"

enum
{
  INTERACTION,
  FREY,
  HIMMELMAN,
  PARTNER,
  N_SCALES
};

static const char *const scales[N_SCALES] = { "interaction", "frey", "himmelman",
                                              "partner" };

static const char *const meanings[][N_SCALES] = {
  { "none", "none", "none", "none" },
  { "networking", "networking", "networking", "awareness" },
  { "cooperation", "cooperation", "cooperating", "cooperation" },
  { "coordination", "coordination", "coordinating", "coordination" },
  { NULL, "coalition", NULL, NULL },
  { "collaboration", "collaboration", "collaborating", "integration" },
};

static int
find_column (const TrlScale *scale)
{
  for (int i = 0; i < N_SCALES; i++)
    if (g_strcmp0 (scale->id, scales[i]) == 0)
      return i;
  return -1;
}

const TrlLevel *
trl_crosswalk_find (const TrlScale *from, const char *level, const TrlScale *to)
{
  int column = find_column (from), other = find_column (to);
  int rank = trl_scale_get_rank (from, level);

  if (rank < 0)
    return NULL;
  if (rank == 0)
    return trl_scale_get_level (to, 0);
  for (guint i = 0; column >= 0 && other >= 0 && i < G_N_ELEMENTS (meanings); i++)
    if (g_strcmp0 (meanings[i][column], level) == 0)
      {
        rank = trl_scale_get_rank (to, meanings[i][other]);
        return rank < 0 ? NULL : trl_scale_get_level (to, (guint) rank);
      }
  return NULL;
}
