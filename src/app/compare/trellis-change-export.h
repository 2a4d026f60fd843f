/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/trl-change.h"

G_BEGIN_DECLS

/**
 * trellis_change_export:
 * @widget: in the window that asks, and that is told what came of it
 * @table: the counts and the table of levels; else the partnerships
 *
 * Asks for a file and writes what changed as CSV.
 */
void trellis_change_export (GtkWidget *widget, const TrlChanges *changes, gboolean table);

G_END_DECLS
