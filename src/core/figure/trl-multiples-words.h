/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"
#include "scene/trl-panels.h"

G_BEGIN_DECLS

/**
 * trl_multiples_words_subtitle:
 *
 * Returns: (transfer full): how many networks there are, and their order
 */
char *trl_multiples_words_subtitle (const TrlPanels *panels, TrlPanelsOrder order);

/**
 * trl_multiples_words_can_be_brief:
 *
 * Returns: whether all panels are of partner types, so that one sentence in the caption
 *   can say what the numbers below all names are
 */
gboolean trl_multiples_words_can_be_brief (const TrlPanels *panels);

/**
 * trl_multiples_words_brief:
 *
 * Returns: (transfer full): breadth and depth of a panel in numbers alone
 */
char *trl_multiples_words_brief (const TrlPanel *panel);

/**
 * trl_multiples_words_caption:
 * @brief: whether numbers below names have to be explained
 *
 * What is shown and how to read it, naming only what is in the picture.
 *
 * Returns: (transfer full)
 */
char *trl_multiples_words_caption (const TrlPanels     *panels,
                                   const TrlPanelsLook *look,
                                   gboolean             brief);

/**
 * trl_multiples_words_letters:
 *
 * Returns: (transfer full): which type each letter stands for that is shown
 */
char *trl_multiples_words_letters (const TrlPanels *panels, const TrlPanelsLook *look);

G_END_DECLS
