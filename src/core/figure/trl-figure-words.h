/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/trl-profile.h"
#include "figure/trl-figure-named.h"
#include "model/trl-document.h"
#include "scene/trl-scene-build.h"

G_BEGIN_DECLS

/**
 * TrlFigureFacts:
 * @n_rings: rings in the picture
 * @notes: what found no place in it
 * @named: (nullable): who is named, if not all are
 * @left_out: (nullable): a sentence that names what was to be left out
 * @has_neutral: whether some partner is drawn without a level, having no partnership now
 *
 * What the words of a figure are made from.
 */
typedef struct
{
  const TrlNetwork      *network;
  const TrlProfile      *profile;
  const TrlSceneOptions *options;
  guint                  n_rings;
  TrlSceneNotes          notes;
  const TrlFigureNamed  *named;
  const char            *left_out;
  gboolean               has_neutral;
} TrlFigureFacts;

/**
 * trl_figure_facts_init:
 * @network:
 * @profile: of @network
 *
 * Looks up what is known before there is a picture.
 * Cost: O(n + m).
 */
void trl_figure_facts_init (TrlFigureFacts        *facts,
                            const TrlNetwork      *network,
                            const TrlProfile      *profile,
                            const TrlSceneOptions *options,
                            guint                  n_rings);

/**
 * trl_figure_words_subtitle:
 *
 * Breadth, the median level and the number of partners, each with what it is out of; what
 * was not reported is said.
 *
 * Returns: (transfer full)
 */
char *trl_figure_words_subtitle (const TrlFigureFacts *facts);

/**
 * trl_figure_words_caption:
 *
 * What is shown and how to read it, naming only what is in the picture.
 *
 * Returns: (transfer full)
 */
char *trl_figure_words_caption (const TrlFigureFacts *facts);

/**
 * trl_figure_words_source:
 *
 * Returns: (transfer full) (nullable): “Source: …”, of the network or the document
 */
char *trl_figure_words_source (TrlDocument *document, const TrlNetwork *network);

/**
 * trl_figure_words_sources:
 * @networks: (element-type TrlNetwork)
 *
 * Returns: (transfer full) (nullable): “Source: …”: of the networks, each once, or of the
 *   document
 */
char *trl_figure_words_sources (TrlDocument *document, GPtrArray *networks);

G_END_DECLS
