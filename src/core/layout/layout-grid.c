/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of one size, as large as the largest disc needs.  Pinned nodes take no cell. */
#include "config.h"

#include "layout/trl-hold.h"
#include "layout/trl-layout.h"
#include "layout/trl-sectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ASPECT 1.4
/* So many times wider or higher, rows of their own are too few or too many for types. */
#define MOST_OFF 2.0

typedef struct
{
  guint *order; /* free nodes, as they are set */
  guint  n;
  guint *block; /* by node: what begins a row of its own */
} Rows;

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *block = data;
  guint        one = *(const guint *) a, two = *(const guint *) b;

  if (block[one] != block[two])
    return block[one] < block[two] ? -1 : 1;
  return one < two ? -1 : one > two;
}

static guint
count_rows (const guint *size, guint n_blocks, guint columns)
{
  guint rows = 0;

  for (guint b = 0; b < n_blocks; b++)
    rows += (size[b] + columns - 1) / columns;
  return rows;
}

/* How many columns bring the whole nearest to its aspect; @off: by what it misses it. */
static guint
choose_columns (const Rows *rows, guint n_blocks, double *off)
{
  g_autofree guint *size = g_new0 (guint, n_blocks + 1);
  guint             best = 1, most = 0;

  *off = G_MAXDOUBLE;
  for (guint k = 0; k < rows->n; k++)
    {
      guint block = rows->block[rows->order[k]];

      size[block]++;
      most = MAX (most, size[block]);
    }
  for (guint columns = 1; columns <= most; columns++)
    {
      double aspect = (double) columns / count_rows (size, n_blocks, columns);
      double own = fmax (aspect / ASPECT, ASPECT / aspect);

      if (own < *off)
        {
          *off = own;
          best = columns;
        }
      if (aspect > 4 * ASPECT)
        break;
    }
  return best;
}

/* Types have rows of their own unless the whole would be a column or a line. */
static guint
choose_rows (Rows *rows, guint n_all, guint n_blocks)
{
  double off;
  guint  columns = choose_columns (rows, n_blocks, &off);

  if (off <= MOST_OFF)
    return columns;
  memset (rows->block, 0, n_all * sizeof (guint));
  return choose_columns (rows, 1, &off);
}

static void
set_rows (const Rows *rows, guint columns, double cell, TrlLayoutResult *result)
{
  guint row = 0, column = 0;

  for (guint k = 0; k < rows->n; k++)
    {
      guint node = rows->order[k];

      if (k > 0 &&
          (column == columns || rows->block[node] != rows->block[rows->order[k - 1]]))
        {
          row++;
          column = 0;
        }
      result->points[node].x = (column++ - (columns - 1) / 2.0) * cell;
      result->points[node].y = row * cell;
    }
  for (guint k = 0; k < rows->n; k++)
    result->points[rows->order[k]].y -= row * cell / 2;
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  gboolean by_type = g_str_equal (trl_options_get_text (options, "order"), "type");
  g_autofree guint *order = g_new (guint, input->n + 1);
  g_autofree guint *block =
    by_type ? trl_sectors_rank (input) : g_new0 (guint, input->n + 1);
  Rows   rows = { order, 0, block };
  double gap = trl_options_get_number (options, "gap"), widest = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (guint i = 0; i < input->n; i++)
    {
      widest = fmax (widest, input->radius[i]);
      if (!trl_hold_is_pinned (input, i))
        order[rows.n++] = i;
    }
  g_qsort_with_data (order, (int) rows.n, sizeof (guint), compare_nodes, block);
  set_rows (&rows, choose_rows (&rows, input->n, input->n_sectors + 1), 2 * widest + gap,
            result);
  return trl_hold_pinned (input, result, gap, cancellable, error)
           ? g_steal_pointer (&result)
           : NULL;
}

static const char *const orders[] = { "type", "drawing", NULL };
static const char *const order_labels[] = { N_ ("By partner type"), N_ ("As in lists"),
                                            NULL };

static const TrlOption options[] = {
  { .id = "order",
    .label = N_ ("Order of partners"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "type",
    .choices = orders,
    .choice_labels = order_labels },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "36",
    .min = 0,
    .max = 500 },
};

/*
 * Shape: rows about 1.4 times as wide as they are high together; each partner type begins
 * a row when they are ordered by type, if that shape allows it.
 * Cost: O(n log n + n t) for t types.
 * Source: none.
 */
const TrlLayout trl_layout_grid = {
  .id = "grid",
  .label = N_ ("Rows and Columns"),
  .description = N_ ("Partners in rows, one type after another"),
  .live = FALSE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
