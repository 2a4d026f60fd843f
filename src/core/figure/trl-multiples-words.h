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
 * trl_multiples_words_caption:
 *
 * What is shown and how to read it, naming only what is in the picture.
 *
 * Returns: (transfer full)
 */
char *trl_multiples_words_caption (const TrlPanels *panels, const TrlPanelsLook *look);

/**
 * trl_multiples_words_letters:
 *
 * Returns: (transfer full): which type each letter stands for
 */
char *trl_multiples_words_letters (const TrlPanels *panels);

G_END_DECLS
