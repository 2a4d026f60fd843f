/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the layout does, those that are held get their places back, and only then do
 * the others find room between them. */
#include "config.h"

#include "layout/trl-layout-some.h"

#include "layout/trl-hold.h"
#include "layout/trl-layout-options.h"
#include "layout/trl-part.h"
#include "layout/trl-separate.h"
#include "layout/trl-settle.h"

#include <math.h>
#include <string.h>

#define USUAL_GAP 6.0

typedef struct
{
  const TrlLayout *layout;
  TrlLayoutInput  *input; /* with places and pins of this run */
  TrlOptions      *options;
  gboolean        *held; /* n */
  double           gap;  /* points */
  guint32          seed;
  GCancellable    *cancellable;
} Some;

static void
clear_some (Some *some)
{
  trl_layout_input_free (some->input);
  trl_options_free (some->options);
  g_free (some->held);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Some, clear_some)

static const TrlOption *
find_option (const TrlLayout *layout, const char *id)
{
  for (guint i = 0; i < layout->n_options; i++)
    if (g_str_equal (layout->options[i].id, id))
      return &layout->options[i];
  return NULL;
}

/* The mean length of ties between nodes that are held; 0: there are none. */
static double
measure_ties (const Some *some)
{
  const TrlLayoutInput *input = some->input;
  double                sum = 0;
  guint                 n = 0;

  for (guint e = 0; e < input->m; e++)
    {
      TrlPoint a = input->start[input->from[e]], b = input->start[input->to[e]];

      if (!some->held[input->from[e]] || !some->held[input->to[e]] ||
          input->from[e] == input->to[e])
        continue;
      sum += hypot (a.x - b.x, a.y - b.y);
      n++;
    }
  return n > 0 ? sum / n : 0;
}

/* A picture whose discs were pushed apart has longer ties than its option says; what the
 * option may say has bounds. */
static void
suit_length (Some *some)
{
  const TrlOption *option = find_option (some->layout, "edge-length");
  char             number[G_ASCII_DTOSTR_BUF_SIZE];
  double           length = measure_ties (some);

  if (length <= 0 || !option)
    return;
  g_ascii_dtostr (number, sizeof number, CLAMP (length, option->min, option->max));
  trl_options_set (some->options, "edge-length", number, NULL);
}

static void
some_init (Some *some, const TrlNetwork *network, const TrlPoint *places)
{
  guint n;

  some->input = trl_layout_input_new (network);
  n = some->input->n;
  some->held = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    some->held[i] = trl_hold_is_pinned (some->input, i);
  if (n > 0)
    memcpy ((gpointer) some->input->start, places, n * sizeof (TrlPoint));
  some->options = trl_layout_options_new (some->layout, network);
  some->seed = trl_layout_get_seed (network);
  some->gap = find_option (some->layout, "gap")
                ? trl_options_get_number (some->options, "gap")
                : USUAL_GAP;
}

static void
hold_others (Some *some, const gboolean *moves)
{
  guint8 *flags = (guint8 *) some->input->flags;

  for (guint i = 0; i < some->input->n; i++)
    {
      some->held[i] = some->held[i] || !moves[i];
      flags[i] = TRL_LAYOUT_PLACED | (some->held[i] ? TRL_LAYOUT_PINNED : 0);
    }
}

static void
put_back (const Some *some, TrlPoint *points)
{
  for (guint i = 0; i < some->input->n; i++)
    if (some->held[i])
      points[i] = some->input->start[i];
}

/* Puts nodes as one about the middle of where they were. */
static void
carry_back (const Some *some, TrlPoint *points, const guint *nodes, guint n)
{
  double dx = 0, dy = 0;

  for (guint k = 0; k < n; k++)
    {
      dx += (some->input->start[nodes[k]].x - points[nodes[k]].x) / n;
      dy += (some->input->start[nodes[k]].y - points[nodes[k]].y) / n;
    }
  for (guint k = 0; k < n; k++)
    {
      points[nodes[k]].x += dx;
      points[nodes[k]].y += dy;
    }
}

static gboolean
is_free (const Some *some, const TrlPart *part)
{
  for (guint k = 0; k < part->n; k++)
    if (some->held[part->node[k]])
      return FALSE;
  return TRUE;
}

/* As all others are pinned; parts that hang on none of those are not sent away. */
static gboolean
place_among (Some *some, TrlPoint *points, GError **error)
{
  g_autoptr (TrlLayoutResult) result = NULL;
  g_autoptr (GPtrArray) parts = trl_parts_new (some->input);

  suit_length (some);
  result = trl_layout_place (some->layout, some->input, some->options, some->seed,
                             some->cancellable, error);
  if (result == NULL)
    return FALSE;
  memcpy (points, result->points, some->input->n * sizeof (TrlPoint));
  for (guint k = 0; k < parts->len; k++)
    {
      const TrlPart *part = g_ptr_array_index (parts, k);

      if (is_free (some, part))
        carry_back (some, points, part->node, part->n);
    }
  return TRUE;
}

/* Room for as many as there are in all; the arrays say nothing yet. */
static TrlLayoutInput *
input_new_like (const TrlLayoutInput *all)
{
  TrlLayoutInput *input = g_new0 (TrlLayoutInput, 1);
  gsize           n = all->n + 1, m = all->m + 1;

  *input = (TrlLayoutInput){ .from = g_new (guint, m),
                             .to = g_new (guint, m),
                             .radius = g_new (double, n),
                             .depth = g_new (float, m),
                             .hub = TRL_NO_INDEX,
                             .sector = g_new (int, n),
                             .rank = g_new (int, n),
                             .n_sectors = all->n_sectors,
                             .n_ranks = all->n_ranks,
                             .longitude = g_new (double, n),
                             .latitude = g_new (double, n),
                             .progress = all->progress };
  input->sector_family =
    g_memdup2 (all->sector_family, (all->n_sectors + 1) * sizeof (int));
  return input;
}

static void
add_node (TrlLayoutInput *input, const TrlLayoutInput *all, guint node)
{
  guint k = input->n++;

  ((double *) input->radius)[k] = all->radius[node];
  ((int *) input->sector)[k] = all->sector[node];
  ((int *) input->rank)[k] = all->rank[node];
  ((double *) input->longitude)[k] = all->longitude ? all->longitude[node] : (double) NAN;
  ((double *) input->latitude)[k] = all->latitude ? all->latitude[node] : (double) NAN;
  if (node == all->hub)
    input->hub = k;
}

static void
add_tie (TrlLayoutInput *input, guint from, guint to, float depth)
{
  guint k = input->m++;

  ((guint *) input->from)[k] = from;
  ((guint *) input->to)[k] = to;
  ((float *) input->depth)[k] = depth;
}

/* What a layout may know of the nodes that are not held, as if there were no others.
 * @nodes: by node of the new input, which it was */
static TrlLayoutInput *
take_free (const Some *some, guint *nodes)
{
  const TrlLayoutInput *all = some->input;
  TrlLayoutInput       *input = input_new_like (all);
  g_autofree guint     *index = g_new (guint, all->n + 1);

  for (guint i = 0; i < all->n; i++)
    if (!some->held[i])
      {
        index[i] = input->n;
        nodes[input->n] = i;
        add_node (input, all, i);
      }
  for (guint e = 0; e < all->m; e++)
    if (!some->held[all->from[e]] && !some->held[all->to[e]])
      add_tie (input, index[all->from[e]], index[all->to[e]], all->depth[e]);
  return input;
}

static gboolean
place_apart (Some *some, TrlPoint *points, GError **error)
{
  g_autofree guint *nodes = g_new (guint, some->input->n + 1);
  g_autoptr (TrlLayoutInput) input = take_free (some, nodes);
  g_autoptr (TrlLayoutResult) result = trl_layout_place (
    some->layout, input, some->options, some->seed, some->cancellable, error);

  if (result == NULL)
    return FALSE;
  for (guint k = 0; k < input->n; k++)
    points[nodes[k]] = result->points[k];
  carry_back (some, points, nodes, input->n);
  put_back (some, points);
  return trl_settle_as_one (some->input, some->held, some->gap, points, some->cancellable,
                            error);
}

/* @beside_ties: not of a picture that would come apart by it */
static gboolean
make_room (Some *some, gboolean beside_ties, TrlPoint *points, GError **error)
{
  guint n = some->input->n;

  put_back (some, points);
  if (!trl_separate (n, points, some->input->radius, some->held, some->gap, 0,
                     some->cancellable, error))
    return FALSE;
  put_back (some, points);
  return trl_settle_each (some->input, some->held, beside_ties, points, some->cancellable,
                          error);
}

TrlLayoutResult *
trl_layout_run_some (const TrlNetwork  *network,
                     const TrlLayout   *layout,
                     const TrlPoint    *places,
                     const gboolean    *moves,
                     const TrlProgress *progress,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_auto (Some) some = { .layout = layout, .cancellable = cancellable };
  g_autoptr (TrlLayoutResult) result = NULL;
  gboolean among = find_option (layout, "from-current") != NULL;
  gboolean placed;

  g_return_val_if_fail (!layout->live, NULL);
  some_init (&some, network, places);
  hold_others (&some, moves);
  some.input->progress = progress;
  result = trl_layout_result_new (some.input->n);
  placed = among ? place_among (&some, result->points, error)
                 : place_apart (&some, result->points, error);
  if (!placed || !make_room (&some, among, result->points, error))
    return NULL;
  return g_steal_pointer (&result);
}
