/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pivots say little of what is near.  Without pairs of second neighbours the leaves of
 * one hub would lie on each other, since each of them asks only to be near it. */
#include "config.h"

#include "layout/trl-stress-terms.h"

#include <math.h>

#define SECOND_NEIGHBOURS 8
#define TRIES (3 * SECOND_NEIGHBOURS)
#define MOST 3.0 /* that a second neighbour stands for, of those that were not drawn */
#define PARTS 16384
#define TINY 1e-12f /* of a square: two nodes on one place */

/* @length: the upper half of a float, which tells it to a part in 256
 * @stands_for: pairs, in parts of PARTS; the weight is that over the squared length */
typedef struct
{
  guint   from, to;
  guint16 length;
  guint16 stands_for;
} Term;

struct _TrlStressTerms
{
  guint n;
  Term *terms;
};

typedef union
{
  float   value;
  guint32 bits;
} Bits;

static guint16
shorten (double length)
{
  Bits all = { (float) length };

  return (guint16) ((all.bits + 0x8000) >> 16);
}

static inline float
lengthen (guint16 upper)
{
  Bits all = { .bits = (guint32) upper << 16 };

  return all.value;
}

static double
get_length (const TrlPart *part, guint at)
{
  return part->length ? part->length[at] : 1;
}

static guint
count_second_paths (const TrlPart *part, guint node)
{
  guint n = 0;

  for (guint k = part->first[node]; k < part->first[node + 1]; k++)
    n += part->first[part->neighbour[k] + 1] - part->first[part->neighbour[k]] - 1;
  return n;
}

/* Draws a path of two ties; FALSE: it leads to a node that is marked. */
static gboolean
draw_path (
  const TrlPart *part, guint node, const guint *mark, TrlRandom *random, Term *term)
{
  guint degree = part->first[node + 1] - part->first[node];
  guint via = part->first[node] + trl_random_below (random, degree);
  guint middle = part->neighbour[via];
  guint choice = part->first[middle + 1] - part->first[middle];
  guint on = part->first[middle] + trl_random_below (random, choice);

  *term = (Term){ node, part->neighbour[on],
                  shorten (get_length (part, via) + get_length (part, on)), 0 };
  return mark[term->to] != node;
}

/* @mark holds for each node the last that has met it. */
static void
add_second_neighbours (
  TrlStressTerms *terms, const TrlPart *part, guint node, guint *mark, TrlRandom *random)
{
  guint  begin = terms->n;
  double stands_for;

  mark[node] = node;
  for (guint k = part->first[node]; k < part->first[node + 1]; k++)
    mark[part->neighbour[k]] = node;
  for (guint k = 0; k < TRIES && terms->n - begin < SECOND_NEIGHBOURS; k++)
    if (draw_path (part, node, mark, random, &terms->terms[terms->n]))
      mark[terms->terms[terms->n++].to] = node;
  /* Each pair may be drawn from both its ends. */
  stands_for = count_second_paths (part, node) / (2.0 * MAX (terms->n - begin, 1));
  for (guint k = begin; k < terms->n; k++)
    terms->terms[k].stands_for = (guint16) (CLAMP (stands_for, 1, MOST) * PARTS);
}

static void
shuffle (TrlStressTerms *terms, TrlRandom *random)
{
  for (guint k = terms->n; k > 1; k--)
    {
      guint other = trl_random_below (random, k);
      Term  kept = terms->terms[k - 1];

      terms->terms[k - 1] = terms->terms[other];
      terms->terms[other] = kept;
    }
}

TrlStressTerms *
trl_stress_terms_new (const TrlPart *part, TrlRandom *random)
{
  TrlStressTerms   *terms = g_new0 (TrlStressTerms, 1);
  g_autofree guint *mark = g_new (guint, part->n);

  memset (mark, 0xff, part->n * sizeof (guint));
  terms->terms = g_new (Term, part->m + (gsize) part->n * SECOND_NEIGHBOURS + 1);
  for (guint i = 0; i < part->n; i++)
    {
      for (guint k = part->first[i]; k < part->first[i + 1]; k++)
        if (i < part->neighbour[k])
          terms->terms[terms->n++] =
            (Term){ i, part->neighbour[k], shorten (get_length (part, k)), PARTS };
      add_second_neighbours (terms, part, i, mark, random);
    }
  shuffle (terms, random);
  terms->terms = g_renew (Term, terms->terms, terms->n + 1);
  return terms;
}

static inline void
step (const Term *term, float *x, float *y, float rate)
{
  float dx = x[term->from] - x[term->to], dy = y[term->from] - y[term->to];
  float drawn = sqrtf (dx * dx + dy * dy + TINY);
  float length = lengthen (term->length);
  float share = rate * (1.0f / PARTS) * (float) term->stands_for / (length * length);

  share = (share < 1 ? share : 1) * (1 - length / drawn) / 2;
  x[term->from] -= share * dx;
  y[term->from] -= share * dy;
  x[term->to] += share * dx;
  y[term->to] += share * dy;
}

/* The same order each time, but from another beginning. */
void
trl_stress_terms_step (
  const TrlStressTerms *terms, float *x, float *y, double rate, TrlRandom *random)
{
  guint begin = terms->n > 0 ? trl_random_below (random, terms->n) : 0;

  for (guint k = begin; k < terms->n; k++)
    step (&terms->terms[k], x, y, (float) rate);
  for (guint k = 0; k < begin; k++)
    step (&terms->terms[k], x, y, (float) rate);
}

void
trl_stress_terms_free (TrlStressTerms *terms)
{
  if (!terms)
    return;
  g_free (terms->terms);
  g_free (terms);
}
