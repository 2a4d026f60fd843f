/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_LEVELS_PAGE (trellis_levels_page_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisLevelsPage, trellis_levels_page, TRELLIS, LEVELS_PAGE, GtkBox)

/**
 * TrellisLevelsPage:
 *
 * Levels as a table: sites or partners down the side, partner types or partners across.
 */

GtkWidget *trellis_levels_page_new (void);

/**
 * trellis_levels_page_set_session:
 * @session: (nullable)
 */
void trellis_levels_page_set_session (TrellisLevelsPage *page, TrellisSession *session);

G_END_DECLS
