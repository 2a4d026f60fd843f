/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * TrlFigureSettings:
 *
 * All that was chosen about a figure, as texts: what a window edits, a document saves, a
 * sidecar keeps and a command line says.  The same settings and document give the same
 * bytes everywhere.
 */
typedef struct TrlFigureSettings TrlFigureSettings;

/**
 * trl_figure_settings_new:
 * @figure: (nullable): id of a row of figures.def; %NULL: network
 *
 * Returns: (transfer full) (nullable): everything at its fallback; %NULL where there is
 * no such figure
 */
TrlFigureSettings *trl_figure_settings_new (const char *figure);

/**
 * trl_figure_settings_copy:
 * trl_figure_settings_free:
 * @settings: (nullable): of free
 */
TrlFigureSettings *trl_figure_settings_copy (const TrlFigureSettings *settings);
void               trl_figure_settings_free (TrlFigureSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlFigureSettings, trl_figure_settings_free)

/**
 * trl_figure_settings_get_figure:
 *
 * Returns: (transfer none): never %NULL
 */
const TrlFigure *trl_figure_settings_get_figure (const TrlFigureSettings *settings);

/**
 * trl_figure_settings_set_figure:
 * @figure: id of a row of figures.def
 *
 * Makes them settings of another figure.  What is chosen of the page stays, and so do
 * options of the same name that have room for the value.
 */
void trl_figure_settings_set_figure (TrlFigureSettings *settings, const char *figure);

/**
 * trl_figure_settings_set:
 * @key: an option of the page or the figure
 * @text: (nullable): %NULL: the fallback
 *
 * Errors: TRL_OPTION_ERROR.
 */
gboolean trl_figure_settings_set (TrlFigureSettings *settings,
                                  const char        *key,
                                  const char        *text,
                                  GError           **error);

/**
 * trl_figure_settings_set_pair:
 * @pair: `key=text`
 *
 * Errors: TRL_OPTION_ERROR.
 */
gboolean trl_figure_settings_set_pair (TrlFigureSettings *settings,
                                       const char        *pair,
                                       GError           **error);

/**
 * trl_figure_settings_get:
 *
 * Returns: (transfer none): the value as text; a wrong key is a bug
 */
const char *trl_figure_settings_get (const TrlFigureSettings *settings, const char *key);

/**
 * trl_figure_settings_is_set:
 *
 * Returns: whether the value is another than the fallback
 */
gboolean trl_figure_settings_is_set (const TrlFigureSettings *settings, const char *key);

/**
 * trl_figure_settings_get_options:
 *
 * Returns: (transfer none): the values themselves, for whoever shows rows of them
 */
TrlOptions *trl_figure_settings_get_options (TrlFigureSettings *settings);

/**
 * trl_figure_settings_foreach:
 *
 * Calls @func for each value that is another than its fallback, in the order of the
 * tables.
 */
void trl_figure_settings_foreach (const TrlFigureSettings *settings,
                                  void (*func) (const char *key,
                                                const char *text,
                                                gpointer    data),
                                  gpointer data);

/**
 * trl_figure_settings_fill_request:
 * @request: (out): borrows from the settings, until they change
 *
 * What trl_figure_build() takes.
 */
void trl_figure_settings_fill_request (TrlFigureSettings *settings,
                                       TrlDocument       *document,
                                       TrlFigureRequest  *request);

/**
 * trl_figure_settings_to_sidecar:
 *
 * What makes the figure again, for people and for trl_figure_settings_from_sidecar():
 * JSON with the figure, all values that are chosen, the version of the program and the
 * document.
 *
 * Returns: (transfer full)
 */
char *trl_figure_settings_to_sidecar (const TrlFigureSettings *settings,
                                      TrlDocument             *document);

/**
 * trl_figure_settings_from_sidecar:
 * @json: of a file that anybody may have written
 *
 * Errors: TRL_FIGURE_ERROR_UNKNOWN, TRL_OPTION_ERROR, TRL_STORE_ERROR.
 */
TrlFigureSettings *trl_figure_settings_from_sidecar (const char *json, GError **error);

G_END_DECLS
