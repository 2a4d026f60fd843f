/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-lanes.h"

G_BEGIN_DECLS

/* So many neighbouring nodes are repelled together. */
#define TRL_BUNDLE 16

/* Where the nodes of a bundle are, and what pushes them. */
typedef struct
{
  float x[TRL_BUNDLE], y[TRL_BUNDLE];
  float fx[TRL_BUNDLE], fy[TRL_BUNDLE];
} TrlBundle;

/* What pushes: nodes nearby, and crowds of nodes far off as one. */
typedef struct
{
  guint  n;
  float *x, *y;
  float *mass;
} TrlPushers;

/**
 * trl_lanes_repel:
 * @soft: square of a distance below which the push grows no more
 *
 * Adds to each node of a bundle the push of all: away, by mass over distance, to 3 parts
 * in 10,000.  All widths of registers give the same bits.
 * Cost: O(n).
 */
void trl_lanes_repel (TrlLanes          lanes,
                      const TrlPushers *pushers,
                      float             soft,
                      TrlBundle        *bundle);

G_END_DECLS
