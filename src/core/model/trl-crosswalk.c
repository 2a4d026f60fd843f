/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row a meaning, a column a scale: what each scale calls it, or nothing.  A level that
 * has been given another name may mean anything. */

#include "config.h"

#include "model/trl-crosswalk.h"

#include <glib/gi18n-lib.h>

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

static const struct
{
  const char *ids[N_SCALES];
  const char *names[3];
} meanings[] = {
  { { "none", "none", "none", "none" }, { N_ ("No interaction"), N_ ("None") } },
  { { "networking", "networking", "networking", "awareness" },
    { N_ ("Networking"), N_ ("Awareness") } },
  { { "cooperation", "cooperation", "cooperating", "cooperation" },
    { N_ ("Cooperation"), N_ ("Cooperating") } },
  { { "coordination", "coordination", "coordinating", "coordination" },
    { N_ ("Coordination"), N_ ("Coordinating") } },
  { { NULL, "coalition", NULL, NULL }, { N_ ("Coalition") } },
  { { "collaboration", "collaboration", "collaborating", "integration" },
    { N_ ("Collaboration"), N_ ("Collaborating"), N_ ("Integration") } },
};

static int
find_column (const TrlScale *scale)
{
  for (int i = 0; i < N_SCALES; i++)
    if (g_strcmp0 (scale->id, scales[i]) == 0)
      return i;
  return -1;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *whole_a = g_utf8_normalize (a, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *whole_b = g_utf8_normalize (b, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded_a = g_utf8_casefold (whole_a ? whole_a : a, -1);
  g_autofree char *folded_b = g_utf8_casefold (whole_b ? whole_b : b, -1);

  return g_str_equal (g_strstrip (folded_a), g_strstrip (folded_b));
}

/* Names are in the language of the program that made them, or English. */
static gboolean
is_called (const TrlLevel *level, const char *const *names, guint n)
{
  for (guint i = 0; i < n && names[i]; i++)
    if (is_same_name (level->name, names[i]) || is_same_name (level->name, _ (names[i])))
      return TRUE;
  return FALSE;
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
    if (g_strcmp0 (meanings[i].ids[column], level) == 0)
      {
        int             same = trl_scale_get_rank (to, meanings[i].ids[other]);
        const TrlLevel *one = trl_scale_get_level (from, (guint) rank);
        const TrlLevel *two = same < 0 ? NULL : trl_scale_get_level (to, (guint) same);
        guint           n = G_N_ELEMENTS (meanings[i].names);

        return two && is_called (one, meanings[i].names, n) &&
                   is_called (two, meanings[i].names, n)
                 ? two
                 : NULL;
      }
  return NULL;
}
