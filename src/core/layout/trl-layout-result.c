/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a layout gives back: plain arrays, all owned by the result. */
#include "config.h"

#include "layout/trl-layout.h"

#include <math.h>

TrlLayoutResult *
trl_layout_result_new (guint n)
{
  TrlLayoutResult *result = g_new0 (TrlLayoutResult, 1);

  result->n = n;
  result->points = g_new0 (TrlPoint, n + 1);
  result->angle = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    result->angle[i] = NAN;
  return result;
}

void
trl_layout_result_set_rings (TrlLayoutResult *result, guint n_rings)
{
  result->n_rings = n_rings;
  result->ring_radius = g_new0 (double, n_rings);
  result->ring_rank = g_new0 (int, n_rings);
  result->ring_inner = g_new0 (double, n_rings);
  result->ring_outer = g_new0 (double, n_rings);
  result->ring_used = g_new0 (guint, n_rings);
}

TrlLayoutResult *
trl_layout_result_copy (const TrlLayoutResult *result)
{
  TrlLayoutResult *copy = g_memdup2 (result, sizeof *result);

  copy->points = g_memdup2 (result->points, (result->n + 1) * sizeof (TrlPoint));
  copy->angle = g_memdup2 (result->angle, (result->n + 1) * sizeof (double));
  copy->ring_radius = g_memdup2 (result->ring_radius, result->n_rings * sizeof (double));
  copy->ring_rank = g_memdup2 (result->ring_rank, result->n_rings * sizeof (int));
  copy->ring_inner = g_memdup2 (result->ring_inner, result->n_rings * sizeof (double));
  copy->ring_outer = g_memdup2 (result->ring_outer, result->n_rings * sizeof (double));
  copy->ring_used = g_memdup2 (result->ring_used, result->n_rings * sizeof (guint));
  return copy;
}

void
trl_layout_result_free (TrlLayoutResult *result)
{
  if (result == NULL)
    return;
  g_free (result->points);
  g_free (result->angle);
  g_free (result->ring_radius);
  g_free (result->ring_rank);
  g_free (result->ring_inner);
  g_free (result->ring_outer);
  g_free (result->ring_used);
  g_free (result);
}
