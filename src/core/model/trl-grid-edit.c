/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell is set by the edits that make its partner, its tie and the hub when they are not
 * there yet.  What is so already is left alone.
 */

#include "config.h"

#include "model/trl-grid-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The cell on its way: ids, because rows may move while things are made. */
typedef struct
{
  TrlDocument    *document;
  const TrlGrid  *grid;
  guint           row;
  TrlGridHeader   side, top;
  char           *network;
  char           *node;
  char           *edge;
  const TrlScale *scale; /* of the edge when it is done */
  TrlCell         cell;
} Target;

static void
target_clear (Target *target)
{
  g_free (target->network);
  g_free (target->node);
  g_free (target->edge);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static TrlNetwork *
get_network (const Target *target)
{
  return trl_document_find_network (target->document, target->network);
}

static void
set_edge (Target *target, guint prop, const char *text)
{
  const TrlTable *edges = trl_network_get_edges (get_network (target));
  guint           row = trl_table_find (edges, target->edge);

  if (g_strcmp0 (trl_table_get_text (edges, row, prop), text) != 0)
    trl_document_set (target->document, TRL_KIND_EDGE, target->network, target->edge,
                      prop, TRL_TEXT (text));
}

static gboolean
fail (const Target *target, TrlGridError code, const char *text, GError **error)
{
  g_set_error (error, TRL_GRID_ERROR, code, "%s, %s: %s", target->side.name,
               target->top.name, text);
  return FALSE;
}

static gboolean
may_be_set (const Target *target, const TrlCellEdit *edit, GError **error)
{
  const TrlNetwork *network = get_network (target);
  int               n = (int) trl_scale_get_n_levels (target->scale);

  if (target->cell.state == TRL_CELL_OUTSIDE)
    return fail (target, TRL_GRID_ERROR_OUTSIDE,
                 _ ("a partner has no partnership with itself"), error);
  if (target->cell.n_nodes > 1 || target->cell.n_edges > 1)
    return fail (target, TRL_GRID_ERROR_MANY,
                 _ ("several partnerships; open the cell to change each"), error);
  if (((edit->mask & TRL_CELL_SET_LEVEL) && edit->state == TRL_CELL_LEVEL &&
       (edit->rank < 0 || edit->rank >= n)) ||
      ((edit->mask & TRL_CELL_SET_INTENDED) && edit->intended >= n))
    return fail (target, TRL_GRID_ERROR_VALUE, _ ("the scale has no such level"), error);
  if ((edit->mask & TRL_CELL_SET_COUNT) && edit->count < 0)
    return fail (target, TRL_GRID_ERROR_VALUE, _ ("this is no number of partners"),
                 error);
  if (target->grid->rows == TRL_GRID_ROWS_SITES && !target->edge &&
      trl_network_get_hub (network) == TRL_NO_ROW &&
      trl_table_get_size (trl_network_get_edges (network)) > 0)
    return fail (target, TRL_GRID_ERROR_NO_HUB,
                 _ ("nobody convenes this network; choose its hub first"), error);
  return TRUE;
}

static void
make_node (Target *target)
{
  g_autoptr (TrlRecord) record = NULL;
  gboolean types = target->grid->columns == TRL_GRID_COLUMNS_TYPES;

  if (target->node)
    return;
  record = trl_record_new (TRL_KIND_NODE, types ? NULL : target->top.id);
  if (!types || *target->top.id)
    trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (target->top.name));
  if (types && *target->top.id)
    trl_record_set (record, TRL_NODE_TYPE, TRL_TEXT (target->top.id));
  trl_document_add (target->document, target->network, record);
  target->node = g_strdup (record->id);
}

static char *
make_hub (Target *target)
{
  const TrlTable *nodes = trl_network_get_nodes (get_network (target));
  g_autoptr (TrlRecord) record = trl_record_new (
    TRL_KIND_NODE, trl_table_find (nodes, "hub") == TRL_NO_ROW ? "hub" : NULL);

  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (_ ("Hub")));
  trl_record_set (record, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_add (target->document, target->network, record);
  trl_document_set (target->document, TRL_KIND_NETWORK, target->network, NULL,
                    TRL_NETWORK_HUB, TRL_TEXT (record->id));
  return g_strdup (record->id);
}

static void
make_edge (Target *target)
{
  const TrlNetwork *network;
  g_autofree char  *end = NULL;
  g_autoptr (TrlRecord) record = NULL;
  guint row;

  if (target->edge)
    return;
  network = get_network (target);
  row = trl_grid_get_end (target->grid, network, target->row);
  end = row == TRL_NO_ROW
          ? make_hub (target)
          : g_strdup (trl_table_get_id (trl_network_get_nodes (network), row));
  record = trl_record_new_edge (NULL, end, target->node);
  trl_document_add (target->document, target->network, record);
  target->edge = g_strdup (record->id);
}

/* A scale that is the first of the vocabulary needs no word. */
static void
set_scale (Target *target)
{
  const TrlNetwork *network = get_network (target);
  const TrlTable   *edges = trl_network_get_edges (network);
  guint             row = trl_table_find (edges, target->edge);
  const char       *intended = trl_table_get_text (edges, row, TRL_EDGE_INTENDED);

  if (trl_network_get_edge_scale (network, row) == target->scale)
    return;
  if (intended && trl_scale_get_rank (target->scale, intended) < 0)
    set_edge (target, TRL_EDGE_INTENDED, NULL);
  set_edge (target, TRL_EDGE_BACK, NULL);
  set_edge (target, TRL_EDGE_SCALE,
            target->scale ==
                trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL)
              ? NULL
              : target->scale->id);
}

static void
set_level (Target *target, const TrlCellEdit *edit)
{
  gboolean    ranked = edit->state == TRL_CELL_LEVEL || edit->state == TRL_CELL_NONE;
  guint       rank = edit->state == TRL_CELL_NONE ? 0 : (guint) MAX (edit->rank, 0);
  const char *level = ranked ? trl_scale_get_level (target->scale, rank)->id : NULL;

  if (target->cell.edge != TRL_NO_ROW && target->cell.state == edit->state &&
      (!ranked ||
       (target->cell.scale == target->scale && target->cell.rank == (int) rank)))
    return;
  set_scale (target);
  set_edge (target, TRL_EDGE_LEVEL, level);
  if (!ranked)
    set_edge (target, TRL_EDGE_BACK, NULL);
  if (ranked)
    set_edge (target, TRL_EDGE_MISSING, NULL);
  set_edge (target, TRL_EDGE_PRESENCE, edit->state == TRL_CELL_ABSENT ? "absent" : NULL);
}

static void
set_count (Target *target, double count)
{
  const TrlTable *nodes = trl_network_get_nodes (get_network (target));
  double          own =
    trl_table_get_number (nodes, trl_table_find (nodes, target->node), TRL_NODE_COUNT);

  if (target->grid->rows == TRL_GRID_ROWS_PARTNERS &&
      target->grid->columns == TRL_GRID_COLUMNS_PARTNERS)
    return;
  if (isnan (own) ? isnan (count) : own == count)
    return;
  trl_document_set (target->document, TRL_KIND_NODE, target->network, target->node,
                    TRL_NODE_COUNT, isnan (count) ? TRL_NONE_VALUE : TRL_NUMBER (count));
}

/* Whether a partner says nothing but what its column says. */
static gboolean
stands_for_nothing (const Target *target)
{
  const TrlNetwork *network = get_network (target);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  guint             node = trl_table_find (nodes, target->node);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (TrlRecord) record = trl_table_get_record (nodes, node, NULL);
  guint       index = graph->node_index[node];
  const char *name = trl_record_get_text (record, TRL_NODE_NAME);

  if (target->grid->rows != TRL_GRID_ROWS_SITES ||
      graph->first[index + 1] > graph->first[index] || record->fields || record->extra)
    return FALSE;
  if (target->grid->columns == TRL_GRID_COLUMNS_TYPES && name &&
      g_strcmp0 (name, target->top.name) != 0)
    return FALSE;
  return isnan (trl_record_get_number (record, TRL_NODE_COUNT)) &&
         !trl_record_get_text (record, TRL_NODE_ROLES) &&
         !trl_record_get_text (record, TRL_NODE_NOTE) &&
         !trl_record_get_text (record, TRL_NODE_SOURCE);
}

static void
empty (Target *target)
{
  if (target->edge)
    trl_document_remove_edge (target->document, target->network, target->edge);
  if (target->node && stands_for_nothing (target))
    trl_document_remove_node (target->document, target->network, target->node);
}

static void
set_rest (Target *target, const TrlCellEdit *edit)
{
  const TrlLevel *level = (edit->mask & TRL_CELL_SET_INTENDED) && edit->intended >= 0
                            ? trl_scale_get_level (target->scale, (guint) edit->intended)
                            : NULL;

  if (edit->mask & TRL_CELL_SET_NOTE)
    set_edge (target, TRL_EDGE_NOTE, edit->note);
  if (edit->mask & TRL_CELL_SET_SOURCE)
    set_edge (target, TRL_EDGE_SOURCE, edit->source);
  if (edit->mask & TRL_CELL_SET_INTENDED)
    set_edge (target, TRL_EDGE_INTENDED, level ? level->id : NULL);
}

/* Whether something is to be said that was not: taking away what is not there is not. */
static gboolean
says_something (const TrlCellEdit *edit)
{
  return (edit->mask & TRL_CELL_SET_LEVEL) ||
         ((edit->mask & TRL_CELL_SET_NOTE) && edit->note) ||
         ((edit->mask & TRL_CELL_SET_SOURCE) && edit->source) ||
         ((edit->mask & TRL_CELL_SET_INTENDED) && edit->intended >= 0);
}

static void
apply (Target *target, const TrlCellEdit *edit)
{
  gboolean empties = (edit->mask & TRL_CELL_SET_LEVEL) && edit->state == TRL_CELL_EMPTY;

  if ((edit->mask & TRL_CELL_SET_COUNT) && (target->node || !isnan (edit->count)))
    {
      make_node (target);
      set_count (target, edit->count);
    }
  if (empties)
    empty (target);
  else if (target->edge || says_something (edit))
    {
      make_node (target);
      make_edge (target);
      if (edit->mask & TRL_CELL_SET_LEVEL)
        set_level (target, edit);
      set_rest (target, edit);
    }
}

gboolean
trl_grid_edit_cell (TrlDocument       *document,
                    const TrlGrid     *grid,
                    guint              row,
                    guint              column,
                    const TrlCellEdit *edit,
                    GError           **error)
{
  g_auto (Target) target = { .document = document, .grid = grid, .row = row };
  TrlNetwork *network;

  if (!trl_grid_has_cell (grid, row, column))
    {
      g_set_error (error, TRL_GRID_ERROR, TRL_GRID_ERROR_OUTSIDE,
                   _ ("This row or column is not there any more"));
      return FALSE;
    }
  network = trl_grid_get_network (grid, row);
  trl_grid_get_header (grid, TRL_GRID_ROW, row, &target.side);
  trl_grid_get_header (grid, TRL_GRID_COLUMN, column, &target.top);
  trl_grid_get_cell (grid, row, column, &target.cell);
  target.network = g_strdup (trl_network_get_id (network));
  if (target.cell.node != TRL_NO_ROW)
    target.node =
      g_strdup (trl_table_get_id (trl_network_get_nodes (network), target.cell.node));
  if (target.cell.edge != TRL_NO_ROW)
    target.edge =
      g_strdup (trl_table_get_id (trl_network_get_edges (network), target.cell.edge));
  target.scale =
    edit->scale ? edit->scale
    : target.cell.scale
      ? target.cell.scale
      : trl_vocabulary_find_scale (trl_document_get_vocabulary (document), NULL);
  if (!may_be_set (&target, edit, error))
    return FALSE;
  apply (&target, edit);
  return TRUE;
}
