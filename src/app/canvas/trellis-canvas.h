/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/trellis-filter.h"
#include "canvas/trellis-selection.h"
#include "job/trellis-job.h"
#include "job/trellis-share.h"
#include "model/trl-document.h"

G_BEGIN_DECLS

#define TRELLIS_TYPE_CANVAS (trellis_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TrellisCanvas, trellis_canvas, TRELLIS, CANVAS, GtkWidget)

/**
 * TrellisCanvas:
 *
 * Shows one network of a document and edits it with pointer and keys.
 *
 * Properties: `document`, `network-id`, `rolled-up`, `locked`, `zoom` (pixels a point,
 * read-only), `layout-running` (read-only), `names-hidden` (read-only), `reveal`,
 * `label-scale`, `spotlight`.
 */

/**
 * TrellisCanvas::activated:
 * @kind: a #TrlKind, node or edge
 * @id: of what was opened by Enter or by a double click on a partnership
 */

/**
 * TrellisCanvas::open-type:
 * @type: id of the partner type opened in a view by type; "" is no type
 */

/**
 * TrellisCanvas::connect-requested:
 * @node: id of the partner to be connected by a dialog
 */

/**
 * TrellisCanvas::clicked:
 * @id: (nullable): of the partner clicked, %NULL elsewhere; only while locked
 */

/**
 * TrellisCanvas::notice:
 * @text: a sentence for a toast
 * @can_undo: whether the toast should offer Undo
 */

/**
 * TrellisCanvas::drawn:
 *
 * A frame was drawn, which may show something else than the one before.  Widgets must
 * stay as they are until it is painted.
 */

GtkWidget *trellis_canvas_new (TrellisSelection *selection, TrellisFilter *filter);

/**
 * trellis_canvas_set_document:
 * @document: (nullable)
 * @network_id: (nullable): %NULL shows nothing
 */
void        trellis_canvas_set_document (TrellisCanvas *canvas,
                                         TrlDocument   *document,
                                         const char    *network_id);
void        trellis_canvas_set_network_id (TrellisCanvas *canvas, const char *network_id);
const char *trellis_canvas_get_network_id (TrellisCanvas *canvas);

/**
 * trellis_canvas_get_shown:
 *
 * Returns: (transfer none) (nullable): the network drawn: the document's, or its roll-up
 */
const TrlNetwork *trellis_canvas_get_shown (TrellisCanvas *canvas);

void trellis_canvas_set_rolled_up (TrellisCanvas *canvas, gboolean rolled_up);

/**
 * trellis_canvas_set_locked:
 *
 * While locked, no key and no drag changes data.
 */
void     trellis_canvas_set_locked (TrellisCanvas *canvas, gboolean locked);
gboolean trellis_canvas_get_locked (TrellisCanvas *canvas);

/**
 * trellis_canvas_set_reveal:
 * @rank: partnerships from this level up are shown; -1 shows all
 */
void trellis_canvas_set_reveal (TrellisCanvas *canvas, int rank);
void trellis_canvas_set_label_scale (TrellisCanvas *canvas, double scale);

/**
 * trellis_canvas_set_spotlight:
 * @node: (nullable): id of the partner that stands out with its ties
 */
void trellis_canvas_set_spotlight (TrellisCanvas *canvas, const char *node);

/**
 * trellis_canvas_was_drawn:
 * @late: (out): whether it had to do without a part of the picture as it is now
 *
 * Returns: whether a frame was drawn since this was last asked
 */
gboolean trellis_canvas_was_drawn (TrellisCanvas *canvas, gboolean *late);

/**
 * trellis_canvas_get_names_hidden:
 *
 * Returns: how many partners in view have no name for want of room, where that is said
 */
guint  trellis_canvas_get_names_hidden (TrellisCanvas *canvas);
double trellis_canvas_get_zoom (TrellisCanvas *canvas);
void   trellis_canvas_zoom_fit (TrellisCanvas *canvas);

/**
 * trellis_canvas_show_node:
 *
 * Selects a partner, moves it into view, near enough to read its name, and gives it the
 * focus: for finding.
 */
void trellis_canvas_show_node (TrellisCanvas *canvas, const char *id);

/**
 * trellis_canvas_add_partner:
 *
 * Adds a partner in the middle of what is seen and lets it be named in place.
 */
void trellis_canvas_add_partner (TrellisCanvas *canvas);

/**
 * trellis_canvas_lay_out:
 * @layout: (nullable): id of a layout to use from now on; %NULL: the same one anew
 *
 * One step, “Lay Out”.
 */
void trellis_canvas_lay_out (TrellisCanvas *canvas, const char *layout);

/**
 * trellis_canvas_lay_out_selection:
 *
 * Lays out the selected partners among the others, which stay.  One step, “Lay Out
 * Selection”.  Says why where that cannot be done.
 */
void trellis_canvas_lay_out_selection (TrellisCanvas *canvas);

/**
 * trellis_canvas_set_layout_options:
 * @text: (nullable): as in trl-layout-options.h
 *
 * Keeps what was chosen of the layout with the network and lays it out anew.  One step,
 * “Change Layout Options”.
 */
void trellis_canvas_set_layout_options (TrellisCanvas *canvas, const char *text);

/**
 * trellis_canvas_get_layout_share:
 *
 * Returns: (transfer none) (nullable): how far the layout is that runs
 */
TrellisShare *trellis_canvas_get_layout_share (TrellisCanvas *canvas);

gboolean trellis_canvas_is_laying_out (TrellisCanvas *canvas);
void     trellis_canvas_cancel_layout (TrellisCanvas *canvas);

/**
 * trellis_canvas_connect_partners:
 * @rank: level of the new partnership, -1 not reported
 *
 * One step, “Add Partnership”.  Where there is one already, it is selected.
 *
 * Returns: (transfer full) (nullable): the id of the partnership
 */
char *trellis_canvas_connect_partners (TrellisCanvas *canvas,
                                       const char    *from,
                                       const char    *to,
                                       int            rank);

/**
 * TrellisCanvasShortcut:
 * @action: as bound, “canvas.zoom-in”
 * @target: (nullable): parameter of the action, in GVariant text form
 * @accelerators: separated by blanks, in GTK's form
 * @group: translatable heading in the shortcuts window
 * @title: translatable
 */
typedef struct
{
  const char *action;
  const char *target;
  const char *accelerators;
  const char *group;
  const char *title;
} TrellisCanvasShortcut;

/**
 * trellis_canvas_shortcuts:
 * @n: (out): how many
 *
 * All keys of the canvas, for the shortcuts window.  The widget binds them itself.
 */
const TrellisCanvasShortcut *trellis_canvas_shortcuts (guint *n);

G_END_DECLS
