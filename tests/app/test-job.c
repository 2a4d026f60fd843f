/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Jobs: the result and the error come back on the main thread, also after a cancel. */

#include "config.h"

#include "job/trellis-job.h"
#include "job/trellis-pool.h"

typedef struct
{
  GMainLoop *loop;
  GThread   *thread;
  char      *result;
  GError    *error;
} Outcome;

static gpointer
shout (gpointer input, GCancellable *cancellable, GError **error)
{
  return g_ascii_strup (input, -1);
}

static gpointer
wait_for_cancel (gpointer input, GCancellable *cancellable, GError **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);
  return NULL;
}

static void
on_done (gpointer result, const GError *error, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->thread = g_thread_self ();
  outcome->result = result;
  outcome->error = error ? g_error_copy (error) : NULL;
  g_main_loop_quit (outcome->loop);
}

static void
test_result_comes_back (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Outcome outcome = { loop };
  g_autoptr (TrellisJob) job =
    trellis_job_start ("Shouting", shout, g_strdup ("hello"), g_free, on_done, &outcome);

  g_assert_true (trellis_job_is_running (job));
  g_assert_cmpstr (trellis_job_get_title (job), ==, "Shouting");
  g_main_loop_run (loop);
  g_assert_cmpstr (outcome.result, ==, "HELLO");
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.thread == g_thread_self ());
  g_assert_false (trellis_job_is_running (job));
  g_free (outcome.result);
}

static void
test_cancel_is_an_error (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Outcome outcome = { loop };
  g_autoptr (TrellisJob) job =
    trellis_job_start ("Waiting", wait_for_cancel, NULL, NULL, on_done, &outcome);

  trellis_job_cancel (job);
  g_main_loop_run (loop);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (outcome.result);
  g_error_free (outcome.error);
}

/* Ends before anybody stops it. */
static gpointer
shout_and_tell (gpointer input, GCancellable *cancellable, GError **error)
{
  char *text = g_ascii_strup ("done", -1);

  g_atomic_int_set ((gint *) input, 1);
  return text;
}

static void
test_late_cancel_keeps_result (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Outcome outcome = { loop };
  gint    ended = 0;
  g_autoptr (TrellisJob) job =
    trellis_job_start ("Shouting", shout_and_tell, &ended, NULL, on_done, &outcome);

  while (!g_atomic_int_get (&ended))
    g_usleep (100);
  trellis_job_cancel (job);
  g_assert_true (trellis_job_is_cancelled (job));
  g_main_loop_run (loop);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.result, ==, "DONE");
  g_free (outcome.result);
}

/* --- the pool --- */

typedef struct
{
  GArray *done; /* numbers, in the order in which they were handed over */
  GArray *skipped;
} Pieces;

static gpointer
add_hundred (gpointer input)
{
  g_usleep (500);
  return GINT_TO_POINTER (GPOINTER_TO_INT (input) + 100);
}

static void
on_piece (gpointer input, gpointer result, gpointer data)
{
  Pieces *pieces = data;
  int     number = GPOINTER_TO_INT (input);

  g_assert_true (!result || GPOINTER_TO_INT (result) == number + 100);
  g_array_append_val (*(result ? &pieces->done : &pieces->skipped), number);
}

static void
forget (gpointer data)
{
}

static void
test_pool (void)
{
  Pieces pieces = { g_array_new (FALSE, FALSE, sizeof (int)),
                    g_array_new (FALSE, FALSE, sizeof (int)) };
  g_autoptr (TrellisPool) pool =
    trellis_pool_new (add_hundred, on_piece, &pieces, forget, forget);

  for (int i = 0; i < 200; i++)
    trellis_pool_push (pool, i % 2, GINT_TO_POINTER (i));
  trellis_pool_skip (pool);
  trellis_pool_push (pool, 0, GINT_TO_POINTER (1000));
  g_assert_cmpuint (trellis_pool_count (pool), ==, 201);
  while (trellis_pool_count (pool) > 0)
    g_main_context_iteration (NULL, TRUE);
  /* Of what was skipped, only what had begun was done. */
  g_assert_cmpuint (pieces.done->len + pieces.skipped->len, ==, 201);
  g_assert_cmpuint (pieces.skipped->len, >, 100);
  g_assert_cmpint (g_array_index (pieces.done, int, pieces.done->len - 1), ==, 1000);
  /* What is under way when the pool goes is nobody's. */
  for (int i = 0; i < 50; i++)
    trellis_pool_push (pool, 0, GINT_TO_POINTER (i));
  g_array_unref (pieces.done);
  g_array_unref (pieces.skipped);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/result-comes-back-on-the-main-thread", test_result_comes_back);
  g_test_add_func ("/job/cancel-is-an-error", test_cancel_is_an_error);
  g_test_add_func ("/job/late-cancel-keeps-the-result", test_late_cancel_keeps_result);
  g_test_add_func ("/pool/skips-what-nobody-waits-for", test_pool);
  return g_test_run ();
}
