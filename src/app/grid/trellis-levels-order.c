/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows and columns come to, and the orders that follow from it.  None of them is a
 * ranking: a total counts partners, and depth is a mean over what was reported.
 */

#include "config.h"

#include "grid/trellis-levels-order.h"

#include <math.h>

typedef struct
{
  const TrlGrid *grid;
  TrlGridAxis    axis;
  GArray        *totals;
} Sorting;

typedef int (*Compare) (const Sorting *sorting, guint a, guint b);

static void
count_cell (const TrlCell *cell, TrellisLevelsTotal *total, guint *n_rated)
{
  if (cell->state == TRL_CELL_OUTSIDE)
    return;
  total->n_cells++;
  if (cell->planned ||
      (cell->state != TRL_CELL_LEVEL && cell->state != TRL_CELL_NOT_REPORTED))
    return;
  total->n_engaged++;
  if (cell->rank > 0)
    {
      total->depth = (isnan (total->depth) ? 0 : total->depth) + cell->rank;
      (*n_rated)++;
    }
}

GArray *
trellis_levels_count (const TrlGrid *grid, TrlGridAxis axis)
{
  guint n = trl_grid_get_size (grid, axis);
  guint m =
    trl_grid_get_size (grid, axis == TRL_GRID_ROW ? TRL_GRID_COLUMN : TRL_GRID_ROW);
  GArray *totals = g_array_sized_new (FALSE, FALSE, sizeof (TrellisLevelsTotal), n);

  for (guint i = 0; i < n; i++)
    {
      TrellisLevelsTotal total = { 0, 0, NAN };
      guint              n_rated = 0;

      for (guint k = 0; k < m; k++)
        {
          TrlCell cell;

          trl_grid_get_cell (grid, axis == TRL_GRID_ROW ? i : k,
                             axis == TRL_GRID_ROW ? k : i, &cell);
          count_cell (&cell, &total, &n_rated);
        }
      if (n_rated)
        total.depth /= n_rated;
      g_array_append_val (totals, total);
    }
  return totals;
}

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
by_name (const Sorting *sorting, guint a, guint b)
{
  return g_utf8_collate (text_of (sorting, a, FALSE), text_of (sorting, b, FALSE));
}

/* What has no family comes last. */
static int
by_family (const Sorting *sorting, guint a, guint b)
{
  const char *one = text_of (sorting, a, TRUE), *two = text_of (sorting, b, TRUE);

  if (!*one != !*two)
    return *one ? -1 : 1;
  return g_utf8_collate (one, two);
}

static int
by_total (const Sorting *sorting, guint a, guint b)
{
  return (int) g_array_index (sorting->totals, TrellisLevelsTotal, b).n_engaged -
         (int) g_array_index (sorting->totals, TrellisLevelsTotal, a).n_engaged;
}

static int
by_depth (const Sorting *sorting, guint a, guint b)
{
  double one = g_array_index (sorting->totals, TrellisLevelsTotal, a).depth;
  double two = g_array_index (sorting->totals, TrellisLevelsTotal, b).depth;

  if (isnan (one) || isnan (two))
    return isnan (one) - isnan (two);
  return (one < two) - (one > two);
}

static const struct
{
  const char *id;
  Compare     compare;
} orders[] = {
  { "name", by_name },
  { "family", by_family },
  { "total", by_total },
  { "depth", by_depth },
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
trellis_levels_sort (const TrlGrid *grid, TrlGridAxis axis, const char *by)
{
  guint    n = trl_grid_get_size (grid, axis);
  guint   *order;
  Ordering ordering = { { grid, axis, NULL }, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].id, by))
      ordering.compare = orders[i].compare;
  if (!ordering.compare)
    return NULL;
  ordering.sorting.totals = trellis_levels_count (grid, axis);
  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof (guint), compare, &ordering);
  g_array_unref (ordering.sorting.totals);
  return order;
}
