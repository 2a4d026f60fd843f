/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conceptual model: diversity and depth together stand before shared responsibility.
 * Its boxes carry what this document has of each, and the page says what that is not. */
#include "config.h"

#include "figure/trl-chart-sites.h"
#include "figure/trl-chart-types.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DOT 0.3 /* radius of a site's, in sizes of text */
#define MOST_STACKED 5

static const TrlOption options[] = {
  { "numbers", N_ ("Numbers of This Document"), TRL_OPTION_FLAG, "yes" },
  { "first", N_ ("First Box"), TRL_OPTION_TEXT, "" },
  { "second", N_ ("Second Box"), TRL_OPTION_TEXT, "" },
  { "result", N_ ("Third Box"), TRL_OPTION_TEXT, "" },
};

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks;
  GArray                 *sites; /* TrlChartSite */
} Model;

static void
model_clear (Model *model)
{
  g_clear_pointer (&model->networks, g_ptr_array_unref);
  g_clear_pointer (&model->sites, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Model, model_clear)

static gboolean
prepare (const TrlFigureRequest *request, Model *model, GError **error)
{
  model->request = request;
  model->sites = trl_chart_find_sites (request, &model->networks, error);
  return model->sites != NULL;
}

/* --- numbers --- */

/* What one box is about: breadth, depth. */
static double
value_of (const Model *model, guint box, guint i)
{
  const TrlChartSite *site = &g_array_index (model->sites, TrlChartSite, i);

  return box ? site->depth : site->breadth;
}

typedef struct
{
  GArray *values; /* double, finite */
  double  low, high, median;
} Range;

static void
range_clear (Range *range)
{
  g_clear_pointer (&range->values, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Range, range_clear)

static void
find_range (const Model *model, guint box, Range *range)
{
  *range =
    (Range){ g_array_new (FALSE, FALSE, sizeof (double)), INFINITY, -INFINITY, NAN };
  for (guint i = 0; i < model->sites->len; i++)
    {
      double value = value_of (model, box, i);

      if (!isfinite (value))
        continue;
      g_array_append_val (range->values, value);
      range->low = MIN (range->low, value);
      range->high = MAX (range->high, value);
    }
  range->median = trl_chart_find_median (range->values);
}

static char *
dup_range (const Range *range, guint box)
{
  if (range->values->len == 0)
    return g_strdup (_ ("No site says"));
  if (box)
    return g_strdup_printf (
      _ ("%.0f to %.0f %% at coordination or deeper, median %.0f %%"),
      round (100 * range->low), round (100 * range->high), round (100 * range->median));
  return g_strdup_printf (_ ("%.0f to %.0f partner types, median %g"), range->low,
                          range->high, range->median);
}

/* --- drawing --- */

static void
put_frame (TrlChart *chart, const TrlRect *box)
{
  trl_scene_add (chart->scene,
                 &(TrlItem){ .kind = TRL_ITEM_RECT,
                             .owner = { TRL_OWNER_PAGE, 0 },
                             .fill = trl_colour_mix (trl_chart_bar_colour (chart),
                                                     chart->style->background, 0.88),
                             .stroke = trl_chart_bar_colour (chart),
                             .width = 1,
                             .x = box->x,
                             .y = box->y,
                             .x2 = box->width,
                             .y2 = box->height,
                             .radius = chart->text * 0.7 });
}

/* Nothing is put where @paint is not; either way what stands below begins at what is
 * returned. */
static double
put_words (TrlChart      *chart,
           const TrlRect *box,
           const char    *title,
           const char    *text,
           gboolean       paint)
{
  double      pad = chart->text * 0.9, y = box->y + pad, high;
  TrlTextSpec spec = { .string = title,
                       .size = chart->text * 1.25,
                       .bold = TRUE,
                       .width = box->width - 2 * pad,
                       .align = TRL_ALIGN_CENTRE,
                       .anchor_x = 0.5 };

  trl_scene_measure (&spec, NULL, &high);
  if (paint)
    trl_scene_add_text (chart->scene, (TrlOwner){ TRL_OWNER_PAGE, 0 },
                        box->x + box->width / 2, y, &spec, chart->style->ink);
  y += high + chart->text * 0.4;
  if (!text || !*text)
    return y;
  trl_chart_measure (chart, text, box->width - 2 * pad, &high);
  if (paint)
    trl_chart_put (chart, text, box->x + box->width / 2, y, 0.5, 0, box->width - 2 * pad,
                   chart->style->dim);
  return y + high + chart->text * 0.4;
}

/* How many dots stand below dot @i, since they are as good as equal. */
static guint
count_below (const TrlChart *chart, const Range *range, guint i, double width)
{
  double near = (range->high - range->low) * 2 * DOT * chart->text / MAX (1, width);
  double value = g_array_index (range->values, double, i);
  guint  below = 0;

  for (guint k = 0; k < i; k++)
    below += fabs (g_array_index (range->values, double, k) - value) <= near;
  return MIN (below, MOST_STACKED);
}

/* Of the strip with its dots. */
static double
measure_strip (const TrlChart *chart, const Range *range, double width)
{
  guint most = 0;

  if (range->values->len == 0)
    return 0;
  for (guint i = 0; i < range->values->len; i++)
    most = MAX (most, count_below (chart, range, i, width));
  return (2 + most * 1.7) * DOT * chart->text;
}

/* A dot a site along the range; equal ones stand on each other. */
static void
put_strip (TrlChart *chart, const Range *range, double x, double y, double width)
{
  double radius = chart->text * DOT, span = range->high - range->low;

  trl_chart_line (chart, x, y, x + width, y, 0.7, chart->style->quiet);
  for (guint i = 0; i < range->values->len; i++)
    {
      double value = g_array_index (range->values, double, i);
      double at = span > 0 ? (value - range->low) / span : 0.5;

      trl_scene_add (
        chart->scene,
        &(TrlItem){ .kind = TRL_ITEM_DISC,
                    .owner = { TRL_OWNER_PAGE, 0 },
                    .fill = trl_chart_bar_colour (chart),
                    .stroke = chart->style->background,
                    .width = 0.4,
                    .x = x + at * width,
                    .y = y - radius - count_below (chart, range, i, width) * 1.7 * radius,
                    .radius = radius });
    }
}

static void
put_arrow (TrlChart *chart, double x, double y, double x2, double y2)
{
  double length = hypot (x2 - x, y2 - y), dx = (x2 - x) / length, dy = (y2 - y) / length;
  double head = chart->text * 0.7;

  trl_chart_line (chart, x, y, x2 - dx * head, y2 - dy * head, 1.2, chart->style->quiet);
  trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_SHAPE,
                                           .owner = { TRL_OWNER_PAGE, 0 },
                                           .fill = chart->style->quiet,
                                           .x = x2 - dx * head * 0.8,
                                           .y = y2 - dy * head * 0.8,
                                           .radius = head * 0.75,
                                           .angle = atan2 (dy, dx) + G_PI / 2,
                                           .shape = TRL_SHAPE_TRIANGLE });
}

/* The answers, counted, a box each; as put_words(). */
static double
put_answers (
  TrlChart *chart, const Model *model, double x, double y, double width, gboolean paint)
{
  double indent = chart->text * 1.4, at = y, high;

  for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
    {
      TrlChartKey      key = trl_chart_responsibility_get_key (chart, answer);
      guint            n = 0;
      g_autofree char *text = NULL;

      for (guint i = 0; i < model->sites->len; i++)
        n += g_array_index (model->sites, TrlChartSite, i).responsibility == answer;
      if (n == 0)
        continue;
      text = g_strdup_printf ("%s: %u", key.text, n);
      trl_chart_measure (chart, text, width - indent, &high);
      if (paint)
        {
          trl_chart_put_box (chart, &key, x, at + chart->text * 0.2, chart->text * 0.9,
                             chart->text * 0.9);
          trl_chart_put (chart, text, x + indent, at, 0, 0, width - indent,
                         chart->style->ink);
        }
      at += high + chart->text * 0.3;
    }
  return at;
}

static const char *
title_of (const Model *model, guint i)
{
  static const char *const ids[] = { "first", "second", "result" };
  static const char *const titles[] = { N_ ("Diversity of partners"),
                                        N_ ("Depth of partnerships"),
                                        N_ ("Shared responsibility") };
  const char              *own = trl_options_get_text (model->request->options, ids[i]);

  return *own ? own : _ (titles[i]);
}

/* A box with what stands in it.  Returns the height that this takes. */
static double
put_measure (
  TrlChart *chart, const Model *model, guint which, const TrlRect *box, gboolean paint)
{
  gboolean numbers = trl_options_get_flag (model->request->options, "numbers");
  double   inner = box->width - chart->text * 2.8, y, strip;
  g_auto (Range) range = { 0 };
  g_autofree char *text = NULL;

  find_range (model, which, &range);
  text = numbers ? dup_range (&range, which) : NULL;
  if (paint)
    put_frame (chart, box);
  y = put_words (chart, box, title_of (model, which), text, paint);
  strip = numbers ? measure_strip (chart, &range, inner) : 0;
  if (paint && strip > 0)
    put_strip (chart, &range, box->x + chart->text * 1.4,
               box->y + box->height - chart->text * 1.1, inner);
  return y + (strip > 0 ? strip + chart->text * 1.3 : chart->text * 0.9) - box->y;
}

static double
put_result (TrlChart *chart, const Model *model, const TrlRect *box, gboolean paint)
{
  double y;

  if (paint)
    put_frame (chart, box);
  y = put_words (chart, box, title_of (model, 2), NULL, paint);
  if (trl_options_get_flag (model->request->options, "numbers"))
    y = put_answers (chart, model, box->x + chart->text * 1.4, y + chart->text * 0.2,
                     box->width - chart->text * 2, paint);
  return y + chart->text * 0.5 - box->y;
}

/* All three are as high as the fullest. */
static double
find_height (TrlChart *chart, const Model *model, double wide)
{
  TrlRect box = { 0, 0, wide, 0 };
  double  height = put_result (chart, model, &box, FALSE);

  for (guint i = 0; i < 2; i++)
    height = MAX (height, put_measure (chart, model, i, &box, FALSE));
  return height;
}

static void
draw (TrlChart *chart, gpointer data)
{
  const Model *model = data;
  double       gap = chart->text * 2.2, wide = (chart->width - chart->text * 6) / 2;
  double       height = find_height (chart, model, wide);
  TrlRect      boxes[2], result;

  if (chart->height > 0)
    height = MAX (height, MIN ((chart->height - gap) / 2, chart->text * 14));
  for (guint i = 0; i < 2; i++)
    {
      boxes[i] = (TrlRect){ 0.5, i * (height + gap) + 0.5, wide, height };
      put_measure (chart, model, i, &boxes[i], TRUE);
    }
  trl_chart_put_bold (chart, "+", wide / 2, height + gap / 2 + 0.5, 0.5, 0.5,
                      chart->style->dim);
  result = (TrlRect){ chart->width - wide - 0.5, (height + gap) / 2 + 0.5, wide, height };
  put_result (chart, model, &result, TRUE);
  for (guint i = 0; i < 2; i++)
    put_arrow (chart, wide + chart->text * 0.8, boxes[i].y + height / 2,
               result.x - chart->text * 0.6, result.y + height * (i ? 0.65 : 0.35));
}

static void
make_words (const Model *model, TrlPageWords *words)
{
  words->title = g_strdup (_ ("Diversity, depth and shared responsibility"));
  words->subtitle = trl_chart_dup_sites (model->request->document, model->sites->len);
  words->caption = g_strdup_printf (
    _ ("A conceptual model. Numbers are of this document: descriptive, not causal, "
       "n = %u."),
    model->sites->len);
  words->source = trl_figure_words_sources (model->request->document, model->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Model) model = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &model, error))
    return NULL;
  make_words (&model, &words);
  return trl_chart_compose (request, &words, draw, NULL, &model, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Model) model = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &model, error))
    return NULL;
  g_string_append (csv, "measure,sites,least,median,most\r\n");
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Range) range = { 0 };
      double unit = i ? 100 : 1;

      find_range (&model, i, &range);
      trl_csv_append (csv, i ? "deep_percent" : "types_engaged", FALSE);
      trl_csv_append_number (csv, range.values->len, FALSE);
      trl_csv_append_number (csv, unit * range.low, FALSE);
      trl_csv_append_number (csv, unit * range.median, FALSE);
      trl_csv_append_number (csv, unit * range.high, TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Model) model = { 0 };
  guint n = 0;

  if (!prepare (request, &model, NULL) ||
      !trl_options_get_flag (request->options, "numbers"))
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Range) range = { 0 };
      g_autofree char *text = NULL;

      find_range (&model, i, &range);
      text = dup_range (&range, i);
      g_string_append_printf (out, " %s: %s.", title_of (&model, i), text);
    }
  g_string_append_printf (out, " %s:", title_of (&model, 2));
  for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
    {
      guint sites = 0;

      for (guint i = 0; i < model.sites->len; i++)
        sites += g_array_index (model.sites, TrlChartSite, i).responsibility == answer;
      if (sites > 0)
        g_string_append_printf (out, "%s %s %u", n++ > 0 ? "," : "",
                                trl_chart_responsibility_get_label (answer), sites);
    }
  g_string_append_c (out, '.');
}

const TrlFigure trl_figure_model = {
  .id = "model",
  .label = N_ ("Conceptual Model"),
  .description = N_ (
    "Diversity and depth before shared responsibility, with this document's numbers."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
