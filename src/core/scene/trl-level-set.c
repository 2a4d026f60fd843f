/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mask of ranks for each scale, and one for what is of none; no mask is kept that is
 * empty. */
#include "config.h"

#include "scene/trl-level-set.h"

#define NO_SCALE ""

struct TrlLevelSet
{
  GHashTable *masks; /* id of a scale → guint64 */
};

static const char *
key_of (const char *scale, int rank)
{
  return rank < 0 || !scale ? NO_SCALE : scale;
}

/* What is of no scale has the bits from the top: ranks of NO_SCALE may be asked for. */
static guint64
bit_of (int rank)
{
  guint place =
    rank < 0 ? (guint) (64 + MAX (rank, TRL_LEVEL_NEUTRAL)) : (guint) MIN (rank, 61);

  return G_GUINT64_CONSTANT (1) << place;
}

static guint64
mask_of (const TrlLevelSet *set, const char *key)
{
  const guint64 *mask = g_hash_table_lookup (set->masks, key);

  return mask ? *mask : 0;
}

static void
set_mask (TrlLevelSet *set, const char *key, guint64 mask)
{
  if (mask == 0)
    g_hash_table_remove (set->masks, key);
  else
    g_hash_table_insert (set->masks, g_strdup (key), g_memdup2 (&mask, sizeof mask));
}

TrlLevelSet *
trl_level_set_new (void)
{
  TrlLevelSet *set = g_new0 (TrlLevelSet, 1);

  set->masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return set;
}

TrlLevelSet *
trl_level_set_copy (const TrlLevelSet *set)
{
  TrlLevelSet   *copy = trl_level_set_new ();
  GHashTableIter iter;
  gpointer       key, mask;

  g_hash_table_iter_init (&iter, set->masks);
  while (g_hash_table_iter_next (&iter, &key, &mask))
    set_mask (copy, key, *(const guint64 *) mask);
  return copy;
}

void
trl_level_set_free (TrlLevelSet *set)
{
  if (!set)
    return;
  g_hash_table_unref (set->masks);
  g_free (set);
}

gboolean
trl_level_set_change (TrlLevelSet *set, const char *scale, int rank, gboolean in)
{
  const char *key = key_of (scale, rank);
  guint64     old = mask_of (set, key), bit = bit_of (rank);
  guint64     mask = in ? old | bit : old & ~bit;

  if (mask == old)
    return FALSE;
  set_mask (set, key, mask);
  return TRUE;
}

gboolean
trl_level_set_has (const TrlLevelSet *set, const char *scale, int rank)
{
  return (mask_of (set, key_of (scale, rank)) & bit_of (rank)) != 0;
}

gboolean
trl_level_set_is_empty (const TrlLevelSet *set)
{
  return g_hash_table_size (set->masks) == 0;
}

void
trl_level_set_clear (TrlLevelSet *set)
{
  g_hash_table_remove_all (set->masks);
}
