/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* What the tests and the bench of large documents share: the document and a clock for the
 * pauses in which the window answers nobody.
 */

/**
 * large_document:
 *
 * Returns: (transfer full): one network of @nodes placed organizations of several types
 * and @edges ties at every level
 */
TrlDocument *large_document (guint nodes, guint edges);

/**
 * LargeWatch:
 *
 * Ticks in the main loop, and remembers the longest time between two ticks.
 */
typedef struct LargeWatch LargeWatch;

LargeWatch *large_watch_new (void);
void        large_watch_free (LargeWatch *watch);

/**
 * large_watch_reset:
 * large_watch_get_longest:
 *
 * Returns: the longest pause since the last reset, milliseconds
 */
void   large_watch_reset (LargeWatch *watch);
double large_watch_get_longest (LargeWatch *watch);

/**
 * large_quiet:
 *
 * Lets the main loop run until it had nothing to do for a while.
 */
void large_quiet (LargeWatch *watch);

/**
 * large_hide_map:
 *
 * Takes the map from the window, which then follows the document no more: what is left is
 * the cost of everything else.
 */
void large_hide_map (TrellisWindow *window);

/**
 * large_set_level:
 *
 * Gives the first edge of the first network the level of @rank, as one step.
 */
void large_set_level (TrlDocument *document, guint rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LargeWatch, large_watch_free)

G_END_DECLS
