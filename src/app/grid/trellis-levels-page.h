/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "grid/trellis-levels-model.h"
#include "grid/trellis-sheet.h"

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
 * trellis_levels_page_get_session:
 * @session: (nullable)
 */
void trellis_levels_page_set_session (TrellisLevelsPage *page, TrellisSession *session);
TrellisSession *trellis_levels_page_get_session (TrellisLevelsPage *page);

/**
 * trellis_levels_page_get_sheet:
 * trellis_levels_page_get_model:
 *
 * Returns: (transfer none) (nullable): %NULL without a session
 */
TrellisSheet       *trellis_levels_page_get_sheet (TrellisLevelsPage *page);
TrellisLevelsModel *trellis_levels_page_get_model (TrellisLevelsPage *page);

/**
 * TrellisLevelsShortcut:
 * @action: of the group `grid`
 * @accelerators: separated by blanks
 */
typedef struct
{
  const char *action;
  const char *accelerators;
} TrellisLevelsShortcut;

/**
 * trellis_levels_page_shortcuts:
 *
 * Returns: (array length=n): keys that mean something here alone
 */
const TrellisLevelsShortcut *trellis_levels_page_shortcuts (guint *n);

/**
 * trellis_levels_page_focus:
 *
 * Gives the keyboard to the cell under the cursor, or, without cells, to what fills the
 * page.
 */
void trellis_levels_page_focus (TrellisLevelsPage *page);

G_END_DECLS
