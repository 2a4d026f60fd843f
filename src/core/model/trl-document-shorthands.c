/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What callers need most often, written as edits.  They know no more of a document than
 * any other caller. */

#include "model/trl-document.h"

static gboolean
apply_or_warn (TrlDocument *document, const TrlEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (trl_document_apply (document, edit, &error))
    return TRUE;
  if (error)
    g_warning ("An edit was refused: %s", error->message);
  return FALSE;
}

gboolean
trl_document_set (TrlDocument *document,
                  TrlKind      of,
                  const char  *network,
                  const char  *id,
                  guint        prop,
                  TrlValue     value)
{
  return apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_SET,
                                              .of = of,
                                              .network = network,
                                              .id = id,
                                              .prop = prop,
                                              .value = value });
}

gboolean
trl_document_set_field (TrlDocument *document,
                        TrlKind      of,
                        const char  *network,
                        const char  *id,
                        const char  *field,
                        const char  *text)
{
  return apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_SET,
                                              .of = of,
                                              .network = network,
                                              .id = id,
                                              .field = field,
                                              .value = TRL_TEXT (text) });
}

gboolean
trl_document_add (TrlDocument *document, const char *network, const TrlRecord *record)
{
  return apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_ADD,
                                              .of = record->kind,
                                              .network = network,
                                              .record = record });
}

gboolean
trl_document_remove_edge (TrlDocument *document, const char *network, const char *id)
{
  return apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_REMOVE,
                                              .of = TRL_KIND_EDGE,
                                              .network = network,
                                              .id = id });
}

static gboolean
remove_ties (TrlDocument      *document,
             const TrlNetwork *network,
             const TrlGraph   *graph,
             guint             node)
{
  const TrlTable *edges = trl_network_get_edges (network);
  guint           index = graph->node_index[node];

  for (guint i = graph->first[index]; i < graph->first[index + 1]; i++)
    {
      guint edge = graph->edge_row[graph->via[i]];

      /* A self-tie stands twice, and a tie of two that go was removed with the first. */
      if (trl_table_has_row (edges, edge) &&
          !trl_document_remove_edge (document, trl_network_get_id (network),
                                     trl_table_get_id (edges, edge)))
        return FALSE;
    }
  return TRUE;
}

/* The graph is that of before the first removal: rows keep their numbers meanwhile. */
gboolean
trl_document_remove_nodes (TrlDocument       *document,
                           const char        *network,
                           const char *const *ids,
                           guint              n)
{
  TrlNetwork *found = trl_document_find_network (document, network);
  g_autoptr (TrlGraph) graph = NULL;

  g_return_val_if_fail (found, FALSE);

  graph = trl_network_get_graph (found);
  for (guint i = 0; i < n; i++)
    {
      guint node = trl_table_find (trl_network_get_nodes (found), ids[i]);

      if (node == TRL_NO_ROW || !remove_ties (document, found, graph, node))
        return FALSE;
      if (trl_network_get_hub (found) == node)
        trl_document_set (document, TRL_KIND_NETWORK, network, NULL, TRL_NETWORK_HUB,
                          TRL_NONE_VALUE);
      if (!apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_REMOVE,
                                                .of = TRL_KIND_NODE,
                                                .network = network,
                                                .id = ids[i] }))
        return FALSE;
    }
  return TRUE;
}

gboolean
trl_document_remove_node (TrlDocument *document, const char *network, const char *id)
{
  g_autofree char *kept = g_strdup (id); /* it may be the row's own, which goes */

  return trl_document_remove_nodes (document, network, (const char *const[]){ kept }, 1);
}

TrlNetwork *
trl_document_add_network (TrlDocument *document, const TrlRecord *record)
{
  g_autoptr (TrlRecord) fresh = record ? NULL : trl_record_new (TRL_KIND_NETWORK, NULL);
  const TrlRecord *used = record ? record : fresh;

  if (!apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                            .of = TRL_KIND_NETWORK,
                                            .record = used,
                                            .position = G_MAXUINT }))
    return NULL;
  return trl_document_find_network (document, used->id);
}

void
trl_document_set_vocabulary (TrlDocument *document, TrlVocabulary *vocabulary)
{
  apply_or_warn (document, &(TrlEdit){ .kind = TRL_EDIT_SET_VOCABULARY,
                                       .of = TRL_KIND_DOCUMENT,
                                       .vocabulary = vocabulary });
}
