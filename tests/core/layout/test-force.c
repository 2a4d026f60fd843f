/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the engine against sums of all pairs, and all widths of registers against
 * one another. */

#include <math.h>
#include <string.h>

#include "layout/trl-force-lanes.h"
#include "layout/trl-force-level.h"
#include "layout/trl-force-tree.h"
#include "layout/trl-force.h"
#include "planted.h"

#define N 700

static const char *const lanes_names[TRL_N_LANES] = { "plain", "avx2", "avx512" };

typedef struct
{
  float x[N], y[N], mass[N];
} Crowd;

static void
scatter (Crowd *crowd)
{
  for (guint i = 0; i < N; i++)
    {
      crowd->x[i] = (float) (10 * sin (1.7 * i) + i % 7);
      crowd->y[i] = (float) (10 * cos (2.3 * i * i));
      crowd->mass[i] = 1.0f + i % 5;
    }
}

/* By the definition, in double precision. */
static TrlPoint
sum_pushes (const Crowd *crowd, double x, double y)
{
  TrlPoint push = { 0, 0 };

  for (guint k = 0; k < N; k++)
    {
      double dx = x - crowd->x[k], dy = y - crowd->y[k];
      double by = crowd->mass[k] / (dx * dx + dy * dy + 1e-4);

      push.x += by * dx;
      push.y += by * dy;
    }
  return push;
}

static void
test_pushes (void)
{
  Crowd      crowd;
  TrlPushers pushers = { N, crowd.x, crowd.y, crowd.mass };
  TrlBundle  plain;

  scatter (&crowd);
  for (guint lanes = 0; lanes < TRL_N_LANES; lanes++)
    if (trl_lanes_has ((TrlLanes) lanes))
      {
        TrlBundle bundle = { 0 };

        for (guint k = 0; k < TRL_BUNDLE; k++)
          bundle.x[k] = bundle.y[k] = 30.0f + k;
        trl_lanes_repel ((TrlLanes) lanes, &pushers, 1e-4f, &bundle);
        if (lanes == TRL_LANES_PLAIN)
          plain = bundle;
        g_assert_cmpmem (&plain, sizeof plain, &bundle, sizeof bundle);
        for (guint k = 0; k < TRL_BUNDLE; k++)
          {
            TrlPoint push = sum_pushes (&crowd, 30.0 + k, 30.0 + k);

            g_assert_cmpfloat_with_epsilon (bundle.fx[k], push.x, 3e-4 * push.x);
            g_assert_cmpfloat_with_epsilon (bundle.fy[k], push.y, 3e-4 * push.y);
          }
      }
}

/* What is far off counts as one, and yet the push is nearly that of all. */
static void
test_tree (void)
{
  g_autoptr (TrlForceTree) tree = trl_force_tree_new (N);
  Crowd  crowd;
  float  fx[N], fy[N];
  double off = 0, all = 0;

  scatter (&crowd);
  trl_force_tree_fill (tree, N, crowd.x, crowd.y, crowd.mass);
  trl_force_tree_repel (tree, trl_lanes_best (), 1e-4f, fx, fy);
  for (guint i = 0; i < N; i++)
    {
      TrlPoint push = sum_pushes (&crowd, crowd.x[i], crowd.y[i]);

      off += hypot (fx[i] - push.x, fy[i] - push.y);
      all += hypot (push.x, push.y);
    }
  g_test_message ("off by %.4f", off / all);
  g_assert_cmpfloat (off, <, 0.02 * all);
}

/* All on one place: no square can be divided. */
static void
test_one_place (void)
{
  g_autoptr (TrlForceTree) tree = trl_force_tree_new (N);
  Crowd crowd;
  float fx[N], fy[N];

  scatter (&crowd);
  for (guint i = 0; i < N; i++)
    crowd.x[i] = crowd.y[i] = 3;
  trl_force_tree_fill (tree, N, crowd.x, crowd.y, crowd.mass);
  trl_force_tree_repel (tree, trl_lanes_best (), 1e-4f, fx, fy);
  for (guint i = 0; i < N; i++)
    g_assert_true (fx[i] == 0 && fy[i] == 0);
}

static TrlPart *
new_part (guint n, GPtrArray **keep)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;

  trl_random_init (&random, 70, n);
  input = input_new_random (&random, n, 2 * n);
  *keep = trl_parts_new (input);
  return g_ptr_array_index (*keep, 0);
}

/* Clusters weigh what their nodes do, and keep the ties that leave them. */
static void
test_coarse (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlRandom random;
  g_autoptr (TrlForceLevel) fine = trl_force_level_new (new_part (400, &keep));
  g_autoptr (TrlForceLevel) coarse = NULL;
  double masses = 0, out = 0;
  guint  n;

  trl_random_init (&random, 71, 0);
  n = trl_force_level_cluster (fine, &random);
  g_assert_cmpuint (n, <, 300);
  coarse = trl_force_level_coarsen (fine, n);
  g_assert_cmpuint (coarse->n, ==, n);
  for (guint i = 0; i < fine->n; i++)
    {
      masses += fine->mass[i];
      for (guint k = fine->first[i]; k < fine->first[i + 1]; k++)
        if (fine->cluster[i] != fine->cluster[fine->neighbour[k]])
          out += fine->weight[k];
    }
  for (guint c = 0; c < n; c++)
    {
      g_assert_cmpfloat (coarse->mass[c], >, 0);
      masses -= coarse->mass[c];
      out -= coarse->strength[c];
      for (guint k = coarse->first[c]; k < coarse->first[c + 1]; k++)
        g_assert_cmpuint (coarse->neighbour[k], !=, c);
    }
  g_assert_cmpfloat_with_epsilon (masses, 0, 1e-3);
  g_assert_cmpfloat_with_epsilon (out, 0, 1e-3);
}

static TrlPoint *
solve (const TrlPart *part, TrlForce force, TrlLanes lanes)
{
  TrlRandom random;
  TrlPoint *points = g_new0 (TrlPoint, part->n);

  force.part = part;
  force.random = &random;
  trl_random_init (&random, 1, 0);
  g_setenv ("TRL_LANES", lanes_names[lanes], TRUE);
  g_assert_true (trl_force_solve (&force, points, NULL));
  g_unsetenv ("TRL_LANES");
  return points;
}

static void
check_same_bits (TrlForce force)
{
  g_autoptr (GPtrArray) keep = NULL;
  const TrlPart       *part = new_part (530, &keep);
  g_autofree TrlPoint *plain = solve (part, force, TRL_LANES_PLAIN);

  for (guint lanes = 0; lanes < TRL_N_LANES; lanes++)
    {
      g_autofree TrlPoint *other = NULL;

      if (!trl_lanes_has ((TrlLanes) lanes))
        {
          g_test_message ("this processor has no %s", lanes_names[lanes]);
          continue;
        }
      other = solve (part, force, (TrlLanes) lanes);
      g_assert_cmpmem (plain, part->n * sizeof (TrlPoint), other,
                       part->n * sizeof (TrlPoint));
    }
}

static void
test_same_bits (void)
{
  g_autofree guint *group = get_planted (530, 9);

  check_same_bits ((TrlForce){ .tight = TRUE });
  check_same_bits ((TrlForce){ .tight = FALSE });
  check_same_bits ((TrlForce){ .tight = TRUE, .group = group, .n_groups = 9 });
}

/* One, in the measure that each energy has for it. */
static void
test_scale (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  const TrlPart *part = new_part (300, &keep);

  for (guint tight = 0; tight < 2; tight++)
    {
      g_autofree TrlPoint *points =
        solve (part, (TrlForce){ .tight = tight != 0 }, trl_lanes_best ());
      double sum = 0;

      for (guint i = 0; i < part->n; i++)
        for (guint k = part->first[i]; k < part->first[i + 1]; k++)
          sum += pow (get_distance (points[i], points[part->neighbour[k]]), 2 - tight);
      g_assert_cmpfloat_with_epsilon (sum / (2 * part->m), 1, 0.15);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  const TrlPart *part = new_part (400, &keep);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree TrlPoint *points = g_new0 (TrlPoint, part->n);
  g_autoptr (GError) error = NULL;
  TrlRandom random;
  TrlForce  force = { .part = part, .random = &random, .cancellable = cancellable };

  trl_random_init (&random, 1, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (trl_force_solve (&force, points, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/force/pushes-are-those-of-the-definition", test_pushes);
  g_test_add_func ("/layout/force/a-tree-pushes-nearly-as-all-pairs-do", test_tree);
  g_test_add_func ("/layout/force/a-tree-of-one-place-pushes-nobody", test_one_place);
  g_test_add_func ("/layout/force/clusters-have-the-masses-and-ties-of-nodes",
                   test_coarse);
  g_test_add_func ("/layout/force/all-widths-give-the-same-bits", test_same_bits);
  g_test_add_func ("/layout/force/the-mean-tie-is-as-long-as-it-should-be", test_scale);
  g_test_add_func ("/layout/force/can-be-cancelled", test_cancelled);
  return g_test_run ();
}
