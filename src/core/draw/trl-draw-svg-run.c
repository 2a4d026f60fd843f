/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edges of a crowd as one path: each begins where it stands on the page and ends as far
 * from there as it reaches, in hundredths of a point, so that no error adds up. */

#include "config.h"

#include "draw/trl-draw-svg.h"

#include <math.h>

#define BYTES_OF_EDGE 96 /* at most: six numbers of up to eleven digits */

static gint64
to_hundredths (double value)
{
  return llround (value * 100);
}

/* Returns: the place behind the number */
static char *
put_number (char *at, gint64 hundredths)
{
  guint64 n = (guint64) ABS (hundredths), whole = n / 100;
  guint   rest = (guint) (n % 100);
  char    digits[20], *digit = digits;

  if (hundredths < 0)
    *at++ = '-';
  do
    *digit++ = (char) ('0' + whole % 10);
  while ((whole /= 10) > 0);
  while (digit > digits)
    *at++ = *--digit;
  if (rest == 0)
    return at;
  *at++ = '.';
  *at++ = (char) ('0' + rest / 10);
  if (rest % 10 > 0)
    *at++ = (char) ('0' + rest % 10);
  return at;
}

static char *
put_point (char *at, char before, gint64 x, gint64 y)
{
  *at++ = before;
  at = put_number (at, x);
  if (y >= 0)
    *at++ = ' ';
  return put_number (at, y);
}

static char *
put_edge (char *at, const TrlItem *item)
{
  gint64 x = to_hundredths (item->x), y = to_hundredths (item->y);
  gint64 dx = to_hundredths (item->x2) - x, dy = to_hundredths (item->y2) - y;

  at = put_point (at, 'M', x, y);
  if (item->kind == TRL_ITEM_LINE)
    return put_point (at, 'l', dx, dy);
  at = put_point (at, 'q', to_hundredths (item->cx) - x, to_hundredths (item->cy) - y);
  return put_point (at, ' ', dx, dy);
}

void
trl_svg_write_run (TrlSvg *svg, const TrlItem *items, guint n)
{
  gsize start;
  char *at;

  g_string_append (svg->out, "<path class=\"edge\" fill=\"none\"");
  trl_svg_write_stroke (svg, &items[0]);
  g_string_append (svg->out, " d=\"");
  start = svg->out->len;
  g_string_set_size (svg->out, start + (gsize) n * BYTES_OF_EDGE);
  at = svg->out->str + start;
  for (guint i = 0; i < n; i++)
    at = put_edge (at, &items[i]);
  g_string_truncate (svg->out, (gsize) (at - svg->out->str));
  g_string_append (svg->out, "\"/>\n");
}
