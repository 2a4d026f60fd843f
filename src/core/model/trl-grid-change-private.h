/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid-private.h"

G_BEGIN_DECLS

/* One cell to be set, and what stands behind it. */
typedef struct
{
  TrlDocument       *document;
  TrlGridSite       *site;
  const TrlGrid     *grid;
  const TrlGridItem *row;
  const TrlGridItem *column;
  guint              column_index;
  const TrlCellEdit *edit;
  TrlNetwork        *network;
  const char        *network_id;
  const TrlScale    *scale; /* of the ranks of the edit */
  guint              anchor;
  guint              node;
  guint              edge;
  guint              n_nodes;
  guint              n_edges;
} TrlGridChange;

/* Fills in all below @edit; an error says that the cell is not there. */
gboolean trl_grid_change_find (TrlGridChange *change, GError **error);

/* Whether the edit makes sense there; its level is settled on the scale. */
gboolean trl_grid_change_check (TrlGridChange *change, GError **error);

/* Whether the edit sets a %TrlCellSet of the cell; whether a text holds anything. */
gboolean trl_grid_change_sets (const TrlGridChange *change, guint flag);
gboolean trl_grid_change_says (const char *text);

/* Whether something is set that only a partnership can hold. */
gboolean trl_grid_change_needs_edge (const TrlGridChange *change);

int trl_grid_change_get_rank_of_state (const TrlCellEdit *edit);

G_END_DECLS
