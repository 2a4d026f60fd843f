/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axes of a grid.  Rows and columns are known by ids, so that a grid stays good while
 * the cells under it change.
 */

#include "config.h"

#include "model/trl-grid-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  char *network;
  char *name;
  char *family;
} Header;

G_DEFINE_QUARK (TrlGridError, trl_grid_error)

static void
header_free (gpointer data)
{
  Header *header = data;

  g_free (header->id);
  g_free (header->network);
  g_free (header->name);
  g_free (header->family);
  g_free (header);
}

/* What is there already is not added again. */
static void
add_header (TrlGrid    *grid,
            TrlGridAxis axis,
            const char *id,
            const char *network,
            const char *name,
            const char *family)
{
  Header *header;

  if (g_hash_table_contains (grid->index[axis], id))
    return;
  header = g_new (Header, 1);
  *header =
    (Header){ g_strdup (id), g_strdup (network), g_strdup (name), g_strdup (family) };
  g_hash_table_insert (grid->index[axis], header->id,
                       GUINT_TO_POINTER (grid->headers[axis]->len));
  g_ptr_array_add (grid->headers[axis], header);
}

static const char *
node_name (const TrlTable *nodes, guint node)
{
  const char *name = trl_table_get_text (nodes, node, TRL_NODE_NAME);

  return name ? name : _ ("Unnamed");
}

static void
add_nodes (TrlGrid *grid, TrlGridAxis axis, const TrlNetwork *network, gboolean with_hub)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const TrlPartnerType *type =
        trl_vocabulary_find_type (trl_network_get_vocabulary (network),
                                  trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE));

      if (rows[i] != hub || with_hub)
        add_header (grid, axis, trl_table_get_id (nodes, rows[i]),
                    axis == TRL_GRID_ROW ? trl_network_get_id (network) : NULL,
                    node_name (nodes, rows[i]), type ? type->family : NULL);
    }
}

static gboolean
lacks_types (const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           n, hub = trl_network_get_hub (network);
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i] != hub && !trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE))
      return TRUE;
  return FALSE;
}

static void
add_types (TrlGrid *grid, TrlNetwork *network)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (grid->document);
  guint                n_networks = trl_document_get_n_networks (grid->document);
  gboolean             lacking = FALSE;

  for (guint i = 0; i < words->types->len; i++)
    {
      const TrlPartnerType *type = words->types->pdata[i];

      add_header (grid, TRL_GRID_COLUMN, type->id, NULL, type->name, type->family);
    }
  for (guint i = 0; i < n_networks && !lacking; i++)
    {
      TrlNetwork *other = trl_document_get_network (grid->document, i);

      if (grid->rows == TRL_GRID_ROWS_SITES || other == network)
        lacking = lacks_types (other);
    }
  if (lacking)
    add_header (grid, TRL_GRID_COLUMN, "", NULL, _ ("No type"), NULL);
}

static void
add_rows (TrlGrid *grid, TrlNetwork *network)
{
  guint n = trl_document_get_n_networks (grid->document);

  if (grid->rows == TRL_GRID_ROWS_PARTNERS && network)
    add_nodes (grid, TRL_GRID_ROW, network, TRUE);
  for (guint i = 0; grid->rows == TRL_GRID_ROWS_SITES && i < n; i++)
    {
      const TrlNetwork *site = trl_document_get_network (grid->document, i);
      const char       *id = trl_network_get_id (site);

      add_header (grid, TRL_GRID_ROW, id, id, trl_network_get_name (site), NULL);
    }
}

static void
add_columns (TrlGrid *grid, TrlNetwork *network)
{
  guint n = trl_document_get_n_networks (grid->document);

  if (grid->columns == TRL_GRID_COLUMNS_TYPES)
    add_types (grid, network);
  else if (grid->rows == TRL_GRID_ROWS_PARTNERS && network)
    add_nodes (grid, TRL_GRID_COLUMN, network, TRUE);
  else if (grid->rows == TRL_GRID_ROWS_SITES)
    for (guint i = 0; i < n; i++)
      add_nodes (grid, TRL_GRID_COLUMN, trl_document_get_network (grid->document, i),
                 FALSE);
}

TrlGrid *
trl_grid_new (TrlDocument   *document,
              TrlGridRows    rows,
              TrlGridColumns columns,
              const char    *network)
{
  TrlGrid    *grid = g_new0 (TrlGrid, 1);
  TrlNetwork *own = network ? trl_document_find_network (document, network) : NULL;

  grid->document = g_object_ref (document);
  grid->rows = rows;
  grid->columns = columns;
  for (guint axis = 0; axis < 2; axis++)
    {
      grid->headers[axis] = g_ptr_array_new_with_free_func (header_free);
      grid->index[axis] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  add_rows (grid, own);
  add_columns (grid, own);
  return grid;
}

void
trl_grid_free (TrlGrid *grid)
{
  g_clear_pointer (&grid->members, g_hash_table_unref);
  for (guint axis = 0; axis < 2; axis++)
    {
      g_hash_table_unref (grid->index[axis]);
      g_ptr_array_unref (grid->headers[axis]);
    }
  g_object_unref (grid->document);
  g_free (grid);
}

guint
trl_grid_get_size (const TrlGrid *grid, TrlGridAxis axis)
{
  return grid->headers[axis]->len;
}

void
trl_grid_get_header (const TrlGrid *grid,
                     TrlGridAxis    axis,
                     guint          index,
                     TrlGridHeader *header)
{
  const Header *own;

  g_return_if_fail (index < grid->headers[axis]->len);
  own = grid->headers[axis]->pdata[index];
  *header = (TrlGridHeader){ own->id, own->network, own->name, own->family };
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

int
trl_grid_find (const TrlGrid *grid, TrlGridAxis axis, const char *id)
{
  gpointer place;

  return g_hash_table_lookup_extended (grid->index[axis], id, NULL, &place)
           ? GPOINTER_TO_INT (place)
           : -1;
}

void
trl_grid_reorder (TrlGrid *grid, TrlGridAxis axis, const guint *order)
{
  GPtrArray           *headers = grid->headers[axis];
  g_autofree gpointer *old = g_memdup2 (headers->pdata, sizeof (gpointer) * headers->len);

  for (guint i = 0; i < headers->len; i++)
    {
      Header *header = old[order[i]];

      headers->pdata[i] = header;
      g_hash_table_insert (grid->index[axis], header->id, GUINT_TO_POINTER (i));
    }
}

TrlNetwork *
trl_grid_get_network (const TrlGrid *grid, guint row)
{
  const Header *header;

  g_return_val_if_fail (row < grid->headers[TRL_GRID_ROW]->len, NULL);
  header = grid->headers[TRL_GRID_ROW]->pdata[row];
  return trl_document_find_network (grid->document, header->network);
}

guint
trl_grid_get_end (const TrlGrid *grid, const TrlNetwork *network, guint row)
{
  const Header *header = grid->headers[TRL_GRID_ROW]->pdata[row];

  return grid->rows == TRL_GRID_ROWS_SITES
           ? trl_network_get_hub (network)
           : trl_table_find (trl_network_get_nodes (network), header->id);
}

gboolean
trl_grid_has_cell (const TrlGrid *grid, guint row, guint column)
{
  const TrlNetwork *network;
  const Header     *header;

  if (row >= grid->headers[TRL_GRID_ROW]->len ||
      column >= grid->headers[TRL_GRID_COLUMN]->len)
    return FALSE;
  network = trl_grid_get_network (grid, row);
  header = grid->headers[TRL_GRID_COLUMN]->pdata[column];
  if (!network || (grid->rows == TRL_GRID_ROWS_PARTNERS &&
                   trl_grid_get_end (grid, network, row) == TRL_NO_ROW))
    return FALSE;
  return grid->columns == TRL_GRID_COLUMNS_PARTNERS || !*header->id ||
         trl_vocabulary_find_type (trl_document_get_vocabulary (grid->document),
                                   header->id);
}
