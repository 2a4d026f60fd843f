/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"
#include "scene/trl-look.h"

G_BEGIN_DECLS

/**
 * TrellisSheetCell:
 * @look: how a disc of this level looks: fill, outline, hatch, pips, ink
 * @painted: whether there is anything of @look to show; else the cell is empty
 * @text: short, in the cell; "" for none
 * @corner: (nullable): a mark in the corner that says “there is more”: a note
 * @meant: drawn as an arrow down, two bars or an arrow up beside the text
 * @intended_pips: of the intended level; 0: not said or not shown
 * @two_answers: both ends answered and differ
 * @outside: crossed out: no cell at all
 *
 * One cell as it is painted.  Texts are borrowed until the next call.
 */
typedef struct
{
  gboolean    painted;
  TrlNodeLook look;
  char        text[64];
  gboolean    corner;
  TrlMeant    meant;
  guint       intended_pips;
  gboolean    two_answers;
  gboolean    outside;
} TrellisSheetCell;

/**
 * TrellisSheetHeader:
 * @name: what people read; the sheet wraps or ellipsizes it
 * @detail: (nullable): a second, paler text: a total, “12 of 18 · 64 %”
 * @description: (nullable): a sentence for tooltip and screen reader
 *
 * Texts are borrowed until the next call.
 */
typedef struct
{
  const char *name;
  const char *detail;
  const char *description;
} TrellisSheetHeader;

#define TRELLIS_TYPE_SHEET_MODEL (trellis_sheet_model_get_type ())
G_DECLARE_INTERFACE (
  TrellisSheetModel, trellis_sheet_model, TRELLIS, SHEET_MODEL, GObject)

/**
 * TrellisSheetModel::changed:
 * @reordered: whether rows or columns are others than before; else only cells differ
 */

/**
 * TrellisSheetModelInterface:
 * @get_size: how many rows or columns
 * @get_cell: what is painted
 * @get_header: of a row (left, frozen) or of a column (top, frozen)
 * @get_total: of a row (right, frozen) or of a column (bottom, frozen); returns %FALSE
 *   when there are no totals
 * @describe_cell: (transfer full): all of a cell as a sentence, for tooltip and screen
 *   reader: “Site A, Local Businesses: coordination, 8 partners”
 *
 * What a sheet shows.
 */
struct _TrellisSheetModelInterface
{
  GTypeInterface parent;

  guint (*get_size) (TrellisSheetModel *model, TrlGridAxis axis);
  void (*get_cell) (TrellisSheetModel *model,
                    guint              row,
                    guint              column,
                    TrellisSheetCell  *cell);
  void (*get_header) (TrellisSheetModel  *model,
                      TrlGridAxis         axis,
                      guint               index,
                      TrellisSheetHeader *header);
  gboolean (*get_total) (TrellisSheetModel  *model,
                         TrlGridAxis         axis,
                         guint               index,
                         TrellisSheetHeader *header);
  char *(*describe_cell) (TrellisSheetModel *model, guint row, guint column);
};

guint    trellis_sheet_model_get_size (TrellisSheetModel *model, TrlGridAxis axis);
void     trellis_sheet_model_get_cell (TrellisSheetModel *model,
                                       guint              row,
                                       guint              column,
                                       TrellisSheetCell  *cell);
void     trellis_sheet_model_get_header (TrellisSheetModel  *model,
                                         TrlGridAxis         axis,
                                         guint               index,
                                         TrellisSheetHeader *header);
gboolean trellis_sheet_model_get_total (TrellisSheetModel  *model,
                                        TrlGridAxis         axis,
                                        guint               index,
                                        TrellisSheetHeader *header);
char *
trellis_sheet_model_describe_cell (TrellisSheetModel *model, guint row, guint column);
void trellis_sheet_model_emit_changed (TrellisSheetModel *model, gboolean reordered);

G_END_DECLS
