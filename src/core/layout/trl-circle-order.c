/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While one node is sifted the others keep their order, so that what a step past the next
 * of them saves follows from the two rows of neighbours alone: with u before v, a tie of
 * u crosses one of v if and only if its other end is met first on the way on. */
#include "config.h"

#include "layout/trl-circle-order.h"

#include "model/trl-compare.h"

/* Steps of sifting that a circle may cost: about .2 s. */
#define BUDGET 1e7
#define MOST_ROUNDS 10

typedef struct
{
  const TrlPart *whole;
  const guint   *block;
  guint         *order; /* n */
  guint         *at;    /* n, where each node is in the order */
  guint         *own;   /* steps on to the neighbours of the node that is sifted */
  guint         *other; /* … and of the one that it passes */
} Ring;

/* Depth first from @first and then from each node that is left. */
static guint *
search_depth_first (const TrlPart *whole, guint first)
{
  guint               *found = g_new (guint, whole->n + 1);
  g_autofree guint    *stack = g_new (guint, 2 * whole->m + whole->n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, whole->n + 1);
  guint                n = 0, high;

  for (guint k = 0; k < whole->n; k++)
    {
      high = 0;
      stack[high++] = (first + k) % whole->n;
      while (high > 0)
        {
          guint node = stack[--high];

          if (seen[node])
            continue;
          seen[node] = TRUE;
          found[n++] = node;
          for (guint j = whole->first[node + 1]; j > whole->first[node]; j--)
            if (!seen[whole->neighbour[j - 1]])
              stack[high++] = whole->neighbour[j - 1];
        }
    }
  return found;
}

static void
note_places (Ring *ring)
{
  for (guint k = 0; k < ring->whole->n; k++)
    ring->at[ring->order[k]] = k;
}

static int
compare_blocks (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ring *ring = data;
  guint       one = *(const guint *) a, two = *(const guint *) b;

  if (ring->block[one] != ring->block[two])
    return ring->block[one] < ring->block[two] ? -1 : 1;
  return ring->at[one] < ring->at[two] ? -1 : ring->at[one] > ring->at[two];
}

/* How far on from @from the neighbours of a node are, nearest first, but for one. */
static guint
collect_steps (const Ring *ring, guint node, guint but, guint from, guint *steps)
{
  const TrlPart *whole = ring->whole;
  guint          n = 0;

  for (guint k = whole->first[node]; k < whole->first[node + 1]; k++)
    if (whole->neighbour[k] != but)
      steps[n++] = (ring->at[whole->neighbour[k]] + whole->n - from) % whole->n;
  qsort (steps, n, sizeof (guint), trl_compare_indexes);
  return n;
}

/* How many crossings there are fewer when @node, just before @next, stands after it. */
static gint64
weigh_step (Ring *ring, guint node, guint next)
{
  guint  n = collect_steps (ring, node, next, ring->at[next], ring->own);
  guint  m = collect_steps (ring, next, node, ring->at[next], ring->other);
  gint64 before = 0, after = 0;

  for (guint i = 0, j = 0; i < n; i++)
    {
      while (j < m && ring->other[j] < ring->own[i])
        j++;
      after += j;
    }
  for (guint i = 0, j = 0; j < m; j++)
    {
      while (i < n && ring->own[i] < ring->other[j])
        i++;
      before += i;
    }
  return before - after;
}

static void
swap_with_next (Ring *ring, guint place)
{
  guint node = ring->order[place];

  ring->order[place] = ring->order[place + 1];
  ring->order[place + 1] = node;
  ring->at[ring->order[place]] = place;
  ring->at[node] = place + 1;
}

/* Walks a node through its block from end to end and back to where it crosses least. */
static gboolean
sift (Ring *ring, guint node, guint begin, guint end)
{
  guint  start = ring->at[node], best = start;
  gint64 saved = 0, most = 0;

  for (guint k = start; k > begin; k--)
    {
      saved += weigh_step (ring, ring->order[k - 1], node);
      swap_with_next (ring, k - 1);
    }
  for (guint k = begin;; k++)
    {
      if (saved > most)
        {
          most = saved;
          best = k;
        }
      if (k + 1 >= end)
        break;
      saved += weigh_step (ring, node, ring->order[k + 1]);
      swap_with_next (ring, k);
    }
  for (guint k = end - 1; k > best; k--)
    swap_with_next (ring, k - 1);
  return best != start;
}

/* Returns whether a node found a better place. */
static gboolean
sift_all (Ring *ring, GCancellable *cancellable)
{
  const TrlPart    *whole = ring->whole;
  g_autofree guint *nodes = g_memdup2 (ring->order, whole->n * sizeof (guint));
  gboolean          moved = FALSE;

  for (guint begin = 0, end; begin < whole->n; begin = end)
    {
      for (end = begin + 1; end < whole->n; end++)
        if (ring->block[nodes[end]] != ring->block[nodes[begin]])
          break;
      for (guint k = begin; k < end && !g_cancellable_is_cancelled (cancellable); k++)
        moved |= sift (ring, nodes[k], begin, end);
    }
  return moved;
}

static guint
count_rounds (const TrlPart *whole)
{
  double steps = (double) whole->n * (whole->m + whole->n + 1.0);

  return (guint) CLAMP (BUDGET / steps, 0, MOST_ROUNDS);
}

guint *
trl_circle_order (const TrlPart *whole,
                  const guint   *block,
                  guint          first,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree guint *order = search_depth_first (whole, first);
  g_autofree guint *at = g_new (guint, whole->n + 1);
  g_autofree guint *own = g_new (guint, 2 * whole->m + 1);
  g_autofree guint *other = g_new (guint, 2 * whole->m + 1);
  Ring              ring = { whole, block, order, at, own, other };

  note_places (&ring);
  g_qsort_with_data (order, (int) whole->n, sizeof (guint), compare_blocks, &ring);
  note_places (&ring);
  for (guint k = count_rounds (whole); k > 0 && sift_all (&ring, cancellable); k--)
    ;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&order);
}

/* Whether the ties between places a and b, and between c and d, cross. */
static gboolean
cross (guint a, guint b, guint c, guint d)
{
  guint low = MIN (a, b), high = MAX (a, b);

  if (c == low || c == high || d == low || d == high)
    return FALSE;
  return (c > low && c < high) != (d > low && d < high);
}

guint
trl_circle_count_crossings (const TrlPart *whole, const guint *order)
{
  g_autofree guint *at = g_new (guint, whole->n + 1);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint count = 0;

  for (guint k = 0; k < whole->n; k++)
    at[order[k]] = k;
  for (guint i = 0; i < whole->n; i++)
    for (guint k = whole->first[i]; k < whole->first[i + 1]; k++)
      if (i < whole->neighbour[k])
        {
          g_array_append_val (ends, at[i]);
          g_array_append_val (ends, at[whole->neighbour[k]]);
        }
  for (guint e = 0; e < ends->len; e += 2)
    for (guint f = 0; f < e; f += 2)
      count += cross (g_array_index (ends, guint, e), g_array_index (ends, guint, e + 1),
                      g_array_index (ends, guint, f), g_array_index (ends, guint, f + 1));
  return count;
}
