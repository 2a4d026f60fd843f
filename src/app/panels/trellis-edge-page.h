/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "panels/trellis-target.h"

G_BEGIN_DECLS

/* The inspector's page of one or several partnerships. */
#define TRELLIS_TYPE_EDGE_PAGE (trellis_edge_page_get_type ())
G_DECLARE_FINAL_TYPE (TrellisEdgePage, trellis_edge_page, TRELLIS, EDGE_PAGE, GtkBox)

GtkWidget *trellis_edge_page_new (void);

/**
 * trellis_edge_page_show:
 * @target: (nullable) (transfer none): must stay until the next call
 */
void trellis_edge_page_show (TrellisEdgePage *page, const TrellisTarget *target);

G_END_DECLS
