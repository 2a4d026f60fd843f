/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_settle_as_one:
 * @held: n: who stands; all others move together
 * @points: (inout): n, points
 * @gap: points, between discs of those who stand and of the others
 *
 * Moves a picture of some nodes into room between the others: as near as there is any for
 * its discs, a little farther if there its discs are on none of their ties, either.
 * Leaves it where there is no room within about four times its own size; a picture of
 * many thousand discs, in the midst of others that leave room for most of them, may be
 * left before so much was tried.
 *
 * Cost: O(n + m), and up to a constant number of looks at the discs that move: about a
 * second.
 * Errors: G_IO_ERROR_CANCELLED; then nothing is moved.
 *
 * Returns: %FALSE on error
 */
gboolean trl_settle_as_one (const TrlLayoutInput *input,
                            const gboolean       *held,
                            double                gap,
                            TrlPoint             *points,
                            GCancellable         *cancellable,
                            GError              **error);

/**
 * trl_settle_each:
 * @held: n: who stands
 * @beside_ties: whether a place a little farther is better if it is on no tie
 * @points: (inout): n, points
 *
 * Gives each of the others a place of its own beside those before it, as near as there is
 * room; leaves it where there is none within 63 times its radius.
 *
 * Cost: O(n + m) where there is room nearby.
 * Errors: G_IO_ERROR_CANCELLED; then nothing is moved.
 *
 * Returns: %FALSE on error
 */
gboolean trl_settle_each (const TrlLayoutInput *input,
                          const gboolean       *held,
                          gboolean              beside_ties,
                          TrlPoint             *points,
                          GCancellable         *cancellable,
                          GError              **error);

G_END_DECLS
