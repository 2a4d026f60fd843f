/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trl_fold:
 *
 * What is left of a text when case, accents, spaces and punctuation do not count:
 * `Partner_Type ` and `partner type` fold to `partnertype`.
 *
 * Returns: (transfer full)
 */
char *trl_fold (const char *text);

/**
 * trl_fold_key:
 *
 * What is left of a name when case and the number of spaces do not count: the key that
 * finds a partner or a site.  Unlike in trl_fold(), `1-2` and `12` stay apart.
 *
 * Returns: (transfer full)
 */
char *trl_fold_key (const char *text);

/**
 * trl_fold_words:
 *
 * The folded words of a text, each in the singular, without little words such as *and*
 * and *of*: `Museums & Libraries` and `Library and museum` differ in order alone.
 *
 * Returns: (transfer full) (array zero-terminated=1)
 */
char **trl_fold_words (const char *text);

/**
 * trl_fold_name:
 *
 * Returns: (transfer full): trl_fold_words() joined: the key that finds a partner type
 */
char *trl_fold_name (const char *text);

/**
 * trl_word_number:
 * @comma: whether a comma stands before decimals
 *
 * Reads a number that fills the whole text, in any locale.
 *
 * Returns: whether it is one, and finite
 */
gboolean trl_word_number (const char *text, gboolean comma, double *number);

/**
 * trl_word_answer:
 *
 * Returns: 1 for a yes, 0 for a no, -1 for anything else
 */
int trl_word_answer (const char *text);

G_END_DECLS
