/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of one size in rows; their number is bounded, so that on a wide map they grow. */
#include "scene/trl-label-grid.h"

#include <math.h>

#define CELL 40.0      /* points */
#define MOST_CELLS 256 /* along a side */
#define MOST_STEPS 10000

void
trl_label_grid_init (TrlLabelGrid *grid, const TrlRect *bounds)
{
  grid->x = bounds->x;
  grid->y = bounds->y;
  grid->cell = MAX (CELL, MAX (bounds->width, bounds->height) / MOST_CELLS);
  grid->columns = (int) CLAMP (ceil (bounds->width / grid->cell), 1, MOST_CELLS);
  grid->rows = (int) CLAMP (ceil (bounds->height / grid->cell), 1, MOST_CELLS);
  grid->cells = g_new0 (TrlLabelCell, grid->columns * grid->rows);
}

void
trl_label_grid_clear (TrlLabelGrid *grid)
{
  for (int i = 0; i < grid->columns * grid->rows; i++)
    g_free (grid->cells[i].items);
  g_clear_pointer (&grid->cells, g_free);
}

static int
column_of (const TrlLabelGrid *grid, double x)
{
  return (int) CLAMP (floor ((x - grid->x) / grid->cell), 0, grid->columns - 1);
}

static int
row_of (const TrlLabelGrid *grid, double y)
{
  return (int) CLAMP (floor ((y - grid->y) / grid->cell), 0, grid->rows - 1);
}

static void
put (TrlLabelGrid *grid, int column, int row, guint index)
{
  TrlLabelCell *cell = &grid->cells[row * grid->columns + column];

  if (cell->n == cell->room)
    {
      cell->room = MAX (4, 2 * cell->room);
      cell->items = g_renew (guint, cell->items, cell->room);
    }
  cell->items[cell->n++] = index;
}

static void
take (TrlLabelGrid *grid, int column, int row, guint index)
{
  TrlLabelCell *cell = &grid->cells[row * grid->columns + column];

  for (guint i = 0; i < cell->n; i++)
    if (cell->items[i] == index)
      cell->items[i--] = cell->items[--cell->n];
}

/* Each cell that a box touches. */
typedef void (*Each) (TrlLabelGrid *grid, int column, int row, guint index);

static void
for_each (TrlLabelGrid *grid, const TrlRect *box, Each each, guint index)
{
  int left = column_of (grid, box->x), right = column_of (grid, box->x + box->width);
  int top = row_of (grid, box->y), bottom = row_of (grid, box->y + box->height);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      each (grid, column, row, index);
}

void
trl_label_grid_add (TrlLabelGrid *grid, const TrlRect *box, guint index)
{
  for_each (grid, box, put, index);
}

void
trl_label_grid_remove (TrlLabelGrid *grid, const TrlRect *box, guint index)
{
  for_each (grid, box, take, index);
}

/* By steps of half a cell. */
void
trl_label_grid_add_line (TrlLabelGrid *grid, const TrlLabelLine *line, guint index)
{
  double length = hypot (line->x2 - line->x1, line->y2 - line->y1);
  guint  steps = (guint) MIN (ceil (length / (grid->cell / 2)), MOST_STEPS) + 1;
  int    last_column = -1, last_row = -1;

  for (guint i = 0; i <= steps; i++)
    {
      double t = (double) i / steps;
      int    column = column_of (grid, line->x1 + (line->x2 - line->x1) * t);
      int    row = row_of (grid, line->y1 + (line->y2 - line->y1) * t);

      if (column != last_column || row != last_row)
        put (grid, column, row, index);
      last_column = column;
      last_row = row;
    }
}

void
trl_label_grid_visit (const TrlLabelGrid *grid,
                      const TrlRect      *box,
                      TrlLabelVisit       visit,
                      gpointer            data)
{
  int left = column_of (grid, box->x), right = column_of (grid, box->x + box->width);
  int top = row_of (grid, box->y), bottom = row_of (grid, box->y + box->height);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        const TrlLabelCell *cell = &grid->cells[row * grid->columns + column];

        for (guint i = 0; i < cell->n; i++)
          if (!visit (cell->items[i], data))
            return;
      }
}
