/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Threads are started anew each time: that costs some ten microseconds, and leaves
 * nothing to keep. */
#include "config.h"

#include "layout/trl-parallel.h"

#define MOST_THREADS 16

typedef struct
{
  guint           n, grain;
  int             next; /* atomic: which grain is to be done */
  TrlParallelWork work;
  gpointer        data;
} Run;

static gpointer
take_grains (gpointer data)
{
  Run *run = data;

  for (;;)
    {
      gsize from = (gsize) g_atomic_int_add (&run->next, 1) * run->grain;

      if (from >= run->n)
        return NULL;
      run->work ((guint) from, (guint) MIN (from + run->grain, run->n), run->data);
    }
}

guint
trl_parallel_count_threads (void)
{
  const char *wanted = g_getenv ("TRL_THREADS");
  guint64     n = wanted ? g_ascii_strtoull (wanted, NULL, 10) : 0;

  return (guint) CLAMP (n ? n : g_get_num_processors (), 1, MOST_THREADS);
}

void
trl_parallel_run (guint n, guint grain, TrlParallelWork work, gpointer data)
{
  Run      run = { n, grain, 0, work, data };
  guint    helpers = MIN (trl_parallel_count_threads (), (n + grain - 1) / grain);
  GThread *threads[MOST_THREADS] = { NULL };

  for (guint k = 1; k < helpers; k++)
    threads[k] = g_thread_try_new ("parallel", take_grains, &run, NULL);
  take_grains (&run);
  for (guint k = 1; k < helpers; k++)
    if (threads[k])
      g_thread_join (threads[k]);
}
