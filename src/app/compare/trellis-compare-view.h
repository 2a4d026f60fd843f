/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARE_VIEW (trellis_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisCompareView, trellis_compare_view, TRELLIS, COMPARE_VIEW, GtkBox)

/**
 * TrellisCompareView:
 *
 * Several networks beside each other, drawn alike.
 */

/**
 * trellis_compare_view_set_session:
 * @session: (nullable)
 */
void trellis_compare_view_set_session (TrellisCompareView *view, TrellisSession *session);

G_END_DECLS
