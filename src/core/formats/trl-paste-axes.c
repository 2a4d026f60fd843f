/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows and columns of a pasted block: found by name or by place, or made.  The ids of
 * what is made are those that the survey reader derives from the same names, so that
 * pasting a survey and opening it are the same. */

#include "config.h"

#include "formats/trl-paste-private.h"

#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef char *(*Finder) (TrlPasting *pasting, GHashTable *known, const char *name);

/* Of what is there, the first keeps a name. */
static void
add_key (GHashTable *known, const char *name, const char *id)
{
  g_autofree char *key = trl_fold_key (name != NULL ? name : "");

  if (!g_hash_table_contains (known, key))
    g_hash_table_insert (known, g_steal_pointer (&key), g_strdup (id));
}

static GHashTable *
index_headers (const TrlGrid *grid, TrlGridAxis axis)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < trl_grid_get_size (grid, axis); i++)
    {
      TrlGridHeader header;
      trl_grid_get_header (grid, axis, i, &header);
      add_key (known, header.name, header.id);
    }
  return known;
}

/* Partners that were just made are there, too. */
static GHashTable *
index_partners (const TrlPasting *pasting, TrlGridAxis axis)
{
  GHashTable       *known = index_headers (pasting->grid, axis);
  const TrlNetwork *network =
    trl_document_find_network (pasting->document, pasting->network);
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (network), &n);

  for (guint i = 0; i < n; i++)
    add_key (known,
             trl_table_get_text (trl_network_get_nodes (network), rows[i], TRL_NODE_NAME),
             trl_table_get_id (trl_network_get_nodes (network), rows[i]));
  return known;
}

static void
add_hub (TrlPasting *pasting, const char *network, const char *site)
{
  g_autofree char *id = trl_id_derive ("hub", network, NULL);
  g_autoptr (TrlRecord) hub = trl_record_new (TRL_KIND_NODE, id);

  trl_record_set (hub, TRL_NODE_NAME, TRL_TEXT (site));
  trl_record_set (hub, TRL_NODE_IMPLIED, TRL_FLAG (TRUE));
  trl_document_add (pasting->document, network, hub);
  trl_document_set (pasting->document, TRL_KIND_NETWORK, network, NULL, TRL_NETWORK_HUB,
                    TRL_TEXT (id));
}

static char *
make_site (TrlPasting *pasting, GHashTable *known, const char *name)
{
  g_autofree char *key = trl_fold_key (name);
  g_autofree char *site = g_strconcat (key, "\n", NULL);
  g_autofree char *derived = trl_id_derive ("network", site, NULL);
  gboolean         taken = trl_document_find_network (pasting->document, derived) != NULL;
  g_autoptr (TrlRecord) record =
    trl_record_new (TRL_KIND_NETWORK, taken ? NULL : derived);

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_record_set (record, TRL_NETWORK_SITE, TRL_TEXT (name));
  trl_document_add_network (pasting->document, record);
  add_hub (pasting, record->id, name);
  return g_strdup (record->id);
}

static char *
make_partner (TrlPasting *pasting, GHashTable *known, const char *name)
{
  const TrlNetwork *network =
    pasting->network != NULL
      ? trl_document_find_network (pasting->document, pasting->network)
      : NULL;

  if (network == NULL)
    return NULL;
  g_autofree char *derived = trl_id_derive ("node", pasting->network, name, NULL);
  gboolean         taken =
    trl_table_find (trl_network_get_nodes (network), derived) != TRL_NO_ROW;
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, taken ? NULL : derived);

  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (name));
  trl_document_add (pasting->document, pasting->network, record);
  return g_strdup (record->id);
}

static char *
find_type (TrlPasting *pasting, const char *name)
{
  const TrlPartnerType *type =
    trl_type_words_find (trl_document_get_vocabulary (pasting->document), name);

  return type != NULL ? g_strdup (type->id) : NULL;
}

static char *
make_type (TrlPasting *pasting, GHashTable *known, const char *name)
{
  g_autoptr (TrlVocabulary) vocabulary =
    trl_vocabulary_copy (trl_document_get_vocabulary (pasting->document));
  char *id = g_strdup (trl_type_words_add (vocabulary, name)->id);

  trl_document_set_vocabulary (pasting->document, vocabulary);
  return id;
}

static Finder
choose_maker (const TrlPasting *pasting, TrlGridAxis axis)
{
  gboolean sites = trl_grid_get_rows (pasting->grid) == TRL_GRID_ROWS_SITES;

  if (axis == TRL_GRID_ROW)
    return sites ? make_site : make_partner;
  if (trl_grid_get_columns (pasting->grid) == TRL_GRID_COLUMNS_TYPES)
    return make_type;
  return sites ? NULL : make_partner;
}

static void
complain (TrlPasting *pasting, TrlGridAxis axis, guint i, const char *what)
{
  const TrlBlock *block = pasting->block;

  if (axis == TRL_GRID_ROW)
    trl_pasting_complain (pasting, i + block->top, 0, what);
  else
    trl_pasting_complain (pasting, 0, i + block->left, what);
}

static char *
make (TrlPasting *pasting, TrlGridAxis axis, GHashTable *known, const char *name)
{
  Finder maker = choose_maker (pasting, axis);
  char  *id = maker != NULL ? maker (pasting, known, name) : NULL;

  if (id == NULL)
    return NULL;
  add_key (known, name, id);
  if (axis == TRL_GRID_ROW)
    pasting->report->n_new_rows++;
  else
    pasting->report->n_new_columns++;
  return id;
}

/* By its name; two rows of one name are one. */
static char *
find_named (TrlPasting *pasting, TrlGridAxis axis, guint i, GHashTable *known)
{
  gboolean         types = choose_maker (pasting, axis) == make_type;
  g_autofree char *name =
    g_strstrip (g_strdup (trl_block_get_name (pasting->block, axis, i)));
  g_autofree char *key = trl_fold_key (name);
  const char      *there = g_hash_table_lookup (known, key);
  char            *id = g_strdup (there);

  if (key[0] == '\0')
    return NULL;
  if (id == NULL && types)
    id = find_type (pasting, name);
  if (id == NULL)
    id = make (pasting, axis, known, name);
  if (id == NULL)
    complain (pasting, axis, i, _ ("not a name in the table"));
  return id;
}

/* Below the last site follow sites with the next numbers. */
static char *
make_next_site (TrlPasting *pasting, GHashTable *known)
{
  guint number = trl_document_get_n_networks (pasting->document) + 1;

  for (;; number++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Site %u"), number);
      g_autofree char *key = trl_fold_key (name);
      if (!g_hash_table_contains (known, key))
        return make (pasting, TRL_GRID_ROW, known, name);
    }
}

static char *
find_placed (
  TrlPasting *pasting, TrlGridAxis axis, guint place, guint i, GHashTable *known)
{
  TrlGridHeader header;

  if (place < trl_grid_get_size (pasting->grid, axis))
    {
      trl_grid_get_header (pasting->grid, axis, place, &header);
      return g_strdup (header.id);
    }
  if (choose_maker (pasting, axis) == make_site)
    return make_next_site (pasting, known);
  complain (pasting, axis, i,
            axis == TRL_GRID_ROW ? _ ("this row lies below the last one")
                                 : _ ("this column lies behind the last one"));
  return NULL;
}

GPtrArray *
trl_pasting_find (TrlPasting *pasting, TrlGridAxis axis, guint start, guint n)
{
  const TrlBlock *block = pasting->block;
  gboolean        named = axis == TRL_GRID_ROW ? block->left > 0 : block->top > 0;
  GPtrArray      *ids = g_ptr_array_new_with_free_func (g_free);
  gboolean        partners =
    choose_maker (pasting, axis) == make_partner && pasting->network != NULL;
  g_autoptr (GHashTable) known =
    partners ? index_partners (pasting, axis) : index_headers (pasting->grid, axis);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, named ? find_named (pasting, axis, i, known)
                                : find_placed (pasting, axis, start + i, i, known));
  return ids;
}

void
trl_pasting_need_partner (TrlPasting *pasting, const char *id, const char *type)
{
  const TrlNetwork     *network = trl_document_find_network (pasting->document, id);
  const TrlPartnerType *word =
    trl_vocabulary_find_type (trl_document_get_vocabulary (pasting->document), type);
  g_autofree char *derived = trl_id_derive ("node", id, type, NULL);

  if (trl_network_get_hub (network) == TRL_NO_ROW || word == NULL ||
      trl_table_find (trl_network_get_nodes (network), derived) != TRL_NO_ROW)
    return;
  g_autoptr (TrlRecord) node = trl_record_new (TRL_KIND_NODE, derived);
  trl_record_set (node, TRL_NODE_NAME, TRL_TEXT (word->name));
  trl_record_set (node, TRL_NODE_TYPE, TRL_TEXT (type));
  trl_document_add (pasting->document, id, node);
}

void
trl_pasting_need_tie (TrlPasting *pasting, const char *id, guint row)
{
  const TrlNetwork *network = trl_document_find_network (pasting->document, id);
  const TrlTable   *nodes = trl_network_get_nodes (network);
  guint             hub = trl_network_get_hub (network);

  if (hub == TRL_NO_ROW || hub == row ||
      trl_network_get_node_edge (network, hub, row) != TRL_NO_ROW)
    return;
  const char      *from = trl_table_get_id (nodes, hub);
  const char      *to = trl_table_get_id (nodes, row);
  g_autofree char *ends = g_strconcat (from, " ", to, NULL);
  g_autofree char *derived = trl_id_derive ("edge", id, ends, NULL);
  gboolean         taken =
    trl_table_find (trl_network_get_edges (network), derived) != TRL_NO_ROW;
  g_autoptr (TrlRecord) edge = trl_record_new_edge (taken ? NULL : derived, from, to);
  trl_document_add (pasting->document, id, edge);
}
