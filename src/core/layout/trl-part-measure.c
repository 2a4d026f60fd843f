/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shortest paths within a part: breadth first while every tie has the length 1, else
 * Dijkstra with a binary heap that leaves stale entries behind. */
#include "config.h"

#include "layout/trl-part.h"

typedef struct
{
  double distance;
  guint  node;
} Entry;

/* Whether a node is new cannot be foreseen, so nothing waits for the answer.  @queue has
 * room for one node more than the part. */
static void
search_breadth_first (const TrlPart *part, guint source, float *distance, guint *queue)
{
  guint head = 0, tail = 0;

  for (guint i = 0; i < part->n; i++)
    distance[i] = -1;
  distance[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      guint node = queue[head++];
      float way = distance[node] + 1;

      for (guint k = part->first[node]; k < part->first[node + 1]; k++)
        {
          guint    to = part->neighbour[k];
          gboolean is_new = distance[to] < 0;

          distance[to] = is_new ? way : distance[to];
          queue[tail] = to;
          tail += (guint) is_new;
        }
    }
}

static void
push_entry (GArray *heap, Entry entry)
{
  Entry *at;
  guint  i = heap->len;

  g_array_append_val (heap, entry);
  at = (Entry *) (gpointer) heap->data;
  for (; i > 0 && at[(i - 1) / 2].distance > entry.distance; i = (i - 1) / 2)
    at[i] = at[(i - 1) / 2];
  at[i] = entry;
}

static Entry
pop_entry (GArray *heap)
{
  Entry *at = (Entry *) (gpointer) heap->data;
  Entry  top = at[0], last = at[heap->len - 1];
  guint  n = heap->len - 1, i = 0;

  for (guint child = 1; child < n; child = 2 * i + 1)
    {
      if (child + 1 < n && at[child + 1].distance < at[child].distance)
        child++;
      if (at[child].distance >= last.distance)
        break;
      at[i] = at[child];
      i = child;
    }
  at[i] = last;
  g_array_set_size (heap, n);
  return top;
}

static void
search_by_length (const TrlPart *part, guint source, float *distance)
{
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < part->n; i++)
    distance[i] = G_MAXFLOAT;
  distance[source] = 0;
  push_entry (heap, (Entry){ 0, source });
  while (heap->len > 0)
    {
      Entry entry = pop_entry (heap);

      if (entry.distance > distance[entry.node])
        continue;
      for (guint k = part->first[entry.node]; k < part->first[entry.node + 1]; k++)
        {
          guint to = part->neighbour[k];
          float way = (float) (distance[entry.node] + part->length[k]);

          if (way < distance[to])
            {
              distance[to] = way;
              push_entry (heap, (Entry){ way, to });
            }
        }
    }
}

float *
trl_part_measure_from (const TrlPart *part,
                       const guint   *sources,
                       guint          n_sources,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree float *rows = g_new (float, (gsize) n_sources * part->n + 1);
  g_autofree guint *queue = g_new (guint, part->n + 1);

  for (guint s = 0; s < n_sources; s++)
    {
      guint source = sources != NULL ? sources[s] : s;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (part->length != NULL)
        search_by_length (part, source, rows + (gsize) s * part->n);
      else
        search_breadth_first (part, source, rows + (gsize) s * part->n, queue);
    }
  return g_steal_pointer (&rows);
}
