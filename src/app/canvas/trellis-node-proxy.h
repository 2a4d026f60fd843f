/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_NODE_PROXY (trellis_node_proxy_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisNodeProxy, trellis_node_proxy, TRELLIS, NODE_PROXY, GtkWidget)

/**
 * TrellisNodeProxy:
 *
 * Stands for one partner on the canvas: draws nothing, takes the focus, and tells a
 * screen reader what is there.
 */
GtkWidget *trellis_node_proxy_new (const char *id);

const char *trellis_node_proxy_get_id (TrellisNodeProxy *proxy);
guint       trellis_node_proxy_get_row (TrellisNodeProxy *proxy);

/**
 * trellis_node_proxy_set:
 * @row: of the network that is drawn
 * @position: 1 … @size
 */
void trellis_node_proxy_set (TrellisNodeProxy *proxy,
                             guint             row,
                             const char       *name,
                             const char       *description,
                             int               position,
                             int               size);
void trellis_node_proxy_set_selected (TrellisNodeProxy *proxy, gboolean selected);

G_END_DECLS
