/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_PAGE (trellis_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisComparePage, trellis_compare_page, TRELLIS, COMPARE_PAGE, GtkBox)

/**
 * TrellisComparePage:
 *
 * Networks compared: any number side by side, or two of them and what changed.
 */

/**
 * trellis_compare_page_set_session:
 * @session: (nullable)
 */
void trellis_compare_page_set_session (TrellisComparePage *page, TrellisSession *session);

/**
 * trellis_compare_page_show_change:
 * @from, @to: ids of networks
 */
void trellis_compare_page_show_change (TrellisComparePage *page,
                                       const char         *from,
                                       const char         *to);

G_END_DECLS
