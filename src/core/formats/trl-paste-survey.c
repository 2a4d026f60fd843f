/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A survey that is pasted is read as a file would be, and joined to what is there: sites
 * by name, partners by name and type.  What it does not say stays. */

#include "config.h"

#include "formats/trl-paste-private.h"

#include "formats/trl-format.h"
#include "formats/trl-meaning.h"
#include "formats/trl-type-words.h"
#include "formats/trl-wide.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  TrlDocument    *document;
  TrlDocument    *other;
  GHashTable     *types; /* id there → id here */
  TrlPasteReport *report;
} Join;

static gboolean
is_wide (const TrlSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      g_autofree char *stem = NULL;
      trl_wide_split (trl_sheet_get (sheet, 0, i), &stem);
      n += stem != NULL && stem[0] != '\0';
    }
  return n > 1;
}

gboolean
trl_paste_is_survey (const TrlSheet *sheet)
{
  gboolean has[TRL_N_MEANINGS] = { FALSE };

  if (trl_sheet_get_n_rows (sheet) < 2)
    return FALSE;
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      double     certainty;
      TrlMeaning meaning =
        trl_meaning_of_header (trl_sheet_get (sheet, 0, i), &certainty);
      has[meaning] |= certainty > 0.5;
    }
  return ((has[TRL_MEANING_TYPE] || has[TRL_MEANING_PARTNER]) &&
          (has[TRL_MEANING_LEVEL] || has[TRL_MEANING_COUNT])) ||
         is_wide (sheet);
}

/* Beside tabs, commas are of decimals: that is how a sheet tells its reader. */
static TrlDocument *
read_survey (const TrlSheet *sheet, TrlReadReport *report, GError **error)
{
  g_autoptr (TrlReadRequest) request = trl_read_request_new ();
  g_autoptr (GBytes) bytes =
    trl_clip_write (sheet->comma ? "text/tab-separated-values" : "text/csv", sheet);

  trl_read_request_add (request, _ ("Clipboard"), bytes);
  return trl_format_read (request, report, NULL, error);
}

static void
list_issues (const TrlReadReport *from, TrlPasteReport *report)
{
  for (guint i = 0; i < from->issues->len; i++)
    {
      const TrlIssue *issue = from->issues->pdata[i];
      if (issue->kind == TRL_ISSUE_SKIPPED || issue->kind == TRL_ISSUE_UNKNOWN_VALUE)
        g_ptr_array_add (report->problems, trl_issue_to_text (issue));
    }
}

static TrlPartnerType *
copy_type (const TrlPartnerType *type)
{
  return trl_partner_type_new (type->id, type->name, type->family, type->shape,
                               type->letter, type->origin);
}

static void
join_type (Join *join, TrlVocabulary *to, const TrlPartnerType *type)
{
  const TrlPartnerType *there = trl_type_words_find (to, type->name);

  if (there == NULL && trl_vocabulary_find_type (to, type->id) == NULL)
    g_ptr_array_add (to->types, copy_type (type));
  join->report->n_new_columns += there == NULL;
  if (there == NULL)
    there = trl_vocabulary_find_type (to, type->id);
  if (trl_type_words_find (to, type->name) == NULL)
    there = trl_type_words_add (to, type->name);
  g_hash_table_insert (join->types, g_strdup (type->id), g_strdup (there->id));
}

static gboolean
uses_type (TrlDocument *document, const char *type)
{
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlTable *nodes =
        trl_network_get_nodes (trl_document_get_network (document, i));
      guint        n;
      const guint *rows = trl_table_get_rows (nodes, &n);
      for (guint k = 0; k < n; k++)
        if (g_strcmp0 (trl_table_get_text (nodes, rows[k], TRL_NODE_TYPE), type) == 0)
          return TRUE;
    }
  return FALSE;
}

static TrlScale *
copy_scale (const TrlScale *scale)
{
  TrlScale *copy = trl_scale_new (scale->id, scale->name);

  copy->source = g_strdup (scale->source);
  for (guint i = 0; i < scale->levels->len; i++)
    {
      const TrlLevel *level = scale->levels->pdata[i];
      trl_scale_add (copy, level->id, level->name, level->definition);
    }
  return copy;
}

static gboolean
has_scale (const TrlVocabulary *vocabulary, const char *id)
{
  for (guint i = 0; i < vocabulary->scales->len; i++)
    if (strcmp (((TrlScale *) vocabulary->scales->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
join_words (Join *join)
{
  const TrlVocabulary *from = trl_document_get_vocabulary (join->other);
  g_autoptr (TrlVocabulary) to =
    trl_vocabulary_copy (trl_document_get_vocabulary (join->document));

  for (guint i = 0; i < from->types->len; i++)
    if (uses_type (join->other, ((TrlPartnerType *) from->types->pdata[i])->id))
      join_type (join, to, from->types->pdata[i]);
  for (guint i = 0; i < from->scales->len; i++)
    if (!has_scale (to, ((TrlScale *) from->scales->pdata[i])->id))
      g_ptr_array_add (to->scales, copy_scale (from->scales->pdata[i]));
  for (guint i = 0; i < from->roles->len; i++)
    {
      const TrlRole *role = from->roles->pdata[i];
      if (trl_vocabulary_find_role (to, role->id) == NULL)
        g_ptr_array_add (to->roles,
                         trl_role_new (role->id, role->name, role->definition));
    }
  for (guint i = 0; i < from->fields->len; i++)
    {
      const TrlField *field = from->fields->pdata[i];
      if (trl_vocabulary_find_field (to, field->of, field->id) == NULL)
        g_ptr_array_add (to->fields,
                         trl_field_new (field->id, field->name, field->of, field->kind));
    }
  trl_document_set_vocabulary (join->document, to);
}

static TrlRecord *
take_node (const Join *join, const TrlTable *nodes, guint row)
{
  TrlRecord  *node = trl_table_get_record (nodes, row, NULL);
  const char *type = trl_record_get_text (node, TRL_NODE_TYPE);

  if (type != NULL)
    trl_record_set (node, TRL_NODE_TYPE,
                    TRL_TEXT (g_hash_table_lookup (join->types, type)));
  node->order = 0;
  return node;
}

/* A tie on the first scale of its document names none; here another may be the first. */
static TrlRecord *
take_edge (const Join *join, const TrlTable *edges, guint row, const TrlTable *nodes)
{
  TrlRecord      *edge = trl_table_get_record (edges, row, nodes);
  const TrlScale *first =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (join->other), NULL);
  const TrlScale *here =
    trl_vocabulary_find_scale (trl_document_get_vocabulary (join->document), NULL);
  g_autofree char *own = g_strdup (trl_record_get_text (edge, TRL_EDGE_SCALE));
  const char      *id = own != NULL ? own : first->id;

  trl_record_set (edge, TRL_EDGE_SCALE,
                  strcmp (id, here->id) == 0 ? TRL_NONE_VALUE : TRL_TEXT (id));
  edge->order = 0;
  return edge;
}

static void
add_network (Join *join, const TrlNetwork *from)
{
  const TrlTable *nodes = trl_network_get_nodes (from);
  const TrlTable *edges = trl_network_get_edges (from);
  guint           n;
  const guint    *rows = trl_table_get_rows (nodes, &n);
  g_autoptr (TrlRecord) record = trl_record_copy (trl_network_get_record (from));

  if (trl_document_find_network (join->document, record->id) != NULL)
    {
      g_free (record->id);
      record->id = trl_id_new ();
    }
  record->order = 0;
  trl_document_add_network (join->document, record);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) node = take_node (join, nodes, rows[i]);
      trl_document_add (join->document, record->id, node);
    }
  rows = trl_table_get_rows (edges, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) edge = take_edge (join, edges, rows[i], nodes);
      trl_document_add (join->document, record->id, edge);
    }
  join->report->n_cells += n;
  join->report->n_new_rows++;
}

static char *
fold_prop (const TrlTable *nodes, guint row, guint prop)
{
  const char *text = trl_table_get_text (nodes, row, prop);
  return trl_fold_key (text != NULL ? text : "");
}

/* The same partner: by id, or by name and type. */
static char *
find_partner (const TrlNetwork *network, const TrlRecord *node)
{
  const TrlTable  *nodes = trl_network_get_nodes (network);
  guint            n;
  const guint     *rows = trl_table_get_rows (nodes, &n);
  const char      *name = trl_record_get_text (node, TRL_NODE_NAME);
  const char      *type = trl_record_get_text (node, TRL_NODE_TYPE);
  g_autofree char *key = trl_fold_key (name != NULL ? name : "");

  if (trl_table_find (nodes, node->id) != TRL_NO_ROW)
    return g_strdup (node->id);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *other = fold_prop (nodes, rows[i], TRL_NODE_NAME);
      if (rows[i] != trl_network_get_hub (network) && strcmp (key, other) == 0 &&
          g_strcmp0 (trl_table_get_text (nodes, rows[i], TRL_NODE_TYPE), type) == 0)
        return g_strdup (trl_table_get_id (nodes, rows[i]));
    }
  return NULL;
}

static void
copy_values (
  Join *join, const char *network, const char *id, const TrlRecord *record, TrlKind kind)
{
  guint n;

  trl_props (kind, &n);
  for (guint prop = 0; prop < n; prop++)
    if (record->values[prop].type != TRL_VALUE_NONE)
      trl_document_set (join->document, kind, network, id, prop, record->values[prop]);
}

/* A level replaces all that was said of the level. */
static void
join_tie (Join            *join,
          const char      *network,
          const char      *hub,
          const char      *node,
          const TrlRecord *edge)
{
  static const guint said[] = { TRL_EDGE_SCALE, TRL_EDGE_LEVEL, TRL_EDGE_BACK,
                                TRL_EDGE_MISSING, TRL_EDGE_PRESENCE };
  const TrlNetwork  *to = trl_document_find_network (join->document, network);
  const TrlTable    *nodes = trl_network_get_nodes (to);
  const TrlTable    *edges = trl_network_get_edges (to);
  guint              row = trl_network_get_node_edge (to, trl_table_find (nodes, hub),
                                                      trl_table_find (nodes, node));

  if (row == TRL_NO_ROW)
    {
      gboolean taken = trl_table_find (edges, edge->id) != TRL_NO_ROW;
      g_autoptr (TrlRecord) fresh =
        trl_record_new_edge (taken ? NULL : edge->id, hub, node);
      for (guint i = 0; i < TRL_N_EDGE_PROPS; i++)
        trl_record_set (fresh, i, edge->values[i]);
      trl_document_add (join->document, network, fresh);
      return;
    }
  g_autofree char *id = g_strdup (trl_table_get_id (edges, row));
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (trl_table_get_text (edges, row, said[i]) != NULL)
      trl_document_set (join->document, TRL_KIND_EDGE, network, id, said[i],
                        TRL_NONE_VALUE);
  copy_values (join, network, id, edge, TRL_KIND_EDGE);
}

static void
join_partner (Join *join, const TrlNetwork *from, guint row, const char *network)
{
  const TrlTable *nodes = trl_network_get_nodes (from);
  const TrlTable *edges = trl_network_get_edges (from);
  TrlNetwork     *to = trl_document_find_network (join->document, network);
  guint           tie = trl_network_get_node_edge (from, trl_network_get_hub (from), row);
  g_autoptr (TrlRecord) node = take_node (join, nodes, row);
  g_autofree char *hub =
    g_strdup (trl_table_get_id (trl_network_get_nodes (to), trl_network_get_hub (to)));
  g_autofree char *id = find_partner (to, node);

  if (id != NULL)
    copy_values (join, network, id, node, TRL_KIND_NODE);
  else
    {
      id = g_strdup (node->id);
      trl_document_add (join->document, network, node);
    }
  if (tie == TRL_NO_ROW)
    return;
  g_autoptr (TrlRecord) edge = take_edge (join, edges, tie, nodes);
  join_tie (join, network, hub, id, edge);
  join->report->n_cells++;
}

static void
join_network (Join *join, const TrlNetwork *from, const TrlNetwork *to)
{
  const TrlTable  *nodes = trl_network_get_nodes (from);
  guint            hub = trl_network_get_hub (from);
  guint            n;
  const guint     *rows = trl_table_get_rows (nodes, &n);
  g_autofree char *id = g_strdup (trl_network_get_id (to));

  if (hub == TRL_NO_ROW || trl_network_get_hub (to) == TRL_NO_ROW)
    {
      g_ptr_array_add (
        join->report->problems,
        g_strdup_printf (_ ("“%s”: nobody convenes this network; choose its hub first"),
                         trl_network_get_name (to)));
      return;
    }
  for (guint i = 0; i < n; i++)
    if (rows[i] != hub)
      join_partner (join, from, rows[i], id);
}

static const TrlNetwork *
find_site (const Join *join, const TrlNetwork *from)
{
  g_autofree char *key = trl_fold_key (trl_network_get_name (from));

  for (guint i = 0; i < trl_document_get_n_networks (join->document); i++)
    {
      const TrlNetwork *network = trl_document_get_network (join->document, i);
      g_autofree char  *name = trl_fold_key (trl_network_get_name (network));
      if (strcmp (key, name) == 0)
        return network;
    }
  return NULL;
}

static void
mark_area (Join *join)
{
  guint n = trl_document_get_n_networks (join->document);

  for (guint i = 0; i < trl_document_get_n_networks (join->other); i++)
    {
      const TrlNetwork *network =
        find_site (join, trl_document_get_network (join->other, i));
      guint at = (guint) trl_document_get_network_index (join->document,
                                                         trl_network_get_id (network));
      guint end = MAX (join->report->area[0] + join->report->area[2], at + 1);
      join->report->area[0] = i == 0 ? at : MIN (at, join->report->area[0]);
      join->report->area[2] = (i == 0 ? at + 1 : end) - join->report->area[0];
    }
  join->report->area[3] =
    n > 0 ? trl_document_get_vocabulary (join->document)->types->len : 0;
}

gboolean
trl_paste_survey (TrlDocument    *document,
                  const TrlSheet *sheet,
                  TrlPasteReport *report,
                  GError        **error)
{
  g_autoptr (TrlReadReport) read = trl_read_report_new ();
  g_autoptr (TrlDocument) other = read_survey (sheet, read, error);
  g_autoptr (GHashTable) types =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Join join = { document, other, types, report };

  if (other == NULL)
    return FALSE;
  list_issues (read, report);
  join_words (&join);
  for (guint i = 0; i < trl_document_get_n_networks (other); i++)
    {
      const TrlNetwork *from = trl_document_get_network (other, i);
      const TrlNetwork *to = find_site (&join, from);
      if (to != NULL)
        join_network (&join, from, to);
      else
        add_network (&join, from);
    }
  mark_area (&join);
  report->form = (TrlCellForm){ TRUE, TRUE, TRUE };
  return TRUE;
}
