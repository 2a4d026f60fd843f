/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Distances in bytes, beside those of one search a source. */

#include "inputs.h"

#include "layout/trl-distances.h"

#include <math.h>

#define NODES 300
#define SOURCES 150 /* more than go on at once */

static TrlPart *
make_part (guint32 seed, gboolean with_length)
{
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree double *length = NULL;
  TrlRandom          random;

  trl_random_init (&random, seed, 0);
  input = input_new_random (&random, NODES, 0);
  length = g_new (double, input->m);
  for (guint e = 0; e < input->m; e++)
    length[e] = 0.5 + 0.25 * trl_random_below (&random, 4);
  if (with_length)
    input->length = length;
  parts = trl_parts_new_whole (input);
  input->length = NULL;
  g_ptr_array_set_free_func (parts, NULL);
  return parts->pdata[0];
}

static void
draw_sources (TrlRandom *random, guint *sources)
{
  for (guint s = 0; s < SOURCES; s++)
    sources[s] = trl_random_below (random, NODES);
}

static void
check (const TrlDistances *distances, const TrlPart *part, const guint *sources)
{
  for (guint s = 0; s < SOURCES; s++)
    {
      g_autofree float *row = trl_part_measure_from (part, &sources[s], 1, NULL, NULL);

      for (guint i = 0; i < part->n; i++)
        {
          double measured = distances->rows[i * distances->stride + s] * distances->unit;

          g_assert_cmpfloat (fabs (measured - row[i]), <=,
                             distances->singly ? distances->unit : 0);
          g_assert_cmpuint (distances->rows[i * distances->stride + s], <=,
                            distances->farthest);
        }
      g_assert_cmpuint (distances->rows[sources[s] * distances->stride + s], ==, 0);
    }
}

/* The second time nothing is left of the first. */
static void
test_measures_again (gconstpointer with_length)
{
  g_autoptr (TrlPart) part = make_part (7, GPOINTER_TO_INT (with_length));
  g_autoptr (TrlDistances) distances = trl_distances_new (part, SOURCES);
  guint     sources[SOURCES];
  TrlRandom random;

  trl_random_init (&random, 8, 0);
  for (guint again = 0; again < 3; again++)
    {
      draw_sources (&random, sources);
      g_assert_true (trl_distances_measure (distances, part, sources, NULL, NULL, NULL));
      check (distances, part, sources);
    }
}

typedef struct
{
  double   last;
  guint    n;
  GThread *caller;
} Heard;

static void
on_report (double share, gpointer data)
{
  Heard *heard = data;

  g_assert_true (g_thread_self () == heard->caller);
  g_assert_cmpfloat (share, >=, heard->last);
  heard->n += share > heard->last;
  heard->last = share;
}

/* Bytes tell the way along a chain in units of several nodes; nobody waits in silence. */
static void
test_chain (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_path (3000);
  g_autoptr (GPtrArray) parts = trl_parts_new (input);
  const TrlPart *part = g_ptr_array_index (parts, 0);
  g_autoptr (TrlDistances) distances = trl_distances_new (part, SOURCES);
  Heard       heard = { .caller = g_thread_self () };
  TrlProgress progress = { on_report, &heard, 0, 1 };
  guint       sources[SOURCES];

  for (guint s = 0; s < SOURCES; s++)
    sources[s] = 20 * s;
  g_assert_true (trl_distances_measure (distances, part, sources, &progress, NULL, NULL));
  g_assert_true (distances->singly);
  g_assert_cmpfloat (distances->unit, >, 1);
  g_assert_cmpfloat (heard.last, ==, 1);
  check (distances, part, sources);
}

/* Few sources at a time are given to each thread, to the last. */
static void
test_threads (void)
{
  static const char *const threads[] = { "1", "3" };
  g_autoptr (TrlLayoutInput) input = input_new_path (3000);
  g_autoptr (GPtrArray) parts = trl_parts_new (input);
  const TrlPart *part = g_ptr_array_index (parts, 0);
  TrlDistances  *distances[2];
  Heard          heard[2] = { { 0 } };

  for (guint k = 0; k < 2; k++)
    {
      TrlProgress progress = { on_report, &heard[k], 0, 1 };

      g_setenv ("TRL_THREADS", threads[k], TRUE);
      heard[k].caller = g_thread_self ();
      distances[k] = trl_distances_new (part, SOURCES);
      g_assert_true (
        trl_distances_measure (distances[k], part, NULL, &progress, NULL, NULL));
      g_assert_cmpfloat (heard[k].last, ==, 1);
    }
  g_unsetenv ("TRL_THREADS");
  g_assert_cmpuint (heard[0].n, >, SOURCES / 10);
  g_assert_cmpmem (distances[0]->rows, part->n * distances[0]->stride, distances[1]->rows,
                   part->n * distances[1]->stride);
  for (guint k = 0; k < 2; k++)
    trl_distances_free (distances[k]);
}

static void
test_cancel (void)
{
  g_autoptr (TrlPart) part = make_part (9, FALSE);
  g_autoptr (TrlDistances) distances = trl_distances_new (part, SOURCES);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
    trl_distances_measure (distances, part, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/distances/again-in-hops", GINT_TO_POINTER (FALSE),
                        test_measures_again);
  g_test_add_data_func ("/distances/again-with-lengths", GINT_TO_POINTER (TRUE),
                        test_measures_again);
  g_test_add_func ("/distances/along-a-chain", test_chain);
  g_test_add_func ("/distances/along-a-chain-by-threads", test_threads);
  g_test_add_func ("/distances/cancel", test_cancel);
  return g_test_run ();
}
