/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The turn that brings points nearest to their places, after both centres are put on one
 * another, has the angle of the sum of the products of points and conjugate places; a
 * mirror image is tried too. */
#include "config.h"

#include "layout/trl-stress.h"

#include <math.h>

typedef struct
{
  TrlPoint from;
  TrlPoint to;
  double   cosine;
  double   sine;
  double   flip; /* of y before the turn: 1 or -1 */
} Motion;

static TrlPoint
apply (const Motion *motion, TrlPoint point)
{
  double x = point.x - motion->from.x, y = motion->flip * (point.y - motion->from.y);

  return (TrlPoint){ motion->to.x + motion->cosine * x - motion->sine * y,
                     motion->to.y + motion->sine * x + motion->cosine * y };
}

static TrlPoint
find_centre (const TrlStress *stress, const TrlPoint *points)
{
  TrlPoint centre = { 0, 0 };
  guint    n = 0;

  for (guint i = 0; i < stress->part->n; i++)
    if (stress->fixed[i])
      {
        centre.x += points[i].x;
        centre.y += points[i].y;
        n++;
      }
  centre.x /= MAX (n, 1);
  centre.y /= MAX (n, 1);
  return centre;
}

/* Returns how well points and places agree after the turn; greater is better. */
static double
turn (const TrlStress *stress,
      const TrlPoint  *places,
      const TrlPoint  *points,
      Motion          *motion)
{
  double along = 0, across = 0, length;

  for (guint i = 0; i < stress->part->n; i++)
    if (stress->fixed[i])
      {
        double x = points[i].x - motion->from.x;
        double y = motion->flip * (points[i].y - motion->from.y);
        double u = places[i].x - motion->to.x, v = places[i].y - motion->to.y;

        along += x * u + y * v;
        across += x * v - y * u;
      }
  length = sqrt (along * along + across * across);
  motion->cosine = length > 1e-12 ? along / length : 1;
  motion->sine = length > 1e-12 ? across / length : 0;
  return length;
}

void
trl_stress_fit (const TrlStress *stress, const TrlPoint *places, TrlPoint *points)
{
  Motion plain = { .flip = 1 };
  Motion mirrored;

  plain.from = find_centre (stress, points);
  plain.to = find_centre (stress, places);
  mirrored = plain;
  mirrored.flip = -1;
  if (turn (stress, places, points, &mirrored) >
      turn (stress, places, points, &plain) + 1e-9)
    plain = mirrored;
  for (guint i = 0; i < stress->part->n; i++)
    points[i] = stress->fixed[i] ? places[i] : apply (&plain, points[i]);
}
