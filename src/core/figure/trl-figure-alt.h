/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_make_alt:
 * @scene: of trl_figure_build() of the same request
 *
 * What is said to who does not see the figure: its kind, its words, and the first of its
 * numbers or, of a network, who is in it; or the request's own words, in which `{alt}`
 * stands for that. Cost: that of the figure's table.
 *
 * Returns: (transfer full)
 */
char *trl_figure_make_alt (const TrlFigureRequest *request, const TrlScene *scene);

/**
 * trl_figure_alt_say_network:
 * @scene: as above, of a figure of one network
 *
 * Adds who is in the picture: the partners by level, the deepest first; of more than a
 * listener could follow, how many there are and who has most partnerships.
 * Length: 2,000 letters at most, and the names of levels.
 * Cost: O(n log n + m).
 */
void trl_figure_alt_say_network (const TrlFigureRequest *request,
                                 const TrlScene         *scene,
                                 GString                *out);

G_END_DECLS
