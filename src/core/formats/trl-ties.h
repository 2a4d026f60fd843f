/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlTie:
 * @from, @to: node rows
 * @word: of trl_ties_word()
 * @edge: edge row that waits for the answer of the other end, or %TRL_NO_ROW
 * @source: number of the input that told of it last
 * @first: row of that input that told of it first
 *
 * What the rows of a table of ties said of one node about another.
 */
typedef struct
{
  guint from;
  guint to;
  guint word;
  guint edge;
  guint source;
  guint first;
} TrlTie;

/**
 * TrlTies:
 *
 * All of them, found by their ends and their word: 30 bytes each.
 */
typedef struct TrlTies TrlTies;

/**
 * trl_ties_new:
 * trl_ties_free:
 *
 * No ties yet.
 */
TrlTies *trl_ties_new (void);
void     trl_ties_free (TrlTies *ties);

/**
 * trl_ties_word:
 * @kind: as the table says it
 *
 * Returns: a number for kind and direction together
 */
guint trl_ties_word (TrlTies *ties, const char *kind, gboolean directed);

/**
 * trl_ties_find:
 * trl_ties_need:
 *
 * Need adds the tie, without edge and row, when there is none.
 * Cost: O(1).
 *
 * Returns: (transfer none): the tie, good until the next one is added; %NULL
 */
TrlTie *trl_ties_find (const TrlTies *ties, guint from, guint to, guint word);
TrlTie *trl_ties_need (TrlTies *ties, guint from, guint to, guint word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTies, trl_ties_free)

G_END_DECLS
