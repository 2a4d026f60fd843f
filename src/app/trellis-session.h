/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-filter.h"
#include "canvas/trellis-selection.h"
#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_SESSION (trellis_session_get_type ())
G_DECLARE_FINAL_TYPE (TrellisSession, trellis_session, TRELLIS, SESSION, GObject)

/**
 * TrellisSession:network-id:
 *
 * The network on show; always one of the document, while it has any.
 */

/**
 * TrellisSession:title:
 *
 * What the window is called: the name of the file without its ending, or of what was
 * imported.
 */

/**
 * TrellisSession::changed:
 * @mask: flags of #TrlChange, 0 when only the shown network or the saved state changed
 */

/**
 * trellis_session_new:
 * @document: (transfer none): what the window shows
 * @file: (nullable): where it is saved; only for `.trellis` files
 * @title: (nullable): a name while there is no file
 */
TrellisSession *
trellis_session_new (TrlDocument *document, GFile *file, const char *title);

TrlDocument      *trellis_session_get_document (TrellisSession *session);
TrellisSelection *trellis_session_get_selection (TrellisSession *session);
TrellisFilter    *trellis_session_get_filter (TrellisSession *session);
GFile            *trellis_session_get_file (TrellisSession *session);
void              trellis_session_set_file (TrellisSession *session, GFile *file);
const char       *trellis_session_get_title (TrellisSession *session);

/**
 * trellis_session_dup_subtitle:
 *
 * Returns: (transfer full): the folder of the file and whether there are unsaved changes
 */
char *trellis_session_dup_subtitle (TrellisSession *session);

/**
 * trellis_session_get_network:
 *
 * Returns: (transfer none) (nullable): the network on show, as the document holds it
 */
TrlNetwork *trellis_session_get_network (TrellisSession *session);

/**
 * trellis_session_get_shown:
 *
 * Returns: (transfer none) (nullable): what the map shows: the network, or what it
 * becomes by type
 */
const TrlNetwork *trellis_session_get_shown (TrellisSession *session);
gboolean          trellis_session_is_rolled_up (TrellisSession *session);

/**
 * trellis_session_get_layout_id:
 *
 * Returns: (nullable): the layout that the map uses: the network's, or what suits it
 */
const char *trellis_session_get_layout_id (TrellisSession *session);
const char *trellis_session_get_network_id (TrellisSession *session);
void        trellis_session_set_network_id (TrellisSession *session, const char *id);

/**
 * trellis_session_step_network:
 * @by: 1 for the next in the list, -1 for the one before; ends where the list ends
 */
void trellis_session_step_network (TrellisSession *session, int by);

/**
 * trellis_session_mark_saved:
 * @step: of trl_document_get_step(), that was saved
 *
 * Remembers that what is shown now is what the file holds.
 */
void trellis_session_mark_saved (TrellisSession *session, guint64 step);

/**
 * trellis_session_is_modified:
 *
 * Returns: whether closing would lose something: changes, or an import never saved
 */
gboolean trellis_session_is_modified (TrellisSession *session);

/**
 * trellis_session_set_unsaved:
 *
 * Says that the document exists nowhere in a file of its own yet, although nothing was
 * changed since it was read.
 */
void trellis_session_set_unsaved (TrellisSession *session, gboolean unsaved);

G_END_DECLS
