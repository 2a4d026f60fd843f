/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-draft.h"

G_BEGIN_DECLS

/* The columns of a row about one partner of a hub; of use to trl_draft_use(). */
#define TRL_SURVEY_MEANINGS                                                              \
  TRL_MEANING_TYPE, TRL_MEANING_PARTNER, TRL_MEANING_ID, TRL_MEANING_COUNT,              \
    TRL_MEANING_LEVEL, TRL_MEANING_LEVEL_LABEL, TRL_MEANING_INTENDED, TRL_MEANING_BACK,  \
    TRL_MEANING_MISSING, TRL_MEANING_PRESENCE, TRL_MEANING_PLANNED, TRL_MEANING_KIND,    \
    TRL_MEANING_SINCE, TRL_MEANING_UNTIL, TRL_MEANING_NOTE, TRL_MEANING_TIE_NOTE,        \
    TRL_MEANING_SOURCE, TRL_MEANING_ROLES

/**
 * trl_survey_read_partner:
 *
 * Reads a row about one partner, or one partner type, and its tie with the hub; the row
 * is counted.  A row of a type without a number and a level says nothing, if both were
 * asked; the same row again is merged.
 */
void trl_survey_read_partner (TrlDraft            *draft,
                              TrlDraftNetwork     *network,
                              const TrlSource     *source,
                              guint                row,
                              const TrlLevelWords *words);

/**
 * trl_survey_settle_tie:
 * @count: organizations, or NAN when the cell is empty
 * @said: whether the row says anything else of the partner: its name, or a level
 *
 * Says of a tie without a level whether it is there: a type of which there are none is
 * absent, one of which nobody knew is unknown.
 */
void trl_survey_settle_tie (TrlRecord *edge, double count, gboolean said);

G_END_DECLS
