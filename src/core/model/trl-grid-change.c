/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands behind a cell now, and whether an edit makes sense there. */

#include "config.h"

#include "model/trl-grid-change-private.h"

#include "model/trl-rollup-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_TEXT (64 * 1024)

/* Says where as well: an edit is often one of many. */
static gboolean
refuse (const TrlGridChange *change,
        TrlGridError         code,
        const char          *message,
        GError             **error)
{
  g_set_error (error, TRL_GRID_ERROR, (int) code, "%s, %s: %s", change->row->name,
               change->column->name, message);
  return FALSE;
}

/* ---- what is there now ---- */

static void
add_member (TrlGridChange *change, guint node)
{
  change->node = node;
  change->n_nodes++;
}

static void
find_members_of_type (TrlGridChange *change)
{
  const TrlTable *nodes = trl_network_get_nodes (change->network);
  guint           capacity = trl_table_get_capacity (nodes);

  for (guint i = 0; i < capacity; i++)
    {
      const char *type;

      if (!trl_table_has_row (nodes, i) || i == change->anchor)
        continue;
      type = trl_table_get_text (nodes, i, TRL_NODE_TYPE);
      if (g_str_equal (type ? type : "", change->column->id))
        add_member (change, i);
    }
}

/* Those that the grid knew and that are still there, or the one that it has made since.
 */
static void
find_members_of_partner (TrlGridChange *change)
{
  const TrlTable    *nodes = trl_network_get_nodes (change->network);
  const TrlGridSite *site = change->site;
  guint              row;

  for (guint i = site->first[change->column_index];
       i < site->first[change->column_index + 1]; i++)
    {
      row = trl_table_find (nodes, site->ids->pdata[i]);
      if (row != TRL_NO_ROW)
        add_member (change, row);
    }
  if (change->n_nodes > 0)
    return;
  row = trl_table_find (nodes, change->column->id);
  if (row != TRL_NO_ROW)
    add_member (change, row);
}

static gboolean
points_away (const TrlGridChange *change, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (change->network);

  return change->grid->rows == TRL_GRID_ROWS_PARTNERS &&
         change->grid->columns == TRL_GRID_COLUMNS_PARTNERS &&
         trl_table_get_flag (edges, edge, TRL_EDGE_DIRECTED) &&
         trl_table_get_end (edges, edge, 0) != change->anchor;
}

static void
find_edges (TrlGridChange *change)
{
  TrlTies   *ties = &change->site->ties;
  TrlTieWalk walk;

  trl_ties_update (ties, change->network);
  if (change->n_nodes != 1 || change->anchor == TRL_NO_ROW)
    return;
  for (guint edge =
         trl_tie_walk_begin (&walk, ties, change->network, change->anchor, change->node);
       edge != TRL_NO_ROW; edge = trl_tie_walk_next (&walk))
    if (!points_away (change, edge))
      {
        change->edge = edge;
        change->n_edges++;
      }
}

gboolean
trl_grid_change_find (TrlGridChange *change, GError **error)
{
  const TrlTable *nodes;
  gboolean        by_partner = change->grid->rows == TRL_GRID_ROWS_PARTNERS;

  change->network_id = change->row->network;
  change->network = trl_document_find_network (change->document, change->network_id);
  if (change->network != change->site->network)
    trl_grid_update_site (change->grid, change->site);
  if (!change->network)
    return refuse (change, TRL_GRID_ERROR_OUTSIDE,
                   _ ("this row or column is not there any more"), error);
  nodes = trl_network_get_nodes (change->network);
  change->anchor = by_partner ? trl_table_find (nodes, change->row->id)
                              : trl_network_get_hub (change->network);
  if (by_partner && change->anchor == TRL_NO_ROW)
    return refuse (change, TRL_GRID_ERROR_OUTSIDE,
                   _ ("this row or column is not there any more"), error);
  if (change->grid->columns == TRL_GRID_COLUMNS_TYPES)
    find_members_of_type (change);
  else
    find_members_of_partner (change);
  if (by_partner && change->grid->columns == TRL_GRID_COLUMNS_PARTNERS &&
      change->n_nodes == 0)
    return refuse (change, TRL_GRID_ERROR_OUTSIDE,
                   _ ("this row or column is not there any more"), error);
  if (change->n_nodes > 0 && change->node == change->anchor)
    return refuse (change, TRL_GRID_ERROR_OUTSIDE,
                   _ ("a partner has no partnership with itself"), error);
  find_edges (change);
  return TRUE;
}

/* ---- whether the edit makes sense ---- */

/* A partner is counted where it stands for its type or its site, not among partners. */
gboolean
trl_grid_change_sets (const TrlGridChange *change, guint flag)
{
  if (flag == TRL_CELL_SET_COUNT && change->grid->rows == TRL_GRID_ROWS_PARTNERS &&
      change->grid->columns == TRL_GRID_COLUMNS_PARTNERS)
    return FALSE;
  return (change->edit->mask & flag) != 0;
}

gboolean
trl_grid_change_says (const char *text)
{
  return text && *text;
}

/* Whether something is set that only a partnership can hold. */
gboolean
trl_grid_change_needs_edge (const TrlGridChange *change)
{
  const TrlCellEdit *edit = change->edit;

  return (trl_grid_change_sets (change, TRL_CELL_SET_LEVEL) &&
          edit->state != TRL_CELL_EMPTY) ||
         (trl_grid_change_sets (change, TRL_CELL_SET_NOTE) &&
          trl_grid_change_says (edit->note)) ||
         (trl_grid_change_sets (change, TRL_CELL_SET_SOURCE) &&
          trl_grid_change_says (edit->source)) ||
         (trl_grid_change_sets (change, TRL_CELL_SET_INTENDED) && edit->intended >= 0);
}

static gboolean
check_single (const TrlGridChange *change, GError **error)
{
  gboolean asks_tie = (change->edit->mask & ~(guint) TRL_CELL_SET_COUNT) != 0;

  if (change->n_nodes > 1 || (change->n_edges > 1 && asks_tie))
    return refuse (change, TRL_GRID_ERROR_MANY,
                   _ ("several partnerships; open the cell to change each"), error);
  if (change->anchor != TRL_NO_ROW || !asks_tie ||
      trl_table_get_size (trl_network_get_edges (change->network)) == 0)
    return TRUE;
  if (trl_grid_change_needs_edge (change) ||
      (change->n_nodes == 1 &&
       trl_network_count_ends (change->network, change->node) > 0))
    return refuse (change, TRL_GRID_ERROR_NO_HUB,
                   _ ("nobody convenes this network; choose its hub first"), error);
  return TRUE;
}

static gboolean
check_text (const TrlGridChange *change, const char *text, GError **error)
{
  gsize length = text ? strlen (text) : 0;

  if (length > MAX_TEXT || (text && !g_utf8_validate_len (text, length, NULL)))
    return refuse (change, TRL_GRID_ERROR_VALUE,
                   _ ("this text is too long, or not sound"), error);
  return TRUE;
}

/* The scale of the edit by its id, as the document has it now. */
static const TrlScale *
find_scale (const TrlGridChange *change)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (change->document);
  const TrlScale      *scale = change->edit->scale;

  if (scale)
    return trl_vocabulary_find_scale (words, scale->id);
  if (change->n_edges == 1)
    scale = trl_network_get_edge_scale (change->network, change->edge);
  else if (change->site->scale)
    scale = trl_vocabulary_find_scale (words, change->site->scale->id);
  return scale ? scale : trl_vocabulary_find_scale (words, NULL);
}

int
trl_grid_change_get_rank_of_state (const TrlCellEdit *edit)
{
  if (edit->state == TRL_CELL_LEVEL)
    return edit->rank;
  return edit->state == TRL_CELL_NONE ? 0 : -1;
}

static gboolean
check_level (TrlGridChange *change, GError **error)
{
  const TrlCellEdit *edit = change->edit;
  int                n = change->scale ? (int) trl_scale_get_n_levels (change->scale) : 0;
  gboolean           sets_level = trl_grid_change_sets (change, TRL_CELL_SET_LEVEL);
  gboolean           is_wrong = !change->scale;

  if (sets_level)
    is_wrong |= edit->state >= TRL_CELL_OUTSIDE ||
                trl_grid_change_get_rank_of_state (edit) >= n ||
                (edit->state == TRL_CELL_LEVEL && edit->rank < 1);
  if (trl_grid_change_sets (change, TRL_CELL_SET_INTENDED))
    {
      is_wrong |= edit->intended < -1 || edit->intended >= n;
      /* What is meant is said on the scale of the level that stands beside it. */
      is_wrong |=
        !sets_level && change->n_edges == 1 &&
        trl_network_get_edge_rank (change->network, change->edge) >= 0 &&
        trl_network_get_edge_scale (change->network, change->edge) != change->scale;
    }
  if (is_wrong)
    return refuse (change, TRL_GRID_ERROR_VALUE, _ ("the scale has no such level"),
                   error);
  return TRUE;
}

static gboolean
check_values (TrlGridChange *change, GError **error)
{
  const TrlCellEdit *edit = change->edit;

  change->scale = find_scale (change);
  if (trl_grid_change_sets (change, TRL_CELL_SET_COUNT) && !isnan (edit->count) &&
      (!isfinite (edit->count) || edit->count < 0))
    return refuse (change, TRL_GRID_ERROR_VALUE, _ ("this is no number of partners"),
                   error);
  return check_level (change, error) &&
         (!trl_grid_change_sets (change, TRL_CELL_SET_NOTE) ||
          check_text (change, edit->note, error)) &&
         (!trl_grid_change_sets (change, TRL_CELL_SET_SOURCE) ||
          check_text (change, edit->source, error));
}

gboolean
trl_grid_change_check (TrlGridChange *change, GError **error)
{
  return check_single (change, error) && check_values (change, error);
}
