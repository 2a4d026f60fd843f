/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrellisPool:
 *
 * Threads for many small pieces of work of which only the newest matter: the tiles of a
 * picture.  One thread less than there are processors, at least one.
 */
typedef struct TrellisPool TrellisPool;

/**
 * TrellisPoolWork:
 *
 * Runs in a thread; touches nothing but @input and what it makes.
 */
typedef gpointer (*TrellisPoolWork) (gpointer input);

/**
 * TrellisPoolDone:
 * @result: (transfer full) (nullable): of the work; %NULL when it was skipped
 *
 * Runs on the main thread, once for each piece of work, before the next frame is drawn.
 */
typedef void (*TrellisPoolDone) (gpointer input, gpointer result, gpointer user_data);

/**
 * trellis_pool_new:
 * @done: gets what comes out
 * @free_input: after @done
 * @free_result: of results that nobody got because the pool was freed
 */
TrellisPool *trellis_pool_new (TrellisPoolWork work,
                               TrellisPoolDone done,
                               gpointer        user_data,
                               GDestroyNotify  free_input,
                               GDestroyNotify  free_result);

/**
 * trellis_pool_free:
 *
 * Waits for the pieces that are being worked on and drops all others; nothing is done
 * with any.
 */
void trellis_pool_free (TrellisPool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisPool, trellis_pool_free)

/**
 * trellis_pool_push:
 * @urgency: the higher is worked on earlier, of equals the one pushed first
 * @input: (transfer full)
 */
void trellis_pool_push (TrellisPool *pool, int urgency, gpointer input);

/**
 * trellis_pool_skip:
 *
 * Work that was pushed before and has not begun is skipped.
 */
void trellis_pool_skip (TrellisPool *pool);

/**
 * trellis_pool_count:
 *
 * Returns: how many pieces have not been handed over yet
 */
guint trellis_pool_count (TrellisPool *pool);

G_END_DECLS
