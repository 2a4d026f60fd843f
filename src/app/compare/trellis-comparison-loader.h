/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_COMPARISON_LOADER (trellis_comparison_loader_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisComparisonLoader, trellis_comparison_loader, TRELLIS, COMPARISON_LOADER, GObject)

/**
 * TrellisComparisonLoader:
 *
 * Builds comparisons, at once or, where there is much to draw, in a thread; of those that
 * follow each other only the newest arrives.
 */

/**
 * TrellisComparisonLoader:busy:
 *
 * Whether a thread is at work.
 */

/**
 * TrellisComparisonLoader::built:
 * @comparison: the newest, complete
 */

TrellisComparisonLoader *trellis_comparison_loader_new (void);

/**
 * trellis_comparison_loader_load:
 * @comparison: not built; what was asked for before is dropped
 *
 * Emits ::built before it returns, or later.
 */
void trellis_comparison_loader_load (TrellisComparisonLoader *loader,
                                     TrellisComparison       *comparison);

/**
 * trellis_comparison_loader_drop:
 *
 * Wants nothing any more.
 */
void     trellis_comparison_loader_drop (TrellisComparisonLoader *loader);
gboolean trellis_comparison_loader_is_busy (TrellisComparisonLoader *loader);

G_END_DECLS
