/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits as JSON, in the words of the file: `do` says what is done, the rest to what. Rows
 * and networks are written as they stand in a document.  What a layout does to a hundred
 * thousand partners is one object. */

#include "config.h"

#include "store/trl-store-edits.h"

#include "model/trl-edit-private.h"
#include "model/trl-network-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const kinds[TRL_N_KINDS] = {
  [TRL_KIND_DOCUMENT] = "document",
  [TRL_KIND_NETWORK] = "network",
  [TRL_KIND_NODE] = "node",
  [TRL_KIND_EDGE] = "edge",
};

static const char *const names[TRL_N_EDITS] = {
  [TRL_EDIT_ADD] = "add",
  [TRL_EDIT_REMOVE] = "remove",
  [TRL_EDIT_SET] = "set",
  [TRL_EDIT_ADD_NETWORK] = "add-network",
  [TRL_EDIT_REMOVE_NETWORK] = "remove-network",
  [TRL_EDIT_PLACE_NETWORK] = "place-network",
  [TRL_EDIT_SET_VOCABULARY] = "set-vocabulary",
  [TRL_EDIT_SET_FIGURES] = "set-figures",
};

#define PLACE "place" /* coordinates of several nodes of a network */

/* Writing */

/* What the file writes over several lines; no text of it holds a line break. */
static void
join_lines (GString *out, gsize from)
{
  for (char *c = out->str + from; *c; c++)
    if (*c == '\n')
      *c = ' ';
}

static void
write_value (TrlMembers *members, const TrlValue *value)
{
  trl_members_name (members, "value");
  if (value->type == TRL_VALUE_NUMBER)
    trl_json_append_number (members->out, value->number);
  else if (value->type == TRL_VALUE_TEXT)
    trl_json_append_string (members->out, value->text);
  else
    g_string_append (members->out, "null");
}

static void
write_record (TrlMembers *members, const TrlRecord *record)
{
  TrlMembers inner = { members->out, ", ", FALSE };

  trl_members_name (members, "record");
  g_string_append_c (members->out, '{');
  trl_record_write (&inner, record);
  trl_record_write_extra (&inner, record);
  g_string_append_c (members->out, '}');
}

static void
write_edit (GString *out, const TrlEdit *edit)
{
  TrlMembers members = { out, ", ", FALSE };
  gsize      from = out->len;

  g_string_append_c (out, '{');
  trl_members_text (&members, "do", names[edit->kind]);
  trl_members_text (&members, "of", kinds[edit->of]);
  trl_members_text (&members, "network", edit->network);
  trl_members_text (&members, "id", edit->id);
  if (edit->kind == TRL_EDIT_SET)
    {
      if (edit->field)
        trl_members_text (&members, "field", edit->field);
      else
        trl_members_text (&members, "prop", trl_props (edit->of, NULL)[edit->prop].key);
      write_value (&members, &edit->value);
    }
  if (edit->record && !edit->object)
    write_record (&members, edit->record);
  if (edit->object)
    {
      trl_members_name (&members, "whole");
      trl_network_write (out, edit->object);
    }
  if ((edit->kind == TRL_EDIT_ADD_NETWORK || edit->kind == TRL_EDIT_PLACE_NETWORK) &&
      edit->position != G_MAXUINT)
    trl_members_number (&members, "position", edit->position);
  if (edit->kind == TRL_EDIT_SET_VOCABULARY)
    {
      trl_members_name (&members, "vocabulary");
      trl_vocabulary_write (out, edit->vocabulary);
    }
  if (edit->kind == TRL_EDIT_SET_FIGURES)
    {
      trl_members_name (&members, "figures");
      trl_figures_write_list (out, edit->figures);
    }
  g_string_append_c (out, '}');
  join_lines (out, from);
}

static gboolean
sets (const TrlEdit *edit, guint prop)
{
  return edit->kind == TRL_EDIT_SET && edit->of == TRL_KIND_NODE && !edit->field &&
         edit->prop == prop && edit->value.type == TRL_VALUE_NUMBER;
}

/* Whether two edits in a row place one node of @network. */
static gboolean
is_place (const GPtrArray *edits, guint at, const char *network)
{
  const TrlEdit *x, *y;

  if (at + 1 >= edits->len)
    return FALSE;
  x = edits->pdata[at];
  y = edits->pdata[at + 1];
  return sets (x, TRL_NODE_X) && sets (y, TRL_NODE_Y) && g_str_equal (x->id, y->id) &&
         g_str_equal (x->network, network) && g_str_equal (y->network, network);
}

/* Returns how many edits were written. */
static guint
write_places (GString *out, const GPtrArray *edits, guint first, const char *network)
{
  TrlMembers members = { out, ", ", FALSE };
  guint      at = first;

  g_string_append_c (out, '{');
  trl_members_text (&members, "do", PLACE);
  trl_members_text (&members, "network", network);
  trl_members_name (&members, "at");
  for (; is_place (edits, at, network); at += 2)
    {
      const TrlEdit *x = edits->pdata[at], *y = edits->pdata[at + 1];

      g_string_append (out, at > first ? ", " : "[");
      trl_json_append_string (out, x->id);
      g_string_append_c (out, ',');
      trl_json_append_number (out, x->value.number);
      g_string_append_c (out, ',');
      trl_json_append_number (out, y->value.number);
    }
  g_string_append (out, "]}");
  return at - first;
}

void
trl_edits_write (GString *out, const GPtrArray *edits)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < edits->len;)
    {
      const TrlEdit *edit = edits->pdata[i];

      g_string_append (out, i > 0 ? ", " : "");
      if (edit->kind == TRL_EDIT_SET && edit->of == TRL_KIND_NODE &&
          is_place (edits, i, edit->network))
        i += write_places (out, edits, i, edit->network);
      else
        {
          write_edit (out, edit);
          i++;
        }
    }
  g_string_append_c (out, ']');
}

/* Reading */

static TrlMemberClass
classify (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  static const char *const known[] = { "do",    "of",   "network", "id",
                                       "field", "prop", "position" };
  static const char *const apart[] = { "value",      "record",  "whole",
                                       "vocabulary", "figures", "at" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (trl_json_says (name, known[i]))
      return TRL_MEMBER_KNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    if (trl_json_says (name, apart[i]))
      return TRL_MEMBER_APART;
  return TRL_MEMBER_UNKNOWN;
}

static gboolean
refuse (TrlReader *reader, const TrlPart *part, const char *name, GError **error)
{
  return trl_reader_fail (reader, trl_part_where (part, name), TRL_STORE_ERROR_CONTENT,
                          error, _ ("“%s” is missing or wrong"), name);
}

static int
find_word (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; word && i < n; i++)
    if (g_str_equal (word, words[i]))
      return (int) i;
  return -1;
}

typedef gboolean (*ReadMore) (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error);

/* What an edit holds is copied. */
static gboolean
take (GPtrArray *edits, const TrlEdit *edit)
{
  g_ptr_array_add (edits, trl_edit_copy (edit));
  return TRUE;
}

static gboolean
read_record (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  TrlJsonSpan span = trl_part_find_apart (part, "record");
  g_auto (TrlPart) inner = { 0 };
  g_autoptr (TrlRecord) record = NULL;

  if (!span.start)
    return refuse (reader, part, "record", error);
  record = trl_record_read (reader, span, edit->of, &inner, error);
  edit->record = record;
  return record && take (edits, edit);
}

static gboolean
read_add (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  if (edit->of != TRL_KIND_NODE && edit->of != TRL_KIND_EDGE)
    return refuse (reader, part, "of", error);
  return read_record (reader, part, edit, edits, error);
}

static gboolean
read_add_network (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  TrlJsonSpan whole = trl_part_find_apart (part, "whole");
  g_autoptr (TrlNetwork) network = NULL;

  edit->of = TRL_KIND_NETWORK;
  if (!whole.start)
    return read_record (reader, part, edit, edits, error);
  network = trl_network_read (reader, whole, error);
  edit->object = network;
  return network && take (edits, edit);
}

static gboolean
read_plain (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  return take (edits, edit);
}

static gboolean
read_vocabulary (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  TrlJsonSpan span = trl_part_find_apart (part, "vocabulary");
  g_autoptr (TrlVocabulary) vocabulary = NULL;

  if (!span.start)
    return refuse (reader, part, "vocabulary", error);
  vocabulary = trl_vocabulary_read (reader, span, error);
  edit->vocabulary = vocabulary;
  return vocabulary && take (edits, edit);
}

static gboolean
read_figures (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  TrlJsonSpan span = trl_part_find_apart (part, "figures");
  g_autoptr (GPtrArray) figures = NULL;

  if (!span.start)
    return refuse (reader, part, "figures", error);
  figures = trl_figures_read (reader, span, error);
  edit->figures = figures;
  return figures && take (edits, edit);
}

static gboolean
find_prop (TrlEdit *edit, const char *key)
{
  guint          n;
  const TrlProp *props = trl_props (edit->of, &n);

  for (guint i = 0; key && i < n; i++)
    if (g_str_equal (props[i].key, key))
      {
        edit->prop = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_set (
  TrlReader *reader, TrlPart *part, TrlEdit *edit, GPtrArray *edits, GError **error)
{
  TrlJsonSpan      value = trl_part_find_apart (part, "value");
  g_autofree char *text = NULL;
  const char      *prop;

  if (!trl_part_get_text (part, reader, "field", &edit->field, error) ||
      !trl_part_get_text (part, reader, "prop", &prop, error))
    return FALSE;
  if (!edit->field && !find_prop (edit, prop))
    return refuse (reader, part, "prop", error);
  if (!value.start)
    return refuse (reader, part, "value", error);
  if (*value.start == '"')
    {
      text = trl_json_dup_string (value);
      edit->value = TRL_TEXT (text);
    }
  else if (*value.start == '-' || g_ascii_isdigit (*value.start))
    edit->value = TRL_NUMBER (g_ascii_strtod (value.start, NULL));
  else if (*value.start != 'n')
    return refuse (reader, part, "value", error);
  return take (edits, edit);
}

static const ReadMore read_more[TRL_N_EDITS] = {
  [TRL_EDIT_ADD] = read_add,
  [TRL_EDIT_REMOVE] = read_plain,
  [TRL_EDIT_SET] = read_set,
  [TRL_EDIT_ADD_NETWORK] = read_add_network,
  [TRL_EDIT_REMOVE_NETWORK] = read_plain,
  [TRL_EDIT_PLACE_NETWORK] = read_plain,
  [TRL_EDIT_SET_VOCABULARY] = read_vocabulary,
  [TRL_EDIT_SET_FIGURES] = read_figures,
};

static gboolean
read_places (
  TrlReader *reader, TrlPart *part, const char *network, GPtrArray *edits, GError **error)
{
  TrlJsonSpan   list = trl_part_find_apart (part, "at"), id, x, y;
  TrlJsonCursor cursor;

  if (!list.start || *list.start != '[' || !network)
    return refuse (reader, part, "at", error);
  cursor = trl_json_enter (list);
  while (trl_json_next_element (&cursor, &id))
    {
      g_autofree char *node = *id.start == '"' ? trl_json_dup_string (id) : NULL;
      TrlEdit          edit = {
                 .kind = TRL_EDIT_SET, .of = TRL_KIND_NODE, .network = network, .id = node
      };

      if (!node || !trl_json_next_element (&cursor, &x) ||
          !trl_json_next_element (&cursor, &y) || *x.start == '"' || *y.start == '"')
        return refuse (reader, part, "at", error);
      edit.prop = TRL_NODE_X;
      edit.value = TRL_NUMBER (g_ascii_strtod (x.start, NULL));
      take (edits, &edit);
      edit.prop = TRL_NODE_Y;
      edit.value = TRL_NUMBER (g_ascii_strtod (y.start, NULL));
      take (edits, &edit);
    }
  return TRUE;
}

/* Of an edit that is about a thing, everything that says which. */
static gboolean
has_target (const TrlEdit *edit)
{
  gboolean row = edit->of == TRL_KIND_NODE || edit->of == TRL_KIND_EDGE;

  switch (edit->kind)
    {
    case TRL_EDIT_REMOVE:
      return row && edit->network && edit->id;
    case TRL_EDIT_SET:
      return (!row || edit->id) && (edit->of == TRL_KIND_DOCUMENT || edit->network);
    case TRL_EDIT_ADD:
    case TRL_EDIT_REMOVE_NETWORK:
    case TRL_EDIT_PLACE_NETWORK:
      return edit->network != NULL;
    case TRL_EDIT_ADD_NETWORK:
    case TRL_EDIT_SET_VOCABULARY:
    case TRL_EDIT_SET_FIGURES:
    case TRL_N_EDITS:
    default:
      return TRUE;
    }
}

static gboolean
read_edit (TrlReader *reader, TrlJsonSpan span, GPtrArray *edits, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  TrlEdit     edit = { .position = G_MAXUINT };
  const char *what, *of;
  double      position;
  int         kind, thing;

  if (!trl_part_read (&part, reader, span, classify, NULL, error) ||
      !trl_part_get_text (&part, reader, "do", &what, error) ||
      !trl_part_get_text (&part, reader, "of", &of, error) ||
      !trl_part_get_text (&part, reader, "network", &edit.network, error) ||
      !trl_part_get_text (&part, reader, "id", &edit.id, error) ||
      !trl_part_get_number (&part, reader, "position", &position, error))
    return FALSE;
  if (g_strcmp0 (what, PLACE) == 0)
    return read_places (reader, &part, edit.network, edits, error);
  kind = find_word (what, names, G_N_ELEMENTS (names));
  thing = find_word (of, kinds, G_N_ELEMENTS (kinds));
  if (kind < 0)
    return refuse (reader, &part, "do", error);
  if (thing < 0)
    return refuse (reader, &part, "of", error);
  edit.kind = (TrlEditKind) kind;
  edit.of = (TrlKind) thing;
  if (!isnan (position) && position >= 0 && position < TRL_STORE_MAX_NETWORKS)
    edit.position = (guint) position;
  if (!has_target (&edit))
    return refuse (reader, &part, "id", error);
  return read_more[kind](reader, &part, &edit, edits, error);
}

GPtrArray *
trl_edits_read (TrlReader *reader, TrlJsonSpan list, GError **error)
{
  g_autoptr (GPtrArray) edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_edit_free);
  TrlJsonCursor cursor;
  TrlJsonSpan   span;

  if (*list.start != '[')
    {
      trl_reader_fail (reader, list.start, TRL_STORE_ERROR_CONTENT, error,
                       _ ("“%s” must be %s"), "edits", _ ("a list"));
      return NULL;
    }
  cursor = trl_json_enter (list);
  while (trl_json_next_element (&cursor, &span))
    if (!read_edit (reader, span, edits, error))
      return NULL;
  return g_steal_pointer (&edits);
}
