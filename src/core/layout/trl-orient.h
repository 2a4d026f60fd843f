/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_orient:
 * @points: (inout): n
 *
 * Turns a picture about its centre so that it is widest from left to right, and mirrors
 * it so that its long tails are right and below: one picture of all its turns and mirror
 * images.  The centre ends at the origin.  Cost: O(n).
 */
void trl_orient (guint n, TrlPoint *points);

G_END_DECLS
