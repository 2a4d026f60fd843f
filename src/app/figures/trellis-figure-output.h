/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-settings.h"
#include "figures/trellis-figure-controls.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * trellis_figure_output_find_taken:
 * @path: of the figure
 *
 * Returns: (transfer full) (nullable): a file that would be written beside the figure and
 *   is there already
 */
GFile *trellis_figure_output_find_taken (const char *path, TrellisFigureBeside beside);

/**
 * trellis_figure_output_write:
 * @path: of the figure; what is written beside it is called after it
 *
 * Writes the figure and what is wanted beside it, over what is there.  In any thread.
 * Errors: TRL_FIGURE_ERROR, TRL_DRAW_ERROR, TRL_STORE_ERROR, G_IO_ERROR_CANCELLED.
 */
gboolean trellis_figure_output_write (TrlFigureSettings  *settings,
                                      TrlDocument        *document,
                                      const char         *format,
                                      TrellisFigureBeside beside,
                                      const char         *path,
                                      GCancellable       *cancellable,
                                      GError            **error);

/**
 * trellis_figure_output_write_all:
 * @folder: where no file is written over: a number is added to names that are taken
 * @n: (out): how many were written
 *
 * Writes each saved figure of a document to a file of its own, called after it, and what
 * is wanted beside it.
 * Errors: as of trellis_figure_output_write(); files before the first that fails stay.
 */
gboolean trellis_figure_output_write_all (TrlDocument        *document,
                                          const char         *format,
                                          TrellisFigureBeside beside,
                                          const char         *folder,
                                          guint              *n,
                                          GError            **error);

/**
 * trellis_figure_output_get_content:
 * @settings: of the figure
 *
 * Returns: (transfer full) (nullable): the figure as PNG and as SVG, for the clipboard;
 *   %NULL where there is none
 */
GdkContentProvider *trellis_figure_output_get_content (TrlFigureSettings *settings,
                                                       TrlDocument       *document);

/**
 * trellis_figure_output_print:
 * @scene: a page
 * @title: what the queue of the printer calls it
 *
 * Asks for a printer; the page is printed in its size, or smaller where the paper is.
 */
void trellis_figure_output_print (TrlScene *scene, const char *title, GtkWindow *parent);

G_END_DECLS
