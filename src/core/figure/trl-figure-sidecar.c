/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small file beside a figure: enough to make it again from the same document. */
#include "config.h"

#include "figure/trl-figure-settings.h"

#include "store/trl-json-scan.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define SIDECAR_VERSION 1
#define MOST_BYTES (1 << 20)

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (!text)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_setting (const char *key, const char *text, gpointer data)
{
  add_text (data, key, text);
}

char *
trl_figure_settings_to_sidecar (const TrlFigureSettings *settings, TrlDocument *document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "trellisFigure");
  json_builder_add_int_value (builder, SIDECAR_VERSION);
  add_text (builder, "generator", "Trellis " TRL_VERSION);
  add_text (builder, "document", trl_document_get_id (document));
  add_text (builder, "documentTitle",
            trl_document_get_text (document, TRL_DOCUMENT_TITLE));
  add_text (builder, "figure", trl_figure_settings_get_figure (settings)->id);
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  trl_figure_settings_foreach (settings, add_setting, builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

static gboolean
take_settings (TrlFigureSettings *settings, JsonObject *values, GError **error)
{
  g_autoptr (GList) keys = json_object_get_members (values);

  for (GList *key = keys; key; key = key->next)
    {
      const char *text = get_text (values, key->data);

      if (!text)
        {
          g_set_error (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN,
                       _ ("“%s” must be a text"), (const char *) key->data);
          return FALSE;
        }
      if (!trl_figure_settings_set (settings, key->data, text, error))
        return FALSE;
    }
  return TRUE;
}

static TrlFigureSettings *
refuse (GError **error, const char *text)
{
  g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_UNKNOWN, text);
  return NULL;
}

/* The parser recurses and is lenient; what passes the scan is safe with it. */
static JsonParser *
parse (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize fault, length = strlen (json);
  guint line, column;

  if (!trl_json_scan (json, length, &fault, error))
    {
      trl_json_locate (json, length, fault, &line, &column);
      g_prefix_error (error, _ ("Line %u, column %u: "), line, column);
      return NULL;
    }
  return json_parser_load_from_data (parser, json, (gssize) length, error)
           ? g_steal_pointer (&parser)
           : NULL;
}

/* The figure that a sidecar is about, with nothing chosen. */
static TrlFigureSettings *
take_figure (JsonObject *object, GError **error)
{
  JsonNode          *version = json_object_get_member (object, "trellisFigure");
  const char        *figure = get_text (object, "figure");
  TrlFigureSettings *settings = NULL;

  if (!version || !JSON_NODE_HOLDS_VALUE (version) ||
      json_node_get_value_type (version) != G_TYPE_INT64)
    return refuse (error, _ ("This is not a figure recipe"));
  if (json_node_get_int (version) > SIDECAR_VERSION)
    return refuse (error, _ ("A newer version of Trellis has written this"));
  settings = figure ? trl_figure_settings_new (figure) : NULL;
  return settings ? settings : refuse (error, _ ("This figure is not known here"));
}

TrlFigureSettings *
trl_figure_settings_from_sidecar (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (TrlFigureSettings) settings = NULL;
  JsonNode   *root, *values;
  JsonObject *object;

  if (strnlen (json, MOST_BYTES + 1) > MOST_BYTES)
    return refuse (error, _ ("This is not a figure recipe: it is too large"));
  parser = parse (json, error);
  if (!parser)
    return NULL;
  root = json_parser_get_root (parser);
  object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  if (!object)
    return refuse (error, _ ("This is not a figure recipe"));
  settings = take_figure (object, error);
  if (!settings)
    return NULL;
  values = json_object_get_member (object, "settings");
  if (values && !JSON_NODE_HOLDS_OBJECT (values))
    return refuse (error, _ ("“settings” must be an object"));
  if (values && !take_settings (settings, json_node_get_object (values), error))
    return NULL;
  return g_steal_pointer (&settings);
}
