/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-change.h"

G_BEGIN_DECLS

/**
 * TrlChangeMarks:
 *
 * What became of each partner and partnership of a joined network, by id.  Of partners
 * only %TRL_TIE_SAME, %TRL_TIE_ADDED and %TRL_TIE_LOST are said.
 */
typedef struct TrlChangeMarks TrlChangeMarks;

/**
 * trl_change_join:
 * @marks: (out) (transfer full): for the ids of the joined network
 *
 * Both networks as one: the second, with the partners that only the first has, and with
 * each lost partnership as it stood in the first.  Ids are those of the second network;
 * what only the first has keeps its id unless that means something else in the second.
 * Cost: O(n + m).
 *
 * Returns: (transfer full): a network that no document holds
 */
TrlNetwork *trl_change_join (const TrlChanges *changes, TrlChangeMarks **marks);

/**
 * trl_change_marks_free:
 * @marks: (nullable)
 */
void trl_change_marks_free (TrlChangeMarks *marks);

/**
 * trl_change_marks_get:
 * @of: nodes or edges
 *
 * Returns: %TRL_TIE_SAME also for an id that is not known
 */
TrlTieChange
trl_change_marks_get (const TrlChangeMarks *marks, TrlKind of, const char *id);

/**
 * trl_change_marks_count:
 *
 * Cost: O(n + m).
 *
 * Returns: how many partners or partnerships have that mark; those without any change are
 *   not counted
 */
guint trl_change_marks_count (const TrlChangeMarks *marks, TrlKind of, TrlTieChange mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlChangeMarks, trl_change_marks_free)

G_END_DECLS
