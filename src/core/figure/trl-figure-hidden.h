/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"
#include "scene/trl-scene-options.h"

G_BEGIN_DECLS

/**
 * TrlFigureHidden:
 * @levels: (nullable): for TrlSceneOptions::hidden_levels
 * @types: (nullable): for TrlSceneOptions::hidden_types
 * @words: (nullable): a sentence that names what is left out
 *
 * What a figure is asked to leave out.
 */
typedef struct
{
  TrlLevelSet *levels;
  GHashTable  *types;
  char        *words;
} TrlFigureHidden;

/**
 * trl_figure_hidden_init:
 *
 * Reads the options `hide-levels` and `hide-types`: ids of the document's vocabulary,
 * divided by blanks, and `not-reported`.  An id that several scales in use have is that
 * of all of them; `scale/level` is that of one.  Where there is no such id, it is a name
 * in any case of letters.  What has blanks itself stands alone or between line ends.
 * Errors: TRL_FIGURE_ERROR_UNKNOWN names all ids that there are not.
 */
gboolean trl_figure_hidden_init (TrlFigureHidden        *hidden,
                                 const TrlFigureRequest *request,
                                 GError                **error);

/**
 * trl_figure_hidden_clear:
 *
 * Frees what trl_figure_hidden_init() made.
 */
void trl_figure_hidden_clear (TrlFigureHidden *hidden);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlFigureHidden, trl_figure_hidden_clear)

/**
 * trl_figure_hidden_apply:
 * @options: borrows from @hidden
 */
void trl_figure_hidden_apply (const TrlFigureHidden *hidden, TrlSceneOptions *options);

G_END_DECLS
