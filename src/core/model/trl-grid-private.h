/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/* One type in three files: its axes, its cells, its edits. */
struct TrlGrid
{
  TrlDocument   *document;
  TrlGridRows    rows;
  TrlGridColumns columns;
  GPtrArray     *headers[2]; /* Header */
  GHashTable    *index[2];   /* id → its place */
  GHashTable    *members;    /* id of a network → Members; made when asked for */
};

/**
 * trl_grid_get_end:
 *
 * Returns: the node that the cells of a row are about: the hub of a site, or the partner
 *   that the row is; or %TRL_NO_ROW
 */
guint trl_grid_get_end (const TrlGrid *grid, const TrlNetwork *network, guint row);

/**
 * trl_grid_has_cell:
 *
 * Returns: whether the document still has what a row and a column stand for
 */
gboolean trl_grid_has_cell (const TrlGrid *grid, guint row, guint column);

G_END_DECLS
