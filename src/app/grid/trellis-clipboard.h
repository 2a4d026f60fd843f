/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "formats/trl-sheet.h"

G_BEGIN_DECLS

/**
 * trellis_clipboard_write:
 *
 * Puts a table on the clipboard in every form that spreadsheets take.
 */
void trellis_clipboard_write (GdkClipboard *clipboard, const TrlSheet *sheet);

/**
 * trellis_clipboard_has_table:
 *
 * Returns: whether there may be a table to read
 */
gboolean trellis_clipboard_has_table (GdkClipboard *clipboard);

/**
 * trellis_clipboard_read_async:
 * trellis_clipboard_read_finish:
 *
 * Reads the best form that is there.
 *
 * Errors: G_IO_ERROR; TRL_FORMAT_ERROR.
 *
 * Returns: (transfer full): the table
 */
void      trellis_clipboard_read_async (GdkClipboard       *clipboard,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
TrlSheet *trellis_clipboard_read_finish (GAsyncResult *result, GError **error);

G_END_DECLS
