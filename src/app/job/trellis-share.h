/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrellisShare:
 *
 * How much of some work is done: said by the thread that does it, asked by the one that
 * shows it.
 */
typedef struct TrellisShare TrellisShare;

/**
 * trellis_share_new:
 *
 * Returns: (transfer full): of which nothing is done
 */
TrellisShare *trellis_share_new (void);
TrellisShare *trellis_share_ref (TrellisShare *share);
void          trellis_share_unref (TrellisShare *share);

/**
 * trellis_share_set:
 * @done: 0 … 1
 */
void trellis_share_set (TrellisShare *share, double done);

/**
 * trellis_share_get:
 *
 * Returns: 0 … 1; 0 also of work that does not say
 */
double trellis_share_get (TrellisShare *share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisShare, trellis_share_unref)

G_END_DECLS
