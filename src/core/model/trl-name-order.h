/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trl_name_key:
 * @name: (nullable): %NULL is an empty one
 *
 * What names are ordered by wherever the order is kept, printed or drawn: the same in
 * every language, for the same document has to give the same bytes.  Case, accents and
 * signs count only between names that are otherwise the same, and a run of digits is a
 * number: Site 9 stands before Site 10.
 * Cost: O(length).
 *
 * Returns: (transfer full): for strcmp() with others; no text for people
 */
char *trl_name_key (const char *name);

/**
 * trl_name_compare:
 * @a, @b: (nullable)
 *
 * For few names; who sorts many makes their keys first.
 *
 * Returns: below, at or above 0, as strcmp() of their keys
 */
int trl_name_compare (const char *a, const char *b);

G_END_DECLS
