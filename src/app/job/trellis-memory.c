/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The C library of GNU keeps what was freed for what may be asked for next, and learns
 * from large pieces that come and go to keep ever larger ones.  After a document of
 * 100,000 partners was opened and saved it kept half of all that the program had.
 */

#include "config.h"

#include "job/trellis-memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>

#define LARGE (8 * 1024 * 1024) /* bytes: smaller ones come and go at every change */
#define KEPT (32 * 1024 * 1024) /* bytes: what some frames of the window are drawn in */

void
trellis_memory_init (void)
{
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, KEPT);
}

void
trellis_memory_give_back (void)
{
  malloc_trim (0);
}

#else

void
trellis_memory_init (void)
{
}

void
trellis_memory_give_back (void)
{
}

#endif
