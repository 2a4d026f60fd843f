/* SPDX-License-Identifier: GPL-3.0-or-later */

/* C is the double-centred matrix of squared distances, a row a pivot.  The two strongest
 * eigenvectors of C Cᵀ, by power iteration, project the nodes onto the plane. */
#include "config.h"

#include "layout/trl-pivot-mds.h"

#include <math.h>

#define POWER_STEPS 200
#define POWER_ENOUGH 1e-7

static double *
centre_distances (TrlPivotPlane *plane, guint n, const float *distance)
{
  guint              q = plane->q;
  double            *c = g_new (double, (gsize) n *q + 1);
  g_autofree double *by_node = g_new0 (double, n + 1);

  plane->all = 0;
  for (guint p = 0; p < q; p++)
    {
      const float *row = distance + (gsize) p * n;
      double       mean = 0;

      for (guint i = 0; i < n; i++)
        {
          double square = (double) row[i] * row[i];

          c[(gsize) p * n + i] = square;
          by_node[i] += square / q;
          mean += square / n;
        }
      plane->mean[p] = mean;
      plane->all += mean / q;
    }
  for (guint p = 0; p < q; p++)
    for (guint i = 0; i < n; i++)
      c[(gsize) p * n + i] =
        -(c[(gsize) p * n + i] - plane->mean[p] - by_node[i] + plane->all) / 2;
  return c;
}

static double *
multiply_by_own (const double *c, guint n, guint q)
{
  double *b = g_new (double, (gsize) q *q + 1);

  for (guint r = 0; r < q; r++)
    for (guint s = 0; s <= r; s++)
      {
        double sum = 0;

        for (guint i = 0; i < n; i++)
          sum += c[(gsize) r * n + i] * c[(gsize) s * n + i];
        b[r * q + s] = b[s * q + r] = sum;
      }
  return b;
}

static void
remove_share (double *v, const double *of, guint q)
{
  double share = 0;

  for (guint i = 0; i < q; i++)
    share += v[i] * of[i];
  for (guint i = 0; i < q; i++)
    v[i] -= share * of[i];
}

static gboolean
normalise (double *v, guint q)
{
  double norm = 0;

  for (guint i = 0; i < q; i++)
    norm += v[i] * v[i];
  norm = sqrt (norm);
  if (!(norm > 1e-12))
    return FALSE;
  for (guint i = 0; i < q; i++)
    v[i] /= norm;
  return TRUE;
}

/* All zero when the distances span no further direction. */
static void
find_direction (
  const double *b, guint q, const double *before, TrlRandom *random, double *v)
{
  g_autofree double *next = g_new (double, q);
  double             moved = 1;

  for (guint i = 0; i < q; i++)
    v[i] = trl_random_unit (random) - 0.5;
  for (guint step = 0; step < POWER_STEPS && moved > POWER_ENOUGH; step++)
    {
      if (before != NULL)
        remove_share (v, before, q);
      moved = 0;
      for (guint r = 0; r < q; r++)
        {
          next[r] = 0;
          for (guint s = 0; s < q; s++)
            next[r] += b[r * q + s] * v[s];
        }
      if (!normalise (next, q))
        {
          memset (v, 0, q * sizeof (double));
          return;
        }
      for (guint i = 0; i < q; i++)
        {
          moved += fabs (next[i] - v[i]);
          v[i] = next[i];
        }
    }
}

double
trl_pivot_find_scale (guint           n,
                      const float    *distance,
                      const guint    *pivots,
                      guint           n_pivots,
                      const TrlPoint *points)
{
  double sum = 0, squares = 0;

  for (guint p = 0; p < n_pivots; p++)
    for (guint i = 0; i < n; i++)
      {
        TrlPoint from = points[pivots != NULL ? pivots[p] : p];
        double   d = distance[(gsize) p * n + i];
        double   dx = points[i].x - from.x, dy = points[i].y - from.y;

        if (d <= 0)
          continue;
        sum += sqrt (dx * dx + dy * dy) / d;
        squares += (dx * dx + dy * dy) / (d * d);
      }
  return squares > 1e-12 ? sum / squares : 1;
}

void
trl_pivot_plane_fit (
  TrlPivotPlane *plane, guint n, const float *distance, guint q, TrlRandom *random)
{
  g_autofree double *c = NULL, *b = NULL;

  plane->q = q;
  plane->u = g_new0 (double, q + 1);
  plane->v = g_new0 (double, q + 1);
  plane->mean = g_new0 (double, q + 1);
  c = centre_distances (plane, n, distance);
  b = multiply_by_own (c, n, q);
  find_direction (b, q, NULL, random, plane->u);
  find_direction (b, q, plane->u, random, plane->v);
}

TrlPoint
trl_pivot_plane_project (const TrlPivotPlane *plane, const float *distance)
{
  TrlPoint at = { 0, 0 };
  double   mean = 0;

  for (guint p = 0; p < plane->q; p++)
    mean += (double) distance[p] * distance[p] / plane->q;
  for (guint p = 0; p < plane->q; p++)
    {
      double c =
        ((double) distance[p] * distance[p] - plane->mean[p] - mean + plane->all) / -2;

      at.x += plane->u[p] * c;
      at.y += plane->v[p] * c;
    }
  return at;
}

void
trl_pivot_plane_clear (TrlPivotPlane *plane)
{
  g_clear_pointer (&plane->u, g_free);
  g_clear_pointer (&plane->v, g_free);
  g_clear_pointer (&plane->mean, g_free);
}

void
trl_pivot_mds (guint        n,
               const float *distance,
               const guint *pivots,
               guint        n_pivots,
               TrlRandom   *random,
               TrlPoint    *points)
{
  g_auto (TrlPivotPlane) plane = { 0 };
  g_autofree float *row = g_new (float, n_pivots + 1);
  double            scale;

  trl_pivot_plane_fit (&plane, n, distance, n_pivots, random);
  for (guint i = 0; i < n; i++)
    {
      for (guint p = 0; p < n_pivots; p++)
        row[p] = distance[(gsize) p * n + i];
      points[i] = trl_pivot_plane_project (&plane, row);
    }
  /* The projection has the right shape, but a size of its own. */
  scale = trl_pivot_find_scale (n, distance, pivots, n_pivots, points);
  for (guint i = 0; i < n; i++)
    {
      points[i].x *= scale;
      points[i].y *= scale;
    }
}
