/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Most of what is read is ASCII, whatever the language: brackets, ids, names of members.
 */

#include "model/trl-utf8.h"

#include <string.h>

#define EACH(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether each of eight bytes is between 1 and 127: to take one from a zero byte sets its
 * highest bit. */
static gboolean
is_plain (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return ((word | (word - EACH (1))) & EACH (0x80)) == 0;
}

gboolean
trl_utf8_validate (const char *text, gsize length, const char **end)
{
  const char *stop = text + length, *p = text;

  while (p < stop)
    {
      const char *from;

      for (; stop - p >= 8 && is_plain (p); p += 8)
        ;
      for (from = p; p < stop && (p - from < 8 || (*p & 0x80)); p++)
        ;
      if (!g_utf8_validate_len (from, (gsize) (p - from), end))
        return FALSE;
    }
  if (end)
    *end = stop;
  return TRUE;
}
