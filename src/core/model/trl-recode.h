/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-usage.h"

G_BEGIN_DECLS

/**
 * TrlRecoding:
 *
 * New words for a document, and what becomes of the values that use the old ones.  A word
 * that stays may be renamed, recoloured or moved freely, for values hold ids; one that
 * goes needs a rule while it is in use.
 */
typedef struct TrlRecoding TrlRecoding;

/**
 * trl_recoding_new:
 * @words: the words of the document as they are; copied
 */
TrlRecoding *trl_recoding_new (const TrlVocabulary *words);
void         trl_recoding_free (TrlRecoding *recoding);

/**
 * trl_recoding_get_words:
 *
 * Returns: (transfer none): the new words, to be altered
 */
TrlVocabulary *trl_recoding_get_words (TrlRecoding *recoding);

/**
 * trl_recoding_map:
 * @scope: (nullable): as for trl_usage_get(); for a level the scale it is on now
 * @to: (nullable): id of the word that takes its place; %NULL is not reported, untyped,
 * without the role, without the value, or without a kind.  A level on a scale that is
 * mapped too becomes one of the new scale.  A scale needs another scale
 *
 * Says what becomes of the values that use a word.  All rules apply at once, so that two
 * words may change places.
 */
void trl_recoding_map (TrlRecoding *recoding,
                       TrlWord      word,
                       const char  *scope,
                       const char  *from,
                       const char  *to);

/**
 * trl_recoding_remove:
 * @to: (nullable): as for trl_recoding_map()
 *
 * Takes a word out of the new words, for a role also from the strategies, and maps it.
 *
 * Returns: %FALSE when there is no such word, or it is the last scale or the first level
 */
gboolean trl_recoding_remove (
  TrlRecoding *recoding, TrlWord word, const char *scope, const char *id, const char *to);

/**
 * TrlRecodeCount:
 * @n_networks: networks in which anything changes
 * @n_nodes: nodes that change, without those that go
 * @n_edges: edges that change or move to another node, without those that go
 * @n_values: values of custom fields that change or go
 * @n_merged: nodes that go because they become one with another
 * @n_differing: networks in which ties at two levels become one
 * @n_regrained: networks of partner types that are taken for organizations afterwards
 */
typedef struct
{
  guint n_networks;
  guint n_nodes;
  guint n_edges;
  guint n_values;
  guint n_merged;
  guint n_differing;
  guint n_regrained;
} TrlRecodeCount;

/**
 * trl_recoding_count:
 *
 * What trl_document_recode() would touch.
 * Cost: that of a copy and of recoding it.
 *
 * Errors: as trl_document_recode().
 */
gboolean trl_recoding_count (const TrlRecoding *recoding,
                             TrlDocument       *document,
                             TrlRecodeCount    *count,
                             GError           **error);

/**
 * trl_document_recode:
 * @name: what Undo calls the step
 * @merge_key: (nullable): as for trl_document_begin()
 *
 * Gives a document the new words, and its values what the rules say, in one step.
 *
 * In a network that is grained by type, nodes whose types become one become one node: the
 * counts add (one that is not known counts as one beside one that is), ties with the same
 * partner become one where scale, kind and plan agree, at the level that the roll-up rule
 * of the document gives and the deepest intended one, and what gives way or cannot be
 * joined is written into the note.  Nodes that are called as their type go on being so.
 * Elsewhere partners only get the other type.
 *
 * A tie above no interaction whose level becomes not reported is still engaged; one at no
 * interaction is still not.  Values of a field whose kind changes are put into the form
 * of the new kind where that is possible and stay as they are where not. Cost: O(nodes +
 * edges) of all networks.
 *
 * Errors: TRL_MODEL_ERROR_IN_USE when a word is used, goes and has no rule; any other
 * TRL_MODEL_ERROR of a rule that leads nowhere.  Nothing has changed then.
 */
gboolean trl_document_recode (TrlDocument       *document,
                              const TrlRecoding *recoding,
                              const char        *name,
                              const char        *merge_key,
                              GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlRecoding, trl_recoding_free)

G_END_DECLS
