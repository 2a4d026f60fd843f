/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-vocabulary.h"

G_BEGIN_DECLS

/**
 * trl_type_words_find:
 * @word: as a file has it
 *
 * Finds a partner type by its id, its name or another common name of it, in English or
 * Spanish; case, punctuation, *and*, singular and plural do not count.
 *
 * Cost: O(types).
 *
 * Returns: (nullable) (transfer none)
 */
const TrlPartnerType *trl_type_words_find (const TrlVocabulary *vocabulary,
                                           const char          *word);

/**
 * trl_type_words_index:
 *
 * All names that trl_type_words_find() would find, for many questions at once.
 *
 * Returns: (transfer full): trl_fold_name() of each → id of the type
 */
GHashTable *trl_type_words_index (const TrlVocabulary *vocabulary);

/**
 * trl_type_words_add:
 *
 * Adds a type of the file to a vocabulary that is being made, with a shape and a letter
 * that are free where there are some.
 *
 * Returns: (transfer none)
 */
const TrlPartnerType *trl_type_words_add (TrlVocabulary *vocabulary, const char *word);

/**
 * trl_type_words_find_role:
 *
 * Returns: (nullable) (transfer none)
 */
const TrlRole *trl_type_words_find_role (const TrlVocabulary *vocabulary,
                                         const char          *word);

G_END_DECLS
