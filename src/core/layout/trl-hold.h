/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_hold_is_pinned:
 *
 * Returns: whether a node must not move from its start
 */
gboolean trl_hold_is_pinned (const TrlLayoutInput *input, guint node);

/**
 * trl_hold_pinned:
 * @gap: to leave between two discs, points
 *
 * Puts pinned nodes back at their start, where they have no label at the rim, and pushes
 * others out of their way.  Nothing moves when nobody is pinned.
 * Cost: O(n), else that of trl_separate().
 * Errors: G_IO_ERROR_CANCELLED.
 */
gboolean trl_hold_pinned (const TrlLayoutInput *input,
                          TrlLayoutResult      *result,
                          double                gap,
                          GCancellable         *cancellable,
                          GError              **error);

G_END_DECLS
