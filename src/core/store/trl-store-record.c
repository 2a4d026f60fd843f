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

/* What a known member says: the property of this index, or one of these. */
enum
{
  SLOT_ID = 1000,
  SLOT_ORDER,
  SLOT_FROM,
  SLOT_TO,
  SLOT_FIELDS
};

static guint
slot_of (const char *name)
{
  static const char *const names[] = { "id", "order", "from", "to", "fields" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      return SLOT_ID + i;
  return G_MAXUINT;
}

static TrlMemberClass
classify (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  TrlKind        kind = *(const TrlKind *) data;
  guint          n;
  const TrlProp *props = trl_props (kind, &n);

  for (const Own *member = own[kind]; member->name; member++)
    if (trl_json_says (name, member->name))
      {
        *slot = slot_of (member->name);
        return member->class;
      }
  for (guint i = 0; i < n; i++)
    if (trl_json_says (name, props[i].key))
      {
        *slot = i;
        return TRL_MEMBER_KNOWN;
      }
  return TRL_MEMBER_UNKNOWN;
}

/* Reading */

void
trl_row_init (TrlRow *row, TrlKind kind)
{
  guint n;

  *row = (TrlRow){ .record.kind = kind };
  trl_props (kind, &n);
  row->record.values = g_new0 (TrlValue, n);
}

/* Texts are those of the part. */
static void
empty (TrlRow *row)
{
  TrlRecord *record = &row->record;
  guint      n;

  trl_props (record->kind, &n);
  memset (record->values, 0, n * sizeof (TrlValue));
  g_clear_pointer (&record->fields, g_hash_table_unref);
  g_clear_pointer (&row->words, g_free);
  record->id = record->ends[0] = record->ends[1] = record->extra = NULL;
  record->order = 0;
}

void
trl_row_clear (TrlRow *row)
{
  empty (row);
  trl_part_clear (&row->part);
  g_clear_pointer (&row->record.values, g_free);
}

typedef gboolean (*ReadProp) (
  TrlRow *row, TrlReader *reader, TrlKnown *known, const char *name, GError **error);

static gboolean
read_text (
  TrlRow *row, TrlReader *reader, TrlKnown *known, const char *name, GError **error)
{
  const char *text;

  if (!trl_known_get_text (known, &row->part, reader, name, &text, error))
    return FALSE;
  row->record.values[known->slot] = TRL_TEXT (text);
  return TRUE;
}

/* No kind of thing has more than one property of this type. */
static gboolean
read_terms (
  TrlRow *row, TrlReader *reader, TrlKnown *known, const char *name, GError **error)
{
  g_assert (!row->words);
  if (!trl_known_get_words (known, &row->part, reader, name, &row->words, error))
    return FALSE;
  row->record.values[known->slot] = TRL_TEXT (row->words);
  return TRUE;
}

static gboolean
read_number (
  TrlRow *row, TrlReader *reader, TrlKnown *known, const char *name, GError **error)
{
  double number;

  if (!trl_known_get_number (known, &row->part, reader, name, &number, error))
    return FALSE;
  if (!isnan (number))
    row->record.values[known->slot] = TRL_NUMBER (number);
  return TRUE;
}

static gboolean
read_flag (
  TrlRow *row, TrlReader *reader, TrlKnown *known, const char *name, GError **error)
{
  gboolean flag;

  if (!trl_known_get_flag (known, &row->part, reader, name, &flag, error))
    return FALSE;
  row->record.values[known->slot] = TRL_FLAG (flag);
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
read_fields (TrlRow *row, TrlReader *reader, GError **error)
{
  const TrlKnown *fields = trl_part_get_slot (&row->part, SLOT_FIELDS);
  TrlJsonSpan     name, value;
  TrlJsonCursor   cursor;

  if (!fields)
    return TRUE;
  if (*fields->value.start != '{')
    return trl_reader_fail (reader, trl_part_where (&row->part, "fields"),
                            TRL_STORE_ERROR_CONTENT, error, _ ("“%s” must be %s"),
                            "fields", _ ("an object of texts"));
  cursor = trl_json_enter (fields->value);
  while (trl_json_next_member (&cursor, &name, &value))
    if (!read_field (&row->part, reader, name, value, &row->record, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_order (TrlRow *row, TrlReader *reader, GError **error)
{
  double order;

  if (!trl_known_get_number (trl_part_get_slot (&row->part, SLOT_ORDER), &row->part,
                             reader, "order", &order, error))
    return FALSE;
  if (!isnan (order) && order != floor (order))
    return trl_reader_fail (reader, trl_part_where (&row->part, "order"),
                            TRL_STORE_ERROR_CONTENT, error, _ ("“%s” must be %s"),
                            "order", _ ("a whole number"));
  row->record.order = isnan (order) ? 0 : (gint64) order;
  return TRUE;
}

static gboolean
read_ends (TrlRow *row, TrlReader *reader, GError **error)
{
  static const char *const names[] = { "from", "to" };

  for (guint end = 0; end < 2; end++)
    {
      const char *id;

      if (!trl_known_get_text (trl_part_get_slot (&row->part, SLOT_FROM + end),
                               &row->part, reader, names[end], &id, error))
        return FALSE;
      if (!id)
        return trl_reader_fail (reader, row->part.span.start, TRL_STORE_ERROR_CONTENT,
                                error, _ ("The member “%s” is missing"), names[end]);
      row->record.ends[end] = (char *) id;
    }
  return TRUE;
}

static gboolean
read_props (TrlRow *row, TrlReader *reader, GError **error)
{
  guint          n;
  const TrlProp *props = trl_props (row->record.kind, &n);

  for (guint k = 0; k < row->part.n_known; k++)
    {
      TrlKnown *known = &row->part.known[k];

      if (known->slot < n && !read_prop[props[known->slot].type](
                               row, reader, known, props[known->slot].key, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
trl_row_read (TrlRow *row, TrlReader *reader, TrlJsonSpan span, GError **error)
{
  TrlRecord  *record = &row->record;
  gboolean    is_row = record->kind == TRL_KIND_NODE || record->kind == TRL_KIND_EDGE;
  const char *id = NULL;

  empty (row);
  if (!trl_part_read (&row->part, reader, span, classify, &record->kind, error))
    return FALSE;
  /* A document that was written by hand may leave its id to us. */
  if ((record->kind != TRL_KIND_DOCUMENT || trl_part_get_slot (&row->part, SLOT_ID)) &&
      !trl_part_get_id (&row->part, reader, &id, error))
    return FALSE;
  record->id = (char *) id;
  record->extra = row->part.extra;
  return (!is_row || read_order (row, reader, error)) &&
         (record->kind != TRL_KIND_EDGE || read_ends (row, reader, error)) &&
         read_props (row, reader, error) && read_fields (row, reader, error);
}

TrlRecord *
trl_record_read (
  TrlReader *reader, TrlJsonSpan span, TrlKind kind, TrlPart *part, GError **error)
{
  g_auto (TrlRow) row;
  TrlRecord *record = NULL;

  trl_row_init (&row, kind);
  if (trl_row_read (&row, reader, span, error))
    record = trl_record_copy (&row.record);
  *part = row.part;
  memset (&row.part, 0, sizeof row.part);
  return record;
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
