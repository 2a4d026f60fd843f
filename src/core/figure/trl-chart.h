/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure/trl-figure.h"
#include "scene/trl-palette.h"

G_BEGIN_DECLS

/**
 * TrlChart:
 * @text: size of names and numbers, points
 * @width: of the room, points
 * @height: of the room, points; 0: by content
 *
 * A picture of bars, cells or points while it is drawn: letters have the size that they
 * are printed in, and what is drawn gets the room that they leave.
 */
typedef struct
{
  TrlScene            *scene;
  const TrlThemeStyle *style;
  TrlTheme             theme;
  TrlPaletteKind       palette;
  double               text;
  double               width;
  double               height;
} TrlChart;

/**
 * TrlChartFunc:
 *
 * Draws into @chart from its top left, 0, 0.
 */
typedef void (*TrlChartFunc) (TrlChart *chart, gpointer data);

/**
 * TrlChartKeysFunc:
 *
 * Adds to the legend what the marks of a chart mean, with trl_chart_add_key().
 */
typedef void (*TrlChartKeysFunc) (const TrlChart *chart,
                                  gpointer        data,
                                  TrlLegend      *legend);

/**
 * trl_chart_compose:
 * @words: said where the request says nothing else
 * @keys: (nullable)
 *
 * Puts a chart on the page that a request asks for, its legend above it.
 * Errors: G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): a frozen scene with a page
 */
TrlScene *trl_chart_compose (const TrlFigureRequest *request,
                             const TrlPageWords     *words,
                             TrlChartFunc            draw,
                             TrlChartKeysFunc        keys,
                             gpointer                data,
                             GCancellable           *cancellable,
                             GError                **error);

/**
 * trl_chart_measure:
 * @width: where lines are broken; 0: nowhere
 * @height: (out) (optional)
 *
 * Returns: the width of a text of the chart's size
 */
double trl_chart_measure (const TrlChart *chart,
                          const char     *string,
                          double          width,
                          double         *height);

/**
 * trl_chart_put:
 * trl_chart_put_bold:
 * @anchor_x, @anchor_y: the point of the text that stands at @x, @y, 0 … 1
 * @width: where lines are broken; 0: nowhere
 *
 * Writes; an empty text leaves nothing.
 */
void trl_chart_put (TrlChart   *chart,
                    const char *string,
                    double      x,
                    double      y,
                    double      anchor_x,
                    double      anchor_y,
                    double      width,
                    TrlColour   colour);
void trl_chart_put_bold (TrlChart   *chart,
                         const char *string,
                         double      x,
                         double      y,
                         double      anchor_x,
                         double      anchor_y,
                         TrlColour   colour);

/**
 * trl_chart_rect:
 * trl_chart_line:
 * @stroke: a = 0: none
 *
 * Plain marks; all lengths in points.
 */
void trl_chart_rect (TrlChart *chart,
                     double    x,
                     double    y,
                     double    width,
                     double    height,
                     TrlColour fill,
                     TrlColour stroke);
void trl_chart_line (TrlChart *chart,
                     double    x,
                     double    y,
                     double    x2,
                     double    y2,
                     double    width,
                     TrlColour colour);

/**
 * trl_chart_bar_colour:
 *
 * Returns: the colour of bars that mean no level: none of the colours of levels
 */
TrlColour trl_chart_bar_colour (const TrlChart *chart);

/**
 * TrlChartKey:
 * @text: of which the chart keeps nothing
 * @fill: of the box before it
 * @stroke: a = 0: none
 * @hatch: diagonal lines in the colour of the stroke
 * @dash: whether the outline is dashed
 */
typedef struct
{
  const char *text;
  TrlColour   fill;
  TrlColour   stroke;
  gboolean    hatch;
  gboolean    dash;
} TrlChartKey;

/**
 * trl_chart_put_box:
 *
 * A box as in the key, anywhere.
 */
void trl_chart_put_box (TrlChart          *chart,
                        const TrlChartKey *key,
                        double             x,
                        double             y,
                        double             width,
                        double             height);

/**
 * trl_chart_add_key:
 * @id: what plans of the legend call it
 *
 * A box as in the chart, with its text, as an entry of the legend.
 */
void trl_chart_add_key (TrlLegend *legend, const char *id, const TrlChartKey *key);

/**
 * trl_chart_level_key:
 * @rank: 0 none, -1 not reported
 *
 * Returns: how a level looks as a box; the text is the vocabulary's
 */
TrlChartKey trl_chart_level_key (const TrlChart *chart, const TrlScale *scale, int rank);

/**
 * trl_chart_add_level:
 * @rank: 0 none, -1 not reported
 * @text: (nullable): in place of the level's name; not reported has none of its own
 *
 * A level as an entry of the legend, called by its id.
 */
void trl_chart_add_level (const TrlChart *chart,
                          const TrlScale *scale,
                          int             rank,
                          const char     *text,
                          TrlLegend      *legend);

/**
 * TrlChartRows:
 * @label_width: of the column of names
 * @y, @height: of each row
 * @total: height of all rows
 *
 * A list of things down the side, with their names.
 */
typedef struct
{
  guint   n;
  double  label_width;
  double *y;
  double *height;
  double  total;
} TrlChartRows;

/**
 * trl_chart_rows_init:
 * @names: (array length=n)
 * @most: widest column of names, as a share of the chart's width
 * @least: height of a row, in sizes of the type
 * @taken: height that everything else needs; counts where the page has a height
 */
void trl_chart_rows_init (TrlChartRows      *rows,
                          const TrlChart    *chart,
                          const char *const *names,
                          guint              n,
                          double             most,
                          double             least,
                          double             taken);
/**
 * trl_chart_rows_clear:
 *
 * Frees what trl_chart_rows_init() made.
 */
void trl_chart_rows_clear (TrlChartRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrlChartRows, trl_chart_rows_clear)

/**
 * trl_chart_put_row_name:
 * @y: where the rows begin
 */
void trl_chart_put_row_name (TrlChart           *chart,
                             const TrlChartRows *rows,
                             guint               row,
                             const char         *name,
                             double              y,
                             TrlColour           colour);

G_END_DECLS
