/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the ties, one over the partners: every measure is a formula on these
 * counts. Known and unknown are kept apart to the end: what nobody answered enters no
 * level. */

#include "analysis/trl-profile.h"

#include "model/trl-compare.h"
#include "model/trl-rollup.h"

#include <math.h>

typedef struct
{
  gboolean asked;
  gboolean engaged;
  double   count; /* NAN: not known */
} TypeTally;

static gboolean
is_known (const TrlNetwork *network, guint edge)
{
  const char *presence =
    trl_table_get_text (trl_network_get_edges (network), edge, TRL_EDGE_PRESENCE);

  return trl_network_get_edge_rank (network, edge) >= 0 ||
         g_strcmp0 (presence, "unknown") != 0;
}

/* In a network of types, only the hub's ties say how deep a type is engaged. */
static gboolean
is_counted (const TrlProfile *profile, const TrlTable *edges, guint edge, guint hub)
{
  return !profile->by_type || trl_table_get_end (edges, edge, 0) == hub ||
         trl_table_get_end (edges, edge, 1) == hub;
}

/* Partners behind a tie: those of the end that is not the hub. */
static double
tie_count (const TrlNetwork *network, const TrlProfile *profile, guint edge, guint hub)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           end = trl_table_get_end (edges, edge, 0) == hub ? 1 : 0;

  if (!profile->by_type)
    return 1;
  return trl_table_get_number (trl_network_get_nodes (network),
                               trl_table_get_end (edges, edge, end), TRL_NODE_COUNT);
}

static void
count_tie (TrlProfile *profile, const TrlNetwork *network, guint edge, guint hub)
{
  int    rank = trl_network_get_edge_rank (network, edge);
  double count;

  if (trl_table_get_flag (trl_network_get_edges (network), edge, TRL_EDGE_PLANNED))
    profile->n_planned++;
  else if (rank < 0 && trl_network_is_edge_engaged (network, edge))
    profile->n_unreported++;
  else if (rank < 0)
    profile->n_unknown++;
  else if (trl_network_get_edge_scale (network, edge) != profile->scale)
    profile->n_other++;
  else
    {
      profile->ties[rank]++;
      count = tie_count (network, profile, edge, hub);
      if (!isnan (count))
        profile->weights[rank] += count;
      else if (rank > 0)
        profile->n_uncounted++;
    }
}

static void
count_ties (TrlProfile *profile, const TrlNetwork *network, guint hub)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_edges (network), &n);

  profile->scale =
    n > 0 ? trl_network_get_edge_scale (network, rows[0])
          : trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
  profile->n_levels = profile->scale ? trl_scale_get_n_levels (profile->scale) : 0;
  profile->ties = g_new0 (guint, profile->n_levels);
  profile->weights = g_new0 (double, profile->n_levels);
  for (guint i = 0; i < n; i++)
    if (is_counted (profile, trl_network_get_edges (network), rows[i], hub))
      count_tie (profile, network, rows[i], hub);
}

/* Each tie on its own scale: steps are only counted within one.  Most have no second
 * answer, and texts are slow to compare. */
static void
count_answers (TrlProfile *profile, const TrlNetwork *network)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    {
      int answers[2];

      if (!trl_table_get_text (edges, rows[i], TRL_EDGE_BACK) ||
          trl_table_get_flag (edges, rows[i], TRL_EDGE_PLANNED) ||
          !trl_network_get_edge_answers (network, rows[i], answers))
        continue;
      profile->n_answered++;
      profile->n_apart += answers[0] != answers[1];
      profile->steps_apart += (guint) ABS (answers[0] - answers[1]);
    }
}

/* What is known of a partner: whether it was asked about, and whether any tie engages it.
 */
static void
look_at_node (const TrlProfile *profile,
              const TrlNetwork *network,
              const TrlGraph   *graph,
              guint             hub,
              guint             node,
              gboolean         *asked,
              gboolean         *engaged)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           index = graph->node_index[node];

  *asked = *engaged = FALSE;
  for (guint i = graph->first[index];
       i < graph->first[index + 1] && !(*asked && *engaged); i++)
    {
      guint edge = graph->edge_row[graph->via[i]];

      if (trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED) ||
          !is_counted (profile, edges, edge, hub))
        continue;
      *asked |= is_known (network, edge);
      *engaged |= trl_network_is_edge_engaged (network, edge);
    }
}

static void
add_node (
  TypeTally *tally, double count, gboolean asked, gboolean engaged, gboolean by_type)
{
  tally->asked |= asked;
  tally->engaged |= engaged;
  if (isnan (count) && !by_type)
    count = engaged ? 1 : 0;
  if (!isnan (count))
    tally->count = (isnan (tally->count) ? 0 : tally->count) + count;
}

/* Of a node that is its type, or among types a kind of its own. */
static char *
kind_of (const TrlProfile *profile, const TrlTable *nodes, guint row)
{
  const char *type = trl_table_get_text (nodes, row, TRL_NODE_TYPE);

  if (!type && profile->by_type)
    return g_strconcat ("\n", trl_table_get_id (nodes, row), NULL);
  return g_strdup (type);
}

static void
count_types (TrlProfile *profile, const TrlNetwork *network, guint hub)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (GHashTable) tallies =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer       item;

  for (guint i = 0; i < graph->n; i++)
    {
      guint            row = graph->node_row[i];
      g_autofree char *type = kind_of (profile, nodes, row);
      TypeTally       *tally = type ? g_hash_table_lookup (tallies, type) : NULL;
      gboolean         asked, engaged;

      if (!type || row == hub)
        continue;
      if (!tally)
        {
          tally = g_new0 (TypeTally, 1);
          tally->count = NAN;
          g_hash_table_insert (tallies, g_steal_pointer (&type), tally);
        }
      look_at_node (profile, network, graph, hub, row, &asked, &engaged);
      add_node (tally, trl_table_get_number (nodes, row, TRL_NODE_COUNT), asked, engaged,
                profile->by_type);
    }
  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const TypeTally *tally = item;

      profile->n_asked += tally->asked;
      profile->n_engaged += tally->engaged;
      if (isnan (tally->count))
        continue;
      profile->n_partners =
        (isnan (profile->n_partners) ? 0 : profile->n_partners) + tally->count;
      if (tally->count > 0)
        g_array_append_val (profile->counts, tally->count);
    }
}

TrlProfile *
trl_profile_new (const TrlNetwork *network)
{
  TrlProfile *profile = g_new0 (TrlProfile, 1);
  guint       hub = trl_network_get_hub (network);

  profile->by_type = hub != TRL_NO_ROW && trl_network_is_grained_by_type (network);
  profile->counts = g_array_new (FALSE, FALSE, sizeof (double));
  profile->n_partners = NAN;
  count_ties (profile, network, hub);
  count_answers (profile, network);
  count_types (profile, network, hub);
  /* Sums over a sorted list do not depend on the order of a hash table. */
  g_array_sort (profile->counts, trl_compare_numbers);
  return profile;
}

void
trl_profile_free (TrlProfile *profile)
{
  if (!profile)
    return;
  g_free (profile->ties);
  g_free (profile->weights);
  g_array_unref (profile->counts);
  g_free (profile);
}

guint
trl_profile_count_reported (const TrlProfile *profile)
{
  guint n = 0;

  for (guint rank = 1; rank < profile->n_levels; rank++)
    n += profile->ties[rank];
  return n;
}

static guint
rank_at (const TrlProfile *profile, guint place)
{
  guint rank = 1;

  for (guint seen = profile->ties[1]; seen <= place; seen += profile->ties[rank])
    rank++;
  return rank;
}

gboolean
trl_profile_get_median (const TrlProfile *profile, guint *low, guint *high)
{
  guint n = trl_profile_count_reported (profile);

  if (n == 0)
    return FALSE;
  *low = rank_at (profile, (n - 1) / 2);
  *high = rank_at (profile, n / 2);
  return TRUE;
}
