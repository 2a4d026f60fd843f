/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a long run says of how far it is. */
#include "inputs.h"

#include <string.h>

typedef struct
{
  guint         n; /* times that it went on */
  double        last;
  double        stop; /* cancels from there */
  GCancellable *cancellable;
} Heard;

static void
on_report (double share, gpointer data)
{
  Heard *heard = data;

  g_assert_cmpfloat (share, >=, heard->last);
  g_assert_cmpfloat (share, <=, 1);
  heard->n += share > heard->last;
  heard->last = share;
  if (share >= heard->stop)
    g_cancellable_cancel (heard->cancellable);
}

static TrlLayoutResult *
run_heard (const char *layout, TrlLayoutInput *input, Heard *heard, GError **error)
{
  TrlProgress progress = { on_report, heard, 0, 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  TrlLayoutResult *result;

  heard->cancellable = cancellable;
  input->progress = &progress;
  result =
    trl_layout_place (trl_layout_find (layout), input, NULL, 3, cancellable, error);
  input->progress = NULL;
  return result;
}

/* A large part, a small one and single nodes, by the ways that there are to place them.
 */
static void
check_order (const char *layout, guint n)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) heard_of = NULL;
  g_autoptr (TrlLayoutResult) silent = NULL;
  Heard heard = { .stop = 2 };

  trl_random_init (&random, 12, n);
  input = input_new_random (&random, n, n / 2);
  for (guint e = n - 20; e < n - 1; e++)
    ((guint *) input->to)[e] = n - 20 + e % 4;
  heard_of = run_heard (layout, input, &heard, NULL);
  g_assert_cmpuint (heard.n, >, 15);
  g_assert_cmpfloat (heard.last, >, 0.95);
  silent = run_layout (layout, input, 3);
  g_assert_cmpmem (heard_of->points, n * sizeof (TrlPoint), silent->points,
                   n * sizeof (TrlPoint));
}

static void
test_dense (void)
{
  check_order ("stress", 600);
}

static void
test_sparse (void)
{
  check_order ("stress", 5400);
}

#define SWEEPS 22

/* Where each pivot is a search of its own, the searches count, not the sweeps alone. */
static void
test_chain (void)
{
  g_autoptr (TrlLayoutInput) input = input_new_path (6000);
  g_autoptr (TrlLayoutResult) result = NULL;
  Heard heard = { .stop = 2 };

  g_setenv ("TRL_THREADS", "1", TRUE);
  result = run_heard ("stress", input, &heard, NULL);
  g_unsetenv ("TRL_THREADS");
  g_assert_nonnull (result);
  g_assert_cmpuint (heard.n, >, SWEEPS + 3);
}

/* A crowd of one type is tried in wider and wider bands. */
static void
test_bands (gconstpointer layout)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) heard_of = NULL;
  g_autoptr (TrlLayoutResult) silent = NULL;
  Heard heard = { .stop = 2 };

  trl_random_init (&random, 13, 0);
  input = input_new_hub (&random, 3000, -1, FALSE);
  heard_of = run_heard (layout, input, &heard, NULL);
  g_assert_cmpuint (heard.n, >, 5);
  g_assert_cmpfloat (heard.last, >, 0.8);
  silent = run_layout (layout, input, 3);
  g_assert_cmpmem (heard_of->points, input->n * sizeof (TrlPoint), silent->points,
                   input->n * sizeof (TrlPoint));
}

static void
test_groups (void)
{
  check_order ("groups", 600);
}

/* Somebody who waits can stop it at any time. */
static void
test_stop (void)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (GError) error = NULL;
  Heard heard = { .stop = 0.3 };

  trl_random_init (&random, 13, 0);
  input = input_new_random (&random, 600, 300);
  g_assert_null (run_heard ("groups", input, &heard, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (heard.last, <, 0.4);
}

static void
test_part (void)
{
  Heard       heard = { .stop = 2 };
  TrlProgress whole = { on_report, &heard, 0, 1 };
  TrlProgress half = trl_progress_part (&whole, 0.5, 1);
  TrlProgress nobody = trl_progress_part (NULL, 0.5, 1);
  TrlProgress quarter = trl_progress_part (&half, 0.5, 1);

  trl_progress_report (&half, 0);
  g_assert_cmpfloat (heard.last, ==, 0.5);
  trl_progress_report (&quarter, 0.5);
  g_assert_cmpfloat (heard.last, ==, 0.875);
  trl_progress_report (&nobody, 1);
  trl_progress_report (NULL, 1);
  g_assert_cmpuint (heard.n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/progress/a-part-is-of-the-whole", test_part);
  g_test_add_func ("/layout/progress/all-pairs-go-forward", test_dense);
  g_test_add_func ("/layout/progress/pivots-go-forward", test_sparse);
  g_test_add_func ("/layout/progress/a-chain-goes-forward", test_chain);
  g_test_add_data_func ("/layout/progress/rings-go-forward", "rings", test_bands);
  g_test_add_data_func ("/layout/progress/spokes-go-forward", "spokes", test_bands);
  g_test_add_func ("/layout/progress/groups-go-forward", test_groups);
  g_test_add_func ("/layout/progress/stops-when-asked", test_stop);
  return g_test_run ();
}
