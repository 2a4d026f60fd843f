/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/trl-store-reader.h"

G_BEGIN_DECLS

/**
 * trl_edits_write:
 * @edits: (element-type TrlEdit)
 *
 * Writes edits as a list of objects, on one line; so line breaks between members that are
 * not known become spaces.
 * Cost: O(size of what they hold).
 */
void trl_edits_write (GString *out, const GPtrArray *edits);

/**
 * trl_edits_read:
 * @list: as trl_edits_write() writes it, accepted by the scanner
 *
 * Whether an edit fits a document is seen when it is applied.
 *
 * Errors: TRL_STORE_ERROR_CONTENT, TRL_STORE_ERROR_LIMIT.
 *
 * Returns: (transfer full) (element-type TrlEdit): the same edits
 */
GPtrArray *trl_edits_read (TrlReader *reader, TrlJsonSpan list, GError **error);

G_END_DECLS
