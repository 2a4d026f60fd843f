/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * trl_compare_numbers:
 * trl_compare_indexes:
 * @a, @b: where two doubles are, none of them NAN; or two guints
 *
 * For g_array_sort() and its kin: the least first.
 *
 * Returns: below, at or above 0
 */
int trl_compare_numbers (gconstpointer a, gconstpointer b);
int trl_compare_indexes (gconstpointer a, gconstpointer b);

G_END_DECLS
