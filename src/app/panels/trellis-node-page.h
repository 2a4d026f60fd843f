/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The inspector's page of one or several partners. */
#define TRELLIS_TYPE_NODE_PAGE (trellis_node_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisNodePage, trellis_node_page, TRELLIS, NODE_PAGE, GtkBox)

GtkWidget *trellis_node_page_new (void);

/**
 * trellis_node_page_show:
 * @target: (nullable) (transfer none): must stay until the next call
 */
void trellis_node_page_show (TrellisNodePage *page, const TrellisTarget *target);
void trellis_node_page_focus (TrellisNodePage *page);

G_END_DECLS
