/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_MERGE_CARD (trellis_merge_card_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisMergeCard, trellis_merge_card, TRELLIS, MERGE_CARD, AdwPreferencesGroup)

/**
 * TrellisMergeCard:
 *
 * Partners that may become one: which of them stays, and what that does.
 */

/**
 * TrellisMergeCard::merge-asked:
 * TrellisMergeCard::hide-asked:
 *
 * One of its buttons was pressed.
 */

/**
 * trellis_merge_card_new:
 * @ids: (element-type utf8): of the network on show
 * @reason: (nullable): how their names differ
 * @may_hide: whether a person can say that they are not the same
 */
GtkWidget *trellis_merge_card_new (TrellisSession *session,
                                   GPtrArray      *ids,
                                   const char     *reason,
                                   gboolean        may_hide);

/**
 * trellis_merge_card_apply:
 *
 * Merges, inside a step.
 *
 * Errors: TRL_MODEL_ERROR.
 */
gboolean trellis_merge_card_apply (TrellisMergeCard *card, GError **error);

G_END_DECLS
