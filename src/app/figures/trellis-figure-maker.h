/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure-settings.h"
#include "figures/trellis-figure-controls.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_MAKER (trellis_figure_maker_get_type ())
G_DECLARE_FINAL_TYPE (
  TrellisFigureMaker, trellis_figure_maker, TRELLIS, FIGURE_MAKER, GObject)

/**
 * TrellisFigureMaker:
 *
 * Makes one page after the other, and whatever goes out, in threads that can be told to
 * stop: how long a figure takes is not known before.
 */

/**
 * TrellisFigureMaker:busy:
 *
 * Whether a thread is at work.
 */

/**
 * TrellisFigureMaker::made:
 * @scene: (nullable): the page that was asked for last
 * @reason: (nullable): why there is none
 */

/**
 * TrellisFigureMaker::written:
 * @path: of the file that was asked for
 * @reason: (nullable): why it is not there
 */

/**
 * TrellisFigureMaker::saved-written:
 * @path: of the file or the folder that was asked for
 * @n: how many figures are in it
 * @reason: (nullable): why not all are
 */

/**
 * TrellisFigureMaker::written:
 * TrellisFigureMaker::saved-written:
 *
 * Where nothing is connected any more, a failure is told as
 * trellis_figure_output_tell_failed() does.
 */

/**
 * TrellisFigureMaker::copied:
 * @content: as trellis_figure_maker_copy() returned it
 * @reason: (nullable): why there is nothing in it
 */

TrellisFigureMaker *trellis_figure_maker_new (void);

/**
 * trellis_figure_maker_build:
 *
 * As trl_figure_build(), in any thread; a page without partners is none.
 * Errors: TRL_FIGURE_ERROR, G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): a frozen page
 */
TrlScene *trellis_figure_maker_build (const TrlFigureRequest *request,
                                      GCancellable           *cancellable,
                                      GError                **error);

/**
 * trellis_figure_maker_make:
 * @settings: copied
 *
 * Makes a page, in place of any that is being made; ::made tells of it.
 */
void trellis_figure_maker_make (TrellisFigureMaker      *maker,
                                TrlDocument             *document,
                                const TrlFigureSettings *settings);

/**
 * trellis_figure_maker_write:
 *
 * Writes a figure and what is beside it, as trellis_figure_output_write(); ::written
 * tells of it.
 */
void trellis_figure_maker_write (TrellisFigureMaker      *maker,
                                 TrlDocument             *document,
                                 const TrlFigureSettings *settings,
                                 const char              *format,
                                 TrellisFigureBeside      beside,
                                 const char              *path);

/**
 * trellis_figure_maker_write_saved:
 *
 * Writes the saved figures, as trellis_figure_output_write_saved(); ::saved-written tells
 * of it.
 */
void trellis_figure_maker_write_saved (TrellisFigureMaker *maker,
                                       TrlDocument        *document,
                                       const char         *format,
                                       TrellisFigureBeside beside,
                                       const char         *path);

/**
 * trellis_figure_maker_copy:
 *
 * ::copied tells when the figure is made; who asks for it before waits.  A copy that is
 * not made yet when the next is asked for is stopped, and nothing tells of it.
 *
 * Returns: (transfer full): for the clipboard
 */
GdkContentProvider *trellis_figure_maker_copy (TrellisFigureMaker      *maker,
                                               TrlDocument             *document,
                                               const TrlFigureSettings *settings);

/**
 * trellis_figure_maker_lend:
 * trellis_figure_maker_end_loan:
 * @path: of a file that is written now; who asks for it before it is there waits, until
 *   the next is lent or the loan is ended
 *
 * Returns: (transfer full): the file, to be dragged out
 */
GdkContentProvider *trellis_figure_maker_lend (TrellisFigureMaker      *maker,
                                               TrlDocument             *document,
                                               const TrlFigureSettings *settings,
                                               const char              *format,
                                               const char              *path);
void                trellis_figure_maker_end_loan (TrellisFigureMaker *maker);

/**
 * trellis_figure_maker_stop:
 *
 * Stops all that is being made; the signals say that it was stopped.
 */
void trellis_figure_maker_stop (TrellisFigureMaker *maker);

/**
 * trellis_figure_maker_drop:
 *
 * Nobody waits for the page any more; nothing tells of it.
 */
void trellis_figure_maker_drop (TrellisFigureMaker *maker);

gboolean trellis_figure_maker_is_busy (TrellisFigureMaker *maker);

G_END_DECLS
