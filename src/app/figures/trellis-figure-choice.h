/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_CHOICE (trellis_figure_choice_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureChoice, trellis_figure_choice, TRELLIS, FIGURE_CHOICE, AdwComboRow)

/**
 * TrellisFigureChoice:
 *
 * What the gallery lists, as a row: the figures that a document has saved, and those that
 * it can make.
 */

/**
 * TrellisFigureChoice::chosen:
 * @id: of a row of figures.def
 */

/**
 * TrellisFigureChoice::opened:
 * @id: of a saved figure
 */

/**
 * trellis_figure_choice_new:
 * @with_saved: whether saved figures are among the choices
 */
GtkWidget *trellis_figure_choice_new (TrellisSession *session, gboolean with_saved);

/**
 * trellis_figure_choice_show:
 * @figure: of a row of figures.def
 * @saved: (nullable): of the saved figure that is shown; it has precedence
 *
 * Lists what the document has now, and shows one of it as chosen without saying so.
 */
void trellis_figure_choice_show (TrellisFigureChoice *choice,
                                 const char          *figure,
                                 const char          *saved);

G_END_DECLS
