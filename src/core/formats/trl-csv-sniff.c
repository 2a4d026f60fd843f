/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The delimiter is the one that stands in the first row and then equally often in each of
 * the next; those inside quotes do not count. */

#include "formats/trl-csv.h"

#include <string.h>

#define ROWS 40
#define BYTES 65536u

static const char candidates[] = { ',', ';', '\t', '|' };

typedef struct
{
  guint counts[ROWS];
  guint n;
} Tally;

static void
tally (Tally *t, const char *text, gsize length, char delimiter)
{
  gboolean quoted = FALSE;
  guint    here = 0;
  gboolean any = FALSE;

  for (gsize i = 0; i <= length && t->n < ROWS; i++)
    {
      char c = i < length ? text[i] : '\n';
      if (c == '"')
        quoted = !quoted;
      else if (c == delimiter && !quoted)
        here++;
      else if ((c == '\n' || c == '\r') && !quoted)
        {
          if (any)
            t->counts[t->n++] = here;
          here = 0;
          any = FALSE;
          continue;
        }
      any = TRUE;
    }
}

/* The most delimiters count; half of that only, where every other row differs. */
static double
judge (const Tally *t)
{
  guint same = 0;

  if (t->n == 0 || t->counts[0] == 0)
    return 0;
  for (guint i = 0; i < t->n; i++)
    same += t->counts[i] == t->counts[0];
  return (double) same / t->n + MIN (t->counts[0], 100) / 200.0;
}

char
trl_csv_sniff (const char *text, gsize length)
{
  char   best = ',';
  double best_score = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Tally t = { { 0 }, 0 };
      tally (&t, text, MIN (length, BYTES), candidates[i]);
      double score = judge (&t);
      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }
  return best;
}
