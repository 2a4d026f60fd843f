/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The delimiter is the one that stands equally often in most of the first rows; those
 * inside quotes do not count. */

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

/* How many rows have the commonest number of delimiters, which is more than none. */
static guint
commonest (const Tally *t, guint *count)
{
  guint most = 0;

  for (guint i = 0; i < t->n; i++)
    {
      guint same = 0;
      for (guint k = 0; k < t->n; k++)
        same += t->counts[k] == t->counts[i];
      if (t->counts[i] > 0 && same > most)
        {
          most = same;
          *count = t->counts[i];
        }
    }
  return most;
}

/* Even rows count first; a delimiter in the first row and many of them a little. */
static double
judge (const Tally *t)
{
  guint count = 0;
  guint same = commonest (t, &count);

  if (same == 0)
    return 0;
  return (double) same / t->n + (t->counts[0] > 0 ? 0.5 : 0) + MIN (count, 100) / 400.0;
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
