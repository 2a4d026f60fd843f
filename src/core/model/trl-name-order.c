/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A key has three parts, each of which decides where those before it are the same:
 * letters and numbers, then accents and signs, then the name as it is. */
#include "config.h"

#include "model/trl-name-order.h"

#include <string.h>

#define NEXT_PART '\1' /* before all that stands in a part */
#define MOST_DIGITS 250

/* Accents of Latin, Greek and Cyrillic letters; signs of other scripts are vowels. */
static gboolean
is_accent (gunichar c)
{
  return c >= 0x0300 && c <= 0x036f;
}

/* Its length goes before a number, which orders numbers by their size. */
static const char *
append_number (GString *out, const char *p)
{
  gsize start;

  while (*p && g_unichar_digit_value (g_utf8_get_char (p)) == 0)
    p = g_utf8_next_char (p);
  g_string_append (out, "0?");
  start = out->len;
  while (*p && g_unichar_isdigit (g_utf8_get_char (p)))
    {
      g_string_append_c (out, '0' + (char) g_unichar_digit_value (g_utf8_get_char (p)));
      p = g_utf8_next_char (p);
    }
  out->str[start - 1] = (char) (guchar) (2 + MIN (out->len - start, MOST_DIGITS));
  return p;
}

/* Words with a blank between them, whatever stood there. */
static void
append_words (GString *out, const char *folded)
{
  gboolean blank = FALSE;

  for (const char *p = folded; *p;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean counts = g_unichar_isalnum (c) || g_unichar_ismark (c);

      if (!counts || is_accent (c))
        {
          blank = blank || !counts;
          p = g_utf8_next_char (p);
          continue;
        }
      if (blank && out->len > 0)
        g_string_append_c (out, ' ');
      blank = FALSE;
      if (g_unichar_isdigit (c))
        p = append_number (out, p);
      else
        {
          g_string_append_unichar (out, c);
          p = g_utf8_next_char (p);
        }
    }
}

char *
trl_name_key (const char *name)
{
  g_autofree char *apart = g_utf8_normalize (name ? name : "", -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (apart ? apart : "", -1);
  GString         *key = g_string_new (NULL);

  append_words (key, folded);
  g_string_append_c (key, NEXT_PART);
  g_string_append (key, folded);
  g_string_append_c (key, NEXT_PART);
  g_string_append (key, name ? name : "");
  return g_string_free (key, FALSE);
}

int
trl_name_compare (const char *a, const char *b)
{
  g_autofree char *one = trl_name_key (a);
  g_autofree char *two = trl_name_key (b);

  return strcmp (one, two);
}
