/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The push is scaled so that at rest the mean length of ties is 1 (tight), or the mean of
 * their squares (loose): where forces balance, the sum of pulls times lengths equals the
 * sum of pushes times distances, which for a push of mass over distance is the sum of the
 * products of masses, whatever the picture.  Steps are measured in the room that a node
 * of the level has in the picture. */
#include "config.h"

#include "layout/trl-force.h"

#include "layout/trl-force-level.h"
#include "layout/trl-force-tree.h"
#include "layout/trl-stress.h"

#include <math.h>
#include <string.h>

#define FEW 40      /* nodes of the coarsest level */
#define STALLED 0.9 /* a level that shrinks no more than that is the last */
#define MOST_LEVELS 40

/* Steps of the coarsest level and of the finest; small ones can afford more. */
#define MOST_STEPS 300
#define LEAST_STEPS 50
#define STEPS_BY_NODES 250000
#define SETTLED_STEPS 30

/* The longest way of a node in one step, in its room: at first, at first of a level that
 * a coarser one has arranged, when settled, and at last. */
#define HOT 3.0
#define WARM 2.0
#define TEPID 0.1
#define COLD 0.03

#define SPREAD 0.3  /* of a cluster when it is taken apart, in the room of its nodes */
#define SOFT 0.006f /* nodes push no harder when they are nearer, in their room */
#define LEAST_SOFT 1e-12f /* where there is no room; of a square, in lengths of ties */

/* Of the way to where the forces on a node alone would balance, were they springs; of its
 * room, were they all in one direction. */
#define PACE_LOOSE 0.9f
#define PACE_TIGHT 2.0f

/* Pull to the middle of all, to that which pushes away from it: where groups need not be
 * connected. */
#define GRAVITY 0.3f

/* Fixed nodes do not blow a picture up or down by more. */
#define MOST_SCALE 4.0

typedef struct
{
  const TrlForce *force;
  GPtrArray      *levels; /* TrlForceLevel, the finest first */
  TrlForceTree   *tree;
  TrlLanes        lanes;
  float           push;
  float           gravity;
  float          *x, *y;   /* of the level at hand */
  float          *fx, *fy; /* forces on them */
  TrlPoint       *middle;  /* of each group, and of all */
  float          *sum;     /* of masses, likewise */
  double          done;    /* moves of nodes */
  double          work;    /* of which there will be so many */
} Solver;

static void
solver_init (Solver *solver, const TrlForce *force)
{
  guint n = force->part->n;

  *solver = (Solver){ force };
  solver->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_force_level_free);
  g_ptr_array_add (solver->levels, trl_force_level_new (force->part));
  solver->tree = trl_force_tree_new (n);
  solver->lanes = trl_lanes_best ();
  solver->x = g_new0 (float, n);
  solver->y = g_new0 (float, n);
  solver->fx = g_new0 (float, n);
  solver->fy = g_new0 (float, n);
  solver->middle = g_new (TrlPoint, force->n_groups + 1);
  solver->sum = g_new (float, force->n_groups + 1);
}

static void
solver_clear (Solver *solver)
{
  g_ptr_array_unref (solver->levels);
  trl_force_tree_free (solver->tree);
  g_free (solver->x);
  g_free (solver->y);
  g_free (solver->fx);
  g_free (solver->fy);
  g_free (solver->middle);
  g_free (solver->sum);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Solver, solver_clear)

static const TrlForceLevel *
get_level (const Solver *solver, guint k)
{
  return g_ptr_array_index (solver->levels, k);
}

/* Groups are the only clusters where they are given. */
static void
coarsen (Solver *solver)
{
  const TrlForce *force = solver->force;
  TrlForceLevel  *level = g_ptr_array_index (solver->levels, 0);

  if (force->group != NULL)
    {
      level->cluster = g_memdup2 (force->group, level->n * sizeof (guint));
      g_ptr_array_add (solver->levels, trl_force_level_coarsen (level, force->n_groups));
      return;
    }
  while (level->n > FEW && solver->levels->len < MOST_LEVELS)
    {
      guint n = trl_force_level_cluster (level, force->random);

      if (n > STALLED * level->n)
        break;
      level = trl_force_level_coarsen (level, n);
      g_ptr_array_add (solver->levels, level);
    }
}

static void
find_push (Solver *solver)
{
  const TrlForceLevel *level = get_level (solver, 0);
  double               ties = 0, mass = 0, squares = 0;

  for (guint i = 0; i < level->n; i++)
    {
      ties += level->strength[i];
      mass += level->mass[i];
      squares += (double) level->mass[i] * level->mass[i];
    }
  if (solver->force->group != NULL)
    ties += 2 * mass;
  solver->push = (float) (ties / (mass * mass - squares));
  solver->gravity =
    solver->force->group != NULL ? (float) (GRAVITY * solver->push * mass) : 0;
}

/* The room of one node: the side of its share of a square that is as wide as the nodes
 * are scattered. */
static float
find_room (const Solver *solver, guint n)
{
  double x = 0, y = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      x += solver->x[i];
      y += solver->y[i];
      squares +=
        (double) solver->x[i] * solver->x[i] + (double) solver->y[i] * solver->y[i];
    }
  squares = squares / n - (x * x + y * y) / n / n;
  return (float) sqrt (6 * fmax (squares, 0) / n);
}

/* What a pull by a weight is for a distance. */
static float
find_pull (const Solver *solver, float weight, float dx, float dy, float soft)
{
  return solver->force->tight ? weight / sqrtf (dx * dx + dy * dy + soft) : weight;
}

static void
pull (Solver *solver, const TrlForceLevel *level, guint i, float soft)
{
  float x = solver->x[i], y = solver->y[i], fx = 0, fy = 0;

  for (guint k = level->first[i]; k < level->first[i + 1]; k++)
    {
      guint j = level->neighbour[k];
      float dx = solver->x[j] - x, dy = solver->y[j] - y;
      float by = find_pull (solver, level->weight[k], dx, dy, soft);

      fx += by * dx;
      fy += by * dy;
    }
  solver->fx[i] = solver->fx[i] * solver->push * level->mass[i] + fx;
  solver->fy[i] = solver->fy[i] * solver->push * level->mass[i] + fy;
}

static void
pull_to (Solver *solver, guint i, TrlPoint to, float weight, float soft)
{
  float dx = (float) to.x - solver->x[i], dy = (float) to.y - solver->y[i];
  float by = find_pull (solver, weight, dx, dy, soft);

  solver->fx[i] += by * dx;
  solver->fy[i] += by * dy;
}

static void
add_to_middle (Solver *solver, const TrlForceLevel *level, guint i, guint g)
{
  solver->middle[g].x += level->mass[i] * solver->x[i];
  solver->middle[g].y += level->mass[i] * solver->y[i];
  solver->sum[g] += level->mass[i];
}

/* @group: (nullable) */
static void
find_middles (Solver *solver, const TrlForceLevel *level, const guint *group)
{
  guint all = solver->force->n_groups;

  memset (solver->middle, 0, (all + 1) * sizeof (TrlPoint));
  memset (solver->sum, 0, (all + 1) * sizeof (float));
  for (guint i = 0; i < level->n; i++)
    {
      add_to_middle (solver, level, i, all);
      if (group != NULL)
        add_to_middle (solver, level, i, group[i]);
    }
  for (guint g = 0; g <= all; g++)
    if (solver->sum[g] > 0)
      {
        solver->middle[g].x /= solver->sum[g];
        solver->middle[g].y /= solver->sum[g];
      }
}

/* Each node is drawn to the middle of its group as by all its ties, and to that of all.
 */
static void
pull_groups (Solver *solver, const TrlForceLevel *level, float soft)
{
  const guint *group = level == get_level (solver, 0) ? solver->force->group : NULL;

  find_middles (solver, level, group);
  for (guint i = 0; i < level->n; i++)
    {
      pull_to (solver, i, solver->middle[solver->force->n_groups],
               solver->gravity * level->mass[i], soft);
      if (group != NULL)
        pull_to (solver, i, solver->middle[group[i]], level->mass[i], soft);
    }
}

static void
move (Solver *solver, const TrlForceLevel *level, guint i, float pace, float most)
{
  float by = pace / (level->strength[i] + 1);
  float dx = solver->fx[i] * by, dy = solver->fy[i] * by;
  float length = sqrtf (dx * dx + dy * dy);

  by = length > most ? most / length : 1;
  solver->x[i] += by * dx;
  solver->y[i] += by * dy;
}

static void
step (Solver *solver, const TrlForceLevel *level, const gboolean *fixed, float heat)
{
  float room = find_room (solver, level->n);
  float soft = fmaxf (SOFT * SOFT * room * room, LEAST_SOFT);
  float pace = solver->force->tight ? PACE_TIGHT * room : PACE_LOOSE;

  trl_force_tree_fill (solver->tree, level->n, solver->x, solver->y, level->mass);
  trl_force_tree_repel (solver->tree, solver->lanes, soft, solver->fx, solver->fy);
  for (guint i = 0; i < level->n; i++)
    pull (solver, level, i, soft);
  if (solver->force->group != NULL)
    pull_groups (solver, level, soft);
  for (guint i = 0; i < level->n; i++)
    if (fixed == NULL || !fixed[i])
      move (solver, level, i, pace, heat * room);
}

static gboolean
cool (Solver         *solver,
      guint           at,
      const gboolean *fixed,
      double          heat,
      guint           steps,
      GError        **error)
{
  double cooling = pow (COLD / heat, 1.0 / MAX (steps - 1, 1));

  for (guint s = 0; s < steps; s++, heat *= cooling)
    {
      if (g_cancellable_set_error_if_cancelled (solver->force->cancellable, error))
        return FALSE;
      step (solver, get_level (solver, at), fixed, (float) heat);
      solver->done += get_level (solver, at)->n;
      trl_progress_report (solver->force->progress, solver->done / solver->work);
    }
  return TRUE;
}

static float
scatter (const Solver *solver, float width)
{
  return width * (float) (trl_random_unit (solver->force->random) - 0.5);
}

static void
start (Solver *solver)
{
  guint n = get_level (solver, solver->levels->len - 1)->n;

  for (guint i = 0; i < n; i++)
    {
      solver->x[i] = scatter (solver, 1);
      solver->y[i] = scatter (solver, 1);
    }
}

/* From a level to the finer one: nodes begin near the middle of their cluster. */
static void
refine (Solver *solver, const TrlForceLevel *level, guint n)
{
  float  room = find_room (solver, n) * sqrtf ((float) n / level->n);
  float  width = room > 0 ? SPREAD * room : 1;
  float *x = solver->fx, *y = solver->fy;

  for (guint i = 0; i < level->n; i++)
    {
      x[i] = solver->x[level->cluster[i]] + scatter (solver, width);
      y[i] = solver->y[level->cluster[i]] + scatter (solver, width);
    }
  solver->fx = solver->x;
  solver->fy = solver->y;
  solver->x = x;
  solver->y = y;
}

static guint
count_steps (const Solver *solver, guint at)
{
  guint  n = get_level (solver, 0)->n, n_levels = solver->levels->len;
  double share = n_levels > 1 ? (double) at / (n_levels - 1) : 1;
  double finest = CLAMP (STEPS_BY_NODES / n, LEAST_STEPS, MOST_STEPS);

  return (guint) (finest * pow (MOST_STEPS / finest, share));
}

static double
count_work (const Solver *solver)
{
  double work = 0;

  for (guint k = 0; k < solver->levels->len; k++)
    work += (double) count_steps (solver, k) * get_level (solver, k)->n;
  if (solver->force->fixed != NULL)
    work += (double) count_steps (solver, 0) * get_level (solver, 0)->n;
  return work;
}

static gboolean
solve_free (Solver *solver, GError **error)
{
  guint n_levels;

  coarsen (solver);
  n_levels = solver->levels->len;
  solver->work = count_work (solver);
  start (solver);
  for (guint k = n_levels; k-- > 0;)
    {
      double heat = k + 1 == n_levels ? HOT : WARM;

      if (!cool (solver, k, NULL, heat, count_steps (solver, k), error))
        return FALSE;
      if (k > 0)
        refine (solver, get_level (solver, k - 1), get_level (solver, k)->n);
    }
  return TRUE;
}

static void
take_points (Solver *solver, const TrlPoint *points, double scale)
{
  for (guint i = 0; i < solver->force->part->n; i++)
    {
      solver->x[i] = (float) (points[i].x / scale);
      solver->y[i] = (float) (points[i].y / scale);
    }
}

static void
give_points (const Solver *solver, TrlPoint *points, double scale)
{
  for (guint i = 0; i < solver->force->part->n; i++)
    points[i] = (TrlPoint){ solver->x[i] * scale, solver->y[i] * scale };
}

/* The mean length of ties, 0: there are none, or all are on one place. */
static double
measure_ties (const TrlPart *part, const TrlPoint *points)
{
  double sum = 0;

  for (guint i = 0; i < part->n; i++)
    for (guint k = part->first[i]; k < part->first[i + 1]; k++)
      sum += hypot (points[i].x - points[part->neighbour[k]].x,
                    points[i].y - points[part->neighbour[k]].y);
  return part->m > 0 ? sum / (2 * part->m) : 0;
}

/* How far the nodes that count are scattered about their middle. */
static double
measure_spread (const TrlForce *force, const TrlPoint *points, TrlPoint *middle)
{
  double squares = 0;
  guint  n = 0;

  *middle = (TrlPoint){ 0, 0 };
  for (guint i = 0; i < force->part->n; i++)
    if (force->fixed == NULL || force->fixed[i])
      {
        middle->x += points[i].x;
        middle->y += points[i].y;
        squares += points[i].x * points[i].x + points[i].y * points[i].y;
        n++;
      }
  middle->x /= n;
  middle->y /= n;
  return sqrt (fmax (squares / n - middle->x * middle->x - middle->y * middle->y, 0));
}

/* Lets others find their places among fixed nodes, at the scale that those are at. */
static gboolean
fit (Solver *solver, TrlPoint *points, GError **error)
{
  const TrlForce      *force = solver->force;
  TrlStress            stress = { force->part, force->fixed };
  g_autofree TrlPoint *own = g_new (TrlPoint, force->part->n);
  TrlPoint             middle;
  double               wanted = measure_spread (force, points, &middle), spread;
  double               scale = 1;

  give_points (solver, own, 1);
  spread = measure_spread (force, own, &middle);
  if (wanted > 0 && spread > 0)
    scale = CLAMP (wanted / spread, 1 / MOST_SCALE, MOST_SCALE);
  give_points (solver, own, scale);
  trl_stress_fit (&stress, points, own);
  take_points (solver, own, scale);
  if (!cool (solver, 0, force->fixed, WARM, count_steps (solver, 0), error))
    return FALSE;
  give_points (solver, points, scale);
  return TRUE;
}

/* Neither shrinks nor drifts, else a picture that is settled again and again would. */
static gboolean
settle (Solver *solver, TrlPoint *points, GError **error)
{
  const TrlForce *force = solver->force;
  TrlPoint        before, after;
  double          scale = measure_ties (force->part, points), ties;

  measure_spread (force, points, &before);
  take_points (solver, points, scale);
  solver->work = (double) SETTLED_STEPS * force->part->n;
  if (!cool (solver, 0, force->fixed, TEPID, SETTLED_STEPS, error))
    return FALSE;
  give_points (solver, points, scale);
  if (force->fixed != NULL)
    return TRUE;
  ties = measure_ties (force->part, points);
  measure_spread (force, points, &after);
  for (guint i = 0; i < force->part->n && ties > 0; i++)
    {
      points[i].x = before.x + (points[i].x - after.x) * scale / ties;
      points[i].y = before.y + (points[i].y - after.y) * scale / ties;
    }
  return TRUE;
}

/* Puts the middle of all where it was. */
static void
give_about (const Solver *solver, TrlPoint *points)
{
  TrlPoint before, after;

  measure_spread (solver->force, points, &before);
  give_points (solver, points, 1);
  measure_spread (solver->force, points, &after);
  for (guint i = 0; i < solver->force->part->n; i++)
    {
      points[i].x += before.x - after.x;
      points[i].y += before.y - after.y;
    }
}

gboolean
trl_force_solve (const TrlForce *force, TrlPoint *points, GError **error)
{
  g_auto (Solver) solver;

  solver_init (&solver, force);
  find_push (&solver);
  if (force->settled && measure_ties (force->part, points) > 0)
    return settle (&solver, points, error);
  if (!solve_free (&solver, error))
    return FALSE;
  if (force->fixed != NULL)
    return fit (&solver, points, error);
  give_about (&solver, points);
  return TRUE;
}
