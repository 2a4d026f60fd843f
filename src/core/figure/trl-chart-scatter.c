/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Axes say their ends and their title; the names of points are placed as those of
 * partners on a map. */
#include "config.h"

#include "figure/trl-chart-scatter.h"

#include "figure/trl-figure-fill.h"
#include "scene/trl-colour-science.h"
#include "scene/trl-labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ASPECT 0.62 /* of a plot whose page has no height */
#define MOST_TICKS 8
#define MOST_TURNS 4

typedef struct
{
  TrlChart              *chart;
  const TrlChartScatter *scatter;
  TrlRect                area; /* inside the axes */
} Plot;

void
trl_chart_scatter_fit (double *from, double *to, gboolean whole)
{
  double span = *to - *from, edge;

  if (!isfinite (span))
    {
      *from = 0;
      *to = 1;
      return;
    }
  edge = span > 0 ? span * 0.12 : MAX (1, fabs (*from) * 0.2);
  *from -= edge;
  *to += edge;
  if (whole)
    {
      *from = floor (*from);
      *to = ceil (*to);
    }
}

static double
place (double value, const TrlChartAxis *axis, double start, double length)
{
  return start + (value - axis->from) / (axis->to - axis->from) * length;
}

static double
x_of (const Plot *plot, double value)
{
  return place (value, &plot->scatter->x, plot->area.x, plot->area.width);
}

static double
y_of (const Plot *plot, double value)
{
  return place (value, &plot->scatter->y, plot->area.y + plot->area.height,
                -plot->area.height);
}

/* 1, 2 or 5 times a power of ten. */
static double
find_step (const TrlChartAxis *axis)
{
  double rough = (axis->to - axis->from) / MOST_TICKS;
  double power = pow (10, floor (log10 (rough)));
  double step = rough / power <= 1   ? power
                : rough / power <= 2 ? 2 * power
                : rough / power <= 5 ? 5 * power
                                     : 10 * power;

  return axis->whole ? MAX (1, step) : step;
}

static char *
dup_tick (const TrlChartAxis *axis, double value)
{
  if (axis->percent)
    return g_strdup_printf (_ ("%.0f %%"), round (100 * value));
  return g_strdup_printf (_ ("%g"), fabs (value) < 1e-9 ? 0 : value);
}

static double
widest_tick (const TrlChart *chart, const TrlChartAxis *axis)
{
  double widest = 0, step = find_step (axis);

  if (axis->low)
    return 0;
  for (double at = ceil (axis->from / step) * step; at <= axis->to + 1e-9; at += step)
    {
      g_autofree char *text = dup_tick (axis, at);

      widest = MAX (widest, trl_chart_measure (chart, text, 0, NULL));
    }
  return widest + chart->text * 0.6;
}

/* Shares are not below none and not above all. */
static gboolean
is_possible (const TrlChartAxis *axis, double value)
{
  return !axis->percent || (value > -1e-9 && value < 1 + 1e-9);
}

static void
put_ticks (const Plot *plot)
{
  TrlChart           *chart = plot->chart;
  const TrlChartAxis *axes[2] = { &plot->scatter->x, &plot->scatter->y };

  for (guint i = 0; i < 2; i++)
    {
      double step = find_step (axes[i]);

      for (double at = ceil (axes[i]->from / step) * step;
           !axes[i]->low && at <= axes[i]->to + 1e-9; at += step)
        {
          g_autofree char *text = dup_tick (axes[i], at);

          if (!is_possible (axes[i], at))
            continue;
          if (i == 0)
            trl_chart_put (chart, text, x_of (plot, at),
                           plot->area.y + plot->area.height + chart->text * 0.4, 0.5, 0,
                           0, chart->style->dim);
          else
            trl_chart_put (chart, text, plot->area.x - chart->text * 0.5, y_of (plot, at),
                           1, 0.5, 0, chart->style->dim);
        }
    }
}

static void
put_turned (TrlChart *chart, const char *text, double x, double y, double along)
{
  TrlTextSpec spec = { .string = text,
                       .size = chart->text,
                       .bold = TRUE,
                       .align = TRL_ALIGN_CENTRE,
                       .anchor_x = along,
                       .anchor_y = 0.5,
                       .angle = -G_PI / 2 };

  trl_scene_add_text (chart->scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x, y, &spec,
                      chart->style->ink);
}

/* Below the horizontal and, turned, beside the vertical axis. */
static void
put_titles (const Plot *plot)
{
  TrlChart           *chart = plot->chart;
  const TrlChartAxis *x = &plot->scatter->x, *y = &plot->scatter->y;
  double              right = plot->area.x + plot->area.width,
         below = plot->area.y + plot->area.height;
  double line = below + chart->text * (x->low ? 0.6 : 2);

  if (x->low)
    {
      trl_chart_put (chart, x->low, plot->area.x, line, 0, 0, 0, chart->style->dim);
      trl_chart_put (chart, x->high, right, line, 1, 0, 0, chart->style->dim);
    }
  trl_chart_put_bold (chart, x->title, plot->area.x + plot->area.width / 2, line, 0.5, 0,
                      chart->style->ink);
  if (y->low)
    {
      trl_chart_put (chart, y->high, plot->area.x, plot->area.y - chart->text * 0.5, 0, 1,
                     0, chart->style->dim);
      trl_chart_put (chart, y->low, plot->area.x - chart->text * 0.5, below, 1, 1, 0,
                     chart->style->dim);
    }
  put_turned (chart, y->title, chart->text * 0.7, plot->area.y + plot->area.height / 2,
              0.5);
}

static void
put_frame (const Plot *plot)
{
  TrlChart *chart = plot->chart;
  TrlColour pale = trl_colour_mix (chart->style->quiet, chart->style->background, 0.45);
  double    right = plot->area.x + plot->area.width;
  double    below = plot->area.y + plot->area.height;

  trl_chart_line (chart, plot->area.x, plot->area.y, plot->area.x, below, 0.7, pale);
  trl_chart_line (chart, plot->area.x, below, right, below, 0.7, pale);
}

static void
put_middle (const Plot *plot, double x, double y, double x2, double y2)
{
  trl_scene_add (plot->chart->scene, &(TrlItem){ .kind = TRL_ITEM_LINE,
                                                 .owner = { TRL_OWNER_PAGE, 0 },
                                                 .stroke = plot->chart->style->quiet,
                                                 .width = 0.7,
                                                 .dash = { 3, 2.4 },
                                                 .x = x,
                                                 .y = y,
                                                 .x2 = x2,
                                                 .y2 = y2 });
}

static void
put_middles (const Plot *plot)
{
  const TrlChartAxis *x = &plot->scatter->x, *y = &plot->scatter->y;

  if (isfinite (x->middle))
    put_middle (plot, x_of (plot, x->middle), plot->area.y, x_of (plot, x->middle),
                plot->area.y + plot->area.height);
  if (isfinite (y->middle))
    put_middle (plot, plot->area.x, y_of (plot, y->middle),
                plot->area.x + plot->area.width, y_of (plot, y->middle));
}

static gboolean
is_shown (const TrlChartPoint *point)
{
  return isfinite (point->x) && isfinite (point->y);
}

/* Where a name of a quarter would stand, in one of its corners. */
static TrlRect
corner_of (const Plot *plot, const char *text, guint quarter, guint corner)
{
  double   gap = plot->chart->text * 0.4, wide, high, x, y;
  double   middle_x = isfinite (plot->scatter->x.middle)
                        ? x_of (plot, plot->scatter->x.middle)
                        : plot->area.x + plot->area.width / 2;
  double   middle_y = isfinite (plot->scatter->y.middle)
                        ? y_of (plot, plot->scatter->y.middle)
                        : plot->area.y + plot->area.height / 2;
  gboolean right = quarter % 2, lower = quarter / 2;

  wide = trl_chart_measure (plot->chart, text, plot->area.width * 0.42, &high);
  x = right ? plot->area.x + plot->area.width - wide - gap : plot->area.x + gap;
  y = lower ? plot->area.y + plot->area.height - high - gap : plot->area.y + gap;
  if (corner % 2) /* at the line in the middle, up or down */
    y = lower ? middle_y + gap : middle_y - high - gap;
  if (corner / 2) /* at the other line */
    x = right ? middle_x + gap : middle_x - wide - gap;
  return (TrlRect){ x, y, wide, high };
}

static gboolean
is_free (const Plot *plot, const TrlRect *box)
{
  for (guint i = 0; i < plot->scatter->n; i++)
    {
      const TrlChartPoint *point = &plot->scatter->points[i];

      if (is_shown (point) && trl_rect_distance (box, x_of (plot, point->x),
                                                 y_of (plot, point->y)) < point->radius)
        return FALSE;
    }
  return TRUE;
}

/* Names of quarters stand where no disc does, the outer corner first, and the names of
 * points keep off them. */
static void
put_quadrants (const Plot *plot, GArray *labels)
{
  for (guint i = 0; i < 4; i++)
    {
      const char  *text = plot->scatter->quadrants[i];
      TrlFreeLabel label = { .fixed = TRUE, .placed = TRUE };
      guint        corner = 0;

      if (!text || !*text)
        continue;
      label.box = corner_of (plot, text, i, corner);
      while (++corner < 4 && !is_free (plot, &label.box))
        label.box = corner_of (plot, text, i, corner);
      g_array_append_val (labels, label);
      trl_chart_put (plot->chart, text,
                     i % 2 ? label.box.x + label.box.width : label.box.x, label.box.y,
                     i % 2, 0, plot->area.width * 0.42, plot->chart->style->dim);
    }
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const TrlChartPoint *x = *(const TrlChartPoint *const *) a;
  const TrlChartPoint *y = *(const TrlChartPoint *const *) b;

  return (x->radius < y->radius) - (x->radius > y->radius);
}

static GPtrArray *
put_points (const Plot *plot)
{
  GPtrArray *points = g_ptr_array_new ();

  for (guint i = 0; i < plot->scatter->n; i++)
    if (is_shown (&plot->scatter->points[i]))
      g_ptr_array_add (points, (gpointer) &plot->scatter->points[i]);
  g_ptr_array_sort (points, compare_sizes);
  for (guint i = 0; i < points->len; i++)
    {
      const TrlChartPoint *point = points->pdata[i];

      trl_scene_add (
        plot->chart->scene,
        &(TrlItem){ .kind = TRL_ITEM_DISC,
                    .owner = { TRL_OWNER_PAGE, 0 },
                    .fill = point->key.fill,
                    .stroke = point->key.stroke,
                    .width = 0.8,
                    .dash = { point->key.dash ? 1.6 : 0, point->key.dash ? 1.4 : 0 },
                    .x = x_of (plot, point->x),
                    .y = y_of (plot, point->y),
                    .radius = point->radius });
    }
  return points;
}

static void
put_label (const Plot *plot, const TrlFreeLabel *label, const char *text)
{
  TrlChart *chart = plot->chart;

  if (label->leader)
    trl_chart_line (chart, label->x, label->y, label->at_x, label->at_y, 0.5,
                    chart->style->leader);
  trl_chart_put (chart, text,
                 label->box.x + label->box.width * (label->side > 0   ? 0
                                                    : label->side < 0 ? 1
                                                                      : 0.5),
                 label->box.y,
                 label->side > 0   ? 0
                 : label->side < 0 ? 1
                                   : 0.5,
                 0, 0, chart->style->ink);
}

/* The dashed lines, which names keep off where they can. */
static guint
find_lines (const Plot *plot, TrlLabelLine lines[2])
{
  const TrlRect *area = &plot->area;
  guint          n = 0;
  double         x = x_of (plot, plot->scatter->x.middle);
  double         y = y_of (plot, plot->scatter->y.middle);

  if (isfinite (x))
    lines[n++] = (TrlLabelLine){ x, area->y, x, area->y + area->height, 0.5 };
  if (isfinite (y))
    lines[n++] = (TrlLabelLine){ area->x, y, area->x + area->width, y, 0.5 };
  return n;
}

static guint
put_labels (const Plot *plot, GPtrArray *points, GArray *labels)
{
  guint                    first = labels->len, lost;
  g_autofree TrlLabelDisc *discs = g_new (TrlLabelDisc, points->len + 1);
  TrlLabelLine             lines[2];
  guint                    n_lines;

  for (guint i = 0; i < points->len; i++)
    {
      const TrlChartPoint *point = points->pdata[i];
      TrlFreeLabel         label = { .x = x_of (plot, point->x),
                                     .y = y_of (plot, point->y),
                                     .radius = point->radius,
                                     .priority = point->radius };

      label.width = trl_chart_measure (plot->chart, point->label, 0, &label.height) +
                    plot->chart->text * 0.3;
      label.line = label.height;
      g_array_append_val (labels, label);
      discs[i] = (TrlLabelDisc){ label.x, label.y, label.radius };
    }
  n_lines = find_lines (plot, lines);
  lost = trl_labels_place_free ((TrlFreeLabel *) labels->data, labels->len, discs,
                                points->len, lines, n_lines, &plot->area);
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (labels, TrlFreeLabel, first + i).placed)
      put_label (plot, &g_array_index (labels, TrlFreeLabel, first + i),
                 ((const TrlChartPoint *) points->pdata[i])->label);
  return lost;
}

guint
trl_chart_put_scatter (TrlChart *chart, const TrlChartScatter *scatter)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (TrlFreeLabel));
  g_autoptr (GPtrArray) points = NULL;
  double foot = chart->text * (scatter->x.low ? 2.2 : 3.6);
  double height = chart->height > 0 ? chart->height : chart->width * ASPECT;
  double side = chart->text * 1.6 +
                MAX (widest_tick (chart, &scatter->y),
                     scatter->y.low ? trl_chart_measure (chart, scatter->y.low, 0, NULL) +
                                        chart->text * 0.6
                                    : 0);
  double head = scatter->y.low ? chart->text * 1.8 : chart->text * 0.6;
  Plot   plot = { chart, scatter };

  plot.area = (TrlRect){ side, head, MAX (20, chart->width - side - chart->text * 0.8),
                         MAX (20, height - foot - head) };
  put_frame (&plot);
  put_ticks (&plot);
  put_titles (&plot);
  put_middles (&plot);
  put_quadrants (&plot, labels);
  points = put_points (&plot);
  return put_labels (&plot, points, labels);
}

/* The longer caption may cost another name its place, but not for ever. */
TrlScene *
trl_chart_compose_scatter (const TrlFigureRequest *request,
                           const TrlPageWords     *words,
                           TrlChartFunc            draw,
                           TrlChartKeysFunc        keys,
                           gpointer                data,
                           const guint            *unnamed,
                           GCancellable           *cancellable,
                           GError                **error)
{
  TrlScene *scene =
    trl_chart_compose (request, words, draw, keys, data, cancellable, error);
  guint said = 0;

  for (guint turn = 0; scene && trl_figure_wants_made_caption (request) &&
                       *unnamed != said && turn < MOST_TURNS;
       turn++)
    {
      TrlPageWords     longer = *words;
      g_autofree char *sentence = NULL;
      g_autofree char *caption = NULL;

      said = *unnamed;
      sentence =
        g_strdup_printf (ngettext ("%u name is left out for want of room.",
                                   "%u names are left out for want of room.", said),
                         said);
      caption = g_strdup_printf ("%s %s", words->caption, sentence);
      longer.caption = caption;
      trl_scene_unref (scene);
      scene = trl_chart_compose (request, &longer, draw, keys, data, cancellable, error);
    }
  return scene;
}
