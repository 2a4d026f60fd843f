/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How deep the ties with each partner type are: a bar a type, divided by level.  What was
 * not reported is in no bar, and the page says what a bar is out of. */
#include "config.h"

#include "figure/trl-chart-types.h"
#include "figure/trl-chart.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-fill.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const base_choices[] = { "all", "engaged", NULL };
static const char *const base_labels[] = { N_ ("All Sites That Answered"),
                                           N_ ("Sites That Engage the Type"), NULL };
static const char *const order_choices[] = { "deep", "name", "document", NULL };
static const char *const order_labels[] = { N_ ("Share at Coordination or Deeper"),
                                            N_ ("Name"), N_ ("As in the Codebook"),
                                            NULL };

static const TrlOption options[] = {
  { "types", N_ ("Partner Types"), TRL_OPTION_TEXT, "all" },
  { "base", N_ ("Out Of"), TRL_OPTION_CHOICE, "all", 0, 0, base_choices, base_labels },
  { "order", N_ ("Order"), TRL_OPTION_CHOICE, "deep", 0, 0, order_choices, order_labels },
  { "diverging", N_ ("Bars to Both Sides of a Line"), TRL_OPTION_FLAG, "no" },
  { "percentages", N_ ("Percentages in the Bars"), TRL_OPTION_FLAG, "yes" },
  { "counts", N_ ("Numbers of Sites"), TRL_OPTION_FLAG, "yes" },
};

typedef struct
{
  TrlChartType   of;
  TrlSurveyTally tally;
  guint          base;
  double         deep; /* share at coordination or deeper */
} Bar;

typedef struct
{
  const TrlFigureRequest *request;
  TrlSurvey              *survey;
  GPtrArray              *networks;
  GArray                 *bars; /* Bar */
  gboolean                engaged;
  guint                   middle; /* the first deep rank */
  double unprinted;               /* the largest share that had no room for its number */
} Depth;

static void
depth_clear (Depth *depth)
{
  g_clear_pointer (&depth->survey, trl_survey_free);
  g_clear_pointer (&depth->networks, g_ptr_array_unref);
  g_clear_pointer (&depth->bars, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Depth, depth_clear)

static double
share_of (const Bar *bar, guint rank)
{
  return bar->base ? (double) bar->tally.levels[rank] / bar->base : 0;
}

/* Equal shares are told apart by what is deepest. */
static int
compare_deep (gconstpointer a, gconstpointer b)
{
  const Bar *x = a, *y = b;

  if (x->deep != y->deep)
    return x->deep < y->deep ? 1 : -1;
  for (guint rank = TRL_SURVEY_LEVELS; rank-- > 1;)
    if (share_of (x, rank) != share_of (y, rank))
      return share_of (x, rank) < share_of (y, rank) ? 1 : -1;
  return trl_chart_compare_places (a, b);
}

/* Coordination where the scale has it, else the upper half. */
static guint
find_middle (const TrlScale *scale)
{
  int rank = trl_scale_get_rank (scale, "coordination");

  return rank > 0 ? (guint) rank : (trl_scale_get_n_levels (scale) + 1) / 2;
}

static void
add_bar (Depth *depth, guint place)
{
  Bar bar = { .of = { depth->survey->types->pdata[place], place } };

  trl_survey_tally_type (depth->survey, place, &bar.tally);
  if (depth->engaged)
    bar.tally.levels[0] = 0;
  bar.base = bar.tally.n_reported + bar.tally.levels[0];
  for (guint rank = depth->middle; rank < trl_chart_count_levels (depth->survey); rank++)
    bar.deep += share_of (&bar, rank);
  g_array_append_val (depth->bars, bar);
}

static gboolean
prepare (const TrlFigureRequest *request, Depth *depth, GError **error)
{
  g_autoptr (GArray) types = NULL;

  depth->request = request;
  depth->engaged =
    g_str_equal (trl_options_get_text (request->options, "base"), "engaged");
  depth->survey = trl_chart_survey (request, &depth->networks, &types, error);
  if (!depth->survey)
    return FALSE;
  depth->middle = find_middle (depth->survey->scale);
  depth->bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  for (guint i = 0; i < types->len; i++)
    add_bar (depth, g_array_index (types, guint, i));
  g_array_sort (depth->bars, trl_chart_get_order (request, compare_deep));
  return TRUE;
}

/* --- drawing --- */

typedef struct
{
  double left, right; /* of the bars */
  double zero;        /* where a bar begins, or has its middle line */
  double unit;        /* points for 100 % */
} Axis;

static double
sum_of (const Bar *bar, guint from, guint to)
{
  double sum = 0;

  for (guint rank = from; rank < to; rank++)
    sum += share_of (bar, rank);
  return sum;
}

static void
find_axis (const Depth *depth, Axis *axis)
{
  double deep = 0, shallow = 0;

  axis->zero = axis->left;
  axis->unit = axis->right - axis->left;
  if (!trl_options_get_flag (depth->request->options, "diverging"))
    return;
  for (guint i = 0; i < depth->bars->len; i++)
    {
      const Bar *bar = &g_array_index (depth->bars, Bar, i);

      deep =
        MAX (deep, sum_of (bar, depth->middle, trl_chart_count_levels (depth->survey)));
      shallow = MAX (shallow, sum_of (bar, 0, depth->middle));
    }
  axis->unit /= MAX (1e-9, deep + shallow);
  axis->zero = axis->left + shallow * axis->unit;
}

static void
draw_segment (TrlChart  *chart,
              Depth     *depth,
              const Bar *bar,
              guint      rank,
              double     x,
              double     y,
              double     width,
              double     height)
{
  TrlChartKey      key = trl_chart_level_key (chart, depth->survey->scale, (int) rank);
  g_autofree char *text =
    g_strdup_printf (_ ("%.0f %%"), round (100 * share_of (bar, rank)));

  trl_chart_put_box (chart, &key, x, y, width, height);
  if (!trl_options_get_flag (depth->request->options, "percentages"))
    return;
  if (trl_chart_measure (chart, text, 0, NULL) + chart->text * 0.4 > width)
    depth->unprinted = MAX (depth->unprinted, share_of (bar, rank));
  else
    trl_chart_put (chart, text, x + width / 2, y + height / 2, 0.5, 0.5, 0,
                   rank == 0 ? chart->style->ink : trl_palette_get_ink (key.fill));
}

/* Deep begins at the left; about a middle line, deep runs right and the rest left. */
static void
draw_bar (TrlChart   *chart,
          Depth      *depth,
          const Axis *axis,
          const Bar  *bar,
          double      middle,
          double      height)
{
  gboolean diverging = trl_options_get_flag (depth->request->options, "diverging");
  double   x = axis->zero, y = middle - height / 2;
  guint    n = trl_chart_count_levels (depth->survey);

  for (guint i = 0; i < n; i++)
    {
      guint rank = n - 1 - i;

      if (diverging)
        rank = i < n - depth->middle ? depth->middle + i
                                     : depth->middle - 1 - (i - (n - depth->middle));
      if (diverging && i == n - depth->middle)
        x = axis->zero;
      if (diverging && rank < depth->middle)
        x -= share_of (bar, rank) * axis->unit;
      draw_segment (chart, depth, bar, rank, x, y, share_of (bar, rank) * axis->unit,
                    height);
      if (!diverging || rank >= depth->middle)
        x += share_of (bar, rank) * axis->unit;
    }
}

static char *
dup_base (const Bar *bar)
{
  return g_strdup_printf (_ ("n = %u"), bar->base);
}

static double
widest_base (const TrlChart *chart, const Depth *depth)
{
  double widest = 0;

  if (!trl_options_get_flag (depth->request->options, "counts"))
    return 0;
  for (guint i = 0; i < depth->bars->len; i++)
    {
      g_autofree char *text = dup_base (&g_array_index (depth->bars, Bar, i));

      widest = MAX (widest, trl_chart_measure (chart, text, 0, NULL));
    }
  return widest + chart->text * 0.8;
}

static gboolean
is_used (const Depth *depth, guint rank)
{
  for (guint i = 0; i < depth->bars->len; i++)
    if (g_array_index (depth->bars, Bar, i).tally.levels[rank] > 0)
      return TRUE;
  return FALSE;
}

/* In the order of the bars. */
static void
add_keys (const TrlChart *chart, gpointer data, TrlLegend *legend)
{
  const Depth *depth = data;
  gboolean     diverging = trl_options_get_flag (depth->request->options, "diverging");
  guint        n = trl_chart_count_levels (depth->survey), least = depth->engaged ? 1 : 0;

  for (guint i = 0; i + least < n; i++)
    {
      guint rank = diverging ? i + least : n - 1 - i;

      if (depth->request->legend_all || is_used (depth, rank))
        trl_chart_add_level (chart, depth->survey->scale, (int) rank, NULL, legend);
    }
}

static void
draw (TrlChart *chart, gpointer data)
{
  Depth                  *depth = data;
  double                  top = 0;
  double                  counts = widest_base (chart, depth);
  g_autofree const char **names = trl_chart_dup_names (depth->bars);
  g_auto (TrlChartRows) rows = { 0 };
  Axis axis;

  trl_chart_rows_init (&rows, chart, names, depth->bars->len, 0.4, 2.2, top);
  axis.left = rows.label_width + chart->text * 0.8;
  axis.right = MAX (axis.left + 10, chart->width - counts);
  find_axis (depth, &axis);
  for (guint i = 0; i < depth->bars->len; i++)
    {
      const Bar       *bar = &g_array_index (depth->bars, Bar, i);
      double           middle = top + rows.y[i] + rows.height[i] / 2;
      g_autofree char *base = dup_base (bar);

      trl_chart_put_row_name (chart, &rows, i, names[i], top, chart->style->ink);
      draw_bar (chart, depth, &axis, bar, middle,
                MIN (rows.height[i] * 0.72, chart->text * 2.2));
      if (counts > 0)
        trl_chart_put (chart, base, chart->width, middle, 1, 0.5, 0, chart->style->dim);
    }
  if (trl_options_get_flag (depth->request->options, "diverging"))
    trl_chart_line (chart, axis.zero, top, axis.zero, top + rows.total, 0.8,
                    chart->style->ink);
}

/* --- words --- */

static guint
count_unreported (const Bar *bar)
{
  return bar->tally.n_engaged - bar->tally.n_reported - bar->tally.n_other;
}

/* What the middle line divides, if there is one. */
static void
say_line (const Depth *depth, GString *out)
{
  if (!trl_options_get_flag (depth->request->options, "diverging") ||
      depth->middle >= trl_chart_count_levels (depth->survey))
    return;
  /* Translators: the name of a level */
  g_string_append_printf (
    out, _ (" Right of the line: %s or deeper."),
    trl_scale_get_level (depth->survey->scale, depth->middle)->name);
}

/* Known once the bars are drawn. */
static void
say_unprinted (const Depth *depth, GString *out)
{
  double share = MAX (1, round (100 * depth->unprinted));

  if (depth->unprinted <= 0)
    return;
  g_string_append_printf (
    out, _ (" Shares of up to %.0f %% that have no room are not printed."), share);
}

/* Of some bar, as they are printed. */
static gboolean
is_rounded_apart (const Depth *depth)
{
  for (guint i = 0; i < depth->bars->len; i++)
    {
      const Bar *bar = &g_array_index (depth->bars, Bar, i);
      double     sum = 0;

      for (guint rank = 0; rank < trl_chart_count_levels (depth->survey); rank++)
        sum += round (100 * share_of (bar, rank));
      if (bar->base > 0 && sum != 100)
        return TRUE;
    }
  return FALSE;
}

static void
make_words (const Depth *depth, TrlPageWords *words)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint unreported = 0, other = 0;

  for (guint i = 0; i < depth->bars->len; i++)
    {
      const Bar *bar = &g_array_index (depth->bars, Bar, i);

      unreported += count_unreported (bar);
      other += bar->tally.n_other;
    }
  words->title = g_strdup (_ ("Interaction levels by partner type"));
  words->subtitle =
    trl_chart_dup_sites (depth->request->document, depth->survey->sites->len);
  trl_chart_say_scope (out, depth->bars->len, depth->survey->sites->len);
  g_string_append (
    out, depth->engaged
           ? _ ("Out of the sites that engage the type at a reported level (n).")
           : _ ("Out of all sites that reported a level or no interaction (n)."));
  say_line (depth, out);
  if (unreported > 0)
    g_string_append_printf (out,
                            ngettext (" %u level is not reported and left out.",
                                      " %u levels are not reported and left out.",
                                      unreported),
                            unreported);
  trl_chart_say_other (out, other);
  trl_chart_say_grain (depth->request->document, depth->networks, out);
  say_unprinted (depth, out);
  if (trl_options_get_flag (depth->request->options, "percentages") &&
      is_rounded_apart (depth))
    g_string_append_printf (out, " %s",
                            _ ("Percentages may not add up to 100 because of rounding."));
  g_string_append_printf (out, " %s", _ ("Deeper is not better in itself."));
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source = trl_figure_words_sources (depth->request->document, depth->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Depth) depth = { 0 };
  g_auto (TrlPageWords) words = { 0 };
  TrlScene *scene;

  if (!prepare (request, &depth, error))
    return NULL;
  make_words (&depth, &words);
  scene = trl_chart_compose (request, &words, draw, add_keys, &depth, cancellable, error);
  if (!scene || depth.unprinted <= 0 || !trl_figure_wants_made_caption (request))
    return scene;
  trl_scene_unref (scene);
  trl_page_words_clear (&words);
  make_words (&depth, &words);
  return trl_chart_compose (request, &words, draw, add_keys, &depth, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Depth) depth = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);
  guint n;

  if (!prepare (request, &depth, error))
    return NULL;
  n = trl_chart_count_levels (depth.survey);
  g_string_append (csv, "partner_type,n,not_reported,other_scale,");
  for (guint i = 0; i < 2 * n; i++)
    {
      const char *level = trl_scale_get_level (depth.survey->scale, n - 1 - i % n)->name;
      g_autofree char *percent = g_strdup_printf ("%s %%", level);

      trl_csv_append (csv, i < n ? level : percent, i + 1 == 2 * n);
    }
  for (guint b = 0; b < depth.bars->len; b++)
    {
      const Bar *bar = &g_array_index (depth.bars, Bar, b);

      trl_csv_append (csv, bar->of.type->name, FALSE);
      trl_csv_append_number (csv, bar->base, FALSE);
      trl_csv_append_number (csv, count_unreported (bar), FALSE);
      trl_csv_append_number (csv, bar->tally.n_other, FALSE);
      for (guint i = 0; i < 2 * n; i++)
        {
          guint rank = n - 1 - i % n;

          trl_csv_append_number (
            csv, i < n ? bar->tally.levels[rank] : round (100 * share_of (bar, rank)),
            i + 1 == 2 * n);
        }
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say_bar (const Depth *depth, const Bar *bar, GString *out)
{
  guint unreported = count_unreported (bar);

  g_string_append_c (out, ' ');
  trl_figure_alt_say_name (out, bar->of.type->name);
  g_string_append_printf (out, _ (" (n = %u):"), bar->base);
  for (guint n = trl_chart_count_levels (depth->survey), rank = n; rank-- > 0;)
    if (bar->tally.levels[rank] > 0)
      {
        g_autofree char *level =
          trl_figure_alt_dup_level (depth->request, depth->survey->scale, (int) rank);

        g_string_append_printf (out, _ (" %s %.0f %%,"), level,
                                round (100 * share_of (bar, rank)));
      }
  if (unreported > 0)
    {
      g_autofree char *level = trl_figure_alt_dup_level (depth->request, NULL, -1);

      g_string_append_printf (out, " %s %u,", level, unreported);
    }
  g_string_overwrite (out, out->len - 1, ".");
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Depth) depth = { 0 };
  gboolean made = prepare (request, &depth, NULL);

  for (guint i = 0; made && i < depth.bars->len; i++)
    {
      if (trl_figure_alt_is_full (out, i))
        break;
      say_bar (&depth, &g_array_index (depth.bars, Bar, i), out);
    }
}

const TrlFigure trl_figure_depth = {
  .id = "depth",
  .label = N_ ("Depth"),
  .description = N_ ("Interaction levels of each partner type, as bars of 100 %."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
