/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_page_options:
 * @n: (out): how many
 *
 * What can be chosen about every figure: networks, page, looks, legend and words.
 */
const TrlOption *trl_figure_page_options (guint *n);

/**
 * trl_figure_all_options:
 *
 * Returns: (transfer full): those of the page, then the figure's own, at their fallbacks
 */
TrlOptions *trl_figure_all_options (const TrlFigure *figure);

G_END_DECLS
