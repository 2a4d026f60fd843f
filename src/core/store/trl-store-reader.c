/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes one object of a scanned file at a time: known members become nodes of json-glib,
 * unknown ones stay the text that they are.  A whole tree of a large file would be ten
 * times its size. */

#include "config.h"

#include "store/trl-store-reader.h"

#include "store/trl-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* With a sign; fewer than these are exact. */
#define MOST_DIGITS 16

/* Places */

/* Files are read forward nearly always, so lines are counted on from the last place. */
static void
locate (TrlReader *reader, const char *at, guint *line, guint *column)
{
  if (!reader->counted || at < reader->counted)
    {
      reader->counted = reader->line_start = reader->text;
      reader->line = 1;
    }
  for (const char *p = reader->counted;
       (p = memchr (p, '\n', (gsize) (at - p))) != NULL && p < at;)
    {
      reader->line_start = ++p;
      reader->line++;
    }
  reader->counted = at;
  *line = reader->line;
  *column = (guint) g_utf8_strlen (reader->line_start, at - reader->line_start) + 1;
}

gboolean
trl_reader_fail (TrlReader    *reader,
                 const char   *at,
                 TrlStoreError code,
                 GError      **error,
                 const char   *format,
                 ...)
{
  g_autofree char *text = NULL;
  guint            line = 0, column = 0;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (at)
    locate (reader, at, &line, &column);
  if (at)
    g_set_error (error, TRL_STORE_ERROR, (int) code,
                 /* Translators: file, line, column, what is wrong. */
                 _ ("%s, line %u, column %u: %s"), reader->name, line, column, text);
  else
    g_set_error (error, TRL_STORE_ERROR, (int) code, "%s: %s", reader->name, text);
  reader->fault = trl_problem_new (line, column, text);
  return FALSE;
}

void
trl_reader_note (TrlReader *reader, const char *at, const char *format, ...)
{
  g_autofree char *text = NULL;
  guint            line, column;
  va_list          args;

  if (!reader->problems)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  locate (reader, at, &line, &column);
  g_ptr_array_add (reader->problems, trl_problem_new (line, column, text));
}

/* Parts */

void
trl_part_clear (TrlPart *part)
{
  g_clear_pointer (&part->members, json_object_unref);
  g_clear_pointer (&part->extra, g_free);
  part->n_apart = 0;
}

static void
append_member (GString *out, TrlJsonSpan name, TrlJsonSpan value)
{
  if (out->len > 0)
    g_string_append (out, ", ");
  g_string_append_len (out, name.start, (gssize) name.length);
  g_string_append (out, ": ");
  g_string_append_len (out, value.start, (gssize) value.length);
}

/* Lists, objects, and integers of so many digits that they may be too large. */
static JsonNode *
parse_value (TrlReader *reader, TrlJsonSpan value, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (json_parser_load_from_data (reader->parser, value.start, (gssize) value.length,
                                  &cause))
    return json_parser_steal_root (reader->parser);
  trl_reader_fail (reader, value.start, TRL_STORE_ERROR_CONTENT, error, "%s",
                   cause->message);
  return NULL;
}

static JsonNode *
read_text (TrlJsonSpan value)
{
  g_autofree char *text = trl_json_dup_string (value);

  return json_node_init_string (json_node_alloc (), text);
}

static gboolean
is_whole (TrlJsonSpan value)
{
  for (gsize i = 0; i < value.length; i++)
    if (strchr (".eE", value.start[i]))
      return FALSE;
  return TRUE;
}

/* Texts, numbers and words, which nearly all members are, need no parser. */
static JsonNode *
read_value (TrlReader *reader, TrlJsonSpan value, GError **error)
{
  switch (*value.start)
    {
    case '"':
      return read_text (value);
    case 't':
    case 'f':
      return json_node_init_boolean (json_node_alloc (), *value.start == 't');
    case 'n':
      return json_node_init_null (json_node_alloc ());
    case '{':
    case '[':
      return parse_value (reader, value, error);
    default:
      if (!is_whole (value))
        return json_node_init_double (json_node_alloc (),
                                      g_ascii_strtod (value.start, NULL));
      if (value.length > MOST_DIGITS)
        return parse_value (reader, value, error);
      return json_node_init_int (json_node_alloc (),
                                 g_ascii_strtoll (value.start, NULL, 10));
    }
}

/* @room: bytes that known members may still take */
static gboolean
add_known (TrlPart    *part,
           TrlReader  *reader,
           TrlJsonSpan name,
           TrlJsonSpan value,
           gsize      *room,
           GError    **error)
{
  gsize            length = name.length + value.length;
  g_autofree char *text = NULL;
  JsonNode        *node;

  if (length > *room)
    return trl_reader_fail (reader, part->span.start, TRL_STORE_ERROR_LIMIT, error,
                            _ ("What is written here is longer than 4 MiB"));
  *room -= length;
  node = read_value (reader, value, error);
  if (!node)
    return FALSE;
  text = trl_json_dup_string (name);
  json_object_set_member (part->members, text, node);
  return TRUE;
}

static gboolean
sort_members (TrlPart      *part,
              TrlReader    *reader,
              TrlMemberFunc classify,
              gconstpointer data,
              GString      *unknown,
              GError      **error)
{
  TrlJsonCursor cursor = trl_json_enter (part->span);
  TrlJsonSpan   name, value;
  gsize         room = TRL_STORE_MAX_PART;

  while (trl_json_next_member (&cursor, &name, &value))
    switch (classify (data, name))
      {
      case TRL_MEMBER_UNKNOWN:
        append_member (unknown, name, value);
        break;
      case TRL_MEMBER_KNOWN:
        if (!add_known (part, reader, name, value, &room, error))
          return FALSE;
        break;
      case TRL_MEMBER_APART:
      default:
        g_assert (part->n_apart < TRL_MAX_APART);
        part->apart[part->n_apart++] = (TrlApart){ name, value };
        break;
      }
  return TRUE;
}

gboolean
trl_part_read (TrlPart      *part,
               TrlReader    *reader,
               TrlJsonSpan   span,
               TrlMemberFunc classify,
               gconstpointer data,
               GError      **error)
{
  g_autoptr (GString) unknown = g_string_new (NULL);

  trl_part_clear (part);
  part->span = span;
  if (*span.start != '{')
    return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("There should be an object here"));
  part->members = json_object_new ();
  if (!sort_members (part, reader, classify, data, unknown, error))
    return FALSE;
  part->extra = unknown->len ? g_string_free (g_steal_pointer (&unknown), FALSE) : NULL;
  return TRUE;
}

const char *
trl_part_where (const TrlPart *part, const char *name)
{
  TrlJsonSpan value = trl_json_find (part->span, name);

  return value.start ? value.start : part->span.start;
}

TrlJsonSpan
trl_part_find_apart (const TrlPart *part, const char *name)
{
  for (guint i = 0; i < part->n_apart; i++)
    if (trl_json_says (part->apart[i].name, name))
      return part->apart[i].value;
  return (TrlJsonSpan){ NULL, 0 };
}

static gboolean
refuse_type (const TrlPart *part,
             TrlReader     *reader,
             const char    *name,
             const char    *wanted,
             GError       **error)
{
  return trl_reader_fail (reader, trl_part_where (part, name), TRL_STORE_ERROR_CONTENT,
                          error, _ ("“%s” must be %s"), name, wanted);
}

gboolean
trl_part_get_text (const TrlPart *part,
                   TrlReader     *reader,
                   const char    *name,
                   const char   **text,
                   GError       **error)
{
  JsonNode *node = json_object_get_member (part->members, name);

  *text = NULL;
  if (!node)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse_type (part, reader, name, _ ("a text in double quotes"), error);
  *text = json_node_get_string (node);
  return TRUE;
}

/* json-glib lets large integers wrap around; then only the file itself tells. */
static gboolean
is_ambiguous (const TrlPart *part, const char *name)
{
  TrlJsonSpan      value = trl_json_find (part->span, name);
  g_autofree char *text = g_strndup (value.start, value.length);

  return !strpbrk (text, ".eE") &&
         fabs (g_ascii_strtod (text, NULL)) > TRL_JSON_MAX_INTEGER;
}

gboolean
trl_part_get_number (const TrlPart *part,
                     TrlReader     *reader,
                     const char    *name,
                     double        *number,
                     GError       **error)
{
  JsonNode *node = json_object_get_member (part->members, name);
  GType     type = node ? json_node_get_value_type (node) : G_TYPE_INVALID;

  *number = NAN;
  if (!node)
    return TRUE;
  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return refuse_type (part, reader, name, _ ("a number"), error);
  if (reader->big_integers && is_ambiguous (part, name))
    return refuse_type (part, reader, name, _ ("smaller than 2^53 to be exact"), error);
  *number = type == G_TYPE_DOUBLE ? json_node_get_double (node)
                                  : (double) json_node_get_int (node);
  return TRUE;
}

gboolean
trl_part_get_flag (const TrlPart *part,
                   TrlReader     *reader,
                   const char    *name,
                   gboolean      *flag,
                   GError       **error)
{
  JsonNode *node = json_object_get_member (part->members, name);

  *flag = FALSE;
  if (!node)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (part, reader, name, _ ("true or false"), error);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

gboolean
trl_part_get_words (
  const TrlPart *part, TrlReader *reader, const char *name, char **words, GError **error)
{
  JsonNode  *node = json_object_get_member (part->members, name);
  JsonArray *array =
    node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GString) joined = g_string_new (NULL);

  *words = NULL;
  if (!node)
    return TRUE;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode   *item = json_array_get_element (array, i);
      const char *word = json_node_get_value_type (item) == G_TYPE_STRING
                           ? json_node_get_string (item)
                           : NULL;

      if (!word || !*word || strchr (word, ' '))
        return refuse_type (part, reader, name, _ ("a list of ids without spaces"),
                            error);
      g_string_append_printf (joined, "%s%s", i ? " " : "", word);
    }
  if (!array)
    return refuse_type (part, reader, name, _ ("a list of ids without spaces"), error);
  *words = g_string_free (g_steal_pointer (&joined), FALSE);
  return TRUE;
}

gboolean
trl_part_get_id (const TrlPart *part, TrlReader *reader, const char **id, GError **error)
{
  if (!trl_part_get_text (part, reader, "id", id, error))
    return FALSE;
  if (*id && **id)
    return TRUE;
  return trl_reader_fail (reader, trl_part_where (part, "id"), TRL_STORE_ERROR_CONTENT,
                          error, _ ("The member “id” is missing or empty"));
}
