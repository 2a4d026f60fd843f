/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nodes and edges are gathered in the tables that the document will have, so that nothing
 * is held twice; ids derive from the site and the words of the file, so that reading it
 * again makes the same ids. */

#include "config.h"

#include "formats/trl-draft.h"

#include "formats/trl-words.h"
#include "model/trl-edit-private.h"
#include "model/trl-network-private.h"
#include "store/trl-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
document_id (const TrlReadRequest *request)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < request->inputs->len; i++)
    g_string_append_printf (names, "%s\n",
                            ((TrlInput *) request->inputs->pdata[i])->name);
  return trl_id_derive ("document", names->str, NULL);
}

TrlDraft *
trl_draft_new (const TrlReadRequest *request,
               TrlReadReport        *report,
               GCancellable         *cancellable)
{
  TrlDraft *draft = g_new0 (TrlDraft, 1);

  draft->request = request;
  draft->report = report;
  draft->cancellable = cancellable;
  g_autofree char *id = document_id (request);
  draft->document = trl_record_new (TRL_KIND_DOCUMENT, id);
  draft->vocabulary = trl_vocabulary_new_default ();
  draft->networks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_draft_network_free);
  draft->by_site = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  draft->sites = g_ptr_array_new ();
  draft->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  draft->scales = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_scale_free);
  return draft;
}

void
trl_draft_free (TrlDraft *draft)
{
  trl_record_free (draft->document);
  g_clear_pointer (&draft->vocabulary, trl_vocabulary_unref);
  g_ptr_array_unref (draft->networks);
  g_hash_table_unref (draft->by_site);
  g_clear_pointer (&draft->pool, trl_draft_network_free);
  g_ptr_array_unref (draft->sites);
  g_hash_table_unref (draft->types);
  g_ptr_array_unref (draft->scales);
  g_clear_error (&draft->refused);
  g_free (draft);
}

static gboolean
refuse (const char *format, int most, GError **error)
{
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_LIMIT, format, most);
  return FALSE;
}

gboolean
trl_draft_step (TrlDraft *draft, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (draft->cancellable, error))
    return FALSE;
  if (draft->refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&draft->refused));
      return FALSE;
    }
  if (draft->networks->len > TRL_STORE_MAX_NETWORKS)
    return refuse (_ ("There are more than %d networks"), TRL_STORE_MAX_NETWORKS, error);
  if (draft->vocabulary->types->len > TRL_STORE_MAX_WORDS)
    return refuse (_ ("There are more than %d partner types"), TRL_STORE_MAX_WORDS,
                   error);
  if (draft->n_records > TRL_STORE_MAX_NODES + TRL_STORE_MAX_EDGES)
    return refuse (_ ("There are more than %d partners and partnerships"),
                   TRL_STORE_MAX_NODES + TRL_STORE_MAX_EDGES, error);
  return TRUE;
}

TrlDraftNetwork *
trl_draft_network_new (const char *id)
{
  TrlDraftNetwork *network = g_new0 (TrlDraftNetwork, 1);

  network->record = trl_record_new (TRL_KIND_NETWORK, id);
  network->network = trl_network_new (network->record);
  network->hub = TRL_NO_ROW;
  network->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  network->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  network->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  network->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  network->ties = trl_ties_new ();
  return network;
}

void
trl_draft_network_free (TrlDraftNetwork *network)
{
  trl_record_free (network->record);
  trl_network_unref (network->network);
  g_hash_table_unref (network->by_key);
  g_hash_table_unref (network->by_name);
  g_hash_table_unref (network->uses);
  g_hash_table_unref (network->rows);
  g_clear_pointer (&network->ties, trl_ties_free);
  g_free (network);
}

static char *
site_key (const char *site, const char *wave)
{
  g_autofree char *folded_site = trl_fold_key (site);
  g_autofree char *folded_wave = trl_fold_key (wave);
  return g_strconcat (folded_site, "\n", folded_wave, NULL);
}

TrlDraftNetwork *
trl_draft_find_network (TrlDraft *draft, const char *site, const char *wave)
{
  g_autofree char *key = site_key (site, wave);
  return g_hash_table_lookup (draft->by_site, key);
}

TrlDraftNetwork *
trl_draft_get_network (TrlDraft *draft, const char *site, const char *wave)
{
  g_autofree char *key = site_key (site, wave);
  TrlDraftNetwork *network = g_hash_table_lookup (draft->by_site, key);

  if (network != NULL)
    return network;
  g_autofree char *id = trl_id_derive ("network", key, NULL);
  g_autofree char *name =
    wave[0] != '\0' ? g_strdup_printf ("%s %s", site, wave) : g_strdup (site);
  network = trl_draft_network_new (id);
  if (site[0] != '\0')
    {
      trl_record_set (network->record, TRL_NETWORK_NAME, TRL_TEXT (g_strstrip (name)));
      trl_record_set (network->record, TRL_NETWORK_SITE, TRL_TEXT (site));
    }
  if (wave[0] != '\0')
    trl_record_set (network->record, TRL_NETWORK_WAVE, TRL_TEXT (wave));
  g_ptr_array_add (draft->networks, network);
  g_hash_table_insert (draft->by_site, g_steal_pointer (&key), network);
  return network;
}

static gboolean
has_network (const TrlDraft *draft, const char *id)
{
  for (guint i = 0; i < draft->networks->len; i++)
    if (strcmp (((TrlDraftNetwork *) draft->networks->pdata[i])->record->id, id) == 0)
      return TRUE;
  return FALSE;
}

TrlDraftNetwork *
trl_draft_add_network (TrlDraft *draft, const char *name)
{
  g_autofree char *folded = trl_fold_key (name);
  g_autofree char *id = trl_id_derive ("ties", folded, NULL);

  for (guint i = 2; has_network (draft, id); i++)
    {
      g_autofree char *again = g_strdup_printf ("%u", i);
      g_free (id);
      id = trl_id_derive ("ties", folded, again, NULL);
    }
  TrlDraftNetwork *network = trl_draft_network_new (id);
  trl_record_set (network->record, TRL_NETWORK_NAME, TRL_TEXT (name));
  g_ptr_array_add (draft->networks, network);
  return network;
}

/* The same key again makes another id, the same one at each reading. */
static char *
derive_id (TrlDraftNetwork *network, TrlKind kind, const char *key)
{
  const char      *what = kind == TRL_KIND_NODE ? "node" : "edge";
  g_autofree char *id = trl_id_derive (what, network->record->id, key, NULL);

  if (trl_table_find (trl_network_get_table (network->network, kind), id) == TRL_NO_ROW)
    return g_steal_pointer (&id);
  guint n = MAX (1, GPOINTER_TO_UINT (g_hash_table_lookup (network->uses, id))) + 1;
  g_autofree char *again = g_strdup_printf ("%u", n);
  g_hash_table_insert (network->uses, g_steal_pointer (&id), GUINT_TO_POINTER (n));
  return trl_id_derive (what, network->record->id, key, again, NULL);
}

static guint
find_key (const TrlDraftNetwork *network, const char *folded)
{
  gpointer node = g_hash_table_lookup (network->by_key, folded);

  if (node == NULL && network->pool != NULL)
    node = g_hash_table_lookup (network->pool->by_key, folded);
  return GPOINTER_TO_UINT (node);
}

static guint
find_name (const TrlDraftNetwork *network, const char *folded)
{
  gpointer node = g_hash_table_lookup (network->by_name, folded);

  if (node == NULL && network->pool != NULL)
    node = g_hash_table_lookup (network->pool->by_name, folded);
  return GPOINTER_TO_UINT (node);
}

/* A name that folds to the key is found by the key.  The first node that has a key or a
 * name keeps it. */
static void
add_keys (TrlDraftNetwork *network, guint node, const char *key)
{
  g_autofree char *folded = trl_fold_key (key);
  g_autofree char *name = trl_fold_key (trl_draft_node_name (network, node));
  gpointer         row = GUINT_TO_POINTER (node + 1);

  if (name[0] != '\0' && strcmp (folded, name) != 0 && !find_name (network, name))
    g_hash_table_insert (network->by_name, g_steal_pointer (&name), row);
  if (folded[0] != '\0' && !find_key (network, folded))
    g_hash_table_insert (network->by_key, g_steal_pointer (&folded), row);
}

static guint
add_record (TrlDraft *draft, TrlDraftNetwork *network, TrlRecord *record)
{
  g_autoptr (TrlRecord) owned = record;

  draft->n_records++;
  if (draft->refused != NULL || !trl_edit_check_record (record, &draft->refused))
    return TRL_NO_ROW;
  return trl_network_add_row (network->network, record);
}

TrlRecord *
trl_draft_node_new (TrlDraftNetwork *network, const char *key, const char *name)
{
  g_autofree char *id = derive_id (network, TRL_KIND_NODE, key);
  TrlRecord       *node = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (name));
  return node;
}

guint
trl_draft_add_node (TrlDraft        *draft,
                    TrlDraftNetwork *network,
                    const char      *key,
                    TrlRecord       *node)
{
  guint row = add_record (draft, network, node);

  if (row != TRL_NO_ROW)
    add_keys (network, row, key);
  return row;
}

guint
trl_draft_find_node (TrlDraftNetwork *network, const char *key)
{
  g_autofree char *folded = trl_fold_key (key);
  guint            node = find_key (network, folded);

  if (node == 0)
    node = find_name (network, folded);
  return node > 0 ? node - 1 : TRL_NO_ROW;
}

const char *
trl_draft_node_name (const TrlDraftNetwork *network, guint node)
{
  return trl_table_get_text (trl_network_get_nodes (network->network), node,
                             TRL_NODE_NAME);
}

TrlRecord *
trl_draft_edge_new (TrlDraftNetwork *network, guint from, guint to)
{
  const TrlTable *nodes = trl_network_get_nodes (network->network);
  const char *ids[] = { trl_table_get_id (nodes, from), trl_table_get_id (nodes, to) };
  g_autofree char *ends = g_strconcat (ids[0], " ", ids[1], NULL);
  g_autofree char *id = derive_id (network, TRL_KIND_EDGE, ends);

  return trl_record_new_edge (id, ids[0], ids[1]);
}

guint
trl_draft_add_edge (TrlDraft *draft, TrlDraftNetwork *network, TrlRecord *edge)
{
  return add_record (draft, network, edge);
}

/* The row that was let go last is taken first, so it is the same one again. */
void
trl_draft_replace_edge (TrlDraft        *draft,
                        TrlDraftNetwork *network,
                        guint            row,
                        TrlRecord       *edge)
{
  g_autoptr (TrlRecord) owned = edge;

  if (draft->refused != NULL || !trl_edit_check_record (edge, &draft->refused))
    return;
  trl_network_remove_row (network->network, TRL_KIND_EDGE, row);
  guint again = trl_network_add_row (network->network, edge);
  g_assert (again == row);
}

guint
trl_draft_need_hub (TrlDraft *draft, TrlDraftNetwork *network)
{
  if (network->hub != TRL_NO_ROW)
    return network->hub;

  const char      *site = trl_record_get_text (network->record, TRL_NETWORK_SITE);
  g_autofree char *id = trl_id_derive ("hub", network->record->id, NULL);
  TrlRecord       *hub = trl_record_new (TRL_KIND_NODE, id);
  trl_record_set (hub, TRL_NODE_NAME, TRL_TEXT (site != NULL ? site : _ ("Hub")));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  hub->order = -1; /* before all others */
  return network->hub = add_record (draft, network, hub);
}

static void
replace_end (TrlRecord *edge, const char *old, const char *new)
{
  for (guint end = 0; end < 2; end++)
    if (strcmp (edge->ends[end], old) == 0)
      {
        g_free (edge->ends[end]);
        edge->ends[end] = g_strdup (new);
      }
}

static void
list_own_tie (TrlDraft *draft, const char *partner, const TrlRecord *edge)
{
  const char *level = trl_record_get_text (edge, TRL_EDGE_LEVEL);

  if (level != NULL)
    trl_read_report_add (draft->report, TRL_ISSUE_NOTE, NULL, 0, 0,
                         _ ("“%s” is the hub; the level of its own row (%s) is left out"),
                         partner, level);
}

/* A tie of the implied hub becomes one of the partner; that of the partner with itself
 * goes. */
static void
move_tie (TrlDraft *draft, TrlDraftNetwork *network, guint row, guint partner)
{
  const TrlTable *nodes = trl_network_get_nodes (network->network);
  const TrlTable *edges = trl_network_get_edges (network->network);
  guint           from = trl_table_get_end (edges, row, 0);
  guint           to = trl_table_get_end (edges, row, 1);

  if (from != network->hub && to != network->hub)
    return;
  g_autoptr (TrlRecord) edge = trl_table_get_record (edges, row, nodes);
  replace_end (edge, trl_table_get_id (nodes, network->hub),
               trl_table_get_id (nodes, partner));
  if (strcmp (edge->ends[0], edge->ends[1]) != 0)
    trl_draft_replace_edge (draft, network, row, g_steal_pointer (&edge));
  else
    {
      list_own_tie (draft, trl_draft_node_name (network, partner), edge);
      trl_network_remove_row (network->network, TRL_KIND_EDGE, row);
    }
}

/* The implied hub goes, and its ties are those of the partner. */
static void
make_hub (TrlDraft *draft, TrlDraftNetwork *network, guint partner)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_edges (network->network), &n);
  g_autofree guint *ties = g_memdup2 (rows, n * sizeof *rows);

  while (n-- > 0)
    move_tie (draft, network, ties[n], partner);
  trl_network_remove_row (network->network, TRL_KIND_NODE, network->hub);
  network->hub = partner;
}

void
trl_draft_name_hub (TrlDraft *draft, TrlDraftNetwork *network, const char *name)
{
  guint partner = trl_draft_find_node (network, name);

  if (name[0] == '\0' || (partner != TRL_NO_ROW && partner == network->hub))
    return;
  if (network->hub == TRL_NO_ROW && partner != TRL_NO_ROW)
    {
      network->hub = partner;
      return;
    }
  guint           hub = trl_draft_need_hub (draft, network);
  const TrlTable *nodes = trl_network_get_nodes (network->network);
  if (hub == TRL_NO_ROW)
    return;
  if (partner != TRL_NO_ROW && trl_table_get_flag (nodes, hub, TRL_NODE_IMPLIED))
    make_hub (draft, network, partner);
  else if (partner == TRL_NO_ROW)
    {
      TrlValue text = TRL_TEXT (name);
      trl_network_set_row (network->network, TRL_KIND_NODE, hub, TRL_NODE_NAME, &text);
    }
}

void
trl_draft_keep_row (TrlDraft *draft)
{
  draft->report->n_rows++;
  draft->report->n_kept++;
}

void
trl_draft_blank_row (TrlDraft *draft)
{
  draft->report->n_rows++;
  draft->report->n_blank++;
}

void
trl_draft_skip_row (
  TrlDraft *draft, const TrlSource *source, guint row, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  draft->report->n_rows++;
  draft->report->n_skipped++;
  trl_read_report_add (draft->report, TRL_ISSUE_SKIPPED, source->name,
                       trl_source_get_line (source, row), 0, "%s", text);
}

void
trl_draft_merge_row (
  TrlDraft *draft, const TrlSource *source, guint row, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  draft->report->n_rows++;
  draft->report->n_merged++;
  trl_read_report_add (draft->report, TRL_ISSUE_MERGED, source->name,
                       trl_source_get_line (source, row), 0, "%s", text);
}

guint
trl_draft_first_row (TrlDraftNetwork *network,
                     const TrlSource *source,
                     guint            row,
                     const char      *about)
{
  g_autofree char *key = g_strdup_printf ("%u %s", source->index, about);
  gpointer         first = g_hash_table_lookup (network->rows, key);

  if (first != NULL)
    return GPOINTER_TO_UINT (first);
  g_hash_table_insert (network->rows, g_steal_pointer (&key), GUINT_TO_POINTER (row));
  return row;
}

gboolean
trl_draft_is_same_row (const TrlSource *source, guint a, guint b)
{
  guint n =
    MAX (trl_sheet_get_width (source->sheet, a), trl_sheet_get_width (source->sheet, b));

  for (guint i = 0; i < n; i++)
    if (strcmp (trl_sheet_get (source->sheet, a, i),
                trl_sheet_get (source->sheet, b, i)) != 0)
      return FALSE;
  return TRUE;
}
