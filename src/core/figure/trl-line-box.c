/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters reach about three quarters of the size above the line they stand on, and a
 * quarter below.  Two turned boxes are apart if they are along a side of either. */

#include "config.h"

#include "figure/trl-line-box.h"

#include <math.h>

#define BELOW_BASELINE 0.22

void
trl_line_box_init (TrlLineBox         *box,
                   const TrlItem      *item,
                   const TrlTextBlock *block,
                   guint               line)
{
  const TrlTextLine *l = &block->lines[line];
  double             x = l->x + l->width / 2 - block->anchor_x * block->width;
  double             y =
    l->baseline + (BELOW_BASELINE - 0.5) * block->size - block->anchor_y * block->height;

  box->cosine = cos (block->angle);
  box->sine = sin (block->angle);
  box->x = item->x + x * box->cosine - y * box->sine;
  box->y = item->y + x * box->sine + y * box->cosine;
  box->half_width = l->width / 2;
  box->half_height = block->size / 2;
}

/* How far a box reaches from its middle in a direction. */
static double
reach (const TrlLineBox *box, double cosine, double sine)
{
  return box->half_width * fabs (box->cosine * cosine + box->sine * sine) +
         box->half_height * fabs (box->cosine * sine - box->sine * cosine);
}

void
trl_line_box_get_bounds (const TrlLineBox *box, TrlRect *bounds)
{
  double x = reach (box, 1, 0), y = reach (box, 0, 1);

  *bounds = (TrlRect){ box->x - x, box->y - y, 2 * x, 2 * y };
}

static double
depth (const TrlLineBox *a, const TrlLineBox *b, double cosine, double sine)
{
  double apart = fabs ((a->x - b->x) * cosine + (a->y - b->y) * sine);

  return reach (a, cosine, sine) + reach (b, cosine, sine) - apart;
}

gboolean
trl_line_boxes_meet (const TrlLineBox *a, const TrlLineBox *b, double by)
{
  return depth (a, b, a->cosine, a->sine) > by &&
         depth (a, b, -a->sine, a->cosine) > by &&
         depth (a, b, b->cosine, b->sine) > by && depth (a, b, -b->sine, b->cosine) > by;
}
