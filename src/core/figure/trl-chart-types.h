/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-survey.h"
#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_chart_choose_types:
 * @wanted: `all`; `frequent`: engaged by as many sites as the seventh is, and by one at
 *   least; `brief`: the seven that the brief shows; or ids or names, separated by commas,
 *   or by spaces where these are in none of them
 *
 * Errors: TRL_FIGURE_ERROR_UNKNOWN; TRL_FIGURE_ERROR_EMPTY where no site says anything
 * about those that are wanted.
 *
 * Returns: (transfer full) (element-type guint): columns of the survey, each once: `all`
 *   and `frequent` in its order, `brief` in that of the brief, others as they are wanted
 */
GArray *
trl_chart_choose_types (const TrlSurvey *survey, const char *wanted, GError **error);

/**
 * trl_chart_survey:
 * @networks: (out) (transfer full) (element-type TrlNetwork)
 *
 * The survey of the networks of trl_figure_find_sites().
 * Errors: TRL_FIGURE_ERROR_UNKNOWN; TRL_FIGURE_ERROR_EMPTY where nothing is known of any
 * partner type.
 *
 * Returns: (transfer full)
 */
TrlSurvey *
trl_chart_survey (const TrlFigureRequest *request, GPtrArray **networks, GError **error);

/**
 * trl_chart_dup_sites:
 * @n: sites that the chart is about
 *
 * Returns: (transfer full): the title of the document and the number of its sites
 */
char *trl_chart_dup_sites (TrlDocument *document, guint n);

/**
 * trl_chart_say_scope:
 *
 * Says of how many partner types and sites levels are shown, and ends with a blank.
 */
void trl_chart_say_scope (GString *out, guint n_types, guint n_sites);

/**
 * trl_chart_say_other:
 * @n: levels on another scale than that of the survey
 *
 * Adds a sentence that they are left out, where there are any.
 */
void trl_chart_say_other (GString *out, guint n);

/**
 * trl_chart_cell_word:
 *
 * Returns: (transfer none): what a table has for a cell without a rank, not translated
 */
const char *trl_chart_cell_word (const TrlSurveyCell *cell);

G_END_DECLS
