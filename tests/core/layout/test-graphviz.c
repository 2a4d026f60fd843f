/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each layout of Graphviz is known for.  Without the helper all of it is skipped. */
#include "engine/trl-engine.h"
#include "inputs.h"
#include "layout/trl-graphviz.h"

#include <glib/gstdio.h>

static gboolean
is_built (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv (TRL_ENGINE_FOLDER), TRL_GRAPHVIZ_PROGRAM, NULL);

  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE);
}

/* A hub with five partners, the first of which has two more. */
static TrlLayoutInput *
input_new_small (void)
{
  static const guint ties[][2] = { { 0, 1 }, { 2, 0 }, { 0, 3 }, { 0, 4 },
                                   { 5, 0 }, { 1, 6 }, { 1, 7 } };
  TrlLayoutInput    *input = input_new (8, 7, ties);

  input->hub = 0;
  return input;
}

static void
test_dot (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_small ();
  g_autoptr (TrlLayoutResult) result = run_layout ("graphviz-dot", input, 0);

  for (guint i = 1; i < 6; i++)
    g_assert_cmpfloat (result->points[i].y, >, result->points[0].y + 20);
  for (guint i = 6; i < 8; i++)
    g_assert_cmpfloat (result->points[i].y, >, result->points[1].y + 20);
}

static void
test_twopi (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_small ();
  g_autoptr (TrlLayoutResult) result = run_layout ("graphviz-twopi", input, 0);
  double first = get_distance (result->points[0], result->points[1]);

  for (guint i = 2; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (get_distance (result->points[0], result->points[i]),
                                    first, 1);
  for (guint i = 6; i < 8; i++)
    g_assert_cmpfloat (get_distance (result->points[0], result->points[i]), >,
                       1.5 * first);
}

/* Ties are about as long as was asked for, deeper ones shorter. */
static void
test_lengths (void)
{
  static const float depth[] = { 0, 1, 0, 1, 0, 1, 1 };
  const TrlLayout   *layout = trl_layout_find ("graphviz-neato");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutInput) input = input_new_small ();
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (GError) error = NULL;

  input->depth = g_memdup2 (depth, sizeof depth);
  trl_options_set (options, "lengths", "depth", NULL);
  trl_options_set (options, "edge-length", "100", NULL);
  result = trl_layout_place (layout, input, options, 0, NULL, &error);
  g_assert_no_error (error);
  for (guint e = 0; e < 7; e++)
    {
      double drawn =
        get_distance (result->points[input->from[e]], result->points[input->to[e]]);

      g_assert_cmpfloat (drawn, >, depth[e] > 0 ? 45 : 125);
      g_assert_cmpfloat (drawn, <, depth[e]> 0 ? 85 : 200);
    }
}

/* Others come along with those that must not move. */
static void
test_pinned (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_small ();
  TrlPoint start[8] = { { 1000, 500 } };
  guint8   flags[8] = { TRL_LAYOUT_PINNED };

  input->start = g_memdup2 (start, sizeof start);
  input->flags = g_memdup2 (flags, sizeof flags);
  for (guint l = 0; l < 6; l++)
    {
      static const char *const layouts[] = { "graphviz-dot",   "graphviz-neato",
                                             "graphviz-fdp",   "graphviz-sfdp",
                                             "graphviz-twopi", "graphviz-circo" };
      g_autoptr (TrlLayoutResult) result = run_layout (layouts[l], input, 0);

      g_assert_cmpfloat (result->points[0].x, ==, 1000);
      g_assert_cmpfloat (result->points[0].y, ==, 500);
      for (guint i = 1; i < 8; i++)
        g_assert_cmpfloat (get_distance (result->points[i], start[0]), <, 500);
      assert_apart (input, result);
    }
}

/* The limit on processor time holds, and is told of as what it is. */
static void
test_limit (void)
{
  const TrlLayout *layout = trl_layout_find ("graphviz-fdp");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GError) error = NULL;
  TrlRandom random;

  trl_random_init (&random, 1, 0);
  input = input_new_random (&random, 3000, 3000);
  trl_options_set (options, "seconds", "1", NULL);
  g_assert_null (trl_layout_place (layout, input, options, 0, NULL, &error));
  g_assert_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_TIME);
}

#if defined(__SANITIZE_ADDRESS__)
static void
test_memory (void)
{
  g_test_skip ("a sanitizer takes more memory than the limit");
}
#else
/* Starts the helper with less memory than it allows itself. */
static char *
make_small_helper (guint kilobytes)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-engines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, TRL_GRAPHVIZ_PROGRAM, NULL);
  g_autofree char *script =
    g_strdup_printf ("#!/bin/sh\nulimit -v %u\nexec '%s/%s' \"$1\"\n", kilobytes,
                     g_getenv (TRL_ENGINE_FOLDER), TRL_GRAPHVIZ_PROGRAM);

  g_assert_true (
    g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL));
  return g_steal_pointer (&folder);
}

static void
remove_small_helper (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, TRL_GRAPHVIZ_PROGRAM, NULL);

  g_unlink (path);
  g_rmdir (folder);
}

/* Neato wants the square of the nodes; who is told so learns where to turn. */
static void
test_memory (void)
{
  g_autofree char *usual = g_strdup (g_getenv (TRL_ENGINE_FOLDER));
  g_autofree char *small = make_small_helper (150000);
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GError) error = NULL;
  TrlRandom random;

  trl_random_init (&random, 1, 0);
  input = input_new_random (&random, 20000, 40000);
  g_setenv (TRL_ENGINE_FOLDER, small, TRUE);
  g_assert_null (
    trl_layout_place (trl_layout_find ("graphviz-neato"), input, NULL, 0, NULL, &error));
  g_setenv (TRL_ENGINE_FOLDER, usual, TRUE);
  remove_small_helper (small);
  g_assert_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_MEMORY);
  g_assert_nonnull (strstr (error->message, "20000 partners"));
  g_assert_nonnull (strstr (error->message, "By Distance"));
}
#endif

/* A chain that Graphviz follows deeper than a usual stack goes takes time, and does not
 * crash. */
static void
test_chain (void)
{
  const TrlLayout *layout = trl_layout_find ("graphviz-circo");
  g_autoptr (TrlOptions) options = trl_options_new (layout->options, layout->n_options);
  g_autoptr (TrlLayoutInput) input = input_new_path (100000);
  g_autoptr (GError) error = NULL;

  trl_options_set (options, "seconds", "3", NULL);
  g_assert_null (trl_layout_place (layout, input, options, 0, NULL, &error));
  g_assert_error (error, TRL_ENGINE_ERROR, TRL_ENGINE_ERROR_TIME);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (300000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GError) error = NULL;
  TrlRandom random;
  GThread  *thread;
  gint64    start;

  trl_random_init (&random, 1, 0);
  input = input_new_random (&random, 3000, 3000);
  start = g_get_monotonic_time ();
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_assert_null (trl_layout_place (trl_layout_find ("graphviz-fdp"), input, NULL, 0,
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 600000);
  g_thread_join (thread);
}

static const struct
{
  const char *name;
  GTestFunc   test;
} tests[] = {
  { "/graphviz/dot-hangs-partners-from-the-hub", test_dot },
  { "/graphviz/twopi-draws-circles-about-the-hub", test_twopi },
  { "/graphviz/neato-heeds-lengths", test_lengths },
  { "/graphviz/pinned-nodes-never-move", test_pinned },
  { "/graphviz/works-no-longer-than-it-may", test_limit },
  { "/graphviz/takes-no-more-memory-than-it-may", test_memory },
  { "/graphviz/follows-long-chains", test_chain },
  { "/graphviz/is-killed-when-cancelled", test_cancel },
};

static void
skip (void)
{
  g_test_skip ("trellis-graphviz was not built, for want of libgvc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].name, is_built () ? tests[i].test : skip);
  return g_test_run ();
}
