/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same push for registers of 4, 8 and 16 numbers; which are there is found at run
 * time. */
#include "config.h"

#include "layout/trl-force-lanes.h"

#include <string.h>

#define INLINE static inline __attribute__ ((always_inline))

#define WIDTH 4
#define NAME(name) name##_4
#include "layout/trl-force-lanes-body.h"
#undef WIDTH
#undef NAME

#if TRL_HAS_WIDE_LANES
#pragma GCC push_options
#pragma GCC target("avx2")
#define WIDTH 8
#define NAME(name) name##_8
#include "layout/trl-force-lanes-body.h"
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512")
#define WIDTH 16
#define NAME(name) name##_16
#include "layout/trl-force-lanes-body.h"
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#endif

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
