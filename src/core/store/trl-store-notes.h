/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/trl-store-reader.h"

G_BEGIN_DECLS

/* What a file says that its own vocabulary does not know: kept, and remarked upon. */

/**
 * trl_store_note_row:
 *
 * Remarks on the type, the roles or the levels of a node or an edge.
 */
void trl_store_note_row (TrlReader *reader, const TrlPart *part, const TrlRecord *record);

/**
 * trl_store_note_network:
 *
 * Remarks on a hub that is not there.  Called when the nodes are in.
 */
void trl_store_note_network (TrlReader        *reader,
                             const TrlPart    *part,
                             const TrlNetwork *network);

G_END_DECLS
