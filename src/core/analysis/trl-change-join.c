/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A copy of the second network takes in what only the first has.  Of the two, only a lost
 * partnership is told as it was: all else says what is known now. */

#include "config.h"

#include "analysis/trl-change-join.h"

#include "model/trl-network-private.h"

struct TrlChangeMarks
{
  GHashTable *of[2]; /* nodes, edges: id → TrlTieChange, what is the same left out */
};

typedef struct
{
  const TrlChanges *changes;
  TrlNetwork       *network;
  TrlChangeMarks   *marks;
  char            **ids; /* of nodes, a partner each */
} Joiner;

static GHashTable *
table_of (const TrlChangeMarks *marks, TrlKind of)
{
  return marks->of[of == TRL_KIND_EDGE];
}

static void
set_mark (Joiner *joiner, TrlKind of, const char *id, TrlTieChange change)
{
  if (change != TRL_TIE_SAME)
    g_hash_table_insert (table_of (joiner->marks, of), g_strdup (id),
                         GUINT_TO_POINTER (change));
}

/* The id itself where it is free. */
static char *
spare_id (const TrlTable *table, const char *id)
{
  char *found = g_strdup (id);

  for (guint i = 2; trl_table_find (table, found) != TRL_NO_ROW; i++)
    {
      g_free (found);
      found = g_strdup_printf ("%s-%u", id, i);
    }
  return found;
}

static void
set_id (char **id, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*id);
  *id = copy;
}

/* Where both have a partner, the copy has it already. */
static void
join_partner (Joiner *joiner, guint partner)
{
  const TrlUnion *all = trl_changes_get_union (joiner->changes);
  TrlNetwork     *from = trl_changes_get_network (joiner->changes, 0);
  const TrlTable *nodes = trl_network_get_nodes (joiner->network);
  guint           row = trl_union_get_row (all, 1, partner);
  g_autoptr (TrlRecord) record = NULL;

  if (row != TRL_NO_ROW)
    {
      joiner->ids[partner] = g_strdup (trl_table_get_id (
        trl_network_get_nodes (trl_changes_get_network (joiner->changes, 1)), row));
      return;
    }
  row = trl_union_get_row (all, 0, partner);
  record = trl_table_get_record (trl_network_get_nodes (from), row, NULL);
  joiner->ids[partner] = spare_id (nodes, record->id);
  set_id (&record->id, joiner->ids[partner]);
  trl_network_add_row (joiner->network, record);
}

static void
mark_partners (Joiner *joiner)
{
  static const TrlTieChange changes[] = { TRL_TIE_LOST, TRL_TIE_ADDED };

  for (guint which = 0; which < 2; which++)
    {
      const GArray *only = trl_changes_get_partners (joiner->changes, which);

      for (guint i = 0; i < only->len; i++)
        set_mark (joiner, TRL_KIND_NODE, joiner->ids[g_array_index (only, guint, i)],
                  changes[which]);
    }
}

/* As it was in the first network, in place of what the second says of it. */
static void
join_lost (Joiner *joiner, const TrlChangedTie *tie)
{
  const TrlUnion *all = trl_changes_get_union (joiner->changes);
  TrlNetwork     *from = trl_changes_get_network (joiner->changes, 0);
  TrlNetwork     *to = trl_changes_get_network (joiner->changes, 1);
  const TrlTable *edges = trl_network_get_edges (joiner->network);
  g_autoptr (TrlRecord) record = trl_table_get_record (
    trl_network_get_edges (from), tie->rows[0], trl_network_get_nodes (from));
  g_autofree char *id = NULL;

  if (tie->rows[1] != TRL_NO_ROW)
    {
      id = g_strdup (trl_table_get_id (trl_network_get_edges (to), tie->rows[1]));
      trl_network_remove_row (joiner->network, TRL_KIND_EDGE, trl_table_find (edges, id));
    }
  else
    id = spare_id (edges, record->id);
  set_id (&record->id, id);
  for (guint end = 0; end < 2; end++)
    {
      guint row = trl_table_get_end (trl_network_get_edges (from), tie->rows[0], end);

      set_id (&record->ends[end], joiner->ids[trl_union_find (all, 0, row)]);
    }
  trl_network_add_row (joiner->network, record);
  set_mark (joiner, TRL_KIND_EDGE, id, TRL_TIE_LOST);
}

static void
join_ties (Joiner *joiner)
{
  const TrlTable *edges =
    trl_network_get_edges (trl_changes_get_network (joiner->changes, 1));
  guint                n;
  const TrlChangedTie *ties = trl_changes_get_ties (joiner->changes, &n);

  for (guint i = 0; i < n; i++)
    if (ties[i].change == TRL_TIE_LOST)
      join_lost (joiner, &ties[i]);
    else if (ties[i].rows[1] != TRL_NO_ROW)
      set_mark (joiner, TRL_KIND_EDGE, trl_table_get_id (edges, ties[i].rows[1]),
                ties[i].change);
}

static void
join_hub (Joiner *joiner)
{
  TrlNetwork *from = trl_changes_get_network (joiner->changes, 0);
  guint       hub = trl_network_get_hub (from);
  TrlValue    id;

  if (hub == TRL_NO_ROW || trl_network_get_hub (joiner->network) != TRL_NO_ROW)
    return;
  id = TRL_TEXT (
    joiner->ids[trl_union_find (trl_changes_get_union (joiner->changes), 0, hub)]);
  trl_network_set_own (joiner->network, TRL_NETWORK_HUB, &id);
}

TrlNetwork *
trl_change_join (const TrlChanges *changes, TrlChangeMarks **marks)
{
  guint  n = trl_union_get_n (trl_changes_get_union (changes));
  Joiner joiner = { .changes = changes,
                    .network = trl_network_copy (trl_changes_get_network (changes, 1)),
                    .marks = g_new0 (TrlChangeMarks, 1) };
  g_auto (GStrv) ids = g_new0 (char *, n + 1);

  joiner.ids = ids;
  for (guint i = 0; i < 2; i++)
    joiner.marks->of[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  trl_network_set_own (joiner.network, TRL_NETWORK_ROLL_UP, &TRL_NONE_VALUE);
  for (guint i = 0; i < n; i++)
    join_partner (&joiner, i);
  join_hub (&joiner);
  mark_partners (&joiner);
  join_ties (&joiner);
  *marks = joiner.marks;
  return joiner.network;
}

void
trl_change_marks_free (TrlChangeMarks *marks)
{
  if (!marks)
    return;
  for (guint i = 0; i < 2; i++)
    g_hash_table_unref (marks->of[i]);
  g_free (marks);
}

TrlTieChange
trl_change_marks_get (const TrlChangeMarks *marks, TrlKind of, const char *id)
{
  return (TrlTieChange) GPOINTER_TO_UINT (g_hash_table_lookup (table_of (marks, of), id));
}

guint
trl_change_marks_count (const TrlChangeMarks *marks, TrlKind of, TrlTieChange wanted)
{
  GHashTableIter iter;
  gpointer       change;
  guint          count = 0;

  g_hash_table_iter_init (&iter, table_of (marks, of));
  while (g_hash_table_iter_next (&iter, NULL, &change))
    count += GPOINTER_TO_UINT (change) == wanted;
  return count;
}
