/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cursor goes.  Two axes, one rule: everything is done by axis, and nothing
 * here knows a widget. */
#include "grid/trellis-sheet-select.h"

static guint
clamp (gint64 value, guint n)
{
  return n == 0 ? 0 : (guint) CLAMP (value, 0, (gint64) n - 1);
}

static gboolean
is_empty (const TrellisSheetSelect *select)
{
  return select->n[0] == 0 || select->n[1] == 0;
}

static gboolean
is_one_cell (const TrellisSheetSelect *select)
{
  return select->from[0] == select->to[0] && select->from[1] == select->to[1];
}

static void
set_cursor (TrellisSheetSelect *select, guint row, guint column)
{
  select->cursor[0] = select->from[0] = select->to[0] = row;
  select->cursor[1] = select->from[1] = select->to[1] = column;
}

void
trellis_sheet_select_resize (TrellisSheetSelect *select, guint rows, guint columns)
{
  guint n[2] = { rows, columns };
  for (guint a = 0; a < 2; a++)
    {
      select->n[a] = n[a];
      select->cursor[a] = clamp (select->cursor[a], n[a]);
      select->from[a] = clamp (select->from[a], n[a]);
      select->to[a] = clamp (select->to[a], n[a]);
    }
  select->home = clamp (select->home, columns);
  if (is_empty (select))
    set_cursor (select, 0, 0);
}

void
trellis_sheet_select_cell (TrellisSheetSelect *select, guint row, guint column)
{
  if (is_empty (select))
    return;
  set_cursor (select, clamp (row, select->n[0]), clamp (column, select->n[1]));
  select->home = select->cursor[1];
}

void
trellis_sheet_select_extend (TrellisSheetSelect *select, guint row, guint column)
{
  if (is_empty (select))
    return;
  for (guint a = 0; a < 2; a++)
    select->from[a] = select->cursor[a];
  select->to[0] = clamp (row, select->n[0]);
  select->to[1] = clamp (column, select->n[1]);
}

/* Where the next move begins: the cursor, or the corner that is being moved. */
static const guint *
get_start (const TrellisSheetSelect *select, gboolean extend)
{
  gboolean is_corner =
    select->from[0] == select->cursor[0] && select->from[1] == select->cursor[1];
  return extend && is_corner ? select->to : select->cursor;
}

static void
go (TrellisSheetSelect *select, gint64 row, gint64 column, gboolean extend)
{
  guint r = clamp (row, select->n[0]), c = clamp (column, select->n[1]);
  if (extend)
    trellis_sheet_select_extend (select, r, c);
  else
    trellis_sheet_select_cell (select, r, c);
}

void
trellis_sheet_select_move (TrellisSheetSelect *select,
                           int                 rows,
                           int                 columns,
                           gboolean            extend)
{
  int          by[2] = { rows, columns };
  int          axis = trellis_sheet_select_get_axis (select);
  const guint *start = get_start (select, extend);
  if (extend && axis >= 0 && by[axis] != 0) /* whole lines stay whole */
    select->to[axis] = clamp ((gint64) select->to[axis] + by[axis], select->n[axis]);
  else if (!is_empty (select))
    go (select, (gint64) start[0] + rows, (gint64) start[1] + columns, extend);
}

void
trellis_sheet_select_jump (TrellisSheetSelect *select,
                           int                 rows,
                           int                 columns,
                           gboolean            extend,
                           TrellisSheetHasData has_data,
                           gpointer            data)
{
  if (is_empty (select))
    return;
  const guint *start = get_start (select, extend);
  gint64       at[2] = { start[0], start[1] };
  int          by[2] = { rows, columns };
  guint        axis = rows != 0 ? 0 : 1;
  gint64       last = by[axis] > 0 ? (gint64) select->n[axis] - 1 : 0;
  if (at[axis] == last)
    return;
  gboolean full = has_data (data, at[0], at[1]);
  at[axis] += by[axis];
  gboolean along = full && has_data (data, at[0], at[1]);
  while (at[axis] != last)
    {
      gint64 next[2] = { at[0], at[1] };
      next[axis] += by[axis];
      if (along ? !has_data (data, next[0], next[1]) : has_data (data, at[0], at[1]))
        break;
      at[axis] = next[axis];
    }
  go (select, at[0], at[1], extend);
}

/* Within the rectangle, and from its end to its beginning. */
static gboolean
cycle (TrellisSheetSelect *select, TrlGridAxis axis, int by)
{
  TrellisSheetArea area;
  trellis_sheet_select_get_area (select, &area);
  const guint first[2] = { area.row, area.column };
  const guint n[2] = { area.n_rows, area.n_columns };
  guint       other = 1 - axis;
  gint64      index = (gint64) (select->cursor[other] - first[other]) * n[axis] +
                 (select->cursor[axis] - first[axis]) + by;
  gint64 all = (gint64) n[0] * n[1];
  index = (index + all) % all;
  select->cursor[axis] = first[axis] + (guint) (index % n[axis]);
  select->cursor[other] = first[other] + (guint) (index / n[axis]);
  return TRUE;
}

gboolean
trellis_sheet_select_step (TrellisSheetSelect *select, TrlGridAxis axis, int by)
{
  if (is_empty (select))
    return FALSE;
  if (!is_one_cell (select))
    return cycle (select, axis, by);
  gint64 row = select->cursor[0], column = select->cursor[1];
  guint  home = select->home;
  if (axis == TRL_GRID_ROW)
    {
      row += by;
      column = home;
    }
  else
    {
      gint64 index = row * select->n[1] + column + by;
      if (index < 0)
        return FALSE;
      row = index / select->n[1];
      column = index % select->n[1];
      /* Enter goes back to where the row was begun. */
      home = row == select->cursor[0] ? MIN (home, (guint) column) : (guint) column;
    }
  if (row < 0 || row >= select->n[0])
    return FALSE;
  set_cursor (select, (guint) row, (guint) column);
  select->home = home;
  return TRUE;
}

void
trellis_sheet_select_line (TrellisSheetSelect *select,
                           TrlGridAxis         axis,
                           guint               to,
                           gboolean            extend)
{
  if (is_empty (select))
    return;
  guint other = 1 - axis, line = clamp (to, select->n[axis]);
  if (!extend)
    {
      select->cursor[axis] = line;
      select->cursor[other] = 0;
    }
  select->from[axis] = select->cursor[axis];
  select->to[axis] = line;
  select->from[other] = select->cursor[other] = 0;
  select->to[other] = select->n[other] - 1;
  select->home = select->cursor[1];
}

void
trellis_sheet_select_whole (TrellisSheetSelect *select, TrlGridAxis axis)
{
  guint other = 1 - axis;
  if (is_empty (select))
    return;
  select->from[other] = 0;
  select->to[other] = select->n[other] - 1;
}

void
trellis_sheet_select_all (TrellisSheetSelect *select)
{
  trellis_sheet_select_whole (select, TRL_GRID_ROW);
  trellis_sheet_select_whole (select, TRL_GRID_COLUMN);
}

gboolean
trellis_sheet_select_shrink (TrellisSheetSelect *select)
{
  if (is_one_cell (select))
    return FALSE;
  set_cursor (select, select->cursor[0], select->cursor[1]);
  return TRUE;
}

void
trellis_sheet_select_set_area (TrellisSheetSelect *select, const TrellisSheetArea *area)
{
  trellis_sheet_select_cell (select, area->row, area->column);
  trellis_sheet_select_extend (select, area->row + MAX (area->n_rows, 1) - 1,
                               area->column + MAX (area->n_columns, 1) - 1);
}

void
trellis_sheet_select_get_area (const TrellisSheetSelect *select, TrellisSheetArea *area)
{
  area->row = MIN (select->from[0], select->to[0]);
  area->column = MIN (select->from[1], select->to[1]);
  area->n_rows = MAX (select->from[0], select->to[0]) - area->row + 1;
  area->n_columns = MAX (select->from[1], select->to[1]) - area->column + 1;
}

int
trellis_sheet_select_get_axis (const TrellisSheetSelect *select)
{
  TrellisSheetArea area;
  trellis_sheet_select_get_area (select, &area);
  gboolean rows = area.n_columns == select->n[1], columns = area.n_rows == select->n[0];
  return rows == columns ? -1 : rows ? TRL_GRID_ROW : TRL_GRID_COLUMN;
}
