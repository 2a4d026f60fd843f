/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell shows: one partnership speaks for itself; several are shown as the roll-up
 * shows them.  Planned ones count where there are no others. */

#include "model/trl-compare.h"
#include "model/trl-grid-private.h"

#include "model/trl-network-private.h"
#include "model/trl-rollup-private.h"

#include <math.h>

#define TIES_A_MEMBER 16 /* that are looked at sooner than each member is asked */

/* What lies behind a cell.  A tie that both its ends see stands in it twice, as in the
 * roll-up of a network without a hub. */
typedef struct
{
  const TrlGrid     *grid;
  const TrlGridSite *site;
  guint              anchor; /* whose ties are meant: the hub, the row's partner */
  int                column;
  const guint       *nodes;
  guint              n;
  GArray            *ties;       /* guint; NULL while there are none */
  gboolean           has_anchor; /* among @nodes */
  gboolean           outside;
} Behind;

static void
add_tie (Behind *behind, guint edge)
{
  if (!behind->ties)
    behind->ties = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (behind->ties, edge);
}

/* Among partners, a tie that has a direction stands in the row of whom it comes from. */
static gboolean
points_away (const Behind *behind, const TrlTable *edges, guint edge)
{
  return behind->grid->rows == TRL_GRID_ROWS_PARTNERS &&
         behind->grid->columns == TRL_GRID_COLUMNS_PARTNERS &&
         trl_table_get_flag (edges, edge, TRL_EDGE_DIRECTED) &&
         trl_table_get_end (edges, edge, 0) != behind->anchor;
}

static void
add_ties_with (Behind *behind, guint node)
{
  const TrlNetwork *network = behind->site->network;
  const TrlTable   *edges = trl_network_get_edges (network);
  TrlTieWalk        walk;

  for (guint edge =
         trl_tie_walk_begin (&walk, &behind->site->ties, network, behind->anchor, node);
       edge != TRL_NO_ROW; edge = trl_tie_walk_next (&walk))
    if (!points_away (behind, edges, edge))
      add_tie (behind, edge);
}

/* Of many members, few have a tie with the anchor: going through its ties is less than
 * asking each. */
static void
add_ties_of_anchor (Behind *behind)
{
  const TrlNetwork *network = behind->site->network;
  const TrlTable   *edges = trl_network_get_edges (network);
  const TrlTies    *ties = &behind->site->ties;

  for (guint end = trl_ties_first (ties, behind->anchor); end != TRL_NO_ROW;
       end = trl_ties_next (ties, end))
    {
      guint other = trl_ties_get_other (network, end);

      if (other != behind->anchor && behind->site->columns[other] == behind->column &&
          !points_away (behind, edges, end / 2))
        add_tie (behind, end / 2);
    }
}

static void
add_all_ties (Behind *behind, guint node)
{
  const TrlTies *ties = &behind->site->ties;

  for (guint end = trl_ties_first (ties, node); end != TRL_NO_ROW;
       end = trl_ties_next (ties, end))
    add_tie (behind, end / 2);
}

static gboolean
is_member (const Behind *behind, guint i)
{
  const TrlTable *nodes = trl_network_get_nodes (behind->site->network);

  return behind->nodes[i] != behind->anchor &&
         trl_table_has_row (nodes, behind->nodes[i]);
}

static void
look (Behind *behind, const TrlGrid *grid, guint row, guint column)
{
  guint from, to;

  *behind = (Behind){ .grid = grid, .site = trl_grid_get_site (grid, row) };
  trl_grid_update_site (grid, (TrlGridSite *) behind->site);
  trl_grid_get_item (grid, TRL_GRID_ROW, row, &from);
  trl_grid_get_item (grid, TRL_GRID_COLUMN, column, &to);
  behind->anchor = behind->site->rows ? g_array_index (behind->site->rows, guint, from)
                                      : behind->site->hub;
  if (behind->site->rows && behind->anchor == TRL_NO_ROW)
    return; /* gone since */
  behind->column = (int) to;
  behind->nodes = behind->site->members + behind->site->first[to];
  behind->n = behind->site->first[to + 1] - behind->site->first[to];
  behind->has_anchor = behind->anchor != TRL_NO_ROW &&
                       behind->site->columns[behind->anchor] == behind->column;
  behind->outside = grid->columns == TRL_GRID_COLUMNS_PARTNERS && behind->has_anchor;
}

static void
look_at_ties (Behind *behind)
{
  const TrlNetwork *network = behind->site->network;

  trl_ties_update ((TrlTies *) &behind->site->ties, network);
  if (behind->anchor != TRL_NO_ROW && behind->n > 1 &&
      trl_network_count_ends (network, behind->anchor) <= TIES_A_MEMBER * behind->n)
    {
      add_ties_of_anchor (behind);
      return;
    }
  for (guint i = 0; i < behind->n; i++)
    if (is_member (behind, i))
      {
        if (behind->anchor == TRL_NO_ROW)
          add_all_ties (behind, behind->nodes[i]);
        else
          add_ties_with (behind, behind->nodes[i]);
      }
}

TrlCellState
trl_cell_state_of (int rank, const char *presence)
{
  if (rank >= 0)
    return rank > 0 ? TRL_CELL_LEVEL : TRL_CELL_NONE;
  if (!presence)
    return TRL_CELL_NOT_REPORTED;
  return g_str_equal (presence, "absent") ? TRL_CELL_ABSENT : TRL_CELL_EMPTY;
}

static double
get_count (const Behind *behind, guint node)
{
  return trl_table_get_number (trl_network_get_nodes (behind->site->network), node,
                               TRL_NODE_COUNT);
}

static double
sum_members (const Behind *behind)
{
  double sum = behind->site->sums[behind->column], own;

  if (!behind->has_anchor)
    return sum;
  own = get_count (behind, behind->anchor);
  return sum - (isnan (own) ? 1 : own);
}

static void
fill_nodes (const Behind *behind, TrlCell *cell)
{
  gboolean is_counted = behind->grid->rows == TRL_GRID_ROWS_SITES ||
                        behind->grid->columns == TRL_GRID_COLUMNS_TYPES;

  cell->n_nodes = behind->n - behind->has_anchor;
  if (cell->n_nodes > 1 && is_counted)
    cell->count = sum_members (behind);
  if (cell->n_nodes != 1)
    return;
  cell->node = behind->nodes[!is_member (behind, 0)];
  if (is_counted)
    cell->count = get_count (behind, cell->node);
}

static int
get_rank (const TrlNetwork *network, guint edge, const TrlScale *scale, guint prop)
{
  return scale
           ? trl_scale_get_rank (
               scale, trl_table_get_text (trl_network_get_edges (network), edge, prop))
           : -1;
}

static void
fill_answers (const Behind *behind, guint edge, TrlCell *cell)
{
  const TrlNetwork *network = behind->site->network;
  const TrlTable   *edges = trl_network_get_edges (network);
  int               answers[2];
  guint             own =
    behind->anchor != TRL_NO_ROW && trl_table_get_end (edges, edge, 0) != behind->anchor;

  if (!trl_network_get_edge_answers (network, edge, answers))
    return;
  cell->answers[own] = answers[0];
  cell->answers[!own] = answers[1];
}

static void
fill_one (const Behind *behind, guint edge, TrlCell *cell)
{
  const TrlNetwork *network = behind->site->network;
  const TrlTable   *edges = trl_network_get_edges (network);

  cell->edge = edge;
  cell->scale = trl_network_get_edge_scale (network, edge);
  cell->rank = trl_network_get_edge_rank (network, edge);
  cell->state =
    trl_cell_state_of (cell->rank, trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE));
  cell->intended = get_rank (network, edge, cell->scale, TRL_EDGE_INTENDED);
  cell->planned = trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED);
  cell->missing = trl_table_get_text (edges, edge, TRL_EDGE_MISSING);
  cell->note = trl_table_get_text (edges, edge, TRL_EDGE_NOTE);
  cell->source = trl_table_get_text (edges, edge, TRL_EDGE_SOURCE);
  fill_answers (behind, edge, cell);
}

static void
fill_several (const Behind *behind, TrlCell *cell)
{
  const TrlNetwork *network = behind->site->network;
  const TrlTable   *edges = trl_network_get_edges (network);
  g_auto (TrlTieGroup) group = { 0 };

  trl_tie_group_init (&group);
  for (guint i = 0; i < behind->ties->len; i++)
    {
      guint edge = g_array_index (behind->ties, guint, i);

      if (!trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED))
        trl_tie_group_add (&group, network, edge, cell->scale);
      if (trl_network_get_edge_scale (network, edge) == cell->scale)
        cell->intended =
          MAX (cell->intended, get_rank (network, edge, cell->scale, TRL_EDGE_INTENDED));
    }
  cell->planned = group.n_ties == 0;
  for (guint i = 0; cell->planned && i < behind->ties->len; i++)
    trl_tie_group_add (&group, network, g_array_index (behind->ties, guint, i),
                       cell->scale);
  cell->rank = trl_tie_group_get_rank (&group, trl_network_get_roll_up_rule (network));
  cell->state = trl_cell_state_of (cell->rank, trl_tie_group_get_presence (&group));
}

static guint
count_distinct (GArray *ties)
{
  guint n = ties->len > 0;

  g_array_sort (ties, trl_compare_indexes);
  for (guint i = 1; i < ties->len; i++)
    n += g_array_index (ties, guint, i) != g_array_index (ties, guint, i - 1);
  return n;
}

void
trl_grid_get_cell (const TrlGrid *grid, guint row, guint column, TrlCell *cell)
{
  Behind behind;

  g_return_if_fail (row < trl_grid_get_size (grid, TRL_GRID_ROW));
  g_return_if_fail (column < trl_grid_get_size (grid, TRL_GRID_COLUMN));

  look (&behind, grid, row, column);
  *cell = (TrlCell){ .state = behind.outside ? TRL_CELL_OUTSIDE : TRL_CELL_EMPTY,
                     .scale = behind.site->scale,
                     .rank = -1,
                     .count = NAN,
                     .node = TRL_NO_ROW,
                     .edge = TRL_NO_ROW,
                     .intended = -1,
                     .answers = { -1, -1 } };
  if (behind.outside)
    return;
  fill_nodes (&behind, cell);
  look_at_ties (&behind);
  if (!behind.ties)
    return;
  cell->n_edges = count_distinct (behind.ties);
  if (cell->n_nodes == 1 && cell->n_edges == 1)
    fill_one (&behind, g_array_index (behind.ties, guint, 0), cell);
  else
    fill_several (&behind, cell);
  if (cell->n_edges == 1)
    cell->edge = g_array_index (behind.ties, guint, 0);
  g_array_unref (behind.ties);
}

static void
drop_doubles (GArray *numbers)
{
  guint n = 0;

  g_array_sort (numbers, trl_compare_indexes);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 ||
        g_array_index (numbers, guint, i) != g_array_index (numbers, guint, i - 1))
      g_array_index (numbers, guint, n++) = g_array_index (numbers, guint, i);
  g_array_set_size (numbers, n);
}

void
trl_grid_list_tied (const TrlGrid *grid, guint row, GArray *columns)
{
  Behind       behind;
  const guint *place = (const guint *) grid->axes[TRL_GRID_COLUMN].place->data;

  g_return_if_fail (grid->rows == TRL_GRID_ROWS_PARTNERS);
  g_return_if_fail (row < trl_grid_get_size (grid, TRL_GRID_ROW));

  g_array_set_size (columns, 0);
  if (trl_grid_get_size (grid, TRL_GRID_COLUMN) == 0)
    return;
  look (&behind, grid, row, 0);
  if (behind.anchor == TRL_NO_ROW)
    return;
  trl_ties_update ((TrlTies *) &behind.site->ties, behind.site->network);
  for (guint end = trl_ties_first (&behind.site->ties, behind.anchor); end != TRL_NO_ROW;
       end = trl_ties_next (&behind.site->ties, end))
    {
      guint other = trl_ties_get_other (behind.site->network, end);

      if (other != behind.anchor && behind.site->columns[other] >= 0)
        g_array_append_val (columns, place[behind.site->columns[other]]);
    }
  drop_doubles (columns);
}

int
trl_grid_find_column_of (const TrlGrid *grid, guint row, guint node)
{
  TrlGridSite *site = trl_grid_get_site (grid, row);
  int          column;

  g_return_val_if_fail (site != NULL, -1);

  trl_grid_update_site (grid, site);
  column = site->columns[node];
  return column < 0
           ? -1
           : (int) g_array_index (grid->axes[TRL_GRID_COLUMN].place, guint, column);
}

GArray *
trl_grid_get_members (const TrlGrid *grid, guint row, guint column)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));
  Behind  behind;

  look (&behind, grid, row, column);
  for (guint i = 0; i < behind.n; i++)
    if (is_member (&behind, i))
      g_array_append_val (members, behind.nodes[i]);
  return members;
}

TrlMeant
trl_cell_get_meant (const TrlCell *cell)
{
  int rank = cell->state == TRL_CELL_ABSENT ? 0 : cell->rank;

  if (cell->intended < 0 || rank < 0 || cell->planned)
    return TRL_MEANT_UNSAID;
  if (rank == cell->intended)
    return TRL_MEANT_AT;
  return rank < cell->intended ? TRL_MEANT_BELOW : TRL_MEANT_ABOVE;
}

void
trl_cell_edit_intend (TrlCellEdit *edit)
{
  gboolean ranked = edit->state == TRL_CELL_LEVEL || edit->state == TRL_CELL_NONE;

  if (edit->mask & TRL_CELL_SET_LEVEL)
    {
      edit->mask |= TRL_CELL_SET_INTENDED;
      edit->intended = ranked ? edit->rank : -1;
    }
  edit->mask &= ~(guint) (TRL_CELL_SET_LEVEL | TRL_CELL_SET_COUNT);
}
