/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/* The choices of an option: "equal", "depth", and what people read for each. */
extern const char *const trl_lengths_choices[3];
extern const char *const trl_lengths_labels[3];

/**
 * trl_lengths_by_depth:
 *
 * Returns: (transfer full) (nullable): m, in ideal lengths, from 1.6 for the shallowest
 *   ties to 0.6 for the deepest, 1 where no level is reported; %NULL when depths are not
 *   known
 */
double *trl_lengths_by_depth (const TrlLayoutInput *input);

G_END_DECLS
