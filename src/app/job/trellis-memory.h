/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trellis_memory_init:
 *
 * Has what is large taken from the system, and given back to it when it is freed.
 */
void trellis_memory_init (void);

/**
 * trellis_memory_give_back:
 *
 * Gives the system what was freed in small pieces, for any thread: after work that made
 * and freed much.  Cost: some hundredths of a second for some hundred MB.
 */
void trellis_memory_give_back (void);

G_END_DECLS
