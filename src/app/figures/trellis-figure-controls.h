/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "figure/trl-figure-settings.h"
#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_CONTROLS (trellis_figure_controls_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureControls, trellis_figure_controls, TRELLIS, FIGURE_CONTROLS, GtkBox)

/**
 * TrellisFigureControls:
 *
 * All that can be chosen about a figure, as rows: the page, the words, the legend, the
 * options of the figure's own table, and what files are written.
 */

/**
 * TrellisFigureControls::changed:
 *
 * Something was chosen; trellis_figure_controls_dup_settings() says what.
 */

/**
 * trellis_figure_controls_new:
 * @settings: where choices are kept
 * @session: whose document is shown
 */
GtkWidget *trellis_figure_controls_new (GSettings *settings, TrellisSession *session);

/**
 * trellis_figure_controls_update:
 *
 * The document is another now, or the map shows another network.
 */
void trellis_figure_controls_update (TrellisFigureControls *controls);

const TrlFigure *trellis_figure_controls_get_figure (TrellisFigureControls *controls);
void trellis_figure_controls_set_figure (TrellisFigureControls *controls, const char *id);

/**
 * trellis_figure_controls_begin:
 * @figure: id of a figure
 *
 * Shows a figure as it begins, with the page that was kept last, and does not tell.
 */
void trellis_figure_controls_begin (TrellisFigureControls *controls, const char *figure);

/**
 * trellis_figure_controls_set_settings:
 *
 * Shows these in place of what is chosen, and does not tell.
 */
void trellis_figure_controls_set_settings (TrellisFigureControls   *controls,
                                           const TrlFigureSettings *settings);

/**
 * trellis_figure_controls_dup_settings:
 *
 * Returns: (transfer full): what is chosen, with the network of the map where that is
 * what is chosen: what makes the figure without the window
 */
TrlFigureSettings *trellis_figure_controls_dup_settings (TrellisFigureControls *controls);

/**
 * trellis_figure_controls_dup_choices:
 *
 * Returns: (transfer full): what is chosen and no more: what follows the map goes on to
 *   do so
 */
TrlFigureSettings *trellis_figure_controls_dup_choices (TrellisFigureControls *controls);

/**
 * trellis_figure_controls_show_page:
 * @scene: (nullable): what was made of the settings
 *
 * The legend's entries are listed from the page.
 */
void trellis_figure_controls_show_page (TrellisFigureControls *controls,
                                        const TrlScene        *scene);

/**
 * trellis_figure_controls_fill_request:
 * @request: (out): good until something is chosen
 */
void trellis_figure_controls_fill_request (TrellisFigureControls *controls,
                                           TrlFigureRequest      *request);

const TrlFigureFormat *
trellis_figure_controls_get_format (TrellisFigureControls *controls);

void trellis_figure_controls_set_format (TrellisFigureControls *controls, guint index);

/**
 * TrellisFigureBeside:
 *
 * What is written beside a figure.
 */
typedef enum
{
  TRELLIS_BESIDE_DATA = 1 << 0,   /* the numbers, as CSV */
  TRELLIS_BESIDE_ALT = 1 << 1,    /* alternative text */
  TRELLIS_BESIDE_SIDECAR = 1 << 2 /* what makes it again */
} TrellisFigureBeside;

TrellisFigureBeside trellis_figure_controls_get_beside (TrellisFigureControls *controls);

/**
 * trellis_figure_controls_take_ending:
 *
 * Takes the format that the name of a file asks for.
 *
 * Returns: whether there is one of that ending
 */
gboolean trellis_figure_controls_take_ending (TrellisFigureControls *controls,
                                              const char            *path);

/**
 * trellis_figure_controls_keep:
 *
 * Remembers page, theme and format for the next time.
 */
void trellis_figure_controls_keep (TrellisFigureControls *controls);

G_END_DECLS
