/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-graph.h"
#include "model/trl-table.h"
#include "model/trl-vocabulary.h"

G_BEGIN_DECLS

/**
 * TrlNetwork:
 *
 * One site at one time: nodes, edges and what is known of the site.  Owned by a document,
 * which alone changes it; a copy belongs to whoever made it and may go to a thread.
 */
typedef struct TrlNetwork TrlNetwork;

/**
 * trl_network_copy:
 * trl_network_ref:
 * trl_network_unref:
 *
 * A copy shares nothing with the network; references are counted.
 */
TrlNetwork *trl_network_copy (const TrlNetwork *network);
TrlNetwork *trl_network_ref (TrlNetwork *network);
void        trl_network_unref (TrlNetwork *network);

/**
 * trl_network_get_id:
 * trl_network_get_name:
 * trl_network_get_text:
 * trl_network_get_number:
 * trl_network_get_flag:
 * trl_network_get_field:
 * trl_network_get_record:
 * trl_network_get_nodes:
 * trl_network_get_edges:
 * trl_network_get_table:
 *
 * What belongs to the network itself; borrowed, and good until the document changes.
 * Unset reads as %NULL, NAN, %FALSE.
 */
const char      *trl_network_get_id (const TrlNetwork *network);
const char      *trl_network_get_name (const TrlNetwork *network); /* never NULL */
const char      *trl_network_get_text (const TrlNetwork *network, guint prop);
double           trl_network_get_number (const TrlNetwork *network, guint prop);
gboolean         trl_network_get_flag (const TrlNetwork *network, guint prop);
const char      *trl_network_get_field (const TrlNetwork *network, const char *field);
const TrlRecord *trl_network_get_record (const TrlNetwork *network);
const TrlTable  *trl_network_get_nodes (const TrlNetwork *network);
const TrlTable  *trl_network_get_edges (const TrlNetwork *network);
const TrlTable  *trl_network_get_table (const TrlNetwork *network, TrlKind kind);

/**
 * trl_network_get_vocabulary:
 *
 * Returns: (transfer none): the words of the document that the network belongs to
 */
const TrlVocabulary *trl_network_get_vocabulary (const TrlNetwork *network);

/**
 * trl_network_get_revision:
 *
 * Returns: a number that changes with everything in the network
 */
guint64 trl_network_get_revision (const TrlNetwork *network);

/**
 * TrlTouch:
 * @of: a node or an edge
 * @row: in its table; another may have taken the place of one that was removed
 * @is_structural: the row was added, removed or moved; else a value of it was set
 */
typedef struct
{
  TrlKind  of;
  guint    row;
  gboolean is_structural;
} TrlTouch;

/**
 * trl_network_list_touches:
 * @since: a revision of this network
 * @touches: (element-type TrlTouch): what has been touched since is added to it, in order
 *   and as often as it was
 *
 * What was derived from a network can follow a few changes without being made anew.
 *
 * Returns: whether they are known; else there were very many, or the network itself or
 *   its words were changed
 */
gboolean
trl_network_list_touches (const TrlNetwork *network, guint64 since, GArray *touches);

/**
 * trl_network_is_touched:
 * @of: nodes or edges
 *
 * Returns: whether one of them, the network itself or its words may have changed since
 */
gboolean trl_network_is_touched (const TrlNetwork *network, guint64 since, TrlKind of);

/**
 * trl_network_get_graph:
 *
 * Cost: O(n + m) after the structure changed, else O(1).
 *
 * Returns: (transfer full): the structure as it is now
 */
TrlGraph *trl_network_get_graph (const TrlNetwork *network);

/**
 * trl_network_get_hub:
 *
 * Returns: the node row of the hub, or %TRL_NO_ROW
 */
guint trl_network_get_hub (const TrlNetwork *network);

/**
 * trl_network_count_partners:
 *
 * Returns: nodes without an implied hub
 */
guint trl_network_count_partners (const TrlNetwork *network);

/**
 * trl_network_get_edge_scale:
 *
 * Returns: (transfer none): the scale that the level of an edge is of; the first one
 * when it names none
 */
const TrlScale *trl_network_get_edge_scale (const TrlNetwork *network, guint edge);

/**
 * trl_network_get_edge_rank:
 *
 * The rank that is shown: the reported one, or where both ends answered, what the rule of
 * the document makes of the two.
 *
 * Returns: 0 … n_levels - 1 on the scale of the edge, or -1 for not reported
 */
int trl_network_get_edge_rank (const TrlNetwork *network, guint edge);

/**
 * trl_network_get_edge_answers:
 * @answers: (out) (array fixed-size=2): ranks on the scale of the edge that its first and
 *   its second end gave; -1: none
 *
 * Returns: whether both ends gave a level; they may differ
 */
gboolean
trl_network_get_edge_answers (const TrlNetwork *network, guint edge, int answers[2]);

/**
 * trl_network_combine_answers:
 * @first, @second: ranks on one scale, -1: none
 *
 * Returns: the rank that the rule of the document makes of two answers
 */
int trl_network_combine_answers (const TrlNetwork *network, int first, int second);

/**
 * trl_network_is_edge_engaged:
 *
 * Returns: whether the tie is present: a level above none, or present without a level.
 *   A planned tie is not.
 */
gboolean trl_network_is_edge_engaged (const TrlNetwork *network, guint edge);

/**
 * trl_network_get_node_edge:
 *
 * Returns: the row of the first edge between two nodes, either way, or %TRL_NO_ROW.
 * Cost: O(degree).
 */
guint trl_network_get_node_edge (const TrlNetwork *network, guint a, guint b);

/**
 * trl_network_is_hub_network:
 *
 * Cost: O(n + m) after a change, else O(1).
 *
 * Returns: whether there is a hub and it has a tie with at least half of the other nodes
 */
gboolean trl_network_is_hub_network (const TrlNetwork *network);

/**
 * trl_network_get_node_rank:
 * @scale: (out) (optional) (transfer none): the scale that the rank is of
 *
 * The rank that colours a node: in a hub network that of its tie with the hub; elsewhere
 * the deepest of its ties, or their median, by the property `colour`.
 *
 * Returns: a rank, -1 not reported, -2 when it has no tie to take a level from or the
 *   network colours its nodes neutrally
 */
int
trl_network_get_node_rank (const TrlNetwork *network, guint node, const TrlScale **scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlNetwork, trl_network_unref)

G_END_DECLS
