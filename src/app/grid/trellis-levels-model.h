/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-levels-totals.h"
#include "grid/trellis-sheet-model.h"
#include "trellis-session.h"

G_BEGIN_DECLS

typedef enum
{
  TRELLIS_LAYER_LEVEL,     /* what was reported */
  TRELLIS_LAYER_INTENDED,  /* what is meant; typing changes that */
  TRELLIS_LAYER_DIFFERENCE /* how the one stands to the other */
} TrellisLayer;

/* The levels of a session's document as a sheet: rows, columns, order and layer. */
#define TRELLIS_TYPE_LEVELS_MODEL (trellis_levels_model_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLevelsModel, trellis_levels_model, TRELLIS, LEVELS_MODEL, GObject)

/**
 * trellis_levels_model_new:
 *
 * Sites by types where there are several networks or partners are types; else the
 * partners of the one network.
 */
TrellisLevelsModel *trellis_levels_model_new (TrellisSession *session);

TrellisSession *trellis_levels_model_get_session (TrellisLevelsModel *model);

/**
 * trellis_levels_model_set_idle:
 *
 * While nobody looks at it, the model leaves changes of the session alone, and takes them
 * all at once when it is wanted again.
 */
void trellis_levels_model_set_idle (TrellisLevelsModel *model, gboolean idle);

/**
 * trellis_levels_model_get_grid:
 *
 * Returns: (transfer none): rows and columns as they are on show; good until the next
 *   change
 */
const TrlGrid *trellis_levels_model_get_grid (TrellisLevelsModel *model);

/**
 * trellis_levels_model_get_totals:
 *
 * Returns: (transfer none): of the layer on show; good until the next change
 */
TrellisLevelsTotals *trellis_levels_model_get_totals (TrellisLevelsModel *model);

void trellis_levels_model_set_axes (TrellisLevelsModel *model,
                                    TrlGridRows         rows,
                                    TrlGridColumns      columns);

TrellisLayer trellis_levels_model_get_layer (TrellisLevelsModel *model);
void trellis_levels_model_set_layer (TrellisLevelsModel *model, TrellisLayer layer);

/**
 * trellis_levels_model_reorder:
 * @order: (nullable) (array): a permutation of the present rows or columns; %NULL is the
 *   order of the document
 *
 * Puts rows or columns in an order that they keep while cells change under it.
 */
void trellis_levels_model_reorder (TrellisLevelsModel *model,
                                   TrlGridAxis         axis,
                                   const guint        *order);

/**
 * trellis_levels_model_put_first:
 * @ids: (element-type utf8) (nullable): %NULL among them is nobody
 *
 * Puts these first, in their order, and leaves the others in theirs behind them.
 */
void trellis_levels_model_put_first (TrellisLevelsModel *model,
                                     TrlGridAxis         axis,
                                     const GPtrArray    *ids);

G_END_DECLS
