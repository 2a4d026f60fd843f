/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

#include "formats/trl-sheet.h"
#include "grid/trellis-cell-editor.h"
#include "grid/trellis-levels-page.h"

G_BEGIN_DECLS

/* A page of levels alone in a window. */
typedef struct
{
  TrlDocument        *document;
  TrellisSession     *session;
  GtkWidget          *window;
  TrellisLevelsPage  *page;
  TrellisSheet       *sheet;
  TrellisLevelsModel *model;
} LevelsFixture;

/**
 * levels_set_up:
 * @document: (transfer full)
 */
void levels_set_up (LevelsFixture *s, TrlDocument *document);
void levels_tear_down (LevelsFixture *s);

void         levels_get_cell (LevelsFixture *s, guint row, guint column, TrlCell *cell);
int          levels_rank_at (LevelsFixture *s, guint row, guint column);
TrlCellState levels_state_at (LevelsFixture *s, guint row, guint column);

/**
 * levels_type_at:
 *
 * Types into a cell as the keyboard does.
 */
void     levels_type_at (LevelsFixture *s, guint row, guint column, const char *text);
gboolean levels_act (LevelsFixture *s, const char *action);
void     levels_select_area (
      LevelsFixture *s, guint row, guint column, guint n_rows, guint n_columns);

/**
 * levels_find_editor:
 *
 * Returns: (nullable): the editor that is open
 */
TrellisCellEditor *levels_find_editor (LevelsFixture *s);

/**
 * levels_commit:
 *
 * Writes into the open editor and presses Enter.
 */
void levels_commit (LevelsFixture *s, const char *text);

/**
 * levels_has_undo:
 * @document: a #TrlDocument
 *
 * A check for fixture_wait(): a paste comes later.
 */
gboolean levels_has_undo (gpointer document);

/**
 * levels_offer_sample:
 *
 * Puts on the clipboard what Calc put there, as Calc offers it.
 */
void levels_offer_sample (LevelsFixture *s, const char *name);

/**
 * levels_read_clipboard:
 *
 * Returns: (transfer full)
 */
TrlSheet *levels_read_clipboard (LevelsFixture *s);

G_END_DECLS
