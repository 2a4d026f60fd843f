/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-vocabulary.h"

G_BEGIN_DECLS

/**
 * trl_crosswalk_find:
 * @level: id of a level of @from
 *
 * The level of another scale that means the same, by what the scales of the field mean by
 * their words and never by their order: Himmelman has coordinating before cooperating.
 * The first levels of any two scales, no interaction, mean the same.  Any other level
 * that is called otherwise than the field calls it, in English or in the language of the
 * program, may mean something else.
 *
 * Source: Frey et al. 2006, doi:10.1177/1098214006290356; Himmelman 2002.
 *
 * Returns: (nullable): %NULL when a person must say
 */
const TrlLevel *
trl_crosswalk_find (const TrlScale *from, const char *level, const TrlScale *to);

G_END_DECLS
