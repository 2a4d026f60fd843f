/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The processor is asked at run time, so that one program suits all. */
#include "config.h"

#include "layout/trl-lanes.h"

static const char *const names[TRL_N_LANES] = {
  [TRL_LANES_PLAIN] = "plain",
  [TRL_LANES_AVX2] = "avx2",
  [TRL_LANES_AVX512] = "avx512",
};

gboolean
trl_lanes_has (TrlLanes lanes)
{
#if TRL_HAS_WIDE_LANES
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
    if (trl_lanes_has (lanes) && (!wanted || g_str_equal (wanted, names[lanes])))
      return (TrlLanes) lanes;
  return TRL_LANES_PLAIN;
}
