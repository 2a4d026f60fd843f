/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide a processor computes, from the least on.  What is computed is the same to the
 * last bit. */
typedef enum
{
  TRL_LANES_PLAIN,
  TRL_LANES_AVX2,
  TRL_LANES_AVX512,
  TRL_N_LANES
} TrlLanes;

/* Whether this compiler makes code for processors other than the least.  Files of lanes
 * include their body once a width and put each under the target that it needs. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define TRL_HAS_WIDE_LANES 1
#else
#define TRL_HAS_WIDE_LANES 0
#endif

/**
 * trl_lanes_best:
 *
 * Returns: the widest that this processor has; the environment variable TRL_LANES
 *   (`plain`, `avx2`, `avx512`) may ask for less
 */
TrlLanes trl_lanes_best (void);

/**
 * trl_lanes_has:
 *
 * Returns: whether this processor can work so
 */
gboolean trl_lanes_has (TrlLanes lanes);

G_END_DECLS
