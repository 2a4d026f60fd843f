/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * trellis_network_choice_prepare:
 *
 * Lets a drop-down hold names of networks, however long, and names it by its tooltip.
 */
void trellis_network_choice_prepare (GtkDropDown *choice);

/**
 * trellis_network_choice_fill:
 * @selected: (nullable): id of a network
 *
 * Offers the networks of a document, in its order.
 */
void trellis_network_choice_fill (GtkDropDown *choice,
                                  TrlDocument *document,
                                  const char  *selected);

G_END_DECLS
