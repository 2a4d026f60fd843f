/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last steps of a draft, from joining to the document that holds it. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"
#include "model/trl-edit-private.h"
#include "model/trl-network-private.h"
#include "store/trl-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A node table that no table of ties took up is a network of partners without ties. */
static void
use_pool (TrlDraft *draft)
{
  if (draft->pool == NULL || draft->pool_used)
    return;
  if (draft->networks->len > 0)
    {
      guint n = trl_table_get_size (trl_network_get_nodes (draft->pool->network));
      draft->report->n_kept -= n;
      draft->report->n_skipped += n;
      trl_read_report_add (draft->report, TRL_ISSUE_SKIPPED,
                           trl_record_get_text (draft->pool->record, TRL_NETWORK_NAME), 0,
                           0, _ ("%u partners are in no network of the other tables"), n);
      return;
    }
  g_ptr_array_add (draft->networks, g_steal_pointer (&draft->pool));
}

static void
name_hubs (TrlDraft *draft)
{
  if (draft->request->hub == NULL)
    return;
  for (guint i = 0; i < draft->networks->len; i++)
    {
      TrlDraftNetwork *network = draft->networks->pdata[i];
      if (network->hub != TRL_NO_ROW ||
          trl_draft_find_node (network, draft->request->hub) != TRL_NO_ROW)
        trl_draft_name_hub (draft, network, draft->request->hub);
      else
        trl_read_report_add (draft->report, TRL_ISSUE_NOTE, NULL, 0, 0,
                             _ ("No partner is called “%s”; the network has no hub"),
                             draft->request->hub);
    }
}

/* The first scale of a vocabulary is the one that new ties get: the file's own, when
 * nothing was read on the default one. */
static void
settle_scales (TrlDraft *draft)
{
  GPtrArray *scales = draft->vocabulary->scales;

  if (draft->scales->len == 0)
    return;
  if (!draft->default_used)
    g_ptr_array_set_size (scales, 0);
  while (draft->scales->len > 0)
    g_ptr_array_add (scales, g_ptr_array_steal_index (draft->scales, 0));
}

static void
drop_first_scale (const TrlDraft *draft, TrlNetwork *network)
{
  const TrlScale *first = draft->vocabulary->scales->pdata[0];
  const TrlTable *edges = trl_network_get_edges (network);

  for (guint row = 0; row < trl_table_get_capacity (edges); row++)
    if (trl_table_has_row (edges, row) &&
        g_strcmp0 (trl_table_get_text (edges, row, TRL_EDGE_SCALE), first->id) == 0)
      trl_network_set_row (network, TRL_KIND_EDGE, row, TRL_EDGE_SCALE, &TRL_NONE_VALUE);
}

typedef struct
{
  guint row;
  int   type; /* index in the vocabulary */
} Place;

static int
type_index (const TrlDraft *draft, const TrlDraftNetwork *network, guint node)
{
  const TrlTable *nodes = trl_network_get_nodes (network->network);
  const char     *type = trl_table_get_text (nodes, node, TRL_NODE_TYPE);
  int             index = type ? trl_vocabulary_type_index (draft->vocabulary, type) : -1;

  if (node == network->hub)
    return -1;
  return index < 0 ? G_MAXINT : index;
}

static int
compare_types (gconstpointer a, gconstpointer b)
{
  int i = ((const Place *) a)->type;
  int j = ((const Place *) b)->type;

  return i < j ? -1 : i > j;
}

/* Nodes of one type stay as they were among each other: the sort is stable. */
static void
sort_by_type (const TrlDraft *draft, TrlDraftNetwork *network)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (network->network), &n);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), n);

  for (guint i = 0; i < n; i++)
    {
      Place place = { rows[i], type_index (draft, network, rows[i]) };
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_types);
  for (guint i = 0; i < n; i++)
    trl_network_set_order (network->network, TRL_KIND_NODE,
                           g_array_index (places, Place, i).row, i + 1);
}

/* What served to find rows goes before the tables are packed. */
static void
settle (TrlDraft *draft, TrlDraftNetwork *network)
{
  g_hash_table_remove_all (network->by_key);
  g_hash_table_remove_all (network->by_name);
  g_hash_table_remove_all (network->rows);
  g_clear_pointer (&network->ties, trl_ties_free);
  if (network->by_type)
    sort_by_type (draft, network);
  drop_first_scale (draft, network->network);
  if (network->hub != TRL_NO_ROW)
    {
      const TrlTable *nodes = trl_network_get_nodes (network->network);
      trl_record_set (network->record, TRL_NETWORK_HUB,
                      TRL_TEXT (trl_table_get_id (nodes, network->hub)));
    }
  trl_network_set_record (network->network, network->record);
  trl_network_pack (network->network);
}

static gboolean
add_network (TrlDraft        *draft,
             TrlDocument     *document,
             TrlDraftNetwork *network,
             GError         **error)
{
  settle (draft, network);
  return trl_edit_check_record (network->record, error) &&
         trl_document_apply (document,
                             &(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                         .of = TRL_KIND_NETWORK,
                                         .object = network->network,
                                         .position = G_MAXUINT },
                             error);
}

static gboolean
fill (TrlDraft *draft, TrlDocument *document, GError **error)
{
  trl_document_begin (document, _ ("Import"), NULL);
  trl_document_set_vocabulary (document, draft->vocabulary);
  for (guint i = 0; i < draft->networks->len; i++)
    if (!trl_draft_step (draft, error) ||
        !add_network (draft, document, draft->networks->pdata[i], error))
      {
        trl_document_cancel (document);
        return FALSE;
      }
  trl_document_end (document);
  return TRUE;
}

/* What could be opened and never saved is refused at once. */
static gboolean
fits (TrlDocument *document, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (trl_store_fits (document, &cause))
    return TRUE;
  g_set_error_literal (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT, cause->message);
  return FALSE;
}

TrlDocument *
trl_draft_finish (TrlDraft *draft, GError **error)
{
  use_pool (draft);
  trl_draft_join_sites (draft);
  name_hubs (draft);
  if (draft->networks->len == 0)
    {
      const TrlInput *first = draft->request->inputs->pdata[0];
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
                   _ ("“%s” has a header and no rows"), first->name);
      return NULL;
    }
  settle_scales (draft);

  g_autoptr (TrlDocument) document = trl_document_new_from_record (draft->document);
  if (!fill (draft, document, error) || !fits (document, error))
    return NULL;
  trl_document_forget_history (document);
  return g_steal_pointer (&document);
}
