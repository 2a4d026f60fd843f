/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared responsibility against classes of breadth and of depth: a dot a site, so that a
 * number never hides how few sites it stands for. */
#include "config.h"

#include "figure/trl-chart-sites.h"
#include "figure/trl-chart-types.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_CLASSES 5

static const TrlOption options[] = {
  { "classes", N_ ("Classes"), TRL_OPTION_INTEGER, "3", 2, MOST_CLASSES },
};

/* Of equal width over the range that occurs. */
typedef struct
{
  const char *title;
  gboolean    percent;
  guint       n;
  double      from[MOST_CLASSES + 1];
  char       *names[MOST_CLASSES];
  GArray     *values; /* double, a site each */
} Classes;

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks;
  GArray                 *sites;      /* TrlChartSite */
  Classes                 classes[2]; /* breadth, depth */
} Crosstab;

static void
crosstab_clear (Crosstab *crosstab)
{
  g_clear_pointer (&crosstab->networks, g_ptr_array_unref);
  g_clear_pointer (&crosstab->sites, g_array_unref);
  for (guint c = 0; c < 2; c++)
    {
      g_clear_pointer (&crosstab->classes[c].values, g_array_unref);
      for (guint i = 0; i < MOST_CLASSES; i++)
        g_clear_pointer (&crosstab->classes[c].names[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crosstab, crosstab_clear)

/* Whole numbers have whole limits: 11–13, 14–15, 16–18. */
static void
name_class (Classes *classes, guint i)
{
  int from = (int) classes->from[i], to = (int) classes->from[i + 1] - 1;

  if (classes->percent && to <= from)
    classes->names[i] = g_strdup_printf (_ ("%d %%"), from);
  else if (classes->percent)
    classes->names[i] = g_strdup_printf (_ ("%d–%d %%"), from, to);
  else if (to <= from)
    classes->names[i] = g_strdup_printf ("%d", from);
  else
    classes->names[i] = g_strdup_printf ("%d–%d", from, to);
}

static void
make_classes (Classes *classes, guint wanted)
{
  double low = INFINITY, high = -INFINITY, end;

  for (guint i = 0; i < classes->values->len; i++)
    {
      double value = g_array_index (classes->values, double, i);

      if (!isfinite (value))
        continue;
      low = MIN (low, value);
      high = MAX (high, value);
    }
  if (!isfinite (low))
    return;
  end = high + 1;
  classes->n = (guint) CLAMP (end - low, 1, wanted);
  for (guint i = 0; i <= classes->n; i++)
    classes->from[i] = round (low + (end - low) * i / classes->n);
  for (guint i = 0; i < classes->n; i++)
    name_class (classes, i);
}

static int
find_class (const Classes *classes, double value)
{
  if (!isfinite (value))
    return -1;
  for (guint i = 0; i + 1 < classes->n; i++)
    if (value < classes->from[i + 1])
      return (int) i;
  return (int) classes->n - 1;
}

static gboolean
prepare (const TrlFigureRequest *request, Crosstab *crosstab, GError **error)
{
  guint wanted = (guint) trl_options_get_integer (request->options, "classes");

  crosstab->request = request;
  crosstab->sites = trl_chart_find_sites (request, &crosstab->networks, error);
  if (!crosstab->sites)
    return FALSE;
  crosstab->classes[0].title = _ ("Partner types engaged");
  crosstab->classes[1].title = _ ("At coordination or deeper");
  crosstab->classes[1].percent = TRUE;
  for (guint c = 0; c < 2; c++)
    {
      crosstab->classes[c].values = g_array_new (FALSE, FALSE, sizeof (double));
      for (guint i = 0; i < crosstab->sites->len; i++)
        {
          const TrlChartSite *site = &g_array_index (crosstab->sites, TrlChartSite, i);
          /* In whole percent, so that no value is in two classes. */
          double value = c ? round (100 * site->depth) : site->breadth;

          g_array_append_val (crosstab->classes[c].values, value);
        }
      make_classes (&crosstab->classes[c], wanted);
    }
  return TRUE;
}

static guint
count (const Crosstab *crosstab, guint c, int class, int answer)
{
  guint n = 0;

  for (guint i = 0; i < crosstab->sites->len; i++)
    n += g_array_index (crosstab->sites, TrlChartSite, i).responsibility == answer &&
         find_class (&crosstab->classes[c],
                     g_array_index (crosstab->classes[c].values, double, i)) == class;
  return n;
}

static guint
count_answer (const Crosstab *crosstab, int answer)
{
  guint n = 0;

  for (guint i = 0; i < crosstab->sites->len; i++)
    n += g_array_index (crosstab->sites, TrlChartSite, i).responsibility == answer;
  return n;
}

/* --- drawing --- */

typedef struct
{
  double label; /* width of the answers */
  double gap;   /* between the two tables */
  double top;   /* of the cells */
  double row;   /* height of one */
  int    answers[TRL_N_RESPONSIBILITIES + 1];
  guint  n_answers;
} Plan;

static void
plan_rows (const TrlChart *chart, const Crosstab *crosstab, Plan *plan)
{
  guint most = 1;

  for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
    if (answer >= 0 || count_answer (crosstab, answer) > 0)
      plan->answers[plan->n_answers++] = answer;
  for (guint a = 0; a < plan->n_answers; a++)
    plan->label = MAX (
      plan->label,
      trl_chart_measure (chart, trl_chart_responsibility_get_label (plan->answers[a]),
                         chart->width * 0.2, NULL));
  for (guint c = 0; c < 2; c++)
    for (guint i = 0; i < crosstab->classes[c].n; i++)
      for (guint a = 0; a < plan->n_answers; a++)
        most = MAX (most, count (crosstab, c, (int) i, plan->answers[a]));
  plan->label += chart->text * 0.8;
  plan->gap = chart->text * 1.6;
  plan->top = chart->text * 3.6;
  plan->row = chart->text * (3.4 + MIN (most, 40) / 6.0);
  if (chart->height > 0)
    plan->row = CLAMP ((chart->height - plan->top) / plan->n_answers, chart->text * 3,
                       chart->text * 12);
}

/* Dots in rows, above the number. */
static void
draw_dots (TrlChart          *chart,
           const TrlChartKey *key,
           guint              n,
           double             x,
           double             y,
           double             width,
           double             height)
{
  double step = chart->text * 1.05;
  guint  across = (guint) CLAMP (floor ((width - chart->text * 0.6) / step), 1, 12);
  guint  rows = (n + across - 1) / across;
  double first = y + (height - rows * step) / 2 + step / 2;

  while (rows * step > height && step > chart->text * 0.3)
    {
      step *= 0.85;
      across = (guint) CLAMP (floor ((width - chart->text * 0.6) / step), 1, 40);
      rows = (n + across - 1) / across;
      first = y + (height - rows * step) / 2 + step / 2;
    }
  for (guint i = 0; i < n; i++)
    {
      guint in_row = MIN (across, n - i / across * across);

      trl_scene_add (
        chart->scene,
        &(TrlItem){ .kind = TRL_ITEM_DISC,
                    .owner = { TRL_OWNER_PAGE, 0 },
                    .fill = key->fill,
                    .stroke = key->stroke,
                    .width = 0.6,
                    .x = x + width / 2 + (i % across - (in_row - 1) / 2.0) * step,
                    .y = first + i / across * step,
                    .radius = step * 0.36 });
    }
}

static void
draw_cell (TrlChart       *chart,
           const Crosstab *crosstab,
           const Plan     *plan,
           guint           c,
           guint class,
           guint          a,
           const TrlRect *box)
{
  guint            n = count (crosstab, c, (int) class, plan->answers[a]);
  g_autofree char *text = g_strdup_printf ("%u", n);
  TrlChartKey      key = trl_chart_responsibility_get_key (chart, plan->answers[a]);
  TrlColour pale = trl_colour_mix (chart->style->quiet, chart->style->background, 0.6);

  trl_scene_add (chart->scene, &(TrlItem){ .kind = TRL_ITEM_RECT,
                                           .owner = { TRL_OWNER_PAGE, 0 },
                                           .stroke = pale,
                                           .width = 0.5,
                                           .x = box->x,
                                           .y = box->y,
                                           .x2 = box->width,
                                           .y2 = box->height });
  draw_dots (chart, &key, n, box->x, box->y + chart->text * 0.3, box->width,
             box->height - chart->text * 1.9);
  trl_chart_put (chart, text, box->x + box->width / 2,
                 box->y + box->height - chart->text * 0.95, 0.5, 0.5, 0,
                 n ? chart->style->ink : chart->style->dim);
}

static void
draw_table (TrlChart       *chart,
            const Crosstab *crosstab,
            const Plan     *plan,
            guint           c,
            double          x,
            double          width)
{
  const Classes *classes = &crosstab->classes[c];
  double         column = width / MAX (1, classes->n);

  trl_chart_put_bold (chart, classes->title, x + width / 2, 0, 0.5, 0, chart->style->ink);
  for (guint i = 0; i < classes->n; i++)
    {
      trl_chart_put (chart, classes->names[i], x + column * (i + 0.5),
                     plan->top - chart->text * 0.5, 0.5, 1, 0, chart->style->dim);
      for (guint a = 0; a < plan->n_answers; a++)
        draw_cell (
          chart, crosstab, plan, c, i, a,
          &(TrlRect){ x + column * i, plan->top + plan->row * a, column, plan->row });
    }
}

/* What the names of the classes need side by side. */
static double
measure_names (const TrlChart *chart, const Classes *classes)
{
  double most = 0;

  for (guint i = 0; i < classes->n; i++)
    most = MAX (most, trl_chart_measure (chart, classes->names[i], 0, NULL));
  return classes->n * (most + chart->text * 0.4);
}

/* The tables are of one width, unless one can give the other what it lacks. */
static void
share_width (const TrlChart *chart, const Crosstab *crosstab, double room, double *widths)
{
  for (guint c = 0; c < 2; c++)
    widths[c] = room / 2;
  for (guint c = 0; c < 2; c++)
    {
      double need = measure_names (chart, &crosstab->classes[c]);
      double other = measure_names (chart, &crosstab->classes[1 - c]);

      if (need > room / 2 && need + other <= room)
        {
          widths[c] = need;
          widths[1 - c] = room - need;
        }
    }
}

static void
draw (TrlChart *chart, gpointer data)
{
  const Crosstab *crosstab = data;
  Plan            plan = { 0 };
  double          widths[2];

  plan_rows (chart, crosstab, &plan);
  share_width (chart, crosstab, chart->width - plan.label - plan.gap, widths);
  for (guint a = 0; a < plan.n_answers; a++)
    trl_chart_put (chart, trl_chart_responsibility_get_label (plan.answers[a]),
                   plan.label - chart->text * 0.8, plan.top + plan.row * (a + 0.5), 1,
                   0.5, chart->width * 0.2 + 0.5, chart->style->ink);
  draw_table (chart, crosstab, &plan, 0, plan.label, widths[0]);
  draw_table (chart, crosstab, &plan, 1, plan.label + widths[0] + plan.gap, widths[1]);
}

static guint
count_missing (const Crosstab *crosstab)
{
  guint n = 0;

  for (guint i = 0; i < crosstab->sites->len; i++)
    n += !isfinite (g_array_index (crosstab->sites, TrlChartSite, i).depth);
  return n;
}

static void
make_words (const Crosstab *crosstab, TrlPageWords *words)
{
  guint missing = count_missing (crosstab), n = crosstab->sites->len;
  g_autoptr (GString) out = g_string_new (NULL);

  words->title = g_strdup (_ ("Shared responsibility by breadth and depth"));
  words->subtitle =
    trl_chart_dup_sites (crosstab->request->document, crosstab->sites->len);
  g_string_append (out, _ ("Rows: how evident shared responsibility is. A dot is a site. "
                           "Descriptive, not causal; "));
  if (missing == 0)
    g_string_append_printf (out, _ ("n = %u."), n);
  else
    g_string_append_printf (
      out,
      ngettext ("n = %u for breadth and %u for depth: %u site reports no level and is "
                "left out of depth.",
                "n = %u for breadth and %u for depth: %u sites report no level and are "
                "left out of depth.",
                missing),
      n, n - missing, missing);
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source =
    trl_figure_words_sources (crosstab->request->document, crosstab->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Crosstab) crosstab = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &crosstab, error))
    return NULL;
  make_words (&crosstab, &words);
  return trl_chart_compose (request, &words, draw, NULL, &crosstab, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Crosstab) crosstab = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &crosstab, error))
    return NULL;
  g_string_append (csv, "measure,class,shared_responsibility,sites\r\n");
  for (guint c = 0; c < 2; c++)
    for (guint i = 0; i < crosstab.classes[c].n; i++)
      for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
        {
          trl_csv_append (csv, c ? "depth" : "breadth", FALSE);
          trl_csv_append (csv, crosstab.classes[c].names[i], FALSE);
          trl_csv_append (csv, trl_chart_responsibility_get_label (answer), FALSE);
          trl_csv_append_number (csv, count (&crosstab, c, (int) i, answer), TRUE);
        }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say_class (const Crosstab *crosstab, guint c, guint class, GString *out)
{
  guint n = 0;

  g_string_append_printf (out, "%s %s:", class > 0 ? ";" : "",
                          crosstab->classes[c].names[class]);
  for (int answer = TRL_N_RESPONSIBILITIES - 1; answer >= -1; answer--)
    {
      guint sites = count (crosstab, c, (int) class, answer);

      if (sites > 0)
        g_string_append_printf (out, "%s %s %u", n++ > 0 ? "," : "",
                                trl_chart_responsibility_get_label (answer), sites);
    }
  if (n == 0)
    g_string_append_printf (out, " %s", _ ("no site"));
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Crosstab) crosstab = { 0 };
  gboolean made = prepare (request, &crosstab, NULL);

  for (guint c = 0; made && c < 2; c++)
    {
      g_string_append_printf (out, " %s:", crosstab.classes[c].title);
      for (guint i = 0; i < crosstab.classes[c].n; i++)
        say_class (&crosstab, c, i, out);
      g_string_append_c (out, '.');
    }
}

const TrlFigure trl_figure_crosstab = {
  .id = "crosstab",
  .label = N_ ("Shared Responsibility"),
  .description = N_ ("Shared responsibility against breadth and depth, a dot a site."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
