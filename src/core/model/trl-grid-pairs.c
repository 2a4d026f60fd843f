/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edges by their two ends: a chain for every pair of nodes, the head of which a hash
 * table finds.  Whoever adds or removes an edge says so, which keeps the revision in
 * step. */

#include "model/trl-grid-private.h"

static gint64
pair_of (guint a, guint b)
{
  return ((gint64) MIN (a, b) << 32) | MAX (a, b);
}

static guint
head_of (const TrlPairs *pairs, gint64 pair)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (pairs->heads, &pair));
}

static void
set_head (TrlPairs *pairs, gint64 pair, guint head)
{
  gint64 *key = g_new (gint64, 1);

  *key = pair;
  g_hash_table_replace (pairs->heads, key, GUINT_TO_POINTER (head));
}

static gint64
pair_of_edge (const TrlNetwork *network, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (network);

  return pair_of (trl_table_get_end (edges, edge, 0), trl_table_get_end (edges, edge, 1));
}

void
trl_pairs_add (TrlPairs *pairs, const TrlNetwork *network, guint edge)
{
  gint64 pair = pair_of_edge (network, edge);

  if (edge >= pairs->next->len)
    g_array_set_size (pairs->next, edge + 1);
  g_array_index (pairs->next, guint, edge) = head_of (pairs, pair);
  set_head (pairs, pair, edge + 1);
  pairs->revision = trl_network_get_revision (network);
}

void
trl_pairs_remove (TrlPairs *pairs, const TrlNetwork *network, guint edge)
{
  gint64 pair = pair_of_edge (network, edge);
  guint  after = g_array_index (pairs->next, guint, edge);
  guint  at = head_of (pairs, pair);

  if (at == edge + 1)
    set_head (pairs, pair, after);
  for (; at != 0; at = g_array_index (pairs->next, guint, at - 1))
    if (g_array_index (pairs->next, guint, at - 1) == edge + 1)
      g_array_index (pairs->next, guint, at - 1) = after;
}

void
trl_pairs_update (TrlPairs *pairs, const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           capacity = trl_table_get_capacity (edges);

  if (pairs->heads && pairs->revision == trl_network_get_revision (network))
    return;
  trl_pairs_clear (pairs);
  pairs->heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  pairs->next = g_array_new (FALSE, TRUE, sizeof (guint));
  /* The head is what was added last, so that chains run in the order of rows. */
  for (guint i = capacity; i-- > 0;)
    if (trl_table_has_row (edges, i))
      trl_pairs_add (pairs, network, i);
  pairs->revision = trl_network_get_revision (network);
}

void
trl_pairs_clear (TrlPairs *pairs)
{
  g_clear_pointer (&pairs->heads, g_hash_table_unref);
  g_clear_pointer (&pairs->next, g_array_unref);
}

guint
trl_pairs_first (const TrlPairs *pairs, guint a, guint b)
{
  return head_of (pairs, pair_of (a, b)) - 1;
}

guint
trl_pairs_next (const TrlPairs *pairs, guint edge)
{
  return g_array_index (pairs->next, guint, edge) - 1;
}
