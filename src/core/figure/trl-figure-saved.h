/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-settings.h"
#include "model/trl-saved-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_settings_new_from_saved:
 *
 * What a newer version saved and this one does not know is passed over.
 * Errors: TRL_FIGURE_ERROR_UNKNOWN.
 *
 * Returns: (transfer full) (nullable): %NULL where the figure is not known here
 */
TrlFigureSettings *trl_figure_settings_new_from_saved (const TrlSavedFigure *saved,
                                                       GError              **error);

/**
 * trl_figure_settings_save:
 * @saved: whose settings become these
 *
 * What is not known here, from a newer version, stays.
 */
void trl_figure_settings_save (const TrlFigureSettings *settings, TrlSavedFigure *saved);

/**
 * trl_figure_export_saved:
 *
 * All saved figures of a document as pages of one PDF, with an outline of their names.
 * Errors: as of trl_figure_export(), for the first that cannot be made, with its name.
 *
 * Returns: (transfer full): the file
 */
GBytes *trl_figure_export_saved (TrlDocument  *document,
                                 GCancellable *cancellable,
                                 GError      **error);

G_END_DECLS
