/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_fill_words:
 * @made: what the figure would say by itself
 * @words: (out): empty before; what the page says
 *
 * A word of the request that is %NULL is what the figure makes; in others `{title}`,
 * `{subtitle}`, `{caption}` and `{source}` stand for that, `{document}` and `{network}`
 * for a name, `{sites}`, `{partners}` and `{partnerships}` for how many are shown.  Other
 * braces stay as they are.
 * Cost: O(length), and O(edges) where something is counted.
 */
void trl_figure_fill_words (const TrlFigureRequest *request,
                            const TrlPageWords     *made,
                            TrlPageWords           *words);

/**
 * trl_figure_wants_made_caption:
 *
 * Returns: whether the caption that the figure makes is among the words
 */
gboolean trl_figure_wants_made_caption (const TrlFigureRequest *request);

/**
 * trl_figure_fill_page:
 * @words: kept until the page is made
 *
 * Sets all that a page has from the request: theme, sizes, words, place of the legend.
 */
void trl_figure_fill_page (const TrlFigureRequest *request,
                           const TrlPageWords     *words,
                           TrlPage                *page);

/**
 * trl_figure_get_text_size:
 *
 * Returns: the size of names, points: the request's, but at least 6, or by the width of
 * the page
 */
double trl_figure_get_text_size (const TrlFigureRequest *request);

G_END_DECLS
