/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in the order of a layout result, beside the network as it was then: a copy,
 * which costs little, knows the ids. */
#include "canvas/trellis-places.h"

#include <math.h>

#define GAP 12.0        /* points left free around a node that settles */
#define GOLDEN 2.399963 /* radians between two tries, never the same direction twice */
#define TRIES 400       /* for a place with that gap */
#define MOST_TRIES 4000 /* for one without */

struct TrellisPlaces
{
  TrlNetwork *network;
  TrlGraph   *graph;
  guint       n;
  TrlPoint   *goal;
  TrlPoint   *drawn;
};

TrellisPlaces *
trellis_places_new (const TrlNetwork      *network,
                    const TrlGraph        *graph,
                    const TrlLayoutResult *goal)
{
  TrellisPlaces *places = g_new0 (TrellisPlaces, 1);
  places->network = trl_network_copy (network);
  places->graph = trl_network_get_graph (places->network);
  places->n = graph->n;
  places->goal = g_memdup2 (goal->points, sizeof (TrlPoint) * graph->n);
  places->drawn = g_memdup2 (goal->points, sizeof (TrlPoint) * graph->n);
  return places;
}

void
trellis_places_free (TrellisPlaces *places)
{
  trl_network_unref (places->network);
  trl_graph_unref (places->graph);
  g_free (places->goal);
  g_free (places->drawn);
  g_free (places);
}

void
trellis_places_set_drawn (TrellisPlaces *places, const TrlLayoutResult *now)
{
  g_return_if_fail (now->n == places->n);
  for (guint i = 0; i < places->n; i++)
    places->drawn[i] = now->points[i];
}

void
trellis_places_move (TrellisPlaces *places, guint index, TrlPoint to)
{
  g_return_if_fail (index < places->n);
  places->goal[index] = places->drawn[index] = to;
}

static gboolean
find (const TrellisPlaces *places,
      const TrlPoint      *points,
      const char          *id,
      TrlPoint            *point)
{
  guint row = trl_table_find (trl_network_get_nodes (places->network), id);
  if (row == TRL_NO_ROW)
    return FALSE;
  *point = points[places->graph->node_index[row]];
  return TRUE;
}

gboolean
trellis_places_find_drawn (const TrellisPlaces *places, const char *id, TrlPoint *point)
{
  return find (places, places->drawn, id, point);
}

gboolean
trellis_places_find_goal (const TrellisPlaces *places, const char *id, TrlPoint *point)
{
  return find (places, places->goal, id, point);
}

static gboolean
get_stored (const TrlTable *nodes, guint row, TrlPoint *point)
{
  *point = (TrlPoint){ trl_table_get_number (nodes, row, TRL_NODE_X),
                       trl_table_get_number (nodes, row, TRL_NODE_Y) };
  return isfinite (point->x) && isfinite (point->y);
}

guint
trellis_places_count (const TrlNetwork *network, const TrlGraph *graph)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           count = 0;
  TrlPoint        point;
  for (guint i = 0; i < graph->n; i++)
    count += get_stored (nodes, graph->node_row[i], &point);
  return count;
}

/* What settling works on: discs that have a place already. */
typedef struct
{
  const TrlGraph *graph;
  TrlPoint       *points;
  double         *radius;
  gboolean       *placed;
} Settling;

/* What is free around a node at a place, points; below 0: it overlaps another. */
static double
measure_gap (const Settling *s, guint node, TrlPoint at)
{
  double least = G_MAXDOUBLE;
  for (guint i = 0; i < s->graph->n && least >= 0; i++)
    if (s->placed[i])
      least = fmin (least, hypot (s->points[i].x - at.x, s->points[i].y - at.y) -
                             s->radius[i] - s->radius[node]);
  return least;
}

/* The middle of the placed neighbours, or of everything placed. */
static TrlPoint
find_middle (const Settling *s, guint node)
{
  TrlPoint near = { 0 }, all = { 0 };
  guint    n_near = 0, n_all = 0;
  for (guint k = s->graph->first[node]; k < s->graph->first[node + 1]; k++)
    {
      guint other = s->graph->neighbour[k];
      if (!s->placed[other])
        continue;
      near = (TrlPoint){ near.x + s->points[other].x, near.y + s->points[other].y };
      n_near++;
    }
  if (n_near > 0)
    return (TrlPoint){ near.x / n_near, near.y / n_near };
  for (guint i = 0; i < s->graph->n; i++)
    if (s->placed[i])
      {
        all = (TrlPoint){ all.x + s->points[i].x, all.y + s->points[i].y };
        n_all++;
      }
  return n_all > 0 ? (TrlPoint){ all.x / n_all, all.y / n_all } : all;
}

/* Walks outward on a spiral until there is room; in a picture that is full, until there
 * is just enough. */
static void
settle (Settling *s, guint node)
{
  TrlPoint middle = find_middle (s, node), at = middle, tight = middle;
  double   gap = measure_gap (s, node, at);
  gboolean fits = gap >= 0;
  for (guint i = 1; gap < GAP && i < (fits ? TRIES : MOST_TRIES); i++)
    {
      double away = GAP * sqrt (i);
      at = (TrlPoint){ middle.x + away * cos (i * GOLDEN),
                       middle.y + away * sin (i * GOLDEN) };
      gap = measure_gap (s, node, at);
      if (gap >= 0 && !fits)
        {
          tight = at;
          fits = TRUE;
        }
    }
  s->points[node] = gap >= GAP ? at : tight;
  s->placed[node] = TRUE;
}

static double
get_radius (const TrlNetwork *network, guint row)
{
  if (row == trl_network_get_hub (network))
    return TRL_LAYOUT_HUB_RADIUS;
  return trl_layout_disc_radius (
    trl_table_get_number (trl_network_get_nodes (network), row, TRL_NODE_COUNT));
}

TrlLayoutResult *
trellis_places_load (const TrlNetwork    *network,
                     const TrlGraph      *graph,
                     const TrellisPlaces *before)
{
  const TrlTable      *nodes = trl_network_get_nodes (network);
  TrlLayoutResult     *result = trl_layout_result_new (graph->n);
  g_autofree double   *radius = g_new0 (double, graph->n + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, graph->n + 1);
  Settling             s = { graph, result->points, radius, placed };
  for (guint i = 0; i < graph->n; i++)
    {
      guint row = graph->node_row[i];
      radius[i] = get_radius (network, row);
      result->angle[i] = NAN;
      placed[i] =
        get_stored (nodes, row, &result->points[i]) ||
        (before && trellis_places_find_goal (before, trl_table_get_id (nodes, row),
                                             &result->points[i]));
    }
  for (guint i = 0; i < graph->n; i++)
    if (!placed[i])
      settle (&s, i);
  return result;
}

void
trellis_places_store (TrlDocument           *document,
                      const TrlNetwork      *network,
                      const TrlGraph        *graph,
                      const TrlLayoutResult *result)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *of = trl_network_get_id (network);
  for (guint i = 0; i < graph->n; i++)
    {
      const char *id = trl_table_get_id (nodes, graph->node_row[i]);
      trl_document_set (document, TRL_KIND_NODE, of, id, TRL_NODE_X,
                        TRL_NUMBER (result->points[i].x));
      trl_document_set (document, TRL_KIND_NODE, of, id, TRL_NODE_Y,
                        TRL_NUMBER (result->points[i].y));
    }
}

TrlLayoutResult *
trellis_places_circle (const TrlGraph *graph)
{
  TrlLayoutResult *result = trl_layout_result_new (graph->n);
  double           radius = MAX (60, graph->n * 24 / (2 * G_PI));
  for (guint i = 0; i < graph->n; i++)
    {
      double angle = 2 * G_PI * i / graph->n;
      result->angle[i] = NAN;
      result->points[i] = (TrlPoint){ radius * cos (angle), radius * sin (angle) };
    }
  return result;
}
