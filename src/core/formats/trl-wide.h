/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/trl-source.h"

G_BEGIN_DECLS

/**
 * TrlWideType:
 * @name: the partner type as the headers call it
 * @count: column of the number of partners, or -1
 * @level: column of the level, or -1
 */
typedef struct
{
  char *name;
  int   count;
  int   level;
} TrlWideType;

/**
 * trl_wide_split:
 * @stem: (out) (transfer full): the partner type in a header
 *
 * Takes a header such as `Food Agencies - number of partners`, `Food Agencies (level)` or
 * `Level of interaction with Food Agencies` apart.
 *
 * Returns: TRL_MEANING_COUNT, TRL_MEANING_LEVEL, or TRL_MEANING_FIELD and no stem
 */
TrlMeaning trl_wide_split (const char *header, char **stem);

/**
 * trl_wide_find:
 *
 * Finds the columns of a wide survey: those of a type by two, or one column a type whose
 * header is the name of a known type.
 *
 * Returns: (transfer full) (element-type TrlWideType): in the order of the columns
 */
GPtrArray *trl_wide_find (const TrlSource *source);

G_END_DECLS
