/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Includes LANES_BODY once a width of registers, each under the target that it needs; a
 * name in it is NAME (name), which ends in the width.  For the C files of lanes alone. */

#define INLINE static inline __attribute__ ((always_inline))

#define WIDTH 4
#define NAME(name) name##_4
#include LANES_BODY
#undef WIDTH
#undef NAME

#if TRL_HAS_WIDE_LANES
#pragma GCC push_options
#pragma GCC target("avx2")
#define WIDTH 8
#define NAME(name) name##_8
#include LANES_BODY
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#pragma GCC push_options
#pragma GCC target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512")
#define WIDTH 16
#define NAME(name) name##_16
#include LANES_BODY
#undef WIDTH
#undef NAME
#pragma GCC pop_options
#endif
