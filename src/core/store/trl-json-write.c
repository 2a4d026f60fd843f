/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One value has one spelling, so that the same document is the same bytes on every system
 * and with every version of every library. */

#include "config.h"

#include "store/trl-json-write.h"

#include "store/trl-json-scan.h"

#include <math.h>
#include <string.h>

static void
append_escape (GString *out, char c)
{
  static const char codes[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char       *code = strchr (codes, c);

  if (code)
    g_string_append_printf (out, "\\%c", letters[code - codes]);
  else
    g_string_append_printf (out, "\\u%04x", (guint) c);
}

void
trl_json_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (*text)
    {
      const char *end = text;

      while (*end && *end != '"' && *end != '\\' && (guint8) *end >= 0x20)
        end++;
      g_string_append_len (out, text, end - text);
      if (*end)
        append_escape (out, *end++);
      text = end;
    }
  g_string_append_c (out, '"');
}

void
trl_json_append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == 0)
    number = 0; /* not -0 */
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  g_string_append (out, text);
  if (fabs (number) > TRL_JSON_MAX_INTEGER && !strpbrk (text, ".e"))
    g_string_append (out, "e0");
}

void
trl_members_name (TrlMembers *members, const char *name)
{
  if (members->any)
    g_string_append (members->out, members->between);
  members->any = TRUE;
  trl_json_append_string (members->out, name);
  g_string_append (members->out, ": ");
}

void
trl_members_text (TrlMembers *members, const char *name, const char *text)
{
  if (!text)
    return;
  trl_members_name (members, name);
  trl_json_append_string (members->out, text);
}

void
trl_members_number (TrlMembers *members, const char *name, double number)
{
  if (isnan (number))
    return;
  trl_members_name (members, name);
  trl_json_append_number (members->out, number);
}

void
trl_members_flag (TrlMembers *members, const char *name, gboolean flag)
{
  if (!flag)
    return;
  trl_members_name (members, name);
  g_string_append (members->out, "true");
}

void
trl_members_words (TrlMembers *members, const char *name, const char *words)
{
  g_auto (GStrv) split = words ? g_strsplit (words, " ", -1) : NULL;
  gboolean any = FALSE;

  if (!words)
    return;
  trl_members_name (members, name);
  g_string_append_c (members->out, '[');
  for (guint i = 0; split[i]; i++)
    if (*split[i])
      {
        g_string_append (members->out, any ? ", " : "");
        trl_json_append_string (members->out, split[i]);
        any = TRUE;
      }
  g_string_append_c (members->out, ']');
}

void
trl_members_raw (TrlMembers *members, const char *raw)
{
  if (!raw)
    return;
  g_string_append (members->out, members->any ? members->between : "");
  g_string_append (members->out, raw);
  members->any = TRUE;
}
