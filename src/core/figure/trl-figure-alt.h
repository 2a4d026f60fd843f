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

#define TRL_FIGURE_ALT_ROWS 20

/**
 * trl_figure_alt_is_full:
 * @row: of a list that is said one by one
 *
 * Returns: whether that is more than is listened to, which is said then
 */
gboolean trl_figure_alt_is_full (GString *out, guint row);

/**
 * trl_figure_alt_say_name:
 *
 * Adds a name, of which the end is left out if it is long.
 */
void trl_figure_alt_say_name (GString *out, const char *name);

/**
 * trl_figure_alt_dup_level:
 * @scale: (nullable): that @rank is of
 * @rank: -1 not reported, -2 without a tie
 *
 * Returns: (transfer full): what the legend of the page calls a level
 */
char *trl_figure_alt_dup_level (const TrlFigureRequest *request,
                                const TrlScale         *scale,
                                int                     rank);

/**
 * trl_figure_alt_say_network:
 * @scene: as above, of a figure of one network
 *
 * As TrlFigure::say.  Adds who is in the picture: the partners by level, the deepest
 * first; of more than a listener could follow, how many there are and who has most
 * partnerships. Length: 2,000 letters at most, and the names of levels. Cost: O(n log n +
 * m).
 */
void trl_figure_alt_say_network (const TrlFigureRequest *request,
                                 const TrlScene         *scene,
                                 GString                *out);

/**
 * trl_figure_alt_say_levels:
 * @partners: (element-type TrlFigurePartner): the deepest first
 *
 * Adds how many are at each level.
 */
void trl_figure_alt_say_levels (const TrlFigureRequest *request,
                                const GArray           *partners,
                                GString                *out);

G_END_DECLS
