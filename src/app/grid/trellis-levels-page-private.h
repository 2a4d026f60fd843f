/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/trl-paste.h"
#include "grid/trellis-levels-key.h"
#include "grid/trellis-levels-page.h"

G_BEGIN_DECLS

/* One type in some files: the widget, its actions, its menus, typing, the clipboard. */
struct _TrellisLevelsPage
{
  GtkBox              parent;
  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  GtkScrolledWindow  *scrolled;
  AdwStatusPage      *empty;
  TrellisLevelsKey   *key;
  GtkWidget          *empty_paste;
  GtkWidget          *empty_add;
  GtkMenuButton      *axes_button;
  GtkLabel           *axes_label;
  GtkMenuButton      *layer_button;
  GtkLabel           *layer_label;
  GtkMenuButton      *sort_button;
  GtkMenuButton      *more_button;
  TrellisSession     *session;
  TrellisLevelsModel *model;
  TrellisSheet       *sheet;
  GSimpleActionGroup *actions;
  GtkWidget          *editor; /* over the cursor cell; NULL: none */
  GtkWidget          *menu;
  GtkWidget          *popover; /* details or a name */
  GCancellable       *cancellable;
  TrlCellForm         form; /* of copies: that of the last paste, or what was chosen */
  GPtrArray          *problems; /* of the last paste */
  char               *problems_title;
  AdwToast           *toast;   /* that is on show */
  gboolean            reports; /* it is about a paste */
  guint               follow;  /* the session comes after the cursor */
  guint               leaving;
  guint               withdrawing;
  guint64             added_revision; /* of the document, after a row was added */
  guint               returning;      /* of the keyboard to the cells */
  gboolean            sorts_families; /* rows, in the menu */
  gboolean            deaf;           /* to what this page itself tells the session */
};

/* trellis-levels-say.c */

/**
 * trellis_levels_page_say:
 * trellis_levels_page_unsay:
 *
 * Shows a message in place of the one before; takes it away.
 */
void trellis_levels_page_say (TrellisLevelsPage *page, const char *text);
void trellis_levels_page_unsay (TrellisLevelsPage *page);

/**
 * trellis_levels_page_say_report:
 * @title: (nullable): of the list of problems
 * @problems: (nullable) (element-type utf8): what a paste left out; a button lists it,
 *   and so does the menu, until the next paste
 */
void trellis_levels_page_say_report (TrellisLevelsPage *page,
                                     const char        *text,
                                     const char        *title,
                                     GPtrArray         *problems);

/**
 * trellis_levels_page_check_report:
 *
 * Takes the message about a paste away when something was undone.
 */
void trellis_levels_page_check_report (TrellisLevelsPage *page);

/**
 * trellis_levels_page_say_left:
 * @n: cells that were left as they were
 * @error: (nullable) (transfer full): why nothing was done
 */
void trellis_levels_page_say_left (TrellisLevelsPage *page, guint n, GError *error);

/* trellis-levels-page.c */

/**
 * trellis_levels_page_follow:
 *
 * Shows in the session what the cursor is on, at once.
 */
void trellis_levels_page_follow (TrellisLevelsPage *page);

/**
 * trellis_levels_page_focus_later:
 *
 * Brings the keyboard back to the cells when what has it now, a menu, has gone; not from
 * an editor or a popover that the menu has opened.
 */
void trellis_levels_page_focus_later (TrellisLevelsPage *page);

/**
 * trellis_levels_page_keep_popover:
 *
 * Remembers the one popover of the page until it closes; the keyboard comes back then.
 */
void trellis_levels_page_keep_popover (TrellisLevelsPage *page, GtkWidget *popover);

/**
 * trellis_levels_page_get_place:
 *
 * Where the cursor cell is, in the page: popovers are its children, so that the sheet
 * does not get their keys.
 */
void trellis_levels_page_get_place (TrellisLevelsPage *page, GdkRectangle *place);

/**
 * trellis_levels_page_has_cells:
 *
 * Returns: whether there is a cell to be on
 */
gboolean trellis_levels_page_has_cells (TrellisLevelsPage *page);

/* trellis-levels-actions.c */
void trellis_levels_page_install_actions (TrellisLevelsPage *page);
void trellis_levels_page_update_actions (TrellisLevelsPage *page);

/* trellis-levels-sort.c */

/**
 * trellis_levels_page_sort:
 * trellis_levels_page_reverse:
 * trellis_levels_page_pack:
 * trellis_levels_page_forget_order:
 *
 * Orders rows or columns, or both, now; their order stays while cells change.
 */
void trellis_levels_page_sort (TrellisLevelsPage *page, TrlGridAxis axis, const char *by);
void trellis_levels_page_reverse (TrellisLevelsPage *page,
                                  TrlGridAxis        axis,
                                  gboolean           reversed);
void trellis_levels_page_pack (TrellisLevelsPage *page);
void trellis_levels_page_forget_order (TrellisLevelsPage *page);
void trellis_levels_page_update_sort_menu (TrellisLevelsPage *page);

/**
 * trellis_levels_page_reset_order:
 *
 * The menu tells the order of the document, before there is a model.
 */
void trellis_levels_page_reset_order (TrellisLevelsPage *page);

/**
 * trellis_levels_page_keep_order:
 * @ids: (element-type utf8)
 *
 * Shows these first, in an order of their own, until another is chosen.
 */
void trellis_levels_page_keep_order (TrellisLevelsPage *page,
                                     TrlGridAxis        axis,
                                     const GPtrArray   *ids);

/* trellis-levels-typing.c */
void trellis_levels_page_connect_typing (TrellisLevelsPage *page);

/**
 * trellis_levels_page_edit:
 * @text: what is typed; "": what is there is edited
 */
void trellis_levels_page_edit (TrellisLevelsPage *page, const char *text);

/**
 * trellis_levels_page_end_edit:
 * @keep: what can be read; the rest is said and lost
 */
void trellis_levels_page_end_edit (TrellisLevelsPage *page, gboolean keep);
void trellis_levels_page_show_details (TrellisLevelsPage *page);

/* trellis-levels-clip.c */
void trellis_levels_page_copy (TrellisLevelsPage *page);
void trellis_levels_page_paste (TrellisLevelsPage *page);
void trellis_levels_page_take_table (TrellisLevelsPage *page, const TrlSheet *table);

/* trellis-levels-menu.c */

/**
 * trellis_levels_page_popup:
 * @axis: -1 for a cell, else a #TrlGridAxis
 * @at: in the page
 */
void trellis_levels_page_popup (TrellisLevelsPage  *page,
                                int                 axis,
                                guint               index,
                                const GdkRectangle *at);

/* trellis-levels-names.c */
void trellis_levels_page_rename (TrellisLevelsPage *page, TrlGridAxis axis);
void trellis_levels_page_add (TrellisLevelsPage *page, TrlGridAxis axis);
void trellis_levels_page_remove_rows (TrellisLevelsPage *page);

G_END_DECLS
