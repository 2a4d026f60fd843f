/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same steps for registers of 4, 8 and 16 numbers; which are there is found at run
 * time. */
#include "config.h"

#include "layout/trl-stress-lanes.h"

#include <stdlib.h>
#include <string.h>

#if TRL_HAS_WIDE_LANES
#include <immintrin.h>
#endif

#define TINY 1e-12f /* of a square: two nodes on one place */
#define LANES_BODY "layout/trl-stress-lanes-body.h"
#include "layout/trl-lanes-widths.h"

typedef struct
{
  void (*step_pairs) (const TrlTileWork *, const TrlTilePair *, guint);
  void (*step_within) (const TrlTileWork *, guint, gsize);
  void (*follow_pivots) (const TrlPivotWork *, guint, guint);
} Steps;

static const Steps steps[TRL_N_LANES] = {
  [TRL_LANES_PLAIN] = { step_pairs_4, step_within_4, follow_pivots_4 },
#if TRL_HAS_WIDE_LANES
  [TRL_LANES_AVX2] = { step_pairs_8, step_within_8, follow_pivots_8 },
  [TRL_LANES_AVX512] = { step_pairs_16, step_within_16, follow_pivots_16 },
#endif
};

void
trl_lanes_step_pairs (TrlLanes           lanes,
                      const TrlTileWork *work,
                      const TrlTilePair *pairs,
                      guint              n)
{
  steps[lanes].step_pairs (work, pairs, n);
}

void
trl_lanes_step_within (TrlLanes lanes, const TrlTileWork *work, guint tile, gsize block)
{
  steps[lanes].step_within (work, tile, block);
}

void
trl_lanes_follow_pivots (TrlLanes lanes, const TrlPivotWork *work, guint from, guint to)
{
  steps[lanes].follow_pivots (work, from, to);
}

gpointer
trl_lanes_allocate (gsize size)
{
  gsize    whole = (size + 63) / 64 * 64;
  gpointer memory = aligned_alloc (64, whole);

  if (!memory)
    g_error ("Out of memory: %" G_GSIZE_FORMAT " bytes", whole);
  return memset (memory, 0, whole);
}
