/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_separate:
 * @points: (inout): n, points
 * @radius: n, of the discs, points
 * @fixed: (nullable): n, which must not move
 * @gap: to leave between two discs, points
 * @gentle: steps in which discs are pushed by less than they overlap, so that discs of
 *   a dense clump do not jump over one another and neighbours stay neighbours
 *
 * Pushes overlapping discs apart, each as little as it takes, until none overlap or the
 * patience ends; a picture too dense for its size is stretched a little, unless a disc is
 * fixed.  Two fixed discs may still overlap.
 * Cost: O(t n), t up to some hundred, most of them only where discs still move.
 * Errors: G_IO_ERROR_CANCELLED.
 */
gboolean trl_separate (guint           n,
                       TrlPoint       *points,
                       const double   *radius,
                       const gboolean *fixed,
                       double          gap,
                       guint           gentle,
                       GCancellable   *cancellable,
                       GError        **error);

/**
 * trl_separate_find_stretch:
 * @room: the page that discs with their gaps should have, to the squares around them
 *
 * Cost: O(n).
 *
 * Returns: by how much to stretch a picture about any point so that there is room for
 *   all discs and most of those that overlap come free: 1 when none do
 */
double trl_separate_find_stretch (
  guint n, const TrlPoint *points, const double *radius, double gap, double room);

G_END_DECLS
