/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which nodes of a site stand behind which column.  It is worked out once and again when
 * the network has changed since, so that a grid may be read between its own edits.
 */

#include "model/trl-grid-private.h"

#include "model/trl-rollup-private.h"

#include <math.h>

void
trl_grid_set_network (TrlGridSite *site, TrlNetwork *network)
{
  TrlVocabulary *words = (TrlVocabulary *) trl_network_get_vocabulary (network);

  if (network != site->network)
    {
      trl_ties_clear (&site->ties);
      trl_network_ref (network);
      trl_network_unref (site->network);
      site->network = network;
    }
  trl_vocabulary_ref (words);
  g_clear_pointer (&site->words, trl_vocabulary_unref);
  site->words = words;
  site->hub = trl_network_get_hub (network);
  site->scale = trl_network_get_roll_up_scale (network);
  site->revision = trl_network_get_revision (network);
}

/* The columns of the nodes of a site, in their order; -1: of none. */
static GArray *
columns_of_nodes (const TrlGrid *grid, const TrlGridSite *site, GHashTable *known)
{
  GArray         *columns = g_array_new (FALSE, FALSE, sizeof (int));
  const TrlTable *nodes = trl_network_get_nodes (site->network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *id = trl_table_get_id (nodes, rows[i]);
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);
      int         column = -1;

      if (known && g_hash_table_contains (known, id))
        column = GPOINTER_TO_INT (g_hash_table_lookup (known, id));
      else if (grid->columns == TRL_GRID_COLUMNS_PARTNERS)
        column = trl_grid_find_index (grid, TRL_GRID_COLUMN, id);
      else if (rows[i] != site->hub || site->rows)
        column = trl_grid_find_index (grid, TRL_GRID_COLUMN, type ? type : "");
      g_array_append_val (columns, column);
    }
  return columns;
}

void
trl_grid_clear_members (TrlGridSite *site)
{
  g_clear_pointer (&site->first, g_free);
  g_clear_pointer (&site->members, g_free);
  g_clear_pointer (&site->sums, g_free);
  g_clear_pointer (&site->columns, g_free);
  g_clear_pointer (&site->ids, g_ptr_array_unref);
}

static void
note_column (TrlGridSite *site, guint row, int column)
{
  double count =
    trl_table_get_number (trl_network_get_nodes (site->network), row, TRL_NODE_COUNT);

  site->columns[row] = column;
  if (column >= 0)
    site->sums[column] += isnan (count) ? 1 : count;
}

/* Sorts the nodes of a site by column, by counting. */
void
trl_grid_gather_members (const TrlGrid *grid, TrlGridSite *site, const GArray *columns)
{
  const TrlTable   *nodes = trl_network_get_nodes (site->network);
  guint             n_columns = grid->axes[TRL_GRID_COLUMN].items->len, n;
  const guint      *rows = trl_table_get_rows (nodes, &n);
  g_autofree guint *next = NULL;
  g_autoptr (GArray) found = columns ? NULL : columns_of_nodes (grid, site, NULL);
  const int *column = (const int *) (columns ? columns : found)->data;

  site->columns = g_new (int, trl_table_get_capacity (nodes) + 1);
  site->sums = g_new0 (double, n_columns + 1);
  for (guint i = 0; i < n; i++)
    note_column (site, rows[i], column[i]);
  site->first = g_new0 (guint, n_columns + 1);
  for (guint i = 0; i < n; i++)
    if (column[i] >= 0)
      site->first[column[i] + 1]++;
  for (guint i = 0; i < n_columns; i++)
    site->first[i + 1] += site->first[i];
  next = g_memdup2 (site->first, (n_columns + 1) * sizeof (guint));
  site->members = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    if (column[i] >= 0)
      site->members[next[column[i]]++] = rows[i];
  if (grid->columns != TRL_GRID_COLUMNS_PARTNERS)
    return;
  site->ids = g_ptr_array_new_full (n, g_free);
  for (guint i = 0; i < site->first[n_columns]; i++)
    g_ptr_array_add (site->ids, g_strdup (trl_table_get_id (nodes, site->members[i])));
}

/* Who partners are among several sites stays as it was; new ones are those of the grid.
 */
static GHashTable *
known_columns (const TrlGrid *grid, const TrlGridSite *site)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < grid->axes[TRL_GRID_COLUMN].items->len; i++)
    for (guint j = site->first[i]; j < site->first[i + 1]; j++)
      g_hash_table_insert (known, g_strdup (site->ids->pdata[j]), GUINT_TO_POINTER (i));
  return known;
}

static void
update_rows (const TrlGrid *grid, TrlGridSite *site)
{
  const GArray *items = grid->axes[TRL_GRID_ROW].items;

  for (guint i = 0; site->rows && i < site->rows->len; i++)
    {
      const TrlGridItem *item = &g_array_index (items, TrlGridItem, i);

      g_array_index (site->rows, guint, i) =
        trl_table_find (trl_network_get_nodes (site->network), item->id);
    }
}

void
trl_grid_update_site (const TrlGrid *grid, TrlGridSite *site)
{
  TrlNetwork *network =
    trl_document_find_network (grid->document, trl_network_get_id (site->network));
  gboolean by_id =
    grid->rows == TRL_GRID_ROWS_SITES && grid->columns == TRL_GRID_COLUMNS_PARTNERS;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GArray) columns = NULL;

  if (!network ||
      (network == site->network && site->revision == trl_network_get_revision (network)))
    return;
  if (network == site->network &&
      !trl_network_is_touched (network, site->revision, TRL_KIND_NODE))
    {
      trl_grid_set_network (site, network);
      return;
    }
  known = by_id ? known_columns (grid, site) : NULL;
  trl_grid_set_network (site, network);
  update_rows (grid, site);
  columns = columns_of_nodes (grid, site, known);
  trl_grid_clear_members (site);
  trl_grid_gather_members (grid, site, columns);
}
