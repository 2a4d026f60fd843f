/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows from a spreadsheet find their partners by id or name.  A first row whose cells are
 * titles of columns is a header; without one, cells go to the columns as they are shown.
 */

#include "config.h"

#include "grid/trellis-table-paste.h"

#include "formats/trl-words.h"

#include <glib/gi18n.h>

typedef struct
{
  TrlDocument       *document;
  TrlNetwork        *network;
  TrlKind            kind;
  GPtrArray         *map;     /* TrellisColumn or NULL, a column of the sheet each */
  GHashTable        *by_name; /* folded name → node row + 1 */
  TrellisTablePaste *paste;
} Work;

void
trellis_table_paste_free (TrellisTablePaste *paste)
{
  g_ptr_array_unref (paste->problems);
  g_free (paste);
}

static TrellisColumn *
find_title (GPtrArray *columns, const char *text)
{
  g_autofree char *wanted = trl_fold (text);

  for (guint i = 0; *wanted && i < columns->len; i++)
    {
      TrellisColumn   *column = columns->pdata[i];
      g_autofree char *title = trl_fold (column->title);
      g_autofree char *key = trl_fold (column->key);

      if (g_str_equal (title, wanted) || g_str_equal (key, wanted))
        return column;
    }
  return NULL;
}

static void
list_unknown (Work *work, const TrlSheet *sheet)
{
  for (guint i = 0; i < work->map->len; i++)
    if (!work->map->pdata[i] && *trl_sheet_get (sheet, 0, i))
      g_ptr_array_add (
        work->paste->problems,
        g_strdup_printf (_ ("Column %u, “%s”: no column of the table is called so"),
                         i + 1, trl_sheet_get (sheet, 0, i)));
}

/* Returns whether the first row is a header: most of its cells are titles. */
static gboolean
map_columns (Work *work, GPtrArray *columns, GPtrArray *shown, const TrlSheet *sheet)
{
  guint width = trl_sheet_get_width (sheet, 0), n = 0, n_filled = 0;

  for (guint i = 0; i < width; i++)
    {
      const char    *text = trl_sheet_get (sheet, 0, i);
      TrellisColumn *column = find_title (columns, text);

      n += column != NULL;
      n_filled += *text != '\0';
      g_ptr_array_add (work->map, column);
    }
  if (n > 0 && 2 * n >= n_filled)
    {
      list_unknown (work, sheet);
      return TRUE;
    }
  g_ptr_array_set_size (work->map, 0);
  for (guint i = 0; i < shown->len; i++)
    g_ptr_array_add (work->map, shown->pdata[i]);
  return FALSE;
}

static const char *
get_cell (
  Work *work, const TrlSheet *sheet, guint row, TrellisColumnSource source, guint prop)
{
  for (guint i = 0; i < work->map->len; i++)
    {
      const TrellisColumn *column = work->map->pdata[i];

      if (column && column->source == source && column->prop == prop)
        return trl_sheet_get (sheet, row, i);
    }
  return "";
}

static guint
find_node (Work *work, const char *name)
{
  g_autofree char *key = trl_fold_key (name);
  guint            row = GPOINTER_TO_UINT (g_hash_table_lookup (work->by_name, key));

  return row ? row - 1 : TRL_NO_ROW;
}

static guint
add_node (Work *work, const char *name)
{
  g_autoptr (TrlRecord) record = trl_record_new (TRL_KIND_NODE, NULL);
  guint row;

  trl_record_set (record, TRL_NODE_NAME, TRL_TEXT (name));
  if (!trl_document_add (work->document, trl_network_get_id (work->network), record))
    return TRL_NO_ROW;
  row = trl_table_find (trl_network_get_nodes (work->network), record->id);
  g_hash_table_insert (work->by_name, trl_fold_key (name), GUINT_TO_POINTER (row + 1));
  return row;
}

static guint
take_node_row (Work *work, const TrlSheet *sheet, guint row, gboolean *is_new)
{
  const char *name = get_cell (work, sheet, row, TRELLIS_COLUMN_PROP, TRL_NODE_NAME);
  const char *id = get_cell (work, sheet, row, TRELLIS_COLUMN_ID, 0);
  guint       node =
    *id ? trl_table_find (trl_network_get_nodes (work->network), id) : TRL_NO_ROW;

  if (node == TRL_NO_ROW && *name)
    node = find_node (work, name);
  *is_new = node == TRL_NO_ROW;
  if (node != TRL_NO_ROW)
    return node;
  if (!*name)
    {
      g_ptr_array_add (work->paste->problems,
                       g_strdup_printf (_ ("Row %u: no name of a partner"), row + 1));
      return TRL_NO_ROW;
    }
  return add_node (work, name);
}

/* Names that are not there yet become partners. */
static guint
take_edge_row (Work *work, const TrlSheet *sheet, guint row, gboolean *is_new)
{
  const TrlTable *nodes = trl_network_get_nodes (work->network);
  const TrlTable *edges = trl_network_get_edges (work->network);
  const char     *id = get_cell (work, sheet, row, TRELLIS_COLUMN_ID, 0);
  const char     *names[] = { get_cell (work, sheet, row, TRELLIS_COLUMN_FROM, 0),
                              get_cell (work, sheet, row, TRELLIS_COLUMN_TO, 0) };
  guint           ends[2], edge = *id ? trl_table_find (edges, id) : TRL_NO_ROW;
  g_autoptr (TrlRecord) record = NULL;

  *is_new = FALSE;
  if (edge != TRL_NO_ROW)
    return edge;
  if (!*names[0] || !*names[1])
    {
      g_ptr_array_add (
        work->paste->problems,
        g_strdup_printf (_ ("Row %u: two names of partners are needed"), row + 1));
      return TRL_NO_ROW;
    }
  for (guint i = 0; i < 2; i++)
    {
      ends[i] = find_node (work, names[i]);
      if (ends[i] == TRL_NO_ROW)
        ends[i] = add_node (work, names[i]);
      if (ends[i] == TRL_NO_ROW)
        return TRL_NO_ROW;
    }
  edge = trl_network_get_node_edge (work->network, ends[0], ends[1]);
  if (edge != TRL_NO_ROW)
    return edge;
  *is_new = TRUE;
  record = trl_record_new_edge (NULL, trl_table_get_id (nodes, ends[0]),
                                trl_table_get_id (nodes, ends[1]));
  if (!trl_document_add (work->document, trl_network_get_id (work->network), record))
    return TRL_NO_ROW;
  return trl_table_find (edges, record->id);
}

/* A level with the hub may be the first thing that is known between the two. */
static void
meet_hub (Work *work, guint node)
{
  guint           hub = trl_network_get_hub (work->network);
  const TrlTable *nodes = trl_network_get_nodes (work->network);
  g_autoptr (TrlRecord) record = NULL;

  if (hub == TRL_NO_ROW || hub == node ||
      trl_network_get_node_edge (work->network, node, hub) != TRL_NO_ROW)
    return;
  record = trl_record_new_edge (NULL, trl_table_get_id (nodes, hub),
                                trl_table_get_id (nodes, node));
  trl_document_add (work->document, trl_network_get_id (work->network), record);
}

/* A partner that was found by its name keeps the spelling that it has. */
static gboolean
is_same (const TrellisColumn *column, const char *now, const char *text)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (column->source != TRELLIS_COLUMN_PROP || column->kind != TRL_KIND_NODE ||
      column->prop != TRL_NODE_NAME)
    return g_str_equal (now, text);
  a = trl_fold_key (now);
  b = trl_fold_key (text);
  return g_str_equal (a, b);
}

static void
write_row (Work *work, const TrlSheet *sheet, guint row, guint at)
{
  TrellisEntry entry = { work->network, at };

  for (guint i = 0; i < MIN (work->map->len, trl_sheet_get_width (sheet, row)); i++)
    {
      const TrellisColumn *column = work->map->pdata[i];
      const char          *text = trl_sheet_get (sheet, row, i);
      g_autofree char     *now = NULL;
      g_autoptr (GError) error = NULL;

      if (!column || column->edit == TRELLIS_EDIT_NONE || !*text)
        continue;
      now = trellis_column_dup_text (column, &entry);
      if (is_same (column, now, text))
        continue;
      if (column->source == TRELLIS_COLUMN_HUB_LEVEL)
        meet_hub (work, at);
      if (!trellis_column_set (work->document, column, &entry, text, &error))
        g_ptr_array_add (
          work->paste->problems,
          g_strdup_printf (_ ("Row %u, column %u: %s"), row + 1, i + 1, error->message));
    }
}

static void
index_names (Work *work)
{
  const TrlTable *nodes = trl_network_get_nodes (work->network);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);

  for (guint i = n; i-- > 0;) /* of two with a name, the first one */
    {
      const char *name = trl_table_get_text (nodes, rows[i], TRL_NODE_NAME);

      if (name && *name)
        g_hash_table_insert (work->by_name, trl_fold_key (name),
                             GUINT_TO_POINTER (rows[i] + 1));
    }
}

static void
take_row (Work *work, const TrlSheet *sheet, guint row)
{
  gboolean is_new = FALSE;
  guint    at = work->kind == TRL_KIND_NODE ? take_node_row (work, sheet, row, &is_new)
                                            : take_edge_row (work, sheet, row, &is_new);

  if (at == TRL_NO_ROW)
    return;
  work->paste->n_added += is_new;
  work->paste->n_updated += !is_new;
  write_row (work, sheet, row, at);
}

TrellisTablePaste *
trellis_table_paste (TrlDocument    *document,
                     const char     *network,
                     TrlKind         kind,
                     GPtrArray      *columns,
                     GPtrArray      *shown,
                     const TrlSheet *sheet)
{
  TrellisTablePaste *paste = g_new0 (TrellisTablePaste, 1);
  g_autoptr (GPtrArray) map = g_ptr_array_new ();
  g_autoptr (GHashTable) by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Work  work = { document, trl_document_find_network (document, network),
                 kind,     map,
                 by_name,  paste };
  guint first;

  paste->problems = g_ptr_array_new_with_free_func (g_free);
  if (!work.network || trl_sheet_get_n_rows (sheet) == 0)
    return paste;
  index_names (&work);
  first = map_columns (&work, columns, shown, sheet) ? 1 : 0;
  trl_document_begin (document, _ ("Paste"), NULL);
  for (guint row = first; row < trl_sheet_get_n_rows (sheet); row++)
    take_row (&work, sheet, row);
  trl_document_end (document);
  return paste;
}
