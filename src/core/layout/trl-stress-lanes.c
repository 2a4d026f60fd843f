/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same steps for registers of 4, 8 and 16 numbers; which are there is found at run
 * time. */
#include "config.h"

#include "layout/trl-stress-lanes.h"

#include <stdlib.h>
#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HAS_WIDE 1
#include <immintrin.h>
#else
#define HAS_WIDE 0
#endif

#define TINY 1e-12f /* of a square: two nodes on one place */
#define INLINE static inline __attribute__ ((always_inline))

#define WIDTH 4
#define NAME(name) name##_4
#include "layout/trl-stress-lanes-body.h"
#undef WIDTH
#undef NAME

#if HAS_WIDE
#pragma GCC push_options
#pragma GCC target("avx2")
#define WIDTH 8
#define NAME(name) name##_8
#include "layout/trl-stress-lanes-body.h"
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512")
#define WIDTH 16
#define NAME(name) name##_16
#include "layout/trl-stress-lanes-body.h"
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#endif

typedef struct
{
  const char *name;
  void (*step_pairs) (const TrlTileWork *, const TrlTilePair *, guint);
  void (*step_within) (const TrlTileWork *, guint, gsize);
  void (*follow_pivots) (const TrlPivotWork *, guint, guint);
} Steps;

static const Steps steps[TRL_N_LANES] = {
  [TRL_LANES_PLAIN] = { "plain", step_pairs_4, step_within_4, follow_pivots_4 },
#if HAS_WIDE
  [TRL_LANES_AVX2] = { "avx2", step_pairs_8, step_within_8, follow_pivots_8 },
  [TRL_LANES_AVX512] = { "avx512", step_pairs_16, step_within_16, follow_pivots_16 },
#endif
};

gboolean
trl_lanes_has (TrlLanes lanes)
{
#if HAS_WIDE
  __builtin_cpu_init ();
  if (lanes == TRL_LANES_AVX2)
    return __builtin_cpu_supports ("avx2") != 0;
  if (lanes == TRL_LANES_AVX512)
    return __builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512bw") &&
           __builtin_cpu_supports ("avx512vl") && __builtin_cpu_supports ("avx512dq");
#endif
  return lanes == TRL_LANES_PLAIN;
}

TrlLanes
trl_lanes_best (void)
{
  const char *wanted = g_getenv ("TRL_LANES");

  for (guint lanes = TRL_N_LANES - 1; lanes > TRL_LANES_PLAIN; lanes--)
    if (trl_lanes_has (lanes) && (!wanted || g_str_equal (wanted, steps[lanes].name)))
      return (TrlLanes) lanes;
  return TRL_LANES_PLAIN;
}

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
