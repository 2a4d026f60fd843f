/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each connected part is placed by itself; then parts are set side by side.  A part is
 * *held* when it has a pinned node, or places to start from: it is neither turned nor
 * moved. */
#include "config.h"

#include "layout/trl-arrange.h"

#include "layout/trl-orient.h"
#include "layout/trl-pack.h"
#include "layout/trl-separate.h"
#include "model/trl-compare.h"

#include <math.h>

#define ASPECT 1.4
/* Between parts, in edge lengths. */
#define PART_GAP 0.5
/* Of all the work, what it takes to solve the parts; the rest is to push discs apart. */
#define SOLVING 0.8

typedef struct
{
  const TrlArrange     *arrange;
  const TrlLayoutInput *input;
  GCancellable         *cancellable;
  GPtrArray            *parts; /* TrlPart */
  gboolean             *held;  /* by part */
  gboolean              any_held;
  TrlPoint             *points; /* n of the input */
  guint                 done;   /* nodes of parts that are done with */
} Run;

static gboolean
has_flag (const Run *run, guint node, guint8 flag)
{
  return run->input->start != NULL && run->input->flags != NULL &&
         (run->input->flags[node] & flag) != 0;
}

/* What settling knows of a node. */
enum
{
  UNKNOWN,
  REACHED, /* in this wave */
  KNOWN
};

/* Puts a node that is new among those of its neighbours that have a place. */
static void
settle_node (
  const TrlPart *part, guint i, const guint8 *known, TrlPoint *points, TrlRandom *random)
{
  TrlPoint sum = { 0, 0 };
  guint    n = 0;

  for (guint k = part->first[i]; k < part->first[i + 1]; k++)
    if (known[part->neighbour[k]] == KNOWN)
      {
        sum.x += points[part->neighbour[k]].x;
        sum.y += points[part->neighbour[k]].y;
        n++;
      }
  points[i].x = sum.x / n + trl_random_unit (random) - 0.5;
  points[i].y = sum.y / n + trl_random_unit (random) - 0.5;
}

/* Those without a place beside those that were the last to get one, ascending. */
static GArray *
find_wave (const TrlPart *part, const GArray *last, guint8 *known)
{
  GArray *wave = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < last->len; i++)
    {
      guint node = g_array_index (last, guint, i);

      for (guint k = part->first[node]; k < part->first[node + 1]; k++)
        if (known[part->neighbour[k]] == UNKNOWN)
          {
            known[part->neighbour[k]] = REACHED;
            g_array_append_val (wave, part->neighbour[k]);
          }
    }
  g_array_sort (wave, trl_compare_indexes);
  return wave;
}

/* In waves from what is placed; FALSE: nothing is. */
static gboolean
settle_new (const Run *run, const TrlPart *part, TrlPoint *points, TrlRandom *random)
{
  g_autofree guint8 *known = g_new0 (guint8, part->n);
  g_autoptr (GArray) wave = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < part->n; i++)
    if (has_flag (run, part->node[i], TRL_LAYOUT_PLACED | TRL_LAYOUT_PINNED))
      {
        known[i] = KNOWN;
        g_array_append_val (wave, i);
      }
  if (wave->len == 0)
    return FALSE;
  while (wave->len > 0)
    {
      GArray *next = find_wave (part, wave, known);

      for (guint i = 0; i < next->len; i++)
        settle_node (part, g_array_index (next, guint, i), known, points, random);
      for (guint i = 0; i < next->len; i++)
        known[g_array_index (next, guint, i)] = KNOWN;
      g_array_unref (wave);
      wave = next;
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
        points[i].x = run->input->start[part->node[i]].x / run->arrange->edge;
        points[i].y = run->input->start[part->node[i]].y / run->arrange->edge;
      }
  return points;
}

static void
take_points (const Run *run, const TrlPart *part, const TrlPoint *points)
{
  for (guint i = 0; i < part->n; i++)
    {
      guint node = part->node[i];

      run->points[node].x = points[i].x * run->arrange->edge;
      run->points[node].y = points[i].y * run->arrange->edge;
      if (has_flag (run, node, TRL_LAYOUT_PINNED))
        run->points[node] = run->input->start[node];
    }
}

/* The share of a part in a stage of the work. */
static TrlProgress
get_progress (const Run *run, const TrlPart *part, double from, double to)
{
  double n = run->input->n, width = to - from;

  return trl_progress_part (run->input->progress, from + width * run->done / n,
                            from + width * (run->done + part->n) / n);
}

static gboolean
arrange_part (Run *run, guint index, GError **error)
{
  const TrlPart       *part = g_ptr_array_index (run->parts, index);
  g_autofree gboolean *fixed = find_fixed (run, part);
  g_autofree TrlPoint *points = get_starts (run, part);
  TrlRandom            random;
  TrlArrangePart       task = { part, fixed, FALSE, &random, run->cancellable };

  trl_random_init (&random, run->arrange->seed, part->node[0]);
  task.settled = run->arrange->from_current && settle_new (run, part, points, &random);
  task.progress = get_progress (run, part, 0, SOLVING);
  run->held[index] = fixed != NULL || task.settled;
  run->any_held |= run->held[index];
  if (part->n > 1 && !run->arrange->solve (run->arrange, &task, points, error))
    return FALSE;
  if (!run->held[index])
    trl_orient (part->n, points);
  take_points (run, part, points);
  run->done += part->n;
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

        by = fmax (by, trl_separate_find_stretch (part->n, points, radius,
                                                  run->arrange->gap, run->arrange->room));
      }
  return by;
}

static gboolean
separate_part (Run *run, const TrlPart *part, double stretch, GError **error)
{
  g_autofree double   *radius = NULL;
  g_autofree TrlPoint *points = collect_points (run, part, &radius);
  TrlProgress          progress;

  for (guint i = 0; i < part->n; i++)
    {
      points[i].x *= stretch;
      points[i].y *= stretch;
    }
  if (!trl_separate (part->n, points, radius, NULL, run->arrange->gap,
                     run->arrange->gentle, run->cancellable, error))
    return FALSE;
  for (guint i = 0; i < part->n; i++)
    run->points[part->node[i]] = points[i];
  progress = get_progress (run, part, SOLVING, 1);
  trl_progress_report (&progress, 1);
  run->done += part->n;
  return TRUE;
}

static gboolean
separate_parts (Run *run, GError **error)
{
  double stretch = find_stretch (run);

  run->done = 0;
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
  double               space = PART_GAP * run->arrange->edge;
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
  return trl_separate (run->input->n, run->points, run->input->radius, fixed,
                       run->arrange->gap, run->arrange->gentle, run->cancellable, error);
}

static gboolean
arrange_all (Run *run, GError **error)
{
  for (guint k = 0; k < run->parts->len; k++)
    if (g_cancellable_set_error_if_cancelled (run->cancellable, error) ||
        !arrange_part (run, k, error))
      return FALSE;
  if (run->arrange->separate && !separate_parts (run, error))
    return FALSE;
  pack_parts (run);
  return !run->arrange->separate || !run->any_held || separate_all (run, error);
}

TrlLayoutResult *
trl_arrange (const TrlArrange     *arrange,
             const TrlLayoutInput *input,
             GPtrArray            *parts,
             GCancellable         *cancellable,
             GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  g_autofree gboolean *held = g_new0 (gboolean, parts->len + 1);
  Run                  run = { arrange, input, cancellable, parts, held };

  run.points = result->points;
  return arrange_all (&run, error) ? g_steal_pointer (&result) : NULL;
}

void
trl_arrange_read (TrlArrange *arrange, const TrlOptions *options)
{
  arrange->edge = trl_options_get_number (options, "edge-length");
  arrange->gap = trl_options_get_number (options, "gap");
  arrange->separate = trl_options_get_flag (options, "separate");
  arrange->from_current = trl_options_get_flag (options, "from-current");
}
