/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The skyline: how far down each stretch of the width is taken.  Its steps run from left
 * to right and cover the whole width. */
#include "config.h"

#include "layout/trl-pack.h"

#include <math.h>

typedef struct
{
  double from;
  double to;
  double down;
} Step;

static int
compare_boxes (gconstpointer a, gconstpointer b)
{
  const TrlBox *one = *(const TrlBox *const *) a, *two = *(const TrlBox *const *) b;

  if (one->height != two->height)
    return one->height > two->height ? -1 : 1;
  return one->order < two->order ? -1 : one->order > two->order;
}

static double
choose_width (const TrlBox *boxes, guint n, double aspect)
{
  double area = 0, widest = 0;

  for (guint i = 0; i < n; i++)
    {
      area += boxes[i].width * boxes[i].height;
      widest = fmax (widest, boxes[i].width);
    }
  return fmax (widest, sqrt (area * aspect));
}

/* How far down a box comes that starts at step @k; infinite when it sticks out. */
static double
get_down (const GArray *skyline, guint k, double width, double all)
{
  double from = g_array_index (skyline, Step, k).from, down = 0;

  if (from + width > all + 1e-9)
    return G_MAXDOUBLE;
  for (; k < skyline->len; k++)
    {
      const Step *step = &g_array_index (skyline, Step, k);

      if (step->from >= from + width - 1e-9)
        break;
      down = fmax (down, step->down);
    }
  return down;
}

/* Puts a step over the skyline: those below it go or are cut. */
static void
raise_skyline (GArray *skyline, guint k, Step step)
{
  while (k < skyline->len && g_array_index (skyline, Step, k).to <= step.to + 1e-9)
    g_array_remove_index (skyline, k);
  if (k < skyline->len && g_array_index (skyline, Step, k).from < step.to)
    g_array_index (skyline, Step, k).from = step.to;
  g_array_insert_val (skyline, k, step);
}

static void
place_box (GArray *skyline, TrlBox *box, double all)
{
  double best = G_MAXDOUBLE;
  guint  at = 0;

  for (guint k = 0; k < skyline->len; k++)
    {
      double down = get_down (skyline, k, box->width, all);

      if (down < best)
        {
          best = down;
          at = k;
        }
    }
  box->place = (TrlPoint){ g_array_index (skyline, Step, at).from, best };
  raise_skyline (skyline, at,
                 (Step){ box->place.x, box->place.x + box->width, best + box->height });
}

TrlPoint
trl_pack (TrlBox *boxes, guint n, double aspect)
{
  g_autoptr (GArray) skyline = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  Step     ground = { 0, choose_width (boxes, n, aspect), 0 };
  TrlPoint size = { 0, 0 };

  g_array_append_val (skyline, ground);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, &boxes[i]);
  g_ptr_array_sort (sorted, compare_boxes);
  for (guint i = 0; i < n; i++)
    {
      TrlBox *box = g_ptr_array_index (sorted, i);

      place_box (skyline, box, ground.to);
      size.x = fmax (size.x, box->place.x + box->width);
      size.y = fmax (size.y, box->place.y + box->height);
    }
  return size;
}
