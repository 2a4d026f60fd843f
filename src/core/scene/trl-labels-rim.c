/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels around a circle are two columns bent around an arc: the order of the angles is
 * kept, so leader lines never cross. */
#include "scene/trl-labels.h"

#include <math.h>

/* A run of labels that push against each other and move as one. */
typedef struct
{
  double sum;
  guint  n;
} Block;

static int
compare_height (gconstpointer a, gconstpointer b, gpointer data)
{
  const TrlRimLabel *labels = data;
  guint              i = *(const guint *) a, j = *(const guint *) b;
  double             d = sin (labels[i].angle) - sin (labels[j].angle);

  return d < 0 ? -1 : d > 0 ? 1 : (int) i - (int) j;
}

/* Where a label alone would stand: beside the circle it is centred on its direction, on
 * top and below it clears the circle by its whole height. */
static double
wished_centre (const TrlRimLabel *label, double y, double rim)
{
  double s = sin (label->angle);

  return y + rim * s + label->height / 2 * s * fabs (s);
}

/* Moves centres apart to keep distances, as little as possible in least squares: an
 * isotonic regression of the wishes without the distances. */
static void
spread (double *centre, const double *offset, guint n)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  guint             n_blocks = 0, k = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (Block){ centre[i] - offset[i], 1 };
      while (n_blocks > 1 && blocks[n_blocks - 2].sum / blocks[n_blocks - 2].n >=
                               blocks[n_blocks - 1].sum / blocks[n_blocks - 1].n)
        {
          blocks[n_blocks - 2].sum += blocks[n_blocks - 1].sum;
          blocks[n_blocks - 2].n += blocks[n_blocks - 1].n;
          n_blocks--;
        }
    }
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < blocks[b].n; i++, k++)
      centre[k] = blocks[b].sum / blocks[b].n + offset[k];
}

/* How far from the axis a box of that height must begin to clear the circle. */
static double
arc_clearance (double top, double bottom, double rim)
{
  double near = top < 0 && bottom > 0 ? 0 : MIN (fabs (top), fabs (bottom));

  return near < rim ? sqrt (rim * rim - near * near) : 0;
}

static void
stand (TrlRimLabel *label, double centre, double x, double y, double rim, double gap)
{
  double top = centre - label->height / 2;
  double out = arc_clearance (top - y, top + label->height - y, rim);

  out = MAX (out, MAX (rim * fabs (cos (label->angle)) - gap, gap));
  label->box = (TrlRect){ label->side > 0 ? x + out : x - out - label->width, top,
                          label->width, label->height };
}

static void
place_column (TrlRimLabel *labels,
              const guint *order,
              guint        n,
              double       x,
              double       y,
              double       rim,
              double       gap)
{
  g_autofree double *centre = g_new (double, n + 1);
  g_autofree double *offset = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      centre[i] = wished_centre (&labels[order[i]], y, rim);
      if (i > 0)
        offset[i] = offset[i - 1] + gap +
                    (labels[order[i - 1]].height + labels[order[i]].height) / 2;
    }
  spread (centre, offset, n);
  for (guint i = 0; i < n; i++)
    stand (&labels[order[i]], centre[i], x, y, rim, gap);
}

/* Both columns, of the labels that are not centred. */
static void
place_columns (TrlRimLabel *labels, guint n, double x, double y, double rim, double gap)
{
  g_autofree guint *order = g_new (guint, n + 1);

  for (int side = -1; side <= 1; side += 2)
    {
      guint in_column = 0;

      for (guint i = 0; i < n; i++)
        if (labels[i].side == side)
          order[in_column++] = i;
      g_qsort_with_data (order, (int) in_column, sizeof *order, compare_height, labels);
      place_column (labels, order, in_column, x, y, rim, gap);
    }
}

/* On top and at the bottom a label is centred on its direction, when it is alone there.
 */
static gboolean
centre_on_axis (
  TrlRimLabel *labels, guint n, double x, double y, double rim, double upward)
{
  TrlRimLabel *found = NULL;

  for (guint i = 0; i < n; i++)
    if (sin (labels[i].angle) * upward < 0 && fabs (cos (labels[i].angle)) < 0.14)
      {
        if (found)
          return FALSE;
        found = &labels[i];
      }
  if (!found)
    return FALSE;
  found->side = 0;
  found->box = (TrlRect){ x + rim * cos (found->angle) - found->width / 2,
                          upward > 0 ? y - rim - found->height : y + rim, found->width,
                          found->height };
  return TRUE;
}

static gboolean
is_clear (const TrlRimLabel *labels, guint n, double gap)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; labels[i].side == 0 && j < n; j++)
      {
        TrlRect wide = { labels[i].box.x - gap, labels[i].box.y - gap,
                         labels[i].box.width + 2 * gap, labels[i].box.height + 2 * gap };

        if (i != j && trl_rect_overlaps (&wide, &labels[j].box))
          return FALSE;
      }
  return TRUE;
}

static void
attach (TrlRimLabel *label, double x, double y, double rim, double off)
{
  const TrlRect *box = &label->box;
  double         inset = MIN (label->line, box->height) * 0.5;

  label->rim_x = x + rim * cos (label->angle);
  label->rim_y = y + rim * sin (label->angle);
  label->at_x = label->side > 0 ? box->x - off : box->x + box->width + off;
  label->at_y = CLAMP (label->rim_y, box->y + inset, box->y + box->height - inset);
  if (label->side != 0)
    return;
  label->at_x = CLAMP (label->rim_x, box->x, box->x + box->width);
  label->at_y =
    label->rim_y < box->y + box->height / 2 ? box->y - off : box->y + box->height + off;
}

static void
choose_sides (TrlRimLabel *labels, guint n)
{
  for (guint i = 0; i < n; i++)
    labels[i].side = cos (labels[i].angle) < -1e-9 ? -1 : 1;
}

void
trl_labels_place_rim (
  TrlRimLabel *labels, guint n, double x, double y, double rim, double gap)
{
  choose_sides (labels, n);
  centre_on_axis (labels, n, x, y, rim + gap, 1);
  centre_on_axis (labels, n, x, y, rim + gap, -1);
  place_columns (labels, n, x, y, rim + gap, gap);
  if (!is_clear (labels, n, gap))
    {
      choose_sides (labels, n);
      place_columns (labels, n, x, y, rim + gap, gap);
    }
  for (guint i = 0; i < n; i++)
    attach (&labels[i], x, y, rim, gap * 0.5);
}
