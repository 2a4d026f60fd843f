/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"

G_BEGIN_DECLS

/**
 * trl_figure_make_alt:
 * @scene: of trl_figure_build() of the same request
 *
 * What is said to who does not see the figure: its kind, its words, and the first of its
 * numbers; or the request's own words, in which `{alt}` stands for that.
 * Cost: that of the figure's table.
 *
 * Returns: (transfer full)
 */
char *trl_figure_make_alt (const TrlFigureRequest *request, const TrlScene *scene);

G_END_DECLS
