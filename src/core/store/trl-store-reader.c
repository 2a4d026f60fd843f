/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes one object of a scanned file at a time: known members are remembered by their
 * places, unknown ones stay the text that they are.  A tree of a large file would be ten
 * times its size. */

#include "config.h"

#include "store/trl-store-reader.h"

#include "store/trl-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

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

static void
reset (TrlPart *part)
{
  g_clear_pointer (&part->extra, g_free);
  part->free = NULL;
  part->room = 0;
  part->n_known = 0;
  part->n_apart = 0;
}

void
trl_part_clear (TrlPart *part)
{
  reset (part);
  g_clear_pointer (&part->texts, g_free);
  part->size = 0;
  memset (part->guesses, 0, sizeof part->guesses);
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

static char *
dup_unknown (TrlJsonSpan object, TrlMemberFunc classify, gconstpointer data)
{
  GString      *out = g_string_new (NULL);
  TrlJsonCursor cursor = trl_json_enter (object);
  TrlJsonSpan   name, value;
  guint         slot;

  while (trl_json_next_member (&cursor, &name, &value))
    if (classify (data, name, &slot) == TRL_MEMBER_UNKNOWN)
      append_member (out, name, value);
  return g_string_free (out, FALSE);
}

/* Rows of a table have the same members in the same order nearly always. */
static TrlMemberClass
classify_like_before (TrlPart      *part,
                      guint         place,
                      TrlJsonSpan   name,
                      TrlMemberFunc classify,
                      gconstpointer data,
                      guint        *slot)
{
  TrlGuess *guess = place < TRL_MAX_GUESSES ? &part->guesses[place] : NULL;
  TrlMemberClass class;

  if (guess && guess->name.length == name.length &&
      memcmp (guess->name.start, name.start, name.length) == 0)
    {
      *slot = guess->slot;
      return guess->class;
    }
  *slot = G_MAXUINT;
  class = classify (data, name, slot);
  if (guess)
    *guess = (TrlGuess){ name, class, *slot };
  return class;
}

gboolean
trl_part_read (TrlPart      *part,
               TrlReader    *reader,
               TrlJsonSpan   span,
               TrlMemberFunc classify,
               gconstpointer data,
               GError      **error)
{
  TrlJsonCursor cursor;
  TrlJsonSpan   name, value;
  gboolean      any_unknown = FALSE;
  guint         place = 0, slot;

  reset (part);
  part->span = span;
  if (*span.start != '{')
    return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_CONTENT, error,
                            _ ("There should be an object here"));
  cursor = trl_json_enter (span);
  cursor.large = reader->large;
  while (trl_json_next_member (&cursor, &name, &value))
    switch (classify_like_before (part, place++, name, classify, data, &slot))
      {
      case TRL_MEMBER_UNKNOWN:
        any_unknown = TRUE;
        break;
      case TRL_MEMBER_KNOWN:
        g_assert (part->n_known < TRL_MAX_KNOWN);
        part->known[part->n_known++] = (TrlKnown){ name, value, slot, NULL };
        part->room += name.length + value.length;
        break;
      case TRL_MEMBER_APART:
      default:
        g_assert (part->n_apart < TRL_MAX_APART);
        part->apart[part->n_apart++] = (TrlApart){ name, value };
        break;
      }
  part->span.length = (gsize) (cursor.at + 1 - span.start);
  if (part->room > TRL_STORE_MAX_PART)
    return trl_reader_fail (reader, span.start, TRL_STORE_ERROR_LIMIT, error,
                            _ ("What is written here is longer than 4 MiB"));
  part->extra = any_unknown ? dup_unknown (span, classify, data) : NULL;
  return TRUE;
}

static TrlKnown *
find_known (TrlPart *part, const char *name)
{
  for (guint i = 0; i < part->n_known; i++)
    if (trl_json_says (part->known[i].name, name))
      return &part->known[i];
  return NULL;
}

TrlKnown *
trl_part_get_slot (TrlPart *part, guint slot)
{
  for (guint i = 0; i < part->n_known; i++)
    if (part->known[i].slot == slot)
      return &part->known[i];
  return NULL;
}

TrlJsonSpan
trl_part_find (const TrlPart *part, const char *name)
{
  const TrlKnown *known = find_known ((TrlPart *) part, name);

  return known ? known->value : (TrlJsonSpan){ NULL, 0 };
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

/* Each text is decoded once and never longer than it stands in the file, so all of them
 * have room where one after the other is put. */
static const char *
decode (TrlPart *part, TrlKnown *known)
{
  if (part->size < part->room)
    {
      g_free (part->texts);
      part->texts = g_malloc (part->room);
      part->size = part->room;
    }
  if (!part->free)
    part->free = part->texts;
  known->text = part->free;
  part->free += trl_json_decode (known->value, part->free) + 1;
  return known->text;
}

gboolean
trl_known_get_text (TrlKnown    *known,
                    TrlPart     *part,
                    TrlReader   *reader,
                    const char  *name,
                    const char **text,
                    GError     **error)
{
  *text = NULL;
  if (!known)
    return TRUE;
  if (*known->value.start != '"')
    return refuse_type (part, reader, name, _ ("a text in double quotes"), error);
  *text = known->text ? known->text : decode (part, known);
  return TRUE;
}

gboolean
trl_part_get_text (
  TrlPart *part, TrlReader *reader, const char *name, const char **text, GError **error)
{
  return trl_known_get_text (find_known (part, name), part, reader, name, text, error);
}

static gboolean
is_whole (TrlJsonSpan value)
{
  for (gsize i = 0; i < value.length; i++)
    if (strchr (".eE", value.start[i]))
      return FALSE;
  return TRUE;
}

gboolean
trl_known_get_number (const TrlKnown *known,
                      const TrlPart  *part,
                      TrlReader      *reader,
                      const char     *name,
                      double         *number,
                      GError        **error)
{
  *number = NAN;
  if (!known)
    return TRUE;
  if (*known->value.start != '-' && !g_ascii_isdigit (*known->value.start))
    return refuse_type (part, reader, name, _ ("a number"), error);
  *number = g_ascii_strtod (known->value.start, NULL);
  if (fabs (*number) > TRL_JSON_MAX_INTEGER && is_whole (known->value))
    return refuse_type (part, reader, name, _ ("smaller than 2^53 to be exact"), error);
  return TRUE;
}

gboolean
trl_part_get_number (const TrlPart *part,
                     TrlReader     *reader,
                     const char    *name,
                     double        *number,
                     GError       **error)
{
  return trl_known_get_number (find_known ((TrlPart *) part, name), part, reader, name,
                               number, error);
}

gboolean
trl_known_get_flag (const TrlKnown *known,
                    const TrlPart  *part,
                    TrlReader      *reader,
                    const char     *name,
                    gboolean       *flag,
                    GError        **error)
{
  *flag = known && *known->value.start == 't';
  if (!known || *known->value.start == 't' || *known->value.start == 'f')
    return TRUE;
  return refuse_type (part, reader, name, _ ("true or false"), error);
}

gboolean
trl_part_get_flag (const TrlPart *part,
                   TrlReader     *reader,
                   const char    *name,
                   gboolean      *flag,
                   GError       **error)
{
  return trl_known_get_flag (find_known ((TrlPart *) part, name), part, reader, name,
                             flag, error);
}

gboolean
trl_known_get_words (const TrlKnown *known,
                     const TrlPart  *part,
                     TrlReader      *reader,
                     const char     *name,
                     char          **words,
                     GError        **error)
{
  TrlJsonSpan   item;
  TrlJsonCursor cursor;
  g_autoptr (GString) joined = NULL;

  *words = NULL;
  if (!known)
    return TRUE;
  if (*known->value.start != '[')
    return refuse_type (part, reader, name, _ ("a list of ids without spaces"), error);
  joined = g_string_new (NULL);
  cursor = trl_json_enter (known->value);
  while (trl_json_next_element (&cursor, &item))
    {
      g_autofree char *word = *item.start == '"' ? trl_json_dup_string (item) : NULL;

      if (!word || !*word || strchr (word, ' '))
        return refuse_type (part, reader, name, _ ("a list of ids without spaces"),
                            error);
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append (joined, word);
    }
  *words = g_string_free (g_steal_pointer (&joined), FALSE);
  return TRUE;
}

gboolean
trl_part_get_words (
  const TrlPart *part, TrlReader *reader, const char *name, char **words, GError **error)
{
  return trl_known_get_words (find_known ((TrlPart *) part, name), part, reader, name,
                              words, error);
}

gboolean
trl_part_get_id (TrlPart *part, TrlReader *reader, const char **id, GError **error)
{
  if (!trl_part_get_text (part, reader, "id", id, error))
    return FALSE;
  if (*id && **id)
    return TRUE;
  return trl_reader_fail (reader, trl_part_where (part, "id"), TRL_STORE_ERROR_CONTENT,
                          error, _ ("The member “id” is missing or empty"));
}
