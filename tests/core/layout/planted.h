/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "inputs.h"

/* A planted partition: node i is of group i mod @groups; each node has @within ties to
 * random ones of its group and, one in three nodes, a tie to anybody. */
static inline TrlLayoutInput *
input_new_planted (TrlRandom *random, guint n, guint groups, guint within)
{
  guint          *ties = g_new0 (guint, 2 * (gsize) n * (within + 1) + 2);
  guint           m = 0;
  TrlLayoutInput *input;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < within + (i % 3 == 0); k++)
      {
        guint other = trl_random_below (random, n / groups) * groups + i % groups;

        ties[2 * m] = i;
        ties[2 * m++ + 1] = k < within ? other : trl_random_below (random, n);
      }
  input = input_new (n, m, (const guint (*)[2]) ties);
  g_free (ties);
  return input;
}

/* The share of the @k nodes nearest to each that are of its kind. */
static inline double
measure_purity (const TrlPoint *points, guint n, const guint *kind, guint k)
{
  g_autofree gboolean *taken = g_new (gboolean, n);
  guint                same = 0;

  for (guint i = 0; i < n; i++)
    {
      memset (taken, 0, n * sizeof (gboolean));
      taken[i] = TRUE;
      for (guint turn = 0; turn < k; turn++)
        {
          guint nearest = TRL_NO_INDEX;

          for (guint j = 0; j < n; j++)
            if (!taken[j] &&
                (nearest == TRL_NO_INDEX || get_distance (points[i], points[j]) <
                                              get_distance (points[i], points[nearest])))
              nearest = j;
          taken[nearest] = TRUE;
          same += kind[nearest] == kind[i];
        }
    }
  return (double) same / n / k;
}

static inline guint *
get_planted (guint n, guint groups)
{
  guint *kind = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    kind[i] = i % groups;
  return kind;
}
