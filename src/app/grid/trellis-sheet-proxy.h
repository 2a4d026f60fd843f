/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_SHEET_PROXY (trellis_sheet_proxy_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisSheetProxy, trellis_sheet_proxy, TRELLIS, SHEET_PROXY, GtkWidget)

/**
 * TrellisSheetProxy:
 *
 * Stands for one cell or header of a sheet: draws nothing, takes the focus, and tells a
 * screen reader what is there.  It may stand for another one later.
 */
GtkWidget *trellis_sheet_proxy_new (GtkAccessibleRole role);

/* @row, @column: from 0; -1: it is the header */
void trellis_sheet_proxy_set_place (TrellisSheetProxy *proxy, int row, int column);
void trellis_sheet_proxy_get_place (TrellisSheetProxy *proxy, int *row, int *column);
void trellis_sheet_proxy_set_texts (TrellisSheetProxy *proxy,
                                    const char        *label,
                                    const char        *description);
void trellis_sheet_proxy_set_selected (TrellisSheetProxy *proxy, gboolean selected);

G_END_DECLS
