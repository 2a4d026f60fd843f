/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/trl-store-reader.h"

/**
 * trl_store_note_row:
 * trl_store_note_network:
 *
 * Lists what was read and not understood; nothing when nobody asks for problems.
 */
G_BEGIN_DECLS

/* What a file says that its own vocabulary does not know.  It is kept and remarked upon.
 */

void trl_store_note_row (TrlReader *reader, const TrlPart *part, const TrlRecord *record);
void trl_store_note_network (TrlReader        *reader,
                             const TrlPart    *part,
                             const TrlNetwork *network);

G_END_DECLS
