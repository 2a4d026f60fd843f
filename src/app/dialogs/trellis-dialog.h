/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-compat.h"

G_BEGIN_DECLS

/**
 * trellis_dialog_new:
 * @height: pixels; -1: by content
 *
 * Returns: (transfer none): an empty modal window above @parent that Esc closes
 */
GtkWindow *
trellis_dialog_new (GtkWindow *parent, const char *title, int width, int height);

/**
 * trellis_dialog_ask_replace:
 * @func: gets “replace” or “cancel”
 *
 * Asks whether a file that is there may be written over.
 */
void trellis_dialog_ask_replace (GtkWindow        *parent,
                                 GFile            *file,
                                 TrellisAnswerFunc func,
                                 gpointer          user_data);

/**
 * trellis_dialog_ask_replace_all:
 * @files: (element-type GFile): one or several
 * @func: gets “replace” or “cancel”
 *
 * Asks once for all, by their names.
 */
void trellis_dialog_ask_replace_all (GtkWindow        *parent,
                                     const GPtrArray  *files,
                                     TrellisAnswerFunc func,
                                     gpointer          user_data);

G_END_DECLS
