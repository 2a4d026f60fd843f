/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PCG32: a 64-bit linear congruential state, of which each step shows a permuted half. */
#include "config.h"

#include "layout/trl-random.h"

void
trl_random_init (TrlRandom *random, guint64 seed, guint64 stream)
{
  random->state = 0;
  random->increment = (stream << 1) | 1;
  trl_random_next (random);
  random->state += seed;
  trl_random_next (random);
}

guint32
trl_random_next (TrlRandom *random)
{
  guint64 old = random->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint32 turn = (guint32) (old >> 59);

  random->state = old * G_GUINT64_CONSTANT (6364136223846793005) + random->increment;
  return (shifted >> turn) | (shifted << ((32 - turn) & 31));
}

guint32
trl_random_below (TrlRandom *random, guint32 n)
{
  guint32 least = (guint32) (-n) % n;
  guint32 drawn;

  do
    drawn = trl_random_next (random);
  while (drawn < least);
  return drawn % n;
}

double
trl_random_unit (TrlRandom *random)
{
  return trl_random_next (random) / 4294967296.0;
}

void
trl_random_shuffle (TrlRandom *random, guint *items, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = trl_random_below (random, i);
      guint kept = items[i - 1];

      items[i - 1] = items[j];
      items[j] = kept;
    }
}
