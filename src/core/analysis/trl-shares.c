/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two sums over shares that all diversity indices are made of. */

#include "analysis/trl-shares.h"

#include <math.h>

static double
get_sum (const GArray *counts)
{
  double sum = 0;

  for (guint i = 0; i < counts->len; i++)
    sum += g_array_index (counts, double, i);
  return sum;
}

double
trl_shares_get_entropy (const GArray *counts)
{
  double sum = get_sum (counts), entropy = 0;

  if (counts->len == 0)
    return NAN;
  for (guint i = 0; i < counts->len; i++)
    {
      double share = g_array_index (counts, double, i) / sum;

      entropy -= share * log (share);
    }
  return entropy;
}

double
trl_shares_get_concentration (const GArray *counts)
{
  double sum = get_sum (counts), concentration = 0;

  if (counts->len == 0)
    return NAN;
  for (guint i = 0; i < counts->len; i++)
    {
      double share = g_array_index (counts, double, i) / sum;

      concentration += share * share;
    }
  return concentration;
}
