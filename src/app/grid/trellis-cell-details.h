/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "grid/trellis-levels-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrellisCellDetails:
 *
 * All of one cell, to read and to edit: its level, number, note, source and what is
 * intended; of a cell of several organizations, each of them.
 */
#define TRELLIS_TYPE_CELL_DETAILS (trellis_cell_details_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCellDetails, trellis_cell_details, TRELLIS, CELL_DETAILS, GtkPopover)

/**
 * trellis_cell_details_new:
 *
 * Of a cell of the network on show.
 */
GtkWidget *trellis_cell_details_new (TrellisLevelsModel *model, guint row, guint column);

G_END_DECLS
