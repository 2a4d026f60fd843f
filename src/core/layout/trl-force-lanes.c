/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same push for registers of 4, 8 and 16 numbers; which are there is found at run
 * time. */
#include "config.h"

#include "layout/trl-force-lanes.h"

#include <string.h>

#define LANES_BODY "layout/trl-force-lanes-body.h"
#include "layout/trl-lanes-widths.h"

typedef void (*Repel) (const TrlPushers *, float, TrlBundle *);

static const Repel repel[TRL_N_LANES] = {
  [TRL_LANES_PLAIN] = repel_4,
#if TRL_HAS_WIDE_LANES
  [TRL_LANES_AVX2] = repel_8,
  [TRL_LANES_AVX512] = repel_16,
#endif
};

void
trl_lanes_repel (TrlLanes lanes, const TrlPushers *pushers, float soft, TrlBundle *bundle)
{
  repel[lanes](pushers, soft, bundle);
}
