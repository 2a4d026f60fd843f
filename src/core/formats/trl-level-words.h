/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-vocabulary.h"

G_BEGIN_DECLS

/**
 * TrlLevelWords:
 *
 * How the cells of a level column are to be read: first every different cell is shown to
 * it, then it chooses a scale, then it reads.
 */
typedef struct TrlLevelWords TrlLevelWords;

typedef enum
{
  TRL_LEVEL_GIVEN,   /* a level of the scale */
  TRL_LEVEL_EMPTY,   /* nothing was said: not reported */
  TRL_LEVEL_MISSING, /* not reported, and the cell says why */
  TRL_LEVEL_UNKNOWN  /* a word or number that is no level */
} TrlLevelKind;

/**
 * TrlLevelAnswer:
 * @level: (nullable): id of a level of the chosen scale
 * @missing: (nullable): `not-asked` or `dont-know`
 */
typedef struct
{
  TrlLevelKind kind;
  const char  *level;
  const char  *missing;
} TrlLevelAnswer;

/**
 * trl_level_words_new:
 * trl_level_words_free:
 * @scale: the first scale of the vocabulary
 * @values: (nullable): folded word → level id or "", settled by a person
 * @comma: whether numbers have a decimal comma
 */
TrlLevelWords      *
trl_level_words_new (const TrlScale *scale, GHashTable *values, gboolean comma);
void trl_level_words_free (TrlLevelWords *words);

/**
 * trl_level_words_add:
 * @label: (nullable): what a label column beside it says
 */
void trl_level_words_add (TrlLevelWords *words, const char *cell, const char *label);

/**
 * trl_level_words_choose:
 * @name: of a scale that would have to be made
 *
 * Numbers 0 to 4 and names of the default scale are of that scale.  Names that fit
 * another known scale better choose it, also as labels beside numbers.  Other whole
 * numbers up to 10, and numbers whose labels contradict every known scale, make a scale
 * of their own, whose levels have the numbers as ids and the labels as names, above *no
 * interaction*.
 *
 * Returns: whether the column holds levels at all; numbers that are no steps, such as
 *   amounts, do not
 */
gboolean trl_level_words_choose (TrlLevelWords *words, const char *name);

/**
 * trl_level_words_get_scale:
 *
 * Returns: (transfer none): the scale that the words are read with
 */
const TrlScale *trl_level_words_get_scale (const TrlLevelWords *words);

/**
 * trl_level_words_uses_labels:
 *
 * Returns: whether the label column went into the names of the scale
 */
gboolean trl_level_words_uses_labels (const TrlLevelWords *words);

/**
 * trl_level_words_has_other_names:
 *
 * Returns: whether the label column names levels that the scale calls otherwise
 */
gboolean trl_level_words_has_other_names (const TrlLevelWords *words);

/**
 * trl_level_words_read:
 *
 * What one cell says: a level, nothing, or a word that is none.
 */
TrlLevelAnswer trl_level_words_read (const TrlLevelWords *words, const char *cell);

/**
 * trl_level_words_read_on:
 *
 * What one cell says where the scale is settled: names, other words for them in English
 * or Spanish, and ranks.
 */
TrlLevelAnswer
trl_level_words_read_on (const TrlScale *scale, const char *cell, gboolean comma);

/**
 * trl_level_words_is_name:
 *
 * Returns: whether a cell is the name of a level in any known scale, and no number
 */
gboolean trl_level_words_is_name (const TrlLevelWords *words, const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLevelWords, trl_level_words_free)

G_END_DECLS
