/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each cell adds is kept, so that a row that changed is taken out of the columns and
 * put back: an edit costs a row, however many there are.  Where each row is a network, a
 * row has all its cells.  Where all are partners of one, there may be as many cells as
 * their square; then only those are kept that have partnerships, for the others add
 * nothing.
 */

#include "config.h"

#include "grid/trellis-levels-totals.h"

#include "analysis/trl-metric.h"

#include <math.h>
#include <stdlib.h>

#define OFTEN 128 /* rows, after which the clock is looked at */

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

/* A row that is a network. */
typedef struct
{
  const TrlNetwork  *network;
  guint64            revision;
  TrellisLevelsTotal total;
} Line;

/* A cell with partnerships. */
typedef struct
{
  guint column;
  Share share;
} Tied;

struct TrellisLevelsTotals
{
  const TrlGrid *grid;
  gboolean       intended;
  gboolean       apart; /* each row is a network; else all are of one */
  guint          n_rows;
  guint          n_columns;
  Count         *counts; /* n_columns */
  gsize          meant[TRL_MEANT_ABOVE + 1];

  /* apart */
  Share *shares; /* n_rows × n_columns */
  Line  *lines;  /* n_rows */

  /* of one */
  const TrlNetwork *network;
  guint64           revision;
  guint             n_counted; /* rows */
  GArray           *tied;      /* Tied, a row after the other */
  guint            *first;     /* n_rows + 1, where the cells of a row begin */
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
  g_free (totals->first);
  g_clear_pointer (&totals->tied, g_array_unref);
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

/* --- partners of one network --- */

static void
recount_tied (TrellisLevelsTotals *totals, guint row, Tied *tied)
{
  TrlCell cell;

  add_share (&totals->counts[tied->column], &tied->share, -1);
  totals->meant[tied->share.meant]--;
  trl_grid_get_cell (totals->grid, row, tied->column, &cell);
  tied->share = share_of (&cell, totals->intended);
  add_share (&totals->counts[tied->column], &tied->share, 1);
  totals->meant[tied->share.meant]++;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Tied *x = a, *y = b;

  return (x->column > y->column) - (x->column < y->column);
}

/* The cell that a partner has with another. */
static void
recount_cell (TrellisLevelsTotals *totals, guint node, guint other)
{
  const TrlTable *nodes = trl_network_get_nodes (totals->network);
  int row = trl_grid_find (totals->grid, TRL_GRID_ROW, trl_table_get_id (nodes, node));
  int column = row < 0 ? -1 : trl_grid_find_column_of (totals->grid, (guint) row, other);
  Tied *tied, wanted = { .column = (guint) column };

  if (column < 0)
    return;
  tied =
    bsearch (&wanted, &g_array_index (totals->tied, Tied, totals->first[row]),
             totals->first[row + 1] - totals->first[row], sizeof wanted, compare_columns);
  if (tied)
    recount_tied (totals, (guint) row, tied);
}

static void
begin_count (TrellisLevelsTotals *totals)
{
  memset (totals->counts, 0, totals->n_columns * sizeof *totals->counts);
  memset (totals->meant, 0, sizeof totals->meant);
  totals->meant[TRL_MEANT_UNSAID] = (gsize) totals->n_rows * totals->n_columns;
  g_array_set_size (totals->tied, 0);
  totals->n_counted = 0;
}

static gboolean
is_late (guint row, gint64 until)
{
  return row % OFTEN == 0 && g_get_monotonic_time () >= until;
}

/* Returns whether all rows are counted. */
static gboolean
count_on (TrellisLevelsTotals *totals, gint64 until)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  while (totals->n_counted < totals->n_rows)
    {
      guint row = totals->n_counted++;

      totals->first[row] = totals->tied->len;
      trl_grid_list_tied (totals->grid, row, columns);
      for (guint i = 0; i < columns->len; i++)
        {
          Tied tied = { g_array_index (columns, guint, i), { 0 } };

          recount_tied (totals, row, &tied);
          g_array_append_val (totals->tied, tied);
        }
      totals->first[row + 1] = totals->tied->len;
      if (is_late (row + 1, until))
        break;
    }
  return totals->n_counted == totals->n_rows;
}

/* At both its ends. */
static void
recount_edge (TrellisLevelsTotals *totals, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (totals->network);
  guint           ends[2] = { trl_table_get_end (edges, edge, 0),
                              trl_table_get_end (edges, edge, 1) };

  recount_cell (totals, ends[0], ends[1]);
  recount_cell (totals, ends[1], ends[0]);
}

/* Returns whether what has changed is counted; what partners are called and where they
 * stand adds nothing.
 */
static gboolean
follow_touches (TrellisLevelsTotals *totals)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (TrlTouch));

  if (!trl_network_list_touches (totals->network, totals->revision, touches))
    return FALSE;
  for (guint i = 0; i < touches->len; i++)
    if (g_array_index (touches, TrlTouch, i).is_structural)
      return FALSE;
  for (guint i = 0; i < touches->len; i++)
    {
      const TrlTouch *touch = &g_array_index (touches, TrlTouch, i);

      if (touch->of == TRL_KIND_EDGE)
        recount_edge (totals, touch->row);
    }
  return TRUE;
}

static gboolean
update_one (TrellisLevelsTotals *totals, gint64 until)
{
  const TrlNetwork *network =
    totals->n_rows > 0 ? trl_grid_get_network (totals->grid, 0) : NULL;
  guint64  revision = network ? trl_network_get_revision (network) : 0;
  gboolean whole = totals->n_counted == totals->n_rows;

  if (!network || totals->network != network ||
      (totals->revision != revision && (!whole || !follow_touches (totals))))
    begin_count (totals);
  totals->network = network;
  totals->revision = revision;
  return count_on (totals, until);
}

static TrellisLevelsTotal
total_of_row (const TrellisLevelsTotals *totals, guint row)
{
  Count sum = { 0 };

  for (guint i = totals->first[row]; i < totals->first[row + 1]; i++)
    add_share (&sum, &g_array_index (totals->tied, Tied, i).share, 1);
  return total_of (&sum);
}

/* --- both --- */

static void
begin (TrellisLevelsTotals *totals, const TrlGrid *grid, gboolean intended)
{
  trellis_levels_totals_forget (totals);
  totals->grid = grid;
  totals->intended = intended;
  totals->apart = trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES;
  totals->n_rows = trl_grid_get_size (grid, TRL_GRID_ROW);
  totals->n_columns = trl_grid_get_size (grid, TRL_GRID_COLUMN);
  totals->counts = g_new0 (Count, totals->n_columns + 1);
  if (totals->apart)
    {
      totals->lines = g_new0 (Line, totals->n_rows);
      totals->shares = g_new0 (Share, (gsize) totals->n_rows * totals->n_columns);
      return;
    }
  totals->first = g_new0 (guint, totals->n_rows + 1);
  totals->tied = g_array_new (FALSE, FALSE, sizeof (Tied));
}

static gboolean
update_apart (TrellisLevelsTotals *totals, gint64 until)
{
  for (guint row = 0; row < totals->n_rows; row++)
    {
      const TrlNetwork *network = trl_grid_get_network (totals->grid, row);

      if (totals->lines[row].network == network &&
          totals->lines[row].revision == trl_network_get_revision (network))
        continue;
      count_row (totals, totals->grid, row);
      if (g_get_monotonic_time () >= until && row + 1 < totals->n_rows)
        return FALSE;
    }
  return TRUE;
}

gboolean
trellis_levels_totals_update (TrellisLevelsTotals *totals,
                              const TrlGrid       *grid,
                              gboolean             intended,
                              gint64               until)
{
  if (!totals->counts || totals->intended != intended ||
      totals->apart != (trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES) ||
      totals->n_rows != trl_grid_get_size (grid, TRL_GRID_ROW) ||
      totals->n_columns != trl_grid_get_size (grid, TRL_GRID_COLUMN))
    begin (totals, grid, intended);
  totals->grid = grid;
  return totals->apart ? update_apart (totals, until) : update_one (totals, until);
}

TrellisLevelsTotal
trellis_levels_totals_get (TrellisLevelsTotals *totals, TrlGridAxis axis, guint index)
{
  if (axis == TRL_GRID_COLUMN)
    return total_of (&totals->counts[index]);
  return totals->apart ? totals->lines[index].total : total_of_row (totals, index);
}

gsize
trellis_levels_totals_count_meant (const TrellisLevelsTotals *totals, TrlMeant meant)
{
  return totals->meant[meant];
}
