/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as objects, by the tables of properties: a property that is added there is read
 * and written here without a word more. */

#include "config.h"

#include "store/trl-store-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  TrlMemberClass class;
} Own;

/* What a kind of thing has in a file besides its properties. */
static const Own document_own[] = {
  { "trellis", TRL_MEMBER_APART },    { "format", TRL_MEMBER_APART },
  { "id", TRL_MEMBER_KNOWN },         { "fields", TRL_MEMBER_KNOWN },
  { "vocabulary", TRL_MEMBER_APART }, { "figures", TRL_MEMBER_APART },
  { "networks", TRL_MEMBER_APART },   { NULL },
};
static const Own network_own[] = {
  { "id", TRL_MEMBER_KNOWN },
  { "fields", TRL_MEMBER_KNOWN },
  { "nodes", TRL_MEMBER_APART },
  { "edges", TRL_MEMBER_APART },
  { NULL },
};
static const Own node_own[] = {
  { "id", TRL_MEMBER_KNOWN },
  { "order", TRL_MEMBER_KNOWN },
  { "fields", TRL_MEMBER_KNOWN },
  { NULL },
};
static const Own edge_own[] = {
  { "id", TRL_MEMBER_KNOWN },     { "order", TRL_MEMBER_KNOWN },
  { "from", TRL_MEMBER_KNOWN },   { "to", TRL_MEMBER_KNOWN },
  { "fields", TRL_MEMBER_KNOWN }, { NULL },
};

static const Own *const own[TRL_N_KINDS] = {
  [TRL_KIND_DOCUMENT] = document_own,
  [TRL_KIND_NETWORK] = network_own,
  [TRL_KIND_NODE] = node_own,
  [TRL_KIND_EDGE] = edge_own,
};

static TrlMemberClass
classify (gconstpointer data, TrlJsonSpan name)
{
  TrlKind        kind = *(const TrlKind *) data;
  guint          n;
  const TrlProp *props = trl_props (kind, &n);

  for (const Own *member = own[kind]; member->name; member++)
    if (trl_json_says (name, member->name))
      return member->class;
  for (guint i = 0; i < n; i++)
    if (trl_json_says (name, props[i].key))
      return TRL_MEMBER_KNOWN;
  return TRL_MEMBER_UNKNOWN;
}

/* Reading */

typedef gboolean (*ReadProp) (TrlPart    *part,
                              TrlReader  *reader,
                              const char *name,
                              TrlRecord  *record,
                              guint       prop,
                              GError    **error);

static gboolean
read_text (TrlPart    *part,
           TrlReader  *reader,
           const char *name,
           TrlRecord  *record,
           guint       prop,
           GError    **error)
{
  const char *text;

  if (!trl_part_get_text (part, reader, name, &text, error))
    return FALSE;
  trl_record_set (record, prop, TRL_TEXT (text));
  return TRUE;
}

static gboolean
read_terms (TrlPart    *part,
            TrlReader  *reader,
            const char *name,
            TrlRecord  *record,
            guint       prop,
            GError    **error)
{
  g_autofree char *words = NULL;

  if (!trl_part_get_words (part, reader, name, &words, error))
    return FALSE;
  trl_record_set (record, prop, TRL_TEXT (words));
  return TRUE;
}

static gboolean
read_number (TrlPart    *part,
             TrlReader  *reader,
             const char *name,
             TrlRecord  *record,
             guint       prop,
             GError    **error)
{
  double number;

  if (!trl_part_get_number (part, reader, name, &number, error))
    return FALSE;
  trl_record_set (record, prop, isnan (number) ? TRL_NONE_VALUE : TRL_NUMBER (number));
  return TRUE;
}

static gboolean
read_flag (TrlPart    *part,
           TrlReader  *reader,
           const char *name,
           TrlRecord  *record,
           guint       prop,
           GError    **error)
{
  gboolean flag;

  if (!trl_part_get_flag (part, reader, name, &flag, error))
    return FALSE;
  trl_record_set (record, prop, TRL_FLAG (flag));
  return TRUE;
}

static const ReadProp read_prop[] = {
  [TRL_PROP_TEXT] = read_text,   [TRL_PROP_TERM] = read_text,
  [TRL_PROP_TERMS] = read_terms, [TRL_PROP_NUMBER] = read_number,
  [TRL_PROP_FLAG] = read_flag,
};

/* Fields are columns, so many different ones in a large table would fill the memory. */
static gboolean
count_field (TrlPart *part, TrlReader *reader, const char *field, GError **error)
{
  if (g_hash_table_contains (reader->fields, field))
    return TRUE;
  g_hash_table_add (reader->fields, g_strdup (field));
  if (g_hash_table_size (reader->fields) <= TRL_STORE_MAX_FIELDS)
    return TRUE;
  return trl_reader_fail (reader, trl_part_where (part, "fields"), TRL_STORE_ERROR_LIMIT,
                          error, _ ("A network has more than %d fields of its own"),
                          TRL_STORE_MAX_FIELDS);
}

static gboolean
read_field (TrlPart    *part,
            TrlReader  *reader,
            TrlJsonSpan name,
            TrlJsonSpan value,
            TrlRecord  *record,
            GError    **error)
{
  g_autofree char *field = trl_json_dup_string (name);
  g_autofree char *text = NULL;

  if (*value.start != '"')
    return trl_reader_fail (reader, trl_part_where (part, "fields"),
                            TRL_STORE_ERROR_CONTENT, error,
                            _ ("The field “%s” must be a text in double quotes"), field);
  if (!count_field (part, reader, field, error))
    return FALSE;
  text = trl_json_dup_string (value);
  trl_record_set_field (record, field, text);
  return TRUE;
}

static gboolean
read_fields (TrlPart *part, TrlReader *reader, TrlRecord *record, GError **error)
{
  TrlJsonSpan   fields = trl_part_find (part, "fields"), name, value;
  TrlJsonCursor cursor;

  if (!fields.start)
    return TRUE;
  if (*fields.start != '{')
    return trl_reader_fail (reader, trl_part_where (part, "fields"),
                            TRL_STORE_ERROR_CONTENT, error, _ ("“%s” must be %s"),
                            "fields", _ ("an object of texts"));
  cursor = trl_json_enter (fields);
  while (trl_json_next_member (&cursor, &name, &value))
    if (!read_field (part, reader, name, value, record, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_order (TrlPart *part, TrlReader *reader, TrlRecord *record, GError **error)
{
  double order;

  if (!trl_part_get_number (part, reader, "order", &order, error))
    return FALSE;
  if (!isnan (order) && order != floor (order))
    return trl_reader_fail (reader, trl_part_where (part, "order"),
                            TRL_STORE_ERROR_CONTENT, error, _ ("“%s” must be %s"),
                            "order", _ ("a whole number"));
  record->order = isnan (order) ? 0 : (gint64) order;
  return TRUE;
}

static gboolean
read_ends (TrlPart *part, TrlReader *reader, TrlRecord *record, GError **error)
{
  static const char *const names[] = { "from", "to" };

  for (guint end = 0; end < 2; end++)
    {
      const char *id;

      if (!trl_part_get_text (part, reader, names[end], &id, error))
        return FALSE;
      if (!id)
        return trl_reader_fail (reader, part->span.start, TRL_STORE_ERROR_CONTENT, error,
                                _ ("The member “%s” is missing"), names[end]);
      record->ends[end] = g_strdup (id);
    }
  return TRUE;
}

static gboolean
read_props (TrlPart *part, TrlReader *reader, TrlRecord *record, GError **error)
{
  guint          n;
  const TrlProp *props = trl_props (record->kind, &n);

  for (guint k = 0; k < part->n_known; k++)
    for (guint i = 0; i < n; i++)
      if (trl_json_says (part->known[k].name, props[i].key))
        {
          if (!read_prop[props[i].type](part, reader, props[i].key, record, i, error))
            return FALSE;
          break;
        }
  return TRUE;
}

TrlRecord *
trl_record_read (
  TrlReader *reader, TrlJsonSpan span, TrlKind kind, TrlPart *part, GError **error)
{
  g_autoptr (TrlRecord) record = NULL;
  const char *id = NULL;
  gboolean    is_row = kind == TRL_KIND_NODE || kind == TRL_KIND_EDGE;

  if (!trl_part_read (part, reader, span, classify, &kind, error))
    return NULL;
  /* A document that was written by hand may leave its id to us. */
  if ((kind != TRL_KIND_DOCUMENT || trl_part_find (part, "id").start) &&
      !trl_part_get_id (part, reader, &id, error))
    return NULL;

  record = trl_record_new (kind, id);
  record->extra = g_strdup (part->extra);
  if ((is_row && !read_order (part, reader, record, error)) ||
      (kind == TRL_KIND_EDGE && !read_ends (part, reader, record, error)) ||
      !read_props (part, reader, record, error) ||
      !read_fields (part, reader, record, error))
    return NULL;
  return g_steal_pointer (&record);
}

/* Writing */

static void
write_text (TrlMembers *members, const char *name, const TrlValue *value)
{
  trl_members_text (members, name, value->text);
}

static void
write_terms (TrlMembers *members, const char *name, const TrlValue *value)
{
  trl_members_words (members, name, value->text);
}

static void
write_number (TrlMembers *members, const char *name, const TrlValue *value)
{
  trl_members_number (members, name, value->number);
}

static void
write_flag (TrlMembers *members, const char *name, const TrlValue *value)
{
  trl_members_flag (members, name, value->number == 1);
}

static void (*const write_prop[]) (TrlMembers *, const char *, const TrlValue *) = {
  [TRL_PROP_TEXT] = write_text,   [TRL_PROP_TERM] = write_text,
  [TRL_PROP_TERMS] = write_terms, [TRL_PROP_NUMBER] = write_number,
  [TRL_PROP_FLAG] = write_flag,
};

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static void
write_fields (TrlMembers *members, GHashTable *fields)
{
  g_autoptr (GList) ids = fields ? g_hash_table_get_keys (fields) : NULL;
  TrlMembers inner = { members->out, ", ", FALSE };

  if (!ids)
    return;
  trl_members_name (members, "fields");
  g_string_append_c (members->out, '{');
  ids = g_list_sort (ids, compare_texts);
  for (GList *l = ids; l; l = l->next)
    trl_members_text (&inner, l->data, g_hash_table_lookup (fields, l->data));
  g_string_append_c (members->out, '}');
}

void
trl_record_write (TrlMembers *members, const TrlRecord *record)
{
  guint          n;
  const TrlProp *props = trl_props (record->kind, &n);

  trl_members_text (members, "id", record->id);
  if (record->order)
    trl_members_number (members, "order", (double) record->order);
  trl_members_text (members, "from", record->ends[0]);
  trl_members_text (members, "to", record->ends[1]);
  for (guint i = 0; i < n; i++)
    if (record->values[i].type != TRL_VALUE_NONE)
      write_prop[props[i].type](members, props[i].key, &record->values[i]);
  write_fields (members, record->fields);
}

void
trl_record_write_extra (TrlMembers *members, const TrlRecord *record)
{
  trl_members_raw (members, record->extra);
}
