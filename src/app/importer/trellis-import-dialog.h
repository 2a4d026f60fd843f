/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "formats/trl-reading.h"

G_BEGIN_DECLS

/**
 * TrellisImportAnswered:
 * @accepted: whether to read on; the answers are in the request then
 */
typedef void (*TrellisImportAnswered) (gboolean accepted, gpointer user_data);

/**
 * trellis_import_dialog_show:
 * @reading: how the tables would be read, with the open questions
 * @request: (transfer none): takes the answers
 *
 * Shows the first rows of each table and asks what was not certain.  Both must stay until
 * @answered was called.
 *
 * Returns: (transfer none): the dialog, shown
 */
GtkWindow *trellis_import_dialog_show (GtkWindow            *parent,
                                       const TrlReading     *reading,
                                       TrlReadRequest       *request,
                                       TrellisImportAnswered answered,
                                       gpointer              user_data);

G_END_DECLS
