/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Everything a document holds as one text, to compare states by. */

#include "model/trl-document.h"

static inline void
describe_record (GString *text, const TrlRecord *record)
{
  guint          n;
  const TrlProp *props = trl_props (record->kind, &n);

  g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %s>%s", record->id,
                          record->order, record->ends[0] ? record->ends[0] : "",
                          record->ends[1] ? record->ends[1] : "");
  for (guint i = 0; i < n; i++)
    if (record->values[i].type == TRL_VALUE_NUMBER)
      g_string_append_printf (text, " %s=%.17g", props[i].key, record->values[i].number);
    else if (record->values[i].type == TRL_VALUE_TEXT)
      g_string_append_printf (text, " %s=“%s”", props[i].key, record->values[i].text);
  if (record->fields)
    {
      g_autoptr (GList) fields =
        g_list_sort (g_hash_table_get_keys (record->fields), (GCompareFunc) g_strcmp0);

      for (GList *l = fields; l; l = l->next)
        g_string_append_printf (text, " .%s=“%s”", (char *) l->data,
                                trl_record_get_field (record, l->data));
    }
  if (record->extra)
    g_string_append_printf (text, " {%s}", record->extra);
  g_string_append_c (text, '\n');
}

static inline void
describe_table (GString *text, const TrlNetwork *network, TrlKind kind)
{
  const TrlTable *table = trl_network_get_table (network, kind);
  guint           n;
  const guint    *rows = trl_table_get_rows (table, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlRecord) record = trl_table_get_record (
        table, rows[i], kind == TRL_KIND_EDGE ? trl_network_get_nodes (network) : NULL);

      g_string_append (text, "  ");
      describe_record (text, record);
    }
}

static inline void
describe_figure (GString *text, const TrlSavedFigure *figure)
{
  g_string_append_printf (text, "figure %s “%s”", figure->id, figure->name);
  for (guint i = 0; i < trl_saved_figure_get_n_settings (figure); i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (figure, i);

      g_string_append_printf (text, " %s=“%s”", setting->key, setting->text);
    }
  if (figure->extra)
    g_string_append_printf (text, " {%s}", figure->extra);
  g_string_append_c (text, '\n');
}

static inline char *
describe_document (TrlDocument *document)
{
  GString             *text = g_string_new (NULL);
  const TrlVocabulary *words = trl_document_get_vocabulary (document);

  describe_record (text, trl_document_get_record (document));
  g_string_append_printf (text, "words %p\n", (gpointer) words);
  for (guint i = 0; i < trl_document_get_n_figures (document); i++)
    describe_figure (text, trl_document_get_figure (document, i));
  for (guint i = 0; i < trl_document_get_n_networks (document); i++)
    {
      TrlNetwork *network = trl_document_get_network (document, i);

      describe_record (text, trl_network_get_record (network));
      describe_table (text, network, TRL_KIND_NODE);
      describe_table (text, network, TRL_KIND_EDGE);
    }
  return g_string_free (text, FALSE);
}
