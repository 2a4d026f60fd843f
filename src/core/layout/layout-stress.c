/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each connected part is placed by itself, so that drawn distances are distances in the
 * network; then parts are set side by side.  A part is *held* when it has a pinned node,
 * or places to start from: it is neither turned nor moved. */
#include "config.h"

#include "layout/trl-distances.h"
#include "layout/trl-orient.h"
#include "layout/trl-pack.h"
#include "layout/trl-separate.h"
#include "layout/trl-stress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ASPECT 1.4
/* Of the page, to discs: so that they can be pushed apart without piling up. */
#define ROOM 1.6
/* Between parts, in edge lengths. */
#define PART_GAP 0.5

typedef struct
{
  const TrlLayoutInput *input;
  GCancellable         *cancellable;
  guint32               seed;
  double                edge; /* the ideal length of a tie, points */
  double                gap;  /* between discs, points */
  gboolean              separate;
  gboolean              from_current;
  GPtrArray            *parts; /* TrlPart */
  gboolean             *held;  /* by part */
  gboolean              any_held;
  TrlPoint             *points; /* n of the input */
} Run;

static gboolean
has_flag (const Run *run, guint node, guint8 flag)
{
  return run->input->start != NULL && run->input->flags != NULL &&
         (run->input->flags[node] & flag) != 0;
}

/* Puts a node that is new among its placed neighbours; whether there was one. */
static gboolean
settle_node (
  const TrlPart *part, guint i, guint8 *known, TrlPoint *points, TrlRandom *random)
{
  TrlPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint k = part->first[i]; k < part->first[i + 1]; k++)
    if (known[part->neighbour[k]] == 1)
      {
        sum.x += points[part->neighbour[k]].x;
        sum.y += points[part->neighbour[k]].y;
        n++;
      }
  if (n == 0)
    return FALSE;
  points[i].x = sum.x / n + trl_random_unit (random) - 0.5;
  points[i].y = sum.y / n + trl_random_unit (random) - 0.5;
  known[i] = 2;
  return TRUE;
}

/* In waves from what is placed; FALSE: nothing is. */
static gboolean
settle_new (const Run *run, const TrlPart *part, TrlPoint *points, TrlRandom *random)
{
  g_autofree guint8 *known = g_new0 (guint8, part->n);
  guint              left = 0;
  gboolean           moved = TRUE;

  for (guint i = 0; i < part->n; i++)
    {
      known[i] = has_flag (run, part->node[i], TRL_LAYOUT_PLACED | TRL_LAYOUT_PINNED);
      left += !known[i];
    }
  if (left == part->n)
    return FALSE;
  while (left > 0 && moved)
    {
      moved = FALSE;
      for (guint i = 0; i < part->n; i++)
        if (!known[i] && settle_node (part, i, known, points, random))
          {
            moved = TRUE;
            left--;
          }
      for (guint i = 0; i < part->n; i++)
        known[i] = known[i] > 0;
    }
  return TRUE;
}

static gboolean *
find_fixed (const Run *run, const TrlPart *part)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, part->n);
  gboolean             any = FALSE;

  for (guint i = 0; i < part->n; i++)
    any |= fixed[i] = has_flag (run, part->node[i], TRL_LAYOUT_PINNED);
  return any ? g_steal_pointer (&fixed) : NULL;
}

static TrlPoint *
get_starts (const Run *run, const TrlPart *part)
{
  TrlPoint *points = g_new0 (TrlPoint, part->n);

  for (guint i = 0; i < part->n; i++)
    if (has_flag (run, part->node[i], TRL_LAYOUT_PLACED | TRL_LAYOUT_PINNED))
      {
        points[i].x = run->input->start[part->node[i]].x / run->edge;
        points[i].y = run->input->start[part->node[i]].y / run->edge;
      }
  return points;
}

static void
take_points (const Run *run, const TrlPart *part, const TrlPoint *points)
{
  for (guint i = 0; i < part->n; i++)
    {
      guint node = part->node[i];

      run->points[node].x = points[i].x * run->edge;
      run->points[node].y = points[i].y * run->edge;
      if (has_flag (run, node, TRL_LAYOUT_PINNED))
        run->points[node] = run->input->start[node];
    }
}

typedef gboolean (*Solver) (const TrlStress *stress, TrlPoint *points, GError **error);

/* Bytes hold all distances of a part that is not too long. */
static Solver
find_solver (const TrlPart *part)
{
  if (part->n <= TRL_STRESS_MOST_EXACT)
    return trl_stress_solve_exact;
  if (part->n <= TRL_STRESS_MOST_DENSE && trl_distances_are_fine (part))
    return trl_stress_solve_dense;
  return trl_stress_solve_sparse;
}

static gboolean
arrange_part (Run *run, guint index, GError **error)
{
  const TrlPart       *part = g_ptr_array_index (run->parts, index);
  g_autofree gboolean *fixed = find_fixed (run, part);
  g_autofree TrlPoint *points = get_starts (run, part);
  TrlRandom            random;
  TrlStress            stress = { part, fixed, FALSE, &random, run->cancellable };

  trl_random_init (&random, run->seed, part->node[0]);
  stress.settled = run->from_current && settle_new (run, part, points, &random);
  run->held[index] = fixed != NULL || stress.settled;
  run->any_held |= run->held[index];
  if (part->n > 1 && !find_solver (part) (&stress, points, error))
    return FALSE;
  if (!run->held[index])
    trl_orient (part->n, points);
  take_points (run, part, points);
  return TRUE;
}

static TrlPoint *
collect_points (const Run *run, const TrlPart *part, double **radius)
{
  TrlPoint *points = g_new (TrlPoint, part->n);

  *radius = g_new (double, part->n);
  for (guint i = 0; i < part->n; i++)
    {
      points[i] = run->points[part->node[i]];
      (*radius)[i] = run->input->radius[part->node[i]];
    }
  return points;
}

/* One stretch for all parts that are free, so that their ties stay comparable. */
static double
find_stretch (const Run *run)
{
  double by = 1;

  for (guint k = 0; k < run->parts->len; k++)
    if (!run->held[k])
      {
        const TrlPart       *part = g_ptr_array_index (run->parts, k);
        g_autofree double   *radius = NULL;
        g_autofree TrlPoint *points = collect_points (run, part, &radius);

        by =
          fmax (by, trl_separate_find_stretch (part->n, points, radius, run->gap, ROOM));
      }
  return by;
}

static gboolean
separate_part (const Run *run, const TrlPart *part, double stretch, GError **error)
{
  g_autofree double   *radius = NULL;
  g_autofree TrlPoint *points = collect_points (run, part, &radius);

  for (guint i = 0; i < part->n; i++)
    {
      points[i].x *= stretch;
      points[i].y *= stretch;
    }
  if (!trl_separate (part->n, points, radius, NULL, run->gap, run->cancellable, error))
    return FALSE;
  for (guint i = 0; i < part->n; i++)
    run->points[part->node[i]] = points[i];
  return TRUE;
}

static gboolean
separate_parts (const Run *run, GError **error)
{
  double stretch = find_stretch (run);

  for (guint k = 0; k < run->parts->len; k++)
    if (!run->held[k] &&
        !separate_part (run, g_ptr_array_index (run->parts, k), stretch, error))
      return FALSE;
  return TRUE;
}

/* The corners of what the discs of a part cover. */
static void
measure_part (const Run *run, const TrlPart *part, TrlPoint *least, TrlPoint *most)
{
  for (guint i = 0; i < part->n; i++)
    {
      TrlPoint at = run->points[part->node[i]];
      double   r = run->input->radius[part->node[i]];

      least->x = fmin (least->x, at.x - r);
      least->y = fmin (least->y, at.y - r);
      most->x = fmax (most->x, at.x + r);
      most->y = fmax (most->y, at.y + r);
    }
}

static void
shift_part (const Run *run, const TrlPart *part, double dx, double dy)
{
  for (guint i = 0; i < part->n; i++)
    {
      run->points[part->node[i]].x += dx;
      run->points[part->node[i]].y += dy;
    }
}

/* Free parts go under one another beside those that are held; the whole is centred on the
 * origin when none is. */
static void
pack_parts (const Run *run)
{
  g_autofree TrlBox   *boxes = g_new0 (TrlBox, run->parts->len + 1);
  g_autofree TrlPoint *corner = g_new0 (TrlPoint, run->parts->len + 1);
  g_autofree guint    *which = g_new0 (guint, run->parts->len + 1);
  double               space = PART_GAP * run->edge;
  TrlPoint             held_least = { G_MAXDOUBLE, G_MAXDOUBLE };
  TrlPoint             held_most = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  TrlPoint             origin, size;
  guint                n = 0;

  for (guint k = 0; k < run->parts->len; k++)
    {
      const TrlPart *part = g_ptr_array_index (run->parts, k);
      TrlPoint       least = { G_MAXDOUBLE, G_MAXDOUBLE };
      TrlPoint       most = { -G_MAXDOUBLE, -G_MAXDOUBLE };

      if (run->held[k])
        {
          measure_part (run, part, &held_least, &held_most);
          continue;
        }
      measure_part (run, part, &least, &most);
      boxes[n] = (TrlBox){ most.x - least.x + space, most.y - least.y + space, n };
      corner[n] = least;
      which[n++] = k;
    }
  size = trl_pack (boxes, n, ASPECT);
  origin.x = run->any_held ? held_most.x + space : (space - size.x) / 2;
  origin.y = run->any_held ? held_least.y : (space - size.y) / 2;
  for (guint i = 0; i < n; i++)
    shift_part (run, g_ptr_array_index (run->parts, which[i]),
                origin.x + boxes[i].place.x - corner[i].x,
                origin.y + boxes[i].place.y - corner[i].y);
}

static gboolean
separate_all (const Run *run, GError **error)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, run->input->n + 1);

  for (guint i = 0; i < run->input->n; i++)
    fixed[i] = has_flag (run, i, TRL_LAYOUT_PINNED);
  return trl_separate (run->input->n, run->points, run->input->radius, fixed, run->gap,
                       run->cancellable, error);
}

static gboolean
arrange (Run *run, GError **error)
{
  for (guint k = 0; k < run->parts->len; k++)
    if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
        !arrange_part (run, k, error))
      return FALSE;
  if (run->separate && !separate_parts (run, error))
    return FALSE;
  pack_parts (run);
  return !run->separate || !run->any_held || separate_all (run, error);
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  g_autoptr (GPtrArray) parts = trl_parts_new (input);
  g_autofree gboolean *held = g_new0 (gboolean, parts->len + 1);
  Run                  run = { input, cancellable, seed };

  run.edge = trl_options_get_number (options, "edge-length");
  run.gap = trl_options_get_number (options, "gap");
  run.separate = trl_options_get_flag (options, "separate");
  run.from_current = trl_options_get_flag (options, "from-current");
  run.parts = parts;
  run.held = held;
  run.points = result->points;
  return arrange (&run, error) ? g_steal_pointer (&result) : NULL;
}

static const TrlOption options[] = {
  { .id = "from-current",
    .label = N_ ("Start from where partners are"),
    .type = TRL_OPTION_FLAG,
    .fallback = "no" },
  { .id = "edge-length",
    .label = N_ ("Length of a partnership"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "64",
    .min = 8,
    .max = 1000 },
  { .id = "separate",
    .label = N_ ("Keep discs apart"),
    .type = TRL_OPTION_FLAG,
    .fallback = "yes" },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "14",
    .min = 0,
    .max = 100 },
};

/*
 * Shape: free; distances on paper are distances in the network.  Pinned nodes do not
 * move.  Parts of up to 1,000 nodes are exact.
 * Cost: O(n m + s n^2) up to 1,000 nodes, O(p (n + m) s) above; see trl-stress.h.
 * Source: as in trl-stress.h.
 */
const TrlLayout trl_layout_stress = {
  .id = "stress",
  .label = N_ ("By Distance"),
  .description = N_ ("Partners stand as far apart as the network between them is long"),
  .live = FALSE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
