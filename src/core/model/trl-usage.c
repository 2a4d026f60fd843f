/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One walk over the document counts the uses of all words. */

#include "model/trl-usage.h"

struct TrlUsage
{
  GHashTable *counts; /* key of a word → number */
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
}

TrlUsage *
trl_usage_new (TrlDocument *document)
{
  TrlUsage *usage = g_new0 (TrlUsage, 1);

  usage->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  g_free (usage);
}

guint
trl_usage_get (const TrlUsage *usage, TrlWord word, const char *scope, const char *id)
{
  g_autofree char *key = trl_word_key (word, scope, id);

  return GPOINTER_TO_UINT (g_hash_table_lookup (usage->counts, key));
}
