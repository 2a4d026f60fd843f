/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/**
 * TrellisFinder:
 *
 * Names of a network, ready to be looked through again with each letter that is typed.
 */
typedef struct TrellisFinder TrellisFinder;

TrellisFinder *trellis_finder_new (void);
void           trellis_finder_free (TrellisFinder *finder);

/**
 * trellis_finder_find:
 * @text: a part of a name, whatever the case and the accents; empty finds nothing
 *
 * Cost: O(characters of all names); the first time after a change of @network about ten
 * times that of the next.
 *
 * Returns: (transfer full) (element-type guint): rows of nodes, in list order
 */
GArray *
trellis_finder_find (TrellisFinder *finder, const TrlNetwork *network, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrellisFinder, trellis_finder_free)

G_END_DECLS
