/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is worked out when it is asked for, by the rules of the roll-up: one partnership
 * is itself, several have the level of their type.
 */

#include "config.h"

#include "model/trl-grid-private.h"

#include "model/trl-network-private.h"
#include "model/trl-rollup.h"

#include <math.h>

/* Nodes of a network by type, as of a revision. */
typedef struct
{
  guint64     revision;
  GHashTable *rows; /* type → GArray of guint */
} Members;

static void
members_free (gpointer data)
{
  Members *members = data;

  g_hash_table_unref (members->rows);
  g_free (members);
}

static void
index_members (Members *members, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);
      const char *type = text ? text : "";
      GArray     *group = g_hash_table_lookup (members->rows, type);

      if (rows[i] == hub)
        continue;
      if (!group)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (members->rows, g_strdup (type), group);
        }
      g_array_append_val (group, rows[i]);
    }
}

/* Returns (nullable): the nodes of a type. */
static GArray *
find_members (const TrlGrid *grid, const TrlNetwork *network, const char *type)
{
  TrlGrid    *cache = (TrlGrid *) grid;
  const char *id = trl_network_get_id (network);
  Members    *members;

  if (!cache->members)
    cache->members =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, members_free);
  members = g_hash_table_lookup (cache->members, id);
  if (!members || members->revision != trl_network_get_revision (network))
    {
      members = g_new0 (Members, 1);
      members->revision = trl_network_get_revision (network);
      members->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);
      index_members (members, network);
      g_hash_table_insert (cache->members, g_strdup (id), members);
    }
  return g_hash_table_lookup (members->rows, type);
}

GArray *
trl_grid_get_members (const TrlGrid *grid, guint row, guint column)
{
  const TrlNetwork *network = trl_grid_get_network (grid, row);
  GArray           *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint             end;
  TrlGridHeader     header;

  if (!network)
    return rows;
  end = trl_grid_get_end (grid, network, row);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &header);
  if (grid->columns == TRL_GRID_COLUMNS_TYPES)
    {
      GArray *group = find_members (grid, network, header.id);

      for (guint i = 0; group && i < group->len; i++)
        if (g_array_index (group, guint, i) != end)
          g_array_append_val (rows, g_array_index (group, guint, i));
    }
  else
    {
      guint node = trl_table_find (trl_network_get_nodes (network), header.id);

      if (node != TRL_NO_ROW)
        g_array_append_val (rows, node);
    }
  return rows;
}

/* The edges of a node with an end, or with anyone where there is none. */
static void
collect_edges (
  const TrlNetwork *network, const TrlGraph *graph, guint node, guint end, GArray *edges)
{
  guint index = graph->node_index[node];

  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    if (end == TRL_NO_ROW || graph->node_row[graph->neighbour[i]] == end)
      g_array_append_val (edges, graph->edge_row[graph->via[i]]);
}

static void
count_nodes (const TrlGrid *grid, const TrlTable *nodes, GArray *members, TrlCell *cell)
{
  cell->n_nodes = members->len;
  cell->node = members->len == 1 ? g_array_index (members, guint, 0) : TRL_NO_ROW;
  if (grid->rows == TRL_GRID_ROWS_PARTNERS && grid->columns == TRL_GRID_COLUMNS_PARTNERS)
    return;
  for (guint i = 0; i < members->len; i++)
    {
      double own =
        trl_table_get_number (nodes, g_array_index (members, guint, i), TRL_NODE_COUNT);

      if (members->len == 1)
        cell->count = own;
      else
        cell->count = (i ? cell->count : 0) + (isnan (own) ? 1 : own);
    }
}

static void
read_one (const TrlNetwork *network, guint edge, TrlCell *cell)
{
  const TrlTable *edges = trl_network_get_edges (network);
  const char     *level = trl_table_get_text (edges, edge, TRL_EDGE_LEVEL);
  const char     *back = trl_table_get_text (edges, edge, TRL_EDGE_BACK);
  const char     *presence = trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE);

  cell->edge = edge;
  cell->scale = trl_network_get_edge_scale (network, edge);
  cell->rank = trl_network_get_edge_rank (network, edge);
  cell->intended =
    trl_scale_get_rank (cell->scale, trl_table_get_text (edges, edge, TRL_EDGE_INTENDED));
  cell->missing = trl_table_get_text (edges, edge, TRL_EDGE_MISSING);
  cell->planned = trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED);
  cell->note = trl_table_get_text (edges, edge, TRL_EDGE_NOTE);
  cell->source = trl_table_get_text (edges, edge, TRL_EDGE_SOURCE);
  if (level && back)
    {
      cell->answers[0] = trl_scale_get_rank (cell->scale, level);
      cell->answers[1] = trl_scale_get_rank (cell->scale, back);
    }
  cell->state = cell->rank > 0                         ? TRL_CELL_LEVEL
                : cell->rank == 0                      ? TRL_CELL_NONE
                : g_strcmp0 (presence, "absent") == 0  ? TRL_CELL_ABSENT
                : g_strcmp0 (presence, "unknown") == 0 ? TRL_CELL_EMPTY
                                                       : TRL_CELL_NOT_REPORTED;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* As trl_network_roll_up(): planned ties do not count, and none beside a tie without a
 * level is not known to be none. */
static void
read_several (const TrlNetwork *network, GArray *rows, TrlCell *cell)
{
  const TrlTable *edges = trl_network_get_edges (network);
  const guint    *all = trl_table_get_rows (edges, NULL);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean unreported = FALSE;

  cell->scale = trl_network_get_edge_scale (network, all[0]);
  cell->planned = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      guint       edge = g_array_index (rows, guint, i);
      int         rank = trl_network_get_edge_rank (network, edge);
      gboolean    same = trl_network_get_edge_scale (network, edge) == cell->scale;
      const char *intended = trl_table_get_text (edges, edge, TRL_EDGE_INTENDED);

      if (same)
        cell->intended = MAX (cell->intended, trl_scale_get_rank (cell->scale, intended));
      if (trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED))
        continue;
      cell->planned = FALSE;
      if (rank >= 0 && same)
        g_array_append_val (ranks, rank);
      else
        unreported = unreported || trl_network_is_edge_engaged (network, edge);
    }
  g_array_sort (ranks, compare_ranks);
  if (ranks->len)
    cell->rank = g_array_index (
      ranks, int,
      trl_network_get_roll_up_rule (network) == TRL_ROLL_UP_MEDIAN ? (ranks->len - 1) / 2
                                                                   : ranks->len - 1);
  if (cell->rank == 0 && unreported)
    cell->rank = -1;
  cell->state = cell->rank > 0             ? TRL_CELL_LEVEL
                : cell->rank == 0          ? TRL_CELL_NONE
                : ranks->len || unreported ? TRL_CELL_NOT_REPORTED
                                           : TRL_CELL_EMPTY;
}

/* A partner of a site without a word about its tie with the hub is there; between two
 * partners, no word says nothing. */
static void
read_none (const TrlGrid *grid, TrlCell *cell)
{
  if (cell->n_nodes && grid->rows == TRL_GRID_ROWS_SITES)
    cell->state = TRL_CELL_NOT_REPORTED;
}

void
trl_grid_get_cell (const TrlGrid *grid, guint row, guint column, TrlCell *cell)
{
  const TrlNetwork *network = trl_grid_get_network (grid, row);
  g_autoptr (GArray) members = trl_grid_get_members (grid, row, column);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TrlGraph) graph = NULL;
  guint end;

  *cell = (TrlCell){ .rank = -1,
                     .count = NAN,
                     .node = TRL_NO_ROW,
                     .edge = TRL_NO_ROW,
                     .intended = -1,
                     .answers = { -1, -1 } };
  if (!network)
    return;
  end = trl_grid_get_end (grid, network, row);
  if (members->len == 1 && g_array_index (members, guint, 0) == end)
    {
      cell->state = TRL_CELL_OUTSIDE;
      return;
    }
  graph = trl_network_get_graph (network);
  count_nodes (grid, trl_network_get_nodes (network), members, cell);
  for (guint i = 0; i < members->len; i++)
    collect_edges (network, graph, g_array_index (members, guint, i), end, edges);
  cell->n_edges = edges->len;
  if (edges->len > 1)
    read_several (network, edges, cell);
  else if (edges->len)
    read_one (network, g_array_index (edges, guint, 0), cell);
  else
    read_none (grid, cell);
}

TrlMeant
trl_cell_get_meant (const TrlCell *cell)
{
  if (cell->intended < 0 || cell->rank < 0)
    return TRL_MEANT_UNSAID;
  return cell->rank < cell->intended   ? TRL_MEANT_BELOW
         : cell->rank > cell->intended ? TRL_MEANT_ABOVE
                                       : TRL_MEANT_AT;
}
