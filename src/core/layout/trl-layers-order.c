/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The best order met on the way is kept: sweeps may also make it worse. */
#include "config.h"

#include "layout/trl-layers.h"

#include <string.h>

#define SWEEPS 8
/* Pairs of neighbours that exchanges may look at: about .1 s. */
#define PATIENCE 10000000

typedef struct
{
  const TrlLayers *layers;
  guint           *order; /* n */
  guint           *at;    /* n, the place in the order */
  guint           *start; /* n_layers + 1, where each begins in the order */
  double          *wish;  /* n */
} Sorter;

typedef struct
{
  guint high, low; /* layers */
  guint from, to;  /* places */
} Link;

static void
find_starts (Sorter *sorter)
{
  const TrlLayers *layers = sorter->layers;

  for (guint i = 0; i < layers->part->n; i++)
    sorter->start[layers->layer[i] + 1]++;
  for (guint l = 0; l < layers->n_layers; l++)
    sorter->start[l + 1] += sorter->start[l];
}

static void
note_places (Sorter *sorter)
{
  for (guint k = 0; k < sorter->layers->part->n; k++)
    sorter->at[sorter->order[k]] = k;
}

static void
fill_layers (Sorter *sorter)
{
  const TrlLayers  *layers = sorter->layers;
  g_autofree guint *next = g_memdup2 (sorter->start, layers->n_layers * sizeof (guint));

  for (guint i = 0; i < layers->part->n; i++)
    sorter->order[next[layers->layer[i]]++] = i;
  note_places (sorter);
}

/* Where a node is in its layer, 0 … 1. */
static double
get_share (const Sorter *sorter, guint node)
{
  guint layer = sorter->layers->layer[node];
  guint start = sorter->start[layer], n = sorter->start[layer + 1] - start;

  return (sorter->at[node] - start + 0.5) / n;
}

/* The mean of the neighbours on one side and of those in the same layer. */
static double
find_wish (const Sorter *sorter, guint node, gboolean down)
{
  const TrlPart *part = sorter->layers->part;
  const guint   *layer = sorter->layers->layer;
  double         sum = 0;
  guint          n = 0;

  for (guint k = part->first[node]; k < part->first[node + 1]; k++)
    {
      guint other = part->neighbour[k];

      if (down ? layer[other] > layer[node] : layer[other] < layer[node])
        continue;
      sum += get_share (sorter, other);
      n++;
    }
  return n > 0 ? sum / n : get_share (sorter, node);
}

static int
compare_wishes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorter *sorter = data;
  guint         one = *(const guint *) a, two = *(const guint *) b;

  if (sorter->wish[one] != sorter->wish[two])
    return sorter->wish[one] < sorter->wish[two] ? -1 : 1;
  return sorter->at[one] < sorter->at[two] ? -1 : sorter->at[one] > sorter->at[two];
}

static void
sort_layer (Sorter *sorter, guint layer, gboolean down)
{
  guint start = sorter->start[layer], end = sorter->start[layer + 1];

  for (guint k = start; k < end; k++)
    sorter->wish[sorter->order[k]] = find_wish (sorter, sorter->order[k], down);
  g_qsort_with_data (sorter->order + start, (int) (end - start), sizeof (guint),
                     compare_wishes, sorter);
  for (guint k = start; k < end; k++)
    sorter->at[sorter->order[k]] = k;
}

static void
sweep (Sorter *sorter, gboolean down)
{
  guint n = sorter->layers->n_layers;

  for (guint l = 0; l < n; l++)
    sort_layer (sorter, down ? l : n - 1 - l, down);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const guint *one = a, *two = b;

  for (guint k = 0; k < 4; k++)
    if (one[k] != two[k])
      return one[k] < two[k] ? -1 : 1;
  return 0;
}

static GArray *
collect_links (const TrlLayers *layers, const guint *at)
{
  const TrlPart *part = layers->part;
  GArray        *links = g_array_sized_new (FALSE, FALSE, sizeof (Link), part->m + 1);

  for (guint i = 0; i < part->n; i++)
    for (guint k = part->first[i]; k < part->first[i + 1]; k++)
      {
        guint other = part->neighbour[k];
        Link  link = { layers->layer[i], layers->layer[other], at[i], at[other] };

        if (link.high < link.low)
          g_array_append_val (links, link);
      }
  g_array_sort (links, compare_links);
  return links;
}

/* How many of the ends counted so far are at @place or before it. */
static guint64
count_up_to (const guint *tree, guint place)
{
  guint64 sum = 0;

  for (guint k = place + 1; k > 0; k -= k & -k)
    sum += tree[k];
  return sum;
}

static void
add_to (guint *tree, guint n, guint place, guint by)
{
  for (guint k = place + 1; k <= n; k += k & -k)
    tree[k] += by;
}

guint64
trl_layers_count_crossings (const TrlLayers *layers, const guint *order)
{
  guint             n = layers->part->n;
  g_autofree guint *at = g_new (guint, n + 1);
  g_autofree guint *tree = g_new0 (guint, n + 1);
  g_autoptr (GArray) links = NULL;
  guint64 crossings = 0;

  for (guint k = 0; k < n; k++)
    at[order[k]] = k;
  links = collect_links (layers, at);
  for (guint begin = 0, end; begin < links->len; begin = end)
    {
      const Link *first = &g_array_index (links, Link, begin);
      guint       seen = 0, tied = begin;

      for (end = begin; end < links->len; end++)
        {
          const Link *link = &g_array_index (links, Link, end);

          if (link->high != first->high || link->low != first->low)
            break;
          /* Ties of one node do not cross each other. */
          for (; g_array_index (links, Link, tied).from < link->from; tied++, seen++)
            add_to (tree, n, g_array_index (links, Link, tied).to, 1);
          crossings += seen - count_up_to (tree, link->to);
        }
      for (guint k = begin; k < tied; k++)
        add_to (tree, n, g_array_index (links, Link, k).to, -1u);
    }
  return crossings;
}

/* How many crossings there are fewer when two neighbours in a row change places. */
static gint64
weigh_exchange (const Sorter *sorter, guint left, guint right)
{
  const TrlPart *part = sorter->layers->part;
  const guint   *layer = sorter->layers->layer;
  gint64         saved = 0;

  for (guint i = part->first[left]; i < part->first[left + 1]; i++)
    for (guint j = part->first[right]; j < part->first[right + 1]; j++)
      {
        guint a = part->neighbour[i], b = part->neighbour[j];

        if (layer[a] == layer[b] && layer[a] != layer[left] && a != b)
          saved += sorter->at[a] > sorter->at[b] ? 1 : -1;
      }
  return saved;
}

/* Returns whether anybody changed places. */
static gboolean
exchange (Sorter *sorter, gint64 *patience)
{
  const TrlPart *part = sorter->layers->part;
  const guint   *layer = sorter->layers->layer;
  gboolean       moved = FALSE;

  for (guint k = 0; k + 1 < part->n && *patience > 0; k++)
    {
      guint left = sorter->order[k], right = sorter->order[k + 1];

      if (layer[left] != layer[right])
        continue;
      *patience -= (gint64) (part->first[left + 1] - part->first[left] + 1) *
                   (part->first[right + 1] - part->first[right] + 1);
      if (*patience < 0 || weigh_exchange (sorter, left, right) <= 0)
        continue;
      sorter->order[k] = right;
      sorter->order[k + 1] = left;
      sorter->at[right] = k;
      sorter->at[left] = k + 1;
      moved = TRUE;
    }
  return moved;
}

static void
keep_better (Sorter *sorter, guint *best, guint64 *least)
{
  guint64 crossings = trl_layers_count_crossings (sorter->layers, sorter->order);

  if (crossings >= *least)
    return;
  *least = crossings;
  memcpy (best, sorter->order, sorter->layers->part->n * sizeof (guint));
}

guint *
trl_layers_order (const TrlLayers *layers, GError **error)
{
  guint              n = layers->part->n;
  g_autofree guint  *best = g_new (guint, n + 1);
  g_autofree guint  *order = g_new (guint, n + 1);
  g_autofree guint  *at = g_new (guint, n + 1);
  g_autofree guint  *start = g_new0 (guint, layers->n_layers + 2);
  g_autofree double *wish = g_new0 (double, n + 1);
  Sorter             sorter = { layers, order, at, start, wish };
  guint64            least = G_MAXUINT64;
  gint64             patience = PATIENCE;

  find_starts (&sorter);
  fill_layers (&sorter);
  keep_better (&sorter, best, &least);
  for (guint s = 0; s < SWEEPS && least > 0; s++)
    {
      if (g_cancellable_set_error_if_cancelled (layers->cancellable, error))
        return NULL;
      sweep (&sorter, s % 2 == 0);
      keep_better (&sorter, best, &least);
    }
  memcpy (order, best, n * sizeof (guint));
  note_places (&sorter);
  while (least > 0 && exchange (&sorter, &patience))
    if (g_cancellable_set_error_if_cancelled (layers->cancellable, error))
      return NULL;
  return g_steal_pointer (&order);
}
