/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"
#include "model/trl-grid.h"

G_BEGIN_DECLS

/**
 * TrlSurveyCell:
 * @rank: on the scale of the survey; -1 without a level on it
 * @other: the level is on another scale
 * @count: partners that it stands for; NAN: not known
 *
 * What one site says about one partner type.
 */
typedef struct
{
  TrlCellState state;
  int          rank;
  gboolean     other;
  double       count;
} TrlSurveyCell;

/**
 * TrlSurvey:
 * @sites: (element-type TrlNetwork)
 * @types: (element-type TrlPartnerType): about which at least one of the sites says
 *   something, in the order of the vocabulary
 * @scale: that the ranks are of: the first one in use
 * @cells: a row a site, a column a type
 *
 * Sites by partner types, as numbers: what charts and tables across sites are made from.
 * Networks of organizations are counted by type, as trl_network_roll_up() does.  Planned
 * ties are left out, as trl_profile_new() leaves them out.
 */
typedef struct
{
  GPtrArray      *sites;
  GPtrArray      *types;
  const TrlScale *scale;
  TrlSurveyCell  *cells;
} TrlSurvey;

/**
 * trl_survey_new:
 * @networks: (array length=n): of the document
 *
 * Cost: O(sites × types + nodes + edges).
 *
 * Returns: (transfer full): good as long as the document is not changed
 */
TrlSurvey *trl_survey_new (TrlDocument *document, TrlNetwork *const *networks, guint n);

/**
 * trl_survey_free:
 * @survey: (nullable)
 */
void trl_survey_free (TrlSurvey *survey);

/**
 * trl_survey_get:
 *
 * Returns: (transfer none): a cell
 */
const TrlSurveyCell *trl_survey_get (const TrlSurvey *survey, guint site, guint type);

/**
 * trl_survey_is_engaged:
 *
 * Returns: whether the type is present: at a level above none, or without a level
 */
gboolean trl_survey_is_engaged (const TrlSurveyCell *cell);

#define TRL_SURVEY_LEVELS 10

/**
 * TrlSurveyTally:
 * @n_answered: cells that say anything
 * @n_engaged: those that are present, at whatever level
 * @n_reported: those that are present at a level of the scale of the survey
 * @n_other: those that are present at a level of another scale
 * @n_none: no interaction, or known to be absent
 * @levels: by rank; 0 is @n_none
 *
 * A column or a row, counted.
 */
typedef struct
{
  guint n_answered;
  guint n_engaged;
  guint n_reported;
  guint n_other;
  guint n_none;
  guint levels[TRL_SURVEY_LEVELS];
} TrlSurveyTally;

/**
 * trl_survey_tally_type:
 * trl_survey_tally_site:
 * @types: (nullable) (element-type guint): columns that count; %NULL: all
 *
 * Counts a column, or a row.
 */
void trl_survey_tally_type (const TrlSurvey *survey, guint type, TrlSurveyTally *tally);
void trl_survey_tally_site (const TrlSurvey *survey,
                            guint            site,
                            const GArray    *types,
                            TrlSurveyTally  *tally);

/**
 * trl_survey_order_nested:
 * @types: (nullable) (element-type guint): columns that there are; %NULL: all
 * @axis: %TRL_GRID_ROW sites, %TRL_GRID_COLUMN types
 *
 * The order in which the matrix is packed into its top left corner: by engaged cells,
 * then by the sum of levels, then as before.
 *
 * Returns: (transfer full): indexes of all sites, or of @types
 */
guint *
trl_survey_order_nested (const TrlSurvey *survey, const GArray *types, TrlGridAxis axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlSurvey, trl_survey_free)

G_END_DECLS
