/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Data on both sides of the date line are near each other: the meridian in the middle
 * lies opposite the widest gap between two longitudes. */
#include "config.h"

#include "layout/trl-map-projection.h"

#include "model/trl-compare.h"

#include <math.h>

#define EARTH 6371.0088 /* kilometres, mean radius */
#define RADIANS (G_PI / 180)
/* Nearer to a pole nothing is drawn to scale: degrees. */
#define MOST_MERCATOR 85.0
#define MOST_MIDDLE 80.0

double
trl_map_find_meridian (const double *longitude, guint n)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  double widest = -1, middle = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (longitude[i]))
      g_array_append_val (sorted, longitude[i]);
  g_array_sort (sorted, trl_compare_numbers);
  for (guint k = 0; k < sorted->len; k++)
    {
      double from = g_array_index (sorted, double, k);
      double to = k + 1 < sorted->len ? g_array_index (sorted, double, k + 1)
                                      : g_array_index (sorted, double, 0) + 360;

      if (to - from > widest)
        {
          widest = to - from;
          middle = remainder ((from + to) / 2 + 180, 360);
        }
    }
  return middle;
}

static double
find_parallel (const double *latitude, guint n)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    if (!isnan (latitude[i]))
      {
        least = fmin (least, latitude[i]);
        most = fmax (most, latitude[i]);
      }
  return least <= most ? CLAMP ((least + most) / 2, -MOST_MIDDLE, MOST_MIDDLE) : 0;
}

/* How far north a parallel is drawn, radians of the equator. */
static double
rise (double latitude)
{
  latitude = CLAMP (latitude, -MOST_MERCATOR, MOST_MERCATOR);
  return log (tan (G_PI / 4 + latitude * RADIANS / 2));
}

void
trl_map_project (const double *longitude,
                 const double *latitude,
                 guint         n,
                 gboolean      mercator,
                 TrlPoint     *points)
{
  double meridian = trl_map_find_meridian (longitude, n);
  double parallel = find_parallel (latitude, n);
  double shrink = cos (parallel * RADIANS);

  for (guint i = 0; i < n; i++)
    {
      double east = remainder (longitude[i] - meridian, 360) * RADIANS * shrink;
      double north = mercator ? (rise (latitude[i]) - rise (parallel)) * shrink
                              : (latitude[i] - parallel) * RADIANS;

      points[i] = isnan (longitude[i]) || isnan (latitude[i])
                    ? (TrlPoint){ NAN, NAN }
                    : (TrlPoint){ EARTH * east, -EARTH * north };
    }
}
