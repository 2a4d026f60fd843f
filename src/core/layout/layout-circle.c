/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everybody on one circle, the hub too, so that no tie runs through a disc.  The circle
 * is as large as its discs need; what is left of it is dealt out evenly, with more
 * between partner types where these stand together. */
#include "config.h"

#include "layout/trl-circle-order.h"
#include "layout/trl-hold.h"
#include "layout/trl-layout.h"
#include "layout/trl-sectors.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RIM_GAP 6.0
/* The space between two types, in spaces between two partners. */
#define TYPE_GAP 3.0
/* Names of more than that many stand at the rim only by type. */
#define MOST_NAMED 40
#define HALVINGS 60

typedef struct
{
  const TrlLayoutInput *input;
  guint                *order; /* n, clockwise */
  guint                *block; /* n, by node */
  double                gap;
  double                radius;
} Circle;

static guint *
find_blocks (const TrlLayoutInput *input, const TrlOptions *options)
{
  const char *order = trl_options_get_text (options, "order");
  gboolean    given = g_str_equal (order, "drawing");
  guint      *blocks;

  if (g_str_equal (order, "type"))
    return trl_sectors_rank (input);
  blocks = g_new0 (guint, input->n + 1);
  for (guint i = 0; given && i < input->n; i++)
    blocks[i] = i;
  return blocks;
}

/* The angle from the disc at a place to the next one while they nearly touch. */
static double
get_step (const Circle *circle, guint place, double radius)
{
  const TrlLayoutInput *input = circle->input;
  guint                 next = (place + 1) % input->n;
  double apart = input->radius[circle->order[place]] + input->radius[circle->order[next]];

  return 2 * asin (fmin ((apart + circle->gap) / (2 * radius), 1));
}

static double
sum_steps (const Circle *circle, double radius)
{
  double sum = 0;

  for (guint k = 0; k < circle->input->n; k++)
    sum += get_step (circle, k, radius);
  return sum;
}

/* The least radius at which there is room for all. */
static void
find_radius (Circle *circle, double least)
{
  double low, high, widest = 0;

  for (guint i = 0; i < circle->input->n; i++)
    widest = fmax (widest, circle->input->radius[i]);
  low = high = fmax (least, widest + circle->gap / 2);
  while (sum_steps (circle, high) > 2 * G_PI)
    high *= 2;
  if (high == low)
    {
      circle->radius = high;
      return;
    }
  for (guint k = 0; k < HALVINGS; k++)
    {
      double middle = (low + high) / 2;

      if (sum_steps (circle, middle) > 2 * G_PI)
        low = middle;
      else
        high = middle;
    }
  circle->radius = high;
}

static double
get_share (const Circle *circle, guint place)
{
  guint next = (place + 1) % circle->input->n;

  return circle->block[circle->order[place]] == circle->block[circle->order[next]]
           ? 1
           : TYPE_GAP;
}

/* Clockwise from the top, where the first disc stands.  The hub is named in its disc. */
static void
place_discs (const Circle *circle, TrlLayoutResult *result)
{
  guint  n = circle->input->n;
  double shares = 0, spare, angle = -G_PI / 2;

  for (guint k = 0; k < n; k++)
    shares += get_share (circle, k);
  spare = fmax (2 * G_PI - sum_steps (circle, circle->radius), 0) / fmax (shares, 1);
  for (guint k = 0; k < n; k++)
    {
      guint node = circle->order[k];

      result->angle[node] = angle;
      result->points[node].x = circle->radius * cos (angle);
      result->points[node].y = circle->radius * sin (angle);
      result->rim =
        fmax (result->rim, circle->radius + circle->input->radius[node] + RIM_GAP);
      angle += get_step (circle, k, circle->radius) + spare * get_share (circle, k);
    }
  if (circle->input->hub < n)
    result->angle[circle->input->hub] = NAN;
}

static void
drop_rim (TrlLayoutResult *result)
{
  result->rim = 0;
  for (guint i = 0; i < result->n; i++)
    result->angle[i] = NAN;
}

static TrlLayoutResult *
place (const TrlLayoutInput *input,
       const TrlOptions     *options,
       guint32               seed,
       GCancellable         *cancellable,
       GError              **error)
{
  g_autoptr (TrlLayoutResult) result = trl_layout_result_new (input->n);
  g_autoptr (GPtrArray) whole = trl_parts_new_whole (input);
  g_autofree guint *block = NULL, *order = NULL;
  Circle            circle = { input, .gap = trl_options_get_number (options, "gap") };

  if (input->n < 2)
    return g_steal_pointer (&result);
  block = find_blocks (input, options);
  order = trl_circle_order (g_ptr_array_index (whole, 0), block,
                            input->hub < input->n ? input->hub : 0, cancellable, error);
  if (!order)
    return NULL;
  circle.order = order;
  circle.block = block;
  find_radius (&circle, trl_options_get_number (options, "radius"));
  place_discs (&circle, result);
  if (input->n > MOST_NAMED &&
      !g_str_equal (trl_options_get_text (options, "order"), "type"))
    drop_rim (result);
  return trl_hold_pinned (input, result, circle.gap, cancellable, error)
           ? g_steal_pointer (&result)
           : NULL;
}

static const char *const orders[] = { "type", "crossings", "drawing", NULL };
static const char *const order_labels[] = { N_ ("By partner type"),
                                            N_ ("So that few ties cross"),
                                            N_ ("As in lists"), NULL };

static const TrlOption options[] = {
  { .id = "order",
    .label = N_ ("Order of partners"),
    .type = TRL_OPTION_CHOICE,
    .fallback = "type",
    .choices = orders,
    .choice_labels = order_labels },
  { .id = "radius",
    .label = N_ ("Radius of the circle"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "170",
    .min = 40,
    .max = 5000 },
  { .id = "gap",
    .label = N_ ("Space between discs"),
    .type = TRL_OPTION_NUMBER,
    .fallback = "3",
    .min = 0,
    .max = 100 },
};

/*
 * Shape: one circle, larger where discs need it; a pinned node keeps its place and has no
 * label at the rim.  One node alone stands at the origin.
 * Cost: that of trl_circle_order(), and O(n).
 * Source: see trl-circle-order.h.
 */
const TrlLayout trl_layout_circle = {
  .id = "circle",
  .label = N_ ("Circle"),
  .description = N_ ("Everybody on one circle, so that every partnership is seen"),
  .live = TRUE,
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .place = place,
};
