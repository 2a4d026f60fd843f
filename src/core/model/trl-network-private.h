/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-network.h"

G_BEGIN_DECLS

/* Writers: for the document, which records every change, and for the roll-up, the join of
 * two waves and the readers of tables, whose networks no document holds. */

typedef enum
{
  TRL_LEVEL_RULE_MEAN,
  TRL_LEVEL_RULE_LOWER,
  TRL_LEVEL_RULE_HIGHER,
  TRL_LEVEL_RULE_FIRST
} TrlLevelRule;

typedef enum
{
  TRL_ROLL_UP_DEEPEST,
  TRL_ROLL_UP_MEDIAN
} TrlRollUpRule;

TrlNetwork *trl_network_new (const TrlRecord *record);

/**
 * trl_network_set_words:
 *
 * Tells a network the words and rules of its document.
 */
void trl_network_set_words (TrlNetwork    *network,
                            TrlVocabulary *vocabulary,
                            const char    *level_rule,
                            const char    *roll_up_rule);

/* In a slot of trl_network_get_rank_slot(). */
#define TRL_RANK_UNKNOWN G_MININT16

/**
 * trl_network_get_rank_slot:
 *
 * Returns: where the rank of an edge is kept once it was worked out, until something that
 *   it depends on is written
 */
gint16 *trl_network_get_rank_slot (const TrlNetwork *network, guint edge);

/* What trl_network_get_node_rank() found. */
typedef struct
{
  gint16 rank;  /* %TRL_RANK_UNKNOWN until asked for */
  gint16 scale; /* an index */
} TrlNodeRank;

/**
 * trl_network_get_node_rank_slot:
 *
 * Returns: where the rank of a node is kept until anything at all is written
 */
TrlNodeRank *trl_network_get_node_rank_slot (const TrlNetwork *network, guint node);

TrlLevelRule  trl_network_get_level_rule (const TrlNetwork *network);
TrlRollUpRule trl_network_get_roll_up_rule (const TrlNetwork *network);

/**
 * trl_network_count_ends:
 *
 * Cost: O(1).
 *
 * Returns: how many ends of edges of any kind are at the node; a loop has two
 */
guint trl_network_count_ends (const TrlNetwork *network, guint node);

/**
 * trl_network_add_row:
 *
 * Adds a node or an edge.
 *
 * Returns: the row; %TRL_NO_ROW when the id is taken or an end is missing
 */
guint trl_network_add_row (TrlNetwork *network, const TrlRecord *record);
void  trl_network_remove_row (TrlNetwork *network, TrlKind of, guint row);
void  trl_network_set_row (
   TrlNetwork *network, TrlKind of, guint row, guint prop, const TrlValue *value);
void trl_network_set_row_field (
  TrlNetwork *network, TrlKind of, guint row, const char *field, const char *text);
void trl_network_set_own (TrlNetwork *network, guint prop, const TrlValue *value);
void trl_network_set_own_field (TrlNetwork *network, const char *field, const char *text);

/**
 * trl_network_set_record:
 * @record: of the same id
 *
 * Replaces all that belongs to the network itself.
 */
void trl_network_set_record (TrlNetwork *network, const TrlRecord *record);

/**
 * trl_network_set_order:
 * @order: not 0; no two rows may have the same
 */
void trl_network_set_order (TrlNetwork *network, TrlKind of, guint row, gint64 order);

/**
 * trl_network_pack:
 *
 * Numbers the order keys from 1, and gives back the room that rows to come would have.
 * Cost: O(n log n) time for n rows, O(n) if they are in order.
 */
void trl_network_pack (TrlNetwork *network);

G_END_DECLS
