/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

/**
 * TrellisFindBar:
 *
 * Finds partners by a part of their name, whatever the case and the accents.
 */
#define TRELLIS_TYPE_FIND_BAR (trellis_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFindBar, trellis_find_bar, TRELLIS, FIND_BAR, GtkWidget)

/**
 * TrellisFindBar::found:
 * @id: of the partner, in the network as it is shown
 */

/**
 * TrellisFindBar:open:
 *
 * Whether the bar is there.
 */

void trellis_find_bar_set_session (TrellisFindBar *bar, TrellisSession *session);
void trellis_find_bar_open (TrellisFindBar *bar);
void trellis_find_bar_close (TrellisFindBar *bar);

/**
 * trellis_find_bar_step:
 * @by: 1 for the next match, -1 for the one before; round and round
 *
 * Where the text has changed since, stays at the partner it went to as long as that still
 * matches, and else goes to the first match or, backwards, to the last.
 */
void trellis_find_bar_step (TrellisFindBar *bar, int by);

G_END_DECLS
