/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-recode.h"

G_BEGIN_DECLS

struct TrlRecoding
{
  TrlVocabulary *words;
  GHashTable    *rules; /* key of a word → id, or NULL */
};

/**
 * trl_recoding_find:
 * @to: (out) (nullable): what becomes of it; the id itself when there is no rule
 *
 * Returns: whether there is a rule for a word
 */
gboolean trl_recoding_find (const TrlRecoding *recoding,
                            TrlWord            word,
                            const char        *scope,
                            const char        *id,
                            const char       **to);

/**
 * trl_recoding_apply:
 * @document: with an open step
 *
 * The whole of a recoding but its step.
 *
 * Errors: TRL_MODEL_ERROR.
 */
gboolean trl_recoding_apply (const TrlRecoding *recoding,
                             TrlDocument       *document,
                             TrlRecodeCount    *count,
                             GError           **error);

/**
 * trl_recode_merge_nodes:
 * @keep: id of the node that stays
 * @gone: id of the node that becomes part of it
 * @n_edges: (out): edges of the node that goes
 * @n_differing: (out): pairs of edges with two levels that became one
 *
 * Makes one node of two, and one edge of each two that are about the same.
 *
 * Errors: TRL_MODEL_ERROR when a text becomes too long.
 */
gboolean trl_recode_merge_nodes (TrlDocument *document,
                                 TrlNetwork  *network,
                                 const char  *keep,
                                 const char  *gone,
                                 guint       *n_edges,
                                 guint       *n_differing,
                                 GError     **error);

/**
 * trl_recode_merge_edges:
 * @edge: of the node that stays; changed
 * @other: of the node that goes, with its ends already moved
 * @nodes: the two nodes, before they became one
 * @differ: (out): whether the two have levels and not the same one
 *
 * What one of the two said and the joined edge does not say is in the note of that, after
 * the name of the node: its level, how many partners it stands for, and what else gives
 * way.
 *
 * Returns: %FALSE, and nothing has changed, when the two are not about the same
 */
gboolean trl_recode_merge_edges (const TrlNetwork      *network,
                                 TrlRecord             *edge,
                                 const TrlRecord       *other,
                                 const TrlRecord *const nodes[2],
                                 gboolean              *differ);

/**
 * trl_record_join:
 * trl_record_keep:
 * trl_record_join_fields:
 * @note: the property that takes what cannot be joined
 *
 * Texts of two records that become one: put side by side; or the first that is set, with
 * the second noted; or so for each custom field.
 */
void
trl_record_join (TrlRecord *record, const TrlRecord *other, guint prop, const char *by);
void trl_record_keep (TrlRecord *record, const TrlRecord *other, guint prop, guint note);
void trl_record_join_fields (TrlRecord           *record,
                             const TrlRecord     *other,
                             const TrlVocabulary *words,
                             guint                note);

/**
 * trl_record_add_note:
 *
 * Adds a line “label: text” to a note.
 */
void
trl_record_add_note (TrlRecord *record, guint note, const char *label, const char *text);

G_END_DECLS
