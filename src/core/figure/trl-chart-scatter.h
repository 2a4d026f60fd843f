/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-chart.h"

G_BEGIN_DECLS

/**
 * TrlChartAxis:
 * @title: what is measured, with its unit
 * @low, @high: (nullable): words at the two ends in place of numbers
 * @from, @to: range, in the unit of the points
 * @percent: numbers are shares, 0 … 1
 * @whole: ticks are whole numbers
 * @middle: where a dashed line crosses the plot; NAN: nowhere
 */
typedef struct
{
  const char *title;
  const char *low, *high;
  double      from, to;
  gboolean    percent;
  gboolean    whole;
  double      middle;
} TrlChartAxis;

/**
 * TrlChartPoint:
 * @x, @y: in the units of the axes; a point that is not finite is left out
 * @radius: points
 * @key: how it looks
 */
typedef struct
{
  const char *label;
  double      x, y;
  double      radius;
  TrlChartKey key;
} TrlChartPoint;

/**
 * TrlChartScatter:
 * @quadrants: (nullable): names of the four quarters: top left, top right, bottom left,
 *   bottom right; %NULL or "": none
 */
typedef struct
{
  TrlChartAxis         x, y;
  const TrlChartPoint *points;
  guint                n;
  const char          *quadrants[4];
} TrlChartScatter;

/**
 * trl_chart_scatter_fit:
 * @whole: keeps to whole numbers
 *
 * Widens a range so that no point stands on its end, and gives a range to what has none.
 */
void trl_chart_scatter_fit (double *from, double *to, gboolean whole);

/**
 * trl_chart_put_scatter:
 *
 * Discs on two axes, large ones behind, each with its name beside it; names overlap
 * neither each other nor a disc.
 *
 * Returns: how many names found no place
 */
guint trl_chart_put_scatter (TrlChart *chart, const TrlChartScatter *scatter);

/**
 * trl_chart_compose_scatter:
 * @unnamed: where @draw leaves what trl_chart_put_scatter() returned
 *
 * As trl_chart_compose(), with a sentence in the caption where names found no place. That
 * is known only when all is drawn, so the page is then made again.
 * Errors: those of trl_chart_compose().
 *
 * Returns: (transfer full)
 */
TrlScene *trl_chart_compose_scatter (const TrlFigureRequest *request,
                                     const TrlPageWords     *words,
                                     TrlChartFunc            draw,
                                     TrlChartKeysFunc        keys,
                                     gpointer                data,
                                     const guint            *unnamed,
                                     GCancellable           *cancellable,
                                     GError                **error);

G_END_DECLS
