/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/trellis-comparison.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CHANGE_ROW (trellis_change_row_get_type ())
G_DECLARE_FINAL_TYPE (TrellisChangeRow, trellis_change_row, TRELLIS, CHANGE_ROW, GObject)

/**
 * TrellisChangeRow:
 *
 * A partnership, or a partner that only one network has, as an item of a list.
 */

typedef enum
{
  TRELLIS_CHANGED_PARTNERSHIP,
  TRELLIS_LOST_PARTNER,
  TRELLIS_ADDED_PARTNER
} TrellisChangedThing;

/**
 * trellis_change_row_new:
 * @comparison: of a change, built
 * @index: of trl_changes_get_ties(), or of trl_changes_get_partners()
 */
TrellisChangeRow *trellis_change_row_new (TrellisComparison  *comparison,
                                          TrellisChangedThing thing,
                                          guint               index);

TrlTieChange trellis_change_row_get_change (TrellisChangeRow *row);

/**
 * trellis_change_row_dup_title:
 * trellis_change_row_dup_subtitle:
 *
 * Returns: (transfer full): who it is about, and what became of it
 */
char *trellis_change_row_dup_title (TrellisChangeRow *row);
char *trellis_change_row_dup_subtitle (TrellisChangeRow *row);

/**
 * trellis_change_row_get_key:
 *
 * Returns: (transfer none): of the partner that it is about: of the two the one that is
 *   not the hub
 */
const char *trellis_change_row_get_key (TrellisChangeRow *row);

/**
 * trellis_change_row_find:
 * @id: (out) (transfer none): of the edge or the node in that network
 *
 * Returns: the network that has the thing: 1, or 0 where it is gone in the second
 */
guint trellis_change_row_find (TrellisChangeRow *row, TrlKind *kind, const char **id);

G_END_DECLS
