/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/trl-change.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CHANGE_SIGN (trellis_change_sign_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisChangeSign, trellis_change_sign, TRELLIS, CHANGE_SIGN, GtkWidget)

/**
 * TrellisChangeSign:
 *
 * The sign of a change, as the map has it; empty for a change that has none.
 */

GtkWidget *trellis_change_sign_new (TrlTieChange change);
void       trellis_change_sign_set (TrellisChangeSign *sign, TrlTieChange change);

G_END_DECLS
