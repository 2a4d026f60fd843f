/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a draft: partner types, roles, and fields for columns of its own. */

#include "config.h"

#include "formats/trl-degrees.h"
#include "formats/trl-draft.h"
#include "formats/trl-type-words.h"
#include "formats/trl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DOUBT 0.7 /* what is less certain is asked */

static gboolean
is_used (const TrlMeaning *meanings, TrlMeaning meaning)
{
  for (; *meanings != TRL_N_MEANINGS; meanings++)
    if (*meanings == meaning)
      return TRUE;
  return FALSE;
}

static void
ask_column (TrlDraft *draft, const TrlSource *source, guint i)
{
  const TrlColumn *column = trl_source_get_column (source, i);

  trl_read_report_ask (draft->report, TRL_QUESTION_COLUMN, source->index, (int) i,
                       trl_meaning_get_id (column->meaning), NULL,
                       _ ("Does the column “%s” hold this: %s?"), column->header,
                       trl_meaning_get_label (column->meaning));
}

void
trl_draft_use (TrlDraft *draft, TrlSource *source, const TrlMeaning *meanings)
{
  for (guint i = 0; i < source->columns->len; i++)
    {
      TrlColumn *column = trl_source_get_column (source, i);
      if (column->meaning < TRL_MEANING_SITE)
        continue;
      if (is_used (meanings, column->meaning))
        {
          if (column->certainty < DOUBT)
            ask_column (draft, source, i);
          continue;
        }
      source->of[column->meaning] = -1;
      column->said = column->meaning;
      column->meaning = TRL_MEANING_FIELD;
      column->certainty = 0;
    }
}

GHashTable *
trl_draft_collect_words (const TrlSource *source, TrlMeaning meaning)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      const char *word = trl_source_get (source, row, meaning);
      if (word[0] != '\0' && !g_hash_table_contains (words, word))
        g_hash_table_add (words, g_strdup (word));
    }
  return words;
}

void
trl_draft_choose_types (TrlDraft *draft, GHashTable *words)
{
  GHashTableIter iter;
  gpointer       word;
  guint          known = 0;
  guint          n = g_hash_table_size (words);

  if (draft->types_chosen || n == 0)
    return;
  draft->types_chosen = TRUE;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    known += trl_type_words_find (draft->vocabulary, word) != NULL;
  if (known * 2 < n)
    g_ptr_array_set_size (draft->vocabulary->types, 0);
}

const char *
trl_draft_type (TrlDraft *draft, const TrlSource *source, guint row, const char *word)
{
  const char *known = g_hash_table_lookup (draft->types, word);

  if (known != NULL || word[0] == '\0')
    return known;
  const TrlPartnerType *type = trl_type_words_find (draft->vocabulary, word);
  if (type == NULL)
    {
      type = trl_type_words_add (draft->vocabulary, word);
      trl_read_report_add (draft->report, TRL_ISSUE_ADDED_TYPE, source->name,
                           trl_source_get_line (source, row), 0,
                           _ ("“%s” is added to the partner types"), word);
    }
  char *id = g_strdup (type->id);
  g_hash_table_insert (draft->types, g_strdup (word), id);
  return id;
}

static const TrlRole *
need_role (TrlDraft *draft, const TrlSource *source, guint row, const char *word)
{
  const TrlRole *role = trl_type_words_find_role (draft->vocabulary, word);

  if (role != NULL)
    return role;
  g_autofree char *id = trl_slug (word);
  if (trl_vocabulary_find_role (draft->vocabulary, id) != NULL)
    return trl_vocabulary_find_role (draft->vocabulary, id);
  TrlRole *added = trl_role_new (id, word, NULL);
  g_ptr_array_add (draft->vocabulary->roles, added);
  trl_read_report_add (draft->report, TRL_ISSUE_ADDED_TYPE, source->name,
                       trl_source_get_line (source, row), 0,
                       _ ("“%s” is added to the roles"), word);
  return added;
}

void
trl_draft_set_roles (TrlDraft *draft, const TrlSource *source, guint row, TrlRecord *node)
{
  g_auto (GStrv) words =
    g_strsplit_set (trl_source_get (source, row, TRL_MEANING_ROLES), ";|\n", -1);
  g_autoptr (GHashTable) held = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strstrip (words[i])[0] != '\0')
      g_hash_table_add (held, (gpointer) need_role (draft, source, row, words[i]));
  for (guint i = 0; i < draft->vocabulary->roles->len; i++)
    {
      const TrlRole *role = draft->vocabulary->roles->pdata[i];
      if (g_hash_table_contains (held, role))
        g_string_append_printf (ids, "%s%s", ids->len ? " " : "", role->id);
    }
  if (ids->len > 0)
    trl_record_set (node, TRL_NODE_ROLES, TRL_TEXT (ids->str));
}

typedef struct
{
  gboolean number;
  gboolean answer;
  gboolean date;
  gboolean link;
} Shape;

static gboolean
is_plain_number (const char *cell, gboolean comma)
{
  double      number;
  const char *digits = cell + (cell[0] == '-');

  if (digits[0] == '0' && g_ascii_isdigit (digits[1]))
    return FALSE; /* a postal code */
  return strpbrk (cell, "eE+") == NULL && trl_word_number (cell, comma, &number);
}

static gboolean
is_date (const char *cell)
{
  if (strlen (cell) != 10 || strspn (cell, "0123456789-") != 10 || cell[4] != '-' ||
      cell[7] != '-')
    return FALSE;
  return g_date_valid_dmy ((GDateDay) g_ascii_strtoull (cell + 8, NULL, 10),
                           (GDateMonth) g_ascii_strtoull (cell + 5, NULL, 10),
                           (GDateYear) g_ascii_strtoull (cell, NULL, 10));
}

static TrlFieldKind
judge_column (const TrlSource *source, guint column)
{
  Shape shape = { TRUE, TRUE, TRUE, TRUE };
  guint n = 0;

  for (guint row = trl_source_get_first (source); row < trl_source_get_end (source);
       row++)
    {
      const char *cell = trl_sheet_get (source->sheet, row, column);
      if (cell[0] == '\0')
        continue;
      n++;
      shape.number &= is_plain_number (cell, source->sheet->comma);
      shape.answer &= !g_ascii_isdigit (cell[0]) && trl_word_answer (cell) >= 0;
      shape.date &= is_date (cell);
      shape.link &=
        g_str_has_prefix (cell, "http://") || g_str_has_prefix (cell, "https://");
    }
  if (n == 0)
    return TRL_FIELD_TEXT;
  if (shape.number)
    return TRL_FIELD_NUMBER;
  if (shape.answer)
    return TRL_FIELD_YES_NO;
  if (shape.date)
    return TRL_FIELD_DATE;
  return shape.link ? TRL_FIELD_LINK : TRL_FIELD_TEXT;
}

/* Ways to reach a person are not for sharing. */
static gboolean
is_private_header (const char *header)
{
  static const char *const words[] = { "email",     "phone",    "telephone",
                                       "mobile",    "correo",   "telefono",
                                       "firstname", "lastname", "apellido" };
  g_autofree char         *key = trl_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (key, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
get_of (const TrlRecord *record)
{
  static const char *const names[TRL_N_KINDS] = { [TRL_KIND_DOCUMENT] = "document",
                                                  [TRL_KIND_NETWORK] = "network",
                                                  [TRL_KIND_NODE] = "node",
                                                  [TRL_KIND_EDGE] = "edge" };
  return names[record->kind];
}

/* Two columns with one header are two fields. */
static char *
free_field (const TrlSource *source, const char *header)
{
  g_autofree char *slug = trl_slug (header);
  char            *id = g_strdup (slug);

  for (guint n = 2, i = 0; i < source->columns->len; i++)
    if (g_strcmp0 (trl_source_get_column (source, i)->field, id) == 0)
      {
        g_free (id);
        id = g_strdup_printf ("%s-%u", slug, n++);
        i = 0;
      }
  return id;
}

static const char *
need_field (TrlDraft *draft, const TrlSource *source, guint i, const TrlRecord *record)
{
  TrlColumn *column = trl_source_get_column (source, i);

  if (column->field != NULL)
    return column->field;
  column->field = free_field (source, column->header);
  if (trl_vocabulary_find_field (draft->vocabulary, get_of (record), column->field) ==
      NULL)
    {
      TrlField *field = trl_field_new (column->field, column->header, get_of (record),
                                       judge_column (source, i));
      field->is_private = is_private_header (column->header);
      g_ptr_array_add (draft->vocabulary->fields, field);
    }
  return column->field;
}

static gboolean
is_place (TrlMeaning meaning)
{
  return meaning == TRL_MEANING_LATITUDE || meaning == TRL_MEANING_LONGITUDE;
}

double
trl_draft_read_degrees (TrlDraft *draft, const TrlSource *source, guint row, guint column)
{
  const TrlColumn *of = trl_source_get_column (source, column);
  TrlMeaning       meaning = is_place (of->said) ? of->said : of->meaning;
  const char      *cell = trl_sheet_get (source->sheet, row, column);
  double           degrees = trl_degrees_read (cell, meaning);

  if (cell[0] != '\0' && isnan (degrees))
    trl_read_report_add (
      draft->report, TRL_ISSUE_UNKNOWN_VALUE, source->name,
      trl_source_get_line (source, row), column + 1,
      meaning == TRL_MEANING_LATITUDE
        ? _ ("“%s” is no latitude, which is from -90 to 90 degrees; maps leave it out")
        : _ ("“%s” is no longitude, which is from -180 to 180 degrees; maps leave it "
             "out"),
      cell);
  return degrees;
}

static void
keep_field (
  TrlDraft *draft, const TrlSource *source, guint row, guint i, TrlRecord *record)
{
  const char      *cell = trl_sheet_get (source->sheet, row, i);
  const char      *id = need_field (draft, source, i, record);
  g_autofree char *number = NULL;

  if (source->sheet->comma && strchr (cell, ',') != NULL &&
      trl_vocabulary_find_field (draft->vocabulary, get_of (record), id)->kind ==
        TRL_FIELD_NUMBER)
    cell = number = g_strdelimit (g_strdup (cell), ",", '.');
  if (is_place (trl_source_get_column (source, i)->said))
    trl_draft_read_degrees (draft, source, row, i);
  trl_record_set_field (record, id, cell);
}

static void
list_excess (TrlDraft *draft, const TrlSource *source, guint row, guint n)
{
  g_autoptr (GString) cells = g_string_new (NULL);

  for (guint i = source->columns->len; i < n; i++)
    g_string_append_printf (cells, "%s%s", cells->len ? " | " : "",
                            trl_sheet_get (source->sheet, row, i));
  trl_read_report_add (draft->report, TRL_ISSUE_NOTE, source->name,
                       trl_source_get_line (source, row), source->columns->len + 1,
                       _ ("There are more cells than headers; left out: %s"), cells->str);
}

void
trl_draft_keep_fields (TrlDraft        *draft,
                       const TrlSource *source,
                       guint            row,
                       TrlRecord       *record)
{
  guint n = trl_sheet_get_width (source->sheet, row);

  for (guint i = 0; i < MIN (n, source->columns->len); i++)
    if (trl_source_get_column (source, i)->meaning == TRL_MEANING_FIELD &&
        trl_sheet_get (source->sheet, row, i)[0] != '\0')
      keep_field (draft, source, row, i, record);
  if (n > source->columns->len)
    list_excess (draft, source, row, n);
}

void
trl_draft_set_text (
  const TrlSource *source, guint row, TrlMeaning meaning, TrlRecord *record, guint prop)
{
  const char *cell = trl_source_get (source, row, meaning);
  if (cell[0] != '\0')
    trl_record_set (record, prop, TRL_TEXT (cell));
}
