/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From organizations to partner types about the hub: derived, never stored. */

#include "config.h"

#include "model/trl-rollup.h"

#include "model/trl-rollup-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define IMPLIED_HUB "hub"

typedef struct
{
  guint       n_nodes;
  double      count;
  TrlTieGroup ties;
} Group;

static void
group_free (gpointer data)
{
  Group *group = data;

  trl_tie_group_clear (&group->ties);
  g_free (group);
}

void
trl_tie_group_init (TrlTieGroup *group)
{
  *group = (TrlTieGroup){ .ranks = g_array_new (FALSE, FALSE, sizeof (int)) };
}

void
trl_tie_group_clear (TrlTieGroup *group)
{
  g_clear_pointer (&group->ranks, g_array_unref);
}

void
trl_tie_group_add (TrlTieGroup      *group,
                   const TrlNetwork *network,
                   guint             edge,
                   const TrlScale   *scale)
{
  const TrlTable *edges = trl_network_get_edges (network);
  const char     *presence = trl_table_get_text (edges, edge, TRL_EDGE_PRESENCE);
  int             rank = trl_network_get_edge_rank (network, edge);

  group->n_ties++;
  if (rank >= 0 && trl_network_get_edge_scale (network, edge) == scale)
    g_array_append_val (group->ranks, rank);
  else if (rank > 0 || (rank < 0 && !presence))
    group->has_unreported = TRUE;
  else if (rank < 0)
    group->n_absent += g_str_equal (presence, "absent");
}

static const char *
type_of (const TrlNetwork *network, guint node)
{
  const char *type =
    trl_table_get_text (trl_network_get_nodes (network), node, TRL_NODE_TYPE);

  return type ? type : "";
}

static void
collect_ties (
  const TrlNetwork *network, guint node, guint hub, const TrlScale *scale, Group *group)
{
  const TrlTable *edges = trl_network_get_edges (network);
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  guint index = graph->node_index[node];

  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    {
      guint edge = graph->edge_row[graph->via[i]];

      if (hub != TRL_NO_ROW && graph->node_row[graph->neighbour[i]] != hub)
        continue;
      if (!trl_table_get_flag (edges, edge, TRL_EDGE_PLANNED))
        trl_tie_group_add (&group->ties, network, edge, scale);
    }
}

/* Group of every type that has nodes, in the order of the vocabulary. */
static GHashTable *
collect_groups (const TrlNetwork *network, guint hub, const TrlScale *scale)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  GHashTable  *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, group_free);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *type = type_of (network, rows[i]);
      Group      *group = g_hash_table_lookup (groups, type);
      double      count = trl_table_get_number (nodes, rows[i], TRL_NODE_COUNT);

      if (rows[i] == hub)
        continue;
      if (!group)
        {
          group = g_new0 (Group, 1);
          trl_tie_group_init (&group->ties);
          g_hash_table_insert (groups, (char *) type, group);
        }
      group->n_nodes++;
      group->count += isnan (count) ? 1 : count;
      collect_ties (network, rows[i], hub, scale, group);
    }
  return groups;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

int
trl_tie_group_get_rank (TrlTieGroup *group, TrlRollUpRule rule)
{
  GArray *ranks = group->ranks;
  int     rank;

  if (ranks->len == 0)
    return -1;
  g_array_sort (ranks, compare_ranks);
  rank = g_array_index (
    ranks, int, rule == TRL_ROLL_UP_MEDIAN ? (ranks->len - 1) / 2 : ranks->len - 1);
  return rank == 0 && group->has_unreported ? -1 : rank;
}

const char *
trl_tie_group_get_presence (const TrlTieGroup *group)
{
  if (group->ranks->len > 0 || group->has_unreported)
    return NULL;
  return group->n_ties > 0 && group->n_absent == group->n_ties ? "absent" : "unknown";
}

/* On another scale, a tie is there and its level on this one is not known. */
const TrlScale *
trl_network_get_roll_up_scale (const TrlNetwork *network)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_edges (network), &n);

  if (n > 0)
    return trl_network_get_edge_scale (network, rows[0]);
  return trl_vocabulary_find_scale (trl_network_get_vocabulary (network), NULL);
}

TrlRecord *
trl_hub_record_new (const char *id)
{
  TrlRecord *record = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (_ ("Hub")));
  trl_record_set (record, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  return record;
}

static char *
add_hub (TrlNetwork *to, const TrlNetwork *from, guint hub)
{
  g_autoptr (TrlRecord) record = NULL;
  TrlValue id;

  if (hub != TRL_NO_ROW)
    record = trl_table_get_record (trl_network_get_nodes (from), hub, NULL);
  else
    record = trl_hub_record_new (IMPLIED_HUB);
  trl_network_add_row (to, record);
  id = TRL_TEXT (record->id);
  trl_network_set_own (to, TRL_NETWORK_HUB, &id);
  return g_strdup (record->id);
}

static void
add_group (TrlNetwork     *to,
           const char     *hub,
           const char     *type,
           const char     *name,
           Group          *group,
           const TrlScale *scale,
           TrlRollUpRule   rule)
{
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, type);
  g_autofree char *edge_id = g_strconcat ("with-", type, NULL);
  g_autoptr (TrlRecord) edge = trl_record_new_edge (edge_id, hub, type);
  int rank = trl_tie_group_get_rank (&group->ties, rule);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (*type ? type : NULL));
  trl_record_set (node, TRL_NODE_COUNT, TRL_NUMBER (group->count));
  trl_network_add_row (to, node);
  if (group->ties.n_ties == 0)
    return;
  if (scale)
    trl_record_set (edge, TRL_EDGE_SCALE, TRL_TEXT (scale->id));
  if (rank >= 0 && scale)
    trl_record_set (edge, TRL_EDGE_LEVEL,
                    TRL_TEXT (trl_scale_get_level (scale, (guint) rank)->id));
  else
    trl_record_set (edge, TRL_EDGE_PRESENCE,
                    TRL_TEXT (trl_tie_group_get_presence (&group->ties)));
  trl_network_add_row (to, edge);
}

TrlNetwork *
trl_network_roll_up (const TrlNetwork *network)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (network);
  guint                hub = trl_network_get_hub (network);
  TrlNetwork          *rolled;
  g_autoptr (GHashTable) groups = NULL;
  const TrlScale  *scale = trl_network_get_roll_up_scale (network);
  TrlRollUpRule    rule = trl_network_get_roll_up_rule (network);
  g_autofree char *hub_id = NULL;
  Group           *group;

  if (hub != TRL_NO_ROW && trl_network_is_grained_by_type (network))
    return trl_network_copy (network);

  groups = collect_groups (network, hub, scale);
  rolled = trl_network_new (trl_network_get_record (network));
  trl_network_set_words (rolled, (TrlVocabulary *) words, NULL, NULL);
  trl_network_set_own (rolled, TRL_NETWORK_ROLL_UP, &TRL_NONE_VALUE);
  trl_network_set_own (rolled, TRL_NETWORK_COLOUR, &TRL_NONE_VALUE);
  hub_id = add_hub (rolled, network, hub);
  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];

      group = g_hash_table_lookup (groups, type->id);
      if (group)
        add_group (rolled, hub_id, type->id, type->name, group, scale, rule);
      g_hash_table_remove (groups, type->id);
    }
  /* What is left has no type, or one that the vocabulary does not know. */
  while (g_hash_table_size (groups) > 0)
    {
      g_autoptr (GList) keys =
        g_list_sort (g_hash_table_get_keys (groups), (GCompareFunc) g_strcmp0);
      const char *type = keys->data;

      group = g_hash_table_lookup (groups, type);
      add_group (rolled, hub_id, type, *type ? type : _ ("Without a type"), group, scale,
                 rule);
      g_hash_table_remove (groups, type);
    }
  return rolled;
}

/* A node that is called as its type, or counts organizations, is a type. */
static gboolean
stands_for_type (const TrlNetwork *network, guint node)
{
  const TrlTable       *nodes = trl_network_get_nodes (network);
  const TrlPartnerType *type =
    trl_vocabulary_find_type (trl_network_get_vocabulary (network),
                              trl_table_get_text (nodes, node, TRL_NODE_TYPE));

  return !isnan (trl_table_get_number (nodes, node, TRL_NODE_COUNT)) ||
         (type &&
          g_strcmp0 (type->name, trl_table_get_text (nodes, node, TRL_NODE_NAME)) == 0);
}

/* How the partners of a network are typed, without the hub; not to the end where a type
 * is shared, which settles all that is asked. */
typedef struct
{
  guint n_typed;
  guint n_standing; /* of these, those that stand for their type */
  guint n_untyped;
  guint n_shared; /* whose type another has too */
} Grain;

static Grain
look_at_grain (const TrlNetwork *network)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network), n;
  const guint    *rows = trl_table_get_rows (nodes, &n);
  Grain           grain = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);

      if (rows[i] == hub)
        continue;
      if (!type)
        {
          grain.n_untyped++;
          continue;
        }
      grain.n_typed++;
      grain.n_standing += stands_for_type (network, rows[i]);
      grain.n_shared += !g_hash_table_add (seen, (char *) type);
      if (grain.n_shared > 0)
        break;
    }
  return grain;
}

/* A type that was taken from the words leaves a partner without one behind in each
 * survey.  Where most others are their types by name or number, it is one of a kind as
 * they are; organizations that nobody has typed yet are not. */
static gboolean
has_types_once (const Grain *grain)
{
  if (grain->n_shared > 0)
    return FALSE;
  return grain->n_untyped == 0 ||
         (grain->n_typed > 1 && grain->n_untyped <= MAX (1, grain->n_typed / 4) &&
          grain->n_standing * 2 > grain->n_typed);
}

gboolean
trl_network_has_types_once (const TrlNetwork *network)
{
  Grain grain = look_at_grain (network);

  return has_types_once (&grain);
}

gboolean
trl_network_is_grained_by_type (const TrlNetwork *network)
{
  Grain grain = look_at_grain (network);

  return has_types_once (&grain) && (grain.n_standing > 0 || grain.n_typed == 0);
}

GArray *
trl_network_get_type_members (const TrlNetwork *network, const char *type)
{
  GArray         *members = g_array_new (FALSE, FALSE, sizeof (guint));
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network), n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i] != hub && g_str_equal (type_of (network, rows[i]), type ? type : ""))
      g_array_append_val (members, rows[i]);
  return members;
}
