/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deeper a tie, the nearer its ends. */
#include "config.h"

#include "layout/trl-lengths.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SHALLOW 1.6
#define DEEP 0.6

const char *const trl_lengths_choices[3] = { "equal", "depth", NULL };
const char *const trl_lengths_labels[3] = { N_ ("All the same"),
                                            N_ ("The deeper, the shorter"), NULL };

double *
trl_lengths_by_depth (const TrlLayoutInput *input)
{
  double *length = input->depth ? g_new (double, input->m + 1) : NULL;

  for (guint e = 0; length && e < input->m; e++)
    length[e] =
      isnan (input->depth[e]) ? 1 : SHALLOW + (DEEP - SHALLOW) * input->depth[e];
  return length;
}
