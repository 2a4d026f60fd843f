/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-settings.h"
#include "figures/trellis-figure-controls.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * trellis_figure_output_list_taken:
 * @path: of the figure
 *
 * Returns: (transfer full) (element-type GFile): what would be written beside the figure
 *   and is there already
 */
GPtrArray *trellis_figure_output_list_taken (const TrlFigure    *figure,
                                             TrellisFigureBeside beside,
                                             const char         *path);

/**
 * trellis_figure_output_write:
 * @path: of the figure; what is written beside it is called after it
 *
 * Writes the figure and what is wanted beside it, over what is there; nothing is written
 * before all of it is made.  In any thread.
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
 * trellis_figure_output_list_saved_taken:
 *
 * Returns: (transfer full) (element-type GFile): what
 *   trellis_figure_output_write_saved() would write over in the folder
 */
GPtrArray *trellis_figure_output_list_saved_taken (TrlDocument        *document,
                                                   const char         *format,
                                                   TrellisFigureBeside beside,
                                                   const char         *folder);

/**
 * trellis_figure_output_write_saved:
 * @path: a file, or a folder that is there
 * @n: (out): how many figures were written, also where not all were
 *
 * Writes the saved figures of a document, over what is there: as pages of one PDF, or
 * each to a file of its own, called after it, with what is wanted beside it; a number is
 * added where two are called alike.  In any thread.
 * Errors: as of trellis_figure_output_write(); each file is whole, and those before the
 * first that fails stay.
 */
gboolean trellis_figure_output_write_saved (TrlDocument        *document,
                                            const char         *format,
                                            TrellisFigureBeside beside,
                                            const char         *path,
                                            guint              *n,
                                            GCancellable       *cancellable,
                                            GError            **error);

/**
 * trellis_figure_output_tell_failed:
 * @parent: (nullable): as of trellis_compat_tell()
 * @n: how many figures were written before, 0: not to be told
 *
 * Says why something was not written.
 */
void trellis_figure_output_tell_failed (GtkWindow *parent, const char *reason, guint n);

/**
 * trellis_figure_output_get_formats:
 *
 * Returns: (transfer full): those of trellis_figure_output_make_content()
 */
GdkContentFormats *trellis_figure_output_get_formats (void);

/**
 * trellis_figure_output_make_content:
 * @settings: of the figure
 *
 * Makes the figure as PNG and as SVG, for the clipboard.  In any thread.
 * Errors: TRL_FIGURE_ERROR, TRL_DRAW_ERROR, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): both
 */
GdkContentProvider *trellis_figure_output_make_content (TrlFigureSettings *settings,
                                                        TrlDocument       *document,
                                                        GCancellable      *cancellable,
                                                        GError           **error);

/**
 * trellis_figure_output_print:
 * @scene: a page
 * @title: what the queue of the printer calls it
 *
 * Asks for a printer; the page is printed in its size, or smaller where the paper is.
 */
void trellis_figure_output_print (TrlScene *scene, const char *title, GtkWindow *parent);

G_END_DECLS
