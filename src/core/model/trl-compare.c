/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What many a sort needs. */
#include "config.h"

#include "model/trl-compare.h"

int
trl_compare_numbers (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return (one > two) - (one < two);
}

int
trl_compare_indexes (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return (one > two) - (one < two);
}
