/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breadth and depth of every site: a disc a site, about the medians of those
 * that are drawn. */
#include "config.h"

#include "figure/trl-chart-scatter.h"
#include "figure/trl-chart-sites.h"
#include "figure/trl-chart-types.h"
#include "figure/trl-figure-alt.h"
#include "figure/trl-figure-words.h"
#include "formats/trl-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const TrlOption options[] = {
  { "sizes", N_ ("Area by Number of Partners"), TRL_OPTION_FLAG, "yes" },
  { "responsibility", N_ ("Shade by Shared Responsibility"), TRL_OPTION_FLAG, "yes" },
  { "medians", N_ ("Lines at the Medians"), TRL_OPTION_FLAG, "yes" },
};

typedef struct
{
  const TrlFigureRequest *request;
  GPtrArray              *networks;
  GArray                 *sites; /* TrlChartSite */
  double                  median_breadth;
  double                  median_depth;
  guint                   unnamed; /* discs whose name found no place */
} Quadrant;

static void
quadrant_clear (Quadrant *quadrant)
{
  g_clear_pointer (&quadrant->networks, g_ptr_array_unref);
  g_clear_pointer (&quadrant->sites, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Quadrant, quadrant_clear)

static const TrlChartSite *
site (const Quadrant *quadrant, guint i)
{
  return &g_array_index (quadrant->sites, TrlChartSite, i);
}

static gboolean
prepare (const TrlFigureRequest *request, Quadrant *quadrant, GError **error)
{
  g_autoptr (GArray) breadth = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) depth = g_array_new (FALSE, FALSE, sizeof (double));

  quadrant->request = request;
  quadrant->sites = trl_chart_find_sites (request, &quadrant->networks, error);
  if (!quadrant->sites)
    return FALSE;
  for (guint i = 0; i < quadrant->sites->len; i++)
    {
      double wide = site (quadrant, i)->breadth;

      if (!isfinite (site (quadrant, i)->depth))
        continue;
      g_array_append_val (breadth, wide);
      g_array_append_val (depth, site (quadrant, i)->depth);
    }
  quadrant->median_breadth = trl_chart_find_median (breadth);
  quadrant->median_depth = trl_chart_find_median (depth);
  if (depth->len > 0)
    return TRUE;
  g_set_error_literal (error, TRL_FIGURE_ERROR, TRL_FIGURE_ERROR_EMPTY,
                       _ ("No site reports the level of a partnership"));
  return FALSE;
}

static double
most_partners (const Quadrant *quadrant)
{
  double most = 1;

  for (guint i = 0; i < quadrant->sites->len; i++)
    if (isfinite (site (quadrant, i)->partners))
      most = MAX (most, site (quadrant, i)->partners);
  return most;
}

static void
fill_point (const TrlChart *chart,
            const Quadrant *quadrant,
            guint           i,
            TrlChartPoint  *point)
{
  const TrlOptions   *from = quadrant->request->options;
  const TrlChartSite *s = site (quadrant, i);
  double              share = s->partners / most_partners (quadrant);

  *point = (TrlChartPoint){ .label = s->name,
                            .x = s->breadth,
                            .y = s->depth,
                            .radius = chart->text * 0.8,
                            .key = { .fill = trl_chart_bar_colour (chart),
                                     .stroke = chart->style->outline } };
  if (trl_options_get_flag (from, "sizes"))
    point->radius =
      chart->text * (isfinite (share) ? MAX (0.45, 1.7 * sqrt (share)) : 0.45);
  if (trl_options_get_flag (from, "responsibility"))
    point->key = trl_chart_responsibility_get_key (chart, s->responsibility);
}

static void
fit (const Quadrant *quadrant, TrlChartScatter *scatter)
{
  double from[2] = { INFINITY, INFINITY }, to[2] = { -INFINITY, -INFINITY };

  for (guint i = 0; i < quadrant->sites->len; i++)
    {
      if (!isfinite (site (quadrant, i)->depth))
        continue;
      from[0] = MIN (from[0], site (quadrant, i)->breadth);
      to[0] = MAX (to[0], site (quadrant, i)->breadth);
      from[1] = MIN (from[1], site (quadrant, i)->depth);
      to[1] = MAX (to[1], site (quadrant, i)->depth);
    }
  trl_chart_scatter_fit (&from[0], &to[0], TRUE);
  trl_chart_scatter_fit (&from[1], &to[1], FALSE);
  scatter->x.from = from[0];
  scatter->x.to = to[0];
  scatter->y.from = from[1];
  scatter->y.to = to[1];
}

static void
add_keys (const TrlChart *chart, gpointer data, TrlLegend *legend)
{
  const Quadrant *quadrant = data;

  if (trl_options_get_flag (quadrant->request->options, "responsibility"))
    trl_chart_add_responsibility_keys (chart, quadrant->sites,
                                       quadrant->request->legend_all, legend);
}

static void
draw (TrlChart *chart, gpointer data)
{
  Quadrant *quadrant = data;
  gboolean  medians = trl_options_get_flag (quadrant->request->options, "medians");
  g_autofree TrlChartPoint *points = g_new (TrlChartPoint, quadrant->sites->len);
  TrlChartScatter           scatter = {
              .x = { .title = _ ("Partner types engaged"),
                     .whole = TRUE,
                     .middle = medians ? quadrant->median_breadth : NAN },
              .y = { .title = _ ("At coordination or deeper"),
                     .percent = TRUE,
                     .middle = medians ? quadrant->median_depth : NAN },
              .points = points,
              .n = quadrant->sites->len,
  };

  for (guint i = 0; i < quadrant->sites->len; i++)
    fill_point (chart, quadrant, i, &points[i]);
  fit (quadrant, &scatter);
  quadrant->unnamed = trl_chart_put_scatter (chart, &scatter);
}

static void
make_words (const Quadrant *quadrant, TrlPageWords *words)
{
  const TrlOptions *from = quadrant->request->options;
  g_autoptr (GString) out = g_string_new (NULL);
  guint missing = 0;

  for (guint i = 0; i < quadrant->sites->len; i++)
    missing += !isfinite (site (quadrant, i)->depth);
  words->title = g_strdup (_ ("Breadth and depth of each site"));
  words->subtitle =
    trl_chart_dup_sites (quadrant->request->document, quadrant->sites->len);
  if (trl_options_get_flag (from, "sizes"))
    g_string_append (out, _ ("Area: number of partners. "));
  if (trl_options_get_flag (from, "responsibility"))
    g_string_append (out, _ ("Shade: how evident shared responsibility is. "));
  if (trl_options_get_flag (from, "medians"))
    g_string_append_printf (out, _ ("Dashed: medians, %g types and %.0f %%. "),
                            quadrant->median_breadth,
                            round (100 * quadrant->median_depth));
  if (missing > 0)
    g_string_append_printf (out,
                            ngettext ("%u site reports no level and is left out. ",
                                      "%u sites report no level and are left out. ",
                                      missing),
                            missing);
  g_string_append (out,
                   _ ("Descriptive: neither more types nor deeper ties are better in "
                      "themselves."));
  words->caption = g_string_free (g_steal_pointer (&out), FALSE);
  words->source =
    trl_figure_words_sources (quadrant->request->document, quadrant->networks);
}

static TrlScene *
build (const TrlFigureRequest *request, GCancellable *cancellable, GError **error)
{
  g_auto (Quadrant) quadrant = { 0 };
  g_auto (TrlPageWords) words = { 0 };

  if (!prepare (request, &quadrant, error))
    return NULL;
  make_words (&quadrant, &words);
  return trl_chart_compose_scatter (request, &words, draw, add_keys, &quadrant,
                                    &quadrant.unnamed, cancellable, error);
}

static char *
make_table (const TrlFigureRequest *request, GError **error)
{
  g_auto (Quadrant) quadrant = { 0 };
  g_autoptr (GString) csv = g_string_new (NULL);

  if (!prepare (request, &quadrant, error))
    return NULL;
  g_string_append (csv, "site,types_engaged,types_asked,deep_percent,partners,"
                        "shared_responsibility\r\n");
  for (guint i = 0; i < quadrant.sites->len; i++)
    {
      const TrlChartSite *s = site (&quadrant, i);

      trl_csv_append (csv, s->name, FALSE);
      trl_csv_append_number (csv, s->breadth, FALSE);
      trl_csv_append_number (csv, s->asked, FALSE);
      trl_csv_append_number (csv, 100 * s->depth, FALSE);
      trl_csv_append_number (csv, s->partners, FALSE);
      trl_csv_append (csv,
                      s->responsibility < 0
                        ? ""
                        : trl_chart_responsibility_get_label (s->responsibility),
                      TRUE);
    }
  return g_string_free (g_steal_pointer (&csv), FALSE);
}

static void
say_site (const TrlChartSite *site, GString *out)
{
  g_string_append_c (out, ' ');
  trl_figure_alt_say_name (out, site->name);
  g_string_append_printf (out,
                          ngettext (": %u of %u partner type engaged",
                                    ": %u of %u partner types engaged", site->asked),
                          site->breadth, site->asked);
  if (isfinite (site->depth))
    g_string_append_printf (out, _ (", %.0f %% at coordination or deeper"),
                            round (100 * site->depth));
  if (isfinite (site->partners))
    g_string_append_printf (
      out, ngettext (", %u partner", ", %u partners", (gulong) site->partners),
      (guint) site->partners);
  if (site->responsibility >= 0)
    g_string_append_printf (out, _ (", shared responsibility: %s"),
                            trl_chart_responsibility_get_label (site->responsibility));
  g_string_append_c (out, '.');
}

static void
say (const TrlFigureRequest *request, const TrlScene *scene, GString *out)
{
  g_auto (Quadrant) quadrant = { 0 };
  gboolean made = prepare (request, &quadrant, NULL);

  for (guint i = 0; made && i < quadrant.sites->len; i++)
    {
      if (trl_figure_alt_is_full (out, i))
        break;
      say_site (site (&quadrant, i), out);
    }
}

const TrlFigure trl_figure_quadrant = {
  .id = "quadrant",
  .label = N_ ("Breadth and Depth"),
  .description = N_ ("Breadth and depth of every site, with shared responsibility."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .many = TRUE,
  .build = build,
  .make_table = make_table,
  .say = say,
};
