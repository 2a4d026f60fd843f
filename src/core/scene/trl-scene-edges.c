/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties from shallow to deep, so that the deep ones stay whole; each is cut to the
 * outlines of its partners, so that arrows and gaps stand where they are seen. */
#include "scene/trl-scene-build-private.h"
#include "scene/trl-scene-marks.h"

#include <math.h>
#include <stdlib.h>

#define BEND 12.0

/* Lines that would cover the picture this many times are sheer, so that as much of it is
 * left to see as if they covered it so often; none is fainter than the least. */
#define MOST_COVER 1.0
#define LEAST_OPACITY 0.05

/* A tie with what is needed to order and to paint it. */
typedef struct
{
  guint    edge;
  guint    row;
  int      rank;
  gboolean faint;
  guint    twin; /* which of several between the same two */
  guint    n_twins;
} Tie;

/* The part of a tie that is seen, from outline to outline. */
typedef struct
{
  double x, y, x2, y2, cx, cy;
  double dx, dy; /* of length 1 */
  double length;
} Span;

static guint64
pair_key (const TrlGraph *graph, guint edge)
{
  guint a = MIN (graph->from[edge], graph->to[edge]);
  guint b = MAX (graph->from[edge], graph->to[edge]);

  return ((guint64) a << 32) | b;
}

typedef struct
{
  guint64 key;
  guint   tie; /* an index */
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *s = a, *t = b;

  if (s->key != t->key)
    return s->key < t->key ? -1 : 1;
  return s->tie < t->tie ? -1 : 1;
}

/* Counts the ties of each pair; the n-th of several is bent by its number. */
static void
count_twins (const TrlSceneBuilder *builder, GArray *ties)
{
  g_autofree Pair *pairs = g_new (Pair, ties->len + 1);

  for (guint i = 0; i < ties->len; i++)
    pairs[i] = (Pair){ pair_key (builder->graph, g_array_index (ties, Tie, i).edge), i };
  qsort (pairs, ties->len, sizeof *pairs, compare_pairs);
  for (guint i = 0, end; i < ties->len; i = end)
    {
      for (end = i + 1; end < ties->len && pairs[end].key == pairs[i].key;)
        end++;
      for (guint k = i; k < end; k++)
        {
          Tie *tie = &g_array_index (ties, Tie, pairs[k].tie);

          tie->twin = k - i;
          tie->n_twins = end - i;
        }
    }
}

static gint64
depth_of (const Tie *tie)
{
  return (tie->faint ? 0 : G_MAXUINT32) + (gint64) tie->rank;
}

/* Faint ones first, then by rank: of these there are few, so each is a turn. */
static GArray *
sort_by_depth (const GArray *ties)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (Tie), ties->len);
  gint64  depth = G_MININT64, next;

  for (; sorted->len < ties->len; depth = next)
    {
      next = G_MAXINT64;
      for (guint i = 0; i < ties->len; i++)
        {
          const Tie *tie = &g_array_index (ties, Tie, i);

          if (depth_of (tie) == depth)
            g_array_append_val (sorted, *tie);
          else if (depth_of (tie) > depth)
            next = MIN (next, depth_of (tie));
        }
    }
  return sorted;
}

/* @edges: (nullable): only these of them all */
static GArray *
collect (const TrlSceneBuilder *builder, const guint *edges, guint n)
{
  const TrlGraph *graph = builder->graph;
  g_autoptr (GArray) ties = g_array_new (FALSE, TRUE, sizeof (Tie));

  for (guint i = 0; i < n; i++)
    {
      guint e = edges ? edges[i] : i, row = graph->edge_row[e];
      Tie   tie = { e, row, builder->edge_rank[e] };

      if (!builder->edge_shown[e] || tie.rank == 0)
        continue;
      tie.faint = builder->spotlit && !builder->pictures[graph->from[e]].lit &&
                  !builder->pictures[graph->to[e]].lit;
      g_array_append_val (ties, tie);
    }
  count_twins (builder, ties);
  return sort_by_depth (ties);
}

static void
find_span (const TrlSceneBuilder *builder, const Tie *tie, Span *span)
{
  const TrlNodePicture *a = &builder->pictures[builder->graph->from[tie->edge]];
  const TrlNodePicture *b = &builder->pictures[builder->graph->to[tie->edge]];
  double                whole = hypot (b->x - a->x, b->y - a->y), bend, start, end;

  span->dx = whole > 0 ? (b->x - a->x) / whole : 1;
  span->dy = whole > 0 ? (b->y - a->y) / whole : 0;
  start =
    MIN (whole / 2, trl_shape_get_outline (a->shape, a->radius, span->dx, span->dy));
  end =
    MIN (whole / 2, trl_shape_get_outline (b->shape, b->radius, -span->dx, -span->dy));
  span->x = a->x + span->dx * start;
  span->y = a->y + span->dy * start;
  span->x2 = b->x - span->dx * end;
  span->y2 = b->y - span->dy * end;
  span->length = whole - start - end;
  bend = BEND * builder->options->scale * (2 * tie->twin - (tie->n_twins - 1.0));
  if (builder->graph->from[tie->edge] > builder->graph->to[tie->edge])
    bend = -bend;
  span->cx = (span->x + span->x2) / 2 - span->dy * bend;
  span->cy = (span->y + span->y2) / 2 + span->dx * bend;
}

static TrlColour
colour_tie (const TrlSceneBuilder *builder, const Tie *tie, TrlColour colour)
{
  colour = trl_scene_builder_shade (builder, colour, tie->faint);
  colour.a *= builder->opacity;
  return colour;
}

static TrlItem
line_item (const TrlSceneBuilder *builder, const Tie *tie, const TrlEdgeLook *look)
{
  return (TrlItem){ .kind = TRL_ITEM_LINE,
                    .owner = { TRL_OWNER_EDGE, tie->row },
                    .stroke = colour_tie (builder, tie, look->stroke),
                    .width = look->width,
                    .dash = { look->dash[0], look->dash[1] } };
}

/* Part of a span, as shares of its length. */
static void
add_part (const TrlSceneBuilder *builder,
          const Tie             *tie,
          const TrlEdgeLook     *look,
          const Span            *span,
          double                 first,
          double                 last)
{
  TrlItem item = line_item (builder, tie, look);

  item.x = span->x + span->dx * span->length * first;
  item.y = span->y + span->dy * span->length * first;
  item.x2 = span->x + span->dx * span->length * last;
  item.y2 = span->y + span->dy * span->length * last;
  trl_scene_add (builder->scene, &item);
}

static void
add_curve (const TrlSceneBuilder *builder,
           const Tie             *tie,
           const TrlEdgeLook     *look,
           const Span            *span)
{
  TrlItem item = line_item (builder, tie, look);

  item.kind = TRL_ITEM_CURVE;
  item.x = span->x;
  item.y = span->y;
  item.x2 = span->x2;
  item.y2 = span->y2;
  item.cx = span->cx;
  item.cy = span->cy;
  trl_scene_add (builder->scene, &item);
}

/* The head stands at the outline of the partner that a tie is directed to, and the line
 * ends at its back. */
static void
add_arrow (const TrlSceneBuilder *builder,
           const Tie             *tie,
           const TrlEdgeLook     *look,
           Span                  *span)
{
  double radius = (1.6 + look->width * 0.9) * CLAMP (builder->options->scale, 0.5, 1.3);
  double dx = span->x2 - span->cx, dy = span->y2 - span->cy, length = hypot (dx, dy);
  double depth = trl_shape_get_reach (TRL_SHAPE_TRIANGLE, radius);

  if (length <= 0 || span->length < 3 * depth)
    return;
  dx /= length;
  dy /= length;
  trl_scene_add (builder->scene,
                 &(TrlItem){ .kind = TRL_ITEM_SHAPE,
                             .owner = { TRL_OWNER_EDGE, tie->row },
                             .fill = colour_tie (builder, tie, look->stroke),
                             .x = span->x2 - dx * depth,
                             .y = span->y2 - dy * depth,
                             .radius = radius,
                             .angle = atan2 (dy, dx) + G_PI / 2,
                             .shape = TRL_SHAPE_TRIANGLE });
  span->x2 -= dx * depth * 1.4;
  span->y2 -= dy * depth * 1.4;
  span->length -= depth * 1.4;
}

/* Each half shows what the partner at its end answered; few ties have two answers. */
static gboolean
add_halves (const TrlSceneBuilder *builder, const Tie *tie, const Span *span)
{
  const TrlScale *scale = trl_network_get_edge_scale (builder->network, tie->row);
  TrlEdgeLook     look;
  int             answers[2];

  if (!trl_table_get_text (builder->edges, tie->row, TRL_EDGE_BACK) ||
      !trl_network_get_edge_answers (builder->network, tie->row, answers) ||
      answers[0] == answers[1] || tie->n_twins > 1)
    return FALSE;
  if (trl_look_edge (builder->look, scale, answers[0], FALSE, &look))
    add_part (builder, tie, &look, span, 0, 0.5);
  if (trl_look_edge (builder->look, scale, answers[1], FALSE, &look))
    add_part (builder, tie, &look, span, 0.5, 1);
  return TRUE;
}

/* A tie of a partner with itself is a loop on its shoulder, which @span is then the
 * middle of. */
static void
add_loop (const TrlSceneBuilder *builder,
          const Tie             *tie,
          const TrlEdgeLook     *look,
          Span                  *span)
{
  const TrlNodePicture *node = &builder->pictures[builder->graph->from[tie->edge]];
  TrlItem               item = line_item (builder, tie, look);

  item.kind = TRL_ITEM_DISC;
  item.radius = MAX (4, node->radius * 0.6);
  item.x = node->x + node->radius * 0.75;
  item.y = node->y - node->radius * 0.75;
  *span = (Span){ item.x, item.y, item.x, item.y, item.x, item.y };
  trl_scene_add (builder->scene, &item);
}

/* The middle of what is seen, on the bend where there is one. */
static void
mark_tie (TrlSceneBuilder *builder, const Tie *tie, const Span *span)
{
  double bend = tie->n_twins > 1 ? 0.5 : 0;

  trl_scene_builder_mark_edge (builder, tie->edge, tie->faint,
                               (span->x + span->x2) / 2 * (1 - bend) + span->cx * bend,
                               (span->y + span->y2) / 2 * (1 - bend) + span->cy * bend);
}

static void
add_line (const TrlSceneBuilder *builder,
          const Tie             *tie,
          const TrlEdgeLook     *look,
          const Span            *span)
{
  if (tie->n_twins > 1)
    add_curve (builder, tie, look, span);
  else if (look->gap > 0)
    {
      add_part (builder, tie, look, span, 0, (1 - look->gap) / 2);
      add_part (builder, tie, look, span, (1 + look->gap) / 2, 1);
    }
  else
    add_part (builder, tie, look, span, 0, 1);
}

static void
add_tie (TrlSceneBuilder *builder, const Tie *tie)
{
  gboolean planned = trl_table_get_flag (builder->edges, tie->row, TRL_EDGE_PLANNED);
  gboolean lost = trl_scene_builder_is_edge_lost (builder, tie->row);
  const TrlScale *scale = trl_network_get_edge_scale (builder->network, tie->row);
  TrlEdgeLook     look;
  Span            span;

  if (!trl_look_edge (builder->look, scale, tie->rank, planned, &look))
    return;
  if (lost)
    trl_mark_fade_edge (&look, builder->style->background);
  find_span (builder, tie, &span);
  if (builder->graph->from[tie->edge] == builder->graph->to[tie->edge])
    {
      add_loop (builder, tie, &look, &span);
      mark_tie (builder, tie, &span);
      return;
    }
  mark_tie (builder, tie, &span);
  if (trl_table_get_flag (builder->edges, tie->row, TRL_EDGE_DIRECTED))
    add_arrow (builder, tie, &look, &span);
  if (lost || !add_halves (builder, tie, &span))
    add_line (builder, tie, &look, &span);
}

void
trl_scene_builder_add_ties (TrlSceneBuilder *builder, const guint *edges, guint n)
{
  g_autoptr (GArray) ties = collect (builder, edges, n);

  for (guint i = 0; i < ties->len; i++)
    add_tie (builder, &g_array_index (ties, Tie, i));
}

/* Of the ties, as lines, all of them. */
static double
measure_ink (const TrlSceneBuilder *builder)
{
  const TrlGraph *graph = builder->graph;
  double          ink = 0;

  for (guint e = 0; e < graph->m; e++)
    {
      const TrlNodePicture *a = &builder->pictures[graph->from[e]];
      const TrlNodePicture *b = &builder->pictures[graph->to[e]];
      guint                 row = graph->edge_row[e];
      TrlEdgeLook           look;

      if (builder->edge_shown[e] &&
          trl_look_edge (builder->look,
                         trl_network_get_edge_scale (builder->network, row),
                         builder->edge_rank[e], FALSE, &look))
        ink += look.width * hypot (b->x - a->x, b->y - a->y);
    }
  return ink;
}

/* Of the box over which the partners that are shown would be strewn as widely, square
 * points: a few far off count little. */
static double
measure_area (const TrlSceneBuilder *builder)
{
  double n = 0, x = 0, y = 0, xx = 0, yy = 0;

  for (guint i = 0; i < builder->graph->n; i++)
    {
      const TrlNodePicture *node = &builder->pictures[i];

      if (!node->shown)
        continue;
      n++;
      x += node->x;
      y += node->y;
      xx += node->x * node->x;
      yy += node->y * node->y;
    }
  if (n < 2)
    return 0;
  return 12 * sqrt (fmax (0, xx / n - x / n * x / n) * fmax (0, yy / n - y / n * y / n));
}

/* In the spotlight, what is beside it is pale instead. */
static void
settle_opacity (TrlSceneBuilder *builder)
{
  double area = builder->options->sheer && !builder->spotlit ? measure_area (builder) : 0;

  if (area > 0)
    builder->opacity =
      CLAMP (MOST_COVER * area / fmax (measure_ink (builder), 1e-9), LEAST_OPACITY, 1);
}

void
trl_scene_builder_add_edges (TrlSceneBuilder *builder)
{
  settle_opacity (builder);
  trl_scene_builder_add_ties (builder, NULL, builder->graph->m);
}
