/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last steps of a draft, from joining to the document that holds it. */

#include "config.h"

#include "formats/trl-draft.h"
#include "formats/trl-words.h"
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
      guint n = draft->pool->nodes->len;
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
      if (network->hub != NULL || trl_draft_find_node (network, draft->request->hub))
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
drop_first_scale (const TrlDraft *draft, TrlRecord *edge)
{
  const TrlScale *first = draft->vocabulary->scales->pdata[0];

  if (g_strcmp0 (trl_record_get_text (edge, TRL_EDGE_SCALE), first->id) == 0)
    trl_record_set (edge, TRL_EDGE_SCALE, TRL_NONE_VALUE);
}

typedef struct
{
  const TrlVocabulary *vocabulary;
  const TrlRecord     *hub;
  GPtrArray           *nodes; /* as they were */
  GHashTable          *place; /* node → index */
} Order;

static int
type_index (const Order *order, const TrlRecord *node)
{
  const char *type = trl_record_get_text (node, TRL_NODE_TYPE);
  int         index = type ? trl_vocabulary_type_index (order->vocabulary, type) : -1;

  if (node == order->hub)
    return -1;
  return index < 0 ? G_MAXINT : index;
}

static int
compare_types (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order     *order = data;
  const TrlRecord *x = *(TrlRecord *const *) a;
  const TrlRecord *y = *(TrlRecord *const *) b;
  int              i = type_index (order, x);
  int              j = type_index (order, y);

  if (i != j)
    return i < j ? -1 : 1;
  guint p = GPOINTER_TO_UINT (g_hash_table_lookup (order->place, x));
  guint q = GPOINTER_TO_UINT (g_hash_table_lookup (order->place, y));
  return p < q ? -1 : p > q;
}

static void
sort_by_type (const TrlDraft *draft, TrlDraftNetwork *network)
{
  g_autoptr (GHashTable) place = g_hash_table_new (NULL, NULL);
  Order order = { draft->vocabulary, network->hub, network->nodes, place };

  for (guint i = 0; i < network->nodes->len; i++)
    g_hash_table_insert (place, network->nodes->pdata[i], GUINT_TO_POINTER (i));
  g_ptr_array_sort_with_data (network->nodes, compare_types, &order);
}

static gboolean
add_record (TrlDocument     *document,
            const char      *network,
            const TrlRecord *record,
            GError         **error)
{
  return trl_document_apply (
    document,
    &(TrlEdit){
      .kind = TRL_EDIT_ADD, .of = record->kind, .network = network, .record = record },
    error);
}

static gboolean
add_network (TrlDraft        *draft,
             TrlDocument     *document,
             TrlDraftNetwork *network,
             GError         **error)
{
  const char *id = network->record->id;

  if (network->by_type)
    sort_by_type (draft, network);
  if (!trl_document_apply (document,
                           &(TrlEdit){ .kind = TRL_EDIT_ADD_NETWORK,
                                       .of = TRL_KIND_NETWORK,
                                       .record = network->record,
                                       .position = G_MAXUINT },
                           error))
    return FALSE;
  for (guint i = 0; i < network->nodes->len; i++)
    if (!add_record (document, id, network->nodes->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < network->edges->len; i++)
    {
      drop_first_scale (draft, network->edges->pdata[i]);
      if (!add_record (document, id, network->edges->pdata[i], error))
        return FALSE;
    }
  if (network->hub != NULL)
    trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_HUB,
                      TRL_TEXT (network->hub->id));
  return TRUE;
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
