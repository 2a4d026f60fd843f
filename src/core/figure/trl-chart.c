/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all charts have in common: letters, boxes, keys and lists of names.  A chart knows
 * its room before it draws, so nothing is scaled afterwards. */
#include "config.h"

#include "figure/trl-chart.h"

#include "figure/trl-figure-fill.h"
#include "scene/trl-colour-science.h"
#include "scene/trl-look.h"

#include <math.h>

#define LEAST_TEXT 6.0
#define LINE 1.25 /* of type, in sizes */
#define EDGE 1.5  /* points */

typedef struct
{
  const TrlFigureRequest *request;
  TrlPage                *page;
  TrlChartFunc            draw;
  TrlChartKeysFunc        keys;
  gpointer                data;
} Drawing;

static TrlChart
make_chart (const Drawing *drawing)
{
  return (TrlChart){ .style = trl_theme_get_style (drawing->request->theme),
                     .theme = drawing->request->theme,
                     .palette = drawing->request->palette,
                     .text = MAX (LEAST_TEXT, drawing->page->text_size * 0.92) };
}

/* The page asks for a scale, of which a chart makes no use. */
static TrlScene *
draw_picture (gpointer data, double scale)
{
  Drawing *drawing = data;
  TrlChart chart = make_chart (drawing);

  chart.scene = trl_scene_new ();
  trl_page_get_room (drawing->page, &chart.width, &chart.height);
  /* Outlines reach a little beyond what they are of. */
  chart.width -= EDGE;
  chart.height = drawing->page->height > 0 ? chart.height - EDGE : 0;
  drawing->draw (&chart, drawing->data);
  trl_scene_freeze (chart.scene);
  return chart.scene;
}

static TrlLegend *
draw_legend (gpointer data, double scale)
{
  Drawing   *drawing = data;
  TrlChart   chart = make_chart (drawing);
  TrlLegend *legend = trl_legend_new_for_chart (chart.theme);

  drawing->keys (&chart, drawing->data, legend);
  return legend;
}

TrlScene *
trl_chart_compose (const TrlFigureRequest *request,
                   const TrlPageWords     *made,
                   TrlChartFunc            draw,
                   TrlChartKeysFunc        keys,
                   gpointer                data,
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_auto (TrlPageWords) words = { 0 };
  Drawing drawing = { request, NULL, draw, keys, data };
  TrlPage page = {
    .largest = 1,
    .tallest = 20,
    .picture = draw_picture,
    .legend = keys ? draw_legend : NULL,
    .data = &drawing,
  };

  trl_figure_fill_words (request, made, &words);
  trl_figure_fill_page (request, &words, &page);
  if (page.plan.place == TRL_LEGEND_AUTO)
    page.plan.place = TRL_LEGEND_ABOVE;
  drawing.page = &page;
  return trl_page_compose (&page, cancellable, error);
}

static TrlTextSpec
spec_of (const TrlChart *chart, const char *string, double width)
{
  return (TrlTextSpec){ .string = string,
                        .size = chart->text,
                        .width = width,
                        .balance = width > 0,
                        .line_height = LINE };
}

double
trl_chart_measure (const TrlChart *chart,
                   const char     *string,
                   double          width,
                   double         *height)
{
  TrlTextSpec spec = spec_of (chart, string, width);
  double      wide;

  trl_scene_measure (&spec, &wide, height);
  return wide;
}

static void
put (TrlChart *chart, TrlTextSpec *spec, double x, double y, TrlColour colour)
{
  spec->align = spec->anchor_x < 0.3   ? TRL_ALIGN_LEFT
                : spec->anchor_x > 0.7 ? TRL_ALIGN_RIGHT
                                       : TRL_ALIGN_CENTRE;
  trl_scene_add_text (chart->scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x, y, spec, colour);
}

void
trl_chart_put (TrlChart   *chart,
               const char *string,
               double      x,
               double      y,
               double      anchor_x,
               double      anchor_y,
               double      width,
               TrlColour   colour)
{
  TrlTextSpec spec = spec_of (chart, string, width);

  spec.anchor_x = anchor_x;
  spec.anchor_y = anchor_y;
  put (chart, &spec, x, y, colour);
}

void
trl_chart_put_bold (TrlChart   *chart,
                    const char *string,
                    double      x,
                    double      y,
                    double      anchor_x,
                    double      anchor_y,
                    TrlColour   colour)
{
  TrlTextSpec spec = spec_of (chart, string, 0);

  spec.bold = TRUE;
  spec.anchor_x = anchor_x;
  spec.anchor_y = anchor_y;
  put (chart, &spec, x, y, colour);
}

void
trl_chart_rect (TrlChart *chart,
                double    x,
                double    y,
                double    width,
                double    height,
                TrlColour fill,
                TrlColour stroke)
{
  if (width <= 0 || height <= 0)
    return;
  trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_RECT,
                                           .owner = { TRL_OWNER_PAGE, 0 },
                                           .fill = fill,
                                           .stroke = stroke,
                                           .width = stroke.a > 0 ? 0.6 : 0,
                                           .x = x,
                                           .y = y,
                                           .x2 = width,
                                           .y2 = height });
}

void
trl_chart_line (TrlChart *chart,
                double    x,
                double    y,
                double    x2,
                double    y2,
                double    width,
                TrlColour colour)
{
  trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                           .owner = { TRL_OWNER_PAGE, 0 },
                                           .stroke = colour,
                                           .width = width,
                                           .x = x,
                                           .y = y,
                                           .x2 = x2,
                                           .y2 = y2 });
}

TrlColour
trl_chart_bar_colour (const TrlChart *chart)
{
  static const TrlColour slate = { 0.28, 0.42, 0.49, 1 };
  static const TrlColour mist = { 0.56, 0.70, 0.77, 1 };

  return chart->theme == TRL_THEME_DARK ? mist : slate;
}

void
trl_chart_put_box (TrlChart          *chart,
                   const TrlChartKey *key,
                   double             x,
                   double             y,
                   double             width,
                   double             height)
{
  if (width <= 0 || height <= 0)
    return;
  trl_scene_add (chart->scene,
                 &(TrlItem){ .kind = TRL_ITEM_RECT,
                             .owner = { TRL_OWNER_PAGE, 0 },
                             .fill = key->fill,
                             .stroke = key->stroke,
                             .width = key->stroke.a > 0 ? 0.6 : 0,
                             .dash = { key->dash ? 1.6 : 0, key->dash ? 1.4 : 0 },
                             .hatch = key->hatch,
                             .x = x,
                             .y = y,
                             .x2 = width,
                             .y2 = height });
}

void
trl_chart_add_key (TrlLegend *legend, const char *id, const TrlChartKey *key)
{
  trl_legend_add_box (legend, id, key->text,
                      &(TrlLegendBox){ key->fill, key->stroke, key->hatch, key->dash });
}

TrlChartKey
trl_chart_level_key (const TrlChart *chart, const TrlScale *scale, int rank)
{
  TrlPalette palette;

  if (rank < 0)
    return (TrlChartKey){ .stroke = chart->style->quiet, .hatch = TRUE };
  trl_palette_init (&palette, scale, chart->theme, chart->palette);
  if (rank == 0)
    return (TrlChartKey){ trl_scale_get_level (scale, 0)->name, chart->style->background,
                          chart->style->quiet, FALSE, TRUE };
  return (TrlChartKey){ trl_scale_get_level (scale, (guint) rank)->name,
                        palette.levels[MIN ((guint) rank, palette.n_levels - 1)].fill,
                        chart->style->outline };
}

void
trl_chart_add_level (const TrlChart *chart,
                     const TrlScale *scale,
                     int             rank,
                     const char     *text,
                     TrlLegend      *legend)
{
  TrlChartKey key = trl_chart_level_key (chart, scale, rank);

  if (text)
    key.text = text;
  trl_chart_add_key (
    legend, rank < 0 ? "not-reported" : trl_scale_get_level (scale, (guint) rank)->id,
    &key);
}

void
trl_chart_rows_init (TrlChartRows      *rows,
                     const TrlChart    *chart,
                     const char *const *names,
                     guint              n,
                     double             most,
                     double             least,
                     double             taken)
{
  double limit = chart->width * most, room = chart->height - taken, stretch;

  *rows = (TrlChartRows){ .n = n };
  rows->y = g_new0 (double, n + 1);
  rows->height = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    rows->label_width = MAX (
      rows->label_width, MIN (limit, trl_chart_measure (chart, names[i], limit, NULL)));
  for (guint i = 0; i < n; i++)
    {
      double high;

      trl_chart_measure (chart, names[i], limit, &high);
      rows->height[i] = MAX (least * chart->text, high + chart->text * 0.35);
      rows->total += rows->height[i];
    }
  /* A page with a height is filled, but rows do not drift apart without end. */
  stretch =
    chart->height > 0 && rows->total > 0 ? CLAMP (room / rows->total, 0.4, 1.8) : 1;
  rows->total = 0;
  for (guint i = 0; i < n; i++)
    {
      rows->y[i] = rows->total;
      rows->height[i] *= stretch;
      rows->total += rows->height[i];
    }
}

void
trl_chart_rows_clear (TrlChartRows *rows)
{
  g_clear_pointer (&rows->y, g_free);
  g_clear_pointer (&rows->height, g_free);
}

void
trl_chart_put_row_name (TrlChart           *chart,
                        const TrlChartRows *rows,
                        guint               row,
                        const char         *name,
                        double              y,
                        TrlColour           colour)
{
  trl_chart_put (chart, name, rows->label_width, y + rows->y[row] + rows->height[row] / 2,
                 1, 0.5, rows->label_width + 0.5, colour);
}
