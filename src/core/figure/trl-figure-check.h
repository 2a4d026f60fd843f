/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlProblemKind:
 * @TRL_PROBLEM_SMALL_TEXT: texts that are too small to be read in print
 * @TRL_PROBLEM_OVERLAP: texts that lie on an earlier text
 * @TRL_PROBLEM_CUT_OFF: items that reach beyond the page
 * @TRL_PROBLEM_CONTRAST: texts whose colour is too near to what is beneath
 * @TRL_PROBLEM_GLYPHS: characters that no font here has
 */
typedef enum
{
  TRL_PROBLEM_SMALL_TEXT,
  TRL_PROBLEM_OVERLAP,
  TRL_PROBLEM_CUT_OFF,
  TRL_PROBLEM_CONTRAST,
  TRL_PROBLEM_GLYPHS,
  TRL_PROBLEM_TINY, /* partners */
  TRL_N_PROBLEMS
} TrlProblemKind;

/**
 * TrlFigureProblem:
 * @text: a sentence that says what is wrong, in the language of the user
 * @count: of texts, items or characters that have the problem
 * @where: the first of them, in points
 *
 * Something on a page that an editor or a printer would send back.
 */
typedef struct
{
  TrlProblemKind kind;
  char          *text;
  guint          count;
  TrlRect        where;
} TrlFigureProblem;

/**
 * trl_figure_check:
 * @scene: frozen; only a scene with a page can be cut off
 * @least_text: the smallest size that is no problem, in points; 0: 6
 *
 * Looks at a finished page as an editor does. Letters may meet by half a point and reach
 * half a point beyond the page. Text needs a contrast of 4.5:1, from 18 points on or bold
 * from 14 on 3:1, with its halo or else with all that is filled beneath its middle.
 *
 * Shape: at most one a kind, in the order of the kinds.
 * Cost: O(items) by the grid of the scene, unless many of them lie on each other.
 * Source: WCAG 2.2, success criterion 1.4.3.
 *
 * Returns: (transfer full) (element-type TrlFigureProblem): empty when all is well
 */
GArray *trl_figure_check (const TrlScene *scene, double least_text);

G_END_DECLS
