/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each partner type from one wave to the next: two marks on the levels and
 * a line between them.  The direction is told by which mark is filled, not by a hue. */
#include "config.h"

#include "figure/trl-chart-types.h"
#include "figure/trl-chart.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-networks.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "model/trl-next-wave.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const order_choices[] = { "change", "name", "document", NULL };
static const char *const order_labels[] = { N_ ("Change"), N_ ("Name"),
                                            N_ ("As in the Codebook"), NULL };

static const TrlOption options[] = {
  { "types", N_ ("Partner Types (all, frequent, brief or ids)"), TRL_OPTION_TEXT, "all" },
  { "order", N_ ("Order"), TRL_OPTION_CHOICE, "change", 0, 0, order_choices,
    order_labels },
  { "same", N_ ("Types That Did Not Change"), TRL_OPTION_FLAG, "yes" },
};

typedef struct
{
  TrlChartType  of;
  TrlSurveyCell cells[2];
  double        steps; /* NAN: not to be counted */
} Row;

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks; /* the two */
  TrlSurvey              *survey;
  GArray                 *rows; /* Row */
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->networks, g_ptr_array_unref);
  g_clear_pointer (&change->survey, trl_survey_free);
  g_clear_pointer (&change->rows, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* Two that are named, else the last two waves of a site, else the first two. */
static gboolean
choose_networks (Change *change, GError **error)
{
  TrlDocument *document = change->request->document;
  g_autoptr (GPtrArray) all = trl_figure_find_networks (change->request, error);
  gboolean named = change->request->networks && change->request->networks[0];

  if (!all)
    return FALSE;
  change->networks = g_ptr_array_new ();
  for (guint i = all->len; !named && i-- > 0 && change->networks->len == 0;)
    {
      TrlNetwork *before = trl_next_wave_find_last (document, all->pdata[i]);

      if (!before)
        continue;
      g_ptr_array_add (change->networks, before);
      g_ptr_array_add (change->networks, all->pdata[i]);
    }
  for (guint i = 0; change->networks->len < 2 && i < MIN (2, all->len); i++)
    g_ptr_array_add (change->networks, all->pdata[i]);
  if (change->networks->len == 2)
    return TRUE;
  g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                       _ ("Change needs two networks, as two waves of one site"));
  return FALSE;
}

/* What cannot be counted comes last. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;
  double     p = isnan (x->steps) ? -100 : x->steps;
  double     q = isnan (y->steps) ? -100 : y->steps;

  if (p != q)
    return p < q ? 1 : -1;
  return trl_chart_compare_places (a, b);
}

static void
add_row (Change *change, guint place)
{
  Row row = { .of = { change->survey->types->pdata[place], place }, .steps = NAN };

  for (guint w = 0; w < 2; w++)
    {
      row.cells[w] = *trl_survey_get (change->survey, w, place);
      /* What is known to be absent does not interact. */
      if (row.cells[w].state == TRL_CELL_ABSENT)
        row.cells[w].rank = 0;
    }
  if (row.cells[0].rank >= 0 && row.cells[1].rank >= 0)
    row.steps = row.cells[1].rank - row.cells[0].rank;
  if (row.cells[0].state == TRL_CELL_EMPTY && row.cells[1].state == TRL_CELL_EMPTY)
    return;
  if (row.steps == 0 && !trl_options_get_flag (change->request->options, "same"))
    return;
  g_array_append_val (change->rows, row);
}

static gboolean
prepare (const TrlFigureRequest *request, Change *change, GError **error)
{
  g_autoptr (GArray) types = NULL;

  change->request = request;
  if (!choose_networks (change, error))
    return FALSE;
  change->survey = trl_chart_survey_of (request, change->networks, &types, error);
  if (!change->survey)
    return FALSE;
  change->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  for (guint i = 0; i < types->len; i++)
    add_row (change, g_array_index (types, guint, i));
  g_array_sort (change->rows, trl_chart_get_order (request, compare_steps));
  return TRUE;
}

/* --- drawing --- */

static gboolean
has_unreported (const Change *change)
{
  for (guint i = 0; i < change->rows->len; i++)
    for (guint w = 0; w < 2; w++)
      if (g_array_index (change->rows, Row, i).cells[w].state == TRL_CELL_NOT_REPORTED)
        return TRUE;
  return FALSE;
}

typedef struct
{
  double left, step; /* of the columns of levels */
  double top;
  guint  n_levels;
  guint  first; /* 1 where there is a column for what is not reported */
} Plan;

/* The middle of the column of a mark; NAN: nothing is known. */
static double
x_of (const Plan *plan, const TrlSurveyCell *cell)
{
  if (cell->rank >= 0)
    return plan->left + plan->step * (plan->first + cell->rank + 0.5);
  return cell->state == TRL_CELL_NOT_REPORTED ? plan->left + plan->step * 0.5 : NAN;
}

static char *
dup_change (const Row *row)
{
  gboolean was = row->cells[0].state != TRL_CELL_EMPTY;
  gboolean is = row->cells[1].state != TRL_CELL_EMPTY;

  if (!was || !is)
    return g_strdup (is ? _ ("newly listed") : _ ("no longer listed"));
  if (row->cells[0].other || row->cells[1].other)
    return g_strdup (_ ("another scale"));
  if (isnan (row->steps))
    return g_strdup (row->cells[0].rank == row->cells[1].rank ? "" : _ ("reported once"));
  if (row->steps == 0)
    return g_strdup (_ ("same"));
  /* Translators: steps on the scale, with their sign */
  return g_strdup_printf (row->steps > 0 ? _ ("+%.0f") : _ ("−%.0f"), fabs (row->steps));
}

static void
put_mark (TrlChart            *chart,
          const Change        *change,
          const TrlSurveyCell *cell,
          gboolean             later,
          double               x,
          double               y,
          double               radius)
{
  TrlChartKey key = trl_chart_level_key (chart, change->survey->scale, cell->rank);
  TrlItem     item = { .kind = TRL_ITEM_DISC,
                       .owner = { TRL_OWNER_PAGE, 0 },
                       .fill = later ? key.fill : chart->style->background,
                       .stroke = later ? key.stroke : chart->style->ink,
                       .width = later ? 0.8 : 1.1,
                       .dash = { later && key.dash ? 1.6 : 0, later && key.dash ? 1.4 : 0 },
                       .hatch = later && key.hatch,
                       .x = x,
                       .y = y,
                       .radius = later ? radius : radius * 0.8 };

  trl_scene_add (chart->scene, &item);
}

/* A line with its head in the middle, where no mark hides it. */
static void
put_arrow (TrlChart *chart, double from, double to, double y)
{
  TrlColour colour = trl_colour_mix (chart->style->dim, chart->style->background, 0.3);

  trl_chart_line (chart, from, y, to, y, 1.6, colour);
  trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_SHAPE,
                                           .owner = { TRL_OWNER_PAGE, 0 },
                                           .fill = colour,
                                           .x = (from + to) / 2,
                                           .y = y,
                                           .radius = chart->text * 0.38,
                                           .angle = to > from ? G_PI / 2 : -G_PI / 2,
                                           .shape = TRL_SHAPE_TRIANGLE });
}

static void
draw_row (
  TrlChart *chart, const Change *change, const Plan *plan, const Row *row, double y)
{
  double           from = x_of (plan, &row->cells[0]), to = x_of (plan, &row->cells[1]);
  double           radius = chart->text * 0.55;
  g_autofree char *text = dup_change (row);

  if (isfinite (from) && isfinite (to) && from != to)
    put_arrow (chart, from, to, y);
  if (isfinite (from) && from != to)
    put_mark (chart, change, &row->cells[0], FALSE, from, y, radius);
  if (isfinite (to))
    put_mark (chart, change, &row->cells[1], TRUE, to, y, radius);
  trl_chart_put (chart, text, chart->width, y, 1, 0.5, 0,
                 row->steps == 0 ? chart->style->dim : chart->style->ink);
}

static double
widest_change (const TrlChart *chart, const Change *change)
{
  double widest = 0;

  for (guint i = 0; i < change->rows->len; i++)
    {
      g_autofree char *text = dup_change (&g_array_index (change->rows, Row, i));

      widest = MAX (widest, trl_chart_measure (chart, text, 0, NULL));
    }
  return widest + chart->text * 0.8;
}

/* What a hollow and what a filled mark is; then the levels above their columns. */
static void
put_key (TrlChart *chart, const Change *change)
{
  double x = 0, y = chart->text * 0.8, radius = chart->text * 0.5;

  for (guint w = 0; w < 2; w++)
    {
      const char *name = trl_network_get_name (change->networks->pdata[w]);

      trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_DISC,
                                               .owner = { TRL_OWNER_PAGE, 0 },
                                               .fill = w ? trl_chart_bar_colour (chart)
                                                         : chart->style->background,
                                               .stroke = chart->style->ink,
                                               .width = 0.9,
                                               .x = x + radius,
                                               .y = y,
                                               .radius = radius });
      trl_chart_put (chart, name, x + radius * 3, y, 0, 0.5,
                     chart->width / 2 - radius * 4, chart->style->ink);
      x += radius * 3 +
           trl_chart_measure (chart, name, chart->width / 2 - radius * 4, NULL) +
           chart->text * 2;
    }
}

static const char *
column_name (const Change *change, const Plan *plan, guint i)
{
  return i < plan->first
           ? _ ("Not reported")
           : trl_scale_get_level (change->survey->scale, i - plan->first)->name;
}

/* Names stand upright where a word of one is wider than a column. */
static gboolean
is_turned (const TrlChart *chart, const Change *change, const Plan *plan)
{
  for (guint i = 0; i < plan->n_levels + plan->first; i++)
    {
      g_auto (GStrv) words = g_strsplit (column_name (change, plan, i), " ", -1);

      for (guint w = 0; words[w]; w++)
        if (trl_chart_measure (chart, words[w], 0, NULL) > plan->step - chart->text * 0.4)
          return TRUE;
    }
  return FALSE;
}

static double
measure_levels (const TrlChart *chart, const Change *change, const Plan *plan)
{
  gboolean turned = is_turned (chart, change, plan);
  double   most = 0;

  for (guint i = 0; i < plan->n_levels + plan->first; i++)
    {
      const char *name = column_name (change, plan, i);
      double      high, wide = trl_chart_measure (
                          chart, name, turned ? 0 : plan->step - chart->text * 0.3, &high);

      most = MAX (most, turned ? wide : high);
    }
  return most;
}

static void
put_levels (
  TrlChart *chart, const Change *change, const Plan *plan, double y, double below)
{
  TrlColour pale = trl_colour_mix (chart->style->quiet, chart->style->background, 0.75);
  gboolean  turned = is_turned (chart, change, plan);

  for (guint i = 0; i < plan->n_levels + plan->first; i++)
    {
      double      x = plan->left + plan->step * (i + 0.5);
      TrlTextSpec spec = { .string = column_name (change, plan, i),
                           .size = chart->text,
                           .anchor_y = 0.5,
                           .align = TRL_ALIGN_LEFT,
                           .angle = -G_PI / 2 };

      if (turned)
        trl_scene_add_text (chart->scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x, y, &spec,
                            chart->style->dim);
      else
        trl_chart_put (chart, spec.string, x, y, 0.5, 1, plan->step - chart->text * 0.3,
                       chart->style->dim);
      trl_chart_line (chart, x, y + chart->text * 0.3, x, below, 0.5, pale);
    }
}

static void
draw (TrlChart *chart, gpointer data)
{
  const Change           *change = data;
  double                  counts = widest_change (chart, change);
  g_autofree const char **names = trl_chart_dup_names (change->rows);
  g_auto (TrlChartRows) widths = { 0 };
  g_auto (TrlChartRows) rows = { 0 };
  Plan plan = { .n_levels = trl_chart_count_levels (change->survey),
                .first = has_unreported (change) };

  trl_chart_rows_init (&widths, chart, names, change->rows->len, 0.34, 1.9, 0);
  plan.left = widths.label_width + chart->text * 0.8;
  plan.step = MAX (8, (chart->width - plan.left - counts) / (plan.n_levels + plan.first));
  plan.top = chart->text * 2.2;
  plan.top += measure_levels (chart, change, &plan) + chart->text * 0.4;
  trl_chart_rows_init (&rows, chart, names, change->rows->len, 0.34, 1.9, plan.top);
  put_key (chart, change);
  put_levels (chart, change, &plan, plan.top - chart->text * 0.4,
              plan.top + MAX (rows.total, chart->text));
  for (guint i = 0; i < rows.n; i++)
    {
      trl_chart_put_row_name (chart, &rows, i, names[i], plan.top, chart->style->ink);
      draw_row (chart, change, &plan, &g_array_index (change->rows, Row, i),
                plan.top + rows.y[i] + rows.height[i] / 2);
    }
}

static guint
count_other (const Change *change)
{
  guint n = 0;

  for (guint i = 0; i < change->rows->len; i++)
    for (guint w = 0; w < 2; w++)
      n += g_array_index (change->rows, Row, i).cells[w].other;
  return n;
}

static gboolean
is_one_site (const Change *change)
{
  const char *sites[2];

  for (guint w = 0; w < 2; w++)
    sites[w] = trl_network_get_site (change->networks->pdata[w]);
  return g_str_equal (sites[0], sites[1]);
}

static void
make_words (const Change *change, TrlPageWords *words)
{
  g_autoptr (GString) out = g_string_new (
    _ ("Arrows go from the level before to the level after. Deeper is not better in "
       "itself."));

  if (!is_one_site (change))
    g_string_append_printf (out, " %s",
                            _ ("The two are different sites, not two waves of one."));
  trl_chart_say_other (out, count_other (change));
  trl_chart_say_grain (change->request->document, change->networks, out);
  words->title = g_strdup_printf (
    /* Translators: names of two waves */
    _ ("From %s to %s"), trl_network_get_name (change->networks->pdata[0]),
    trl_network_get_name (change->networks->pdata[1]));
  words->subtitle = g_strdup (_ ("Interaction level by partner type"));
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source = trl_figure_words_sources (change->request->document, change->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Change) change = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &change, error))
    return NULL;
  make_words (&change, &words);
  return trl_chart_compose (request, &words, draw, NULL, &change, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &change, error))
    return NULL;
  trl_csv_append (csv, "partner_type", FALSE);
  for (guint w = 0; w < 2; w++)
    trl_csv_append (csv, trl_network_get_name (change.networks->pdata[w]), FALSE);
  trl_csv_append (csv, "steps", TRUE);
  for (guint i = 0; i < change.rows->len; i++)
    {
      const Row *row = &g_array_index (change.rows, Row, i);

      trl_csv_append (csv, row->of.type->name, FALSE);
      for (guint w = 0; w < 2; w++)
        if (row->cells[w].rank >= 0)
          trl_csv_append_number (csv, row->cells[w].rank, FALSE);
        else
          trl_csv_append (csv, trl_chart_cell_word (&row->cells[w]), FALSE);
      trl_csv_append_number (csv, row->steps, TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static char *
dup_cell (const Change *change, const TrlSurveyCell *cell)
{
  if (cell->other)
    return g_strdup (_ ("Another scale"));
  if (cell->rank < 0 && cell->state == TRL_CELL_EMPTY)
    return g_strdup (_ ("not known"));
  return trl_figure_alt_dup_level (change->request, change->survey->scale,
                                   MAX (-1, cell->rank));
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Change) change = { 0 };
  gboolean made = prepare (request, &change, NULL);

  for (guint i = 0; made && i < change.rows->len; i++)
    {
      const Row       *row = &g_array_index (change.rows, Row, i);
      g_autofree char *before = dup_cell (&change, &row->cells[0]);
      g_autofree char *after = dup_cell (&change, &row->cells[1]);

      if (trl_figure_alt_is_full (out, i))
        break;
      g_string_append_c (out, ' ');
      trl_figure_alt_say_name (out, row->of.type->name);
      if (row->steps == 0)
        g_string_append_printf (out, _ (": %s before and after."), before);
      else
        g_string_append_printf (out, _ (": %s before, %s after."), before, after);
    }
}

const TrlFigure trl_figure_change = {
  .id = "change",
  .label = N_ ("Change"),
  .description = N_ ("What became of each partner type from one wave to the next."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
