/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-sheet.h"
#include "grid/trellis-table-columns.h"

G_BEGIN_DECLS

/**
 * TrellisTablePaste:
 * @problems: (element-type utf8): a sentence for each row or cell that was not read
 */
typedef struct
{
  guint      n_added;
  guint      n_updated;
  GPtrArray *problems;
} TrellisTablePaste;

/**
 * trellis_table_paste:
 * @network: id of the network that rows are added to
 * @columns: (element-type TrellisColumn): all there are
 * @shown: (element-type TrellisColumn): in the order on show, for a table without header
 *
 * Writes the rows of a table, in one step.  Rows that name a partner, or the two partners
 * of a partnership, that is there update it; others are added.
 *
 * Returns: (transfer full): what was done and what was not
 */
TrellisTablePaste *trellis_table_paste (TrlDocument    *document,
                                        const char     *network,
                                        TrlKind         kind,
                                        GPtrArray      *columns,
                                        GPtrArray      *shown,
                                        const TrlSheet *sheet);
void               trellis_table_paste_free (TrellisTablePaste *paste);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisTablePaste, trellis_table_paste_free)

G_END_DECLS
