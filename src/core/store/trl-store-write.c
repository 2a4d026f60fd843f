/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a document to a file: members in the order of the tables, rows sorted by id and
 * one a line, so that a change of one thing is a change of one line. */

#include "config.h"

#include "store/trl-store-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrlTable *table = data;

  return strcmp (trl_table_get_id (table, *(const guint *) a),
                 trl_table_get_id (table, *(const guint *) b));
}

static void
write_row (GString *out, const TrlTable *table, guint row, const TrlTable *nodes)
{
  g_autoptr (TrlRecord) record = trl_table_get_record (table, row, nodes);
  TrlMembers members = { out, ", ", FALSE };

  g_string_append_c (out, '{');
  trl_record_write (&members, record);
  trl_record_write_extra (&members, record);
  g_string_append_c (out, '}');
}

static void
write_rows (TrlMembers       *members,
            const char       *name,
            const TrlNetwork *network,
            TrlKind           kind)
{
  const TrlTable   *table = trl_network_get_table (network, kind);
  guint             n;
  const guint      *rows = trl_table_get_rows (table, &n);
  g_autofree guint *sorted = g_memdup2 (rows, n * sizeof *rows);

  trl_members_name (members, name);
  g_string_append_c (members->out, '[');
  if (n > 1)
    g_qsort_with_data (sorted, (int) n, sizeof *sorted, compare_ids, (gpointer) table);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (members->out, i ? ",\n        " : "\n        ");
      write_row (members->out, table, sorted[i], trl_network_get_nodes (network));
    }
  g_string_append (members->out, n ? "\n      ]" : "]");
}

void
trl_network_write (GString *out, const TrlNetwork *network)
{
  const TrlRecord *record = trl_network_get_record (network);
  TrlMembers       members = { out, ",\n      ", FALSE };

  g_string_append (out, "{\n      ");
  trl_record_write (&members, record);
  write_rows (&members, "nodes", network, TRL_KIND_NODE);
  write_rows (&members, "edges", network, TRL_KIND_EDGE);
  trl_record_write_extra (&members, record);
  g_string_append (out, "\n    }");
}

static void
write_networks (TrlMembers *members, TrlDocument *document)
{
  guint n = trl_document_get_n_networks (document);

  trl_members_name (members, "networks");
  g_string_append_c (members->out, '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (members->out, i ? ",\n    " : "\n    ");
      trl_network_write (members->out, trl_document_get_network (document, i));
    }
  g_string_append (members->out, n ? "\n  ]" : "]");
}

static void
write_format (TrlMembers *members, const TrlFormat *format)
{
  TrlMembers inner = { members->out, ", ", FALSE };

  trl_members_name (members, "format");
  g_string_append_c (members->out, '{');
  trl_members_number (&inner, "version", MAX (format->version, TRL_STORE_VERSION));
  trl_members_number (&inner, "minReader", TRL_STORE_MIN_READER);
  trl_members_text (&inner, "generator", "Trellis " TRL_VERSION);
  trl_members_raw (&inner, format->extra);
  g_string_append_c (members->out, '}');
}

static guint
count_words (const TrlVocabulary *vocabulary)
{
  const GPtrArray *lists[] = { vocabulary->scales,     vocabulary->types,
                               vocabulary->roles,      vocabulary->fields,
                               vocabulary->strategies, vocabulary->kinds };
  guint            most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    most = MAX (most, lists[i]->len);
  for (guint i = 0; i < vocabulary->scales->len; i++)
    most = MAX (most, trl_scale_get_n_levels (vocabulary->scales->pdata[i]));
  return most;
}

static void
add_fields (GHashTable *fields, const TrlTable *table)
{
  g_autoptr (GPtrArray) ids = trl_table_get_fields (table);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (fields, g_strdup (ids->pdata[i]));
}

/* Of the network and of its rows, for a reader counts them together. */
static guint
count_fields (TrlNetwork *network)
{
  const TrlRecord *own = trl_network_get_record (network);
  g_autoptr (GHashTable) fields =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       id;

  add_fields (fields, trl_network_get_nodes (network));
  add_fields (fields, trl_network_get_edges (network));
  if (own->fields)
    for (g_hash_table_iter_init (&iter, own->fields);
         g_hash_table_iter_next (&iter, &id, NULL);)
      g_hash_table_add (fields, g_strdup (id));
  return g_hash_table_size (fields);
}

static gboolean
refuse_words (GError **error)
{
  g_set_error (
    error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT,
    _ ("A file holds at most %d partner types or other words of a kind, and %d "
       "fields in a network"),
    TRL_STORE_MAX_WORDS, TRL_STORE_MAX_FIELDS);
  return FALSE;
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, TRL_STORE_ERROR, TRL_STORE_ERROR_LIMIT,
               _ ("A file holds at most %d networks, %d partners, %d partnerships and "
                  "256 MiB. Split the document"),
               TRL_STORE_MAX_NETWORKS, TRL_STORE_MAX_NODES, TRL_STORE_MAX_EDGES);
  return FALSE;
}

gboolean
trl_store_fits (TrlDocument *document, GError **error)
{
  guint n = trl_document_get_n_networks (document), nodes = 0, edges = 0, fields = 0;

  for (guint i = 0; i < n; i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      nodes += trl_table_get_size (trl_network_get_nodes (network));
      edges += trl_table_get_size (trl_network_get_edges (network));
      fields = MAX (fields, count_fields (network));
    }
  if (n > TRL_STORE_MAX_NETWORKS || nodes > TRL_STORE_MAX_NODES ||
      edges > TRL_STORE_MAX_EDGES)
    return refuse_size (error);
  return (fields <= TRL_STORE_MAX_FIELDS &&
          count_words (trl_document_get_vocabulary (document)) <= TRL_STORE_MAX_WORDS) ||
         refuse_words (error);
}

/* Whatever is written can be opened again. */
static gboolean
check_limits (TrlDocument *document, gsize size, GError **error)
{
  return trl_store_fits (document, error) &&
         (size <= TRL_STORE_MAX_SIZE || refuse_size (error));
}

GBytes *
trl_document_write (TrlDocument *document, const TrlFormat *format, GError **error)
{
  const TrlRecord *record = trl_document_get_record (document);
  GString         *out = g_string_new ("{\n  ");
  TrlMembers       members = { out, ",\n  ", FALSE };

  trl_members_number (&members, "trellis", 1);
  write_format (&members, format);
  trl_record_write (&members, record);
  trl_members_name (&members, "vocabulary");
  trl_vocabulary_write (out, trl_document_get_vocabulary (document));
  trl_figures_write (&members, document);
  write_networks (&members, document);
  trl_record_write_extra (&members, record);
  g_string_append (out, "\n}\n");
  if (check_limits (document, out->len, error))
    return g_string_free_to_bytes (out);
  g_string_free (out, TRUE);
  return NULL;
}
