/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/trl-read-report.h"

G_BEGIN_DECLS

/**
 * trellis_report_dialog_show:
 *
 * Lists what a reader did with rows that it could not take as they stood.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_report_dialog_show (GtkWindow *parent, const TrlReadReport *report);

G_END_DECLS
