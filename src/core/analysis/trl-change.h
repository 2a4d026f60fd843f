/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-union.h"

G_BEGIN_DECLS

/**
 * TrlTieChange:
 * @TRL_TIE_SAME: nothing changed that is known
 * @TRL_TIE_ADDED: from no interaction, or no partnership, to one
 * @TRL_TIE_LOST: the other way
 * @TRL_TIE_DEEPENED: to a deeper level of the same scale
 * @TRL_TIE_LOOSENED: to a shallower one that is not none
 * @TRL_TIE_NEWLY_REPORTED: from not reported to a level; whether it grew is not known
 * @TRL_TIE_NO_LONGER_REPORTED: the other way
 * @TRL_TIE_OTHER_SCALE: both are levels, of scales that are not compared
 *
 * What became of one partnership.  Depth is not value: no change is better than another.
 */
typedef enum
{
  TRL_TIE_SAME,
  TRL_TIE_ADDED,
  TRL_TIE_LOST,
  TRL_TIE_DEEPENED,
  TRL_TIE_LOOSENED,
  TRL_TIE_NEWLY_REPORTED,
  TRL_TIE_NO_LONGER_REPORTED,
  TRL_TIE_OTHER_SCALE,
  TRL_N_TIE_CHANGES
} TrlTieChange;

typedef enum
{
  TRL_STANDING_NOTHING,      /* nothing is known: no partnership is listed */
  TRL_STANDING_PLANNED,      /* not real yet */
  TRL_STANDING_NOT_REPORTED, /* without a level */
  TRL_STANDING_LEVEL,        /* none among them */
  TRL_N_STANDINGS
} TrlStandingKind;

/**
 * TrlStanding:
 * @is_present: not reported, and known to be there
 * @scale: (nullable): of a level
 * @rank: of a level, 0 for none; else -1
 *
 * How a partnership stands in one of the two networks.
 */
typedef struct
{
  TrlStandingKind kind;
  gboolean        is_present;
  const TrlScale *scale;
  int             rank;
} TrlStanding;

/**
 * TrlChangedTie:
 * @partners: of trl_changes_get_union()
 * @rows: of the edge, in the one and the other network, or %TRL_NO_ROW
 * @standing: in the one and the other
 */
typedef struct
{
  TrlTieChange change;
  guint        partners[2];
  guint        rows[2];
  TrlStanding  standing[2];
} TrlChangedTie;

/**
 * TrlChanges:
 *
 * What changed from one network to another, as between two waves of a site.  Partners are
 * who they are by #TrlUnion; of several ties between two partners those with the same id
 * belong together, then those with the same kind and direction, then what is left in
 * order.
 */
typedef struct TrlChanges TrlChanges;

/**
 * trl_changes_new:
 *
 * Where only one of the networks is of partner types, the other is rolled up.
 * Cost: O(n + m log m).
 *
 * Returns: (transfer full): holds the networks; good until one of them changes
 */
TrlChanges *trl_changes_new (TrlNetwork *from, TrlNetwork *to);

/**
 * trl_changes_free:
 * @changes: (nullable): lets go of the networks too
 */
void trl_changes_free (TrlChanges *changes);

/**
 * trl_changes_get_network:
 * trl_changes_get_union:
 * @which: 0 from, 1 to
 *
 * The networks as they were compared, which may be rolled up, and who is who in them;
 * borrowed.
 */
TrlNetwork     *trl_changes_get_network (const TrlChanges *changes, guint which);
const TrlUnion *trl_changes_get_union (const TrlChanges *changes);

/**
 * trl_changes_get_ties:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all partnerships of the two, those that are
 *   the same among them; in the order of the second network, then what only the first has
 */
const TrlChangedTie *trl_changes_get_ties (const TrlChanges *changes, guint *n);

/**
 * trl_changes_count:
 *
 * Returns: how many partnerships have that change
 */
guint trl_changes_count (const TrlChanges *changes, TrlTieChange change);

/**
 * trl_changes_get_partners:
 * @which: 0: those that are lost, 1: those that are added
 *
 * Returns: (transfer none) (element-type guint): partners that only one network has
 */
const GArray *trl_changes_get_partners (const TrlChanges *changes, guint which);

/**
 * trl_changes_get_name:
 *
 * Returns: (transfer none): what a partner is called in the second network, else in the
 *   first
 */
const char *trl_changes_get_name (const TrlChanges *changes, guint partner);

/**
 * trl_tie_change_get_label:
 * trl_tie_change_get_id:
 *
 * What people read, and what files say.
 */
const char *trl_tie_change_get_label (TrlTieChange change); /* translated */
const char *trl_tie_change_get_id (TrlTieChange change);

/**
 * trl_standing_get_label:
 *
 * Returns: (transfer none): the name of the level, or what there is in place of one;
 *   translated
 */
const char *trl_standing_get_label (const TrlStanding *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlChanges, trl_changes_free)

G_END_DECLS
