/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which partners of several networks are the same.  What a source calls a partner says it
 * for sure, then the id, which importers derive; a name and a type say it where no two of
 * one network are called so. */

#include "model/trl-grid-private.h"

typedef struct
{
  TrlGrid    *grid;
  GHashTable *keys;  /* column and one more, by key */
  GHashTable *ids;   /* likewise, by id */
  GHashTable *names; /* GArray of columns, by name and type */
  GArray     *seen;  /* by column, the site that it was last found in and one more */
} Matcher;

static guint
find_text (GHashTable *table, const char *text)
{
  return text && *text ? GPOINTER_TO_UINT (g_hash_table_lookup (table, text)) : 0;
}

static void
keep_text (GHashTable *table, const char *text, guint column)
{
  if (text && *text && !g_hash_table_contains (table, text))
    g_hash_table_insert (table, g_strdup (text), GUINT_TO_POINTER (column + 1));
}

static char *
name_and_type (const TrlTable *nodes, guint node)
{
  const char *name = trl_table_get_text (nodes, node, TRL_NODE_NAME);
  const char *type = trl_table_get_text (nodes, node, TRL_NODE_TYPE);

  return name && *name ? g_strconcat (name, "\n", type, NULL) : NULL;
}

/* The first column of that name that this site has nobody in, and one more. */
static guint
find_name (Matcher *matcher, const char *name, const char *key, guint site)
{
  GArray *columns = name ? g_hash_table_lookup (matcher->names, name) : NULL;

  for (guint i = 0; columns && i < columns->len; i++)
    {
      guint              column = g_array_index (columns, guint, i);
      const TrlGridItem *item =
        &g_array_index (matcher->grid->axes[TRL_GRID_COLUMN].items, TrlGridItem, column);

      if (g_array_index (matcher->seen, guint, column) != site + 1 && !(key && item->key))
        return column + 1;
    }
  return 0;
}

static void
keep_name (Matcher *matcher, const char *name, guint column)
{
  GArray *columns = name ? g_hash_table_lookup (matcher->names, name) : NULL;

  if (!name)
    return;
  if (!columns)
    {
      columns = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (matcher->names, g_strdup (name), columns);
    }
  g_array_append_val (columns, column);
}

static guint
match (Matcher *matcher, const TrlNetwork *network, guint node, guint site)
{
  const TrlTable  *nodes = trl_network_get_nodes (network);
  const char      *key = trl_table_get_text (nodes, node, TRL_NODE_KEY);
  const char      *id = trl_table_get_id (nodes, node);
  g_autofree char *name = name_and_type (nodes, node);
  guint            found = find_text (matcher->keys, key);
  guint            column;

  if (!found)
    found = find_text (matcher->ids, id);
  if (!found)
    found = find_name (matcher, name, key, site);
  if (found)
    column = found - 1;
  else
    {
      column = trl_grid_add_node (matcher->grid, TRL_GRID_COLUMN, network, node);
      g_array_set_size (matcher->seen, column + 1);
      keep_name (matcher, name, column);
    }
  keep_text (matcher->keys, key, column);
  keep_text (matcher->ids, id, column);
  g_array_index (matcher->seen, guint, column) = site + 1;
  return column;
}

static GArray *
match_site (Matcher *matcher, const TrlGridSite *site, guint index)
{
  GArray      *columns = g_array_new (FALSE, FALSE, sizeof (int));
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_nodes (site->network), &n);

  for (guint i = 0; i < n; i++)
    {
      int column = -1;

      /* A hub is its site's row; it is a column where another site has it as a partner.
       */
      if (rows[i] != site->hub)
        column = (int) match (matcher, site->network, rows[i], index);
      g_array_append_val (columns, column);
    }
  return columns;
}

/* Whether a hub is also a partner of others. */
static void
match_hub (Matcher *matcher, const TrlGridSite *site, GArray *columns)
{
  const TrlTable *nodes = trl_network_get_nodes (site->network);
  guint           n, found;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      if (rows[i] != site->hub)
        continue;
      found =
        find_text (matcher->keys, trl_table_get_text (nodes, rows[i], TRL_NODE_KEY));
      if (!found)
        found = find_text (matcher->ids, trl_table_get_id (nodes, rows[i]));
      g_array_index (columns, int, i) = (int) found - 1;
    }
}

GPtrArray *
trl_grid_match_partners (TrlGrid *grid)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Matcher    matcher = {
       .grid = grid,
       .keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
       .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
       .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref),
       .seen = g_array_new (FALSE, TRUE, sizeof (guint)),
  };

  for (guint i = 0; i < grid->sites->len; i++)
    g_ptr_array_add (found, match_site (&matcher, grid->sites->pdata[i], i));
  for (guint i = 0; i < grid->sites->len; i++)
    match_hub (&matcher, grid->sites->pdata[i], found->pdata[i]);
  g_hash_table_unref (matcher.keys);
  g_hash_table_unref (matcher.ids);
  g_hash_table_unref (matcher.names);
  g_array_unref (matcher.seen);
  return found;
}
