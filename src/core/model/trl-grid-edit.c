/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell set, in three moves: find what stands behind it now, see that the edit makes
 * sense there, and change as little as will make the cell read so.  Everything is checked
 * before anything is changed. */

#include "config.h"

#include "model/trl-grid-change-private.h"

#include "model/trl-rollup-private.h"

#include <math.h>

static gboolean
add_record (const TrlGridChange *change, const TrlRecord *record, GError **error)
{
  return trl_document_apply (change->document,
                             &(TrlEdit){ .kind = TRL_EDIT_ADD,
                                         .of = record->kind,
                                         .network = change->network_id,
                                         .record = record },
                             error);
}

static gboolean
set_value (
  const TrlGridChange *change, TrlKind of, guint prop, TrlValue value, GError **error)
{
  TrlEdit edit = { .kind = TRL_EDIT_SET,
                   .of = of,
                   .network = change->network_id,
                   .prop = prop,
                   .value = value };

  if (of == TRL_KIND_NODE)
    edit.id = trl_table_get_id (trl_network_get_nodes (change->network), change->node);
  else if (of == TRL_KIND_EDGE)
    edit.id = trl_table_get_id (trl_network_get_edges (change->network), change->edge);
  return trl_document_apply (change->document, &edit, error);
}

static gboolean
set_edge (const TrlGridChange *change, guint prop, const char *text, GError **error)
{
  return set_value (change, TRL_KIND_EDGE, prop,
                    TRL_TEXT (trl_grid_change_says (text) ? text : NULL), error);
}

static const char *
level_id (const TrlScale *scale, int rank)
{
  return rank >= 0 ? trl_scale_get_level (scale, (guint) rank)->id : NULL;
}

static gboolean
make_hub (TrlGridChange *change, GError **error)
{
  g_autoptr (TrlRecord) hub = trl_hub_record_new (NULL);

  if (!add_record (change, hub, error) ||
      !set_value (change, TRL_KIND_NETWORK, TRL_NETWORK_HUB, TRL_TEXT (hub->id), error))
    return FALSE;
  change->anchor = trl_network_get_hub (change->network);
  return TRUE;
}

static gboolean
make_node (TrlGridChange *change, GError **error)
{
  const TrlGridItem *column = change->column;
  gboolean           by_type = change->grid->columns == TRL_GRID_COLUMNS_TYPES;
  const TrlTable    *nodes = trl_network_get_nodes (change->network);
  gboolean keeps_id = !by_type && trl_table_find (nodes, column->id) == TRL_NO_ROW;
  g_autoptr (TrlRecord) record =
    trl_record_new (TRL_KIND_NODE, keeps_id ? column->id : NULL);

  if (!by_type || column->type)
    trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (column->name));
  trl_record_set (record, TRL_NODE_TYPE, TRL_TEXT (column->type));
  trl_record_set (record, TRL_NODE_KEY, TRL_TEXT (column->key));
  if (!add_record (change, record, error))
    return FALSE;
  change->node = trl_table_find (nodes, record->id);
  change->n_nodes = 1;
  return TRUE;
}

/* A tie of which nothing is known yet; what the cell holds is set next. */
static gboolean
make_edge (TrlGridChange *change, GError **error)
{
  const TrlTable *nodes = trl_network_get_nodes (change->network);
  const TrlTable *edges = trl_network_get_edges (change->network);
  const TrlScale *first =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (change->document), NULL);
  g_autoptr (TrlRecord) record =
    trl_record_new_edge (NULL, trl_table_get_id (nodes, change->anchor),
                         trl_table_get_id (nodes, change->node));
  TrlTieWalk walk;
  gboolean   is_answered;

  /* Beside a tie that comes the other way, this one has a direction too. */
  is_answered = trl_tie_walk_begin (&walk, &change->site->ties, change->network,
                                    change->anchor, change->node) != TRL_NO_ROW;
  trl_record_set (record, TRL_EDGE_DIRECTED, TRL_FLAG (is_answered));
  trl_record_set (record, TRL_EDGE_PRESENCE, TRL_TEXT ("unknown"));
  if (change->scale != first)
    trl_record_set (record, TRL_EDGE_SCALE, TRL_TEXT (change->scale->id));
  if (!add_record (change, record, error))
    return FALSE;
  change->edge = trl_table_find (edges, record->id);
  change->n_edges = 1;
  trl_ties_add (&change->site->ties, change->network, change->edge);
  return TRUE;
}

static gboolean
make_what_is_missing (TrlGridChange *change, GError **error)
{
  gboolean is_counted =
    trl_grid_change_sets (change, TRL_CELL_SET_COUNT) && !isnan (change->edit->count);

  if (!trl_grid_change_needs_edge (change) && !is_counted)
    return TRUE;
  if (change->anchor == TRL_NO_ROW &&
      trl_table_get_size (trl_network_get_edges (change->network)) == 0 &&
      !make_hub (change, error))
    return FALSE;
  if (change->n_nodes == 0 && !make_node (change, error))
    return FALSE;
  return change->n_edges > 0 || !trl_grid_change_needs_edge (change) ||
         make_edge (change, error);
}

static gboolean
remove_thing (const TrlGridChange *change, TrlKind of, guint row, GError **error)
{
  const TrlTable *table = trl_network_get_table (change->network, of);
  /* Not borrowed from the table, which lets go of it. */
  g_autofree char *id = g_strdup (trl_table_get_id (table, row));

  return trl_document_apply (
    change->document,
    &(TrlEdit){
      .kind = TRL_EDIT_REMOVE, .of = of, .network = change->network_id, .id = id },
    error);
}

static gboolean
remove_edge (TrlGridChange *change, GError **error)
{
  trl_ties_remove (&change->site->ties, change->network, change->edge);
  if (!remove_thing (change, TRL_KIND_EDGE, change->edge, error))
    {
      trl_ties_clear (&change->site->ties);
      return FALSE;
    }
  change->n_edges = 0;
  change->edge = TRL_NO_ROW;
  return TRUE;
}

/* A partner that says nothing by being there. */
static gboolean
is_bare (const TrlGridChange *change)
{
  static const guint said[] = { TRL_NODE_ROLES, TRL_NODE_KEY, TRL_NODE_NOTE,
                                TRL_NODE_SOURCE };
  const TrlTable    *nodes = trl_network_get_nodes (change->network);
  const char        *name = trl_table_get_text (nodes, change->node, TRL_NODE_NAME);
  g_autoptr (TrlRecord) record = trl_table_get_record (nodes, change->node, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (trl_grid_change_says (trl_table_get_text (nodes, change->node, said[i])))
      return FALSE;
  return change->grid->columns == TRL_GRID_COLUMNS_TYPES &&
         change->node != trl_network_get_hub (change->network) &&
         !trl_table_get_flag (nodes, change->node, TRL_NODE_IMPLIED) &&
         isnan (trl_table_get_number (nodes, change->node, TRL_NODE_COUNT)) &&
         !record->extra && (!record->fields || g_hash_table_size (record->fields) == 0) &&
         (!trl_grid_change_says (name) || g_str_equal (name, change->column->name)) &&
         trl_network_count_ends (change->network, change->node) == 0;
}

/* Levels of one scale mean nothing on another. */
static gboolean
set_scale (const TrlGridChange *change, GError **error)
{
  const TrlTable *edges = trl_network_get_edges (change->network);
  const char     *intended = trl_table_get_text (edges, change->edge, TRL_EDGE_INTENDED);

  if (trl_network_get_edge_scale (change->network, change->edge) == change->scale)
    return TRUE;
  if (trl_scale_get_rank (change->scale, intended) < 0 &&
      !set_edge (change, TRL_EDGE_INTENDED, NULL, error))
    return FALSE;
  return set_edge (change, TRL_EDGE_LEVEL, NULL, error) &&
         set_edge (change, TRL_EDGE_BACK, NULL, error) &&
         set_edge (change, TRL_EDGE_SCALE, change->scale->id, error);
}

static gboolean
reads_so (const TrlGridChange *change)
{
  const TrlTable *edges = trl_network_get_edges (change->network);
  int             rank = trl_network_get_edge_rank (change->network, change->edge);
  const char     *presence = trl_table_get_text (edges, change->edge, TRL_EDGE_PRESENCE);

  return trl_cell_state_of (rank, presence) == change->edit->state &&
         rank == trl_grid_change_get_rank_of_state (change->edit) &&
         (rank < 0 ||
          trl_network_get_edge_scale (change->network, change->edge) == change->scale);
}

/* A level that is set takes the place of both answers. */
static gboolean
set_level (const TrlGridChange *change, GError **error)
{
  TrlCellState state = change->edit->state;
  int          rank = trl_grid_change_get_rank_of_state (change->edit);
  const char  *presence = NULL;

  if (reads_so (change))
    return TRUE;
  if (state == TRL_CELL_ABSENT)
    presence = "absent";
  else if (state == TRL_CELL_EMPTY)
    presence = "unknown";
  if (rank >= 0 && !set_scale (change, error))
    return FALSE;
  if (state != TRL_CELL_NOT_REPORTED && !set_edge (change, TRL_EDGE_MISSING, NULL, error))
    return FALSE;
  return set_edge (change, TRL_EDGE_BACK, NULL, error) &&
         set_edge (change, TRL_EDGE_LEVEL, level_id (change->scale, rank), error) &&
         set_edge (change, TRL_EDGE_PRESENCE, presence, error);
}

static gboolean
set_intended (const TrlGridChange *change, GError **error)
{
  if (change->edit->intended >= 0 && !set_scale (change, error))
    return FALSE;
  return set_edge (change, TRL_EDGE_INTENDED,
                   level_id (change->scale, change->edit->intended), error);
}

static gboolean
set_tie (const TrlGridChange *change, GError **error)
{
  const TrlCellEdit *edit = change->edit;

  return (!trl_grid_change_sets (change, TRL_CELL_SET_LEVEL) ||
          set_level (change, error)) &&
         (!trl_grid_change_sets (change, TRL_CELL_SET_INTENDED) ||
          set_intended (change, error)) &&
         (!trl_grid_change_sets (change, TRL_CELL_SET_NOTE) ||
          set_edge (change, TRL_EDGE_NOTE, edit->note, error)) &&
         (!trl_grid_change_sets (change, TRL_CELL_SET_SOURCE) ||
          set_edge (change, TRL_EDGE_SOURCE, edit->source, error));
}

/* What is meant of a partnership is not what is taken away with its level. */
static gboolean
is_meant (const TrlGridChange *change)
{
  return change->n_edges == 1 && !trl_grid_change_sets (change, TRL_CELL_SET_INTENDED) &&
         trl_grid_change_says (trl_table_get_text (
           trl_network_get_edges (change->network), change->edge, TRL_EDGE_INTENDED));
}

/* A partnership of which nothing is known, meant or written. */
static gboolean
is_bare_edge (const TrlGridChange *change)
{
  static const guint said[] = { TRL_EDGE_LEVEL,    TRL_EDGE_BACK, TRL_EDGE_MISSING,
                                TRL_EDGE_INTENDED, TRL_EDGE_KIND, TRL_EDGE_SINCE,
                                TRL_EDGE_UNTIL,    TRL_EDGE_NOTE, TRL_EDGE_SOURCE };
  const TrlTable    *edges = trl_network_get_edges (change->network);
  g_autoptr (TrlRecord) record = trl_table_get_record (edges, change->edge, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (trl_grid_change_says (trl_table_get_text (edges, change->edge, said[i])))
      return FALSE;
  return g_strcmp0 (trl_table_get_text (edges, change->edge, TRL_EDGE_PRESENCE),
                    "unknown") == 0 &&
         !trl_table_get_flag (edges, change->edge, TRL_EDGE_PLANNED) && !record->extra &&
         (!record->fields || g_hash_table_size (record->fields) == 0);
}

/* Where an intention was the last that kept a partnership, it goes too. */
static gboolean
set_tie_or_remove (TrlGridChange *change, GError **error)
{
  guint64 before = trl_network_get_revision (change->network);

  if (!set_tie (change, error))
    return FALSE;
  return !trl_grid_change_sets (change, TRL_CELL_SET_INTENDED) ||
         change->edit->intended >= 0 ||
         trl_network_get_revision (change->network) == before || !is_bare_edge (change) ||
         remove_edge (change, error);
}

static gboolean
make_change (TrlGridChange *change, GError **error)
{
  gboolean empties = trl_grid_change_sets (change, TRL_CELL_SET_LEVEL) &&
                     change->edit->state == TRL_CELL_EMPTY;
  gboolean withdraws =
    trl_grid_change_sets (change, TRL_CELL_SET_INTENDED) && change->edit->intended < 0;
  guint64 before = trl_network_get_revision (change->network);

  if (!make_what_is_missing (change, error))
    return FALSE;
  if (empties && change->n_edges == 1 && !trl_grid_change_needs_edge (change) &&
      !is_meant (change) && !remove_edge (change, error))
    return FALSE;
  if (change->n_edges == 1 && !set_tie_or_remove (change, error))
    return FALSE;
  if (change->n_nodes == 1 && trl_grid_change_sets (change, TRL_CELL_SET_COUNT) &&
      !set_value (change, TRL_KIND_NODE, TRL_NODE_COUNT,
                  isnan (change->edit->count) ? TRL_NONE_VALUE
                                              : TRL_NUMBER (change->edit->count),
                  error))
    return FALSE;
  if ((empties || withdraws) && change->n_nodes == 1 &&
      trl_network_get_revision (change->network) != before && is_bare (change) &&
      !remove_thing (change, TRL_KIND_NODE, change->node, error))
    return FALSE;
  return TRUE;
}

gboolean
trl_grid_edit_cell (TrlDocument       *document,
                    const TrlGrid     *grid,
                    guint              row,
                    guint              column,
                    const TrlCellEdit *edit,
                    GError           **error)
{
  TrlGridChange change = { .document = document,
                           .grid = grid,
                           .edit = edit,
                           .anchor = TRL_NO_ROW,
                           .node = TRL_NO_ROW,
                           .edge = TRL_NO_ROW };
  guint         index;

  g_return_val_if_fail (row < trl_grid_get_size (grid, TRL_GRID_ROW), FALSE);
  g_return_val_if_fail (column < trl_grid_get_size (grid, TRL_GRID_COLUMN), FALSE);

  change.site = trl_grid_get_site (grid, row);
  change.row = trl_grid_get_item (grid, TRL_GRID_ROW, row, &index);
  change.column = trl_grid_get_item (grid, TRL_GRID_COLUMN, column, &change.column_index);
  if (!trl_grid_change_find (&change, error) || !trl_grid_change_check (&change, error) ||
      !make_change (&change, error))
    return FALSE;
  /* The ends of edges are as this edit left them. */
  change.site->ties.revision = trl_network_get_revision (change.network);
  return TRUE;
}
