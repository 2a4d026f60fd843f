/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-part.h"
#include "layout/trl-random.h"

G_BEGIN_DECLS

/* Pairs of nodes that are near each other in a part: see trl_stress_terms_new(). */
typedef struct _TrlStressTerms TrlStressTerms;

/**
 * trl_stress_terms_new:
 *
 * All ties, and for each node up to eight of the pairs that it makes with neighbours of
 * its neighbours.  Those weigh up to three times as much where they stand for many.
 * Cost: O(n + m); 16 bytes a pair.
 *
 * Returns: (transfer full): in random order, for trl_stress_terms_free()
 */
TrlStressTerms *trl_stress_terms_new (const TrlPart *part, TrlRandom *random);

/**
 * trl_stress_terms_step:
 * @x, @y: n, in units of the ideal edge length
 * @rate: of the descent
 *
 * Both ends of each pair move towards their distance, one pair after the other.
 * Source: Zheng, Pawar and Goodman 2018, doi:10.1109/TVCG.2018.2859997.
 */
void trl_stress_terms_step (
  const TrlStressTerms *terms, float *x, float *y, double rate, TrlRandom *random);

/**
 * trl_stress_terms_free:
 * @terms: (nullable)
 */
void trl_stress_terms_free (TrlStressTerms *terms);

G_END_DECLS
