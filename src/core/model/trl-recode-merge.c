/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two nodes become one: taken out whole, joined as records, put back.  What two values
 * cannot say together goes into the note. */

#include "config.h"

#include "model/trl-recode-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

void
trl_record_add_note (TrlRecord *record, guint note, const char *label, const char *text)
{
  const char      *old = trl_record_get_text (record, note);
  g_autofree char *all =
    g_strdup_printf ("%s%s%s: %s", old ? old : "", old ? "\n" : "", label, text);

  trl_record_set (record, note, TRL_TEXT (all));
}

void
trl_record_join (TrlRecord *record, const TrlRecord *other, guint prop, const char *by)
{
  const char      *text = trl_record_get_text (record, prop);
  const char      *more = trl_record_get_text (other, prop);
  g_autofree char *all = NULL;

  if (!more || !*more || g_strcmp0 (text, more) == 0)
    return;
  all = text && *text ? g_strconcat (text, by, more, NULL) : g_strdup (more);
  trl_record_set (record, prop, TRL_TEXT (all));
}

void
trl_record_keep (TrlRecord *record, const TrlRecord *other, guint prop, guint note)
{
  const char *text = trl_record_get_text (record, prop);
  const char *more = trl_record_get_text (other, prop);

  if (!more || g_strcmp0 (text, more) == 0)
    return;
  if (text)
    trl_record_add_note (record, note, _ (trl_props (record->kind, NULL)[prop].label),
                         more);
  else
    trl_record_set (record, prop, TRL_TEXT (more));
}

void
trl_record_join_fields (TrlRecord           *record,
                        const TrlRecord     *other,
                        const TrlVocabulary *words,
                        guint                note)
{
  const char *of = record->kind == TRL_KIND_NODE ? "node" : "edge";
  g_autoptr (GList) ids =
    other->fields
      ? g_list_sort (g_hash_table_get_keys (other->fields), (GCompareFunc) g_strcmp0)
      : NULL;

  for (GList *l = ids; l; l = l->next)
    {
      const TrlField *field = trl_vocabulary_find_field (words, of, l->data);
      const char     *text = trl_record_get_field (record, l->data);
      const char     *more = trl_record_get_field (other, l->data);

      if (!text)
        trl_record_set_field (record, l->data, more);
      else if (!g_str_equal (text, more))
        trl_record_add_note (record, note, field ? field->name : l->data, more);
    }
}

/* Nodes */

/* One that is not known is at least one. */
static void
add_counts (TrlRecord *node, const TrlRecord *other)
{
  double a = trl_record_get_number (node, TRL_NODE_COUNT);
  double b = trl_record_get_number (other, TRL_NODE_COUNT);

  if (isnan (a) && isnan (b))
    return;
  trl_record_set (node, TRL_NODE_COUNT,
                  TRL_NUMBER ((isnan (a) ? 1 : a) + (isnan (b) ? 1 : b)));
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

static void
join_roles (TrlRecord *node, const TrlRecord *other, const TrlVocabulary *words)
{
  const char      *a = trl_record_get_text (node, TRL_NODE_ROLES);
  const char      *b = trl_record_get_text (other, TRL_NODE_ROLES);
  g_autofree char *all = g_strjoin (" ", a ? a : "", b ? b : "", NULL);
  g_auto (GStrv) each = g_strsplit (all, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  if (!b)
    return;
  for (guint i = 0; i < words->roles->len; i++)
    {
      const TrlRole *role = words->roles->pdata[i];

      if (has_word (all, role->id))
        g_string_append_printf (joined, "%s%s", joined->len ? " " : "", role->id);
    }
  for (guint i = 0; each[i]; i++)
    if (*each[i] && !has_word (joined->str, each[i]))
      g_string_append_printf (joined, "%s%s", joined->len ? " " : "", each[i]);
  trl_record_set (node, TRL_NODE_ROLES, TRL_TEXT (joined->str));
}

static void
join_places (TrlRecord *node, const TrlRecord *other)
{
  if (!isnan (trl_record_get_number (node, TRL_NODE_X)))
    return;
  for (guint prop = TRL_NODE_X; prop <= TRL_NODE_PINNED; prop++)
    trl_record_set (node, prop, other->values[prop]);
}

/* The name of a node that is called as its type says nothing. */
static void
join_names (TrlRecord *node, const TrlRecord *other, const TrlVocabulary *words)
{
  const TrlPartnerType *type =
    trl_vocabulary_find_type (words, trl_record_get_text (other, TRL_NODE_TYPE));

  if (!type || g_strcmp0 (type->name, trl_record_get_text (other, TRL_NODE_NAME)) != 0)
    trl_record_keep (node, other, TRL_NODE_NAME, TRL_NODE_NOTE);
}

static void
join_nodes (TrlRecord *node, const TrlRecord *other, const TrlVocabulary *words)
{
  add_counts (node, other);
  join_roles (node, other, words);
  join_places (node, other);
  if (other->values[TRL_NODE_IMPLIED].type == TRL_VALUE_NONE)
    trl_record_set (node, TRL_NODE_IMPLIED, TRL_NONE_VALUE);
  trl_record_join (node, other, TRL_NODE_NOTE, "\n");
  trl_record_join (node, other, TRL_NODE_SOURCE, "; ");
  join_names (node, other, words);
  trl_record_keep (node, other, TRL_NODE_KEY, TRL_NODE_NOTE);
  trl_record_join_fields (node, other, words, TRL_NODE_NOTE);
  if (!node->extra)
    node->extra = g_strdup (other->extra);
}

/* Edges */

/* Records of the edges of a node, in order. */
static GPtrArray *
take_edges (const TrlNetwork *network, const char *node)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_record_free);
  const TrlTable *edges = trl_network_get_edges (network);
  const TrlTable *nodes = trl_network_get_nodes (network);
  guint           row = trl_table_find (nodes, node), n;
  const guint    *rows = trl_table_get_rows (edges, &n);

  for (guint i = 0; i < n; i++)
    if (trl_table_get_end (edges, rows[i], 0) == row ||
        trl_table_get_end (edges, rows[i], 1) == row)
      g_ptr_array_add (records, trl_table_get_record (edges, rows[i], nodes));
  return records;
}

static void
move_ends (TrlRecord *edge, const char *from, const char *to)
{
  for (guint end = 0; end < 2; end++)
    if (g_str_equal (edge->ends[end], from))
      {
        g_free (edge->ends[end]);
        edge->ends[end] = g_strdup (to);
      }
}

/* Joins an edge with the first of @n that it can be joined with. */
static gboolean
join_edge (const TrlNetwork      *network,
           GPtrArray             *edges,
           guint                  n,
           const TrlRecord       *other,
           const TrlRecord *const nodes[2],
           gboolean              *differ)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (((TrlRecord *) edges->pdata[i])->id, other->id) ||
        trl_recode_merge_edges (network, edges->pdata[i], other, nodes, differ))
      return TRUE;
  return FALSE;
}

/* Joins each edge of @others with one of @edges, or adds it to them. */
static guint
join_edges (const TrlNetwork      *network,
            GPtrArray             *edges,
            GPtrArray             *others,
            const TrlRecord *const nodes[2])
{
  const char *from = nodes[1]->id, *to = nodes[0]->id;
  guint       n = edges->len, n_differing = 0;

  for (guint i = 0; i < n; i++)
    move_ends (edges->pdata[i], from, to);
  for (guint i = 0; i < others->len; i++)
    {
      TrlRecord *other = others->pdata[i];
      gboolean   differ = FALSE;

      move_ends (other, from, to);
      if (!join_edge (network, edges, n, other, nodes, &differ))
        g_ptr_array_add (edges, trl_record_copy (other));
      n_differing += differ;
    }
  return n_differing;
}

static gboolean
remove_row (
  TrlDocument *document, TrlNetwork *network, TrlKind of, const char *id, GError **error)
{
  return trl_document_apply (document,
                             &(TrlEdit){ .kind = TRL_EDIT_REMOVE,
                                         .of = of,
                                         .network = trl_network_get_id (network),
                                         .id = id },
                             error);
}

static gboolean
add_row (TrlDocument     *document,
         TrlNetwork      *network,
         const TrlRecord *record,
         GError         **error)
{
  return trl_document_apply (document,
                             &(TrlEdit){ .kind = TRL_EDIT_ADD,
                                         .of = record->kind,
                                         .network = trl_network_get_id (network),
                                         .record = record },
                             error);
}

static gboolean
remove_edges (TrlDocument     *document,
              TrlNetwork      *network,
              const GPtrArray *edges,
              GError         **error)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const TrlRecord *edge = edges->pdata[i];

      /* One between the two is on both lists. */
      if (trl_table_find (trl_network_get_edges (network), edge->id) != TRL_NO_ROW &&
          !remove_row (document, network, TRL_KIND_EDGE, edge->id, error))
        return FALSE;
    }
  return TRUE;
}

static TrlRecord *
take_node (const TrlNetwork *network, const char *id)
{
  const TrlTable *nodes = trl_network_get_nodes (network);

  return trl_table_get_record (nodes, trl_table_find (nodes, id), NULL);
}

gboolean
trl_recode_merge_nodes (TrlDocument *document,
                        TrlNetwork  *network,
                        const char  *keep,
                        const char  *gone,
                        guint       *n_edges,
                        guint       *n_differing,
                        GError     **error)
{
  g_autoptr (TrlRecord) node = take_node (network, keep);
  g_autoptr (TrlRecord) other = take_node (network, gone);
  g_autoptr (GPtrArray) edges = take_edges (network, keep);
  g_autoptr (GPtrArray) others = take_edges (network, gone);

  *n_edges = others->len;
  if (!remove_edges (document, network, edges, error) ||
      !remove_edges (document, network, others, error) ||
      !remove_row (document, network, TRL_KIND_NODE, node->id, error) ||
      !remove_row (document, network, TRL_KIND_NODE, other->id, error))
    return FALSE;
  /* Edges first: their notes say how many partners each of the two stood for. */
  *n_differing =
    join_edges (network, edges, others, (const TrlRecord *const[]){ node, other });
  join_nodes (node, other, trl_network_get_vocabulary (network));
  if (!add_row (document, network, node, error))
    return FALSE;
  for (guint i = 0; i < edges->len; i++)
    if (!add_row (document, network, edges->pdata[i], error))
      return FALSE;
  return TRUE;
}
