/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/trl-scene.h"

G_BEGIN_DECLS

/**
 * TrlRimLabel:
 * @width, @height: of its text, points
 * @line: height of a line of it, points
 * @angle: the direction in which it wants to stand, radians, clockwise from the right
 * @box: (out): where it stands
 * @side: (out): -1 left of the circle, its lines end at the circle; 1 right; 0 centred
 * @rim_x, @rim_y: (out): where its direction leaves the circle
 * @at_x, @at_y: (out): where a leader line meets the text
 *
 * A name outside a circle.
 */
typedef struct
{
  double  width, height, line;
  double  angle;
  TrlRect box;
  int     side;
  double  rim_x, rim_y;
  double  at_x, at_y;
} TrlRimLabel;

/**
 * trl_labels_place_rim:
 * @x, @y, @rim: the circle that labels stay out of, points
 * @gap: between two labels, and between the circle and a label, points
 *
 * Stands names around a circle: in a column on each side, in the order of their angles,
 * as near to their angle as the others allow (least squares), following the arc.  No two
 * boxes overlap and none reaches into the circle.  Depends on nothing but its input.
 * Cost: O(n log n).
 * Source: pool adjacent violators, Barlow et al. 1972.
 */
void trl_labels_place_rim (
  TrlRimLabel *labels, guint n, double x, double y, double rim, double gap);

/**
 * TrlFreeLabel:
 * @x, @y, @radius: the disc that it names, points
 * @width, @height: of its text, points
 * @line: height of a line of it, points
 * @priority: the higher is placed first
 * @far: (in): where there is no room nearby, it may stand so many times 85 points off and
 *   up to six times as far; 0: it may not
 * @fixed: (in): it stands in @box already, and others keep off it
 * @outside: (in): it need not stay in the area of the others
 * @hemmed_in: (in): it has no place, as trl_labels_find_hemmed_in() found
 * @box: (out): where it stands, if @placed
 * @side: (out): -1, 0, 1: how its lines are aligned: to the end, centre, start
 * @leader: (out): it stands so far off that a line must lead to it
 * @at_x, @at_y: (out): where that line meets the text
 *
 * A name beside a disc.
 */
typedef struct
{
  double   x, y, radius;
  double   width, height, line;
  double   priority;
  double   far;
  gboolean fixed;
  gboolean outside;
  gboolean hemmed_in;
  TrlRect  box;
  int      side;
  gboolean placed;
  gboolean leader;
  double   at_x, at_y;
} TrlFreeLabel;

/* What labels keep off: discs always, lines if they can. */
typedef struct
{
  double x, y, radius;
} TrlLabelDisc;

typedef struct
{
  double x1, y1, x2, y2;
  double weight; /* 1: as bad as a strong line */
} TrlLabelLine;

/**
 * trl_labels_find_hemmed_in:
 * @labels: with sizes that their texts will not fall below
 *
 * Sets @hemmed_in of those that find no place among the discs however small they are, so
 * that their texts need not be measured.  Other labels and lines do not count.
 * Cost: as trl_labels_place_free() without lines.
 */
void trl_labels_find_hemmed_in (TrlFreeLabel       *labels,
                                guint               n,
                                const TrlLabelDisc *discs,
                                guint               n_discs,
                                const TrlRect      *area);

/**
 * trl_labels_place_free:
 * @area: (nullable): labels stay in it, but for those that are outside
 *
 * Stands names beside their discs: 8 near places and 24 further ones for each (8 when
 * there are more than 80 labels), 96 more for what may stand far off, the best for the
 * most important first, then every label in turn moves to what is better now, and one
 * that found no place may push one other aside.  Boxes overlap neither each other nor a
 * disc.  Depends on nothing but its input. Cost: about O(n) for evenly spread discs.
 * Source: candidates as Christensen, Marks & Shieber 1995, doi:10.1145/212332.212334.
 *
 * Returns: how many labels found no place
 */
guint trl_labels_place_free (TrlFreeLabel       *labels,
                             guint               n,
                             const TrlLabelDisc *discs,
                             guint               n_discs,
                             const TrlLabelLine *lines,
                             guint               n_lines,
                             const TrlRect      *area);

/**
 * trl_rect_overlaps:
 *
 * Touching is not overlapping.
 */
gboolean trl_rect_overlaps (const TrlRect *a, const TrlRect *b);

/**
 * trl_rect_distance:
 *
 * From a point to the nearest of a rectangle; 0 inside.
 */
double trl_rect_distance (const TrlRect *rect, double x, double y);

/**
 * trl_rect_covered:
 *
 * Length of the part of a line that is within, points.
 */
double trl_rect_covered (const TrlRect *rect, double x1, double y1, double x2, double y2);

G_END_DECLS
