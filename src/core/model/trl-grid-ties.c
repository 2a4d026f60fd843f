/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edges by their ends: a chain of ends for every node.  An end is known by twice the row
 * of its edge, and one more for the second.  In the chains 0 is the end, so each holds
 * one more.
 */

#include "model/trl-grid-private.h"

#include "model/trl-network-private.h"

static guint *
slot (GArray *slots, guint i)
{
  if (i >= slots->len)
    g_array_set_size (slots, i + 1);
  return &g_array_index (slots, guint, i);
}

static guint
node_of (const TrlTable *edges, guint end)
{
  return trl_table_get_end (edges, end / 2, end % 2);
}

static void
link_edge (TrlTies *ties, const TrlTable *edges, guint edge)
{
  for (guint end = 2 * edge + 2; end-- > 2 * edge;)
    {
      guint *head = slot (ties->heads, node_of (edges, end));

      *slot (ties->previous, end) = 0;
      *slot (ties->next, end) = *head;
      if (*head != 0)
        *slot (ties->previous, *head - 1) = end + 1;
      *head = end + 1;
    }
}

void
trl_ties_add (TrlTies *ties, const TrlNetwork *network, guint edge)
{
  link_edge (ties, trl_network_get_edges (network), edge);
  ties->revision = trl_network_get_revision (network);
}

void
trl_ties_remove (TrlTies *ties, const TrlNetwork *network, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (network);

  for (guint end = 2 * edge; end < 2 * edge + 2; end++)
    {
      guint before = *slot (ties->previous, end), after = *slot (ties->next, end);

      if (before != 0)
        *slot (ties->next, before - 1) = after;
      else
        *slot (ties->heads, node_of (edges, end)) = after;
      if (after != 0)
        *slot (ties->previous, after - 1) = before;
    }
}

static gboolean
is_restructured (const TrlTies *ties, const TrlNetwork *network)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (TrlTouch));

  if (!ties->heads || !trl_network_list_touches (network, ties->revision, touches))
    return TRUE;
  for (guint i = 0; i < touches->len; i++)
    {
      const TrlTouch *touch = &g_array_index (touches, TrlTouch, i);

      if (touch->of == TRL_KIND_EDGE && touch->is_structural)
        return TRUE;
    }
  return FALSE;
}

void
trl_ties_update (TrlTies *ties, const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);

  if (ties->heads && ties->revision == trl_network_get_revision (network))
    return;
  if (is_restructured (ties, network))
    {
      trl_ties_clear (ties);
      ties->heads = g_array_new (FALSE, TRUE, sizeof (guint));
      ties->next = g_array_new (FALSE, TRUE, sizeof (guint));
      ties->previous = g_array_new (FALSE, TRUE, sizeof (guint));
      /* The head is what was added last, so that chains run in the order of rows. */
      for (guint i = trl_table_get_capacity (edges); i-- > 0;)
        if (trl_table_has_row (edges, i))
          link_edge (ties, edges, i);
    }
  ties->revision = trl_network_get_revision (network);
}

void
trl_ties_clear (TrlTies *ties)
{
  g_clear_pointer (&ties->heads, g_array_unref);
  g_clear_pointer (&ties->next, g_array_unref);
  g_clear_pointer (&ties->previous, g_array_unref);
}

guint
trl_ties_first (const TrlTies *ties, guint node)
{
  return node < ties->heads->len ? g_array_index (ties->heads, guint, node) - 1
                                 : TRL_NO_ROW;
}

guint
trl_ties_next (const TrlTies *ties, guint end)
{
  return g_array_index (ties->next, guint, end) - 1;
}

guint
trl_ties_get_other (const TrlNetwork *network, guint end)
{
  return node_of (trl_network_get_edges (network), end ^ 1);
}

static guint
find_between (const TrlTieWalk *walk, guint end)
{
  while (end != TRL_NO_ROW && trl_ties_get_other (walk->network, end) != walk->other)
    end = trl_ties_next (walk->ties, end);
  return end;
}

guint
trl_tie_walk_begin (
  TrlTieWalk *walk, const TrlTies *ties, const TrlNetwork *network, guint a, guint b)
{
  gboolean from_a =
    trl_network_count_ends (network, a) <= trl_network_count_ends (network, b);

  *walk = (TrlTieWalk){ ties, network, from_a ? b : a, TRL_NO_ROW };
  walk->end = find_between (walk, trl_ties_first (ties, from_a ? a : b));
  return walk->end == TRL_NO_ROW ? TRL_NO_ROW : walk->end / 2;
}

guint
trl_tie_walk_next (TrlTieWalk *walk)
{
  walk->end = find_between (walk, trl_ties_next (walk->ties, walk->end));
  return walk->end == TRL_NO_ROW ? TRL_NO_ROW : walk->end / 2;
}
