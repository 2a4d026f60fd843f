/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_FILTER (trellis_filter_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFilter, trellis_filter, TRELLIS, FILTER, GObject)

/* Ranks beside 0 … n - 1 that a filter knows, as trl_network_get_node_rank() has them. */
#define TRELLIS_FILTER_NOT_REPORTED (-1)
#define TRELLIS_FILTER_NEUTRAL (-2)

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

void trellis_filter_set_level_hidden (TrellisFilter *filter, int rank, gboolean hidden);
gboolean trellis_filter_is_level_hidden (TrellisFilter *filter, int rank);

/**
 * trellis_filter_set_hidden_levels:
 * @levels: a bit for each rank hidden; bit 62 is neutral, bit 63 not reported
 */
void    trellis_filter_set_hidden_levels (TrellisFilter *filter, guint64 levels);
guint64 trellis_filter_get_hidden_levels (TrellisFilter *filter);

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
