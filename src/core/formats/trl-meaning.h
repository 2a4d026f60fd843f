/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlMeaning:
 *
 * What a column can hold.
 */
typedef enum
{
  TRL_MEANING_FIELD, /* not understood: kept as a field of its own */
  TRL_MEANING_IGNORE,
  TRL_MEANING_SITE,
  TRL_MEANING_WAVE,
  TRL_MEANING_TYPE,
  TRL_MEANING_PARTNER,
  TRL_MEANING_ID,
  TRL_MEANING_COUNT,
  TRL_MEANING_LEVEL,
  TRL_MEANING_LEVEL_LABEL,
  TRL_MEANING_INTENDED,
  TRL_MEANING_BACK,
  TRL_MEANING_MISSING,
  TRL_MEANING_PRESENCE,
  TRL_MEANING_PLANNED,
  TRL_MEANING_KIND,
  TRL_MEANING_SINCE,
  TRL_MEANING_UNTIL,
  TRL_MEANING_NOTE,
  TRL_MEANING_TIE_NOTE,
  TRL_MEANING_SOURCE,
  TRL_MEANING_ROLES,
  TRL_MEANING_FROM,
  TRL_MEANING_TO,
  TRL_MEANING_DIRECTION,
  TRL_MEANING_HUB,
  TRL_MEANING_HUB_FLAG,
  TRL_MEANING_RESPONSIBILITY,
  TRL_MEANING_PLACE,
  TRL_MEANING_CITY,
  TRL_MEANING_STATE,
  TRL_MEANING_LATITUDE,
  TRL_MEANING_LONGITUDE,
  TRL_MEANING_STAGE,
  TRL_MEANING_ECOSYSTEM,
  TRL_MEANING_PROPERTY,
  TRL_MEANING_VALUE,
  TRL_N_MEANINGS
} TrlMeaning;

/**
 * trl_meaning_find:
 *
 * Returns: the meaning with an id (`from`, `partner-type`, …), or -1
 */
int trl_meaning_find (const char *id);

/**
 * trl_meaning_get_id:
 * trl_meaning_get_label:
 *
 * The name of a meaning: in options and files, and on screen.
 */
const char *trl_meaning_get_id (TrlMeaning meaning);
const char *trl_meaning_get_label (TrlMeaning meaning); /* translated */

/**
 * trl_meaning_of_header:
 * @certainty: (out): 0 … 1
 *
 * Reads a header, in English or Spanish; case, spaces and punctuation do not count.
 *
 * Returns: what it says, TRL_MEANING_FIELD when it says nothing known
 */
TrlMeaning trl_meaning_of_header (const char *header, double *certainty);

G_END_DECLS
