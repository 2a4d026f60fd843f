/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-vocabulary.h"

G_BEGIN_DECLS

/* Ranks that are of no scale, as trl_network_get_node_rank() has them. */
#define TRL_LEVEL_NOT_REPORTED (-1)
#define TRL_LEVEL_NEUTRAL (-2)

/**
 * TrlLevelSet:
 *
 * Levels of any number of scales: the third step of one is not the third of another.
 */
typedef struct TrlLevelSet TrlLevelSet;

TrlLevelSet *trl_level_set_new (void);
/**
 * trl_level_set_copy:
 *
 * Returns: (transfer full): with the same levels
 */
TrlLevelSet *trl_level_set_copy (const TrlLevelSet *set);
void         trl_level_set_free (TrlLevelSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLevelSet, trl_level_set_free)

/**
 * trl_level_set_change:
 * @scale: (nullable): id; %NULL and any other are the same where the rank is of no scale
 * @rank: of the scale, or one of the two above; those past 61 are one
 * @in: whether it is a member from now on
 *
 * Returns: whether it was not so before
 */
gboolean
trl_level_set_change (TrlLevelSet *set, const char *scale, int rank, gboolean in);

/**
 * trl_level_set_has:
 * @scale: (nullable): as for trl_level_set_change()
 *
 * Cost: O(1).
 */
gboolean trl_level_set_has (const TrlLevelSet *set, const char *scale, int rank);

gboolean trl_level_set_is_empty (const TrlLevelSet *set);
void     trl_level_set_clear (TrlLevelSet *set);

G_END_DECLS
