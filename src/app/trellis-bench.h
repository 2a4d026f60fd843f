/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/trellis-canvas.h"

G_BEGIN_DECLS

/**
 * trellis_bench_is_on:
 *
 * Returns: whether TRELLIS_BENCH is set: the program then measures itself
 */
gboolean trellis_bench_is_on (void);

/**
 * trellis_bench_watch:
 *
 * Prints `first-frame MS`, milliseconds since the process started, when @window has
 * painted the next frame, then ends the program.
 *
 * With TRELLIS_BENCH=frames it goes on, and prints for each frame of the map: `canvas X Y
 * WIDTH HEIGHT`, where the map lies in the window, pixels, when that has changed; and
 * `frame PROGRAM SERVER LATE`: milliseconds of processor time since the frame before, of
 * all threads of the program and of the process TRELLIS_BENCH_SERVER, and whether a tile
 * was late, 0 or 1.
 */
void trellis_bench_watch (GtkWidget *window, TrellisCanvas *canvas);

G_END_DECLS
