/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes become UTF-8: by their mark, else by being UTF-8, else by the zeros of UTF-16,
 * else as Windows-1252, which fits any text.  So noise has to be refused by its control
 * characters first. */

#include "config.h"

#include "formats/trl-decode.h"

#include "formats/trl-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *magic;
  gsize       length;
  const char *what;
} Signature;

#define SPREADSHEET                                                                       \
  N_ ("“%s” is a spreadsheet or another packed file: save the sheet as CSV and open " \
      "that")

static const Signature signatures[] = {
  { "PK\x03\x04", 4, SPREADSHEET },
  { "\xd0\xcf\x11\xe0", 4, SPREADSHEET },
  { "\x89PNG", 4, N_ ("“%s” is a PNG picture, not a table") },
  { "\xff\xd8\xff", 3, N_ ("“%s” is a JPEG picture, not a table") },
  { "GIF8", 4, N_ ("“%s” is a GIF picture, not a table") },
  { "%PDF", 4, N_ ("“%s” is a PDF page, not a table") },
  { "\x1f\x8b", 2, N_ ("“%s” is compressed: unpack it first") },
  { "\x7f"
    "ELF",
    4, N_ ("“%s” is a program, not a table") },
};

static gboolean
refuse_signature (const char *name, const guint8 *data, gsize n, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const Signature *s = &signatures[i];
      if (n < s->length || memcmp (data, s->magic, s->length) != 0)
        continue;
      g_autofree char *text = g_strdup_printf (_ (s->what), name);
      g_set_error_literal (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT, text);
      return TRUE;
    }
  return FALSE;
}

/* Text has no NUL and hardly a control character. */
static gboolean
has_noise (const guint8 *data, gsize n, gsize *at)
{
  gsize controls = 0;

  for (gsize i = 0; i < n; i++)
    if (data[i] < 0x20 && !(data[i] >= '\t' && data[i] <= '\r'))
      {
        *at = i;
        if (data[i] == 0 || ++controls > 8 + n / 200)
          return TRUE;
      }
  return FALSE;
}

/* Text in UTF-16 without a mark shows in zeros on one side of most pairs. */
static const char *
guess_utf16 (const guint8 *data, gsize n)
{
  gsize seen = MIN (n, 4096) & ~(gsize) 1;
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < seen; i++)
    zeros[i & 1] += data[i] == 0;
  if (seen < 8 || (n & 1) != 0)
    return NULL;
  if (zeros[1] * 10 > seen * 3 && zeros[0] * 20 < seen)
    return "UTF-16LE";
  if (zeros[0] * 10 > seen * 3 && zeros[1] * 20 < seen)
    return "UTF-16BE";
  return NULL;
}

static const char *
guess_encoding (const guint8 *data, gsize n, gsize *mark)
{
  *mark = 0;
  if (n >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return *mark = 3, "UTF-8";
  if (n >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return *mark = 2, "UTF-16LE";
  if (n >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return *mark = 2, "UTF-16BE";
  const char *wide = guess_utf16 (data, n);
  if (wide != NULL)
    return wide;
  return g_utf8_validate ((const char *) data, (gssize) n, NULL) ? "UTF-8"
                                                                 : "Windows-1252";
}

static guint
line_of (const guint8 *data, gsize at)
{
  guint line = 1;
  for (gsize i = 0; i < at; i++)
    line += data[i] == '\n';
  return line;
}

static gboolean
refuse_noise (const char *name, const guint8 *data, gsize n, GError **error)
{
  gsize at = 0;
  if (!has_noise (data, n, &at))
    return FALSE;
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
               _ ("%s:%u: This is not text: there is a control character (0x%02X)"), name,
               line_of (data, at), data[at]);
  return TRUE;
}

/* Bytes that Windows-1252 leaves open become the replacement character. */
static char *
convert (const guint8 *data, gsize n, const char *encoding, gsize *length, GError **error)
{
  gboolean western = strcmp (encoding, "Windows-1252") == 0;
  return g_convert_with_fallback ((const char *) data, (gssize) n, "UTF-8",
                                  western ? "CP1252" : encoding, NULL, NULL, length,
                                  error);
}

/* iconv refuses the five bytes that Windows-1252 leaves open; a survey should not fail
 * over one, so they are cleared to a question mark first. */
static guint8 *
clear_open_bytes (const guint8 *data, gsize n)
{
  guint8 *copy = g_memdup2 (data, n);
  for (gsize i = 0; i < n; i++)
    if (memchr ("\x81\x8d\x8f\x90\x9d", copy[i], 5) != NULL)
      copy[i] = '?';
  return copy;
}

static GBytes *
take_text (const char *name, char *text, gsize length, GError **error)
{
  if (refuse_noise (name, (const guint8 *) text, length, error))
    {
      g_free (text);
      return NULL;
    }
  return g_bytes_new_take (text, length);
}

static GBytes *
keep_utf8 (const char *name, const guint8 *data, gsize n, GError **error)
{
  const char *end;
  if (!g_utf8_validate ((const char *) data, (gssize) n, &end))
    {
      gsize at = (gsize) (end - (const char *) data);
      if (at < n && data[at] == 0)
        {
          refuse_noise (name, data, n, error);
          return NULL;
        }
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
                   _ ("%s:%u: This is not UTF-8, though it is marked so"), name,
                   line_of (data, at));
      return NULL;
    }
  char *text = g_malloc (n + 1);
  memcpy (text, data, n);
  text[n] = '\0';
  return take_text (name, text, n, error);
}

static GBytes *
change_encoding (
  const char *name, const guint8 *data, gsize n, const char *encoding, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree guint8 *cleared = NULL;
  gsize              length = 0;

  if (encoding[0] == 'W')
    {
      if (refuse_noise (name, data, n, error))
        return NULL;
      data = cleared = clear_open_bytes (data, n);
    }
  char *text = convert (data, n, encoding, &length, &local);
  if (text != NULL)
    return take_text (name, text, length, error);
  g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT,
               _ ("“%s” is not text in %s: %s"), name, encoding, local->message);
  return NULL;
}

GBytes *
trl_decode (const char *name, GBytes *bytes, const char **encoding, GError **error)
{
  gsize         n;
  gsize         mark;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  if (n == 0)
    {
      g_set_error (error, TRL_FORMAT_ERROR, TRL_FORMAT_ERROR_CONTENT, _ ("“%s” is empty"),
                   name);
      return NULL;
    }
  if (refuse_signature (name, data, n, error))
    return NULL;
  *encoding = guess_encoding (data, n, &mark);
  if (strcmp (*encoding, "UTF-8") == 0)
    return keep_utf8 (name, data + mark, n - mark, error);
  return change_encoding (name, data + mark, n - mark, *encoding, error);
}
