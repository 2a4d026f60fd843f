/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/trl-layout.h"

G_BEGIN_DECLS

/* A box on its way to a place. */
typedef struct
{
  double   width;
  double   height;
  guint    order; /* among boxes of one height */
  TrlPoint place; /* top left: the answer */
} TrlBox;

/**
 * trl_pack:
 * @boxes: (inout): n, points
 * @aspect: width to height that the whole should have
 *
 * Sets boxes side by side without overlap, high ones first, each as far up and then left
 * as it goes; from the origin on.
 * Cost: O(n log n + n k) for a skyline of k steps.
 * Source: the bottom-left rule of Baker, Coffman and Rivest 1980, doi:10.1137/0209064.
 *
 * Returns: the width and height of all
 */
TrlPoint trl_pack (TrlBox *boxes, guint n, double aspect);

G_END_DECLS
