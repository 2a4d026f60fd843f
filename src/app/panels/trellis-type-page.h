/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The organizations of one partner type: listed, renamed and given a level in place. */
#define TRELLIS_TYPE_TYPE_PAGE (trellis_type_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisTypePage, trellis_type_page, TRELLIS, TYPE_PAGE, GtkBox)

/**
 * TrellisTypePage::opened:
 * @id: of the organization to show in full
 */

GtkWidget *trellis_type_page_new (void);

/**
 * trellis_type_page_set_partner:
 * @id: (nullable): of the partner with whom the levels are; %NULL: the hub
 */
void trellis_type_page_set_partner (TrellisTypePage *page, const char *id);

/**
 * trellis_type_page_show:
 * @type: id; "" is no type
 */
void
trellis_type_page_show (TrellisTypePage *page, TrellisSession *session, const char *type);

G_END_DECLS
