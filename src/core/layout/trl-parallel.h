/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlParallelWork:
 * @from, @to: which of the items, the last not included
 *
 * May be called by several threads at once, for different items.
 */
typedef void (*TrlParallelWork) (guint from, guint to, gpointer data);

/**
 * trl_parallel_run:
 * @n: number of items
 * @grain: how many of them are given out together; worth at least 50 microseconds
 *
 * Does all items, on as many threads as trl_parallel_count_threads() says, and returns
 * when the last is done.  What an item leaves behind must not depend on others, so that
 * it is the same for any number of threads.
 */
void trl_parallel_run (guint n, guint grain, TrlParallelWork work, gpointer data);

/**
 * trl_parallel_count_threads:
 *
 * Returns: the number of processors, up to 16; the environment variable TRL_THREADS may
 *   ask for another
 */
guint trl_parallel_count_threads (void);

G_END_DECLS
