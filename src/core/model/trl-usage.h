/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrlWord:
 *
 * The lists of words of a document.  Levels are told apart by the id of their scale, and
 * fields by what they are of (network, node, edge): their scope.
 */
typedef enum
{
  TRL_WORD_SCALE,
  TRL_WORD_LEVEL,
  TRL_WORD_TYPE,
  TRL_WORD_ROLE,
  TRL_WORD_FIELD,
  TRL_WORD_KIND, /* of partnership: the text itself */
  TRL_N_WORDS
} TrlWord;

/**
 * TrlUsage:
 *
 * How often each word is used, at the time of asking.
 */
typedef struct TrlUsage TrlUsage;

/**
 * trl_usage_new:
 *
 * Cost: O(nodes + edges) of all networks.
 */
TrlUsage *trl_usage_new (TrlDocument *document);
void      trl_usage_free (TrlUsage *usage);

/**
 * trl_usage_get:
 * @scope: (nullable): for levels the id of the scale, for fields what they are of
 *
 * Returns: edges on a scale; edges with a level as answer of either end or as intended,
 *   each once; nodes of a type or with a role; values of a field; edges of a kind
 */
guint
trl_usage_get (const TrlUsage *usage, TrlWord word, const char *scope, const char *id);

/**
 * TrlTypeUsage:
 * @n_networks: networks with a node of the type
 * @n_organizations: nodes of the type in networks of organizations, where each is a
 *   partner; in one of types a node stands for any number
 * @n_edges: edges that end at a node of the type, each once
 */
typedef struct
{
  guint n_networks;
  guint n_organizations;
  guint n_edges;
} TrlTypeUsage;

TrlTypeUsage trl_usage_get_type (const TrlUsage *usage, const char *type);

/**
 * trl_word_key:
 *
 * Returns: (transfer full): one text for a word and its scope
 */
char *trl_word_key (TrlWord word, const char *scope, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlUsage, trl_usage_free)

G_END_DECLS
