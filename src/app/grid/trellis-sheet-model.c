/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet asks of whoever knows the data. */
#include "grid/trellis-sheet-model.h"

G_DEFINE_INTERFACE (TrellisSheetModel, trellis_sheet_model, G_TYPE_OBJECT)

static guint changed_signal;

static void
trellis_sheet_model_default_init (TrellisSheetModelInterface *iface)
{
  changed_signal = g_signal_new ("changed", TRELLIS_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

guint
trellis_sheet_model_get_size (TrellisSheetModel *model, TrlGridAxis axis)
{
  g_return_val_if_fail (TRELLIS_IS_SHEET_MODEL (model), 0);
  return TRELLIS_SHEET_MODEL_GET_IFACE (model)->get_size (model, axis);
}

void
trellis_sheet_model_get_cell (TrellisSheetModel *model,
                              guint              row,
                              guint              column,
                              TrellisSheetCell  *cell)
{
  *cell = (TrellisSheetCell){ 0 };
  g_return_if_fail (TRELLIS_IS_SHEET_MODEL (model));
  TRELLIS_SHEET_MODEL_GET_IFACE (model)->get_cell (model, row, column, cell);
}

void
trellis_sheet_model_get_header (TrellisSheetModel  *model,
                                TrlGridAxis         axis,
                                guint               index,
                                TrellisSheetHeader *header)
{
  *header = (TrellisSheetHeader){ 0 };
  g_return_if_fail (TRELLIS_IS_SHEET_MODEL (model));
  TRELLIS_SHEET_MODEL_GET_IFACE (model)->get_header (model, axis, index, header);
}

gboolean
trellis_sheet_model_get_total (TrellisSheetModel  *model,
                               TrlGridAxis         axis,
                               guint               index,
                               TrellisSheetHeader *header)
{
  TrellisSheetModelInterface *iface;
  *header = (TrellisSheetHeader){ 0 };
  g_return_val_if_fail (TRELLIS_IS_SHEET_MODEL (model), FALSE);
  iface = TRELLIS_SHEET_MODEL_GET_IFACE (model);
  return iface->get_total && iface->get_total (model, axis, index, header);
}

char *
trellis_sheet_model_describe_cell (TrellisSheetModel *model, guint row, guint column)
{
  g_return_val_if_fail (TRELLIS_IS_SHEET_MODEL (model), NULL);
  return TRELLIS_SHEET_MODEL_GET_IFACE (model)->describe_cell (model, row, column);
}

void
trellis_sheet_model_emit_changed (TrellisSheetModel *model, gboolean reordered)
{
  g_return_if_fail (TRELLIS_IS_SHEET_MODEL (model));
  g_signal_emit (model, changed_signal, 0, reordered);
}
