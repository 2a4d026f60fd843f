/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlRandom:
 *
 * A stream of pseudo-random numbers: the same seed and stream give the same numbers on
 * every machine and for ever.  Not for secrets.
 * Source: PCG32, O'Neill 2014, https://www.pcg-random.org (XSH-RR 64/32).
 */
typedef struct
{
  guint64 state;
  guint64 increment;
} TrlRandom;

/**
 * trl_random_init:
 * @stream: streams of one seed have nothing in common
 */
void trl_random_init (TrlRandom *random, guint64 seed, guint64 stream);

/**
 * trl_random_next:
 *
 * Returns: 0 … 2^32 - 1, each as likely
 */
guint32 trl_random_next (TrlRandom *random);

/**
 * trl_random_below:
 * @n: at least 1
 *
 * Returns: 0 … n - 1, each as likely
 */
guint32 trl_random_below (TrlRandom *random, guint32 n);

/**
 * trl_random_unit:
 *
 * Returns: at least 0, below 1, in steps of 2^-32
 */
double trl_random_unit (TrlRandom *random);

/**
 * trl_random_shuffle:
 * @items: n
 *
 * Every order is as likely.  Cost: O(n).  Source: Fisher and Yates, as Durstenfeld 1964.
 */
void trl_random_shuffle (TrlRandom *random, guint *items, guint n);

G_END_DECLS
