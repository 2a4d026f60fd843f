/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/**
 * trellis_duplicates_dialog_show:
 *
 * Lists partners of the network on show that may be the same, and merges them.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_duplicates_dialog_show (GtkWindow *parent, TrellisSession *session);

/**
 * trellis_merge_dialog_show:
 * @ids: (element-type utf8): at least two partners of the network on show
 *
 * Says what merging these does, and does it.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *
trellis_merge_dialog_show (GtkWindow *parent, TrellisSession *session, GPtrArray *ids);

G_END_DECLS
