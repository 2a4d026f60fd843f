/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_TABLE_PAGE (trellis_table_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTablePage, trellis_table_page, TRELLIS, TABLE_PAGE, GtkBox)

/**
 * TrellisTablePage:
 *
 * The partners or the partnerships of a document as a table, a field a column.
 */

/**
 * trellis_table_page_new:
 * @kind: %TRL_KIND_NODE or %TRL_KIND_EDGE
 */
GtkWidget *trellis_table_page_new (TrlKind kind);

/**
 * trellis_table_page_set_session:
 * @session: (nullable)
 */
void trellis_table_page_set_session (TrellisTablePage *page, TrellisSession *session);

/**
 * trellis_table_page_show_with:
 * @keys: (array zero-terminated=1): of columns
 *
 * Shows the rows of all networks that have a value in the first of the columns, and the
 * columns beside those that are there.
 */
void trellis_table_page_show_with (TrellisTablePage *page, const char *const *keys);

/**
 * trellis_table_page_focus:
 *
 * Gives the keyboard to the selected row, else to the first one, as soon as it is there;
 * to the table itself when it has none.
 */
void trellis_table_page_focus (TrellisTablePage *page);

G_END_DECLS
