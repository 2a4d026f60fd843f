/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "layout/trl-layout.h"
#include "layout/trl-part.h"
#include "layout/trl-random.h"

/* Networks by hand, for layouts; freed by trl_layout_input_free(). */

static inline TrlLayoutInput *
input_new (guint n, guint m, const guint (*ties)[2])
{
  TrlLayoutInput *input = g_new0 (TrlLayoutInput, 1);
  guint          *from = g_new (guint, m + 1), *to = g_new (guint, m + 1);
  double         *radius = g_new (double, n + 1);

  for (guint e = 0; e < m; e++)
    {
      from[e] = ties[e][0];
      to[e] = ties[e][1];
    }
  for (guint i = 0; i < n; i++)
    radius[i] = 9.6;
  input->n = n;
  input->m = m;
  input->from = from;
  input->to = to;
  input->radius = radius;
  input->hub = TRL_NO_INDEX;
  return input;
}

/* A random tree with ties added: connected; m is n - 1 and @more. */
static inline TrlLayoutInput *
input_new_random (TrlRandom *random, guint n, guint more)
{
  guint           m = MAX (n, 1) - 1 + (n > 0 ? more : 0);
  guint          *ties = g_new0 (guint, 2 * m + 2);
  TrlLayoutInput *input;

  for (guint e = 0; e < m; e++)
    {
      ties[2 * e] = e + 1 < n ? e + 1 : trl_random_below (random, n);
      ties[2 * e + 1] = trl_random_below (random, e + 1 < n ? e + 1 : n);
    }
  input = input_new (n, m, (const guint (*)[2]) ties);
  g_free (ties);
  return input;
}

/* Each tied to the next. */
static inline TrlLayoutInput *
input_new_path (guint n)
{
  guint          *ties = g_new0 (guint, 2 * n + 2);
  TrlLayoutInput *input;

  for (guint e = 0; e + 1 < n; e++)
    {
      ties[2 * e] = e;
      ties[2 * e + 1] = e + 1;
    }
  input = input_new (n, MAX (n, 1) - 1, (const guint (*)[2]) ties);
  g_free (ties);
  return input;
}

/* Puts all but each fourth node on the map, in and about Illinois, many in Chicago. */
static inline void
input_locate (TrlLayoutInput *input, TrlRandom *random)
{
  double *longitude = g_new (double, input->n + 1);
  double *latitude = g_new (double, input->n + 1);

  for (guint i = 0; i < input->n; i++)
    {
      gboolean city = i % 5 == 0;

      longitude[i] =
        i % 4 == 3 ? (double) NAN : -87.6 - (city ? 0 : 4 * trl_random_unit (random));
      latitude[i] =
        i % 4 == 3 ? (double) NAN : 41.9 - (city ? 0 : 4 * trl_random_unit (random));
    }
  input->longitude = longitude;
  input->latitude = latitude;
}

/* A hub, node 0, and n - 1 partners of the 18 types in five families.  @types: each type
 * at most once, while they last. */
static inline TrlLayoutInput *
input_new_hub (TrlRandom *random, guint n, int rank, gboolean types)
{
  static const int families[18] = {
    0, 1, 1, 2, 0, 1, 0, 2, 3, 3, 3, 0, 1, 1, 1, 2, 3, 1
  };
  TrlLayoutInput *input = input_new_random (random, n, 0);
  int            *sector = g_new (int, n + 1), *ranks = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      sector[i] = types ? (int) (i - 1) % 18 : (int) trl_random_below (random, 19) - 1;
      ranks[i] = rank >= -2 ? rank : (int) trl_random_below (random, 7) - 2;
      ((double *) input->radius)[i] =
        i == 0 ? TRL_LAYOUT_HUB_RADIUS
               : trl_layout_disc_radius (trl_random_below (random, 45));
    }
  input->hub = n > 0 ? 0 : TRL_NO_INDEX;
  input->sector = sector;
  input->rank = ranks;
  input->n_ranks = 5;
  input->n_sectors = 18;
  input->sector_family = g_memdup2 (families, sizeof families);
  return input;
}

/* Of at least one node. */
static inline TrlPart *
input_to_whole (const TrlLayoutInput *input)
{
  g_autoptr (GPtrArray) parts = trl_parts_new_whole (input);

  return g_ptr_array_steal_index (parts, 0);
}

#define ANY_RANK (-3)

static inline TrlLayoutResult *
run_layout (const char *id, const TrlLayoutInput *input, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  TrlLayoutResult *result =
    trl_layout_place (trl_layout_find (id), input, NULL, seed, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static inline double
get_distance (TrlPoint a, TrlPoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

static inline void
assert_apart (const TrlLayoutInput *input, const TrlLayoutResult *result)
{
  for (guint i = 0; i < input->n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (get_distance (result->points[i], result->points[j]), >=,
                         input->radius[i] + input->radius[j] - 1e-6);
}
