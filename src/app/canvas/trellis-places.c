/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in the order of a layout result, beside the network as it was then: a copy,
 * which costs little, knows the ids. */
#include "canvas/trellis-places.h"

#include "layout/trl-room.h"

#include <math.h>

#define GAP 12.0        /* points left free around a node that settles */
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
  TrlRoom        *room;
  TrlPoint        middle; /* of all that had a place from the start */
  guint           next;   /* the first place about it where nobody has looked */
} Settling;

static void
place (Settling *s, guint node, TrlPoint at)
{
  s->points[node] = at;
  s->placed[node] = TRUE;
  trl_room_add (s->room, at, s->radius[node]);
}

/* The middle of the placed neighbours; whether there are any. */
static gboolean
find_middle (const Settling *s, guint node, TrlPoint *middle)
{
  TrlPoint sum = { 0 };
  guint    n = 0;
  for (guint k = s->graph->first[node]; k < s->graph->first[node + 1]; k++)
    {
      guint other = s->graph->neighbour[k];
      if (!s->placed[other])
        continue;
      sum = (TrlPoint){ sum.x + s->points[other].x, sum.y + s->points[other].y };
      n++;
    }
  if (n > 0)
    *middle = (TrlPoint){ sum.x / n, sum.y / n };
  return n > 0;
}

/* Walks outward on a spiral until there is room; in a picture that is full, until there
 * is just enough. */
static gboolean
settle_near (Settling *s, guint node, TrlPoint middle)
{
  TrlPoint tight = middle;
  gboolean fits = FALSE;
  for (guint i = 0; i < (fits ? TRIES : MOST_TRIES); i++)
    {
      TrlPoint at = trl_spiral (middle, GAP, i);
      double   gap = trl_room_measure (s->room, at, s->radius[node]);
      if (gap >= 0 && !fits)
        {
          tight = at;
          fits = TRUE;
        }
      if (gap >= GAP)
        {
          place (s, node, at);
          return TRUE;
        }
    }
  if (fits)
    place (s, node, tight);
  return fits;
}

/* Who has nobody near, or no room there, goes where there is room about the middle of
 * all: beside the last one, so that many who come together look once. */
static void
settle_apart (Settling *s, guint node)
{
  TrlPoint at;
  do
    at = trl_spiral (s->middle, GAP, s->next++);
  while (trl_room_measure (s->room, at, s->radius[node]) < GAP);
  place (s, node, at);
}

static void
settle (Settling *s, guint node)
{
  TrlPoint middle;
  if (!find_middle (s, node, &middle) || !settle_near (s, node, middle))
    settle_apart (s, node);
}

static void
settle_all (Settling *s)
{
  guint  n = 0;
  double widest = 0;
  for (guint i = 0; i < s->graph->n; i++)
    widest = MAX (widest, s->radius[i]);
  s->room = trl_room_new (2 * widest + GAP);
  for (guint i = 0; i < s->graph->n; i++)
    if (s->placed[i])
      {
        trl_room_add (s->room, s->points[i], s->radius[i]);
        s->middle.x += (s->points[i].x - s->middle.x) / ++n;
        s->middle.y += (s->points[i].y - s->middle.y) / n;
      }
  for (guint i = 0; i < s->graph->n; i++)
    if (!s->placed[i])
      settle (s, i);
  trl_room_free (s->room);
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
  gboolean             all = TRUE;
  for (guint i = 0; i < graph->n; i++)
    {
      guint row = graph->node_row[i];
      radius[i] = get_radius (network, row);
      result->angle[i] = NAN;
      placed[i] =
        get_stored (nodes, row, &result->points[i]) ||
        (before && trellis_places_find_goal (before, trl_table_get_id (nodes, row),
                                             &result->points[i]));
      all = all && placed[i];
    }
  if (!all)
    settle_all (&s);
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
