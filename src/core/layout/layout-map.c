/* SPDX-License-Identifier: GPL-3.0-or-later */

/* North is up.  Partners at one place are pushed aside as little as it takes; those
 * without coordinates stand in a block to the right, so that nobody is lost. */
#include "config.h"

#include "layout/trl-hold.h"
#include "layout/trl-map-projection.h"
#include "layout/trl-separate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ASPECT 1.4
/* The page that discs need, to their squares, for their places to be told apart. */
#define ROOM 1.6
/* A map never shows less than that, kilometres. */
#define LEAST_SPAN 1.0
#define MOST_BAR 0.3 /* of the width */
#define LEAST_BAR 60.0
#define BAR_BELOW 30.0    /* points */
#define BLOCK_BESIDE 60.0 /* points */
#define WORDS_ABOVE 12.0  /* points */
#define MILE 1.609344

typedef struct
{
  const TrlLayoutInput *input;
  const TrlOptions     *options;
  GCancellable         *cancellable;
  TrlLayoutResult      *result;
  guint                *known; /* indexes of nodes with coordinates */
  guint                 n_known;
  double                gap;
  double                scale; /* points a kilometre */
  double                widest;
  TrlPoint              least, most; /* corners of what discs cover */
} Map;

static gboolean
find_known (Map *map, GError **error)
{
  const TrlLayoutInput *input = map->input;

  for (guint i = 0; i < input->n; i++)
    {
      map->widest = fmax (map->widest, input->radius[i]);
      if (input->longitude && input->latitude && !isnan (input->longitude[i]) &&
          !isnan (input->latitude[i]))
        map->known[map->n_known++] = i;
    }
  if (map->n_known > 0 || input->n == 0)
    return TRUE;
  g_set_error_literal (
    error, TRL_LAYOUT_ERROR, TRL_LAYOUT_ERROR_COORDINATES,
    _ ("No partner has coordinates. Give partners the fields “Latitude” and “Longitude”, "
       "or import a table with columns of these names, in degrees such as 41.88 and "
       "-87.63."));
  return FALSE;
}

/* As large as was asked for, or as the crowd needs. */
static void
find_scale (Map *map, const TrlPoint *places)
{
  TrlPoint least = { G_MAXDOUBLE, G_MAXDOUBLE }, most = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double   size = trl_options_get_number (map->options, "size"), area = 0;

  for (guint k = 0; k < map->n_known; k++)
    {
      TrlPoint at = places[map->known[k]];

      least = (TrlPoint){ fmin (least.x, at.x), fmin (least.y, at.y) };
      most = (TrlPoint){ fmax (most.x, at.x), fmax (most.y, at.y) };
      area += pow (2 * map->input->radius[map->known[k]] + map->gap, 2) * ROOM;
    }
  size = fmax (size, sqrt (area * ASPECT));
  map->scale =
    size / fmax (fmax (most.x - least.x, (most.y - least.y) * ASPECT), LEAST_SPAN);
  for (guint k = 0; k < map->n_known; k++)
    {
      guint i = map->known[k];

      map->result->points[i].x = (places[i].x - (least.x + most.x) / 2) * map->scale;
      map->result->points[i].y = (places[i].y - (least.y + most.y) / 2) * map->scale;
    }
}

/* Moves those that overlap.  A picture of which some may be fixed, though none is, is not
 * stretched: the scale would be wrong. */
static gboolean
push_apart (const Map *map, GError **error)
{
  g_autofree TrlPoint *points = g_new (TrlPoint, map->n_known + 1);
  g_autofree double   *radius = g_new (double, map->n_known + 1);
  g_autofree gboolean *none_fixed = g_new0 (gboolean, map->n_known + 1);

  for (guint k = 0; k < map->n_known; k++)
    {
      points[k] = map->result->points[map->known[k]];
      radius[k] = map->input->radius[map->known[k]];
    }
  if (!trl_separate (map->n_known, points, radius, none_fixed, map->gap, 0,
                     map->cancellable, error))
    return FALSE;
  for (guint k = 0; k < map->n_known; k++)
    map->result->points[map->known[k]] = points[k];
  return TRUE;
}

static void
find_corners (Map *map)
{
  map->least = (TrlPoint){ G_MAXDOUBLE, G_MAXDOUBLE };
  map->most = (TrlPoint){ -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint k = 0; k < map->n_known; k++)
    {
      TrlPoint at = map->result->points[map->known[k]];
      double   r = map->input->radius[map->known[k]];

      map->least.x = fmin (map->least.x, at.x - r);
      map->least.y = fmin (map->least.y, at.y - r);
      map->most.x = fmax (map->most.x, at.x + r);
      map->most.y = fmax (map->most.y, at.y + r);
    }
}

/* In columns to the right, as high as the map where that is not too few rows. */
static void
place_unknown (const Map *map)
{
  guint    n = map->input->n - map->n_known, next = 0, at = 0, rows;
  double   cell = 2 * map->widest + map->gap;
  TrlPoint corner = { map->most.x + BLOCK_BESIDE, map->least.y };

  rows =
    MAX ((guint) fmax ((map->most.y - map->least.y) / cell, 1), (guint) ceil (sqrt (n)));
  for (guint i = 0; i < map->input->n; i++)
    {
      if (next < map->n_known && map->known[next] == i)
        {
          next++;
          continue;
        }
      map->result->points[i].x = corner.x + map->widest + at / rows * cell;
      map->result->points[i].y = corner.y + map->widest + at % rows * cell;
      at++;
    }
  map->result->map.n_apart = n;
  map->result->map.apart_at = (TrlPoint){ corner.x, corner.y - WORDS_ABOVE };
}

/* The largest of 1, 2, 5, 10, 20 … that is not above @most. */
static double
round_down (double most)
{
  double power = pow (10, floor (log10 (most) + 1e-9));

  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}

static void
choose_bar (const Map *map)
{
  TrlLayoutMap *bar = &map->result->map;
  double        most = fmax ((map->most.x - map->least.x) * MOST_BAR, LEAST_BAR);
  double        kilometres = most / map->scale;

  if (g_str_equal (trl_options_get_text (map->options, "units"), "miles"))
    {
      bar->unit = TRL_UNIT_MILES;
      bar->distance = round_down (kilometres / MILE);
      bar->bar = bar->distance * MILE * map->scale;
    }
  else if (kilometres >= 1)
    {
      bar->unit = TRL_UNIT_KILOMETRES;
      bar->distance = round_down (kilometres);
      bar->bar = bar->distance * map->scale;
    }
  else
    {
      bar->unit = TRL_UNIT_METRES;
      bar->distance = round_down (kilometres * 1000);
      bar->bar = bar->distance / 1000 * map->scale;
    }
  bar->bar_at = (TrlPoint){ map->least.x, map->most.y + BAR_BELOW };
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  g_autofree guint    *known = g_new (guint, input->n + 1);
  g_autofree TrlPoint *places = g_new (TrlPoint, input->n + 1);
  Map                  map = { input, options, cancellable, result, known };

  map.gap = trl_options_get_number (options, "gap");
  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !find_known (&map, error))
    return NULL;
  if (input->n == 0)
    return g_steal_pointer (&result);
  trl_map_project (input->longitude, input->latitude, input->n,
                   g_str_equal (trl_options_get_text (options, "projection"), "mercator"),
                   places);
  find_scale (&map, places);
  if (!push_apart (&map, error))
    return NULL;
  find_corners (&map);
  if (map.n_known < input->n)
    place_unknown (&map);
  choose_bar (&map);
  return trl_hold_pinned (input, result, map.gap, cancellable, error)
           ? g_steal_pointer (&result)
           : NULL;
}

static const char *const projections[] = { "plain", "mercator", NULL };
static const char *const projection_labels[] = { N_ ("Equirectangular"), N_ ("Mercator"),
                                                 NULL };
static const char *const units[] = { "km", "miles", NULL };
static const char *const unit_labels[] = { N_ ("Kilometres"), N_ ("Miles"), NULL };

static const TrlOption options[] = {
  { .id = "projection",
    .label = N_ ("Projection"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "plain",
    .choices = projections,
    .choice_labels = projection_labels },
  { .id = "units",
    .label = N_ ("Unit of the scale bar"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "km",
    .choices = units,
    .choice_labels = unit_labels },
  { .id = "size",
    .label = N_ ("Width of the map"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "600",
    .min = 100,
    .max = 10000 },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "2",
    .min = 0,
    .max = 100 },
};

/*
 * Shape: a map with a scale bar below; partners without coordinates in a block beside it.
 * A pinned node keeps its place.
 * Cost: O(n log n), and that of trl_separate().
 * Source: see trl-map-projection.h.
 */
const TrlLayout trl_layout_map = {
  .id = "map",
  .label = N_ ("Geographic Map"),
  .description = N_ ("Partners where they are, by their latitude and longitude"),
  .live = TRUE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
