/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-merge.h"

G_BEGIN_DECLS

/**
 * TrlMergePart:
 * @name: (nullable): of the node that the record is, or belonged to
 */
typedef struct
{
  TrlRecord *record;
  char      *name;
} TrlMergePart;

TrlMergePart *trl_merge_part_new (TrlRecord *record, const char *name);
void          trl_merge_part_free (TrlMergePart *part);

/**
 * trl_merge_join:
 * @into: a copy of the first part's record; what the caller has decided stands in it
 * @parts: (element-type TrlMergePart)
 * @decided: bits of properties that are not filled from other parts
 * @quiet: bits of properties whose other values are not worth a note
 *
 * Fills what is empty, joins notes and sources, and notes every value that did not fit.
 */
void trl_merge_join (TrlRecord           *into,
                     GPtrArray           *parts,
                     const TrlVocabulary *words,
                     guint                decided,
                     guint                quiet);

/**
 * trl_merge_add_note:
 * @line: (transfer full)
 */
void trl_merge_add_note (TrlRecord *into, guint prop, char *line);

/**
 * trl_merge_value_words:
 *
 * Returns: (transfer full): a value as people read it
 */
char *
trl_merge_value_words (const TrlRecord *record, guint prop, const TrlVocabulary *words);

/**
 * trl_merge_edges:
 * @parts: (element-type TrlMergePart): the nodes, the one that stays first
 *
 * Works out the edges.
 */
void trl_merge_edges (TrlMerge *merge, const TrlNetwork *network, GPtrArray *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlMergePart, trl_merge_part_free)

G_END_DECLS
