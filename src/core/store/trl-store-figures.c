/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The saved figures of a document as a list of objects, one a line.  Settings are walked
 * one by one, since all of a figure may be longer than what is parsed at once. */

#include "config.h"

#include "store/trl-store-reader.h"

#include <glib/gi18n-lib.h>

/* Reading */

static TrlMemberClass
classify (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  if (trl_json_says (name, "settings"))
    return TRL_MEMBER_APART;
  return trl_json_says (name, "id") || trl_json_says (name, "name") ? TRL_MEMBER_KNOWN
                                                                    : TRL_MEMBER_UNKNOWN;
}

static gboolean
read_setting (TrlReader      *reader,
              TrlSavedFigure *figure,
              TrlJsonSpan     name,
              TrlJsonSpan     value,
              GError        **error)
{
  g_autofree char *key = trl_json_dup_string (name);
  g_autofree char *text = NULL;

  if (trl_saved_figure_get_n_settings (figure) >= TRL_MAX_SETTINGS)
    return trl_reader_fail (reader, name.start, TRL_STORE_ERROR_LIMIT, error,
                            _ ("A saved figure has at most %d settings"),
                            TRL_MAX_SETTINGS);
  if (*value.start == '"')
    {
      text = trl_json_dup_string (value);
      trl_saved_figure_set (figure, key, text);
      return TRUE;
    }
  text = g_strndup (value.start, value.length);
  trl_saved_figure_add_foreign (figure, key, text);
  trl_reader_note (reader, value.start,
                   _ ("The setting “%s” of the figure “%s” is no text; it is kept as it "
                      "is, and the figure does without it"),
                   key, figure->name);
  return TRUE;
}

static gboolean
read_settings (TrlReader      *reader,
               const TrlPart  *part,
               TrlSavedFigure *figure,
               GError        **error)
{
  TrlJsonSpan   settings = trl_part_find_apart (part, "settings"), name, value;
  TrlJsonCursor cursor;

  if (!settings.start)
    return TRUE;
  if (*settings.start != '{')
    return trl_reader_fail (reader, settings.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("“%s” must be %s"), "settings", _ ("an object of texts"));
  cursor = trl_json_enter (settings);
  while (trl_json_next_member (&cursor, &name, &value))
    if (!read_setting (reader, figure, name, value, error))
      return FALSE;
  return TRUE;
}

static TrlSavedFigure *
read_figure (TrlReader *reader, TrlJsonSpan span, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  g_autoptr (TrlSavedFigure) figure = NULL;
  g_autoptr (GError) cause = NULL;
  const char *id, *name;

  if (!trl_part_read (&part, reader, span, classify, NULL, error) ||
      !trl_part_get_id (&part, reader, &id, error) ||
      !trl_part_get_text (&part, reader, "name", &name, error))
    return NULL;
  figure = trl_saved_figure_new (id, name);
  figure->extra = g_steal_pointer (&part.extra);
  if (!read_settings (reader, &part, figure, error))
    return NULL;
  if (!trl_saved_figure_check (figure, &cause))
    {
      trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error, "%s",
                       cause->message);
      return NULL;
    }
  return g_steal_pointer (&figure);
}

/* The ids are those of the figures. */
static gboolean
read_item (TrlReader  *reader,
           TrlJsonSpan span,
           GPtrArray  *figures,
           GHashTable *ids,
           GError    **error)
{
  TrlSavedFigure *figure;

  if (figures->len >= TRL_MAX_SAVED_FIGURES)
    return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_LIMIT, error,
                            _ ("The list has more than %d items"), TRL_MAX_SAVED_FIGURES);
  figure = read_figure (reader, span, error);
  if (!figure)
    return FALSE;
  g_ptr_array_add (figures, figure);
  return g_hash_table_add (ids, figure->id) ||
         trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                          _ ("The id “%s” stands twice in the list"), figure->id);
}

GPtrArray *
trl_figures_read (TrlReader *reader, TrlJsonSpan list, GError **error)
{
  g_autoptr (GPtrArray) figures = trl_saved_figures_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TrlJsonCursor cursor;
  TrlJsonSpan   span;

  if (*list.start != '[')
    {
      trl_reader_fail (reader, list.start, TRL_STORE_ERROR_CONTENT, error,
                       _ ("“%s” must be %s"), "figures", _ ("a list"));
      return NULL;
    }
  cursor = trl_json_enter (list);
  while (trl_json_next_element (&cursor, &span))
    if (!read_item (reader, span, figures, ids, error))
      return NULL;
  return g_steal_pointer (&figures);
}

/* Writing */

static void
write_settings (TrlMembers *members, const TrlSavedFigure *figure)
{
  TrlMembers inner = { members->out, ", ", FALSE };
  guint      n = trl_saved_figure_get_n_settings (figure);

  if (n == 0)
    return;
  trl_members_name (members, "settings");
  g_string_append_c (members->out, '{');
  for (guint i = 0; i < n; i++)
    {
      const TrlSetting *setting = trl_saved_figure_get_setting (figure, i);

      if (setting->foreign)
        {
          trl_members_name (&inner, setting->key);
          g_string_append (members->out, setting->text);
        }
      else
        trl_members_text (&inner, setting->key, setting->text);
    }
  g_string_append_c (members->out, '}');
}

static void
write_figure (GString *out, const TrlSavedFigure *figure)
{
  TrlMembers members = { out, ", ", FALSE };

  g_string_append_c (out, '{');
  trl_members_text (&members, "id", figure->id);
  trl_members_text (&members, "name", figure->name);
  write_settings (&members, figure);
  trl_members_raw (&members, figure->extra);
  g_string_append_c (out, '}');
}

void
trl_figures_write_list (GString *out, const GPtrArray *figures)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < figures->len; i++)
    {
      g_string_append (out, i ? ",\n    " : "\n    ");
      write_figure (out, figures->pdata[i]);
    }
  g_string_append (out, "\n  ]");
}

void
trl_figures_write (TrlMembers *members, TrlDocument *document)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  guint n = trl_document_get_n_figures (document);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (figures, (gpointer) trl_document_get_figure (document, i));
  if (n == 0)
    return;
  trl_members_name (members, "figures");
  trl_figures_write_list (members->out, figures);
}
