/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/trl-document.h"

G_BEGIN_DECLS

/**
 * TrlMergeRequest:
 * @ids: n, of nodes of one network; the first one stays, the others go
 * @name: index of the node whose name it gets
 * @type: index of the node whose type it gets
 * @add_counts: whether the numbers of partners are added; else the first one known stays
 */
typedef struct
{
  const char *const *ids;
  guint              n;
  guint              name;
  guint              type;
  gboolean           add_counts;
} TrlMergeRequest;

/**
 * TrlMerge:
 * @node: what the node that stays will hold
 * @gone: (element-type utf8): ids of nodes that go
 * @old_edges: (element-type utf8): ids of edges that go or change
 * @edges: (element-type TrlRecord): those that come in their place
 * @takes_hub: whether the node becomes the hub, because one that goes is it
 * @n_moved: edges that change an end and stay
 * @n_combined: edges that are joined into another one
 * @n_between: edges between the nodes themselves, which go
 * @sentences: (element-type utf8): what happens, for people
 *
 * What making one node of several does, worked out beforehand.  Edges with the same other
 * end are joined when they come from different nodes and have the same scale, direction
 * and planned flag and no two kinds; the deepest level stays.  Whatever does not fit into
 * the one node or edge is written into its note.
 */
typedef struct
{
  char      *network;
  TrlRecord *node;
  GPtrArray *gone;
  GPtrArray *old_edges;
  GPtrArray *edges;
  gboolean   takes_hub;
  guint      n_moved;
  guint      n_combined;
  guint      n_between;
  GPtrArray *sentences;
} TrlMerge;

/**
 * trl_merge_new:
 * trl_merge_free:
 *
 * Cost: O(n + m) of the network.
 *
 * Errors: TRL_MODEL_ERROR_NOT_FOUND for a node that is not there.
 *
 * Returns: (transfer full): what merging would do
 */
TrlMerge *
trl_merge_new (const TrlNetwork *network, const TrlMergeRequest *request, GError **error);
void trl_merge_free (TrlMerge *merge);

/**
 * trl_merge_apply:
 *
 * Does it, inside a step of the document, which must be as it was when @merge was made.
 *
 * Errors: TRL_MODEL_ERROR; the caller cancels the step then.
 */
gboolean trl_merge_apply (TrlDocument *document, const TrlMerge *merge, GError **error);

/**
 * trl_merge_get_main:
 *
 * Returns: the index among @ids of the node that should stay: the hub, else the one with
 *   the most edges, else the first
 * Cost: O(n + m) of the network.
 */
guint trl_merge_get_main (const TrlNetwork *network, const char *const *ids, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlMerge, trl_merge_free)

G_END_DECLS
