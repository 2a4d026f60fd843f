/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows and columns stand for: added, renamed and removed in the document, where the
 * next grid finds them.
 */

#include "config.h"

#include "grid/trellis-levels-edit.h"

#include <glib/gi18n.h>

static TrlDocument *
get_document (TrellisLevelsModel *model)
{
  return trellis_session_get_document (trellis_levels_model_get_session (model));
}

static TrlKind
kind_of (const TrlGrid *grid, TrlGridAxis axis)
{
  if (axis == TRL_GRID_ROW && trl_grid_get_rows (grid) == TRL_GRID_ROWS_SITES)
    return TRL_KIND_NETWORK;
  if (axis == TRL_GRID_COLUMN && trl_grid_get_columns (grid) == TRL_GRID_COLUMNS_TYPES)
    return TRL_KIND_DOCUMENT; /* a word of its vocabulary */
  return TRL_KIND_NODE;
}

gboolean
trellis_levels_can_add (TrellisLevelsModel *model, TrlGridAxis axis)
{
  TrellisSession *session = trellis_levels_model_get_session (model);

  return kind_of (trellis_levels_model_get_grid (model), axis) != TRL_KIND_NODE ||
         trellis_session_get_network_id (session);
}

static char *
add_site (TrlDocument *document, const char *key)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NETWORK, NULL);
  g_autofree char *name =
    g_strdup_printf (_ ("Site %u"), trl_document_get_n_networks (document) + 1);
  char *id = g_strdup (record->id);

  trl_record_set (record, TRL_NETWORK_NAME, TRL_TEXT (name));
  trl_document_begin (document, _ ("Add Site"), key);
  trl_document_add_network (document, record);
  trl_document_end (document);
  return id;
}

static char *
add_partner (TrlDocument *document, const char *network, const char *key)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, NULL);
  char *id = g_strdup (record->id);

  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (_ ("New Partner")));
  trl_document_begin (document, _ ("Add Partner"), key);
  trl_document_add (document, network, record);
  trl_document_end (document);
  return id;
}

static char *
unused_type_id (const TrlVocabulary *words, const char *name)
{
  g_autofree char *slug = trl_slug (name);
  char            *id = g_strdup (slug);

  for (guint i = 2; trl_vocabulary_find_type (words, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, i);
    }
  return id;
}

static char *
add_type (TrlDocument *document, const char *key)
{
  const char *name = _ ("New Partner Type");
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  char *id = unused_type_id (words, name);

  g_ptr_array_add (words->types,
                   trl_partner_type_new (id, name, NULL, "circle", NULL, "file"));
  trl_document_begin (document, _ ("Add Partner Type"), key);
  trl_document_set_vocabulary (document, words);
  trl_document_end (document);
  return id;
}

char *
trellis_levels_add (TrellisLevelsModel *model, TrlGridAxis axis, const char *key)
{
  TrlDocument    *document = get_document (model);
  TrellisSession *session = trellis_levels_model_get_session (model);

  switch (kind_of (trellis_levels_model_get_grid (model), axis))
    {
    case TRL_KIND_NETWORK:
      return add_site (document, key);
    case TRL_KIND_DOCUMENT:
      return add_type (document, key);
    default:
      return add_partner (document, trellis_session_get_network_id (session), key);
    }
}

/* @type: (nullable): only partners of this type that are called @old */
static void
rename_nodes (TrlDocument *document,
              const char  *id,
              const char  *type,
              const char  *old,
              const char  *name)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork      *network = trl_document_get_network (document, i);
      const TrlTable  *nodes = trl_network_get_nodes (network);
      g_autofree char *own = g_strdup (trl_network_get_id (network));
      guint            n;
      const guint     *rows = trl_table_get_rows (nodes, &n);
      g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

      for (guint k = 0; k < n; k++)
        if (type
              ? g_strcmp0 (trl_table_get_text (nodes, rows[k], TRL_NODE_TYPE), type) ==
                    0 &&
                  g_strcmp0 (trl_table_get_text (nodes, rows[k], TRL_NODE_NAME), old) == 0
              : g_str_equal (trl_table_get_id (nodes, rows[k]), id))
          g_ptr_array_add (ids, g_strdup (trl_table_get_id (nodes, rows[k])));
      for (guint k = 0; k < ids->len; k++)
        trl_document_set (document, TRL_KIND_NODE, own, ids->pdata[k], TRL_NODE_NAME,
                          TRL_TEXT (name));
    }
}

static void
rename_type (TrlDocument *document, const char *id, const char *name)
{
  g_autoptr (TrlVocabulary) words =
    trl_vocabulary_copy (trl_document_get_vocabulary (document));
  TrlPartnerType  *type = (TrlPartnerType *) trl_vocabulary_find_type (words, id);
  g_autofree char *old = NULL;

  if (!type)
    return;
  old = type->name;
  type->name = g_strdup (name);
  trl_document_set_vocabulary (document, words);
  rename_nodes (document, NULL, id, old, name);
}

void
trellis_levels_rename (TrellisLevelsModel *model,
                       TrlGridAxis         axis,
                       guint               index,
                       const char         *name,
                       const char         *key)
{
  const TrlGrid   *grid = trellis_levels_model_get_grid (model);
  TrlDocument     *document = get_document (model);
  TrlKind          kind = kind_of (grid, axis);
  TrlGridHeader    header;
  g_autofree char *id = NULL;

  trl_grid_get_header (grid, axis, index, &header);
  if (g_strcmp0 (header.name, name) == 0)
    return;
  id = g_strdup (header.id);
  trl_document_begin (document,
                      kind == TRL_KIND_NETWORK    ? _ ("Rename Network")
                      : kind == TRL_KIND_DOCUMENT ? _ ("Rename Partner Type")
                                                  : _ ("Rename Partner"),
                      key);
  if (kind == TRL_KIND_NETWORK)
    trl_document_set (document, TRL_KIND_NETWORK, id, NULL, TRL_NETWORK_NAME,
                      TRL_TEXT (name));
  else if (kind == TRL_KIND_DOCUMENT)
    rename_type (document, id, name);
  else
    rename_nodes (document, id, NULL, NULL, name);
  trl_document_end (document);
}

void
trellis_levels_remove_rows (TrellisLevelsModel *model, guint first, guint n)
{
  const TrlGrid   *grid = trellis_levels_model_get_grid (model);
  TrlDocument     *document = get_document (model);
  gboolean         sites = kind_of (grid, TRL_GRID_ROW) == TRL_KIND_NETWORK;
  g_autofree char *network =
    g_strdup (trellis_session_get_network_id (trellis_levels_model_get_session (model)));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < first + n; i++)
    {
      TrlGridHeader header;

      trl_grid_get_header (grid, TRL_GRID_ROW, i, &header);
      g_ptr_array_add (ids, g_strdup (header.id));
    }
  trl_document_begin (document,
                      sites && n > 1 ? _ ("Remove Sites")
                      : sites        ? _ ("Remove Site")
                      : n > 1        ? _ ("Remove Partners")
                                     : _ ("Remove Partner"),
                      NULL);
  for (guint i = 0; sites && i < ids->len; i++)
    trl_document_apply (document,
                        &(TrlEdit){ TRL_EDIT_REMOVE_NETWORK, .of = TRL_KIND_NETWORK,
                                    .network = ids->pdata[i] },
                        NULL);
  if (!sites)
    trl_document_remove_nodes (document, network, (const char *const *) ids->pdata,
                               ids->len);
  trl_document_end (document);
}
