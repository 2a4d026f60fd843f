/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "scene/trl-level-set.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_FILTER (trellis_filter_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFilter, trellis_filter, TRELLIS, FILTER, GObject)

/**
 * TrellisFilter:
 *
 * The levels and partner types that a window hides; shared by legend and canvas.  It
 * hides from view only and is not part of the document.
 */

/**
 * TrellisFilter::changed:
 *
 * Emitted once for each call that changed something.
 */

TrellisFilter *trellis_filter_new (void);

/**
 * trellis_filter_set_level_hidden:
 * @scale: (nullable): id
 * @rank: of the scale, or as in a #TrlLevelSet of none
 */
void trellis_filter_set_level_hidden (TrellisFilter *filter,
                                      const char    *scale,
                                      int            rank,
                                      gboolean       hidden);
gboolean
trellis_filter_is_level_hidden (TrellisFilter *filter, const char *scale, int rank);

/**
 * trellis_filter_get_hidden_levels:
 *
 * Returns: (transfer none): good until the next change
 */
const TrlLevelSet *trellis_filter_get_hidden_levels (TrellisFilter *filter);

/**
 * trellis_filter_set_type_hidden:
 * @type: id of a partner type; "" is no type
 */
void
trellis_filter_set_type_hidden (TrellisFilter *filter, const char *type, gboolean hidden);
gboolean trellis_filter_is_type_hidden (TrellisFilter *filter, const char *type);

/**
 * trellis_filter_get_hidden_types:
 *
 * Returns: (transfer none) (element-type utf8 utf8): a set, good until the next change
 */
GHashTable *trellis_filter_get_hidden_types (TrellisFilter *filter);

void     trellis_filter_clear (TrellisFilter *filter);
gboolean trellis_filter_is_empty (TrellisFilter *filter);

G_END_DECLS
