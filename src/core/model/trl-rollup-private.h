/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network-private.h"

G_BEGIN_DECLS

/**
 * TrlTieGroup:
 * @n_ties: that were added
 * @n_absent: of them, known not to be there
 * @ranks: (element-type int): reported on the scale of the group, above or at none
 * @has_unreported: a present tie without a level on that scale
 *
 * Several ties that are shown as one level.  Whoever adds leaves planned ones out.
 */
typedef struct
{
  guint    n_ties;
  guint    n_absent;
  GArray  *ranks;
  gboolean has_unreported;
} TrlTieGroup;

void trl_tie_group_init (TrlTieGroup *group);
void trl_tie_group_clear (TrlTieGroup *group);
void trl_tie_group_add (TrlTieGroup      *group,
                        const TrlNetwork *network,
                        guint             edge,
                        const TrlScale   *scale);

/**
 * trl_tie_group_get_rank:
 *
 * Returns: the one level; -1 is not reported: none beside a tie without a level is not
 *   known to be none
 */
int trl_tie_group_get_rank (TrlTieGroup *group, TrlRollUpRule rule);

/**
 * trl_tie_group_get_presence:
 *
 * Returns: (nullable): of a group without a level, as in %TRL_EDGE_PRESENCE
 */
const char *trl_tie_group_get_presence (const TrlTieGroup *group);

/**
 * trl_network_get_roll_up_scale:
 *
 * Returns: (nullable): the scale of levels by type: a type has one level, on that of the
 *   first tie
 */
const TrlScale *trl_network_get_roll_up_scale (const TrlNetwork *network);

/**
 * trl_hub_record_new:
 * @id: (nullable): %NULL makes a random one
 *
 * Returns: (transfer full): an implied hub
 */
TrlRecord *trl_hub_record_new (const char *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlTieGroup, trl_tie_group_clear)

G_END_DECLS
