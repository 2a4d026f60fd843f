/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may crash, hang or call exit() runs in a program of its own behind a pipe.  A
 * helper that does not end is killed: waiting for its pipe to close would wait for its
 * children too. */
#include "config.h"

#include "engine/trl-engine.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

/* How much longer than its processor time a helper may last. */
#define PATIENCE 3

/* No hyphens in the name: the formatter would space them. */
G_DEFINE_QUARK (TrlEngineError, trl_engine_error)

typedef struct
{
  GCancellable *stop; /* by the user, or by the clock */
  GBytes       *output;
  GError       *error;
  gboolean      done;
  gboolean      late;
} Run;

static char *
find_beside_self (const char *way, const char *program)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self ? g_path_get_dirname (self) : NULL;

  return folder ? g_build_filename (folder, way, program, NULL) : NULL;
}

/* As installed, from where this program lies; as built; as configured. */
static char *
find_program (const char *program)
{
  const char      *named = g_getenv (TRL_ENGINE_FOLDER);
  g_autofree char *installed = find_beside_self ("../libexec/trellis", program);
  g_autofree char *built = find_beside_self ("../graphviz", program);
  g_autofree char *configured = g_build_filename (TRL_LIBEXEC_DIR, program, NULL);
  const char      *places[] = { installed, built, configured };

  if (named)
    return g_build_filename (named, program, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i] && g_file_test (places[i], G_FILE_TEST_IS_EXECUTABLE))
      return g_strdup (places[i]);
  return g_strdup (configured);
}

static GSubprocess *
start (const char *program, guint seconds, GError **error)
{
  static const char *const environment[] = { "LC_ALL=C.UTF-8", NULL };
  g_autofree char         *path = find_program (program);
  g_autofree char         *limit = g_strdup_printf ("%u", seconds);
  const char              *words[] = { path, limit, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
    G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) reason = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  process = g_subprocess_launcher_spawnv (launcher, words, &reason);
  if (!process)
    g_set_error (
      error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_MISSING,
      _ ("The helper program “%s” cannot be started (%s). Install Trellis with "
         "Graphviz, or choose another layout."),
      program, reason->message);
  return process;
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &run->output, NULL,
                                   &run->error);
  run->done = TRUE;
}

static gboolean
on_late (gpointer data)
{
  Run *run = data;

  run->late = TRUE;
  g_cancellable_cancel (run->stop);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable, gpointer stop)
{
  g_cancellable_cancel (stop);
}

/* A helper that dies before it has read all must not take this program with it. */
static void
block_broken_pipes (sigset_t *before)
{
  sigset_t broken;

  sigemptyset (&broken);
  sigaddset (&broken, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &broken, before);
}

/* Forgets those that came meanwhile. */
static void
unblock_broken_pipes (const sigset_t *before)
{
  const struct timespec at_once = { 0 };
  sigset_t              broken;

  sigemptyset (&broken);
  sigaddset (&broken, SIGPIPE);
  while (sigtimedwait (&broken, NULL, &at_once) > 0)
    ;
  pthread_sigmask (SIG_SETMASK, before, NULL);
}

/* Until the helper has answered, it is late, or nobody wants to know any more. */
static void
listen_to (
  Run *run, GSubprocess *process, GBytes *input, guint seconds, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) clock = g_timeout_source_new_seconds (PATIENCE * seconds);
  gulong   handler = 0;
  sigset_t before;

  block_broken_pipes (&before);
  g_main_context_push_thread_default (context);
  g_source_set_callback (clock, on_late, run, NULL);
  g_source_attach (clock, context);
  if (cancellable)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                     g_object_ref (run->stop), g_object_unref);
  g_subprocess_communicate_async (process, input, run->stop, on_answer, run);
  while (!run->done)
    g_main_context_iteration (context, TRUE);
  g_cancellable_disconnect (cancellable, handler);
  g_source_destroy (clock);
  g_main_context_pop_thread_default (context);
  unblock_broken_pipes (&before);
}

static gboolean
is_out_of_time (const Run *run, GSubprocess *process)
{
  return run->late || (g_subprocess_get_if_signaled (process) &&
                       g_subprocess_get_term_sig (process) == SIGXCPU);
}

/* Why there is no answer, if there is none. */
static gboolean
judge (const Run   *run,
       GSubprocess *process,
       const char  *program,
       guint        seconds,
       GError     **error)
{
  if (is_out_of_time (run, process))
    g_set_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_TIME,
                 ngettext ("“%s” was stopped after %u second of work. Choose another "
                           "layout, or allow more time.",
                           "“%s” was stopped after %u seconds of work. Choose another "
                           "layout, or allow more time.",
                           seconds),
                 program, seconds);
  else if (g_subprocess_get_if_signaled (process))
    g_set_error (
      error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_DIED,
      _ ("“%s” crashed (signal %d). Nothing was changed; choose another layout."),
      program, g_subprocess_get_term_sig (process));
  else if (g_subprocess_get_exit_status (process) == ENOMEM)
    g_set_error (
      error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_MEMORY,
      _ ("“%s” needs more memory than it may take. Nothing was changed; choose "
         "another layout."),
      program);
  else if (run->error || g_subprocess_get_exit_status (process) != 0)
    g_set_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_DIED,
                 _ ("“%s” could not do its work (status %d). Nothing was changed; choose "
                    "another layout."),
                 program, g_subprocess_get_exit_status (process));
  else
    return TRUE;
  return FALSE;
}

GBytes *
trl_engine_run (const char   *program,
                GBytes       *input,
                guint         seconds,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) reason = NULL;
  Run run = { .stop = stop };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  process = start (program, seconds, error);
  if (!process)
    return NULL;
  listen_to (&run, process, input, seconds, cancellable);
  output = run.output;
  reason = run.error;
  if (g_cancellable_is_cancelled (stop))
    g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !judge (&run, process, program, seconds, error))
    return NULL;
  return g_steal_pointer (&output);
}
