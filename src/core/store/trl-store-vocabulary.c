/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a document as lists of objects.  A table says which member of the file is
 * which member of a struct; both directions walk it. */

#include "config.h"

#include "store/trl-store-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  MEMBER_TEXT,
  MEMBER_WORDS, /* ids: an array in the file, separated by spaces here */
  MEMBER_KIND,  /* of a field */
  MEMBER_FLAG,
  MEMBER_TEXTS, /* NULL when there are none */
  MEMBER_LEVELS
} MemberType;

typedef struct
{
  const char *name;
  MemberType  type;
  gsize       offset;
} Member;

/* Every item has these three, at places of its own. */
typedef struct
{
  const Member *members; /* the first is the id, the second the name */
  guint         n_members;
  gsize         extra;
  gpointer (*create) (void);
} Item;

typedef struct
{
  const char *name;
  gsize       offset; /* of the array, in a vocabulary */
  const Item *item;   /* NULL: plain texts */
} List;

#define TEXT(type, member)                                                               \
  {                                                                                      \
#member, MEMBER_TEXT, G_STRUCT_OFFSET(type, member)                                  \
  }

static const Member level_members[] = {
  TEXT (TrlLevel, id),
  TEXT (TrlLevel, name),
  TEXT (TrlLevel, definition),
  TEXT (TrlLevel, colour),
};
static const Member scale_members[] = {
  TEXT (TrlScale, id),
  TEXT (TrlScale, name),
  TEXT (TrlScale, source),
  { "levels", MEMBER_LEVELS, G_STRUCT_OFFSET (TrlScale, levels) },
};
static const Member type_members[] = {
  TEXT (TrlPartnerType, id),     TEXT (TrlPartnerType, name),
  TEXT (TrlPartnerType, family), TEXT (TrlPartnerType, shape),
  TEXT (TrlPartnerType, letter), TEXT (TrlPartnerType, origin),
};
static const Member role_members[] = {
  TEXT (TrlRole, id),
  TEXT (TrlRole, name),
  TEXT (TrlRole, definition),
};
static const Member strategy_members[] = {
  TEXT (TrlStrategy, id),
  TEXT (TrlStrategy, name),
  { "primary", MEMBER_WORDS, G_STRUCT_OFFSET (TrlStrategy, primary) },
  { "secondary", MEMBER_WORDS, G_STRUCT_OFFSET (TrlStrategy, secondary) },
};
static const Member field_members[] = {
  TEXT (TrlField, id),
  TEXT (TrlField, name),
  TEXT (TrlField, of),
  { "kind", MEMBER_KIND, G_STRUCT_OFFSET (TrlField, kind) },
  { "choices", MEMBER_TEXTS, G_STRUCT_OFFSET (TrlField, choices) },
  { "private", MEMBER_FLAG, G_STRUCT_OFFSET (TrlField, is_private) },
};

static const char *const field_kinds[TRL_N_FIELD_KINDS] = {
  [TRL_FIELD_TEXT] = "text",     [TRL_FIELD_NUMBER] = "number", [TRL_FIELD_DATE] = "date",
  [TRL_FIELD_CHOICE] = "choice", [TRL_FIELD_YES_NO] = "yes-no", [TRL_FIELD_LINK] = "link",
};

static gpointer
new_scale (void)
{
  return trl_scale_new (NULL, NULL);
}

static gpointer
new_type (void)
{
  return trl_partner_type_new (NULL, NULL, NULL, NULL, NULL, NULL);
}

static gpointer
new_role (void)
{
  return trl_role_new (NULL, NULL, NULL);
}

static gpointer
new_strategy (void)
{
  return trl_strategy_new (NULL, NULL, NULL, NULL);
}

static gpointer
new_field (void)
{
  return trl_field_new (NULL, NULL, NULL, TRL_FIELD_TEXT);
}

#define ITEM(type, members, create)                                                      \
  {                                                                                      \
    members, G_N_ELEMENTS (members), G_STRUCT_OFFSET (type, extra), create               \
  }

static const Item level_item = ITEM (TrlLevel, level_members, NULL);
static const Item scale_item = ITEM (TrlScale, scale_members, new_scale);
static const Item type_item = ITEM (TrlPartnerType, type_members, new_type);
static const Item role_item = ITEM (TrlRole, role_members, new_role);
static const Item strategy_item = ITEM (TrlStrategy, strategy_members, new_strategy);
static const Item field_item = ITEM (TrlField, field_members, new_field);

static const List lists[] = {
  { "scales", G_STRUCT_OFFSET (TrlVocabulary, scales), &scale_item },
  { "types", G_STRUCT_OFFSET (TrlVocabulary, types), &type_item },
  { "roles", G_STRUCT_OFFSET (TrlVocabulary, roles), &role_item },
  { "strategies", G_STRUCT_OFFSET (TrlVocabulary, strategies), &strategy_item },
  { "fields", G_STRUCT_OFFSET (TrlVocabulary, fields), &field_item },
  { "kinds", G_STRUCT_OFFSET (TrlVocabulary, kinds), NULL },
};

static GPtrArray *
list_of (const TrlVocabulary *vocabulary, const List *list)
{
  return G_STRUCT_MEMBER (GPtrArray *, vocabulary, list->offset);
}

/* Reading */

static TrlMemberClass
classify_item (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  const Item *item = data;

  for (guint i = 0; i < item->n_members; i++)
    if (trl_json_says (name, item->members[i].name))
      return item->members[i].type >= MEMBER_TEXTS ? TRL_MEMBER_APART : TRL_MEMBER_KNOWN;
  return TRL_MEMBER_UNKNOWN;
}

static TrlMemberClass
classify_lists (gconstpointer data, TrlJsonSpan name, guint *slot)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (trl_json_says (name, lists[i].name))
      return TRL_MEMBER_APART;
  return TRL_MEMBER_UNKNOWN;
}

static gboolean
enter_list (TrlReader     *reader,
            TrlJsonSpan    list,
            const char    *name,
            TrlJsonCursor *cursor,
            GError       **error)
{
  if (*list.start != '[')
    return trl_reader_fail (reader, list.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("“%s” must be %s"), name, _ ("a list"));
  *cursor = trl_json_enter (list);
  return TRUE;
}

typedef gboolean (*ReadMember) (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error);

static gboolean
read_text (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  const char *text;

  if (!trl_part_get_text (part, reader, name, &text, error))
    return FALSE;
  *(char **) target = g_strdup (text);
  return TRUE;
}

static gboolean
read_words (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  return trl_part_get_words (part, reader, name, target, error);
}

/* A kind that only a newer version knows stays with the unknown members. */
static void
keep_kind (TrlPart *part, TrlReader *reader, const char *text, TrlField *field)
{
  TrlJsonSpan value = trl_json_find (part->span, "kind");

  field->extra = g_strdup_printf ("\"kind\": %.*s", (int) value.length, value.start);
  trl_reader_note (reader, value.start,
                   _ ("The kind of field “%s” is not known here; it is shown as text"),
                   text);
}

static gboolean
read_kind (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  const char *text;

  if (!trl_part_get_text (part, reader, name, &text, error))
    return FALSE;
  for (guint i = 0; text && i < TRL_N_FIELD_KINDS; i++)
    if (g_str_equal (text, field_kinds[i]))
      {
        *(TrlFieldKind *) target = (TrlFieldKind) i;
        return TRUE;
      }
  if (text)
    keep_kind (part, reader, text,
               (TrlField *) ((char *) target - G_STRUCT_OFFSET (TrlField, kind)));
  return TRUE;
}

static gboolean
read_flag (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  return trl_part_get_flag (part, reader, name, target, error);
}

static gboolean read_choices (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error);
static gboolean read_levels (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error);

static const ReadMember read_member[] = {
  [MEMBER_TEXT] = read_text, [MEMBER_WORDS] = read_words,   [MEMBER_KIND] = read_kind,
  [MEMBER_FLAG] = read_flag, [MEMBER_TEXTS] = read_choices, [MEMBER_LEVELS] = read_levels,
};

static void
add_extra (char **extra, char *more)
{
  char *both = *extra && more ? g_strconcat (*extra, ", ", more, NULL) : NULL;

  if (both)
    {
      g_free (*extra);
      g_free (more);
    }
  *extra = both ? both : more ? more : *extra;
}

/* Fills a struct whose members are all unset. */
static gboolean
read_item (
  TrlReader *reader, TrlJsonSpan span, const Item *item, gpointer target, GError **error)
{
  g_auto (TrlPart) part = { 0 };
  const char *id;
  char      **name = &G_STRUCT_MEMBER (char *, target, item->members[1].offset);

  if (!trl_part_read (&part, reader, span, classify_item, item, error) ||
      !trl_part_get_id (&part, reader, &id, error))
    return FALSE;
  for (guint i = 0; i < item->n_members; i++)
    {
      const Member *member = &item->members[i];

      if (!read_member[member->type](&part, reader, member->name,
                                     G_STRUCT_MEMBER_P (target, member->offset), error))
        return FALSE;
    }
  if (!*name)
    *name = g_strdup (id);
  add_extra (&G_STRUCT_MEMBER (char *, target, item->extra),
             g_steal_pointer (&part.extra));
  return TRUE;
}

/* Words are looked up one after the other. */
static gboolean
check_count (TrlReader *reader, TrlJsonSpan span, GPtrArray *items, GError **error)
{
  return items->len <= TRL_STORE_MAX_WORDS ||
         trl_reader_fail (reader, span.start, TRL_STORE_ERROR_LIMIT, error,
                          _ ("The list has more than %d items"), TRL_STORE_MAX_WORDS);
}

static gboolean
check_field (TrlReader *reader, TrlJsonSpan span, const TrlField *field, GError **error)
{
  return field->of || trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                                       _ ("The member “%s” is missing"), "of");
}

/* The last item of a list must not have the id of one before it. */
static gboolean
check_id (TrlReader *reader, TrlJsonSpan span, GHashTable *ids, char *id, GError **error)
{
  return g_hash_table_add (ids, id) ||
         trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                          _ ("The id “%s” stands twice in the list"), id);
}

static gboolean
read_levels (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TrlScale   *scale = (TrlScale *) ((char *) target - G_STRUCT_OFFSET (TrlScale, levels));
  TrlJsonSpan list = trl_part_find_apart (part, name), span;
  TrlJsonCursor cursor;

  if (list.start && !enter_list (reader, list, name, &cursor, error))
    return FALSE;
  while (list.start && trl_json_next_element (&cursor, &span))
    {
      TrlLevel *level = trl_scale_add (scale, NULL, NULL, NULL);

      if (!check_count (reader, span, scale->levels, error) ||
          !read_item (reader, span, &level_item, level, error) ||
          !check_id (reader, span, ids, level->id, error))
        return FALSE;
    }
  return scale->levels->len > 0 ||
         trl_reader_fail (reader, part->span.start, TRL_STORE_ERROR_CONTENT, error,
                          _ ("A scale needs at least one level"));
}

static gboolean
read_items (
  TrlReader *reader, TrlJsonSpan list, const List *row, GPtrArray *items, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TrlJsonCursor cursor;
  TrlJsonSpan   span;

  if (!enter_list (reader, list, row->name, &cursor, error))
    return FALSE;
  while (trl_json_next_element (&cursor, &span))
    {
      gpointer item = row->item->create ();

      g_ptr_array_add (items, item);
      if (!check_count (reader, span, items, error) ||
          !read_item (reader, span, row->item, item, error))
        return FALSE;
      /* Fields of nodes and of edges may share an id. */
      if (row->item == &field_item)
        {
          if (!check_field (reader, span, item, error))
            return FALSE;
        }
      else if (!check_id (reader, span, ids,
                          G_STRUCT_MEMBER (char *, item, row->item->members[0].offset),
                          error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_texts (
  TrlReader *reader, TrlJsonSpan list, const char *name, GPtrArray *texts, GError **error)
{
  TrlJsonCursor cursor;
  TrlJsonSpan   span;

  if (!enter_list (reader, list, name, &cursor, error))
    return FALSE;
  while (trl_json_next_element (&cursor, &span))
    {
      if (*span.start != '"')
        return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                                _ ("There should be a text in double quotes here"));
      if (!check_count (reader, span, texts, error))
        return FALSE;
      g_ptr_array_add (texts, trl_json_dup_string (span));
    }
  return TRUE;
}

static gboolean
read_choices (
  TrlPart *part, TrlReader *reader, const char *name, gpointer target, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TrlJsonSpan list = trl_part_find_apart (part, name);

  if (!list.start)
    return TRUE;
  if (!read_texts (reader, list, name, texts, error))
    return FALSE;
  if (texts->len == 0)
    return TRUE;
  g_ptr_array_add (texts, NULL);
  *(char ***) target = (char **) g_ptr_array_steal (texts, NULL);
  return TRUE;
}

static gboolean
read_list (
  TrlReader *reader, TrlJsonSpan list, const List *row, GPtrArray *items, GError **error)
{
  return row->item ? read_items (reader, list, row, items, error)
                   : read_texts (reader, list, row->name, items, error);
}

/* What hardly makes sense without: a scale to speak of levels. */
static void
complete (TrlVocabulary *vocabulary)
{
  g_autoptr (TrlVocabulary) standard = NULL;

  if (vocabulary->scales->len > 0)
    return;
  standard = trl_vocabulary_new_default ();
  g_ptr_array_extend_and_steal (vocabulary->scales, g_steal_pointer (&standard->scales));
  standard->scales = g_ptr_array_new ();
}

TrlVocabulary *
trl_vocabulary_read (TrlReader *reader, TrlJsonSpan span, GError **error)
{
  g_autoptr (TrlVocabulary) vocabulary = trl_vocabulary_new_empty ();
  g_auto (TrlPart) part = { 0 };

  if (!trl_part_read (&part, reader, span, classify_lists, NULL, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      TrlJsonSpan list = trl_part_find_apart (&part, lists[i].name);
      GPtrArray  *items = list_of (vocabulary, &lists[i]);

      if (list.start && !read_list (reader, list, &lists[i], items, error))
        return NULL;
    }
  vocabulary->extra = g_steal_pointer (&part.extra);
  complete (vocabulary);
  return g_steal_pointer (&vocabulary);
}

/* Writing */

static void write_levels (TrlMembers *members, const char *name, gconstpointer source);

static void
write_text (TrlMembers *members, const char *name, gconstpointer source)
{
  trl_members_text (members, name, *(char *const *) source);
}

static void
write_words (TrlMembers *members, const char *name, gconstpointer source)
{
  trl_members_words (members, name, *(char *const *) source);
}

/* Text goes without saying; and a kind that is not known here stays among the unknown. */
static void
write_kind (TrlMembers *members, const char *name, gconstpointer source)
{
  TrlFieldKind kind = *(const TrlFieldKind *) source;

  if (kind != TRL_FIELD_TEXT)
    trl_members_text (members, name, field_kinds[kind]);
}

static void
write_flag (TrlMembers *members, const char *name, gconstpointer source)
{
  trl_members_flag (members, name, *(const gboolean *) source);
}

static void
write_choices (TrlMembers *members, const char *name, gconstpointer source)
{
  char *const *texts = *(char **const *) source;

  if (!texts)
    return;
  trl_members_name (members, name);
  for (guint i = 0; texts[i]; i++)
    {
      g_string_append (members->out, i ? ", " : "[");
      trl_json_append_string (members->out, texts[i]);
    }
  g_string_append_c (members->out, ']');
}

static void (*const write_member[]) (TrlMembers *, const char *, gconstpointer) = {
  [MEMBER_TEXT] = write_text,     [MEMBER_WORDS] = write_words,
  [MEMBER_KIND] = write_kind,     [MEMBER_FLAG] = write_flag,
  [MEMBER_TEXTS] = write_choices, [MEMBER_LEVELS] = write_levels,
};

static void
write_item (GString *out, const Item *item, gconstpointer source)
{
  TrlMembers members = { out, ", ", FALSE };

  g_string_append_c (out, '{');
  for (guint i = 0; i < item->n_members; i++)
    write_member[item->members[i].type](
      &members, item->members[i].name,
      G_STRUCT_MEMBER_P (source, item->members[i].offset));
  trl_members_raw (&members, G_STRUCT_MEMBER (char *, source, item->extra));
  g_string_append_c (out, '}');
}

/* One item a line; @indent is that of the items. */
static void
write_items (GString *out, GPtrArray *items, const Item *item, const char *indent)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < items->len; i++)
    {
      g_string_append_printf (out, "%s\n%s", i ? "," : "", indent);
      if (item)
        write_item (out, item, items->pdata[i]);
      else
        trl_json_append_string (out, items->pdata[i]);
    }
  if (items->len)
    g_string_append_printf (out, "\n%.*s", (int) strlen (indent) - 2, indent);
  g_string_append_c (out, ']');
}

static void
write_levels (TrlMembers *members, const char *name, gconstpointer source)
{
  trl_members_name (members, name);
  write_items (members->out, *(GPtrArray *const *) source, &level_item, "        ");
}

void
trl_vocabulary_write (GString *out, const TrlVocabulary *vocabulary)
{
  TrlMembers members = { out, ",\n    ", FALSE };

  g_string_append (out, "{\n    ");
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      trl_members_name (&members, lists[i].name);
      write_items (out, list_of (vocabulary, &lists[i]), lists[i].item, "      ");
    }
  trl_members_raw (&members, vocabulary->extra);
  g_string_append (out, "\n  }");
}
