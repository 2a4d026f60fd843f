/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Degrees as people write them; what is out of bounds is as good as nothing. */
#include "config.h"

#include "formats/trl-degrees.h"

#include <math.h>
#include <string.h>

/* What may stand behind a number: nothing, or a direction, which is 1 or -1. */
static int
read_direction (const char *text)
{
  static const char *const plus[] = { "", "n", "e", NULL };
  static const char *const minus[] = { "s", "w", "o", NULL };
  g_autofree char         *word = g_utf8_strdown (text, -1);

  g_strstrip (word);
  if (g_str_has_prefix (word, "°"))
    memmove (word, word + strlen ("°"), strlen (word + strlen ("°")) + 1);
  g_strstrip (word);
  if (g_strv_contains (plus, word))
    return 1;
  return g_strv_contains (minus, word) ? -1 : 0;
}

double
trl_degrees_read (const char *text, TrlMeaning meaning)
{
  double most = meaning == TRL_MEANING_LATITUDE ? TRL_MOST_LATITUDE : TRL_MOST_LONGITUDE;
  g_autofree char *plain = g_strstrip (g_strdup (text ? text : ""));
  char            *comma = strchr (plain, ','), *end;
  double           degrees;
  int              direction;

  if (comma && !strchr (plain, '.'))
    *comma = '.';
  if (g_str_has_prefix (plain, "\u2212"))
    {
      plain[0] = '-';
      memmove (plain + 1, plain + strlen ("\u2212"), strlen (plain) - 2);
    }
  degrees = g_ascii_strtod (plain, &end);
  direction = end == plain ? 0 : read_direction (end);
  return direction == 0 || !(fabs (degrees) <= most) ? NAN : direction * degrees;
}
