/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of a table come from the properties of the model, the fields of the
 * document and a few things derived; nothing else knows what columns there are.
 */

#include "config.h"

#include "grid/trellis-table-columns.h"

#include "panels/trellis-choices.h"

#include <glib/gi18n.h>
#include <math.h>

static const guint node_props[] = { TRL_NODE_NAME,  TRL_NODE_TYPE, TRL_NODE_ROLES,
                                    TRL_NODE_COUNT, TRL_NODE_NOTE, TRL_NODE_SOURCE };
static const guint edge_props[] = { TRL_EDGE_LEVEL,   TRL_EDGE_INTENDED, TRL_EDGE_KIND,
                                    TRL_EDGE_PLANNED, TRL_EDGE_SINCE,    TRL_EDGE_UNTIL,
                                    TRL_EDGE_NOTE,    TRL_EDGE_SOURCE };

static void
free_column (gpointer data)
{
  TrellisColumn *column = data;

  g_free (column->key);
  g_free (column->title);
  g_free (column->field);
  g_free (column);
}

static TrellisColumn *
add (GPtrArray *columns, TrlKind kind, const char *key, const char *title)
{
  TrellisColumn *column = g_new0 (TrellisColumn, 1);

  column->key = g_strdup (key);
  column->title = g_strdup (title);
  column->kind = kind;
  g_ptr_array_add (columns, column);
  return column;
}

static TrellisEditKind
edit_kind (TrlKind kind, guint prop)
{
  static const guint choices[] = {
    TRL_EDGE_SCALE,   TRL_EDGE_LEVEL,    TRL_EDGE_BACK,
    TRL_EDGE_MISSING, TRL_EDGE_PRESENCE, TRL_EDGE_INTENDED
  };
  TrlPropType type = trl_props (kind, NULL)[prop].type;

  if (type == TRL_PROP_FLAG)
    return TRELLIS_EDIT_FLAG;
  if (type == TRL_PROP_NUMBER)
    return TRELLIS_EDIT_NUMBER;
  if (kind == TRL_KIND_NODE)
    return prop == TRL_NODE_TYPE ? TRELLIS_EDIT_CHOICE : TRELLIS_EDIT_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (prop == choices[i])
      return TRELLIS_EDIT_CHOICE;
  return TRELLIS_EDIT_TEXT;
}

static void
add_prop (GPtrArray *columns, TrlKind kind, guint prop, gboolean shown)
{
  const TrlProp *row = &trl_props (kind, NULL)[prop];
  TrellisColumn *column = add (columns, kind, row->key, _ (row->label));

  column->source = TRELLIS_COLUMN_PROP;
  column->prop = prop;
  column->edit = edit_kind (kind, prop);
  column->is_number = row->type == TRL_PROP_NUMBER;
  column->shown = shown;
}

static TrellisColumn *
add_derived (GPtrArray          *columns,
             TrlKind             kind,
             TrellisColumnSource source,
             const char         *key,
             const char         *title)
{
  TrellisColumn *column = add (columns, kind, key, title);

  column->source = source;
  column->shown = source != TRELLIS_COLUMN_ID && source != TRELLIS_COLUMN_APART;
  return column;
}

static gboolean
is_listed (guint prop, const guint *props, guint n)
{
  for (guint i = 0; i < n; i++)
    if (props[i] == prop)
      return TRUE;
  return FALSE;
}

static void
add_props (GPtrArray *columns, TrlKind kind, const guint *first, guint n_first)
{
  guint n;

  trl_props (kind, &n);
  for (guint i = 0; i < n_first; i++)
    {
      add_prop (columns, kind, first[i], TRUE);
      if (kind == TRL_KIND_NODE && first[i] == TRL_NODE_COUNT)
        {
          TrellisColumn *level = add_derived (columns, kind, TRELLIS_COLUMN_HUB_LEVEL,
                                              "hub-level", _ ("Level with the hub"));

          level->prop = TRL_EDGE_LEVEL;
          level->edit = TRELLIS_EDIT_CHOICE;
          add_derived (columns, kind, TRELLIS_COLUMN_DEGREE, "degree",
                       _ ("Number of partnerships"))
            ->is_number = TRUE;
        }
    }
  for (guint i = 0; i < n; i++)
    if (!is_listed (i, first, n_first))
      add_prop (columns, kind, i, FALSE);
}

static void
add_field (GPtrArray *columns, TrlKind kind, const char *id, const TrlField *field)
{
  g_autofree char *key = g_strconcat ("field:", id, NULL);
  TrellisColumn   *column;

  if (trellis_column_find (columns, key))
    return;
  column = add (columns, kind, key, field ? field->name : id);
  column->source = TRELLIS_COLUMN_FIELD;
  column->field = g_strdup (id);
  column->edit = TRELLIS_EDIT_TEXT;
  column->shown = TRUE;
  if (field && field->kind == TRL_FIELD_NUMBER)
    {
      column->edit = TRELLIS_EDIT_NUMBER;
      column->is_number = TRUE;
    }
  else if (field && (field->kind == TRL_FIELD_YES_NO ||
                     (field->kind == TRL_FIELD_CHOICE && field->choices)))
    column->edit = TRELLIS_EDIT_CHOICE;
}

static void
add_fields (GPtrArray *columns, TrlDocument *document, TrlKind kind)
{
  const TrlVocabulary *words = trl_document_get_vocabulary (document);
  const char          *of = kind == TRL_KIND_NODE ? "node" : "edge";

  for (guint i = 0; i < words->fields->len; i++)
    {
      const TrlField *field = words->fields->pdata[i];

      if (g_strcmp0 (field->of, of) == 0)
        add_field (columns, kind, field->id, field);
    }
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      const TrlTable *table =
        trl_network_get_table (trl_document_get_network (document, i), kind);
      g_autoptr (GPtrArray) ids = trl_table_get_fields (table);

      for (guint k = 0; k < ids->len; k++)
        add_field (columns, kind, ids->pdata[k], NULL);
    }
}

GPtrArray *
trellis_columns_new (TrlDocument *document, TrlKind kind)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_column);

  add_derived (columns, kind, TRELLIS_COLUMN_NETWORK, "network", _ ("Network"));
  if (kind == TRL_KIND_NODE)
    add_props (columns, kind, node_props, G_N_ELEMENTS (node_props));
  else
    {
      add_derived (columns, kind, TRELLIS_COLUMN_FROM, "from", _ ("Partner"));
      add_derived (columns, kind, TRELLIS_COLUMN_TO, "to", _ ("With"));
      add_props (columns, kind, edge_props, G_N_ELEMENTS (edge_props));
      add_derived (columns, kind, TRELLIS_COLUMN_APART, "answers-apart",
                   _ ("Answers differ by"))
        ->is_number = TRUE;
    }
  add_fields (columns, document, kind);
  add_derived (columns, kind, TRELLIS_COLUMN_ID, "id", _ ("Id"));
  return columns;
}

TrellisColumn *
trellis_column_find (GPtrArray *columns, const char *key)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((TrellisColumn *) columns->pdata[i])->key, key))
      return columns->pdata[i];
  return NULL;
}

const char *
trellis_entry_get_id (const TrellisEntry *entry, TrlKind kind)
{
  const TrlTable *table = trl_network_get_table (entry->network, kind);

  return trl_table_has_row (table, entry->row) ? trl_table_get_id (table, entry->row)
                                               : NULL;
}
