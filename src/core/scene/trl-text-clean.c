/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What strangers' strings may hold that no font, PDF or XML file can: taken out here,
 * before a text enters a scene. */

#include "config.h"

#include "scene/trl-text.h"

#define FSI "\u2068"
#define PDI "\u2069"
#define LRM 0x200e
#define RLM 0x200f

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

static gboolean
is_left_out (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || is_noncharacter (c);
}

/* Whether nothing is to be changed, which nearly always is so. */
static gboolean
is_clean (const char *valid)
{
  for (const char *p = valid; *p;)
    {
      gunichar c = (guint8) *p;
      if (c >= 0x20 && c < 0x7f)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char (p);
      if (c != '\n' && (is_line_end (c) || is_left_out (c)))
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

char *
trl_text_clean (const char *string)
{
  g_return_val_if_fail (string != NULL, g_strdup (""));
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  if (is_clean (valid))
    return g_steal_pointer (&valid);
  GString *out = g_string_new (NULL);
  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_end (c))
        g_string_append_c (out, '\n');
      else if (c == '\t')
        g_string_append_c (out, ' ');
      else if (!is_left_out (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

char *
trl_text_shorten (const char *string, guint max_chars)
{
  g_return_val_if_fail (string != NULL && max_chars > 0, g_strdup (""));
  if ((guint) g_utf8_strlen (string, -1) <= max_chars)
    return g_strdup (string);
  const char *end = g_utf8_offset_to_pointer (string, max_chars - 1);
  /* An accent stays with its letter. */
  while (end > string && g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_prev_char (end);
  g_autofree char *start = g_strndup (string, end - string);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

char *
trl_text_isolate (const char *name)
{
  g_return_val_if_fail (name != NULL, g_strdup (""));
  return g_strconcat (FSI, name, PDI, NULL);
}

static gboolean
is_rtl_letter (gunichar c)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_ADLAM,
  };
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_unichar_get_script (c) == scripts[i])
      return TRUE;
  return FALSE;
}

gboolean
trl_text_is_rtl (const char *string)
{
  g_return_val_if_fail (string != NULL, FALSE);
  for (const char *p = string; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == RLM || (g_unichar_isalpha (c) && is_rtl_letter (c)))
        return TRUE;
      if (c == LRM || g_unichar_isalpha (c))
        return FALSE;
    }
  return FALSE;
}
