/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "formats/trl-reading.h"
#include "job/trellis-job.h"

G_BEGIN_DECLS

/**
 * TrellisImportDone:
 * @document: (nullable) (transfer full): %NULL when it could not be read, or a person
 * left
 * @report: (nullable) (transfer full): what became of the rows of tables
 * @error: (nullable): G_IO_ERROR_CANCELLED when a person left
 */
typedef void (*TrellisImportDone) (TrlDocument   *document,
                                   TrlReadReport *report,
                                   const GError  *error,
                                   gpointer       user_data);

/**
 * TrellisImportStep:
 * @job: (nullable) (transfer full): what runs from now on; %NULL: a person is asked
 */
typedef void (*TrellisImportStep) (TrellisJob *job, gpointer user_data);

/**
 * trellis_importer_start:
 * @paths: (array zero-terminated=1): one `.trellis` file, or tables
 *
 * Reads in a thread; asks in a dialog of @parent where a table leaves something open,
 * then reads again with the answers.
 */
void trellis_importer_start (GtkWindow         *parent,
                             const char *const *paths,
                             TrellisImportStep  step,
                             TrellisImportDone  done,
                             gpointer           user_data);

G_END_DECLS
