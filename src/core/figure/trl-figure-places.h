/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/**
 * trl_figure_places:
 * @layout: (nullable): id; %NULL: the network's
 * @csv: (nullable): `id,x,y` with a header, points, y downward
 *
 * Where the nodes stand: as the table says, as the network holds them when its layout
 * keeps places and all have one, else where the layout puts them.
 *
 * Errors: TRL_FIGURE_ERROR_UNKNOWN for a layout that is not there,
 * TRL_FIGURE_ERROR_PLACES, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full)
 */
TrlLayoutResult *trl_figure_places (const TrlNetwork *network,
                                    const char       *layout,
                                    const char       *csv,
                                    GCancellable     *cancellable,
                                    GError          **error);

G_END_DECLS
