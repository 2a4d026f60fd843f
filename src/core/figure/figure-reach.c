/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many sites engage each partner type: a bar a type.  Presence says nothing of depth,
 * so bars have none of the colours of levels. */
#include "config.h"

#include "figure/trl-chart-types.h"
#include "figure/trl-chart.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"
#include "scene/trl-colour-science.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const order_choices[] = { "share", "name", "document", NULL };
static const char *const order_labels[] = { N_ ("Share of Sites"), N_ ("Name"),
                                            N_ ("As in the Codebook"), NULL };
static const char *const group_choices[] = { "none", "family", "presence", NULL };
static const char *const group_labels[] = { N_ ("None"), N_ ("Families"),
                                            N_ ("By How Many Sites"), NULL };

static const TrlOption options[] = {
  { "types", N_ ("Partner Types"), TRL_OPTION_TEXT, "all" },
  { "order", N_ ("Order"), TRL_OPTION_CHOICE, "share", 0, 0, order_choices,
    order_labels },
  { "group", N_ ("Groups"), TRL_OPTION_CHOICE, "none", 0, 0, group_choices,
    group_labels },
  { "colour", N_ ("Shade Groups"), TRL_OPTION_FLAG, "no" },
  { "counts", N_ ("Numbers of Sites"), TRL_OPTION_FLAG, "yes" },
};

typedef struct
{
  TrlChartType   of;
  TrlSurveyTally tally;
  double         share;
  guint          group;
} Bar;

typedef struct
{
  const TrlFigureRequest *request;
  TrlSurvey              *survey;
  GPtrArray              *networks;
  GArray                 *bars;   /* Bar */
  GPtrArray              *groups; /* names; empty: no groups */
} Reach;

static void
reach_clear (Reach *reach)
{
  g_clear_pointer (&reach->survey, trl_survey_free);
  g_clear_pointer (&reach->networks, g_ptr_array_unref);
  g_clear_pointer (&reach->bars, g_array_unref);
  g_clear_pointer (&reach->groups, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reach, reach_clear)

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Bar *x = a, *y = b;

  if (x->share != y->share)
    return x->share < y->share ? 1 : -1;
  return trl_chart_compare_places (a, b);
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer order)
{
  const Bar   *x = a, *y = b;
  GCompareFunc compare = order;

  if (x->group != y->group)
    return (x->group > y->group) - (x->group < y->group);
  return compare (a, b);
}

static guint
find_group (GPtrArray *groups, const char *name)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (groups->pdata[i], name))
      return i;
  g_ptr_array_add (groups, g_strdup (name));
  return groups->len - 1;
}

static void
group_by_family (Reach *reach)
{
  for (guint i = 0; i < reach->bars->len; i++)
    {
      Bar        *bar = &g_array_index (reach->bars, Bar, i);
      const char *family = bar->of.type->family;

      bar->group = find_group (reach->groups, family && *family ? family : _ ("Other"));
    }
}

static void
group_by_presence (Reach *reach)
{
  static const struct
  {
    double      least;
    const char *label;
  } steps[] = { { 1, N_ ("All sites") },
                { 0.75, N_ ("Three quarters of the sites or more") },
                { 0.5, N_ ("Half of the sites or more") },
                { 0, N_ ("Fewer than half of the sites") } };

  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    g_ptr_array_add (reach->groups, g_strdup (_ (steps[s].label)));
  for (guint i = 0; i < reach->bars->len; i++)
    {
      Bar *bar = &g_array_index (reach->bars, Bar, i);

      while (bar->group + 1 < G_N_ELEMENTS (steps) &&
             bar->share < steps[bar->group].least - 1e-9)
        bar->group++;
    }
}

static void
sort_bars (Reach *reach)
{
  const char *group = trl_options_get_text (reach->request->options, "group");

  if (g_str_equal (group, "family"))
    group_by_family (reach);
  else if (g_str_equal (group, "presence"))
    group_by_presence (reach);
  g_array_sort_with_data (reach->bars, compare_groups,
                          trl_chart_get_order (reach->request, compare_shares));
}

static gboolean
prepare (const TrlFigureRequest *request, Reach *reach, GError **error)
{
  g_autoptr (GArray) types = NULL;

  reach->request = request;
  reach->survey = trl_chart_survey (request, &reach->networks, &types, error);
  if (!reach->survey)
    return FALSE;
  reach->bars = g_array_new (FALSE, TRUE, sizeof (Bar));
  reach->groups = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < types->len; i++)
    {
      guint place = g_array_index (types, guint, i);
      Bar   bar = { .of = { reach->survey->types->pdata[place], place } };

      trl_survey_tally_type (reach->survey, place, &bar.tally);
      bar.share =
        bar.tally.n_answered ? (double) bar.tally.n_engaged / bar.tally.n_answered : 0;
      g_array_append_val (reach->bars, bar);
    }
  sort_bars (reach);
  return TRUE;
}

/* Headings of groups stand between the rows. */
static gboolean
begins_group (const Reach *reach, guint i)
{
  return reach->groups->len > 0 &&
         (i == 0 || g_array_index (reach->bars, Bar, i).group !=
                      g_array_index (reach->bars, Bar, i - 1).group);
}

static guint
count_headings (const Reach *reach)
{
  guint n = 0;

  for (guint i = 0; i < reach->bars->len; i++)
    n += begins_group (reach, i);
  return n;
}

static TrlColour
colour_of (const TrlChart *chart, const Reach *reach, const Bar *bar)
{
  TrlColour plain = trl_chart_bar_colour (chart);
  double    share = reach->groups->len > 1 ? bar->group / (reach->groups->len - 1.0) : 0;

  if (!trl_options_get_flag (reach->request->options, "colour"))
    return plain;
  return trl_colour_mix (plain, chart->style->background, 0.6 * share);
}

static void
draw_bar (TrlChart    *chart,
          const Reach *reach,
          const Bar   *bar,
          double       left,
          double       right,
          double       middle,
          double       row)
{
  double           high = MIN (row * 0.66, chart->text * 1.8);
  g_autofree char *share = g_strdup_printf (_ ("%.0f %%"), round (100 * bar->share));
  g_autofree char *count =
    g_strdup_printf (_ ("%u of %u"), bar->tally.n_engaged, bar->tally.n_answered);

  trl_chart_rect (chart, left, middle - high / 2, right - left, high,
                  trl_colour_mix (chart->style->dim, chart->style->background, 0.9),
                  (TrlColour){ 0 });
  trl_chart_rect (chart, left, middle - high / 2, (right - left) * bar->share, high,
                  colour_of (chart, reach, bar), (TrlColour){ 0 });
  trl_chart_put_bold (chart, share, right + chart->text * 3.9, middle, 1, 0.5,
                      chart->style->ink);
  if (trl_options_get_flag (reach->request->options, "counts"))
    trl_chart_put (chart, count, chart->width, middle, 1, 0.5, 0, chart->style->dim);
}

static double
widest_count (const TrlChart *chart, const Reach *reach)
{
  double widest = 0;

  for (guint i = 0; i < reach->bars->len; i++)
    {
      const Bar       *bar = &g_array_index (reach->bars, Bar, i);
      g_autofree char *count =
        g_strdup_printf (_ ("%u of %u"), bar->tally.n_engaged, bar->tally.n_answered);

      widest = MAX (widest, trl_chart_measure (chart, count, 0, NULL));
    }
  return trl_options_get_flag (reach->request->options, "counts") ? widest : 0;
}

static void
draw (TrlChart *chart, gpointer data)
{
  const Reach            *reach = data;
  double                  heading = chart->text * 2, y = 0, left, right;
  g_autofree const char **names = trl_chart_dup_names (reach->bars);
  g_auto (TrlChartRows) rows = { 0 };

  trl_chart_rows_init (&rows, chart, names, reach->bars->len, 0.42, 1.95,
                       heading * count_headings (reach));
  left = rows.label_width + chart->text * 0.8;
  right = chart->width - widest_count (chart, reach) - chart->text * 4.8;
  for (guint i = 0; i < reach->bars->len; i++)
    {
      const Bar *bar = &g_array_index (reach->bars, Bar, i);

      if (begins_group (reach, i))
        {
          trl_chart_put_bold (chart, reach->groups->pdata[bar->group], left,
                              y + rows.y[i] + heading * 0.6, 0, 0.5, chart->style->ink);
          y += heading;
        }
      trl_chart_put_row_name (chart, &rows, i, names[i], y, chart->style->ink);
      draw_bar (chart, reach, bar, left, MAX (right, left + 10),
                y + rows.y[i] + rows.height[i] / 2, rows.height[i]);
    }
}

static void
make_words (const Reach *reach, TrlPageWords *words)
{
  g_autoptr (GString) out = g_string_new (
    _ ("Share of sites that engage a partner type: at any level above no interaction, or "
       "without saying at which."));
  guint missing = 0;

  for (guint i = 0; i < reach->bars->len; i++)
    missing +=
      reach->survey->sites->len - g_array_index (reach->bars, Bar, i).tally.n_answered;
  words->title = g_strdup (_ ("Sites that engage each partner type"));
  words->subtitle =
    trl_chart_dup_sites (reach->request->document, reach->survey->sites->len);
  if (missing > 0)
    g_string_append_printf (
      out, " %s", _ ("Of each type, out of the sites that said anything about it."));
  trl_chart_say_grain (reach->request->document, reach->networks, out);
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source = trl_figure_words_sources (reach->request->document, reach->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Reach) reach = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &reach, error))
    return NULL;
  make_words (&reach, &words);
  return trl_chart_compose (request, &words, draw, NULL, &reach, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Reach) reach = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &reach, error))
    return NULL;
  g_string_append (csv, "partner_type,sites_engaged,sites_answered,percent\r\n");
  for (guint i = 0; i < reach.bars->len; i++)
    {
      const Bar *bar = &g_array_index (reach.bars, Bar, i);

      trl_csv_append (csv, bar->of.type->name, FALSE);
      trl_csv_append_number (csv, bar->tally.n_engaged, FALSE);
      trl_csv_append_number (csv, bar->tally.n_answered, FALSE);
      trl_csv_append_number (csv, round (100 * bar->share), TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Reach) reach = { 0 };
  gboolean made = prepare (request, &reach, NULL);

  for (guint i = 0; made && i < reach.bars->len; i++)
    {
      const Bar *bar = &g_array_index (reach.bars, Bar, i);

      if (trl_figure_alt_is_full (out, i))
        break;
      g_string_append_c (out, ' ');
      trl_figure_alt_say_name (out, bar->of.type->name);
      g_string_append_printf (
        out,
        ngettext (": %u of %u site, %.0f %%.", ": %u of %u sites, %.0f %%.",
                  bar->tally.n_answered),
        bar->tally.n_engaged, bar->tally.n_answered, round (100 * bar->share));
    }
}

const TrlFigure trl_figure_reach = {
  .id = "reach",
  .label = N_ ("Reach"),
  .description = N_ ("How many sites engage each partner type, as bars."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
