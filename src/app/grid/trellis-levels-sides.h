/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrellisLevelsSides:
 *
 * All that the rows and columns of a grid are made of, so that a change of what is in
 * the cells can be told from one of what stands around them.
 */
typedef struct TrellisLevelsSides TrellisLevelsSides;

TrellisLevelsSides *trellis_levels_sides_new (void);
void                trellis_levels_sides_free (TrellisLevelsSides *sides);

/**
 * trellis_levels_sides_update:
 * @network: (nullable): id of the network whose partners are rows
 *
 * Cost: O(networks + nodes of those that have changed since the last time).
 *
 * Returns: whether a grid of the document has other rows or columns, or other names of
 *   them, than the last time
 */
gboolean trellis_levels_sides_update (TrellisLevelsSides *sides,
                                      TrlDocument        *document,
                                      TrlGridRows         rows,
                                      TrlGridColumns      columns,
                                      const char         *network);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisLevelsSides, trellis_levels_sides_free)

G_END_DECLS
