/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One walk over the document counts the uses of all words. */

#include "model/trl-usage.h"

#include "model/trl-rollup.h"

struct TrlUsage
{
  GHashTable *counts; /* key of a word → number */
  GHashTable *types;  /* id → TrlTypeUsage */
};

char *
trl_word_key (TrlWord word, const char *scope, const char *id)
{
  return g_strdup_printf ("%d\n%s\n%s", (int) word, scope ? scope : "", id);
}

static void
count (TrlUsage *usage, TrlWord word, const char *scope, const char *id)
{
  char *key;
  guint n;

  if (!id)
    return;
  key = trl_word_key (word, scope, id);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (usage->counts, key));
  g_hash_table_insert (usage->counts, key, GUINT_TO_POINTER (n + 1));
}

static void
count_edge (TrlUsage *usage, const TrlNetwork *network, guint edge)
{
  static const guint props[] = { TRL_EDGE_LEVEL, TRL_EDGE_BACK, TRL_EDGE_INTENDED };
  const TrlTable    *edges = trl_network_get_edges (network);
  const TrlScale    *scale = trl_network_get_edge_scale (network, edge);
  const char *id = scale ? scale->id : trl_table_get_text (edges, edge, TRL_EDGE_SCALE);
  const char *levels[G_N_ELEMENTS (props) + 1] = { NULL };
  guint       n = 0;

  count (usage, TRL_WORD_SCALE, NULL, id);
  for (guint i = 0; i < G_N_ELEMENTS (props); i++)
    {
      const char *level = trl_table_get_text (edges, edge, props[i]);

      if (level && !g_strv_contains (levels, level))
        levels[n++] = level;
    }
  for (guint i = 0; i < n; i++)
    count (usage, TRL_WORD_LEVEL, id, levels[i]);
  count (usage, TRL_WORD_KIND, NULL, trl_table_get_text (edges, edge, TRL_EDGE_KIND));
}

static void
count_node (TrlUsage *usage, const TrlNetwork *network, guint node)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const char     *roles = trl_table_get_text (nodes, node, TRL_NODE_ROLES);
  g_auto (GStrv) ids = g_strsplit (roles ? roles : "", " ", -1);

  count (usage, TRL_WORD_TYPE, NULL, trl_table_get_text (nodes, node, TRL_NODE_TYPE));
  for (guint i = 0; ids[i]; i++)
    if (*ids[i])
      count (usage, TRL_WORD_ROLE, NULL, ids[i]);
}

static TrlTypeUsage *
take_type (TrlUsage *usage, const char *type)
{
  TrlTypeUsage *found = g_hash_table_lookup (usage->types, type);

  if (!found)
    {
      found = g_new0 (TrlTypeUsage, 1);
      g_hash_table_insert (usage->types, g_strdup (type), found);
    }
  return found;
}

static void
count_nodes_of_types (TrlUsage *usage, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  gboolean        is_grained = trl_network_is_grained_by_type (network);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *type = trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE);

      if (!type)
        continue;
      take_type (usage, type)->n_networks += g_hash_table_add (seen, (char *) type);
      take_type (usage, type)->n_organizations += !is_grained;
    }
}

static void
count_edges_of_types (TrlUsage *usage, const TrlNetwork *network)
{
  const TrlTable *nodes = trl_network_get_nodes (network);
  const TrlTable *edges = trl_network_get_edges (network);
  guint           n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *types[2];

      for (guint end = 0; end < 2; end++)
        types[end] = trl_table_get_text (nodes, trl_table_get_end (edges, rows[i], end),
                                         TRL_NODE_TYPE);
      if (types[0])
        take_type (usage, types[0])->n_edges++;
      if (types[1] && g_strcmp0 (types[0], types[1]) != 0)
        take_type (usage, types[1])->n_edges++;
    }
}

static void
count_fields (TrlUsage *usage, const TrlTable *table, const char *of)
{
  g_autoptr (GPtrArray) fields = trl_table_get_fields (table);
  guint        n;
  const guint *rows = trl_table_get_rows (table, &n);

  for (guint i = 0; i < fields->len; i++)
    for (guint j = 0; j < n; j++)
      if (trl_table_get_field (table, rows[j], fields->pdata[i]))
        count (usage, TRL_WORD_FIELD, of, fields->pdata[i]);
}

static void
count_own_fields (TrlUsage *usage, const TrlRecord *record)
{
  GHashTableIter iter;
  gpointer       field;

  if (!record->fields)
    return;
  g_hash_table_iter_init (&iter, record->fields);
  while (g_hash_table_iter_next (&iter, &field, NULL))
    count (usage, TRL_WORD_FIELD, "network", field);
}

static void
count_network (TrlUsage *usage, const TrlNetwork *network)
{
  guint        n;
  const guint *rows = trl_table_get_rows (trl_network_get_edges (network), &n);

  for (guint i = 0; i < n; i++)
    count_edge (usage, network, rows[i]);
  rows = trl_table_get_rows (trl_network_get_nodes (network), &n);
  for (guint i = 0; i < n; i++)
    count_node (usage, network, rows[i]);
  count_fields (usage, trl_network_get_nodes (network), "node");
  count_fields (usage, trl_network_get_edges (network), "edge");
  count_own_fields (usage, trl_network_get_record (network));
  count_nodes_of_types (usage, network);
  count_edges_of_types (usage, network);
}

TrlUsage *
trl_usage_new (TrlDocument *document)
{
  TrlUsage *usage = g_new0 (TrlUsage, 1);

  usage->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  usage->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    count_network (usage, trl_document_get_network (document, i));
  return usage;
}

void
trl_usage_free (TrlUsage *usage)
{
  if (!usage)
    return;
  g_hash_table_unref (usage->counts);
  g_hash_table_unref (usage->types);
  g_free (usage);
}

guint
trl_usage_get (const TrlUsage *usage, TrlWord word, const char *scope, const char *id)
{
  g_autofree char *key = trl_word_key (word, scope, id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (usage->counts, key));
}

TrlTypeUsage
trl_usage_get_type (const TrlUsage *usage, const char *type)
{
  const TrlTypeUsage *found = g_hash_table_lookup (usage->types, type);

  return found ? *found : (TrlTypeUsage){ 0 };
}
