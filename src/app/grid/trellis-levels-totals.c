/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where each row is a network, what each cell adds is kept, so that a row that changed is
 * taken out of the columns and put back: an edit costs a row, however many there are.
 * Partners by partners are all of one network, and as many cells as their square: there a
 * line is counted when somebody asks for it.
 */

#include "config.h"

#include "grid/trellis-levels-totals.h"

#include "analysis/trl-metric.h"

#include <math.h>

typedef struct
{
  guint  engaged : 1;
  guint  known : 1;
  guint  meant : 2;
  guint8 rank; /* 0: none, or not reported */
} Share;

typedef struct
{
  guint n_engaged;
  guint n_known;
  guint n_ranks;
  guint sum;
} Count;

typedef struct
{
  const TrlNetwork  *network;
  guint64            revision;
  TrellisLevelsTotal total;
} Line;

#define MANY 1000000 /* cells that nobody should wait for */

struct TrellisLevelsTotals
{
  const TrlGrid *grid;
  gboolean       intended;
  gboolean       apart; /* each row is a network; else all are of one */
  guint          n_rows;
  guint          n_columns;
  Share         *shares;  /* apart: n_rows × n_columns */
  Count         *counts;  /* apart: n_columns */
  Line          *lines;   /* n_rows */
  Line          *columns; /* not apart: n_columns */
  gboolean       is_meant_counted;
  guint          meant[TRL_MEANT_ABOVE + 1];
};

TrellisLevelsTotals *
trellis_levels_totals_new (void)
{
  return g_new0 (TrellisLevelsTotals, 1);
}

void
trellis_levels_totals_forget (TrellisLevelsTotals *totals)
{
  g_free (totals->shares);
  g_free (totals->lines);
  g_free (totals->counts);
  g_free (totals->columns);
  *totals = (TrellisLevelsTotals){ 0 };
}

void
trellis_levels_totals_free (TrellisLevelsTotals *totals)
{
  trellis_levels_totals_forget (totals);
  g_free (totals);
}

static Share
share_of (const TrlCell *cell, gboolean intended)
{
  Share    share = { .meant = trl_cell_get_meant (cell) };
  gboolean reported =
    cell->state == TRL_CELL_LEVEL || cell->state == TRL_CELL_NOT_REPORTED;

  if (cell->state == TRL_CELL_OUTSIDE)
    return (Share){ 0 };
  if (intended)
    {
      share.known = cell->intended >= 0;
      share.engaged = cell->intended > 0;
      share.rank = (guint8) CLAMP (cell->intended, 0, G_MAXUINT8);
    }
  else if (!cell->planned)
    {
      share.known = cell->state != TRL_CELL_EMPTY;
      share.engaged = reported;
      share.rank = reported ? (guint8) CLAMP (cell->rank, 0, G_MAXUINT8) : 0;
    }
  return share;
}

/* @way: 1 puts a cell in, -1 takes it out again */
static void
add_share (Count *count, const Share *share, int way)
{
  count->n_engaged += (guint) (way * share->engaged);
  count->n_known += (guint) (way * share->known);
  count->n_ranks += (guint) (way * (share->rank > 0));
  count->sum += (guint) (way * share->rank);
}

static TrellisLevelsTotal
total_of (const Count *count)
{
  return (TrellisLevelsTotal){ count->n_engaged, count->n_known, count->sum,
                               count->n_ranks ? (double) count->sum / count->n_ranks
                                              : NAN };
}

/* As the lists and the inspector count it. */
static void
take_profile (TrellisLevelsTotal *total, const TrlNetwork *network)
{
  g_autoptr (TrlProfile) profile = trl_profile_new (network);
  const TrlMetric *depth = trl_metric_find ("mean-depth");

  total->n_engaged = profile->n_engaged;
  total->n_cells = profile->n_asked;
  total->depth = depth ? depth->measure (profile) : NAN;
}

static void
count_row (TrellisLevelsTotals *totals, const TrlGrid *grid, guint row)
{
  Line *line = &totals->lines[row];
  Count sum = { 0 };

  for (guint column = 0; column < totals->n_columns; column++)
    {
      Share  *share = &totals->shares[(gsize) row * totals->n_columns + column];
      TrlCell cell;

      add_share (&totals->counts[column], share, -1);
      totals->meant[share->meant] -= line->network != NULL;
      trl_grid_get_cell (grid, row, column, &cell);
      *share = share_of (&cell, totals->intended);
      add_share (&totals->counts[column], share, 1);
      add_share (&sum, share, 1);
      totals->meant[share->meant]++;
    }
  line->network = trl_grid_get_network (grid, row);
  line->revision = trl_network_get_revision (line->network);
  line->total = total_of (&sum);
  if (!totals->intended && trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES &&
      trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_TYPES)
    take_profile (&line->total, line->network);
}

static void
begin (TrellisLevelsTotals *totals, const TrlGrid *grid, gboolean intended)
{
  trellis_levels_totals_forget (totals);
  totals->intended = intended;
  totals->apart = trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES;
  totals->n_rows = trl_grid_get_size (grid, TRL_GRID_ROW);
  totals->n_columns = trl_grid_get_size (grid, TRL_GRID_COLUMN);
  totals->lines = g_new0 (Line, totals->n_rows);
  if (totals->apart)
    {
      totals->shares = g_new0 (Share, (gsize) totals->n_rows * totals->n_columns);
      totals->counts = g_new0 (Count, totals->n_columns);
    }
  else
    totals->columns = g_new0 (Line, totals->n_columns);
  totals->is_meant_counted = totals->apart;
}

/* --- partners by partners --- */

static Share
get_share (const TrellisLevelsTotals *totals, guint row, guint column)
{
  TrlCell cell;

  trl_grid_get_cell (totals->grid, row, column, &cell);
  return share_of (&cell, totals->intended);
}

static const TrellisLevelsTotal *
get_line (TrellisLevelsTotals *totals, TrlGridAxis axis, guint index)
{
  gboolean          by_row = axis == TRL_GRID_ROW;
  Line             *line = by_row ? &totals->lines[index] : &totals->columns[index];
  guint             n = by_row ? totals->n_columns : totals->n_rows;
  const TrlNetwork *network = trl_grid_get_network (totals->grid, by_row ? index : 0);
  Count             sum = { 0 };

  if (line->network == network && line->revision == trl_network_get_revision (network))
    return &line->total;
  for (guint i = 0; i < n; i++)
    {
      Share share = get_share (totals, by_row ? index : i, by_row ? i : index);

      add_share (&sum, &share, 1);
    }
  *line = (Line){ network, trl_network_get_revision (network), total_of (&sum) };
  return &line->total;
}

static void
count_meant (TrellisLevelsTotals *totals)
{
  memset (totals->meant, 0, sizeof totals->meant);
  for (guint row = 0; row < totals->n_rows; row++)
    for (guint column = 0; column < totals->n_columns; column++)
      totals->meant[get_share (totals, row, column).meant]++;
  totals->is_meant_counted = TRUE;
}

/* --- both --- */

void
trellis_levels_totals_update (TrellisLevelsTotals *totals,
                              const TrlGrid       *grid,
                              gboolean             intended)
{
  if (!totals->lines || totals->intended != intended ||
      totals->apart != (trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES) ||
      totals->n_rows != trl_grid_get_size (grid, TRL_GRID_ROW) ||
      totals->n_columns != trl_grid_get_size (grid, TRL_GRID_COLUMN))
    begin (totals, grid, intended);
  totals->grid = grid;
  totals->is_meant_counted = totals->apart;
  for (guint row = 0; totals->apart && row < totals->n_rows; row++)
    {
      const TrlNetwork *network = trl_grid_get_network (grid, row);

      if (totals->lines[row].network != network ||
          totals->lines[row].revision != trl_network_get_revision (network))
        count_row (totals, grid, row);
    }
}

TrellisLevelsTotal
trellis_levels_totals_get (TrellisLevelsTotals *totals, TrlGridAxis axis, guint index)
{
  if (!totals->apart)
    return *get_line (totals, axis, index);
  return axis == TRL_GRID_ROW ? totals->lines[index].total
                              : total_of (&totals->counts[index]);
}

gboolean
trellis_levels_totals_count_meant (TrellisLevelsTotals *totals, TrlMeant meant, guint *n)
{
  if (!totals->is_meant_counted && (gsize) totals->n_rows * totals->n_columns > MANY)
    return FALSE;
  if (!totals->is_meant_counted)
    count_meant (totals);
  *n = totals->meant[meant];
  return TRUE;
}
