/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where every tie has the length 1, 128 searches go on at once: a node has a bit for each
 * of them, in the set of those that have seen it and of those that reached it last.  With
 * lengths, and where the way is long, each goes by itself. */
#include "config.h"

#include "layout/trl-distances.h"
#include "layout/trl-parallel.h"

#include <math.h>
#include <string.h>

#define WORDS 2 /* of 64 searches */
#define BATCH (WORDS * 64)
#define GRAIN 1024 /* nodes */
#define FEW 8      /* sources */
#define KEPT 2     /* steps after which is written down who was reached in them */
#define MOST G_MAXUINT8
/* With lengths, the shortest tie has so many units if all fits. */
#define FINE 8
/* … and not fewer than so many to tell its length well. */
#define LEAST_FINE 4

typedef struct
{
  guint64 bits[WORDS];
} Set;

void
trl_distances_free (TrlDistances *distances)
{
  if (!distances)
    return;
  g_free (distances->rows);
  g_free (distances->scratch);
  g_free (distances);
}

static gsize
count_bytes (const TrlDistances *distances)
{
  return distances->stride * ((distances->n + 15) / 16 * 16) + 1;
}

static float *
measure_from_first (const TrlPart *part)
{
  guint first = 0;

  return trl_part_measure_from (part, &first, 1, NULL, NULL);
}

static double
find_shortest (const TrlPart *part)
{
  double shortest = part->length ? G_MAXDOUBLE : 1;

  for (guint k = 0; part->length && k < 2 * part->m; k++)
    shortest = fmin (shortest, part->length[k]);
  return shortest;
}

/* No two nodes are farther apart than twice the farthest from any one. */
static double
find_unit (const TrlPart *part)
{
  g_autofree float *row = measure_from_first (part);
  double            bound = 0;

  for (guint i = 0; i < part->n; i++)
    bound = fmax (bound, 2 * row[i]);
  return fmax (find_shortest (part) / (part->length ? FINE : 1), bound / MOST);
}

gboolean
trl_distances_are_fine (const TrlPart *part)
{
  return find_unit (part) <= find_shortest (part) / (part->length ? LEAST_FINE : 1);
}

static guint8
in_units (const TrlDistances *distances, double length)
{
  return (guint8) CLAMP (length / distances->unit + 0.5, 1, MOST);
}

/* A node that others reach in this step sees all that its neighbours saw in the last. */
static gboolean
reach (const TrlPart *part, guint node, const Set *last, Set *seen, Set *now)
{
  guint64 any = 0;

  *now = (Set){ { 0 } };
  for (guint k = part->first[node]; k < part->first[node + 1]; k++)
    for (guint w = 0; w < WORDS; w++)
      now->bits[w] |= last[part->neighbour[k]].bits[w];
  for (guint w = 0; w < WORDS; w++)
    {
      now->bits[w] &= ~seen->bits[w];
      seen->bits[w] |= now->bits[w];
      any |= now->bits[w];
    }
  return any != 0;
}

static void
write_bits (const Set *set, guint8 *row, guint8 value)
{
  for (guint w = 0; w < WORDS; w++)
    for (guint64 left = set->bits[w]; left; left &= left - 1)
      row[w * 64 + (guint) __builtin_ctzll (left)] = value;
}

static gboolean
is_full (const Set *set, const Set *all)
{
  guint64 missing = 0;

  for (guint w = 0; w < WORDS; w++)
    missing |= all->bits[w] & ~set->bits[w];
  return missing == 0;
}

/* What was reached in the last steps, a set a node each; the oldest of them is where the
 * next goes. */
typedef struct
{
  const TrlPart *part;
  Set           *seen;          /* a set a node */
  Set           *reached[KEPT]; /* likewise */
  guint8         value[KEPT];   /* how far that is */
  guint          now;           /* the step in these */
  Set            all;           /* of the batch */
  guint8        *rows;          /* of its first source */
  gsize          stride;
  int            any; /* atomic */
} Search;

/* Reads what was reached last anywhere, and writes of these nodes only. */
static void
step_nodes (guint from, guint to, gpointer data)
{
  Search    *search = data;
  const Set *last = search->reached[(search->now + KEPT - 1) % KEPT];
  Set       *now = search->reached[search->now];
  gboolean   any = FALSE;

  for (guint i = from; i < to; i++)
    if (is_full (&search->seen[i], &search->all))
      now[i] = (Set){ { 0 } };
    else if (reach (search->part, i, last, &search->seen[i], &now[i]))
      any = TRUE;
  if (any)
    g_atomic_int_set (&search->any, TRUE);
}

/* Of each node at once: its row is far from the next. */
static void
write_nodes (guint from, guint to, gpointer data)
{
  const Search *search = data;

  for (guint i = from; i < to; i++)
    for (guint k = 0; k < search->now; k++)
      write_bits (&search->reached[k][i], search->rows + i * search->stride,
                  search->value[k]);
}

static void
write_down (Search *search)
{
  trl_parallel_run (search->part->n, GRAIN, write_nodes, search);
  search->now = 0;
}

/* One step of all searches of a batch.  Returns whether any went on. */
static gboolean
take_step (Search *search, guint8 value)
{
  search->any = FALSE;
  search->value[search->now] = value;
  trl_parallel_run (search->part->n, GRAIN, step_nodes, search);
  if (++search->now == KEPT)
    write_down (search);
  return search->any;
}

static void
set_out (Search *search, const guint *sources, guint from, guint n)
{
  Set *first = search->reached[KEPT - 1];

  memset (search->seen, 0, search->part->n * sizeof (Set));
  memset (first, 0, search->part->n * sizeof (Set));
  for (guint k = 0; k < n; k++)
    {
      guint   source = sources ? sources[from + k] : from + k;
      guint64 bit = G_GUINT64_CONSTANT (1) << (k % 64);

      search->rows[source * search->stride + k] = 0;
      search->all.bits[k / 64] |= bit;
      search->seen[source].bits[k / 64] |= bit;
      first[source].bits[k / 64] |= bit;
    }
}

static gboolean
search_batch (const TrlPart *part,
              const guint   *sources,
              guint          from,
              TrlDistances  *distances,
              Set           *sets,
              GCancellable  *cancellable,
              GError       **error)
{
  Search search = { .part = part,
                    .seen = sets,
                    .rows = distances->rows + from,
                    .stride = distances->stride };

  for (guint k = 0; k < KEPT; k++)
    search.reached[k] = sets + (k + 1) * (gsize) part->n;
  set_out (&search, sources, from, MIN (BATCH, distances->n_sources - from));
  for (guint hops = 1; hops < part->n; hops++)
    {
      guint8 value = in_units (distances, hops);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!take_step (&search, value))
        break;
      distances->farthest = MAX (distances->farthest, value);
    }
  write_down (&search);
  return TRUE;
}

static void
report (const TrlProgress *progress, guint done, const TrlDistances *distances)
{
  trl_progress_report (progress,
                       MIN (done, distances->n_sources) / (double) distances->n_sources);
}

static gboolean
search_hops (const TrlPart     *part,
             const guint       *sources,
             TrlDistances      *distances,
             const TrlProgress *progress,
             GCancellable      *cancellable,
             GError           **error)
{
  if (!distances->scratch)
    distances->scratch = g_new (Set, (KEPT + 1) * (gsize) part->n);
  for (guint from = 0; from < distances->n_sources; from += BATCH)
    {
      if (!search_batch (part, sources, from, distances, distances->scratch, cancellable,
                         error))
        return FALSE;
      report (progress, from + BATCH, distances);
    }
  return TRUE;
}

typedef struct
{
  const TrlPart     *part;
  const guint       *sources;
  TrlDistances      *distances;
  const TrlProgress *progress;
  GThread           *caller; /* who alone may report */
  int                done;   /* atomic: sources */
  GCancellable      *cancellable;
} Singly;

static void
count_done (Singly *all, guint n)
{
  guint done = n + (guint) g_atomic_int_add (&all->done, (int) n);

  if (g_thread_self () == all->caller && !g_cancellable_is_cancelled (all->cancellable))
    report (all->progress, done, all->distances);
}

/* Writes of these sources only; not more than FEW. */
static void
search_sources (guint from, guint to, gpointer data)
{
  Singly           *all = data;
  guint             n = all->part->n, sources[FEW];
  g_autofree float *rows = NULL;

  for (guint s = from; s < to; s++)
    sources[s - from] = all->sources ? all->sources[s] : s;
  rows = trl_part_measure_from (all->part, sources, to - from, all->cancellable, NULL);
  for (guint i = 0; rows && i < n; i++)
    {
      guint8 *at = all->distances->rows + i * all->distances->stride;

      for (guint s = from; s < to; s++)
        if (i != sources[s - from])
          at[s] = in_units (all->distances, rows[(s - from) * (gsize) n + i]);
    }
  count_done (all, to - from);
}

static gboolean
search_singly (const TrlPart     *part,
               const guint       *sources,
               TrlDistances      *distances,
               const TrlProgress *progress,
               GCancellable      *cancellable,
               GError           **error)
{
  Singly all = { part, sources, distances, progress, g_thread_self (), 0, cancellable };

  memset (distances->rows, 0, count_bytes (distances));
  trl_parallel_run (distances->n_sources, FEW, search_sources, &all);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  report (progress, distances->n_sources, distances);
  for (gsize k = 0; k < distances->n * distances->stride; k++)
    distances->farthest = MAX (distances->farthest, distances->rows[k]);
  return TRUE;
}

TrlDistances *
trl_distances_new (const TrlPart *part, guint n_sources)
{
  TrlDistances *distances = g_new0 (TrlDistances, 1);

  distances->n = part->n;
  distances->n_sources = n_sources;
  distances->stride = (n_sources + 15) / 16 * 16;
  distances->rows = g_malloc0 (count_bytes (distances));
  distances->unit = find_unit (part);
  /* Searches that go on at once look at every node in every step: along a chain there
   * would be as many steps as nodes. */
  distances->singly = part->length || distances->unit > 1;
  return distances;
}

gboolean
trl_distances_measure (TrlDistances      *distances,
                       const TrlPart     *part,
                       const guint       *sources,
                       const TrlProgress *progress,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_return_val_if_fail (distances->n == part->n, FALSE);

  distances->farthest = 0;
  return (distances->singly ? search_singly : search_hops) (part, sources, distances,
                                                            progress, cancellable, error);
}
