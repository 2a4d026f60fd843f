/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks a text that the strict scanner has accepted.  Nothing here checks again: every
 * string is closed, every bracket has its partner, the text is UTF-8. */

#define _GNU_SOURCE /* rawmemchr */

#include "config.h"

#include "store/trl-json-cursor.h"

#include <string.h>

static const char *
skip_space (const char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r')
    p++;
  return p;
}

/* A quote ends the string unless an odd number of backslashes stands before it. */
static const char *
skip_string (const char *p)
{
  const char *start = p;

  while (TRUE)
    {
      const char *backslash;

      p = rawmemchr (p + 1, '"');
      for (backslash = p; backslash[-1] == '\\'; backslash--)
        g_assert (backslash > start);
      if ((p - backslash) % 2 == 0)
        return p + 1;
    }
}

static const char *
skip_container (const char *p)
{
  /* What a byte does to the depth; a quote is looked at by itself. */
  static const gint8 change[256] = { ['{'] = 1, ['['] = 1, ['}'] = -1, [']'] = -1 };
  int                depth = 0;

  do
    {
      if (*p == '"')
        p = skip_string (p);
      else
        depth += change[(guint8) *p++];
    }
  while (depth > 0);
  return p;
}

static const char *
skip_value (const char *p)
{
  if (*p == '"')
    return skip_string (p);
  if (*p == '{' || *p == '[')
    return skip_container (p);
  while (!strchr (",]} \n\t\r", *p))
    p++;
  return p;
}

/* Returns: (nullable): the end of a container that was noted */
static const char *
find_end (const GArray *large, const char *start)
{
  guint low = 0, high = large->len;

  while (low < high)
    {
      guint              middle = (low + high) / 2;
      const TrlJsonSpan *span = &g_array_index (large, TrlJsonSpan, middle);

      if (span->start == start)
        return start + span->length;
      if (span->start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static TrlJsonSpan
take_value (TrlJsonCursor *cursor)
{
  const char *start = skip_space (cursor->at), *end = NULL;

  if (cursor->large && (*start == '{' || *start == '['))
    end = find_end (cursor->large, start);
  cursor->at = end ? end : skip_value (start);
  return (TrlJsonSpan){ start, (gsize) (cursor->at - start) };
}

/* To the next item, past the comma; FALSE at the closing bracket. */
static gboolean
advance (TrlJsonCursor *cursor)
{
  cursor->at = skip_space (cursor->at);
  if (*cursor->at == ',')
    cursor->at = skip_space (cursor->at + 1);
  return *cursor->at != '}' && *cursor->at != ']';
}

TrlJsonSpan
trl_json_root (const char *text, gsize length)
{
  const char *end = text + length;

  while (strchr (" \n\t\r", *text))
    text++;
  while (strchr (" \n\t\r", end[-1]))
    end--;
  return (TrlJsonSpan){ text, (gsize) (end - text) };
}

TrlJsonCursor
trl_json_enter (TrlJsonSpan container)
{
  g_assert (*container.start == '{' || *container.start == '[');
  return (TrlJsonCursor){ container.start + 1, NULL };
}

gboolean
trl_json_next_member (TrlJsonCursor *cursor, TrlJsonSpan *name, TrlJsonSpan *value)
{
  if (!advance (cursor))
    return FALSE;
  *name = take_value (cursor);
  cursor->at = skip_space (cursor->at) + 1;
  *value = take_value (cursor);
  return TRUE;
}

gboolean
trl_json_next_element (TrlJsonCursor *cursor, TrlJsonSpan *value)
{
  if (!advance (cursor))
    return FALSE;
  *value = take_value (cursor);
  return TRUE;
}

const char *
trl_json_peek_element (TrlJsonCursor *cursor)
{
  return advance (cursor) ? cursor->at : NULL;
}

void
trl_json_pass (TrlJsonCursor *cursor, TrlJsonSpan element)
{
  g_assert (element.start == cursor->at);
  cursor->at += element.length;
}

gboolean
trl_json_says_slowly (TrlJsonSpan string, const char *text)
{
  g_autofree char *decoded = NULL;

  if (!memchr (string.start, '\\', string.length))
    return string.length == strlen (text) + 2 &&
           memcmp (string.start + 1, text, string.length - 2) == 0;
  decoded = trl_json_dup_string (string);
  return g_str_equal (decoded, text);
}

TrlJsonSpan
trl_json_find (TrlJsonSpan object, const char *name)
{
  TrlJsonCursor cursor = trl_json_enter (object);
  TrlJsonSpan   found, value;

  while (trl_json_next_member (&cursor, &found, &value))
    if (trl_json_says (found, name))
      return value;
  return (TrlJsonSpan){ NULL, 0 };
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (guint i = 0; i < 4; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);
  return unit;
}

/* @p is at the letter after the backslash; returns the place behind the escape. */
static const char *
decode_escape (char **out, const char *p)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char       *letter = memchr (letters, *p, sizeof letters - 1);
  gunichar          c;

  if (*p != 'u')
    {
      *(*out)++ = letter ? meanings[letter - letters] : *p;
      return p + 1;
    }
  c = read_unit (p + 1);
  p += 5;
  if (c >= 0xd800 && c < 0xdc00)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (read_unit (p + 2) - 0xdc00);
      p += 6;
    }
  *out += g_unichar_to_utf8 (c, *out);
  return p;
}

gsize
trl_json_decode (TrlJsonSpan string, char *out)
{
  const char *p = string.start + 1;
  const char *end = string.start + string.length - 1;
  char       *start = out;

  while (p < end)
    {
      const char *escape = memchr (p, '\\', (gsize) (end - p));
      gsize       plain = (gsize) ((escape ? escape : end) - p);

      memcpy (out, p, plain);
      out += plain;
      p = escape ? decode_escape (&out, escape + 1) : end;
    }
  *out = 0;
  return (gsize) (out - start);
}

char *
trl_json_dup_string (TrlJsonSpan string)
{
  char *out = g_malloc (string.length);

  trl_json_decode (string, out);
  return out;
}
