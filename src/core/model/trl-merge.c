/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several nodes made one.  All is worked out first, for the preview and the deed are then
 * the same thing.
 */

#include "config.h"

#include "model/trl-merge-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
trl_merge_free (TrlMerge *merge)
{
  g_free (merge->network);
  g_clear_pointer (&merge->node, trl_record_free);
  g_ptr_array_unref (merge->gone);
  g_ptr_array_unref (merge->old_edges);
  g_ptr_array_unref (merge->edges);
  g_ptr_array_unref (merge->sentences);
  g_free (merge);
}

static const TrlRecord *
part_record (GPtrArray *parts, guint index)
{
  return ((TrlMergePart *) parts->pdata[index])->record;
}

static void
unite_roles (TrlMerge *merge, GPtrArray *parts, const TrlVocabulary *words)
{
  g_autoptr (GHashTable) roles =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < words->roles->len; i++)
    g_ptr_array_add (order, g_strdup (((TrlRole *) words->roles->pdata[i])->id));
  for (guint i = 0; i < parts->len; i++)
    {
      const char *had = trl_record_get_text (part_record (parts, i), TRL_NODE_ROLES);
      g_auto (GStrv) ids = g_strsplit (had ? had : "", " ", -1);

      for (char **id = ids; *id; id++)
        if (**id && g_hash_table_add (roles, g_strdup (*id)) &&
            !g_ptr_array_find_with_equal_func (order, *id, g_str_equal, NULL))
          g_ptr_array_add (order, g_strdup (*id));
    }
  for (guint i = order->len; i-- > 0;)
    if (!g_hash_table_contains (roles, order->pdata[i]))
      g_ptr_array_remove_index (order, i);
  g_ptr_array_add (order, NULL);
  text = g_strjoinv (" ", (char **) order->pdata);
  if (order->len > 1)
    trl_record_set (merge->node, TRL_NODE_ROLES, TRL_TEXT (text));
}

/* Adding what is not known gives what is not known. */
static void
decide_count (TrlMerge *merge, GPtrArray *parts, gboolean add)
{
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += trl_record_get_number (part_record (parts, i), TRL_NODE_COUNT);
  if (add && !isnan (sum))
    trl_record_set (merge->node, TRL_NODE_COUNT, TRL_NUMBER (sum));
}

/* Where somebody put a partner by hand, it stays. */
static void
decide_place (TrlMerge *merge, GPtrArray *parts)
{
  const guint place[] = { TRL_NODE_X, TRL_NODE_Y, TRL_NODE_PINNED };
  guint       from = 0;

  for (guint i = parts->len; i-- > 0;)
    if (part_record (parts, i)->values[TRL_NODE_PINNED].type != TRL_VALUE_NONE)
      from = i;
  if (part_record (parts, 0)->values[TRL_NODE_PINNED].type != TRL_VALUE_NONE)
    from = 0;
  if (from == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    trl_record_set (merge->node, place[i], part_record (parts, from)->values[place[i]]);
}

static char *
plain_name (const char *name)
{
  g_autofree char *whole = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (whole ? whole : "", -1);
  GString         *plain = g_string_new (NULL);

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/* Another name is worth a note; another spelling with other spaces or capitals is not. */
static void
note_names (TrlMerge *merge, GPtrArray *parts)
{
  const char      *name = trl_record_get_text (merge->node, TRL_NODE_NAME);
  g_autofree char *plain = plain_name (name ? name : "");

  for (guint i = 0; i < parts->len; i++)
    {
      const char *other = trl_record_get_text (part_record (parts, i), TRL_NODE_NAME);
      g_autofree char *key = plain_name (other ? other : "");

      if (*key && strcmp (key, plain) != 0)
        trl_merge_add_note (merge->node, TRL_NODE_NOTE,
                            g_strdup_printf (_ ("Also called “%s”"), other));
    }
}

static void
decide_node (TrlMerge              *merge,
             const TrlNetwork      *network,
             GPtrArray             *parts,
             const TrlMergeRequest *request)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (network);
  const guint          places =
    1u << TRL_NODE_X | 1u << TRL_NODE_Y | 1u << TRL_NODE_PINNED | 1u << TRL_NODE_IMPLIED;
  gboolean implied = TRUE;

  trl_record_set (merge->node, TRL_NODE_NAME,
                  part_record (parts, request->name)->values[TRL_NODE_NAME]);
  trl_record_set (merge->node, TRL_NODE_TYPE,
                  part_record (parts, request->type)->values[TRL_NODE_TYPE]);
  for (guint i = 0; i < parts->len; i++)
    implied &= part_record (parts, i)->values[TRL_NODE_IMPLIED].type != TRL_VALUE_NONE;
  trl_record_set (merge->node, TRL_NODE_IMPLIED, TRL_FLAG (implied));
  unite_roles (merge, parts, words);
  decide_count (merge, parts, request->add_counts);
  decide_place (merge, parts);
  note_names (merge, parts);
  trl_merge_join (merge->node, parts, words, 1u << TRL_NODE_TYPE | places,
                  places | 1u << TRL_NODE_NAME | 1u << TRL_NODE_ROLES |
                    (request->add_counts ? 1u << TRL_NODE_COUNT : 0));
}

static void
say (TrlMerge *merge, char *sentence)
{
  g_ptr_array_add (merge->sentences, sentence);
}

static void
say_edges (TrlMerge *merge)
{
  if (merge->n_moved)
    say (merge, g_strdup_printf (ngettext ("%u partnership moves to it.",
                                           "%u partnerships move to it.", merge->n_moved),
                                 merge->n_moved));
  if (merge->n_combined)
    say (merge,
         g_strdup_printf (
           ngettext ("%u partnership is combined with another one of the same two "
                     "partners; the deepest level stays, and the note names the others.",
                     "%u partnerships are combined with others of the same two "
                     "partners; the deepest level stays, and the note names the others.",
                     merge->n_combined),
           merge->n_combined));
  if (merge->n_between)
    say (merge, g_strdup_printf (
                  ngettext ("%u partnership between them goes; the note keeps what it "
                            "said.",
                            "%u partnerships between them go; the note keeps what they "
                            "said.",
                            merge->n_between),
                  merge->n_between));
}

static void
say_all (TrlMerge *merge, const TrlNetwork *network, GPtrArray *parts)
{
  const TrlVocabulary *words = trl_network_get_vocabulary (network);
  const char          *name = trl_record_get_text (merge->node, TRL_NODE_NAME);
  g_autofree char     *type = NULL;

  say (merge, g_strdup_printf (ngettext ("%u partner becomes “%s”.",
                                         "%u partners become “%s”.", parts->len),
                               parts->len, name && *name ? name : _ ("Unnamed")));
  type = trl_merge_value_words (merge->node, TRL_NODE_TYPE, words);
  for (guint i = 0; i < parts->len; i++)
    if (!trl_value_equal (&part_record (parts, i)->values[TRL_NODE_TYPE],
                          &merge->node->values[TRL_NODE_TYPE]))
      {
        say (merge, merge->node->values[TRL_NODE_TYPE].text
                      ? g_strdup_printf (
                          _ ("Their types differ; it will be of the type “%s”."), type)
                      : g_strdup (_ ("Their types differ; it will have no type.")));
        break;
      }
  say_edges (merge);
  if (merge->takes_hub)
    say (merge, g_strdup (_ ("It becomes the hub of the network.")));
  if (!trl_value_equal (&part_record (parts, 0)->values[TRL_NODE_NOTE],
                        &merge->node->values[TRL_NODE_NOTE]))
    say (merge, g_strdup (_ ("Its note keeps what does not fit into one partner.")));
}

static TrlMerge *
new_merge (const TrlNetwork *network)
{
  TrlMerge *merge = g_new0 (TrlMerge, 1);

  merge->network = g_strdup (trl_network_get_id (network));
  merge->gone = g_ptr_array_new_with_free_func (g_free);
  merge->old_edges = g_ptr_array_new_with_free_func (g_free);
  merge->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_record_free);
  merge->sentences = g_ptr_array_new_with_free_func (g_free);
  return merge;
}

TrlMerge *
trl_merge_new (const TrlNetwork *network, const TrlMergeRequest *request, GError **error)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *hub = trl_network_get_text (network, TRL_NETWORK_HUB);
  g_autoptr (GPtrArray) parts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_merge_part_free);
  g_autoptr (TrlMerge) merge = new_merge (network);

  g_return_val_if_fail (request->n > 0 && MAX (request->name, request->type) < request->n,
                        NULL);

  for (guint i = 0; i < request->n; i++)
    {
      guint row = trl_table_find (nodes, request->ids[i]);

      if (row == TRL_NO_ROW)
        {
          g_set_error (error, TRL_MODEL_ERROR, TRL_MODEL_ERROR_NOT_FOUND,
                       _ ("There is no partner with the id “%s”"), request->ids[i]);
          return NULL;
        }
      g_ptr_array_add (
        parts, trl_merge_part_new (trl_table_get_record (nodes, row, NULL),
                                   trl_table_get_text (nodes, row, TRL_NODE_NAME)));
      if (i > 0)
        g_ptr_array_add (merge->gone, g_strdup (request->ids[i]));
      merge->takes_hub |= i > 0 && g_strcmp0 (hub, request->ids[i]) == 0;
    }
  merge->node = trl_record_copy (part_record (parts, 0));
  decide_node (merge, network, parts, request);
  trl_merge_edges (merge, network, parts);
  say_all (merge, network, parts);
  return g_steal_pointer (&merge);
}

static gboolean
set_node (TrlDocument *document, const TrlMerge *merge, GError **error)
{
  const TrlTable *nodes =
    trl_network_get_nodes (trl_document_find_network (document, merge->network));
  guint          n, row = trl_table_find (nodes, merge->node->id);
  GHashTableIter iter;
  gpointer       id, text;
  TrlEdit        edit = { TRL_EDIT_SET, .of = TRL_KIND_NODE, .network = merge->network,
                          .id = merge->node->id };

  trl_props (TRL_KIND_NODE, &n);
  for (edit.prop = 0; edit.prop < n; edit.prop++)
    {
      g_auto (TrlValue) old = trl_table_get_value (nodes, row, edit.prop);

      edit.value = merge->node->values[edit.prop];
      if (!trl_value_equal (&old, &edit.value) &&
          !trl_document_apply (document, &edit, error))
        return FALSE;
    }
  if (!merge->node->fields)
    return TRUE;
  g_hash_table_iter_init (&iter, merge->node->fields);
  while (g_hash_table_iter_next (&iter, &id, &text))
    {
      edit.field = id;
      edit.value = TRL_TEXT (text);
      if (!trl_document_apply (document, &edit, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_all (TrlDocument    *document,
            const TrlMerge *merge,
            TrlKind         of,
            GPtrArray      *ids,
            GError        **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!trl_document_apply (document,
                             &(TrlEdit){ TRL_EDIT_REMOVE, .of = of,
                                         .network = merge->network, .id = ids->pdata[i] },
                             error))
      return FALSE;
  return TRUE;
}

gboolean
trl_merge_apply (TrlDocument *document, const TrlMerge *merge, GError **error)
{
  if (!set_node (document, merge, error) ||
      !remove_all (document, merge, TRL_KIND_EDGE, merge->old_edges, error))
    return FALSE;
  for (guint i = 0; i < merge->edges->len; i++)
    if (!trl_document_apply (document,
                             &(TrlEdit){ TRL_EDIT_ADD, .of = TRL_KIND_EDGE,
                                         .network = merge->network,
                                         .record = merge->edges->pdata[i] },
                             error))
      return FALSE;
  if (merge->takes_hub &&
      !trl_document_apply (document,
                           &(TrlEdit){ TRL_EDIT_SET, .of = TRL_KIND_NETWORK,
                                       .network = merge->network, .prop = TRL_NETWORK_HUB,
                                       .value = TRL_TEXT (merge->node->id) },
                           error))
    return FALSE;
  return remove_all (document, merge, TRL_KIND_NODE, merge->gone, error);
}

guint
trl_merge_get_main (const TrlNetwork *network, const char *const *ids, guint n)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           hub = trl_network_get_hub (network);
  guint           best = 0, most = 0;

  for (guint i = 0; i < n; i++)
    {
      guint row = trl_table_find (nodes, ids[i]);
      guint dense = row == TRL_NO_ROW ? G_MAXUINT : graph->node_index[row];
      guint degree =
        dense == G_MAXUINT ? 0 : graph->first[dense + 1] - graph->first[dense];

      if (row != TRL_NO_ROW && row == hub)
        return i;
      if (degree > most)
        {
          best = i;
          most = degree;
        }
    }
  return best;
}
