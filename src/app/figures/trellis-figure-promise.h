/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRELLIS_TYPE_FIGURE_PROMISE (trellis_figure_promise_get_type ())
G_DECLARE_FINAL_TYPE (TrellisFigurePromise,
                      trellis_figure_promise,
                      TRELLIS,
                      FIGURE_PROMISE,
                      GdkContentProvider)

/**
 * TrellisFigurePromise:
 *
 * Content for the clipboard or a drag that is still being made: who asks for it gets it
 * as soon as it is there.
 */

/**
 * trellis_figure_promise_new:
 * @formats: (transfer full): of what is promised
 */
TrellisFigurePromise *trellis_figure_promise_new (GdkContentFormats *formats);

/**
 * trellis_figure_promise_keep:
 * @content: what was promised
 */
void trellis_figure_promise_keep (TrellisFigurePromise *promise,
                                  GdkContentProvider   *content);

/**
 * trellis_figure_promise_break:
 * @error: why there will be nothing
 */
void trellis_figure_promise_break (TrellisFigurePromise *promise, const GError *error);

G_END_DECLS
