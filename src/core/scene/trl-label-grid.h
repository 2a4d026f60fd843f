/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-labels.h"

G_BEGIN_DECLS

/* What lies in a cell, by number. */
typedef struct
{
  guint *items;
  guint  n, room;
} TrlLabelCell;

/**
 * TrlLabelGrid:
 *
 * Numbered rectangles and lines by where they are, for whoever asks what is near.  What
 * lies outside the bounds counts to the cells at the border.
 */
typedef struct
{
  double        x, y, cell; /* points */
  int           columns, rows;
  TrlLabelCell *cells;
} TrlLabelGrid;

/**
 * trl_label_grid_init:
 * @bounds: where nearly all of it will be, in points
 */
void trl_label_grid_init (TrlLabelGrid *grid, const TrlRect *bounds);

/**
 * trl_label_grid_clear:
 *
 * Lets go of what the grid holds.
 */
void trl_label_grid_clear (TrlLabelGrid *grid);

/**
 * trl_label_grid_add:
 * trl_label_grid_remove:
 * @box: at removal the same as when it was added
 *
 * Cost: O(cells it touches), for removal times what lies in them.
 */
void trl_label_grid_add (TrlLabelGrid *grid, const TrlRect *box, guint index);
void trl_label_grid_remove (TrlLabelGrid *grid, const TrlRect *box, guint index);

/**
 * trl_label_grid_add_line:
 *
 * Puts a line into the cells that it passes.
 */
void trl_label_grid_add_line (TrlLabelGrid *grid, const TrlLabelLine *line, guint index);

typedef gboolean (*TrlLabelVisit) (guint index, gpointer data);

/**
 * trl_label_grid_visit:
 *
 * Visits what may lie in a box, some of it twice, until a visit returns %FALSE.
 */
void trl_label_grid_visit (const TrlLabelGrid *grid,
                           const TrlRect      *box,
                           TrlLabelVisit       visit,
                           gpointer            data);

G_END_DECLS
