/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A coarse level has the ties and masses of the finer one summed, so that the same forces
 * at the same scale place both. */
#include "config.h"

#include "layout/trl-force-level.h"

#include <string.h>

/* The heaviest that a cluster grows, in means of its level. */
#define MOST_MASS 4.0f

static TrlForceLevel *
make_room (guint n, guint n_ends)
{
  TrlForceLevel *level = g_new0 (TrlForceLevel, 1);

  level->n = n;
  level->first = g_new0 (guint, n + 1);
  level->neighbour = g_new (guint, n_ends + 1);
  level->weight = g_new (float, n_ends + 1);
  level->strength = g_new0 (float, n + 1);
  level->mass = g_new0 (float, n + 1);
  return level;
}

TrlForceLevel *
trl_force_level_new (const TrlPart *part)
{
  TrlForceLevel *level = make_room (part->n, 2 * part->m);

  memcpy (level->first, part->first, (part->n + 1) * sizeof (guint));
  memcpy (level->neighbour, part->neighbour, 2 * part->m * sizeof (guint));
  for (guint i = 0; i < part->n; i++)
    {
      for (guint k = part->first[i]; k < part->first[i + 1]; k++)
        {
          level->weight[k] = part->length != NULL ? (float) (1 / part->length[k]) : 1;
          level->strength[i] += level->weight[k];
        }
      level->mass[i] = level->strength[i] + 1;
    }
  return level;
}

void
trl_force_level_free (TrlForceLevel *level)
{
  if (level == NULL)
    return;
  g_free (level->first);
  g_free (level->neighbour);
  g_free (level->weight);
  g_free (level->strength);
  g_free (level->mass);
  g_free (level->cluster);
  g_free (level);
}

static guint
count_ties (const TrlForceLevel *level, guint i)
{
  return level->first[i + 1] - level->first[i];
}

/* By their number of ties, else in random order. */
static guint *
sort_by_ties (const TrlForceLevel *level, TrlRandom *random)
{
  guint             most = 0;
  g_autofree guint *shuffled = g_new (guint, level->n + 1);
  g_autofree guint *place = NULL;
  guint            *order = g_new (guint, level->n + 1);

  for (guint i = 0; i < level->n; i++)
    {
      shuffled[i] = i;
      most = MAX (most, count_ties (level, i));
    }
  trl_random_shuffle (random, shuffled, level->n);
  place = g_new0 (guint, most + 2);
  for (guint i = 0; i < level->n; i++)
    place[count_ties (level, i) + 1]++;
  for (guint k = 0; k <= most; k++)
    place[k + 1] += place[k];
  for (guint k = 0; k < level->n; k++)
    order[place[count_ties (level, shuffled[k])]++] = shuffled[k];
  return order;
}

/* The clusters so far. */
typedef struct
{
  const TrlForceLevel *level;
  guint               *of;   /* n, or TRL_NO_INDEX */
  float               *mass; /* by cluster */
  guint                n;
  float                most;
} Clusters;

static void
join (Clusters *clusters, guint i, guint cluster)
{
  if (cluster == clusters->n)
    clusters->mass[clusters->n++] = 0;
  clusters->of[i] = cluster;
  clusters->mass[cluster] += clusters->level->mass[i];
}

/* Returns TRL_NO_INDEX when no neighbour will do.  A leaf has no choice. */
static guint
find_mate (const Clusters *clusters, guint i, TrlRandom *random)
{
  const TrlForceLevel *level = clusters->level;
  guint                best = TRL_NO_INDEX;
  float                most = 0;

  for (guint k = level->first[i]; k < level->first[i + 1]; k++)
    {
      guint j = level->neighbour[k], other = clusters->of[j];
      float mass = other == TRL_NO_INDEX ? level->mass[j] : clusters->mass[other];
      float bond = level->weight[k] / (mass * level->mass[i]);

      if (mass + level->mass[i] > clusters->most && count_ties (level, i) > 1)
        continue;
      /* Not all ends of equal ties to the same one. */
      bond *= 1 + 0.01f * (float) trl_random_unit (random);
      if (bond > most)
        {
          most = bond;
          best = j;
        }
    }
  return best;
}

guint
trl_force_level_cluster (TrlForceLevel *level, TrlRandom *random)
{
  g_autofree guint *order = sort_by_ties (level, random);
  g_autofree float *mass = g_new (float, level->n + 1);
  Clusters          clusters = { level, g_new (guint, level->n + 1), mass };

  for (guint i = 0; i < level->n; i++)
    {
      clusters.of[i] = TRL_NO_INDEX;
      clusters.most += level->mass[i] * MOST_MASS / level->n;
    }
  for (guint k = 0; k < level->n; k++)
    if (clusters.of[order[k]] == TRL_NO_INDEX)
      {
        guint mate = find_mate (&clusters, order[k], random);

        if (mate != TRL_NO_INDEX && clusters.of[mate] == TRL_NO_INDEX)
          join (&clusters, mate, clusters.n);
        join (&clusters, order[k], mate != TRL_NO_INDEX ? clusters.of[mate] : clusters.n);
      }
  g_free (level->cluster);
  level->cluster = clusters.of;
  return clusters.n;
}

/* Nodes by the cluster they are in; @first says where each begins. */
static guint *
sort_by_cluster (const TrlForceLevel *level, guint n, guint *first)
{
  guint *nodes = g_new (guint, level->n + 1);

  /* first[c + 1] is the next free place of c, and ends as where c ends. */
  for (guint i = 0; i < level->n; i++)
    first[level->cluster[i] + 2]++;
  for (guint c = 1; c <= n + 1; c++)
    first[c] += first[c - 1];
  for (guint i = 0; i < level->n; i++)
    nodes[first[level->cluster[i] + 1]++] = i;
  return nodes;
}

/* Adds the ties of node @i to those of cluster @c, which begin at coarse->first[c] and
 * end at @end; @at says where the tie to each other cluster is.  Returns the new end. */
static guint
add_ties (TrlForceLevel       *coarse,
          const TrlForceLevel *level,
          guint                c,
          guint                i,
          guint               *at,
          guint                end)
{
  for (guint k = level->first[i]; k < level->first[i + 1]; k++)
    {
      guint other = level->cluster[level->neighbour[k]];

      if (other == c)
        continue;
      if (at[other] == TRL_NO_INDEX || at[other] < coarse->first[c])
        {
          at[other] = end;
          coarse->neighbour[end] = other;
          coarse->weight[end++] = 0;
        }
      coarse->weight[at[other]] += level->weight[k];
      coarse->strength[c] += level->weight[k];
    }
  return end;
}

TrlForceLevel *
trl_force_level_coarsen (const TrlForceLevel *level, guint n)
{
  TrlForceLevel    *coarse = make_room (n, level->first[level->n]);
  g_autofree guint *first = g_new0 (guint, n + 2);
  g_autofree guint *at = g_new (guint, n + 1);
  g_autofree guint *nodes = sort_by_cluster (level, n, first);

  memset (at, 0xff, n * sizeof (guint));
  for (guint c = 0; c < n; c++)
    {
      guint end = coarse->first[c];

      for (guint k = first[c]; k < first[c + 1]; k++)
        {
          end = add_ties (coarse, level, c, nodes[k], at, end);
          coarse->mass[c] += level->mass[nodes[k]];
        }
      coarse->first[c + 1] = end;
    }
  return coarse;
}
