/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each pair is met where the header says, and all widths of registers do the same. */

#include <math.h>
#include <string.h>

#include "inputs.h"
#include "layout/trl-distances.h"
#include "layout/trl-stress-lanes.h"
#include "layout/trl-stress.h"

#define TILES 6

typedef struct
{
  float  x[TILES * TRL_TILE] __attribute__ ((aligned (64)));
  float  y[TILES * TRL_TILE] __attribute__ ((aligned (64)));
  guint8 blocks[TILES * TILES * TRL_TILE_PAIRS] __attribute__ ((aligned (64)));
} Places;

static void
scatter (Places *places)
{
  memset (places->blocks, 0, sizeof places->blocks);
  for (guint i = 0; i < TILES * TRL_TILE; i++)
    {
      places->x[i] = (float) (10 * sin (1.7 * i));
      places->y[i] = (float) (10 * cos (2.3 * i));
    }
}

static void
check_pair (TrlLanes lanes, guint k, guint step)
{
  Places     *places = g_aligned_alloc (1, sizeof (Places), 64);
  Places     *before = g_aligned_alloc (1, sizeof (Places), 64);
  TrlTileWork work = { places->x, places->y, places->blocks, 1, 100 };
  guint       a = TRL_TILE + k, b = 4 * TRL_TILE + (k ^ step);

  scatter (places);
  places->blocks[TRL_TILE_PAIRS + step * TRL_TILE + k] = 3;
  memcpy (before, places, sizeof *places);
  trl_lanes_step_pairs (lanes, &work, &(TrlTilePair){ 1, 4, TRL_TILE_PAIRS }, 1);
  for (guint i = 0; i < TILES * TRL_TILE; i++)
    if (i != a && i != b)
      {
        g_assert_cmpfloat (places->x[i], ==, before->x[i]);
        g_assert_cmpfloat (places->y[i], ==, before->y[i]);
      }
  g_assert_cmpfloat_with_epsilon (
    hypot (places->x[a] - places->x[b], places->y[a] - places->y[b]), 3, 1e-3);
  g_assert_cmpfloat_with_epsilon (places->x[a] + places->x[b],
                                  before->x[a] + before->x[b], 1e-4);
  g_aligned_free (places);
  g_aligned_free (before);
}

static void
test_pairs (void)
{
  for (guint lanes = 0; lanes < TRL_N_LANES; lanes++)
    for (guint k = 0; k < TRL_TILE && trl_lanes_has ((TrlLanes) lanes); k++)
      for (guint step = 0; step < TRL_TILE; step++)
        check_pair ((TrlLanes) lanes, k, step);
}

static const char *const lanes_names[TRL_N_LANES] = { "plain", "avx2", "avx512" };

/* A part of so many nodes that they are not placed one by one. */
static TrlPart *
new_part (guint n, gboolean with_length, GPtrArray **keep)
{
  TrlRandom random;
  g_autoptr (TrlLayoutInput) input = NULL;
  double *length;

  trl_random_init (&random, 7, n);
  input = input_new_random (&random, n, 2 * n);
  length = with_length ? g_new (double, input->m) : NULL;
  for (guint e = 0; with_length && e < input->m; e++)
    length[e] = 0.5 + trl_random_unit (&random);
  input->length = length;
  *keep = trl_parts_new (input);
  return g_ptr_array_index (*keep, 0);
}

static void
check_distances (gboolean with_length)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart          *part = new_part (1100, with_length, &keep);
  g_autofree float *rows = trl_part_measure_from (part, NULL, part->n, NULL, NULL);
  g_autoptr (TrlDistances) distances = trl_distances_new (part, part->n);

  g_assert_true (trl_distances_measure (distances, part, NULL, NULL, NULL, NULL));
  for (guint i = 0; i < part->n; i++)
    for (guint s = 0; s < part->n; s++)
      {
        double d = distances->rows[i * distances->stride + s] * distances->unit;

        g_assert_cmpfloat_with_epsilon (d, rows[(gsize) s * part->n + i],
                                        with_length ? distances->unit / 2 + 1e-5 : 1e-9);
      }
}

static void
test_distances (void)
{
  check_distances (FALSE);
  check_distances (TRUE);
}

static void
test_long_part (void)
{
  g_autofree guint *ties = g_new (guint, 2 * 999);
  g_autoptr (TrlLayoutInput) input = NULL;
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  for (guint e = 0; e < 999; e++)
    {
      ties[2 * e] = e;
      ties[2 * e + 1] = e + 1;
    }
  input = input_new (1000, 999, (const guint (*)[2]) ties);
  parts = trl_parts_new (input);
  g_assert_false (trl_distances_are_fine (g_ptr_array_index (parts, 0)));
  result = run_layout ("stress", input, 0);
  for (guint i = 0; i < 1000; i++)
    g_assert_true (isfinite (result->points[i].x) && isfinite (result->points[i].y));
}

/* One tie much shorter than all others would be drawn too long. */
static void
test_fine (void)
{
  g_autoptr (GPtrArray) keep = NULL, other = NULL;
  TrlPart *plain = new_part (400, FALSE, &keep), *part = new_part (400, TRUE, &other);

  g_assert_true (trl_distances_are_fine (plain));
  g_assert_true (trl_distances_are_fine (part));
  part->length[0] = 0.001;
  g_assert_false (trl_distances_are_fine (part));
}

typedef gboolean (*Solver) (const TrlStress *stress, TrlPoint *points, GError **error);

static TrlPoint *
solve_by (Solver          solver,
          TrlPart        *part,
          TrlLanes        lanes,
          const gboolean *fixed,
          const TrlPoint *places)
{
  TrlRandom random;
  TrlStress stress = { .part = part, .fixed = fixed, .random = &random };
  TrlPoint *points = g_new0 (TrlPoint, part->n);

  if (places)
    memcpy (points, places, part->n * sizeof (TrlPoint));
  trl_random_init (&random, 1, 0);
  g_setenv ("TRL_LANES", lanes_names[lanes], TRUE);
  g_assert_true (solver (&stress, points, NULL));
  g_unsetenv ("TRL_LANES");
  return points;
}

static TrlPoint *
solve (TrlPart *part, TrlLanes lanes, const gboolean *fixed, const TrlPoint *places)
{
  return solve_by (trl_stress_solve_dense, part, lanes, fixed, places);
}

static void
check_same_bits (Solver solver, TrlPart *part)
{
  g_autofree TrlPoint *plain = solve_by (solver, part, TRL_LANES_PLAIN, NULL, NULL);

  for (guint lanes = 1; lanes < TRL_N_LANES; lanes++)
    {
      g_autofree TrlPoint *wide = NULL;

      if (!trl_lanes_has ((TrlLanes) lanes))
        {
          g_test_message ("this processor has no %s", lanes_names[lanes]);
          continue;
        }
      wide = solve_by (solver, part, (TrlLanes) lanes, NULL, NULL);
      g_assert_cmpmem (plain, part->n * sizeof (TrlPoint), wide,
                       part->n * sizeof (TrlPoint));
    }
}

static void
test_same_bits (void)
{
  g_autoptr (GPtrArray) keep = NULL, other = NULL;
  TrlPart *part = new_part (530, FALSE, &keep), *with_length = NULL;

  check_same_bits (trl_stress_solve_dense, part);
  check_same_bits (trl_stress_solve_sparse, part);
  /* More than 32 different distances: the other way to look up shares. */
  with_length = new_part (530, TRUE, &other);
  check_same_bits (trl_stress_solve_sparse, with_length);
}

static void
test_same_threads (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart             *part = new_part (3000, FALSE, &keep);
  TrlLanes             lanes = trl_lanes_best ();
  g_autofree TrlPoint *one = NULL, *many = NULL;

  g_setenv ("TRL_THREADS", "1", TRUE);
  one = solve_by (trl_stress_solve_sparse, part, lanes, NULL, NULL);
  g_setenv ("TRL_THREADS", "3", TRUE);
  many = solve_by (trl_stress_solve_sparse, part, lanes, NULL, NULL);
  g_unsetenv ("TRL_THREADS");
  g_assert_cmpmem (one, part->n * sizeof (TrlPoint), many, part->n * sizeof (TrlPoint));
}

/* As good as the careful way, and much better than a start. */
static void
test_quality (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart             *part = new_part (600, FALSE, &keep);
  g_autofree float    *rows = trl_part_measure_from (part, NULL, part->n, NULL, NULL);
  g_autofree TrlPoint *dense = solve (part, trl_lanes_best (), NULL, NULL);
  g_autofree TrlPoint *exact = g_new0 (TrlPoint, part->n);
  TrlRandom            random;
  TrlStress            stress = { .part = part, .random = &random };
  double               ours, theirs;

  trl_random_init (&random, 1, 0);
  g_assert_true (trl_stress_solve_exact (&stress, exact, NULL));
  ours = trl_stress_measure (part->n, rows, dense);
  theirs = trl_stress_measure (part->n, rows, exact);
  g_test_message ("stress %.4f, with majorization %.4f", ours, theirs);
  g_assert_cmpfloat (ours, <, 1.02 * theirs);
}

static TrlPoint *
new_chain_places (guint n)
{
  TrlPoint *points = g_new (TrlPoint, n);

  for (guint i = 0; i < n; i++)
    points[i] = (TrlPoint){ sin (1.7 * i), cos (2.3 * i) };
  return points;
}

static gboolean
solve_quickly (const TrlStress *stress, TrlPoint *points, GError **error)
{
  TrlStress quick = *stress;

  quick.quick = TRUE;
  return trl_stress_solve_sparse (&quick, points, error);
}

/* Pivots say nearly as much as all, and few of them not much less. */
static void
test_sparse_quality (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart             *part = new_part (1500, FALSE, &keep);
  g_autofree float    *rows = trl_part_measure_from (part, NULL, part->n, NULL, NULL);
  TrlLanes             lanes = trl_lanes_best ();
  g_autofree TrlPoint *dense = solve (part, lanes, NULL, NULL);
  g_autofree TrlPoint *sparse =
    solve_by (trl_stress_solve_sparse, part, lanes, NULL, NULL);
  g_autofree TrlPoint *quick = solve_by (solve_quickly, part, lanes, NULL, NULL);
  g_autofree TrlPoint *mess = new_chain_places (part->n);
  double               all = trl_stress_measure (part->n, rows, dense);
  double               some = trl_stress_measure (part->n, rows, sparse);
  double               few = trl_stress_measure (part->n, rows, quick);

  g_test_message ("stress %.4f, by pivots %.4f, by few %.4f", all, some, few);
  g_assert_cmpfloat (some, <, 1.08 * all);
  g_assert_cmpfloat (few, <, 1.08 * some);
  g_assert_cmpfloat (1.3 * some, <, trl_stress_measure (part->n, rows, mess));
}

static void
test_fixed (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart             *part = new_part (400, FALSE, &keep);
  g_autofree gboolean *fixed = g_new0 (gboolean, part->n);
  g_autofree TrlPoint *places = g_new0 (TrlPoint, part->n);

  for (guint i = 0; i < part->n; i += 50)
    {
      fixed[i] = TRUE;
      places[i] = (TrlPoint){ i / 64.0, 3 - i / 128.0 };
    }
  for (guint k = 0; k < 2; k++)
    {
      g_autofree TrlPoint *points =
        solve_by (k ? trl_stress_solve_sparse : trl_stress_solve_dense, part,
                  trl_lanes_best (), fixed, places);

      for (guint i = 0; i < part->n; i += 50)
        {
          g_assert_cmpfloat (points[i].x, ==, places[i].x);
          g_assert_cmpfloat (points[i].y, ==, places[i].y);
        }
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) keep = NULL;
  TrlPart *part = new_part (400, FALSE, &keep);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree TrlPoint *points = g_new0 (TrlPoint, part->n);
  g_autoptr (GError) error = NULL;
  TrlRandom random;
  TrlStress stress = { .part = part, .random = &random, .cancellable = cancellable };

  trl_random_init (&random, 1, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (trl_stress_solve_dense (&stress, points, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/lanes/each-pair-is-met-once", test_pairs);
  g_test_add_func ("/layout/lanes/distances-are-those-of-paths", test_distances);
  g_test_add_func ("/layout/lanes/a-long-part-is-placed-otherwise", test_long_part);
  g_test_add_func ("/layout/lanes/bytes-suit-what-they-can-tell", test_fine);
  g_test_add_func ("/layout/lanes/all-widths-give-the-same-bits", test_same_bits);
  g_test_add_func ("/layout/lanes/stress-is-as-low-as-with-care", test_quality);
  g_test_add_func ("/layout/lanes/threads-change-nothing", test_same_threads);
  g_test_add_func ("/layout/lanes/pivots-say-nearly-as-much", test_sparse_quality);
  g_test_add_func ("/layout/lanes/fixed-nodes-stay", test_fixed);
  g_test_add_func ("/layout/lanes/can-be-cancelled", test_cancelled);
  return g_test_run ();
}
