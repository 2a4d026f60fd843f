/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The inspector's page of the network on show, and of the document around it. */
#define TRELLIS_TYPE_NETWORK_PAGE (trellis_network_page_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisNetworkPage, trellis_network_page, TRELLIS, NETWORK_PAGE, GtkBox)

GtkWidget *trellis_network_page_new (void);
void       trellis_network_page_show (TrellisNetworkPage *page, TrellisSession *session);

G_END_DECLS
