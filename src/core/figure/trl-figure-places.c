/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture that somebody arranged is not arranged again. */
#include "config.h"

#include "figure/trl-figure-places.h"

#include "figure/trl-figure.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static TrlLayoutResult *
places_held (const TrlNetwork *network, const TrlGraph *graph)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (graph->n);
  const TrlTable *nodes = trl_network_get_nodes (network);

  for (guint i = 0; i < graph->n; i++)
    {
      result->points[i].x = trl_table_get_number (nodes, graph->node_row[i], TRL_NODE_X);
      result->points[i].y = trl_table_get_number (nodes, graph->node_row[i], TRL_NODE_Y);
      if (isnan (result->points[i].x) || isnan (result->points[i].y))
        return NULL;
    }
  return g_steal_pointer (&result);
}

/* `id,x,y`, and what follows; the commas are overwritten. */
static gboolean
read_place (char *line, TrlPoint *point)
{
  char *x = strchr (line, ','), *y = x ? strchr (x + 1, ',') : NULL, *end;

  if (!y)
    return FALSE;
  *x++ = *y++ = '\0';
  point->x = g_ascii_strtod (x, &end);
  if (end == x || !isfinite (point->x))
    return FALSE;
  point->y = g_ascii_strtod (y, &end);
  return end != y && isfinite (point->y);
}

/* What people call the nodes: by the id of their source, or else by name. */
static GHashTable *
collect_keys (const TrlTable *nodes)
{
  GHashTable  *keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint        n;
  const guint *rows = trl_table_get_rows (nodes, &n);

  for (guint i = n; i > 0; i--)
    {
      const char *key = trl_table_get_text (nodes, rows[i - 1], TRL_NODE_KEY);
      const char *name = trl_table_get_text (nodes, rows[i - 1], TRL_NODE_NAME);

      if (key || name)
        g_hash_table_insert (keys, (char *) (key ? key : name),
                             GUINT_TO_POINTER (rows[i - 1] + 1));
    }
  return keys;
}

static guint
find_node (const TrlTable *nodes, GHashTable *keys, const char *id)
{
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (keys, id));

  return row > 0 ? row - 1 : trl_table_find (nodes, id);
}

static gboolean
fail_line (guint line, const char *text, gsize length, GError **error)
{
  g_autofree char *found = g_strstrip (g_strndup (text, length));

  g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_PLACES,
               _ ("Line %u: expected an id and two numbers, found “%s”"), line, found);
  return FALSE;
}

/* Rows of nodes that are not in the network are passed over: one table may serve several
 * networks. */
static gboolean
read_table (const TrlTable  *nodes,
            const TrlGraph  *graph,
            const char      *csv,
            TrlLayoutResult *result,
            gboolean        *placed,
            GError         **error)
{
  g_autoptr (GHashTable) keys = collect_keys (nodes);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *at = strchr (csv, '\n'), *next;

  for (guint i = 2; at && at[1]; i++, at = next)
    {
      TrlPoint point;
      guint    row;

      next = strchr (++at, '\n');
      g_string_truncate (line, 0);
      g_string_append_len (line, at, next ? next - at : -1);
      if (!*g_strstrip (line->str))
        continue;
      if (!read_place (line->str, &point))
        return fail_line (i, at, next ? (gsize) (next - at) : strlen (at), error);
      row = find_node (nodes, keys, line->str);
      if (row == TRL_NO_ROW)
        continue;
      result->points[graph->node_index[row]] = point;
      placed[graph->node_index[row]] = TRUE;
    }
  return TRUE;
}

static TrlLayoutResult *
places_of_table (const TrlNetwork *network,
                 const TrlGraph   *graph,
                 const char       *csv,
                 GError          **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (graph->n);
  g_autofree gboolean *placed = g_new0 (gboolean, graph->n + 1);
  const TrlTable      *nodes = trl_network_get_nodes (network);

  if (!read_table (nodes, graph, csv, result, placed, error))
    return NULL;
  for (guint i = 0; i < graph->n; i++)
    if (!placed[i])
      {
        g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_PLACES,
                     _ ("The table of positions has none for “%s”"),
                     trl_table_get_id (nodes, graph->node_row[i]));
        return NULL;
      }
  return g_steal_pointer (&result);
}

/* The places that a network holds are those of its own layout. */
static gboolean
keeps_places (const TrlNetwork *network, const char *layout)
{
  const char      *own = trl_network_get_text (network, TRL_NETWORK_LAYOUT);
  const TrlLayout *wanted;

  if (!own)
    own = trl_layout_default (network);
  wanted = trl_layout_find (layout ? layout : own);
  return wanted && !wanted->live && g_strcmp0 (wanted->id, own) == 0;
}

TrlLayoutResult *
trl_figure_places (const TrlNetwork *network,
                   const char       *layout,
                   const char       *csv,
                   GCancellable     *cancellable,
                   GError          **error)
{
  g_autoptr (TrlGraph) graph = trl_network_get_graph (network);
  TrlLayoutResult *held;

  if (layout && !trl_layout_find (layout))
    {
      g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                   _ ("There is no layout “%s”"), layout);
      return NULL;
    }
  if (csv)
    return places_of_table (network, graph, csv, error);
  held = keeps_places (network, layout) ? places_held (network, graph) : NULL;
  return held ? held : trl_layout_run (network, layout, NULL, cancellable, error);
}
