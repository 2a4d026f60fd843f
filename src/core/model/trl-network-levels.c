/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What levels a network shows: of an edge, from one or two answers; of a node, from its
 * edges. */

#include "model/trl-network-private.h"

#define NEUTRAL -2

const TrlScale *
trl_network_get_edge_scale (const TrlNetwork *network, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (network);

  return trl_vocabulary_find_scale (trl_network_get_vocabulary (network),
                                    trl_table_get_text (edges, edge, TRL_EDGE_SCALE));
}

int
trl_network_combine_answers (const TrlNetwork *network, int first, int second)
{
  if (first < 0 || second < 0)
    return MAX (first, second);
  switch (trl_network_get_level_rule (network))
    {
    case TRL_LEVEL_RULE_LOWER:
      return MIN (first, second);
    case TRL_LEVEL_RULE_HIGHER:
      return MAX (first, second);
    case TRL_LEVEL_RULE_FIRST:
      return first;
    case TRL_LEVEL_RULE_MEAN:
    default:
      return (first + second + 1) / 2;
    }
}

gboolean
trl_network_get_edge_answers (const TrlNetwork *network, guint edge, int answers[2])
{
  static const guint props[2] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK };
  const TrlTable    *edges = trl_network_get_edges (network);
  const TrlScale    *scale = trl_network_get_edge_scale (network, edge);

  for (guint i = 0; i < 2; i++)
    answers[i] =
      scale ? trl_scale_get_rank (scale, trl_table_get_text (edges, edge, props[i])) : -1;
  return answers[0] >= 0 && answers[1] >= 0;
}

/* Pictures and measures ask again and again, and texts are slow to compare. */
int
trl_network_get_edge_rank (const TrlNetwork *network, guint edge)
{
  gint16 *slot;
  int     answers[2];

  g_return_val_if_fail (trl_table_has_row (trl_network_get_edges (network), edge), -1);

  slot = trl_network_get_rank_slot (network, edge);
  if (*slot == TRL_RANK_UNKNOWN)
    {
      trl_network_get_edge_answers (network, edge, answers);
      *slot = (gint16) trl_network_combine_answers (network, answers[0], answers[1]);
    }
  return *slot;
}

gboolean
trl_network_is_edge_engaged (const TrlNetwork *network, guint edge)
{
  const TrlTable *edges = trl_network_get_edges (network);
  int             rank = trl_network_get_edge_rank (network, edge);

  if (trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED))
    return FALSE;
  if (rank >= 0)
    return rank > 0;
  return trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE) == NULL;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* What the edges of a node say together. */
typedef struct
{
  const TrlScale *scale;   /* of the first edge */
  GArray         *ranks;   /* int, reported ones on that scale */
  int             deepest; /* of these; -1: none */
  guint           n_ties;  /* reported or not */
} Ties;

/* With one neighbour only if @other is not G_MAXUINT; planned ones do not count.  Edges
 * on one scale share its term, so that it is looked up once. */
static void
read_ties (const TrlNetwork *network, guint node, guint other, Ties *ties)
{
  const TrlTable *edges = trl_network_get_edges (network);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  guint           index = graph->node_index[node];
  const TrlScale *own = NULL;
  const char     *term = NULL;

  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    {
      guint       edge = graph->edge_row[graph->via[i]];
      const char *its;
      int         rank;

      if ((other != G_MAXUINT && graph->node_row[graph->neighbour[i]] != other) ||
          trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED))
        continue;
      its = trl_table_get_text (edges, edge, TRL_EDGE_SCALE);
      if (!own || its != term)
        own = trl_network_get_edge_scale (network, edge);
      term = its;
      ties->n_ties++;
      if (!ties->scale)
        ties->scale = own;
      rank = own == ties->scale ? trl_network_get_edge_rank (network, edge) : -1;
      ties->deepest = MAX (ties->deepest, rank);
      if (rank >= 0 && ties->ranks)
        g_array_append_val (ties->ranks, rank);
    }
}

static int
find_median (GArray *ranks)
{
  g_array_sort (ranks, compare_ranks);
  return g_array_index (ranks, int, (ranks->len - 1) / 2);
}

static int
work_out_rank (const TrlNetwork *network, guint node, const TrlScale **scale)
{
  const char *colour = trl_network_get_text (network, TRL_NETWORK_COLOUR);
  guint       hub = trl_network_get_hub (network);
  gboolean    by_hub = !colour && trl_network_is_hub_network (network);
  Ties        ties = { .deepest = -1 };
  g_autoptr (GArray) ranks = NULL;

  *scale = trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
  if (g_strcmp0 (colour, "neutral") == 0 || (by_hub && node == hub))
    return NEUTRAL;

  if (g_strcmp0 (colour, "median") == 0)
    ties.ranks = ranks = g_array_new (FALSE, FALSE, sizeof (int));
  read_ties (network, node, by_hub ? hub : G_MAXUINT, &ties);
  if (ties.scale)
    *scale = ties.scale;
  if (ties.deepest < 0)
    return ties.n_ties > 0 ? -1 : NEUTRAL;
  return ranks ? find_median (ranks) : ties.deepest;
}

int
trl_network_get_node_rank (const TrlNetwork *network, guint node, const TrlScale **scale)
{
  const GPtrArray *scales = trl_network_get_vocabulary (network)->scales;
  TrlNodeRank     *slot;
  const TrlScale  *own;
  guint            index;

  g_return_val_if_fail (trl_table_has_row (trl_network_get_nodes (network), node),
                        NEUTRAL);

  slot = trl_network_get_node_rank_slot (network, node);
  if (slot->rank == TRL_RANK_UNKNOWN)
    {
      slot->rank = (gint16) work_out_rank (network, node, &own);
      slot->scale = -1;
      if (own && g_ptr_array_find ((GPtrArray *) scales, own, &index))
        slot->scale = (gint16) index;
    }
  if (scale)
    *scale = slot->scale >= 0 ? g_ptr_array_index (scales, slot->scale) : NULL;
  return slot->rank;
}
