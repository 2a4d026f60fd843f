/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to a rectangle of cells is one step.  Cells that cannot be as asked (a
 * partner with itself, several organizations in one) are left out and counted.
 */

#include "config.h"

#include "grid/trellis-levels-edit.h"

#include <glib/gi18n.h>

typedef struct
{
  guint   n_done;
  guint   n_left;
  GError *error; /* the first */
} Tally;

static TrlDocument *
get_document (TrellisLevelsModel *model)
{
  return trellis_session_get_document (trellis_levels_model_get_session (model));
}

static void
edit_one (TrellisLevelsModel *model,
          guint               row,
          guint               column,
          const TrlCellEdit  *edit,
          Tally              *tally)
{
  GError *error = NULL;

  if (trl_grid_edit_cell (get_document (model), trellis_levels_model_get_grid (model),
                          row, column, edit, &error))
    tally->n_done++;
  else
    {
      tally->n_left++;
      if (tally->error)
        g_error_free (error);
      else
        tally->error = error;
    }
}

static gboolean
finish (TrellisLevelsModel *model, Tally *tally, guint *n_left, GError **error)
{
  *n_left = tally->n_left;
  if (tally->n_done)
    {
      trl_document_end (get_document (model));
      g_clear_error (&tally->error);
      return TRUE;
    }
  trl_document_cancel (get_document (model));
  if (!tally->error)
    return TRUE;
  g_propagate_error (error, tally->error);
  return FALSE;
}

gboolean
trellis_levels_edit (TrellisLevelsModel     *model,
                     const TrellisSheetArea *area,
                     const char             *name,
                     const TrlCellEdit      *edit,
                     guint                  *n_left,
                     GError                **error)
{
  Tally tally = { 0, 0, NULL };

  trl_document_begin (get_document (model), name, NULL);
  for (guint r = area->row; r < area->row + area->n_rows; r++)
    for (guint c = area->column; c < area->column + area->n_columns; c++)
      edit_one (model, r, c, edit, &tally);
  return finish (model, &tally, n_left, error);
}

gboolean
trellis_levels_edit_shown (TrellisLevelsModel     *model,
                           const TrellisSheetArea *area,
                           const char             *name,
                           const TrlCellEdit      *edit,
                           guint                  *n_left,
                           GError                **error)
{
  TrlCellEdit own = *edit;

  if (trellis_levels_model_get_layer (model) == TRELLIS_LAYER_INTENDED)
    trl_cell_edit_intend (&own);
  return trellis_levels_edit (model, area, name, &own, n_left, error);
}

static TrlCellEdit
edit_from (TrellisLevelsModel *model, const TrlCell *cell)
{
  TrlCellEdit edit = { .mask = TRL_CELL_SET_LEVEL | TRL_CELL_SET_COUNT,
                       .state = cell->state,
                       .scale = cell->scale,
                       .rank = cell->rank,
                       .count = cell->count,
                       .intended = cell->intended };

  if (trellis_levels_model_get_layer (model) == TRELLIS_LAYER_INTENDED)
    edit.mask = TRL_CELL_SET_INTENDED;
  return edit;
}

/* Cells are read before the step begins: a grid is of the document as it was. */
static GArray *
read_sources (TrellisLevelsModel     *model,
              const TrellisSheetArea *area,
              TrlGridAxis             axis,
              guint                   from)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (TrlCellEdit));
  guint   n = axis == TRL_GRID_ROW ? area->n_columns : area->n_rows;

  for (guint i = 0; i < n; i++)
    {
      TrlCell     cell;
      TrlCellEdit edit;

      if (axis == TRL_GRID_ROW)
        trl_grid_get_cell (trellis_levels_model_get_grid (model), from, area->column + i,
                           &cell);
      else
        trl_grid_get_cell (trellis_levels_model_get_grid (model), area->row + i, from,
                           &cell);
      edit = edit_from (model, &cell);
      if (cell.state == TRL_CELL_OUTSIDE)
        edit.mask = 0;
      g_array_append_val (edits, edit);
    }
  return edits;
}

gboolean
trellis_levels_fill (TrellisLevelsModel     *model,
                     const TrellisSheetArea *area,
                     TrlGridAxis             axis,
                     guint                  *n_left,
                     GError                **error)
{
  gboolean down = axis == TRL_GRID_ROW;
  guint    first = down ? area->row : area->column;
  guint    length = down ? area->n_rows : area->n_columns;
  Tally    tally = { 0, 0, NULL };
  g_autoptr (GArray) edits = NULL;

  *n_left = 0;
  if (length == 1 && first == 0)
    return TRUE;
  if (length == 1)
    first--, length++;
  edits = read_sources (model, area, axis, first);
  trl_document_begin (get_document (model), down ? _ ("Fill Down") : _ ("Fill Right"),
                      NULL);
  for (guint i = 0; i < edits->len; i++)
    for (guint k = first + 1; k < first + length; k++)
      if (g_array_index (edits, TrlCellEdit, i).mask)
        edit_one (model, down ? k : area->row + i, down ? area->column + i : k,
                  &g_array_index (edits, TrlCellEdit, i), &tally);
  return finish (model, &tally, n_left, error);
}
