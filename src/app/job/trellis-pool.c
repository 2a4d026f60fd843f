/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every piece carries the serial under which it was pushed.  A thread compares it with
 * the newest before it works, so that what nobody waits for any more costs nothing.
 * Pieces come back through a queue that one idle source empties. */

#include "config.h"

#include "job/trellis-pool.h"

struct TrellisPool
{
  GThreadPool    *threads;
  TrellisPoolWork work;
  TrellisPoolDone done;
  gpointer        user_data;
  GDestroyNotify  free_input;
  GDestroyNotify  free_result;
  GAsyncQueue    *finished; /* Piece */
  GMainContext   *context;
  int             serial; /* what was pushed under an older one is skipped */
  int             waking; /* whether the idle source is there */
  guint           order;  /* of the last piece */
  guint           count;  /* on their way */
};

typedef struct
{
  gpointer input, result;
  int      serial;
  int      urgency;
  guint    order;
} Piece;

static gboolean
on_finished (gpointer data)
{
  TrellisPool *pool = data;
  Piece       *piece;

  g_atomic_int_set (&pool->waking, FALSE);
  while ((piece = g_async_queue_try_pop (pool->finished)))
    {
      pool->count--;
      pool->done (piece->input, piece->result, pool->user_data);
      pool->free_input (piece->input);
      g_free (piece);
    }
  return G_SOURCE_REMOVE;
}

/* Earlier than frames are drawn. */
static void
wake (TrellisPool *pool)
{
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&pool->waking, FALSE, TRUE))
    return;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (source, on_finished, pool, NULL);
  g_source_attach (source, pool->context);
}

static void
run (gpointer data, gpointer user_data)
{
  TrellisPool *pool = user_data;
  Piece       *piece = data;

  if (piece->serial == g_atomic_int_get (&pool->serial))
    piece->result = pool->work (piece->input);
  g_async_queue_push (pool->finished, piece);
  wake (pool);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Piece *x = a, *y = b;

  if (x->urgency != y->urgency)
    return x->urgency > y->urgency ? -1 : 1;
  return x->order < y->order ? -1 : 1;
}

TrellisPool *
trellis_pool_new (TrellisPoolWork work,
                  TrellisPoolDone done,
                  gpointer        user_data,
                  GDestroyNotify  free_input,
                  GDestroyNotify  free_result)
{
  TrellisPool *pool = g_new0 (TrellisPool, 1);
  int          threads = MAX (1, (int) g_get_num_processors () - 1);

  pool->work = work;
  pool->done = done;
  pool->user_data = user_data;
  pool->free_input = free_input;
  pool->free_result = free_result;
  pool->finished = g_async_queue_new ();
  pool->context = g_main_context_ref_thread_default ();
  /* Threads of its own: each keeps the fonts that it has loaded. */
  pool->threads = g_thread_pool_new (run, pool, threads, TRUE, NULL);
  g_thread_pool_set_sort_function (pool->threads, compare, NULL);
  return pool;
}

void
trellis_pool_free (TrellisPool *pool)
{
  Piece   *piece;
  GSource *source;

  g_atomic_int_inc (&pool->serial);
  g_thread_pool_free (pool->threads, FALSE, TRUE);
  while ((source = g_main_context_find_source_by_user_data (pool->context, pool)))
    g_source_destroy (source);
  while ((piece = g_async_queue_try_pop (pool->finished)))
    {
      if (piece->result)
        pool->free_result (piece->result);
      pool->free_input (piece->input);
      g_free (piece);
    }
  g_async_queue_unref (pool->finished);
  g_main_context_unref (pool->context);
  g_free (pool);
}

void
trellis_pool_push (TrellisPool *pool, int urgency, gpointer input)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->input = input;
  piece->serial = g_atomic_int_get (&pool->serial);
  piece->urgency = urgency;
  piece->order = pool->order++;
  pool->count++;
  g_thread_pool_push (pool->threads, piece, NULL);
}

void
trellis_pool_skip (TrellisPool *pool)
{
  g_atomic_int_inc (&pool->serial);
}

guint
trellis_pool_count (TrellisPool *pool)
{
  return pool->count;
}
