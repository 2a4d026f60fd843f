/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-canvas.h"
#include "trellis-application.h"
#include "trellis-session.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_WINDOW (trellis_window_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisWindow, trellis_window, TRELLIS, WINDOW, AdwApplicationWindow)

TrellisWindow *trellis_window_new (TrellisApplication *application);

/**
 * trellis_window_is_empty:
 *
 * Returns: whether the window shows no document and is opening none
 */
gboolean trellis_window_is_empty (TrellisWindow *window);
gboolean trellis_window_has_file (TrellisWindow *window, GFile *file);

/**
 * trellis_window_load:
 * @files: (array length=n): one document, or tables that make one
 *
 * Reads in the background, asks where something is not certain, and shows what came of
 * it.
 */
void trellis_window_load (TrellisWindow *window, GFile **files, guint n);

TrellisSession *trellis_window_get_session (TrellisWindow *window);
void trellis_window_set_session (TrellisWindow *window, TrellisSession *session);
TrellisCanvas *trellis_window_get_canvas (TrellisWindow *window);

/**
 * trellis_window_tell:
 * @can_undo: whether the toast offers to undo the last step
 *
 * Shows a short message that goes away by itself.
 */
void trellis_window_tell (TrellisWindow *window, const char *text, gboolean can_undo);

/**
 * trellis_window_tell_file:
 * @uri: of a file or a folder that was written
 *
 * Shows a short message with a button that opens the folder.
 */
void trellis_window_tell_file (TrellisWindow *window, const char *text, const char *uri);

G_END_DECLS
