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
 * trl_chart_survey_of:
 * @networks: (element-type TrlNetwork): those of trl_figure_find_sites(), the caller's to
 *   free, or as they are given
 * @types: (out) (transfer full) (element-type guint): those that the option `types` of
 * the figure asks for
 *
 * The survey of some networks.  What is (out) is untouched when it fails.
 * Errors: as of trl_figure_find_sites() and trl_chart_choose_types();
 * TRL_FIGURE_ERROR_EMPTY where nothing is known of any partner type.
 *
 * Returns: (transfer full)
 */
TrlSurvey *trl_chart_survey (const TrlFigureRequest *request,
                             GPtrArray             **networks,
                             GArray                **types,
                             GError                **error);
TrlSurvey *trl_chart_survey_of (const TrlFigureRequest *request,
                                GPtrArray              *networks,
                                GArray                **types,
                                GError                **error);

/**
 * trl_chart_count_levels:
 *
 * Returns: levels of the scale of a survey that its tallies count, with none
 */
guint trl_chart_count_levels (const TrlSurvey *survey);

/**
 * TrlChartType:
 * @place: column of the survey
 *
 * What begins the row of a chart that is about one partner type, whatever else it has.
 */
typedef struct
{
  const TrlPartnerType *type;
  guint                 place;
} TrlChartType;

/**
 * trl_chart_compare_places:
 * trl_chart_compare_names:
 * @a, @b: what begins with a #TrlChartType
 *
 * As in the codebook, and as people sort names.
 */
int trl_chart_compare_places (gconstpointer a, gconstpointer b);
int trl_chart_compare_names (gconstpointer a, gconstpointer b);

/**
 * trl_chart_get_order:
 * @own: the order that only this figure has
 *
 * Returns: what the option `order` of the figure asks for, `name`, `document` or else
 * @own
 */
GCompareFunc trl_chart_get_order (const TrlFigureRequest *request, GCompareFunc own);

/**
 * trl_chart_dup_names:
 * @rows: of what begins with a #TrlChartType
 *
 * Returns: (transfer container) (array zero-terminated=1): names of their types
 */
const char **trl_chart_dup_names (const GArray *rows);

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
 * trl_chart_say_grain:
 * @networks: (element-type TrlNetwork): of the chart
 *
 * Adds a sentence on what several organizations of a type count as, where one of the
 * networks is of organizations.
 */
void trl_chart_say_grain (TrlDocument *document, const GPtrArray *networks, GString *out);

/**
 * trl_chart_cell_word:
 *
 * Returns: (transfer none): what a table has for a cell without a rank, not translated
 */
const char *trl_chart_cell_word (const TrlSurveyCell *cell);

G_END_DECLS
