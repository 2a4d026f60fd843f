/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The orders that rows and columns can stand in.  None of them is a ranking: a total
 * counts partners, and depth is a mean over what was reported.
 */

#include "config.h"

#include "grid/trellis-levels-order.h"

#include <math.h>

typedef struct
{
  const TrlGrid       *grid;
  TrellisLevelsTotals *totals;
  TrlGridAxis          axis;
  int                  way; /* -1: reversed */
} Sorting;

typedef int (*Compare) (const Sorting *sorting, guint a, guint b);

static const char *
text_of (const Sorting *sorting, guint index, gboolean family)
{
  TrlGridHeader header;
  const char   *text;

  trl_grid_get_header (sorting->grid, sorting->axis, index, &header);
  text = family ? header.family : header.name;
  return text ? text : "";
}

static int
by_place (const Sorting *sorting, guint a, guint b)
{
  return sorting->way * ((a > b) - (a < b));
}

static int
by_name (const Sorting *sorting, guint a, guint b)
{
  return sorting->way *
         g_utf8_collate (text_of (sorting, a, FALSE), text_of (sorting, b, FALSE));
}

/* What has no family comes last. */
static int
by_family (const Sorting *sorting, guint a, guint b)
{
  const char *one = text_of (sorting, a, TRUE), *two = text_of (sorting, b, TRUE);

  if (!*one != !*two)
    return *one ? -1 : 1;
  return sorting->way * g_utf8_collate (one, two);
}

static TrellisLevelsTotal
total_of (const Sorting *sorting, guint index)
{
  return trellis_levels_totals_get (sorting->totals, sorting->axis, index);
}

static int
by_total (const Sorting *sorting, guint a, guint b)
{
  guint one = total_of (sorting, a).n_engaged, two = total_of (sorting, b).n_engaged;

  return sorting->way * ((one < two) - (one > two));
}

static int
by_depth (const Sorting *sorting, guint a, guint b)
{
  double one = total_of (sorting, a).depth, two = total_of (sorting, b).depth;

  if (isnan (one) || isnan (two))
    return isnan (one) - isnan (two);
  return sorting->way * ((one < two) - (one > two));
}

static int
by_nesting (const Sorting *sorting, guint a, guint b)
{
  guint one = total_of (sorting, a).sum, two = total_of (sorting, b).sum;
  int   result = by_total (sorting, a, b);

  if (!result)
    result = sorting->way * ((one < two) - (one > two));
  return result ? result : by_name (sorting, a, b);
}

static const struct
{
  const char *id;
  Compare     compare;
} orders[] = {
  { "document", by_place }, { "name", by_name },   { "family", by_family },
  { "total", by_total },    { "depth", by_depth }, { "nested", by_nesting },
};

typedef struct
{
  Sorting sorting;
  Compare compare;
} Ordering;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ordering *ordering = data;
  guint           one = *(const guint *) a, two = *(const guint *) b;
  int             result = ordering->compare (&ordering->sorting, one, two);

  return result ? result : (one > two) - (one < two);
}

guint *
trellis_levels_sort (const TrlGrid       *grid,
                     TrellisLevelsTotals *totals,
                     TrlGridAxis          axis,
                     const char          *by,
                     gboolean             reversed)
{
  guint    n = trl_grid_get_size (grid, axis);
  guint   *order;
  Ordering ordering = { { grid, totals, axis, reversed ? -1 : 1 }, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].id, by))
      ordering.compare = orders[i].compare;
  if (!ordering.compare)
    return NULL;
  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare, &ordering);
  return order;
}
