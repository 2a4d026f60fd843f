/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two networks beside each other: ties are paired between the same two partners, and each
 * pair is judged by how it stands on either side.  None and not reported never meet. */

#include "config.h"

#include "analysis/trl-change.h"

#include "model/trl-rollup.h"

#include <glib/gi18n-lib.h>

struct TrlChanges
{
  TrlNetwork *networks[2];
  TrlUnion   *partners;
  GArray     *ties;    /* TrlChangedTie */
  GArray     *only[2]; /* guint */
  guint       counts[TRL_N_TIE_CHANGES];
};

static const struct
{
  const char *id;
  const char *label;
} words[TRL_N_TIE_CHANGES] = {
  [TRL_TIE_SAME] = { "same", N_ ("The same") },
  [TRL_TIE_ADDED] = { "added", N_ ("Added") },
  [TRL_TIE_LOST] = { "lost", N_ ("Lost") },
  [TRL_TIE_DEEPENED] = { "deepened", N_ ("Deepened") },
  [TRL_TIE_LOOSENED] = { "loosened", N_ ("Loosened") },
  [TRL_TIE_NEWLY_REPORTED] = { "newly-reported", N_ ("Newly reported") },
  [TRL_TIE_NO_LONGER_REPORTED] = { "no-longer-reported", N_ ("No longer reported") },
  [TRL_TIE_OTHER_SCALE] = { "other-scale", N_ ("On another scale") },
};

static TrlStanding
standing_of (const TrlNetwork *network, guint row)
{
  TrlStanding     standing = { .rank = -1 };
  const TrlTable *edges = trl_network_get_edges (network);
  const char     *presence;

  if (row == TRL_NO_ROW)
    return standing;
  presence = trl_table_get_text (edges, row, TRL_EDGE_PRESENCE);
  standing.rank = trl_network_get_edge_rank (network, row);
  standing.scale = trl_network_get_edge_scale (network, row);
  if (trl_table_get_flag (edges, row, TRL_EDGE_PLANNED))
    standing = (TrlStanding){ .kind = TRL_STANDING_PLANNED, .rank = -1 };
  else if (standing.scale && standing.rank < 0 && g_strcmp0 (presence, "absent") == 0)
    standing = (TrlStanding){ TRL_STANDING_LEVEL, FALSE, standing.scale, 0 };
  else if (standing.rank < 0)
    standing = (TrlStanding){ TRL_STANDING_NOT_REPORTED, presence == NULL, NULL, -1 };
  else
    standing.kind = TRL_STANDING_LEVEL;
  return standing;
}

static gboolean
is_reported (const TrlStanding *standing)
{
  return standing->kind == TRL_STANDING_LEVEL;
}

/* Nothing listed, or not real yet. */
static gboolean
is_away (const TrlStanding *standing)
{
  return standing->kind <= TRL_STANDING_PLANNED;
}

/* One of the two is away: what is left says whether there is a partnership. */
static TrlTieChange
judge_other (const TrlStanding *other, TrlTieChange there, TrlTieChange none)
{
  if (is_reported (other))
    return other->rank > 0 ? there : none;
  return other->is_present ? there : TRL_TIE_SAME;
}

static TrlTieChange
judge_levels (const TrlStanding *from, const TrlStanding *to)
{
  if (from->rank == 0 || to->rank == 0)
    return from->rank == to->rank ? TRL_TIE_SAME
           : from->rank == 0      ? TRL_TIE_ADDED
                                  : TRL_TIE_LOST;
  if (from->scale != to->scale)
    return TRL_TIE_OTHER_SCALE;
  if (from->rank == to->rank)
    return TRL_TIE_SAME;
  return to->rank > from->rank ? TRL_TIE_DEEPENED : TRL_TIE_LOOSENED;
}

static TrlTieChange
judge (const TrlStanding *from, const TrlStanding *to)
{
  if (is_away (from) && is_away (to))
    return TRL_TIE_SAME;
  if (is_away (from))
    return judge_other (to, TRL_TIE_ADDED, TRL_TIE_NEWLY_REPORTED);
  if (is_away (to))
    return judge_other (from, TRL_TIE_LOST, TRL_TIE_NO_LONGER_REPORTED);
  if (is_reported (from) && is_reported (to))
    return judge_levels (from, to);
  if (!is_reported (from) && !is_reported (to))
    return TRL_TIE_SAME;
  return is_reported (to) ? TRL_TIE_NEWLY_REPORTED : TRL_TIE_NO_LONGER_REPORTED;
}

/* The two partners of a tie, in the order of the union where it has no direction. */
static void
find_ends (const TrlChanges *changes, guint which, guint row, guint *ends)
{
  const TrlTable *edges = trl_network_get_edges (changes->networks[which]);

  for (guint end = 0; end < 2; end++)
    ends[end] =
      trl_union_find (changes->partners, which, trl_table_get_end (edges, row, end));
}

static char *
pair_key (const TrlChanges *changes, guint which, guint row)
{
  guint ends[2];

  find_ends (changes, which, row, ends);
  return g_strdup_printf ("%u-%u", MIN (ends[0], ends[1]), MAX (ends[0], ends[1]));
}

/* The signs by which two ties between the same partners are one, the surest first. */
static gboolean
has_same_id (const TrlChanges *changes, guint from, guint to)
{
  return g_str_equal (
    trl_table_get_id (trl_network_get_edges (changes->networks[0]), from),
    trl_table_get_id (trl_network_get_edges (changes->networks[1]), to));
}

static gboolean
has_same_way (const TrlChanges *changes, guint from, guint to)
{
  const TrlTable *a = trl_network_get_edges (changes->networks[0]);
  const TrlTable *b = trl_network_get_edges (changes->networks[1]);
  gboolean        directed = trl_table_get_flag (a, from, TRL_EDGE_DIRECTED);
  guint           ends[2][2];

  if (directed != trl_table_get_flag (b, to, TRL_EDGE_DIRECTED))
    return FALSE;
  find_ends (changes, 0, from, ends[0]);
  find_ends (changes, 1, to, ends[1]);
  return !directed || ends[0][0] == ends[1][0];
}

static gboolean
has_same_kind (const TrlChanges *changes, guint from, guint to)
{
  const TrlTable *a = trl_network_get_edges (changes->networks[0]);
  const TrlTable *b = trl_network_get_edges (changes->networks[1]);

  return has_same_way (changes, from, to) &&
         g_strcmp0 (trl_table_get_text (a, from, TRL_EDGE_KIND),
                    trl_table_get_text (b, to, TRL_EDGE_KIND)) == 0;
}

typedef gboolean (*SignFunc) (const TrlChanges *changes, guint from, guint to);

static const SignFunc signs[] = { has_same_id, has_same_kind, has_same_way };

/* Edge rows of the first network by the pair of their partners. */
static GHashTable *
collect_pairs (const TrlChanges *changes)
{
  GHashTable  *pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_array_unref);
  guint        n;
  const guint *rows =
    trl_table_get_rows (trl_network_get_edges (changes->networks[0]), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = pair_key (changes, 0, rows[i]);
      GArray          *same = g_hash_table_lookup (pairs, key);

      if (!same)
        {
          same = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (pairs, g_steal_pointer (&key), same);
        }
      g_array_append_val (same, rows[i]);
    }
  return pairs;
}

/* For each edge row of the second network, the one of the first, or TRL_NO_ROW. */
static guint *
match_edges (const TrlChanges *changes, gboolean *taken)
{
  const TrlTable *edges = trl_network_get_edges (changes->networks[1]);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);
  guint          *found = g_new (guint, trl_table_get_capacity (edges) + 1);
  g_autoptr (GHashTable) pairs = collect_pairs (changes);

  for (guint i = 0; i < n; i++)
    found[rows[i]] = TRL_NO_ROW;
  for (guint s = 0; s < G_N_ELEMENTS (signs); s++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *key = pair_key (changes, 1, rows[i]);
        GArray          *same = g_hash_table_lookup (pairs, key);

        for (guint k = 0; same && found[rows[i]] == TRL_NO_ROW && k < same->len; k++)
          {
            guint from = g_array_index (same, guint, k);

            if (!taken[from] && signs[s](changes, from, rows[i]))
              {
                found[rows[i]] = from;
                taken[from] = TRUE;
              }
          }
      }
  return found;
}

static void
add_tie (TrlChanges *changes, guint from, guint to)
{
  TrlChangedTie tie = { .rows = { from, to } };

  find_ends (changes, to != TRL_NO_ROW, to != TRL_NO_ROW ? to : from, tie.partners);
  for (guint i = 0; i < 2; i++)
    tie.standing[i] = standing_of (changes->networks[i], tie.rows[i]);
  tie.change = judge (&tie.standing[0], &tie.standing[1]);
  changes->counts[tie.change]++;
  g_array_append_val (changes->ties, tie);
}

static void
add_ties (TrlChanges *changes)
{
  const TrlTable      *edges[2] = { trl_network_get_edges (changes->networks[0]),
                                    trl_network_get_edges (changes->networks[1]) };
  g_autofree gboolean *taken = g_new0 (gboolean, trl_table_get_capacity (edges[0]) + 1);
  g_autofree guint    *found = match_edges (changes, taken);
  guint                n;
  const guint         *rows = trl_table_get_rows (edges[1], &n);

  for (guint i = 0; i < n; i++)
    add_tie (changes, found[rows[i]], rows[i]);
  rows = trl_table_get_rows (edges[0], &n);
  for (guint i = 0; i < n; i++)
    if (!taken[rows[i]])
      add_tie (changes, rows[i], TRL_NO_ROW);
}

/* An implied hub is nobody who comes or goes. */
static gboolean
is_implied (const TrlNetwork *network, guint row)
{
  return trl_table_get_flag (trl_network_get_nodes (network), row, TRL_NODE_IMPLIED);
}

static void
add_partners (TrlChanges *changes)
{
  for (guint i = 0; i < trl_union_get_n (changes->partners); i++)
    {
      guint from = trl_union_get_row (changes->partners, 0, i);
      guint to = trl_union_get_row (changes->partners, 1, i);
      guint which = from == TRL_NO_ROW;

      if ((from == TRL_NO_ROW) != (to == TRL_NO_ROW) &&
          !is_implied (changes->networks[which], which ? to : from))
        g_array_append_val (changes->only[which], i);
    }
}

TrlChanges *
trl_changes_new (TrlNetwork *from, TrlNetwork *to)
{
  TrlChanges *changes = g_new0 (TrlChanges, 1);
  TrlNetwork *given[2] = { from, to };
  gboolean    by_type[2] = { trl_network_is_grained_by_type (from),
                             trl_network_is_grained_by_type (to) };

  for (guint i = 0; i < 2; i++)
    {
      changes->networks[i] = by_type[i] || !by_type[1 - i]
                               ? trl_network_ref (given[i])
                               : trl_network_roll_up (given[i]);
      changes->only[i] = g_array_new (FALSE, FALSE, sizeof (guint));
    }
  changes->partners = trl_union_new (changes->networks, 2);
  changes->ties = g_array_new (FALSE, FALSE, sizeof (TrlChangedTie));
  add_partners (changes);
  add_ties (changes);
  return changes;
}

void
trl_changes_free (TrlChanges *changes)
{
  if (!changes)
    return;
  trl_union_free (changes->partners);
  for (guint i = 0; i < 2; i++)
    {
      trl_network_unref (changes->networks[i]);
      g_array_unref (changes->only[i]);
    }
  g_array_unref (changes->ties);
  g_free (changes);
}

TrlNetwork *
trl_changes_get_network (const TrlChanges *changes, guint which)
{
  g_return_val_if_fail (which < 2, NULL);
  return changes->networks[which];
}

const TrlUnion *
trl_changes_get_union (const TrlChanges *changes)
{
  return changes->partners;
}

const TrlChangedTie *
trl_changes_get_ties (const TrlChanges *changes, guint *n)
{
  *n = changes->ties->len;
  return (const TrlChangedTie *) (gpointer) changes->ties->data;
}

guint
trl_changes_count (const TrlChanges *changes, TrlTieChange change)
{
  g_return_val_if_fail (change < TRL_N_TIE_CHANGES, 0);
  return changes->counts[change];
}

const GArray *
trl_changes_get_partners (const TrlChanges *changes, guint which)
{
  g_return_val_if_fail (which < 2, NULL);
  return changes->only[which];
}

const char *
trl_changes_get_name (const TrlChanges *changes, guint partner)
{
  for (guint i = 2; i-- > 0;)
    {
      guint       row = trl_union_get_row (changes->partners, i, partner);
      const char *name;

      if (row == TRL_NO_ROW)
        continue;
      name = trl_table_get_text (trl_network_get_nodes (changes->networks[i]), row,
                                 TRL_NODE_NAME);
      if (name)
        return name;
    }
  return "";
}

const char *
trl_tie_change_get_label (TrlTieChange change)
{
  g_return_val_if_fail (change < TRL_N_TIE_CHANGES, NULL);
  return _ (words[change].label);
}

const char *
trl_tie_change_get_id (TrlTieChange change)
{
  g_return_val_if_fail (change < TRL_N_TIE_CHANGES, NULL);
  return words[change].id;
}

const char *
trl_standing_get_label (const TrlStanding *standing)
{
  static const char *const labels[TRL_N_STANDINGS] = {
    [TRL_STANDING_NOTHING] = N_ ("Not listed"),
    [TRL_STANDING_PLANNED] = N_ ("Planned"),
    [TRL_STANDING_NOT_REPORTED] = N_ ("Not reported"),
  };

  if (standing->kind != TRL_STANDING_LEVEL)
    return _ (labels[standing->kind]);
  return trl_scale_get_level (standing->scale, (guint) standing->rank)->name;
}
