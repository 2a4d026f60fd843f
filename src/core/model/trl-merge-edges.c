/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edges of nodes that become one.  Each edge that had an end there is afterwards
 * moved, joined into another or gone because both ends are the same node: never two of
 * these, never none.
 */

#include "config.h"

#include "model/trl-merge-private.h"

#include <glib/gi18n-lib.h>

/* Edges that become one; the first is the one that stays. */
typedef struct
{
  GPtrArray *parts; /* TrlMergePart */
  guint      source;
} Bunch;

typedef struct
{
  TrlMerge         *merge;
  const TrlNetwork *network;
  GPtrArray        *nodes;   /* TrlMergePart */
  GHashTable       *members; /* id → index + 1 */
  GHashTable       *seen;    /* rows of edges */
  GPtrArray        *bunches;
  GHashTable       *by_end; /* id of the other end → GPtrArray of Bunch */
} Work;

static void
free_bunch (gpointer data)
{
  Bunch *bunch = data;

  g_ptr_array_unref (bunch->parts);
  g_free (bunch);
}

static gboolean
is_set (const TrlRecord *edge, guint prop)
{
  return edge->values[prop].type != TRL_VALUE_NONE;
}

static gboolean
starts_here (const TrlMerge *merge, const TrlRecord *edge)
{
  return g_str_equal (edge->ends[0], merge->node->id);
}

static gboolean
fits (const TrlMerge *merge, const Bunch *bunch, const TrlRecord *edge, guint source)
{
  const TrlRecord *head = ((TrlMergePart *) bunch->parts->pdata[0])->record;
  const guint      same[] = { TRL_EDGE_SCALE, TRL_EDGE_DIRECTED, TRL_EDGE_PLANNED };

  if (bunch->source == source)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (!trl_value_equal (&head->values[same[i]], &edge->values[same[i]]))
      return FALSE;
  if (is_set (edge, TRL_EDGE_DIRECTED) &&
      starts_here (merge, head) != starts_here (merge, edge))
    return FALSE;
  for (guint i = 0; i < bunch->parts->len; i++)
    {
      const TrlRecord *other = ((TrlMergePart *) bunch->parts->pdata[i])->record;

      if (is_set (other, TRL_EDGE_KIND) && is_set (edge, TRL_EDGE_KIND) &&
          !trl_value_equal (&other->values[TRL_EDGE_KIND], &edge->values[TRL_EDGE_KIND]))
        return FALSE;
    }
  return TRUE;
}

/* Two answers belong to the ends that gave them, whichever end stands first. */
static void
align_answers (const TrlMerge *merge, const TrlRecord *head, TrlRecord *edge)
{
  TrlValue level = edge->values[TRL_EDGE_LEVEL];

  if (starts_here (merge, head) == starts_here (merge, edge) ||
      (!is_set (head, TRL_EDGE_BACK) && !is_set (edge, TRL_EDGE_BACK)))
    return;
  edge->values[TRL_EDGE_LEVEL] = edge->values[TRL_EDGE_BACK];
  edge->values[TRL_EDGE_BACK] = level;
}

static void
put_in_bunch (Work *work, TrlRecord *taken, guint source)
{
  g_autoptr (TrlRecord) edge = taken;
  TrlMerge           *merge = work->merge;
  const TrlMergePart *node = work->nodes->pdata[source];
  const char         *other = edge->ends[starts_here (merge, edge) ? 1 : 0];
  GPtrArray          *there = g_hash_table_lookup (work->by_end, other);
  Bunch              *bunch = NULL;

  if (!there)
    {
      there = g_ptr_array_new ();
      g_hash_table_insert (work->by_end, g_strdup (other), there);
    }
  for (guint i = 0; i < there->len && !bunch; i++)
    if (fits (merge, there->pdata[i], edge, source))
      bunch = there->pdata[i];
  if (!bunch)
    {
      bunch = g_new0 (Bunch, 1);
      bunch->parts =
        g_ptr_array_new_with_free_func ((GDestroyNotify) trl_merge_part_free);
      g_ptr_array_add (there, bunch);
      g_ptr_array_add (work->bunches, bunch);
    }
  else
    align_answers (merge, ((TrlMergePart *) bunch->parts->pdata[0])->record, edge);
  bunch->source = source;
  g_ptr_array_add (bunch->parts,
                   trl_merge_part_new (g_steal_pointer (&edge), node->name));
}

/* An edge between two of the nodes goes; what it said stays in the note of the node. */
static void
drop_between (Work *work, const TrlRecord *edge)
{
  TrlMerge            *merge = work->merge;
  const TrlVocabulary *words = trl_network_get_vocabulary (work->network);
  const TrlMergePart  *ends[2];
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  for (guint i = 0; i < 2; i++)
    ends[i] =
      work->nodes
        ->pdata[GPOINTER_TO_UINT (g_hash_table_lookup (work->members, edge->ends[i])) -
                1];
  g_string_printf (text, _ ("Partnership between “%s” and “%s” before merging"),
                   ends[0]->name, ends[1]->name);
  trl_props (TRL_KIND_EDGE, &n);
  for (guint prop = 0; prop < n; prop++)
    if (prop == TRL_EDGE_LEVEL || is_set (edge, prop))
      {
        g_autofree char *value = trl_merge_value_words (edge, prop, words);

        g_string_append_printf (text, "; %s: %s",
                                _ (trl_props (TRL_KIND_EDGE, NULL)[prop].label), value);
      }
  if (edge->fields)
    {
      GHashTableIter iter;
      gpointer       id, value;

      g_hash_table_iter_init (&iter, edge->fields);
      while (g_hash_table_iter_next (&iter, &id, &value))
        g_string_append_printf (text, "; %s: %s", (char *) id, (char *) value);
    }
  trl_merge_add_note (merge->node, TRL_NODE_NOTE, g_strdup (text->str));
  g_ptr_array_add (merge->old_edges, g_strdup (edge->id));
  merge->n_between++;
}

static void
take_edge (Work *work, guint row, guint source)
{
  const TrlTable *edges = trl_network_get_edges (work->network);
  g_autoptr (TrlRecord) edge = NULL;
  gboolean inside[2];

  if (!g_hash_table_add (work->seen, GUINT_TO_POINTER (row + 1)))
    return;
  edge = trl_table_get_record (edges, row, trl_network_get_nodes (work->network));
  for (guint i = 0; i < 2; i++)
    inside[i] = g_hash_table_contains (work->members, edge->ends[i]);
  if (inside[0] && inside[1] && !g_str_equal (edge->ends[0], edge->ends[1]))
    {
      drop_between (work, edge);
      return;
    }
  for (guint i = 0; i < 2; i++)
    if (inside[i])
      {
        g_free (edge->ends[i]);
        edge->ends[i] = g_strdup (work->merge->node->id);
      }
  put_in_bunch (work, g_steal_pointer (&edge), source);
}

static void
take_deepest (TrlRecord *into, GPtrArray *parts, guint prop, const TrlVocabulary *words)
{
  const TrlScale *scale =
    trl_vocabulary_find_scale (words, trl_record_get_text (into, TRL_EDGE_SCALE));

  for (guint i = 0; i < parts->len; i++)
    {
      const TrlRecord *edge = ((TrlMergePart *) parts->pdata[i])->record;

      if (trl_scale_get_rank (scale, trl_record_get_text (edge, prop)) >
          trl_scale_get_rank (scale, trl_record_get_text (into, prop)))
        trl_record_set (into, prop, edge->values[prop]);
    }
}

/* A note says which levels there were where they were not the same. */
static void
note_levels (TrlRecord *into, GPtrArray *parts, const TrlVocabulary *words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean differ = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const TrlMergePart *part = parts->pdata[i];
      g_autofree char *name = trl_merge_value_words (part->record, TRL_EDGE_LEVEL, words);

      differ |= !trl_value_equal (&part->record->values[TRL_EDGE_LEVEL],
                                  &into->values[TRL_EDGE_LEVEL]);
      g_string_append_printf (text, "%s%s (“%s”)", i ? "; " : "", name, part->name);
    }
  if (differ)
    trl_merge_add_note (into, TRL_EDGE_NOTE,
                        g_strdup_printf (_ ("Levels before merging: %s"), text->str));
}

static TrlRecord *
join_bunch (GPtrArray *parts, const TrlVocabulary *words)
{
  TrlRecord  *into = trl_record_copy (((TrlMergePart *) parts->pdata[0])->record);
  const guint levels[] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK, TRL_EDGE_INTENDED };
  const guint excuses = 1u << TRL_EDGE_MISSING | 1u << TRL_EDGE_PRESENCE;
  gboolean    has_level;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    take_deepest (into, parts, levels[i], words);
  has_level = is_set (into, TRL_EDGE_LEVEL);
  if (has_level) /* what is said in place of a level does not stand beside one */
    for (guint i = TRL_EDGE_MISSING; i <= TRL_EDGE_PRESENCE; i++)
      trl_record_set (into, i, TRL_NONE_VALUE);
  note_levels (into, parts, words);
  trl_merge_join (into, parts, words, has_level ? excuses : 0, 1u << TRL_EDGE_LEVEL);
  return into;
}

static void
take_node (Work *work, TrlGraph *graph, guint index)
{
  const TrlMergePart *node = work->nodes->pdata[index];
  guint row = trl_table_find (trl_network_get_nodes (work->network), node->record->id);
  guint dense = graph->node_index[row];

  for (guint i = graph->first[dense]; i < graph->first[dense + 1]; i++)
    take_edge (work, graph->edge_row[graph->via[i]], index);
}

static void
finish_bunch (Work *work, Bunch *bunch)
{
  TrlMerge           *merge = work->merge;
  const TrlMergePart *head = bunch->parts->pdata[0];
  const TrlTable     *edges = trl_network_get_edges (work->network);
  const TrlTable     *nodes = trl_network_get_nodes (work->network);
  guint               row = trl_table_find (edges, head->record->id);
  g_autoptr (TrlRecord) before = trl_table_get_record (edges, row, nodes);
  gboolean moves = !g_str_equal (before->ends[0], head->record->ends[0]) ||
                   !g_str_equal (before->ends[1], head->record->ends[1]);

  merge->n_combined += bunch->parts->len - 1;
  merge->n_moved += moves;
  if (!moves && bunch->parts->len == 1)
    return; /* as it was */
  for (guint i = 0; i < bunch->parts->len; i++)
    g_ptr_array_add (merge->old_edges,
                     g_strdup (((TrlMergePart *) bunch->parts->pdata[i])->record->id));
  g_ptr_array_add (
    merge->edges,
    bunch->parts->len == 1
      ? trl_record_copy (head->record)
      : join_bunch (bunch->parts, trl_network_get_vocabulary (work->network)));
}

void
trl_merge_edges (TrlMerge *merge, const TrlNetwork *network, GPtrArray *parts)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  g_autoptr (GHashTable) members = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) bunches = g_ptr_array_new_with_free_func (free_bunch);
  g_autoptr (GHashTable) by_end = g_hash_table_new_full (
    g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  Work work = { merge, network, parts, members, seen, bunches, by_end };

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_insert (members, ((TrlMergePart *) parts->pdata[i])->record->id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < parts->len; i++)
    take_node (&work, graph, i);
  for (guint i = 0; i < bunches->len; i++)
    finish_bunch (&work, bunches->pdata[i]);
}
