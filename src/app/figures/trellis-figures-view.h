/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURES_VIEW (trellis_figures_view_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFiguresView, trellis_figures_view, TRELLIS, FIGURES_VIEW, AdwBin)

/**
 * TrellisFiguresView:
 *
 * The studio of figures as a view of the window, which tells what was exported.
 */

/**
 * trellis_figures_view_set_session:
 * @settings: where choices are kept
 * @session: (nullable)
 */
void trellis_figures_view_set_session (TrellisFiguresView *view,
                                       GSettings          *settings,
                                       TrellisSession     *session);

/**
 * trellis_figures_view_export:
 *
 * Asks for a file and writes the figure that is shown, if there is one.
 */
void trellis_figures_view_export (TrellisFiguresView *view);

G_END_DECLS
