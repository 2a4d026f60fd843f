/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * trellis_bench_is_on:
 *
 * Returns: whether TRELLIS_BENCH is set: the program then measures its start and ends
 */
gboolean trellis_bench_is_on (void);

/**
 * trellis_bench_watch:
 *
 * Prints `first-frame MS`, milliseconds since the process started, when @window has
 * painted the next frame, then ends the program.
 */
void trellis_bench_watch (GtkWidget *window);

G_END_DECLS
