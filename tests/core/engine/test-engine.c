/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Helper programs that do well, and all the ways in which they may not.  Small scripts
 * stand in for them. */
#include <string.h>

#include "engine/trl-engine.h"
#include "layout/trl-graphviz.h"

static GBytes *
make_input (gsize size)
{
  char *text = g_malloc (size);

  memset (text, 'x', size);
  return g_bytes_new_take (text, size);
}

static void
expect (const char *program, gsize size, guint seconds, int code, const char *words)
{
  g_autoptr (GBytes) input = make_input (size);
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_engine_run (program, input, seconds, NULL, &error));
  g_assert_error (error, TRL_ENGINE_ERROR, code);
  g_assert_nonnull (strstr (error->message, program));
  g_assert_nonnull (strstr (error->message, words));
}

/* More goes through than a pipe holds; nothing of the environment does. */
static void
test_answer (void)
{
  g_autoptr (GBytes) input = make_input (1000000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = trl_engine_run ("echoes", input, 5, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (output), ==, 1000003);
  g_assert_cmpmem (g_bytes_get_data (output, NULL), 4, "5::x", 4);
}

static void
test_missing (void)
{
  expect ("nosuch", 1, 5, TRL_ENGINE_ERROR_MISSING, "Install");
}

/* With and without a pipe full of input that nobody reads. */
static void
test_crash (void)
{
  expect ("crashes", 1, 5, TRL_ENGINE_ERROR_DIED, "crashed");
  expect ("crashes", 1000000, 5, TRL_ENGINE_ERROR_DIED, "crashed");
}

static void
test_refusal (void)
{
  expect ("refuses", 1, 5, TRL_ENGINE_ERROR_DIED, "3");
}

static void
test_memory (void)
{
  expect ("starves", 1, 5, TRL_ENGINE_ERROR_MEMORY, "memory");
}

static void
test_hang (void)
{
  gint64 start = g_get_monotonic_time ();

  expect ("hangs", 1, 1, TRL_ENGINE_ERROR_TIME, "1 second");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_TIME_SPAN_SECOND);
}

static void
test_limit (void)
{
  expect ("tires", 1, 1, TRL_ENGINE_ERROR_TIME, "1 second");
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (200000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* At once: the helper is gone long before it would be late. */
static void
test_cancel (void)
{
  g_autoptr (GBytes) input = make_input (1000000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  gint64   start = g_get_monotonic_time ();

  g_assert_null (trl_engine_run ("hangs", input, 60, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 500000);
  g_thread_join (thread);
}

/* What comes back is looked at. */
static void
test_nonsense (void)
{
  static const guint   from[] = { 0 }, to[] = { 1 };
  static const double  radius[] = { 9, 9 };
  const TrlLayoutInput input = {
    .n = 2, .m = 1, .from = from, .to = to, .radius = radius, .hub = TRL_NO_INDEX
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (
    trl_layout_place (trl_layout_find ("graphviz-dot"), &input, NULL, 0, NULL, &error));
  g_assert_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_DIED);
  g_assert_nonnull (strstr (error->message, "no usable places"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder =
    g_build_filename (g_getenv ("TRL_SOURCE"), "tests", "data", "engines", NULL);

  g_test_init (&argc, &argv, NULL);
  g_setenv (TRL_ENGINE_FOLDER, folder, TRUE);
  g_test_add_func ("/engine/answers", test_answer);
  g_test_add_func ("/engine/that-is-missing-is-named", test_missing);
  g_test_add_func ("/engine/that-crashes-is-told-of", test_crash);
  g_test_add_func ("/engine/that-refuses-is-told-of", test_refusal);
  g_test_add_func ("/engine/that-runs-out-of-memory-is-told-of", test_memory);
  g_test_add_func ("/engine/that-hangs-is-stopped", test_hang);
  g_test_add_func ("/engine/that-works-too-long-is-stopped", test_limit);
  g_test_add_func ("/engine/is-cancelled-at-once", test_cancel);
  g_test_add_func ("/engine/that-answers-nonsense-is-told-of", test_nonsense);
  return g_test_run ();
}
