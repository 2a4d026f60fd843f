/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * TrlProfile:
 * @scale: the scale that levels are counted on: that of the first tie
 * @n_asked: partner types about which something is known (T)
 * @n_engaged: types engaged, at whatever level, reported or not (n)
 * @n_levels: levels of @scale, none among them
 * @ties: n_levels, ties at each level; planned ones left out
 * @n_unreported: ties that are present without a level
 * @n_unknown: ties about whose presence nothing is known, or that are absent without a
 * level
 * @n_planned: planned ties
 * @n_other: ties with a level on another scale, which nothing here counts
 * @n_answered: ties of which both ends gave a level; planned ones left out
 * @n_apart: those of them where the two answers differ
 * @steps_apart: by how many steps, over all of them
 * @weights: n_levels, partners behind the ties at each level, where their number is known
 * @n_uncounted: engaged ties whose number of partners is not known
 * @counts: (element-type double): partners of each type, above zero
 * @n_partners: their sum (N), NAN when no number is known
 * @by_type: whether the nodes are partner types rather than organizations
 *
 * What the measures of one network are made of, counted once.  In a network of types a
 * tie is a type's tie with the hub; in one of organizations, types are engaged through
 * their organizations and levels are those of the partnerships.
 */
typedef struct
{
  const TrlScale *scale;
  gboolean        by_type;
  guint           n_asked;
  guint           n_engaged;
  guint           n_levels;
  guint          *ties;
  guint           n_unreported;
  guint           n_unknown;
  guint           n_planned;
  guint           n_other;
  guint           n_answered;
  guint           n_apart;
  guint           steps_apart;
  double         *weights;
  guint           n_uncounted;
  GArray         *counts;
  double          n_partners;
} TrlProfile;

/**
 * trl_profile_new:
 * trl_profile_free:
 *
 * Cost: O(n + m).
 *
 * Returns: (transfer full): good as long as the vocabulary of the network lives
 */
TrlProfile *trl_profile_new (const TrlNetwork *network);
void        trl_profile_free (TrlProfile *profile);

/**
 * trl_profile_count_reported:
 *
 * Returns: engaged ties with a level
 */
guint trl_profile_count_reported (const TrlProfile *profile);

/**
 * trl_profile_get_median:
 * @low: (out): rank below or at the middle
 * @high: (out): rank above or at the middle; the same as @low unless the middle lies
 * between
 *
 * The median level of engaged ties with a level.
 *
 * Returns: FALSE when there is none
 */
gboolean trl_profile_get_median (const TrlProfile *profile, guint *low, guint *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlProfile, trl_profile_free)

G_END_DECLS
