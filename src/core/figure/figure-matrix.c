/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sites down, partner types across, a level a cell, and what each row and each column
 * comes to. */
#include "config.h"

#include "figure/trl-chart-types.h"
#include "figure/trl-chart.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "model/trl-name-order.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const order_choices[] = { "nested", "total", "name", "document",
                                             NULL };
static const char *const order_labels[] = { N_ ("Nested: Fullest First"),
                                            N_ ("Number Engaged"), N_ ("Name"),
                                            N_ ("As in the Document"), NULL };

static const TrlOption options[] = {
  { "types", N_ ("Partner Types (all, frequent, brief or ids)"), TRL_OPTION_TEXT, "all" },
  { "rows", N_ ("Order of Sites"), TRL_OPTION_CHOICE, "nested", 0, 0, order_choices,
    order_labels },
  { "columns", N_ ("Order of Partner Types"), TRL_OPTION_CHOICE, "nested", 0, 0,
    order_choices, order_labels },
  { "numbers", N_ ("Level Numbers in the Cells"), TRL_OPTION_FLAG, "yes" },
  { "totals", N_ ("Totals"), TRL_OPTION_FLAG, "yes" },
};

typedef struct
{
  const TrlFigureRequest *request;
  TrlSurvey              *survey;
  GPtrArray              *networks;
  GArray                 *types;   /* guint: those that are shown */
  GArray                 *rows;    /* guint: sites in order */
  GArray                 *columns; /* guint: types in order */
} Matrix;

static void
matrix_clear (Matrix *matrix)
{
  g_clear_pointer (&matrix->survey, trl_survey_free);
  g_clear_pointer (&matrix->networks, g_ptr_array_unref);
  g_clear_pointer (&matrix->types, g_array_unref);
  g_clear_pointer (&matrix->rows, g_array_unref);
  g_clear_pointer (&matrix->columns, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Matrix, matrix_clear)

typedef struct
{
  guint index;
  guint total;
  char *name; /* its key, where entries are sorted by it */
} Entry;

static int
compare_totals (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->total != y->total)
    return y->total > x->total ? 1 : -1;
  return x->index > y->index ? 1 : -1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  int          less = strcmp (x->name, y->name);

  return less != 0 ? less : (x->index > y->index) - (x->index < y->index);
}

static void
tally (const Matrix *matrix, TrlGridAxis axis, guint index, TrlSurveyTally *out)
{
  if (axis == TRL_GRID_ROW)
    trl_survey_tally_site (matrix->survey, index, matrix->types, out);
  else
    trl_survey_tally_type (matrix->survey, index, out);
}

static const char *
name_of (const Matrix *matrix, TrlGridAxis axis, guint index)
{
  if (axis == TRL_GRID_ROW)
    return trl_network_get_name (matrix->survey->sites->pdata[index]);
  return ((const TrlPartnerType *) matrix->survey->types->pdata[index])->name;
}

/* @chosen, all sites or the types that are shown, are put into the order that was asked
 * for.  What is not shown counts nowhere. */
static GArray *
order_axis (const Matrix *matrix, TrlGridAxis axis, const GArray *chosen, const char *how)
{
  GArray           *order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree Entry *entries = g_new0 (Entry, chosen->len + 1);
  g_autofree guint *nested =
    trl_survey_order_nested (matrix->survey, matrix->types, axis);
  gboolean by_name = g_str_equal (how, "name");

  for (guint i = 0; i < chosen->len; i++)
    {
      TrlSurveyTally total;

      entries[i].index = g_array_index (chosen, guint, i);
      if (by_name)
        entries[i].name = trl_name_key (name_of (matrix, axis, entries[i].index));
      tally (matrix, axis, entries[i].index, &total);
      entries[i].total = total.n_engaged;
    }
  if (g_str_equal (how, "total"))
    qsort (entries, chosen->len, sizeof (Entry), compare_totals);
  else if (by_name)
    qsort (entries, chosen->len, sizeof (Entry), compare_names);
  if (g_str_equal (how, "nested"))
    g_array_append_vals (order, nested, chosen->len);
  else
    for (guint i = 0; i < chosen->len; i++)
      g_array_append_val (order, entries[i].index);
  for (guint i = 0; i < chosen->len; i++)
    g_free (entries[i].name);
  return order;
}

static gboolean
prepare (const TrlFigureRequest *request, Matrix *matrix, GError **error)
{
  const TrlOptions *from = request->options;
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (guint));

  matrix->request = request;
  matrix->survey = trl_chart_survey (request, &matrix->networks, &matrix->types, error);
  if (!matrix->survey)
    return FALSE;
  for (guint i = 0; i < matrix->survey->sites->len; i++)
    g_array_append_val (sites, i);
  matrix->rows =
    order_axis (matrix, TRL_GRID_ROW, sites, trl_options_get_text (from, "rows"));
  matrix->columns = order_axis (matrix, TRL_GRID_COLUMN, matrix->types,
                                trl_options_get_text (from, "columns"));
  return TRUE;
}

/* --- drawing --- */

typedef struct
{
  double left, top;   /* of the cells */
  double column;      /* width of one */
  double header;      /* height of the names above */
  guint  lines;       /* that such a name may have */
  double total_width; /* of the column of totals */
} Plan;

static double
longest_name (const TrlChart *chart, const Matrix *matrix)
{
  double longest = 0;

  for (guint k = 0; k < matrix->columns->len; k++)
    longest = MAX (longest,
                   trl_chart_measure (chart,
                                      name_of (matrix, TRL_GRID_COLUMN,
                                               g_array_index (matrix->columns, guint, k)),
                                      0, NULL));
  return longest;
}

static void
plan_columns (const TrlChart *chart, const Matrix *matrix, Plan *plan)
{
  double longest = longest_name (chart, matrix);
  double most = (chart->height > 0 ? 17 : 25) * chart->text;

  plan->column = (chart->width - plan->left - plan->total_width) / matrix->columns->len;
  plan->column = CLAMP (plan->column, 2, 4 * chart->text);
  plan->lines = plan->column >= 2.7 * chart->text ? 2 : 1;
  plan->header =
    MIN (most, plan->lines == 2 ? MAX (longest * 0.62, 8 * chart->text) : longest) +
    chart->text * 0.5;
}

static void
put_header (TrlChart *chart, const char *name, const Plan *plan, double x)
{
  TrlTextSpec spec = { .string = name,
                       .size = chart->text,
                       .width = plan->header - chart->text * 0.4,
                       .max_lines = plan->lines,
                       .line_height = 1.15,
                       .align = TRL_ALIGN_LEFT,
                       .anchor_x = 0,
                       .anchor_y = 0.5,
                       .angle = -G_PI / 2 };

  trl_scene_add_text (chart->scene, (TrlOwner){ TRL_OWNER_PAGE, 0 }, x,
                      plan->top - chart->text * 0.4, &spec, chart->style->ink);
}

/* An empty box, which no level has. */
static TrlChartKey
other_key (const TrlChart *chart)
{
  return (TrlChartKey){ .fill = chart->style->background,
                        .stroke = chart->style->outline };
}

static TrlChartKey
cell_key (const TrlChart *chart, const Matrix *matrix, const TrlSurveyCell *cell)
{
  if (cell->other)
    return other_key (chart);
  return trl_chart_level_key (chart, matrix->survey->scale,
                              cell->state == TRL_CELL_NOT_REPORTED ? -1
                                                                   : MAX (0, cell->rank));
}

static char *
dup_mark (const TrlSurveyCell *cell)
{
  if (cell->other)
    return g_strdup ("*");
  return cell->state == TRL_CELL_NOT_REPORTED
           ? g_strdup ("?")
           : g_strdup_printf ("%d", MAX (0, cell->rank));
}

static void
draw_cell (TrlChart            *chart,
           const Matrix        *matrix,
           const TrlSurveyCell *cell,
           double               x,
           double               y,
           double               width,
           double               height)
{
  TrlChartKey      key;
  TrlColour        ink = chart->style->ink;
  g_autofree char *text = NULL;

  if (cell->state == TRL_CELL_EMPTY || cell->state == TRL_CELL_OUTSIDE)
    return;
  key = cell_key (chart, matrix, cell);
  trl_chart_put_box (chart, &key, x, y, width, height);
  if (!trl_options_get_flag (matrix->request->options, "numbers"))
    return;
  text = dup_mark (cell);
  if (cell->rank > 0)
    ink = trl_palette_get_ink (key.fill);
  else if (!trl_survey_is_engaged (cell))
    ink = chart->style->dim;
  if (trl_chart_measure (chart, text, 0, NULL) < width && chart->text * 1.1 < height)
    trl_chart_put (chart, text, x + width / 2, y + height / 2, 0.5, 0.5, 0, ink);
}

static void
draw_totals (TrlChart           *chart,
             const Matrix       *matrix,
             const TrlChartRows *rows,
             const Plan         *plan)
{
  double bottom = plan->top + rows->total + chart->text;
  double right = plan->left + plan->column * matrix->columns->len;

  for (guint i = 0; i < rows->n; i++)
    {
      TrlSurveyTally   total;
      g_autofree char *text = NULL;

      tally (matrix, TRL_GRID_ROW, g_array_index (matrix->rows, guint, i), &total);
      text = g_strdup_printf ("%u", total.n_engaged);
      trl_chart_put_bold (chart, text, right + plan->total_width - chart->text * 0.3,
                          plan->top + rows->y[i] + rows->height[i] / 2, 1, 0.5,
                          chart->style->ink);
    }
  for (guint k = 0; k < matrix->columns->len; k++)
    {
      TrlSurveyTally   total;
      g_autofree char *text = NULL;

      tally (matrix, TRL_GRID_COLUMN, g_array_index (matrix->columns, guint, k), &total);
      text = g_strdup_printf ("%u", total.n_engaged);
      trl_chart_put_bold (chart, text, plan->left + plan->column * (k + 0.5), bottom, 0.5,
                          0.5, chart->style->ink);
    }
  trl_chart_put (chart, _ ("Sites"), plan->left - chart->text * 0.8, bottom, 1, 0.5, 0,
                 chart->style->dim);
  put_header (chart, _ ("Types"), plan, right + plan->total_width - chart->text * 0.8);
}

static gboolean
has_state (const Matrix *matrix, TrlCellState state)
{
  for (guint i = 0; i < matrix->survey->sites->len; i++)
    for (guint k = 0; k < matrix->types->len; k++)
      if (trl_survey_get (matrix->survey, i, g_array_index (matrix->types, guint, k))
            ->state == state)
        return TRUE;
  return FALSE;
}

static gboolean
has_rank (const Matrix *matrix, int rank)
{
  for (guint i = 0; i < matrix->survey->sites->len; i++)
    for (guint k = 0; k < matrix->types->len; k++)
      {
        const TrlSurveyCell *cell =
          trl_survey_get (matrix->survey, i, g_array_index (matrix->types, guint, k));

        if (!cell->other && cell->rank == rank)
          return TRUE;
      }
  return FALSE;
}

static guint
count_other (const Matrix *matrix)
{
  guint n = 0;

  for (guint k = 0; k < matrix->columns->len; k++)
    {
      TrlSurveyTally total;

      tally (matrix, TRL_GRID_COLUMN, g_array_index (matrix->columns, guint, k), &total);
      n += total.n_other;
    }
  return n;
}

/* With their numbers, as the cells have them. */
static void
add_keys (const TrlChart *chart, gpointer data, TrlLegend *legend)
{
  const Matrix   *matrix = data;
  const TrlScale *scale = matrix->survey->scale;
  guint           n = trl_chart_count_levels (matrix->survey);
  gboolean        numbers = trl_options_get_flag (matrix->request->options, "numbers");

  for (guint rank = n; rank-- > 0;)
    {
      const char      *name = trl_scale_get_level (scale, rank)->name;
      g_autofree char *text =
        numbers ? g_strdup_printf ("%u %s", rank, name) : g_strdup (name);

      if (matrix->request->legend_all || has_rank (matrix, (int) rank))
        trl_chart_add_level (chart, scale, (int) rank, text, legend);
    }
  if (has_state (matrix, TRL_CELL_NOT_REPORTED))
    trl_chart_add_level (chart, scale, -1,
                         numbers ? _ ("? Not reported") : _ ("Not reported"), legend);
  if (count_other (matrix) > 0)
    {
      TrlChartKey key = other_key (chart);

      key.text = numbers ? _ ("* Another scale") : _ ("Another scale");
      trl_chart_add_key (legend, "other-scale", &key);
    }
}

static void
draw (TrlChart *chart, gpointer data)
{
  const Matrix *matrix = data;
  gboolean      totals = trl_options_get_flag (matrix->request->options, "totals");
  double        below = totals ? chart->text * 2 : 0;
  g_autofree const char **names = g_new0 (const char *, matrix->rows->len + 1);
  g_auto (TrlChartRows) rows = { 0 };
  g_auto (TrlChartRows) widths = { 0 };
  Plan plan = { .total_width = totals ? chart->text * 2.2 : 0 };

  for (guint i = 0; i < matrix->rows->len; i++)
    names[i] = name_of (matrix, TRL_GRID_ROW, g_array_index (matrix->rows, guint, i));
  trl_chart_rows_init (&widths, chart, names, matrix->rows->len, 0.3, 1.8, 0);
  plan.left = widths.label_width + chart->text * 0.8;
  plan_columns (chart, matrix, &plan);
  plan.top = plan.header;
  trl_chart_rows_init (&rows, chart, names, matrix->rows->len, 0.3, 1.8,
                       plan.top + below);
  for (guint k = 0; k < matrix->columns->len; k++)
    put_header (
      chart, name_of (matrix, TRL_GRID_COLUMN, g_array_index (matrix->columns, guint, k)),
      &plan, plan.left + plan.column * (k + 0.5));
  for (guint i = 0; i < rows.n; i++)
    {
      trl_chart_put_row_name (chart, &rows, i, names[i], plan.top, chart->style->ink);
      for (guint k = 0; k < matrix->columns->len; k++)
        draw_cell (chart, matrix,
                   trl_survey_get (matrix->survey, g_array_index (matrix->rows, guint, i),
                                   g_array_index (matrix->columns, guint, k)),
                   plan.left + plan.column * k + 0.6, plan.top + rows.y[i] + 0.6,
                   plan.column - 1.2, rows.height[i] - 1.2);
    }
  if (totals)
    draw_totals (chart, matrix, &rows, &plan);
}

/* --- words --- */

/* What cannot be seen from the names. */
static void
say_order (const Matrix *matrix, GString *out)
{
  const char *rows = trl_options_get_text (matrix->request->options, "rows");

  if (g_str_equal (rows, "nested"))
    g_string_append_printf (
      out, "%s ",
      _ ("Sites from the most to the fewest types engaged, then from the deepest."));
  else if (g_str_equal (rows, "total"))
    g_string_append_printf (out, "%s ",
                            _ ("Sites from the most to the fewest types engaged."));
  else if (g_str_equal (rows, "document"))
    g_string_append_printf (out, "%s ", _ ("Sites in the order of the document."));
}

static void
make_words (const Matrix *matrix, TrlPageWords *words)
{
  g_autoptr (GString) out = g_string_new (NULL);

  words->title = g_strdup (_ ("Sites and partner types"));
  words->subtitle =
    trl_chart_dup_sites (matrix->request->document, matrix->survey->sites->len);
  trl_chart_say_scope (out, matrix->columns->len, matrix->rows->len);
  if (trl_options_get_flag (matrix->request->options, "totals"))
    g_string_append_printf (out, "%s ",
                            _ ("Totals: types that a site engages, and sites that "
                               "engage a type."));
  say_order (matrix, out);
  if (has_state (matrix, TRL_CELL_EMPTY))
    g_string_append (out, _ ("Blank: nothing is known."));
  trl_chart_say_grain (matrix->request->document, matrix->networks, out);
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source = trl_figure_words_sources (matrix->request->document, matrix->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Matrix) matrix = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &matrix, error))
    return NULL;
  make_words (&matrix, &words);
  return trl_chart_compose (request, &words, draw, add_keys, &matrix, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Matrix) matrix = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &matrix, error))
    return NULL;
  trl_csv_append (csv, "site", FALSE);
  for (guint k = 0; k < matrix.columns->len; k++)
    trl_csv_append (
      csv, name_of (&matrix, TRL_GRID_COLUMN, g_array_index (matrix.columns, guint, k)),
      FALSE);
  trl_csv_append (csv, "engaged", TRUE);
  for (guint i = 0; i < matrix.rows->len; i++)
    {
      guint          site = g_array_index (matrix.rows, guint, i);
      TrlSurveyTally total;

      trl_csv_append (csv, name_of (&matrix, TRL_GRID_ROW, site), FALSE);
      for (guint k = 0; k < matrix.columns->len; k++)
        {
          const TrlSurveyCell *cell = trl_survey_get (
            matrix.survey, site, g_array_index (matrix.columns, guint, k));

          if (*trl_chart_cell_word (cell) || cell->state == TRL_CELL_EMPTY)
            trl_csv_append (csv, trl_chart_cell_word (cell), FALSE);
          else
            trl_csv_append_number (csv, MAX (0, cell->rank), FALSE);
        }
      tally (&matrix, TRL_GRID_ROW, site, &total);
      trl_csv_append_number (csv, total.n_engaged, TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/* Levels are counted; types that are not engaged are the holes that one sees. */
static void
say_site (const Matrix *matrix, guint site, GString *out)
{
  TrlSurveyTally total;

  tally (matrix, TRL_GRID_ROW, site, &total);
  g_string_append_c (out, ' ');
  trl_figure_alt_say_name (out, name_of (matrix, TRL_GRID_ROW, site));
  g_string_append_printf (out,
                          ngettext (": %u of %u partner type engaged",
                                    ": %u of %u partner types engaged", total.n_answered),
                          total.n_engaged, total.n_answered);
  for (guint n = trl_chart_count_levels (matrix->survey), rank = n; rank-- > 0;)
    if (total.levels[rank] > 0)
      {
        g_autofree char *level =
          trl_figure_alt_dup_level (matrix->request, matrix->survey->scale, (int) rank);

        g_string_append_printf (out, ", %s %u", level, total.levels[rank]);
      }
  if (total.n_engaged > total.n_reported + total.n_other)
    {
      g_autofree char *level = trl_figure_alt_dup_level (matrix->request, NULL, -1);

      g_string_append_printf (out, ", %s %u", level,
                              total.n_engaged - total.n_reported - total.n_other);
    }
  g_string_append_c (out, '.');
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Matrix) matrix = { 0 };

  if (!prepare (request, &matrix, NULL))
    return;
  for (guint i = 0; i < matrix.rows->len; i++)
    {
      if (trl_figure_alt_is_full (out, i))
        break;
      say_site (&matrix, g_array_index (matrix.rows, guint, i), out);
    }
  g_string_append_printf (out, " %s", _ ("Sites that engage each type:"));
  for (guint k = 0; k < MIN (matrix.columns->len, TRL_FIGURE_ALT_ROWS); k++)
    {
      guint          type = g_array_index (matrix.columns, guint, k);
      TrlSurveyTally total;

      tally (&matrix, TRL_GRID_COLUMN, type, &total);
      g_string_append (out, k > 0 ? ", " : " ");
      trl_figure_alt_say_name (out, name_of (&matrix, TRL_GRID_COLUMN, type));
      g_string_append_printf (out, " %u", total.n_engaged);
    }
  g_string_append_c (out, '.');
}

const TrlFigure trl_figure_matrix = {
  .id = "matrix",
  .label = N_ ("Matrix"),
  .description = N_ ("The level of every partner type in every site, as a table."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
