/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and columns are known by their place in the document; an order is laid over them.
 * A site knows which of its nodes stand behind each column, and no cell is kept. */

#include "config.h"

#include "model/trl-grid-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (TrlGridError, trl_grid_error)

static void
site_free (gpointer data)
{
  TrlGridSite *site = data;

  trl_network_unref (site->network);
  g_clear_pointer (&site->rows, g_array_unref);
  g_clear_pointer (&site->words, trl_vocabulary_unref);
  trl_grid_clear_members (site);
  trl_ties_clear (&site->ties);
  g_free (site);
}

static char *
keep (TrlGrid *grid, const char *text)
{
  return text ? g_string_chunk_insert (grid->texts, text) : NULL;
}

/* What many have in common is kept once. */
static char *
keep_once (TrlGrid *grid, const char *text)
{
  return text ? g_string_chunk_insert_const (grid->texts, text) : NULL;
}

guint
trl_grid_add_item (TrlGrid *grid, TrlGridAxis axis, const TrlGridItem *item)
{
  TrlGridItems *items = &grid->axes[axis];
  guint         index = items->items->len;
  TrlGridItem   copy = { .id = keep (grid, item->id),
                         .network = keep_once (grid, item->network),
                         .name = keep (grid, item->name),
                         .family = keep_once (grid, item->family),
                         .key = item->key && *item->key ? keep (grid, item->key) : NULL,
                         .type = keep_once (grid, item->type) };

  g_array_append_val (items->items, copy);
  g_array_append_val (items->order, index);
  g_array_append_val (items->place, index);
  g_hash_table_insert (items->index, copy.id, GUINT_TO_POINTER (index + 1));
  return index;
}

guint
trl_grid_add_node (TrlGrid *grid, TrlGridAxis axis, const TrlNetwork *network, guint node)
{
  const TrlTable       *nodes = trl_network_get_nodes (network);
  const char           *name = trl_table_get_text (nodes, node, TRL_NODE_NAME);
  const char           *type = trl_table_get_text (nodes, node, TRL_NODE_TYPE);
  const TrlPartnerType *word = trl_vocabulary_find_type (grid->words, type);
  gboolean              is_row = axis == TRL_GRID_ROW;
  TrlGridItem           item = {
              .id = (char *) trl_table_get_id (nodes, node),
              .network = is_row ? (char *) trl_network_get_id (network) : NULL,
              .name = name && *name ? (char *) name : _ ("Unnamed partner"),
              .family = word ? word->family : NULL,
              .key = (char *) trl_table_get_text (nodes, node, TRL_NODE_KEY),
              .type = (char *) type,
  };

  return trl_grid_add_item (grid, axis, &item);
}

int
trl_grid_find_index (const TrlGrid *grid, TrlGridAxis axis, const char *id)
{
  return id ? GPOINTER_TO_INT (g_hash_table_lookup (grid->axes[axis].index, id)) - 1 : -1;
}

static TrlGridSite *
site_new (const TrlGrid *grid, TrlNetwork *network)
{
  TrlGridSite *site = g_new0 (TrlGridSite, 1);
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (network), &n);

  trl_grid_set_network (site, network);
  if (grid->rows == TRL_GRID_ROWS_PARTNERS)
    {
      site->rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
      g_array_append_vals (site->rows, rows, n);
    }
  return site;
}

static void
add_rows (TrlGrid *grid, TrlDocument *document, const char *network)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork  *candidate = trl_document_get_network (document, i);
      const char  *id = trl_network_get_id (candidate);
      TrlGridSite *site;

      if (grid->rows == TRL_GRID_ROWS_PARTNERS && g_strcmp0 (id, network) != 0)
        continue;
      site = site_new (grid, candidate);
      g_ptr_array_add (grid->sites, site);
      if (grid->rows == TRL_GRID_ROWS_SITES)
        trl_grid_add_item (
          grid, TRL_GRID_ROW,
          &(TrlGridItem){ .id = (char *) id,
                          .network = (char *) id,
                          .name = (char *) trl_network_get_name (candidate) });
      for (guint j = 0; site->rows && j < site->rows->len; j++)
        trl_grid_add_node (grid, TRL_GRID_ROW, candidate,
                           g_array_index (site->rows, guint, j));
    }
}

/* Types that the vocabulary does not know, and none, as the roll-up orders them. */
static void
add_strange_types (TrlGrid *grid)
{
  g_autoptr (GHashTable) strange = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) keys = NULL;

  for (guint i = 0; i < grid->sites->len; i++)
    {
      const TrlGridSite *site = grid->sites->pdata[i];
      const TrlTable    *nodes = trl_network_get_nodes (site->network);
      guint              n;
      const guint       *rows = trl_table_get_rows (nodes, &n);

      for (guint j = 0; j < n; j++)
        {
          const char *type = trl_table_get_text (nodes, rows[j], TRL_NODE_TYPE);

          if ((rows[j] != site->hub || site->rows) &&
              trl_grid_find_index (grid, TRL_GRID_COLUMN, type ? type : "") < 0)
            g_hash_table_add (strange, (char *) (type ? type : ""));
        }
    }
  keys = g_list_sort (g_hash_table_get_keys (strange), (GCompareFunc) g_strcmp0);
  for (GList *l = keys; l; l = l->next)
    {
      char *id = l->data;

      trl_grid_add_item (grid, TRL_GRID_COLUMN,
                         &(TrlGridItem){ .id = id,
                                         .name = *id ? id : _ ("Without a type"),
                                         .type = *id ? id : NULL });
    }
}

static void
add_types (TrlGrid *grid)
{
  for (guint i = 0; i < grid->words->types->len; i++)
    {
      const TrlPartnerType *type = grid->words->types->pdata[i];

      trl_grid_add_item (
        grid, TRL_GRID_COLUMN,
        &(TrlGridItem){
          .id = type->id, .name = type->name, .family = type->family, .type = type->id });
    }
  add_strange_types (grid);
}

static void
add_columns (TrlGrid *grid)
{
  g_autoptr (GPtrArray) matched = NULL;

  if (grid->columns == TRL_GRID_COLUMNS_TYPES)
    add_types (grid);
  else if (grid->rows == TRL_GRID_ROWS_SITES)
    matched = trl_grid_match_partners (grid);
  else
    for (guint i = 0; i < grid->sites->len; i++)
      {
        const TrlGridSite *site = grid->sites->pdata[i];

        for (guint j = 0; j < site->rows->len; j++)
          trl_grid_add_node (grid, TRL_GRID_COLUMN, site->network,
                             g_array_index (site->rows, guint, j));
      }
  for (guint i = 0; i < grid->sites->len; i++)
    {
      TrlGridSite *site = grid->sites->pdata[i];

      trl_grid_gather_members (grid, site, matched ? matched->pdata[i] : NULL);
    }
}

TrlGrid *
trl_grid_new (TrlDocument   *document,
              TrlGridRows    rows,
              TrlGridColumns columns,
              const char    *network)
{
  TrlGrid *grid = g_new0 (TrlGrid, 1);

  grid->rows = rows;
  grid->columns = columns;
  grid->document = g_object_ref (document);
  grid->words =
    trl_vocabulary_ref ((TrlVocabulary *) trl_document_get_vocabulary (document));
  grid->sites = g_ptr_array_new_with_free_func (site_free);
  grid->texts = g_string_chunk_new (4096);
  for (guint axis = 0; axis < 2; axis++)
    grid->axes[axis] =
      (TrlGridItems){ .items = g_array_new (FALSE, FALSE, sizeof (TrlGridItem)),
                      .order = g_array_new (FALSE, FALSE, sizeof (guint)),
                      .place = g_array_new (FALSE, FALSE, sizeof (guint)),
                      .index = g_hash_table_new (g_str_hash, g_str_equal) };
  add_rows (grid, document, network);
  add_columns (grid);
  return grid;
}

void
trl_grid_free (TrlGrid *grid)
{
  if (!grid)
    return;
  for (guint axis = 0; axis < 2; axis++)
    {
      g_hash_table_unref (grid->axes[axis].index);
      g_array_unref (grid->axes[axis].order);
      g_array_unref (grid->axes[axis].place);
      g_array_unref (grid->axes[axis].items);
    }
  g_ptr_array_unref (grid->sites);
  g_string_chunk_free (grid->texts);
  trl_vocabulary_unref (grid->words);
  g_object_unref (grid->document);
  g_free (grid);
}

TrlGridRows
trl_grid_get_rows (const TrlGrid *grid)
{
  return grid->rows;
}

TrlGridColumns
trl_grid_get_columns (const TrlGrid *grid)
{
  return grid->columns;
}

guint
trl_grid_get_size (const TrlGrid *grid, TrlGridAxis axis)
{
  return grid->axes[axis].items->len;
}

const TrlGridItem *
trl_grid_get_item (const TrlGrid *grid, TrlGridAxis axis, guint place, guint *index)
{
  const TrlGridItems *items = &grid->axes[axis];

  g_return_val_if_fail (place < items->items->len, NULL);

  *index = g_array_index (items->order, guint, place);
  return &g_array_index (items->items, TrlGridItem, *index);
}

void
trl_grid_get_header (const TrlGrid *grid,
                     TrlGridAxis    axis,
                     guint          index,
                     TrlGridHeader *header)
{
  guint              own;
  const TrlGridItem *item = trl_grid_get_item (grid, axis, index, &own);

  g_return_if_fail (item != NULL);

  *header = (TrlGridHeader){ item->id, item->network, item->name, item->family };
}

int
trl_grid_find (const TrlGrid *grid, TrlGridAxis axis, const char *id)
{
  int index = trl_grid_find_index (grid, axis, id);

  return index < 0 ? -1 : (int) g_array_index (grid->axes[axis].place, guint, index);
}

void
trl_grid_reorder (TrlGrid *grid, TrlGridAxis axis, const guint *order)
{
  TrlGridItems     *items = &grid->axes[axis];
  g_autofree guint *old = g_memdup2 (items->order->data, items->order->len * sizeof *old);

  for (guint i = 0; i < items->order->len; i++)
    {
      guint index = old[order[i]];

      g_array_index (items->order, guint, i) = index;
      g_array_index (items->place, guint, index) = i;
    }
}

TrlGridSite *
trl_grid_get_site (const TrlGrid *grid, guint row)
{
  guint index;

  if (!trl_grid_get_item (grid, TRL_GRID_ROW, row, &index))
    return NULL;
  return grid->sites->pdata[grid->rows == TRL_GRID_ROWS_SITES ? index : 0];
}

TrlNetwork *
trl_grid_get_network (const TrlGrid *grid, guint row)
{
  TrlGridSite *site = trl_grid_get_site (grid, row);

  g_return_val_if_fail (site != NULL, NULL);

  trl_grid_update_site (grid, site);
  return site->network;
}
