/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-saved.h"

G_BEGIN_DECLS

/**
 * trellis_figure_shelf_add:
 * @name: (nullable): %NULL: made of the figure's, unlike all others
 *
 * Saves settings as a new figure of the document, as one step.
 *
 * Returns: (transfer full) (nullable): its id; %NULL where there are too many
 */
char *trellis_figure_shelf_add (TrlDocument             *document,
                                const TrlFigureSettings *settings,
                                const char              *name);

/**
 * trellis_figure_shelf_store:
 *
 * Makes settings those of a saved figure; changes of one of them that follow each other
 * are one step.
 */
void trellis_figure_shelf_store (TrlDocument             *document,
                                 const char              *id,
                                 const TrlFigureSettings *settings);

/**
 * trellis_figure_shelf_differs:
 *
 * Returns: whether a figure is saved with other settings than these
 */
gboolean trellis_figure_shelf_differs (TrlDocument             *document,
                                       const char              *id,
                                       const TrlFigureSettings *settings);

/**
 * trellis_figure_shelf_rename:
 * trellis_figure_shelf_duplicate:
 * trellis_figure_shelf_remove:
 * trellis_figure_shelf_move:
 * @by: places down the list
 *
 * One step each.  The id of the copy is the caller's.
 */
void
trellis_figure_shelf_rename (TrlDocument *document, const char *id, const char *name);
char *trellis_figure_shelf_duplicate (TrlDocument *document, const char *id);
void  trellis_figure_shelf_remove (TrlDocument *document, const char *id);
void  trellis_figure_shelf_move (TrlDocument *document, const char *id, int by);

G_END_DECLS
