/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "compare/trellis-change-row.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CHANGE_LIST (trellis_change_list_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisChangeList, trellis_change_list, TRELLIS, CHANGE_LIST, GtkBox)

/**
 * TrellisChangeList:
 *
 * What changed, counted by kind and listed; a kind that is pressed is listed alone.
 */

/**
 * TrellisChangeList::picked:
 * @row: (nullable): a #TrellisChangeRow that the selection has come to
 */

/**
 * TrellisChangeList::opened:
 * @row: a #TrellisChangeRow that is to be shown on the map
 */

/**
 * trellis_change_list_set:
 * @comparison: (nullable): of a change, built
 */
void trellis_change_list_set (TrellisChangeList *list, TrellisComparison *comparison);

/**
 * trellis_change_list_unselect:
 *
 * Tells nobody.
 */
void trellis_change_list_unselect (TrellisChangeList *list);

G_END_DECLS
