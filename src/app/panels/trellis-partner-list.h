/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TrellisPartnerList:
 *
 * The names of all partners of a network as it was, after a line for none of them: a
 * list of GtkStringObject, which are made when they are asked for.
 */
#define TRELLIS_TYPE_PARTNER_LIST (trellis_partner_list_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisPartnerList, trellis_partner_list, TRELLIS, PARTNER_LIST, GObject)

/**
 * trellis_partner_list_new:
 * @none: what the first line says
 */
TrellisPartnerList *trellis_partner_list_new (const TrlNetwork *network,
                                              const char       *none);

/**
 * trellis_partner_list_is_like:
 *
 * Cost: O(n).
 *
 * Returns: whether a list of @network would be the same
 */
gboolean trellis_partner_list_is_like (TrellisPartnerList *list,
                                       const TrlNetwork   *network);

/**
 * trellis_partner_list_find:
 * @id: (nullable)
 *
 * Returns: the position of a partner; 0 for one that is not in the list
 */
guint trellis_partner_list_find (TrellisPartnerList *list, const char *id);

/**
 * trellis_partner_list_get_id:
 *
 * Returns: (nullable): of the partner there; %NULL for none
 */
const char *trellis_partner_list_get_id (TrellisPartnerList *list, guint position);

G_END_DECLS
