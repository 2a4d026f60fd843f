/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines and columns are counted only for messages. */

#include "store/trl-json-scan.h"

#include <string.h>

void
trl_json_locate (const char *text, gsize length, gsize offset, guint *line, guint *column)
{
  const char *end = text + MIN (offset, length);
  const char *start = text;

  *line = 1;
  for (const char *p = text; p < end && (p = memchr (p, '\n', (gsize) (end - p))); p++)
    {
      start = p + 1;
      (*line)++;
    }
  *column = 1;
  for (const char *p = start; p < end; p++)
    *column += ((guint8) *p & 0xc0) != 0x80;
}
